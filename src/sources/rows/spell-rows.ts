import { badInput } from '../../errors.ts'
import { type State, stateOf } from '../../states/index.ts'
import type { Columns, Session } from '../../store/session.ts'
import type { SourceCard } from '../../store/source-card.ts'
import { type ReviewedRow, readReviewedRows, referenceFault, referenceText } from './reviewed-table-rows.ts'
import { daysOfToldDate, isToldDate } from './told-date.ts'

/** The last columns of every table of spells: the text that a row cites, how far it was checked, and a note. */
export const citedTextFields = ['publisher', 'title', 'address', 'published', 'checked', 'note'] as const

/** The columns that every table of spells has: two dates as precise as the text, and the text with how far it was checked. */
export type SpellField = 'start_date' | 'end_date' | (typeof citedTextFields)[number]

/** How far a text was checked: opened and read; searched by a program for the other state and the year; or only named. */
const checks: readonly string[] = ['read', 'matched', 'named']

type Cells = Readonly<Record<SpellField, string | null>>

const open = '9999-12-31'

const lastDay = (end: string | null): string => (end === null ? open : daysOfToldDate(end).last)

/** Returns the fault of a row's dates, text or check, in words that follow `file:line`; undefined if it has none. */
function spellFault(cells: Cells): string | undefined {
  const { start_date, end_date, checked } = cells
  if (!isToldDate(start_date)) return `has the start "${start_date ?? ''}", not a year, month or day`
  if (end_date !== null && !isToldDate(end_date)) return `has the end "${end_date}", not a year, month or day`
  if (lastDay(end_date) < daysOfToldDate(start_date!).first) return `ends on ${end_date}, before it starts on ${start_date}`
  if (!checks.includes(checked ?? '')) return `has the check "${checked ?? ''}"; checks are ${checks.join(', ')}`
  return referenceFault(cells, (published) => published === null || isToldDate(published))
}

/**
 * Returns the fault of a state in a row, in words that follow `file:line`: unknown, or not in the interstate system on any day of the spell. The system
 * counts some states later than their independence, so a spell may begin before a state does.
 */
export function stateFault(id: string | null, { start_date, end_date }: Cells): string | undefined {
  const state = stateOf(id ?? '')
  if (state === undefined) return `names "${id ?? ''}", which is no state`
  return existedWithin(state, daysOfToldDate(start_date!).first, lastDay(end_date))
    ? undefined
    : `has ${id} from ${start_date} to ${end_date ?? 'this day'}, when it did not exist`
}

const existedWithin = (state: State, first: string, last: string): boolean =>
  state.spans.some(({ from, to }) => from <= last && (to ?? open) >= first)

/**
 * Returns the fault of a pair in a row, in words that follow `file:line`; `actor` is one of the two, `both`, or null.
 *
 * @param blocs   ids of blocs that may stand in place of a state; none by default
 */
export function pairFault(
  a: string | null,
  b: string | null,
  actor: string | null,
  cells: Cells,
  blocs: readonly string[] = [],
): string | undefined {
  const sideFault = (id: string | null): string | undefined => (blocs.includes(id ?? '') ? undefined : stateFault(id, cells))
  const stranger = sideFault(a) ?? sideFault(b)
  if (stranger !== undefined) return stranger
  if (a === b) return `has ${a} with itself`
  if (a! > b!) return `has its sides in another order than ${b}, ${a}`
  return actor === null || actor === 'both' || actor === a || actor === b ? undefined : `is by "${actor}", which is neither side nor both`
}

/**
 * Remembers the spells of each key and finds those that share a day with a new one. Spells dated by year or month may touch: only days that
 * both surely cover count.
 */
class SpellsByKey {
  readonly #spells = new Map<string, Cells[]>()

  /** Returns the fault of a spell that overlaps an earlier one of its key, in words that follow `file:line`, and remembers the spell. */
  fault(key: string, cells: Cells): string | undefined {
    const earlier = this.#spells.get(key) ?? []
    const other = earlier.find((one) => overlap(one, cells))
    this.#spells.set(key, [...earlier, cells])
    return other && `overlaps a row of the same kind, from ${other.start_date} to ${other.end_date ?? 'this day'}`
  }
}

function overlap(one: Cells, other: Cells): boolean {
  const surely = ({ start_date, end_date }: Cells): [string, string] => [
    daysOfToldDate(start_date!).last,
    end_date === null ? open : daysOfToldDate(end_date).first,
  ]
  const [[a, b], [c, d]] = [surely(one), surely(other)]
  const same = one.start_date === other.start_date && one.end_date === other.end_date
  return same || (a <= d && c <= b && a <= b && c <= d)
}

/** How the rows of a table of spells are checked, beside what all such tables share. */
interface SpellRules<Row> {
  /** Fault of the fields that only this table has. */
  readonly ownFault: (cells: Row) => string | undefined
  /** Fault of the states that the row names. */
  readonly partyFault: (cells: Row) => string | undefined
  /** Two spells of one key must not overlap. */
  readonly keyOf: (cells: Row) => string
}

/**
 * Reads a reviewed table of spells: its own fields as text, and the columns that every such table has.
 *
 * @param fields   all columns of the file, in its order
 * @param own      those that are columns of the store as they stand
 * @throws BadInput with file and line for the first row with a fault
 */
export async function readSpells<Own extends string>(
  path: string,
  session: Session,
  fields: readonly (Own | SpellField)[],
  own: readonly Own[],
  card: SourceCard,
  { ownFault, partyFault, keyOf }: SpellRules<ReviewedRow<Own | SpellField>['cells']>,
): Promise<Columns> {
  const rows = await readReviewedRows(path, session, fields)
  const spells = new SpellsByKey()
  for (const { at, cells } of rows) {
    const problem = ownFault(cells) ?? spellFault(cells) ?? partyFault(cells) ?? spells.fault(keyOf(cells), cells)
    if (problem !== undefined) throw badInput(`${at} ${problem}`)
  }
  const columns = own.map((field) => [field, rows.map(({ cells }) => cells[field])])
  return { ...Object.fromEntries(columns), ...spellColumns(rows, card) }
}

/**
 * Returns the fault of a kind and its form, in words that follow `file:line`; undefined if it has none.
 *
 * @param forms   the kinds, each with its forms
 * @example formFault({ peace: ['treaty'] }, 'peace', 'truce')   // 'has the form "truce"; those of peace are treaty'
 */
export function formFault(
  forms: Readonly<Record<string, readonly string[]>>,
  kind: string | null,
  form: string | null,
): string | undefined {
  const known = forms[kind ?? '']
  if (known === undefined) return `has the kind "${kind ?? ''}"; kinds are ${Object.keys(forms).join(', ')}`
  return known.includes(form ?? '') ? undefined : `has the form "${form ?? ''}"; those of ${kind} are ${known.join(', ')}`
}

/** Returns the columns of the store that every table of spells has. */
function spellColumns(rows: readonly ReviewedRow<SpellField>[], card: SourceCard): Columns {
  return {
    start_told: rows.map(({ cells }) => cells.start_date),
    end_told: rows.map(({ cells }) => cells.end_date),
    start_date: rows.map(({ cells }) => daysOfToldDate(cells.start_date!).first),
    end_date: rows.map(({ cells }) => (cells.end_date === null ? null : daysOfToldDate(cells.end_date).last)),
    checked: rows.map(({ cells }) => cells.checked),
    source: rows.map(() => card.id),
    vintage: rows.map(() => card.vintage),
    locator: rows.map(({ cells }) => referenceText(cells)),
    note: rows.map(({ cells }) => cells.note),
  }
}
