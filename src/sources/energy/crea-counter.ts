import { badInput } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import { type CsvRow, numberInField } from '../formats/csv.ts'
import { isDay } from '../rows/calendar-day.ts'
import { type ExactSum, exactSum, exactSumOf } from '../rows/exact-sum.ts'
import { checkNonNegative } from '../rows/non-negative-amount.ts'
import { inSingleUnits, type Observation } from '../rows/observation.ts'

/** The columns read of the API's answer by date and destination country. `destination_region` is read too if it exists. */
export const counterColumns = ['date', 'destination_iso2', 'value_eur', 'value_tonne'] as const

/**
 * The least number of destinations in an answer that was asked for all of them. Such answers have over a hundred; one with fewer than this limit was filtered,
 * and its sums are not those of the world or the EU.
 */
const allDestinations = 30

/** Imports of one destination in one calendar year; an amount is null if a cell is blank. */
interface DestinationImports {
  days: number
  eur: ExactSum | null
  tonnes: ExactSum | null
  readonly inEu: boolean
}

/** Imports of one destination in one calendar year, as plain numbers; null if a cell is blank or a day is missing. */
interface Summed {
  readonly eur: number | null
  readonly tonnes: number | null
  readonly inEu: boolean
}

/** One year of the file: its days, and the imports of each destination. */
interface Year {
  readonly days: readonly string[]
  readonly taken: ReadonlyMap<string, DestinationImports>
}

/**
 * Sums daily figures by destination (`/v0/counter`, by date and destination country) over each calendar year, from its first to its last day in the file.
 *
 * Days at the end on which every destination has 0 are not yet in the tracker, and are left out. If a destination lacks a day, its sum of that year is unknown,
 * and so is the world's.
 *
 * @param about   source and vintage of every row
 * @throws BadInput if a day and destination stands twice, a day is missing, or the answer is also by commodity
 */
export function counterObservations(rows: readonly CsvRow[], file: string, about: Pick<Observation, 'source' | 'vintage'>): Observation[] {
  if (rows[0]?.fields['commodity'] !== undefined || rows[0]?.fields['commodity_group'] !== undefined)
    throw badInput(`${file} is by commodity: ask for aggregate_by=date,destination_country`)
  const used = usedRows(rows, file)
  const last = lastDaySeen(used)
  const years = new Map<string, CsvRow[]>()
  for (const row of used) {
    if (dayOf(row) > last) continue
    const year = row.fields['date']!.slice(0, 4)
    const of = years.get(year)
    if (of === undefined) years.set(year, [row])
    else of.push(row)
  }
  return [...years.values()].flatMap((of) => observationsOf(yearOf(of, file), file, about))
}

/** Returns the rows of the default pricing scenario; all rows if the file has no column of scenarios. */
function usedRows(rows: readonly CsvRow[], file: string): readonly CsvRow[] {
  const used = rows.filter((row) => (row.fields['pricing_scenario'] ?? 'default') === 'default')
  if (used.length > 0) return used
  throw badInput(`${file} has no row of the default pricing scenario`)
}

function dayOf(row: CsvRow): string {
  const [, day] = /^([12]\d{3}-\d\d-\d\d)([ T]00:00:00)?$/.exec(row.fields['date']!) ?? []
  if (day !== undefined && isDay(day)) return day
  throw badInput(`${row.at} has the date "${row.fields['date']}", not a day as YYYY-MM-DD`)
}

function lastDaySeen(rows: readonly CsvRow[]): string {
  const seen = rows.filter((row) => numberInField(row, 'value_tonne') !== 0 || numberInField(row, 'value_eur') !== 0)
  const days = seen.map((row) => dayOf(row))
  return days.reduce((last, day) => (day > last ? day : last), '')
}

function yearOf(rows: readonly CsvRow[], file: string): Year {
  const taken = new Map<string, DestinationImports>()
  const seen = new Set<string>()
  const days = new Set<string>()
  for (const row of rows) {
    const day = dayOf(row)
    const to = row.fields['destination_iso2']!.trim()
    if (seen.has(`${day} ${to}`)) throw badInput(`${row.at} is a second row of ${day} for "${to}"`)
    seen.add(`${day} ${to}`)
    days.add(day)
    const of = taken.get(to) ?? { days: 0, eur: exactSum(), tonnes: exactSum(), inEu: row.fields['destination_region'] === 'EU' }
    taken.set(to, of)
    of.days++
    of.eur = added(of.eur, amountIn(row, 'value_eur'))
    of.tonnes = added(of.tonnes, amountIn(row, 'value_tonne'))
  }
  return { days: unbrokenDays(days, file), taken }
}

function unbrokenDays(days: ReadonlySet<string>, file: string): string[] {
  const sorted = [...days].sort()
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  const length = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
  if (length !== sorted.length) throw badInput(`${file} has ${sorted.length} days from ${first} to ${last}, which are ${length}`)
  return sorted
}

function amountIn(row: CsvRow, column: 'value_eur' | 'value_tonne'): number | null {
  return checkNonNegative(numberInField(row, column), row.at, column)
}

function observationsOf({ days, taken }: Year, file: string, about: Pick<Observation, 'source' | 'vintage'>): Observation[] {
  const whole = new Map(
    [...taken].map(([to, { inEu, ...of }]): [string, Summed] => {
      const sums =
        of.days === days.length ? { eur: of.eur?.value() ?? null, tonnes: of.tonnes?.value() ?? null } : { eur: null, tonnes: null }
      return [to, { ...sums, inEu }]
    }),
  )
  const parties = [...whole].flatMap(([to, of]) => (stateIn(to, file) === null ? [] : [{ id: stateIn(to, file)!, of }]))
  const narrowed = whole.size < allDestinations
  const eu = [...whole.values()].filter(({ inEu }) => inEu)
  const sums = narrowed ? [] : [{ id: 'WLD', of: sumOf([...whole.values()]) }, ...(eu.length === 0 ? [] : [{ id: 'EU', of: sumOf(eu) }])]
  return [...parties, ...sums].flatMap(({ id, of }) =>
    (['eur', 'tonnes'] as const).flatMap((unit): Observation[] => {
      const value = of[unit]
      if (value === null) return []
      const flow = { from_id: 'RUS', to_id: id, reporter: null, start_date: days[0]!, end_date: days.at(-1)! }
      const what = unit === 'eur' ? { indicator: 'fossil-imports', unit: 'EUR' } : { indicator: 'fossil-imports-tonnes', unit: 'tonnes' }
      return [{ ...what, ...flow, value: inSingleUnits(value, 0), valuation: null, status: 'estimated', ...about, locator: file }]
    }),
  )
}

function sumOf(all: readonly Summed[]): { eur: number | null; tonnes: number | null } {
  const over = (unit: 'eur' | 'tonnes'): number | null => {
    const parts = all.map((of) => of[unit])
    return parts.some((value) => value === null) ? null : exactSumOf(parts as readonly number[])
  }
  return { eur: over('eur'), tonnes: over('tonnes') }
}

/** Returns the state of a two-letter code; null for a territory, and for cargoes at sea or of unknown destination, which have codes outside ISO. */
function stateIn(code: string, file: string): string | null {
  if (!/^[A-Z]{2}$/.test(code)) return null
  const found = resolve(code)
  if (found.kind === 'state') return found.state.iso3
  if (found.kind === 'territory') return null
  throw badInput(`${file} has the destination_iso2 "${code}", which is no state or territory we know`)
}

/** Returns the sum plus one value; null if either is null. */
function added(sum: ExactSum | null, value: number | null): ExactSum | null {
  if (value === null) return null
  sum?.add(value)
  return sum
}
