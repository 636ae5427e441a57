import { grouped } from '../../../assessments/rows/grouped.ts'
import { currencyRate, hasDollarRate } from './dollar-rates.ts'
import { dayAfter } from './record-query.ts'
import type { RecordRow } from './record-rows.ts'

/** A span of days, given by its first and last day. */
export interface DaySpan {
  readonly from: string
  readonly to: string
}

/** A figure of a series for a span of days, with the rows it is made of. */
export interface SeriesValue {
  readonly value: number
  readonly estimated: boolean
  /** Whether the figure comes from a list that is never complete, so that the true figure may be higher. */
  readonly atLeast: boolean
  readonly rows: readonly RecordRow[]
  /** Caveats for the reader: missing months, a converted currency. */
  readonly note: string | null
}

/** The figures of one source and reporter for one quantity over time. Changes, shares and ranks are computed within a series, never across two. */
export interface Series {
  readonly source: string
  /** ISO3 of the reporter; null if the source reconciles both sides' reports, or if no state reported the figure. */
  readonly reporter: string | null
  readonly unit: string
  /** The series in words: `goods from China to Russia, reported by China`. */
  readonly what: string
  /** `same`: the claimed quantity. `converted`: the same in another currency or measure. `other`: a different quantity of the same name. */
  readonly definition: 'same' | 'converted' | 'other'
  /** For a quoted figure of a fuel, if one source gives several similar fuels: which fuel. */
  readonly measure?: string
  /** For a sum over several states: which states. A part may be divided only by a whole over the same states. */
  readonly among?: string
  at(days: DaySpan): SeriesValue | undefined
}

/** How figures of single periods combine into one for a longer period. */
export type PeriodAggregation =
  /** Amounts over time: the parts must cover the span without a gap. */
  | 'flow'
  /** Holdings on a day: the last day counts. */
  | 'stock'
  /** Shares and sums over a fixed period: valid for exactly that period. */
  | 'window'
  /** Deliveries from a complete list: a covered year without any is zero. */
  | { readonly covered: DaySpan }

/** Makes a series from the rows of one source, reporter, indicator and unit. */
export function seriesFromRows(
  rows: readonly RecordRow[],
  adding: PeriodAggregation,
  what: string,
  definition: Series['definition'] = 'same',
): Series {
  const [one] = rows as [RecordRow]
  const exact = new Map([...rows].reverse().map((row) => [`${row.start} ${row.end}`, row]))
  const byStart = grouped(
    [...rows].sort((a, b) => (a.end > b.end ? -1 : 1)),
    ({ start }) => start,
  )
  const inMonths = rows.filter(({ start }) => !start.endsWith('-01'))
  return {
    source: one.source,
    reporter: one.reporter,
    unit: one.unit,
    what,
    definition,
    at: onceForDays((days) => {
      const whole = exact.get(`${days.from} ${days.to}`)
      if (whole !== undefined) return pointOf([whole])
      if (adding === 'window') return undefined
      if (adding === 'stock') return heldAt(rows, days)
      if (adding !== 'flow') return delivered(rows, days, adding.covered)
      return tiled(byStart, days) ?? lateStart(inMonths, days) ?? withinMonths(inMonths, days)
    }),
  }
}

/** Caches values by span: the readings of a claim, and the claims of later texts, ask for the same few spans. */
function onceForDays(read: Series['at']): Series['at'] {
  const known = new Map<string, SeriesValue | undefined>()
  return (days) => {
    const key = days.from + days.to
    if (known.has(key)) return known.get(key)
    const point = read(days)
    known.set(key, point)
    return point
  }
}

function pointOf(rows: readonly RecordRow[], note: string | null = null): SeriesValue {
  return {
    value: rows.reduce((sum, { value }) => sum + value, 0),
    estimated: rows.some(({ estimated }) => estimated),
    atLeast: rows.some(({ atLeast }) => atLeast),
    rows,
    note,
  }
}

/**
 * Returns the sum of rows that follow each other day by day over the whole span; where several begin on the same day, the longest is used. Undefined if there
 * is a gap.
 */
function tiled(byStart: ReadonlyMap<string, readonly RecordRow[]>, days: DaySpan): SeriesValue | undefined {
  const parts: RecordRow[] = []
  let next = days.from
  while (next <= days.to) {
    const part = byStart.get(next)?.find(({ end }) => end <= days.to)
    if (part === undefined) return undefined
    parts.push(part)
    next = dayAfter(part.end)
  }
  return pointOf(parts)
}

/** If the row of a year begins some days after New Year, returns it as an estimate for the whole year. Undefined otherwise. */
function lateStart(rows: readonly RecordRow[], days: DaySpan): SeriesValue | undefined {
  const late = rows.find(({ start, end }) => end === days.to && start > days.from && start.slice(0, 7) === days.from.slice(0, 7))
  return late === undefined || !isWholeYear(days) ? undefined : { ...pointOf([late], `begins on ${late.start}`), estimated: true }
}

/**
 * If a text names only months, returns the only period on record that begins and ends within them, such as the Iranian year from 21 March. Undefined otherwise.
 */
