import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { formatFigure, intervalText } from '../../../src/server/wording.ts'
import { hatch } from '../charts/hatch.ts'
import { plot, seriesColours } from '../charts/plot.ts'
import { isKnown, type KnownEstimate } from '../figures/estimate.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import { type ComparisonRow, downloadSourcesOf, type PairComparison, pairName } from './comparison-route.ts'

/** Shows one figure of all pairs, each as a dot with its interval; a pair whose figure is unknown is hatched. */
export function FigureByPair({ comparison, row }: { readonly comparison: PairComparison; readonly row: ComparisonRow }) {
  const data = useMemo(() => dataOf(comparison, row), [comparison, row])
  const apart = comparison.pairs.filter((_, i) => {
    const level = row.cells[i]?.level
    return isKnown(level) && level.unit !== row.unit
  })
  return (
    <ChartFigure
      name={`compare-${row.id}`}
      title={`${row.label.charAt(0).toUpperCase()}${row.label.slice(1)}`}
      alt={altOf(comparison, row)}
      data={data}
      on={[row]}
      draw={(width) => drawing(comparison, row, width)}
      under={[
        'A and B are the first and the second of each pair. Whole lines: 90 % intervals; dashed: the span of rival reports or specifications; none: exact, or one report. Hatched: unknown.',
        ...(isOfOneTime(row) ? [] : [`Not all of one time: ${timesOf(comparison, row)}.`]),
        ...(apart.length === 0 ? [] : [`In another unit, and so in the table only: ${apart.map((pair) => pairName(pair)).join(', ')}.`]),
      ].join(' ')}
    />
  )
}

function drawing({ pairs }: PairComparison, { cells, unit }: ComparisonRow, width: number): SVGElement {
  const short = width < 520
  const names = pairs.map((pair) => pairName(pair, short))
  const known = cells.flatMap((cell, i) =>
    isKnown(cell?.level) && cell.level.unit === unit ? [{ name: names[i]!, level: cell.level }] : [],
  )
  const shown = new Set(known.map(({ name }) => name))
  const values = known.flatMap(({ level }) => [level.value, ...endsOf(level)])
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const spans = known.flatMap(({ name, level }) => {
    const [from, to] = endsOf(level)
    return from === undefined || to === undefined ? [] : [{ name, from, to, sampled: isSampled(level) }]
  })
  const [stroke, hatched] = [seriesColours()[0]!, hatch()]
  const line = { y1: 'name', y2: 'name', x1: 'from', x2: 'to', stroke, strokeWidth: 2 } as const
  return plot({
    width,
    height: 48 + 30 * pairs.length,
    marginLeft: Math.min(width * 0.45, 24 + 7 * Math.max(...names.map(({ length }) => length))),
    marginRight: 44,
    x: {
      domain: [low, high],
      nice: true,
      label: null,
      grid: true,
      ticks: Math.max(3, Math.floor(width / 140)),
      tickFormat: (value: number) => formatFigure(value, unit),
    },
    y: { domain: names, label: null, tickSize: 0, type: 'band', padding: 0.35 },
    marks: [
      hatched.mark,
      Plot.barX(
        names.filter((name) => !shown.has(name)),
        { y: (name: string) => name, x1: low, x2: high, fill: hatched.fill },
      ),
      Plot.ruleX([0], { stroke: colour('line') }),
      Plot.link(
        spans.filter(({ sampled }) => sampled),
        line,
      ),
      Plot.link(
        spans.filter(({ sampled }) => !sampled),
        { ...line, strokeDasharray: '5 3' },
      ),
      Plot.dot(known, {
        y: 'name',
        x: ({ level }: { level: KnownEstimate }) => level.value,
        r: 4.5,
        stroke,
        fill: ({ level }: { level: KnownEstimate }) => (level.state === 'estimated' ? colour('ground') : stroke),
      }),
      Plot.text(
        names.filter((name) => !shown.has(name)),
        {
          y: (name: string) => name,
          x: low,
          text: () => 'unknown',
          textAnchor: 'start',
          dx: 6,
          fill: colour('ink'),
          stroke: colour('ground'),
          strokeWidth: 4,
        },
      ),
    ],
  })
}

function isOfOneTime({ cells }: ComparisonRow): boolean {
  return new Set(cells.flatMap((cell) => (isKnown(cell?.level) ? [cell.level.period] : []))).size < 2
}

function timesOf({ pairs }: PairComparison, { cells }: ComparisonRow): string {
  const told = cells.flatMap((cell, i) =>
    isKnown(cell?.level) ? [`${pairName(pairs[i]!)} ${cell.level.period.replace('/', ' to ')}`] : [],
  )
  return told.join(', ')
}

function endsOf({ interval }: KnownEstimate): number[] {
  return interval === 'exact' ? [] : [interval.low, interval.high]
}

function isSampled({ interval }: KnownEstimate): boolean {
  return interval !== 'exact' && interval.kind !== 'reports' && interval.kind !== 'specifications'
}

function dataOf(comparison: PairComparison, { cells }: ComparisonRow): FigureData {
  const levels = cells.map((cell) => cell?.level)
  return {
    columns: ['a', 'b', 'value', 'low', 'high', 'unit', 'period', 'state'].map((name) => ({ name, title: name })),
    rows: comparison.pairs.map(({ a, b }, i) => {
      const level = levels[i]
      if (!isKnown(level)) return [a.iso3, b.iso3, null, '', '', '', level?.period ?? '', level?.state ?? 'not available']
      const [low, high] = endsOf(level)
      return [a.iso3, b.iso3, level.value, low ?? '', high ?? '', level.unit, level.period, level.state]
    }),
    sources: downloadSourcesOf(
      comparison,
      levels.flatMap((level) => (isKnown(level) ? level.evidence.map(({ source }) => source) : [])),
    ),
    method: levels.find(isKnown)?.method ?? '',
  }
}

function altOf({ pairs }: PairComparison, { label, cells }: ComparisonRow): string {
  const told = cells.map((cell, i) => {
    const level = cell?.level
    if (!isKnown(level)) return `${pairName(pairs[i]!)}: unknown`
    return `${pairName(pairs[i]!)}: ${formatFigure(level.value, level.unit)}${level.interval === 'exact' ? '' : ` (${intervalText(level.interval, level.unit)})`}`
  })
  return `${label}. ${told.join('; ')}.`
}
