import type { LedgerItem } from '../../../assessments/forms/ledger-item.ts'
import { bundledLedger, ledgerPairs } from '../../../assessments/record/ledger.ts'
import { topicStems } from './roll-call-rows.ts'

/** The items of a pair's ledger, with the rarity of each word among them. */
export interface LedgerText {
  readonly items: readonly { readonly item: LedgerItem; readonly words: ReadonlySet<string> }[]
  weight(word: string): number
}

const read = new Map<string, LedgerText | undefined>()

/** The ledger of two states; undefined where there is none. */
export function ledgerText(a: string, b: string): LedgerText | undefined {
  const key = [a, b].sort().join(' ')
  if (!ledgerPairs.some((pair) => [...pair].sort().join(' ') === key)) return undefined
  if (!read.has(key)) read.set(key, textOf(bundledLedger(a, b)?.items ?? []))
  return read.get(key)
}

const itemText = (item: LedgerItem): string => `${item.sentence} ${item.actors.map(({ name }) => name).join(' ')}`

function textOf(items: readonly LedgerItem[]): LedgerText {
  const worded = items.map((item) => ({ item, words: topicStems(itemText(item)) }))
  const counts = new Map<string, number>()
  for (const { words } of worded) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { items: worded, weight: (word) => Math.log((items.length + 1) / ((counts.get(word) ?? 0) + 1)) }
}
