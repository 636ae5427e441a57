import { badInput } from '../../errors.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import type { Cell, Columns } from '../../store/session.ts'
import { tables } from '../../store/tables.ts'
import { tableColumns } from './table-columns.ts'

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

/** What a reader of observations returns. */
export interface ReadObservations {
  readonly observations: Columns
}

/** A figure as a reader finds it: an observation without what follows from its source. */
export interface SourceFigure extends Pick<Observation, 'indicator' | 'value' | 'unit' | 'status' | 'locator'> {
  readonly from: string
  readonly to: string | null
  readonly period: FigurePeriod
}

/** A calendar year, a single day, or the first and last day. */
type FigurePeriod = number | string | Period

interface Period {
  readonly start_date: string
  readonly end_date: string
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

/** An office that reports the trade of its state, in units of ten to the `power` of a currency. */
export interface ReportingOffice extends Pick<ReportedFlow, 'reporter' | 'unit'> {
  readonly card: { readonly id: string; readonly vintage: string }
  readonly power: number
}

/** Returns a flow as an office reports it; an empty list if the partner is no state, or the figure is not known. */
export function officeReport(
  { card, reporter, unit, power }: ReportingOffice,
  of: Pick<ReportedFlow, 'flow' | 'year' | 'locator'> & { readonly partner: string | null; readonly value: number | null },
): Observation[] {
  const { partner, value } = of
  if (partner === null || value === null) return []
  return [goodsObservation({ ...of, reporter, partner, value: inSingleUnits(value, power), unit, status: 'observed' }, card)]
}

/** Makes the observation of a figure: without a reporter and a valuation where none is given, and of the card's vintage unless it has its own. */
export function toObservation(
  card: { readonly id: string; readonly vintage: string },
  { from, to, period, ...figure }: SourceFigure & Partial<Pick<Observation, 'reporter' | 'valuation' | 'vintage'>>,
): Observation {
  return {
    ...{ reporter: null, valuation: null, vintage: card.vintage, ...figure },
    ...{ from_id: from, to_id: to, ...daysOf(period), source: card.id },
  }
}

function daysOf(period: FigurePeriod): Period {
  if (typeof period === 'number') return calendarYear(period)
  return typeof period === 'string' ? { start_date: period, end_date: period } : period
}

/**
 * Returns the first and last day of a calendar year.
 *
 * @example calendarYear(2023)   // { start_date: '2023-01-01', end_date: '2023-12-31' }
 */
export function calendarYear(year: number): Period {
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
  return tableColumns('observations', [...kept.values()])
}

/** The columns of an observation that differ between the rows of a source. */
const varying = ['indicator', 'from_id', 'to_id', 'start_date', 'end_date', 'value', 'unit', 'status', 'locator'] as const

/**
 * Collects observations of one source by column, for tables of a million rows, which would not fit into memory as objects. The caller must exclude duplicates.
 * `add` ignores a missing value (NaN), since an unknown figure has no row.
 */
export function observationCollector(card: { readonly id: string; readonly vintage: string }): {
  add(figure: SourceFigure): void
  columns(): Columns
} {
  const cells = varying.map((): Cell[] => [])
  const periods = new Map<number, Period>()
  return {
    add(figure: SourceFigure): void {
      if (Number.isNaN(figure.value)) return
      if (!Number.isFinite(figure.value)) throw badInput(`${figure.locator} gives ${figure.value} for ${figure.indicator}`)
      const { start_date, end_date } = typeof figure.period === 'number' ? yearOnce(figure.period, periods) : daysOf(figure.period)
      const { indicator, from, to, value, unit, status, locator } = figure
      const row = [indicator, from, to, start_date, end_date, value, unit, status, locator]
      for (let i = 0; i < row.length; i++) cells[i]!.push(row[i]!)
    },
    columns: () => {
      const length = cells[0]!.length
      const blank: Cell[] = new Array(length).fill(null)
      const gathered: Record<string, Cell[]> = {
        ...Object.fromEntries(varying.map((name, i) => [name, cells[i]!])),
        reporter: blank,
        valuation: blank,
        source: new Array(length).fill(card.id),
        vintage: new Array(length).fill(card.vintage),
      }
      return Object.fromEntries(Object.keys(tables.observations).map((name) => [name, gathered[name]!]))
    },
  }
}

function yearOnce(year: number, periods: Map<number, Period>): Period {
  const known = periods.get(year) ?? calendarYear(year)
  periods.set(year, known)
  return known
}
