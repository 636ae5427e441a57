import { counted } from '../../assessments/forms/wording.ts'
import type { LedgerItem } from '../../assessments/index.ts'
import { wrap } from '../text/table.ts'

/** The answer of `visavis ledger`. */
export interface LedgerAnswer {
  readonly schemaVersion: 1
  readonly a: string
  readonly b: string
  /** First and last day of the requested items; `ledger` has those of the whole ledger. */
  readonly from: string
  readonly to: string
  readonly ledger: { readonly from: string; readonly to: string; readonly reviewed: string }
  /** The items, the newest first. */
  readonly items: readonly LedgerItem[]
}

/** Writes the items in sentences, the newest first: + is evidence for a closer tie, − against it. */
export function ledgerText(answer: LedgerAnswer): string {
  const items = answer.items.map((item) => wrap(`${entryText(item)}${doubt(item)} (${publishers(item)})`, 110, '  '))
  return [lead(answer), '', ...items].join('\n').trimEnd()
}

export function ledgerMarkdown(answer: LedgerAnswer): string {
  const links = ({ sources }: LedgerItem): string => sources.map(({ publisher, url }) => `[${publisher}](${url})`).join('; ')
  return [lead(answer), '', ...answer.items.map((item) => `- ${entryText(item)}${doubt(item)} (${links(item)})`)].join('\n').trimEnd()
}

function lead({ a, b, from, to, ledger, items }: LedgerAnswer): string {
  const against = items.filter(({ direction }) => direction === 'contradicts').length
  const split = items.length === 0 ? '' : `, ${against} of them against a closer tie`
  return `${a} and ${b}, ${from} to ${to}: ${counted(items.length, 'item', 'items')} of the ledger${split}; reviewed on ${ledger.reviewed}.`
}

function entryText({ date, direction, sentence }: LedgerItem): string {
  return `${date} ${direction === 'supports' ? '+' : '−'} ${sentence}`
}

function doubt({ confidence }: LedgerItem): string {
  return confidence === 'low' ? ' (low confidence)' : ''
}

function publishers({ sources }: LedgerItem): string {
  return [...new Set(sources.map(({ publisher }) => publisher))].join(', ')
}
