import { csv } from '../text/csv.ts'
import { type Column, markdownTable, textTable } from '../text/table.ts'

/** A state or bloc that is suggested for an input. */
export interface FoundParty {
  readonly kind: 'state' | 'bloc'
  readonly id: string
  readonly name: string
  /** The spelling that matched the input: a code, a capital, a former name, or a name in another language. */
  readonly by: string
  /** Whether the spelling begins exactly as the input; otherwise the two differ by a letter or two. */
  readonly exact: boolean
  /** Last day of existence; null for a party that still exists. */
  readonly until: string | null
}

/** The answer of `visavis find`. */
export interface FindAnswer {
  readonly schemaVersion: 1
  readonly asked: string
  /** How many parties and pairs there are; a limit may show fewer. */
  readonly totals: { readonly parties: number; readonly pairs: number }
  /** Parties that the whole input may mean. */
  readonly parties: readonly FoundParty[]
  /** Pairs that the input may mean; for a single name, its party with likely partners. */
  readonly pairs: readonly { readonly a: FoundParty; readonly b: FoundParty; readonly ledger: boolean }[]
  /** Of three names, each as the one for which the two others are compared. */
  readonly comparisons: readonly { readonly of: FoundParty; readonly with: readonly [FoundParty, FoundParty] }[]
}

const columns: readonly Column[] = [{ title: 'a' }, { title: 'b' }, { title: 'names' }, { title: 'met as' }]

function rows({ parties, pairs, comparisons }: FindAnswer): string[][] {
  return [
    ...parties.map((one) => [one.id, '', partyName(one), one.by]),
    ...pairs.map(({ a, b }) => [a.id, b.id, `${partyName(a)}, ${partyName(b)}`, `${a.by}, ${b.by}`]),
    ...comparisons.map(({ of, with: [b, c] }) => [
      of.id,
      `${b.id} or ${c.id}`,
      `${partyName(of)}, ${partyName(b)} or ${partyName(c)}`,
      `${of.by}, ${b.by}, ${c.by}`,
    ]),
  ]
}

const partyName = ({ name, until }: FoundParty): string => (until === null ? name : `${name} (until ${until.slice(0, 4)})`)

/** Writes the suggestions as a table, the best first. */
export function findText(answer: FindAnswer): string {
  const found = rows(answer)
  return found.length === 0 ? `Nothing that is known begins like "${answer.asked}".` : textTable(columns, found)
}

export function findMarkdown(answer: FindAnswer): string {
  return markdownTable(columns, rows(answer))
}

/** Writes the suggestions as CSV, one row per party, per pair, and per comparison of three. */
export function findCsv({ parties, pairs, comparisons }: FindAnswer): string {
  const lines = [
    ...parties.map((a) => [...cells(a), ...none, ...none]),
    ...pairs.map(({ a, b }) => [...cells(a), ...cells(b), ...none]),
    ...comparisons.map(({ of, with: [b, c] }) => [...cells(of), ...cells(b), ...cells(c)]),
  ]
  return csv(
    ['a', 'b', 'c'].flatMap((letter) => [letter, `${letter}_kind`, `${letter}_name`, `${letter}_by`]),
    lines,
  )
}

const cells = ({ id, kind, name, by }: FoundParty): string[] => [id, kind, name, by]

const none = [null, null, null, null]
