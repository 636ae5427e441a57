import type { Manifest, TableName } from '../../store/index.ts'
import type { DomainId } from './domain-ids.ts'

/**
 * A kind of fact that stands between two parties from a day to a day: which rows of the record tell it, and how it is written. Adding one to the file of its
 * domain brings it into every command.
 */
export interface Fact {
  readonly kind: string
  readonly domain: DomainId
  /** What it is, as a heading: `broken relations`. */
  readonly title: string
  readonly definition: string
  readonly from: { readonly tables: readonly TableName[] }
  /** The query: one row for each fact, with the columns `a`, `b`, `start_told`, `end_told`, `source`, and any other of `factColumns`. */
  readonly sql: string | ((manifest: Manifest) => string)
  /** What it means that there is none for a pair: not known, or none found, with the recall of the table. */
  readonly absent: string
  /** Whether the two stand in it alike (`pair`), or the actor does it to the other. */
  readonly of: 'pair' | 'directed'
  readonly words: {
    /** The fact as a noun of a sentence: `broken relations`. `form` and `name` as in the row. */
    readonly title: (row: { readonly form: string | null; readonly name: string | null }) => string
    /** The fact as a sentence without its dates: `Qatar and Saudi Arabia had no diplomatic relations`. */
    readonly sentence: (row: FactWords) => string
  }
  /** Words by which a claim names the act that begins it, its being in force, and its end; in lower case. */
  readonly claims: { readonly begins: readonly string[]; readonly holds: readonly string[]; readonly ends: readonly string[] }
}

/** What the sentence on a fact may name: the two, the one that acted and the other. */
export interface FactWords {
  readonly a: string
  readonly b: string
  readonly actor: string | null
  readonly other: string | null
  readonly form: string | null
  readonly name: string | null
}

/** The columns of the facts, in order, with their types. */
export const factColumns = {
  pair: 'VARCHAR', // both codes in alphabetical order, with a blank between
  kind: 'VARCHAR',
  a: 'VARCHAR', // the party first in alphabetical order
  b: 'VARCHAR',
  actor: 'VARCHAR', // the party that acted, or both; NULL where no one side is named
  form: 'VARCHAR', // of the kind
  ref: 'VARCHAR', // our id of the treaty, regime or body; NULL where the fact is of these two alone
  name: 'VARCHAR',
  start_told: 'VARCHAR', // the first day in force, as precisely as the text states it: YYYY, YYYY-MM or YYYY-MM-DD
  end_told: 'VARCHAR', // the last day in force; NULL = in force
  seen: 'VARCHAR', // the day from which on it may be seen: the first that the start can mean, unless the kind says otherwise
  start_first: 'VARCHAR', // the first and the last day that the start can mean
  start_last: 'VARCHAR',
  end_first: 'VARCHAR', // the same of the end
  end_last: 'VARCHAR',
  ended_by: 'VARCHAR',
  amount: 'DOUBLE',
  unit: 'VARCHAR',
  size: 'VARCHAR', // by the scale of the kind: of a territory sea, islet, sector, province or whole-state
  sides: 'VARCHAR', // the parties of either side where there may be more than the two: `FRA GBR / EGY`; one side alone faced its own armed opponents
  number: 'VARCHAR', // the source's own number of it
  source: 'VARCHAR',
  vintage: 'VARCHAR',
  locator: 'VARCHAR', // publisher, title, day and address of the text
  checked: 'VARCHAR', // read, matched or named: how far the text was checked
  note: 'VARCHAR',
} as const

export type FactColumn = keyof typeof factColumns
