import { badInput } from '../../errors.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import type { Columns } from '../../store/session.ts'
import { tables } from '../../store/tables.ts'

/** One row of the table `observations`; see `store/tables.ts` for what each column means. */
export interface Observation {
  readonly indicator: string
  readonly from_id: string
  readonly to_id: string | null
  readonly reporter: string | null
  readonly start_date: string
  readonly end_date: string
  readonly value: number
  readonly unit: string
  readonly valuation: 'FOB' | 'CIF' | null
  readonly status: 'observed' | 'estimated'
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

/** A flow of goods as one side reports it: parties, year, value and locator. */
export interface ReportedFlow {
  readonly flow: 'exports' | 'imports'
  readonly reporter: string
  readonly partner: string
  readonly year: number
  readonly value: number
  readonly unit: 'USD' | 'EUR' | 'GBP' | 'CNY'
  readonly status: 'observed' | 'estimated'
  readonly locator: string
}

/**
 * Makes the observation of a flow of goods as one side reports it. Exports are free on board and go from the reporter; imports are cost-insurance-freight and
 * go to the reporter.
 */
export function goodsObservation(flow: ReportedFlow, card: { readonly id: string; readonly vintage: string }): Observation {
  const out = flow.flow === 'exports'
  return {
    indicator: out ? 'goods-exports' : 'goods-imports',
    from_id: out ? flow.reporter : flow.partner,
    to_id: out ? flow.partner : flow.reporter,
    reporter: flow.reporter,
    ...calendarYear(flow.year),
    value: flow.value,
    unit: flow.unit,
    valuation: out ? 'FOB' : 'CIF',
    status: flow.status,
    source: card.id,
    vintage: card.vintage,
    locator: flow.locator,
  }
}

/**
 * Returns the first and last day of a calendar year.
 *
 * @example calendarYear(2023)   // { start_date: '2023-01-01', end_date: '2023-12-31' }
 */
export function calendarYear(year: number): { start_date: string; end_date: string } {
  return { start_date: `${year}-01-01`, end_date: `${year}-12-31` }
}

/**
 * Converts a figure in units of ten to the `power` to single units, exactly by its decimals: 37494.308017 million is 37494308017, not 37494308017.00001.
 * Spreadsheets keep 15 digits; digits beyond the 15th are rounding noise and are dropped.
 *
 * @example inSingleUnits(37494.308017, 6)   // 37494308017
 */
export function inSingleUnits(value: number, power: number): number {
  const whole = wholeAt(value, power)
  if (whole !== undefined) return whole
  const [digits, exponent = '0'] = String(Number(value.toPrecision(15))).split('e') as [string, string?]
  return Number(`${digits}e${Number(exponent) + power}`)
}

/**
 * Does the conversion of `inSingleUnits` for the usual case, without text: undefined in all other cases. If the product, rounded to a whole number below 10^15, gives
 * the value again when divided, it is exact, since 15 digits identify one number.
 */
function wholeAt(value: number, power: number): number | undefined {
  if (power < 0 || power > 15 || value === 0) return undefined
  const unit = 10 ** power
  const whole = Math.round(value * unit)
  return Math.abs(whole) < 1e15 && whole / unit === value ? whole : undefined
}

/** Matches a day from 1800 to 2099. No source here has others, and a year such as 2414 is an error of the file. */
const isoDay = /^(18|19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/**
 * Returns rows as columns in the order of the table. Two equal rows of one quantity (indicator, pair, reporter, period, source) become one.
 *
 * @throws BadInput for a value that is not a finite number, a negative figure where the catalogue excludes it, an invalid day, or two different rows of one
 *   quantity
 */
export function observationColumns(rows: readonly Observation[]): Columns {
  const kept = new Map<string, Observation>()
  for (const row of rows) {
    if (!Number.isFinite(row.value)) throw badInput(`${row.locator} gives ${row.value} for ${row.indicator}`)
    if (row.value < 0 && indicatorOf(row.indicator)?.belowZero !== true) {
      throw badInput(`${row.locator} gives ${row.value} for ${row.indicator}, which cannot be less than nothing`)
    }
    if (!isoDay.test(row.start_date) || !isoDay.test(row.end_date)) {
      throw badInput(
        `${row.locator} gives ${row.indicator} from ${row.start_date} to ${row.end_date}: no days of the calendar, from 1800 on`,
      )
    }
    const key = [row.indicator, row.from_id, row.to_id, row.reporter, row.start_date, row.end_date, row.source, row.unit].join('|')
    const before = kept.get(key)
    if (before !== undefined && before.value !== row.value) {
      throw badInput(`${row.locator} gives ${row.value} and ${before.locator} gives ${before.value} for ${key}`)
    }
    if (before === undefined) kept.set(key, row)
  }
  const all = [...kept.values()]
  const names = Object.keys(tables.observations) as (keyof typeof tables.observations)[]
  return Object.fromEntries(names.map((name) => [name, all.map((row) => row[name])]))
}
