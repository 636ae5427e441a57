import { useMemo } from 'preact/hooks'
import { formatFigure, sourceName } from '../../../../src/server/wording.ts'
import { connectYearCursor } from '../../charts/year-cursor.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import { isKnown } from '../../figures/estimate.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { type Assessment, downloadSources, fileName } from '../assessment-values.ts'
import { chartHeight, EmptyChart } from './empty-chart.tsx'
import { type Expectation, type TradeLine, type TradePoint, tradeChart } from './trade-chart.ts'

/** Sources named below the chart. */
const mostNamed = 2

/** Shows goods trade of each direction by year, with the range of reports as a band, and what gravity expects. */
export function TradeFigure({ assessment }: { readonly assessment: Assessment }) {
  const { unit, years } = assessment.overTime.goods
  const lines = useMemo(() => linesOf(assessment), [assessment])
  const data = useMemo(() => dataOf(assessment), [assessment])
  const title = 'Goods trade both ways'
  if (lines.length === 0) return <EmptyChart title={title} text="No source on record has their trade." />
  const expected = expectationOf(assessment)
  const span = [Math.min(...years.map(({ year }) => year)), Math.max(...years.map(({ year }) => year))] as const
  return (
    <ChartFigure
      name={fileName(assessment, 'trade')}
      title={`${title}, ${unit} a year`}
      embed={() => embedOfPair(assessment, 'trade')}
      alt={altOf(lines, expected, unit)}
      data={data}
      draw={(room) => {
        const svg = tradeChart(lines, expected, unit, { width: room, height: chartHeight(room) })
        connectYearCursor(svg, span, (year) => wordsOf(lines, unit, year))
        return svg
      }}
      under={underOf(assessment, expected)}
    />
  )
}

/** Returns the two directions, and both together: their sum, or else a total of a source; empty where nothing is known. */
function linesOf(assessment: Assessment): TradeLine[] {
  const { a, b, overTime } = assessment
  const of = (direction: 'a-to-b' | 'b-to-a' | 'both'): TradePoint[] => overTime.goods.years.filter((one) => one.direction === direction)
  const [out, back] = [of('a-to-b'), of('b-to-a')]
  const added = out.flatMap((one): TradePoint[] => {
    const other = back.find(({ year }) => year === one.year)
    if (other === undefined) return []
    const value = one.value + other.value
    return [{ year: one.year, value, low: value, high: value, estimated: one.estimated || other.estimated }]
  })
  const sums = [...added, ...of('both')].sort((x, y) => x.year - y.year)
  return [
    { label: `from ${shortName(a)}`, colour: 's0', points: out, isSum: false },
    { label: `from ${shortName(b)}`, colour: 's1', points: back, isSum: false },
    { label: 'both ways', colour: 'soft', points: sums, isSum: true },
  ].filter(({ points }) => points.length > 0)
}

/** A long name would not fit beside the chart. */
function shortName({ name, iso3 }: Assessment['a']): string {
  return name.length <= 9 ? name : iso3
}

function expectationOf({ domains }: Assessment): Expectation | undefined {
  const found = domains.find(({ id }) => id === 'trade')?.estimates.find(({ id }) => id === 'gravity-expected')
  if (!isKnown(found) || found.interval === 'exact') return undefined
  const { low, high } = found.interval
  return { year: Number(found.period.slice(0, 4)), value: found.value, low, high }
}

function wordsOf(lines: readonly TradeLine[], unit: string, year: number): string {
  const told = lines.flatMap(({ label, points, isSum }) =>
    points.filter((point) => point.year === year).map(({ value }) => ({ isSum, words: `${label} ${formatFigure(value, unit)}` })),
  )
  const ways = told.filter(({ isSum }) => !isSum)
  return told.length === 0 ? 'unknown' : (ways.length === 0 ? told : ways).map(({ words }) => words).join(', ')
}

function altOf(lines: readonly TradeLine[], expected: Expectation | undefined, unit: string): string {
  const told = lines.map(({ label, points }) => {
    const [first, last] = [points[0]!, points.at(-1)!]
    return `${label} ${formatFigure(first.value, unit)} in ${first.year}, ${formatFigure(last.value, unit)} in ${last.year}`
  })
  return `Goods trade: ${told.join('; ')}.${expected === undefined ? '' : ` ${expectationWords(expected)}`}`
}

function expectationWords({ year, value, low, high }: Expectation): string {
  const [of, from, to] = [value, low, high].map((one) => formatFigure(one, 'USD'))
  return `Gravity expects ${of} both ways in ${year} (90 %: ${from} to ${to}).`
}

function underOf(assessment: Assessment, expected: Expectation | undefined) {
  const { years } = assessment.overTime.goods
  const ids = years.map(({ source }) => source)
  const names = [
    ...new Set([...new Set(ids)].sort((x, y) => countOf(ids, y) - countOf(ids, x)).map((id) => sourceName(id, assessment.sources))),
  ]
  const named = names.length > mostNamed + 1 ? [...names.slice(0, mostNamed), `${names.length - mostNamed} more`] : names
  return (
    <>
      {expected !== undefined && <span class="gravity-note">{expectationWords(expected)} </span>}
      {years.some(({ reports }) => reports > 1) && 'Bands: lowest to highest report. '}
      <span class="named-sources">
        {named.length === 1 ? 'Source' : 'Sources'}: {named.join('; ')}.
      </span>
    </>
  )
}

function countOf(ids: readonly string[], id: string): number {
  return ids.filter((one) => one === id).length
}

function dataOf(assessment: Assessment): FigureData {
  const { a, b, overTime } = assessment
  const { unit, years } = overTime.goods
  return {
    columns: [
      { name: 'year', title: 'year' },
      { name: 'from', title: 'from' },
      { name: 'to', title: 'to' },
      { name: 'value', title: 'value', unit },
      { name: 'low', title: 'lowest report', unit },
      { name: 'high', title: 'highest report', unit },
      { name: 'reports', title: 'reports' },
      { name: 'status', title: 'status' },
      { name: 'source', title: 'source' },
    ],
    rows: years.map(({ year, direction, value, low, high, reports, estimated, source }) => [
      year,
      ...(direction === 'a-to-b' ? [a.iso3, b.iso3] : direction === 'b-to-a' ? [b.iso3, a.iso3] : ['both', 'both']),
      ...[value, low, high, reports, estimated ? 'estimated' : 'observed', source],
    ]),
    sources: downloadSources(assessment, [...years.map(({ source }) => source), 'visavis-gravity']),
    method: 'of several reports the reconciled one, else the importer’s, else the exporter’s; the range spans all; current prices',
  }
}
