import { badInput } from '../../errors.ts'
import { exactSumOf } from '../rows/exact-sum.ts'

/** The 27 members of the European Union since February 2020. */
export const euMembers: ReadonlySet<string> = new Set(
  'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'.split(' '),
)

/** Trade of one EU member with one partner in one month. The value is null if the sheet marks it as not available. */
export interface WorkbookCell {
  readonly reporter: string
  readonly partner: string
  readonly month: string
  readonly value: number | null
  readonly locator: string
}

/** Trade of one EU member, or of the EU, with one partner in one year, or in the first months of one. */
export interface YearSum {
  readonly reporter: string
  readonly partner: string
  readonly year: number
  readonly value: number
  readonly locator: string
}

/** The sum over the first months of a year. */
export interface PartYearSum extends YearSum {
  /** How many months from January on, 1 to 11. */
  readonly months: number
}

/**
 * Marks a month as not available if it is zero in every cell of the sheet: then it was not yet published when the sheet was made, since no month of all
 * members and partners together is without trade.
 */
export function withoutUnpublishedMonths(cells: readonly WorkbookCell[]): WorkbookCell[] {
  const traded = new Set(cells.filter(({ value }) => value !== null && value !== 0).map(({ month }) => month))
  return cells.map((cell) => (traded.has(cell.month) ? cell : { ...cell, value: null }))
}

/**
 * Returns the sums over the twelve months of each year. A year is left out if a month is missing or not available. The EU is the sum of its 27 members, in
 * years for which all of them have a sum.
 *
 * @throws BadInput for two cells of the same month
 */
export function monthSums(cells: readonly WorkbookCell[]): YearSum[] {
  return sumsOf(cells, 12)
}

function sumsOf(cells: readonly WorkbookCell[], months: number): YearSum[] {
  const years = new Map<string, WorkbookCell[]>()
  const seen = new Map<string, string>()
  for (const cell of cells) {
    const key = `${cell.reporter} ${cell.partner} ${cell.month.slice(0, 4)}`
    const before = seen.get(`${key} ${cell.month}`)
    if (before !== undefined) throw badInput(`${cell.locator} and ${before} both tell of ${key}, ${cell.month}`)
    seen.set(`${key} ${cell.month}`, cell.locator)
    const group = years.get(key)
    if (group === undefined) years.set(key, [cell])
    else group.push(cell)
  }
  const sums = [...years.values()].flatMap((group) => yearOf(group, months))
  return [...sums, ...unionOf(sums)]
}

/**
 * Returns the sums over the first months of the last year, if later months of it are not available for anybody, and over the same months of the years before, so
 * that the two can be compared. Empty if the last year is complete.
 */
export function partYearSums(cells: readonly WorkbookCell[]): PartYearSum[] {
  const available = new Set(cells.filter(({ value }) => value !== null).map(({ month }) => month))
  const last = cells.map(({ month }) => month.slice(0, 4)).reduce((a, b) => (a > b ? a : b), '')
  const months = leadingMonths(available, last)
  if (months === 0 || months === 12) return []
  const early = cells.filter(({ month }) => Number(month.slice(5)) <= months)
  return sumsOf(early, months).map((sum) => ({ ...sum, months }))
}

/** Counts the months of a year, from January on, that are available without a gap. */
function leadingMonths(available: ReadonlySet<string>, year: string): number {
  const missing = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).findIndex(
    (month) => !available.has(month),
  )
  return missing < 0 ? 12 : missing
}

function yearOf(cells: readonly WorkbookCell[], months: number): YearSum[] {
  if (cells.length !== months || cells.some(({ value }) => value === null)) return []
  const { reporter, partner, month, locator } = cells[0]!
  const value = exactSumOf(cells.map((cell) => cell.value!))
  return [{ reporter, partner, year: Number(month.slice(0, 4)), value, locator }]
}

function unionOf(sums: readonly YearSum[]): YearSum[] {
  const groups = new Map<string, YearSum[]>()
  for (const sum of sums) {
    const key = `${sum.partner} ${sum.year}`
    groups.set(key, [...(groups.get(key) ?? []), sum])
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length !== euMembers.size) return []
    return [{ ...group[0]!, reporter: 'EU', value: exactSumOf(group.map(({ value }) => value)) }]
  })
}
