import * as Plot from '@observablehq/plot'
import { colour } from '../theme.ts'
import { hatch } from './hatch.ts'
import { type PlotPicture, plot, seriesColours } from './plot.ts'
import { spread } from './spread.ts'
import { svgElement } from './svg.ts'
import { unknownSpans } from './year-chart.ts'

/** A forecast of one year: its median and its bands. */
export interface FanPoint {
  readonly year: number
  readonly median: number
  readonly bands: readonly { readonly level: number; readonly low: number; readonly high: number }[]
}

export interface FanChart {
  /** Past values by year; null where one is not known. */
  readonly past: readonly { readonly year: number; readonly value: number | null }[]
  /** Years between one past value and the next. */
  readonly every: number
  /** The shortest first. */
  readonly forecasts: readonly FanPoint[]
  /** What no change says. */
  readonly baseline: number
  /** The year whose forecast is marked. */
  readonly marked: number | undefined
  /** Whether the quantity is forecast as a logarithm, so that bands are shares of its level. */
  readonly isRatio: boolean
  /** Writes the value of a tick. */
  readonly write: (value: number) => string
}

/** The bands that are drawn, the widest first. */
const levels = [95, 80, 50] as const
/** From this ratio of the highest to the lowest value on, a linear scale would hide the lower ones. */
const logarithmicFrom = 12
const [height, leastGap] = [210, 12]

/** Whether the values of a fan are drawn on a logarithmic scale. */
export function isLogarithmic({ past, forecasts, isRatio }: FanChart): boolean {
  const values = allValues(past, forecasts)
  const least = Math.min(...values)
  return isRatio && least > 0 && Math.max(...values) / least >= logarithmicFrom
}

function allValues(past: FanChart['past'], forecasts: FanChart['forecasts']): number[] {
  const known = past.flatMap(({ value }) => (value === null ? [] : [value]))
  return [...known, ...forecasts.flatMap(({ bands }) => bands.filter(({ level }) => level === 95).flatMap(({ low, high }) => [low, high]))]
}

/** Draws the past, then the median with its bands beside no change, each with its name at its end. The axis begins with the first value. */
export function fanChart(fan: FanChart, width: number): PlotPicture {
  const { past, every, forecasts, baseline, marked, write } = fan
  const [main, flat] = seriesColours() as [string, string]
  const known = past.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))
  const last = known.at(-1)!
  const end = forecasts.at(-1)!
  const unknown = hatch()
  const isLog = isLogarithmic(fan)
  const values = allValues(past, forecasts)
  const ticks = logTicks(values)
  const chosen = forecasts.filter(({ year }) => year === marked)
  const svg = plot({
    ...{ yearly: true, width, height, marginLeft: 52, marginRight: 76, marginTop: 12 },
    x: { domain: [past[0]!.year - 0.5, end.year], label: null, ticks: Math.max(3, Math.floor(width / 110)) },
    // on a logarithmic scale Plot would leave out the names of some ticks, so they are drawn as marks
    y: isLog
      ? { type: 'log', nice: true, axis: null }
      : { label: null, grid: true, ticks: 5, nice: true, tickFormat: write, domain: [Math.min(0, ...values), Math.max(...values)] },
    marks: [
      unknown.mark,
      ...(isLog ? [Plot.gridY(ticks), Plot.axisY(ticks, { text: write, label: null })] : []),
      ...(every > 1
        ? []
        : [
            Plot.rectX(
              unknownSpans(
                known.map(({ year }) => year),
                [past[0]!.year, last.year],
              ),
              { x1: 'from', x2: 'to', fill: unknown.fill, inset: 0 },
            ),
          ]),
      ...levels.map((level) =>
        Plot.areaY(bandFrom(last, forecasts, level), { x: 'year', y1: 'low', y2: 'high', fill: main, fillOpacity: 0.17 }),
      ),
      Plot.ruleX(chosen, { x: 'year', stroke: colour('soft'), strokeDasharray: '2 3' }),
      Plot.line(
        past.map(({ year, value }) => ({ year, value: value ?? Number.NaN })),
        { x: 'year', y: 'value', stroke: colour('ink'), strokeWidth: 1.6 },
      ),
      Plot.dot(every > 1 ? known : [last], { x: 'year', y: 'value', r: 2.6, fill: colour('ink') }),
      Plot.line(
        [last, end].map(({ year }) => ({ year, value: baseline })),
        { x: 'year', y: 'value', stroke: flat, strokeWidth: 1.6, strokeDasharray: '5 3' },
      ),
      Plot.line([{ year: last.year, median: last.value }, ...forecasts], { x: 'year', y: 'median', stroke: main, strokeWidth: 2 }),
      Plot.dot(forecasts, { x: 'year', y: 'median', r: 2.4, fill: main }),
      Plot.dot(chosen, { x: 'year', y: 'median', r: 5, fill: main, stroke: colour('ground'), strokeWidth: 1.5 }),
    ],
  })
  addEndLabels(svg, fan, [main, flat])
  return svg
}

