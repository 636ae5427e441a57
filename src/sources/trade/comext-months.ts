import { VisavisError } from '../../errors.ts'
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

/** Trade of one EU member, or of the EU, with one partner in one year. */
export interface YearSum {
  readonly reporter: string
  readonly partner: string
  readonly year: number
  readonly value: number
  readonly locator: string
}

/**
 * Returns the sums over the twelve months of each year. A year is left out if a month is missing or not available. The EU is the sum of its 27 members, in
 * years for which all of them have a sum.
 *
 * @throws BadInput for two cells of the same month
 */
export function monthSums(cells: readonly WorkbookCell[]): YearSum[] {
  const years = new Map<string, WorkbookCell[]>()
  const seen = new Map<string, string>()
  for (const cell of cells) {
    const key = `${cell.reporter} ${cell.partner} ${cell.month.slice(0, 4)}`
    const before = seen.get(`${key} ${cell.month}`)
    if (before !== undefined) throw new VisavisError('BadInput', `${cell.locator} and ${before} both tell of ${key}, ${cell.month}`)
    seen.set(`${key} ${cell.month}`, cell.locator)
    const group = years.get(key)
    if (group === undefined) years.set(key, [cell])
    else group.push(cell)
  }
  const sums = [...years.values()].flatMap(yearOf)
  return [...sums, ...unionOf(sums)]
}

function yearOf(cells: readonly WorkbookCell[]): YearSum[] {
  if (cells.length !== 12 || cells.some(({ value }) => value === null)) return []
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
