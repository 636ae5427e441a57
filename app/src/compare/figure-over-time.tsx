import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { formatFigure } from '../../../src/server/wording.ts'
import { hatch } from '../charts/hatch.ts'
import { plot, seriesColours } from '../charts/plot.ts'
import { unknownSpans } from '../charts/year-chart.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import { type ComparisonSeries, downloadSourcesOf, type PairComparison, pairName } from './comparison-route.ts'

interface OverTimeProps {
  readonly comparison: PairComparison
  readonly series: ComparisonSeries
}

/** Shows a figure by year, as small charts with shared axes. */
export function FigureOverTime({ comparison, series }: OverTimeProps) {
  const data = useMemo(() => dataOf(comparison, series), [comparison, series])
  const unit = usualUnit(series)
  const apart = comparison.pairs.filter((_, i) => series.lines[i] !== null && series.lines[i]!.unit !== unit)
  const whose = series.lines.flatMap((line, i) => {
    const source = / \((.*)\)$/.exec(line?.label ?? '')?.[1]
    return source === undefined ? [] : [`${pairName(comparison.pairs[i]!, true)}: ${source}`]
  })
  return (
    <ChartFigure
      name={`compare-${series.id.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}-by-year`}
      title={`${capital(series.label)}, by year`}
      alt={altOf(comparison, series)}
      data={data}
      on={[series]}
      draw={(width) => drawing(comparison, series, unit, width)}
      under={[
        'The same axes for all pairs. Bands: 90 % intervals, where a year has one. Hatched: unknown; no line is drawn across it.',
        ...(whose.length === 0 ? [] : [`Reports: ${whose.join('; ')}.`]),
        ...(apart.length === 0 ? [] : [`In another unit, and so in the table only: ${apart.map((pair) => pairName(pair)).join(', ')}.`]),
      ].join(' ')}
    />
  )
}

/** Returns the most frequent unit among the lines. */
function usualUnit({ lines }: ComparisonSeries): string {
  const units = lines.flatMap((line) => (line === null ? [] : [line.unit]))
  const often = (unit: string): number => units.filter((one) => one === unit).length
  return [...new Set(units)].sort((x, y) => often(y) - often(x))[0] ?? ''
}

interface Point {
  readonly year: number
  readonly value: number
  readonly low: number
  readonly high: number
  readonly column: number
  readonly row: number
}

function drawing({ pairs }: PairComparison, { lines }: ComparisonSeries, unit: string, width: number): SVGElement {
  const columns = Math.max(1, Math.min(pairs.length, 4, Math.floor(width / 240)))
  const rows = Math.ceil(pairs.length / columns)
  const years = lines.flatMap((line) => (line?.points ?? []).map(([year]) => year))
  const span = [Math.min(...years), Math.max(...years)] as const
  const at = (i: number): { column: number; row: number } => ({ column: i % columns, row: Math.floor(i / columns) })
  const shown = lines.map((line) => (line !== null && line.unit === unit ? line.points : []))
  const points = shown.flatMap((own, i) => withGaps(own).map((point): Point => ({ ...point, ...at(i) })))
  const unknown = shown.flatMap((own, i) =>
    unknownSpans(
      own.map(([year]) => year),
      span,
    ).map((one) => ({ ...one, ...at(i) })),
  )
  const [stroke, facets, hatched] = [seriesColours()[0]!, { fx: 'column', fy: 'row' }, hatch()]
  return plot({
    yearly: true,
    width,
    height: 40 + rows * 165,
    marginLeft: 62,
    marginTop: 22,
    x: { domain: [span[0] - 0.5, span[1] + 0.5], label: null, ticks: 4 },
    y: { label: null, grid: true, nice: true, ticks: 4, tickFormat: (value: number) => formatFigure(value, unit) },
    fx: { axis: null, padding: 0.08 },
    fy: { axis: null, padding: 0.26 },
    marks: [
      hatched.mark,
      Plot.rectX(unknown, { ...facets, x1: 'from', x2: 'to', fill: hatched.fill, inset: 0 }),
      Plot.areaY(points, { ...facets, x: 'year', y1: 'low', y2: 'high', fill: stroke, fillOpacity: 0.18 }),
      Plot.lineY(points, { ...facets, x: 'year', y: 'value', stroke, strokeWidth: 1.6 }),
      Plot.dot(
        points.filter(({ value }) => !Number.isNaN(value)),
        { ...facets, x: 'year', y: 'value', r: 1.8, fill: stroke },
      ),
      Plot.text(
        pairs.map((pair, i) => ({ name: pairName(pair, width / columns < 260), ...at(i) })),
        { ...facets, text: 'name', frameAnchor: 'top-left', dy: -16, fontWeight: 'bold', fill: colour('ink') },
      ),
    ],
  })
}

/** Inserts NaN for missing years, so that no line is drawn across them. */
function withGaps(points: NonNullable<ComparisonSeries['lines'][number]>['points']): Omit<Point, 'column' | 'row'>[] {
  const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? -1]
  const byYear = new Map(points.map((point) => [point[0], point]))
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const [year, value, low, high] = byYear.get(first + i) ?? [first + i, Number.NaN, null, null]
    return { year, value, low: low ?? Number.NaN, high: high ?? Number.NaN }
  })
}

function dataOf(comparison: PairComparison, { lines }: ComparisonSeries): FigureData {
  const years = lines.flatMap((line) => (line?.points ?? []).map(([year]) => year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return {
    columns: ['a', 'b', 'year', 'value', 'low', 'high', 'unit'].map((name) => ({ name, title: name })),
    rows: comparison.pairs.flatMap(({ a, b }, i) => {
      const byYear = new Map((lines[i]?.points ?? []).map((point) => [point[0], point]))
      return Array.from({ length: last - first + 1 }, (_, at) => {
        const [year, value, low, high] = byYear.get(first + at) ?? [first + at, null, null, null]
        return [a.iso3, b.iso3, year, value, low ?? '', high ?? '', lines[i]?.unit ?? '']
      })
    }),
    sources: downloadSourcesOf(
      comparison,
      lines.flatMap((line) => line?.sources ?? []),
    ),
    method: lines.find((line) => line !== null)?.method ?? '',
  }
}

function altOf({ pairs }: PairComparison, { label, lines }: ComparisonSeries): string {
  const told = lines.map((line, i) => {
    if (line === null || line.points.length === 0) return `${pairName(pairs[i]!)}: unknown`
    const [first, last] = [line.points[0]!, line.points.at(-1)!]
    return `${pairName(pairs[i]!)}: ${formatFigure(first[1], line.unit)} in ${first[0]}, ${formatFigure(last[1], line.unit)} in ${last[0]}`
  })
  return `${capital(label)}, by year. ${told.join('; ')}.`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
