import { badInput, type VisavisError } from '../../errors.ts'
import { cowOn, type State, stateByCow } from '../../states/index.ts'
import type { NumberTable } from '../formats/number-table.ts'

/** First and last year of an edition: a row of any other year is from another edition. */
export interface Years {
  readonly from: number
  readonly to: number
}

/** A row of a table by state (`to` is null) or pair, with its states as ISO3. */
export interface CowRow {
  readonly index: number
  readonly from: string
  readonly to: string | null
  readonly year: number
  /** Text `file:line`. */
  readonly locator: string
}

export interface CowTable {
  readonly years: Years
  /** Names of the columns with Correlates of War numbers: one for a table by state, two for a table by pair. */
  readonly codes: readonly [string] | readonly [string, string]
  /** Whether the order of the two states matters. False: a pair has one row, whichever state comes first. */
  readonly directed: boolean
  /**
   * Returns the state of a number, for tables that do not use the numbers of the Correlates of War. Null: the number is deliberately skipped; undefined: no
   * state ever had it.
   */
  readonly holder?: (code: number, day: string) => State | null | undefined
}

/**
 * Returns the rows of a table by Correlates of War number and year, with the state that had each number on 31 December or, if none had, on the nearest day.
 *
 * A file may have rows for two numbers of one state in a year (Germany 255 and 260 in 1990). The row of the number that was valid on 31 December is used; if it
 * is missing or blank, the other row. Blank rows are left out.
 *
 * @throws BadInput for a number that no state ever had, a year outside the edition, a state paired with itself, or two rows of one state or pair in a year
 */
export function cowRows(table: NumberTable, form: CowTable): CowRow[] {
  const [first, second] = form.codes.map((name) => table.columns[name]!)
  const names = stateLookUp(form.holder, form.years)
  const blank = blankIn(table, form.codes)
  const doubled = doubledRow()
  const rows: CowRow[] = []
  const spare: CowRow[] = []
  for (let index = 0; index < table.lines.length; index++) {
    const locator = `${table.file}:${table.lines[index]}`
    const year = yearAt(table.columns['year']![index]!, form.years, locator)
    const a = names(first![index]!, year, locator)
    const b = second === undefined ? null : names(second[index]!, year, locator)
    if (a.code === b?.code) throw badInput(`${locator} pairs ${a.iso3 ?? a.code} with itself`)
    if (doubled(keyOf(a.code, b?.code ?? 0, year - form.years.from, form.directed))) throw doubledAt(table, form, index)
    if (a.iso3 === null || b?.iso3 === null || a.iso3 === b?.iso3 || blank(index)) continue
    const row = { index, from: a.iso3, to: b?.iso3 ?? null, year, locator }
    if (a.former || b?.former === true) spare.push(row)
    else rows.push(row)
  }
  return spare.length === 0 ? rows : [...rows, ...withoutRows(spare, rows, form.directed)]
}

/** Returns a function that checks whether a row is blank: every column but state and year is missing. */
function blankIn(table: NumberTable, codes: readonly string[]): (index: number) => boolean {
  const values = Object.entries(table.columns).flatMap(([name, column]) => (name === 'year' || codes.includes(name) ? [] : [column]))
  return (index) => values.every((column) => Number.isNaN(column[index]!))
}

/** The key of a row has room for this many years. */
const mostYears = 300

/** Returns a number that identifies a row. State numbers have at most three digits, and an edition spans less than 300 years. */
function keyOf(a: number, b: number, year: number, directed: boolean): number {
  const ordered = directed || a < b
  return ((ordered ? a : b) * 1000 + (ordered ? b : a)) * mostYears + year
}

/** Returns a function that checks whether it was called with a key before. It keeps one bit for each possible key; only pages that are used take memory. */
function doubledRow(): (key: number) => boolean {
  const seen = new Uint8Array((1000 * 1000 * mostYears) / 8)
  return (key) => {
    const [at, bit] = [key >>> 3, 1 << (key & 7)]
    const before = seen[at]! & bit
    seen[at]! |= bit
    return before !== 0
  }
}

function doubledAt(table: NumberTable, form: CowTable, index: number): VisavisError {
  const [year, first, second] = ['year', ...form.codes].map((name) => table.columns[name])
  const at = (row: number): number => keyOf(first![row]!, second?.[row] ?? 0, year![row]! - form.years.from, form.directed)
  const before = year!.findIndex((_, row) => at(row) === at(index))
  return badInput(
    `${table.file}:${table.lines[index]} stands for the same as line ${table.lines[before]}`,
    'take out one of the two rows; where every pair stands in both orders, give the file with one row a pair',
  )
}

function withoutRows(spare: readonly CowRow[], rows: readonly CowRow[], directed: boolean): CowRow[] {
  const years = new Set(spare.map((row) => row.year))
  const key = (row: CowRow): string => {
    const pair = [row.from, row.to ?? '']
    return [...(directed ? pair : pair.sort()), row.year].join(' ')
  }
  const taken = new Set(rows.filter((row) => years.has(row.year)).map(key))
  return spare.filter((row) => {
    if (taken.has(key(row))) return false
    taken.add(key(row))
    return true
  })
}

interface Named {
  readonly code: number
  /** ISO3 of the state; null for a number that is deliberately skipped. */
  readonly iso3: string | null
  /** Whether the state no longer had this number, but another one, on 31 December. */
  readonly former: boolean
}

/** Returns a function that looks up the state of a number in a year. It caches results, since tables are long. */
function stateLookUp(holder: CowTable['holder'], years: Years): (code: number, year: number, where: string) => Named {
  const known = new Array<Named | undefined>(1000 * mostYears).fill(undefined)
  return (code, year, where) => {
    const key = code * mostYears + (year - years.from)
    const found = known[key] ?? named(code, `${year}-12-31`, where, holder)
    known[key] = found
    return found
  }
}

function named(code: number, day: string, where: string, holder: CowTable['holder']): Named {
  const state = Number.isInteger(code) ? (holder ?? stateByCow)(code, day) : undefined
  if (state === null) return { code, iso3: null, former: false }
  if (state === undefined) {
    throw badInput(
      `${where} has the state number ${Number.isNaN(code) ? '(missing)' : code}, which no state ever had`,
      'numbers of states are those of the Correlates of War (visavis states)',
    )
  }
  const held = holder === undefined ? cowOn(state, day) : undefined
  return { code, iso3: state.iso3, former: held !== undefined && held !== code }
}

function yearAt(year: number, { from, to }: Years, where: string): number {
  if (Number.isInteger(year) && year >= from && year <= to) return year
  throw badInput(
    `${where} is of the year ${Number.isNaN(year) ? '(missing)' : year}; this edition has ${from} to ${to}`,
    'give the edition that the page of this source names',
  )
}
