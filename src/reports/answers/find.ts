import { csv } from '../text/csv.ts'
import { type Column, markdownTable, textTable } from '../text/table.ts'

/** A state or bloc as a finder shows it. */
export interface FoundParty {
  readonly kind: 'state' | 'bloc'
  readonly id: string
  readonly name: string
  /** The spelling that was met: a code, a capital, a former name, a word of another language. */
  readonly by: string
  /** Whether what was typed is the beginning of it, letter by letter; else a letter or two were forgiven. */
  readonly exact: boolean
  /** Last day, where it is no more. */
  readonly until: string | null
}

/** The answer of `visavis find`. */
export interface FindAnswer {
  readonly schemaVersion: 1
  readonly asked: string
  /** Whom the whole of it may mean. */
  readonly parties: readonly FoundParty[]
  /** Which two it may mean; of one name, that party with others. */
  readonly pairs: readonly { readonly a: FoundParty; readonly b: FoundParty; readonly ledger: boolean }[]
}

const columns: readonly Column[] = [{ title: 'a' }, { title: 'b' }, { title: 'names' }, { title: 'met as' }]

function rows({ parties, pairs }: FindAnswer): string[][] {
  return [
    ...parties.map((one) => [one.id, '', named(one), one.by]),
    ...pairs.map(({ a, b }) => [a.id, b.id, `${named(a)}, ${named(b)}`, `${a.by}, ${b.by}`]),
  ]
}

const named = ({ name, until }: FoundParty): string => (until === null ? name : `${name} (until ${until.slice(0, 4)})`)

/** What may be meant, the nearest first. */
export function findText(answer: FindAnswer): string {
  const found = rows(answer)
  return found.length === 0 ? `Nothing that is known begins like "${answer.asked}".` : textTable(columns, found)
}

export function findMarkdown(answer: FindAnswer): string {
  return markdownTable(columns, rows(answer))
}

/** A row for each party, and each pair. */
export function findCsv({ parties, pairs }: FindAnswer): string {
  const lines = [
    ...parties.map((a) => [a.id, a.kind, a.name, a.by, null, null, null, null]),
    ...pairs.map(({ a, b }) => [a.id, a.kind, a.name, a.by, b.id, b.kind, b.name, b.by]),
  ]
  return csv(['a', 'a_kind', 'a_name', 'a_by', 'b', 'b_kind', 'b_name', 'b_by'], lines)
}