/** A band from the last value, where it has no width, through the forecasts; straight between them. */
function bandFrom(
  last: { readonly year: number; readonly value: number },
  forecasts: readonly FanPoint[],
  level: number,
): { year: number; low: number; high: number }[] {
  return [
    { year: last.year, low: last.value, high: last.value },
    ...forecasts.flatMap(({ year, bands }) => bands.filter((band) => band.level === level).map(({ low, high }) => ({ year, low, high }))),
  ]
}

/** Ticks at 1, 2 and 5 times a power of ten, or at powers alone where those would be too many. */
function logTicks(values: readonly number[]): number[] {
  const positive = values.filter((value) => value > 0)
  const [least, most] = [Math.min(...positive), Math.max(...positive)]
  const powers = Array.from(
    { length: Math.ceil(Math.log10(most)) - Math.floor(Math.log10(least)) + 1 },
    (_, k) => Math.floor(Math.log10(least)) + k,
  )
  const ticks = (steps: readonly number[]): number[] =>
    powers.flatMap((power) => steps.map((step) => step * 10 ** power)).filter((tick) => tick >= least && tick <= most)
  return [ticks([1, 2, 5]), ticks([1, 3]), ticks([1])].find((found) => found.length >= 2 && found.length <= 6) ?? ticks([1])
}

interface EndLabel {
  readonly text: string
  readonly at: number
  readonly fill: string
  readonly isBold: boolean
}

/** Writes the names of bands and lines at their ends, moved apart where they would touch. */
function addEndLabels(svg: PlotPicture, { forecasts, baseline }: FanChart, [main, flat]: readonly [string, string]): void {
  const end = forecasts.at(-1)!
  const apply = (name: 'x' | 'y', value: number): number => (svg.scale(name) as unknown as { apply(of: number): number }).apply(value)
  const labels: EndLabel[] = [
    ...levels.flatMap((level) =>
      end.bands
        .filter((band) => band.level === level)
        .map(({ high }) => ({ text: `${level} %`, at: apply('y', high), fill: colour('soft'), isBold: false })),
    ),
    { text: 'median', at: apply('y', end.median), fill: main, isBold: true },
    { text: 'no change', at: apply('y', baseline), fill: flat, isBold: false },
  ]
  labels.sort((x, y) => x.at - y.at)
  const x = apply('x', end.year) + 7
  spread(
    labels.map(({ at }) => at),
    [14, height - 24],
    leastGap,
  ).forEach((y, i) => {
    const { text, fill, isBold } = labels[i]!
    const label = svgElement('text', { x, y: y + 4, 'text-anchor': 'start', 'font-size': 11, 'font-weight': isBold ? 700 : 400 }, [text])
    // the style sheet gives every text the colour of ink, which an attribute does not override
    label.style.fill = fill
    svg.append(label)
  })
}
