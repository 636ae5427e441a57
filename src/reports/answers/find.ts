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
}

const columns: readonly Column[] = [{ title: 'a' }, { title: 'b' }, { title: 'names' }, { title: 'met as' }]

function rows({ parties, pairs }: FindAnswer): string[][] {
  return [
    ...parties.map((one) => [one.id, '', partyName(one), one.by]),
    ...pairs.map(({ a, b }) => [a.id, b.id, `${partyName(a)}, ${partyName(b)}`, `${a.by}, ${b.by}`]),
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

/** Writes the suggestions as CSV, one row per party and per pair. */
export function findCsv({ parties, pairs }: FindAnswer): string {
  const lines = [
    ...parties.map((a) => [a.id, a.kind, a.name, a.by, null, null, null, null]),
    ...pairs.map(({ a, b }) => [a.id, a.kind, a.name, a.by, b.id, b.kind, b.name, b.by]),
  ]
  return csv(['a', 'a_kind', 'a_name', 'a_by', 'b', 'b_kind', 'b_name', 'b_by'], lines)
}