function withinMonths(rows: readonly RecordRow[], days: DaySpan): SeriesValue | undefined {
  const isIt = ({ start, end }: RecordRow): boolean =>
    (start.slice(0, 7) === days.from.slice(0, 7) || start === dayAfter(days.from) || days.from === dayAfter(start)) &&
    (end.slice(0, 7) === days.to.slice(0, 7) || end === dayAfter(days.to) || days.to === dayAfter(end)) &&
    end.slice(0, 7) > start.slice(0, 7)
  const found = rows.filter(isIt)
  return found.length === 1 ? pointOf(found, `${found[0]!.start} to ${found[0]!.end}`) : undefined
}

/** Returns the same days some years later, or earlier if the number is negative; the last day of February stays the last. */
export function shiftYears({ from, to }: DaySpan, years: number): DaySpan {
  const moved = (day: string): string => {
    const year = Number(day.slice(0, 4)) + years
    if (!/-02-2[89]$/.test(day)) return `${year}${day.slice(4)}`
    const isLast = dayAfter(day).endsWith('-03-01')
    return isLast ? new Date(Date.UTC(year, 2, 0)).toISOString().slice(0, 10) : `${year}-02-28`
  }
  return { from: moved(from), to: moved(to) }
}

export const isWholeYear = ({ from, to }: DaySpan): boolean => from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`

function heldAt(rows: readonly RecordRow[], days: DaySpan): SeriesValue | undefined {
  const last = rows.filter(({ end }) => end >= days.from && end <= days.to).at(-1)
  return last === undefined ? undefined : pointOf([last], last.end === days.to ? null : `of ${last.end}`)
}

function delivered(rows: readonly RecordRow[], days: DaySpan, covered: DaySpan): SeriesValue | undefined {
  if (days.from < covered.from || days.to > covered.to) return undefined
  const inside = rows.filter(({ start, end }) => start >= days.from && end <= days.to)
  return inside.length === 0 ? { value: 0, estimated: false, atLeast: false, rows: [rows[0]!], note: 'none on the list' } : pointOf(inside)
}

type Origin = Pick<Series, 'source' | 'reporter' | 'unit'> & { readonly among?: string | undefined }

/** Whether two series come from one office or compiler, cover the same states and have the same unit, so that they may be combined. */
export const isSameOrigin = (one: Origin, other: Origin): boolean =>
  one.source === other.source && one.reporter === other.reporter && one.unit === other.unit && one.among === other.among

/** Combines two series period by period. A period for which either series has no figure has no figure in the result. */
export function combinedSeries(
  a: Series,
  b: Series,
  make: (x: number, y: number) => number,
  about: Partial<Pick<Series, 'unit' | 'what' | 'definition' | 'reporter'>>,
): Series {
  return {
    ...a,
    ...about,
    at: onceForDays((days) => {
      const [x, y] = [a.at(days), b.at(days)]
      if (x === undefined || y === undefined) return undefined
      const value = make(x.value, y.value)
      return Number.isFinite(value)
        ? {
            value,
            estimated: x.estimated || y.estimated,
            atLeast: x.atLeast || y.atLeast,
            rows: [...x.rows, ...y.rows],
            note: x.note ?? y.note,
          }
        : undefined
    }),
  }
}

/** Barrels in a tonne of crude oil, the factor usual in the oil trade. */
const barrelsInTonne = 7.33

/** Returns the series in the unit of a claim: unchanged, or converted (currencies at yearly rates). Undefined if no conversion exists. */
export function seriesInUnit(series: Series, unit: string): Series | undefined {
  if (series.unit === unit) return series
  const known = converted.get(series) ?? new Map<string, Series | undefined>()
  converted.set(series, known)
  if (!known.has(unit)) known.set(unit, convertedTo(series, unit))
  return known.get(unit)
}

const converted = new WeakMap<Series, Map<string, Series | undefined>>()

function convertedTo(series: Series, unit: string): Series | undefined {
  if (hasDollarRate(unit) && hasDollarRate(series.unit)) {
    return mapped(series, unit, (value, days) => {
      const rate = rateBetween(series.unit, unit, days)
      return rate === undefined ? undefined : value * rate
    })
  }
  if (unit === 'barrels per day' && series.unit === 'tonnes')
    return mapped(series, unit, (value, days) => (value * barrelsInTonne) / daysIn(days))
  return undefined
}

/** Returns a series with all figures multiplied by a factor, in a new unit. */
export function scaledSeries(series: Series, factor: number, unit: string, what: string): Series {
  return {
    ...series,
    unit,
    what,
    at: (days) => {
      const point = series.at(days)
      return point === undefined || !Number.isFinite(point.value * factor) ? undefined : { ...point, value: point.value * factor }
    },
  }
}

function mapped(series: Series, unit: string, change: (value: number, days: DaySpan) => number | undefined): Series {
  return {
    ...series,
    unit,
    definition: series.definition === 'other' ? 'other' : 'converted',
    at: onceForDays((days) => {
      const point = series.at(days)
      const value = point === undefined ? undefined : change(point.value, days)
      return value === undefined ? undefined : { ...point!, value, note: `${series.unit} converted` }
    }),
  }
}

/** Returns the mean of the yearly average rates over the years of a span. */
function rateBetween(from: string, to: string, days: DaySpan): number | undefined {
  const [first, last] = [Number(days.from.slice(0, 4)), Number(days.to.slice(0, 4))]
  const rates = Array.from({ length: last - first + 1 }, (_, i) => currencyRate(from, to, first + i))
  return rates.includes(undefined) ? undefined : rates.reduce<number>((sum, rate) => sum + rate!, 0) / rates.length
}

function daysIn({ from, to }: DaySpan): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}
