import * as Plot from '@observablehq/plot'
import { formatFigure } from '../../../src/server/wording.ts'
import { colour } from '../theme.ts'
import { hatch } from './hatch.ts'
import { type PlotPicture, plot, seriesColours } from './plot.ts'
import { seriesDashes, seriesSymbols } from './series-style.ts'

/** The value of a series in a year, with its interval if there is one. */
export interface YearPoint {
  readonly year: number
  readonly value: number
  readonly low?: number
  readonly high?: number
  /** Whether the value is an estimate by the source, not an observation. */
  readonly estimated?: boolean
}

export interface YearLine {
  readonly name: string
  readonly points: readonly YearPoint[]
}

/** A structural break: the first year after it, and the interval of that year. */
export interface YearBreak {
  readonly year: number
  readonly low: number
  readonly high: number
}

export interface YearChart {
  readonly unit: string
  readonly lines: readonly YearLine[]
  readonly breaks: readonly YearBreak[]
  /** Mean levels between breaks; empty for a series without breaks or levels. */
  readonly levels: readonly { readonly from: number; readonly to: number; readonly value: number }[]
  /** First and last year of the axis, which stacked charts share. */
  readonly span: readonly [number, number]
}

/** Draws a line chart by year: gaps where a year is unknown, intervals and breaks as bands, years without any value hatched. */
export function yearChart({ unit, lines, breaks, levels, span }: YearChart, width: number): PlotPicture {
  const colours = seriesColours()
  const unknown = hatch()
  const band = (one: YearBreak): { from: number; to: number } => ({ from: one.low - 0.5, to: one.high + 0.5 })
  return plot({
    yearly: true,
    width,
    height: 170,
    marginLeft: 76,
    marginRight: 12,
    marginTop: 17,
    x: { domain: [span[0] - 0.5, span[1] + 0.5], label: null, ticks: Math.max(3, Math.floor(width / 90)) },
    y: { label: null, grid: true, ticks: 4, nice: true, tickFormat: (value: number) => formatFigure(value, unit) },
    marks: [
      unknown.mark,
      Plot.rectX(
        unknownSpans(
          lines.flatMap(({ points }) => points.map(({ year }) => year)),
          span,
        ),
        { x1: 'from', x2: 'to', fill: unknown.fill, inset: 0 },
      ),
      Plot.rectX(breaks.map(band), { x1: 'from', x2: 'to', fill: colour('tint'), fillOpacity: 0.4 }),
      Plot.ruleX(breaks, { x: 'year', stroke: colour('soft'), strokeDasharray: '3 2' }),
      Plot.link(levels, {
        x1: 'from',
        x2: 'to',
        y1: 'value',
        y2: 'value',
        stroke: colour('soft'),
        strokeWidth: 1.5,
        strokeDasharray: '6 3',
      }),
      ...lines.flatMap(({ points }, i) => lineMarks(points, colours[i % colours.length]!, i)),
    ],
  })
}

function lineMarks(points: readonly YearPoint[], stroke: string, i: number): Plot.Markish[] {
  const whole = withGaps(points)
  const strokeDasharray = seriesDashes[i % seriesDashes.length]!
  const symbol = seriesSymbols[i % seriesSymbols.length]!
  return [
    Plot.areaY(whole, { x: 'year', y1: 'low', y2: 'high', fill: stroke, fillOpacity: 0.18 }),
    Plot.line(whole, { x: 'year', y: 'value', stroke, strokeWidth: 1.6, ...(strokeDasharray === 'none' ? {} : { strokeDasharray }) }),
    Plot.dot(points, {
      x: 'year',
      y: 'value',
      r: 2.4,
      symbol,
      stroke,
      fill: (point: YearPoint) => (point.estimated === true ? colour('ground') : stroke),
    }),
  ]
}

/** Inserts NaN for missing years, so that no line is drawn across them. */
function withGaps(points: readonly YearPoint[]): YearPoint[] {
  const byYear = new Map(points.map((point) => [point.year, point]))
  const [first, last] = [points[0]?.year ?? 0, points.at(-1)?.year ?? -1]
  return Array.from({ length: last - first + 1 }, (_, i) => byYear.get(first + i) ?? { year: first + i, value: Number.NaN })
}

/** Returns the runs of years without a value between the first and the last year of the axis. */
export function unknownSpans(years: readonly number[], [first, last]: readonly [number, number]): { from: number; to: number }[] {
  const known = new Set(years)
  const spans: { from: number; to: number }[] = []
  for (let year = first; year <= last; year++) {
    if (known.has(year)) continue
    const open = spans.at(-1)
    if (open !== undefined && open.to === year - 0.5) open.to = year + 0.5
    else spans.push({ from: year - 0.5, to: year + 0.5 })
  }
  return spans
}
