import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Answers } from '../../../src/server/answer-types.ts'
import { counted } from '../../../src/server/wording.ts'
import { hatch } from '../charts/hatch.ts'
import { type PlotPicture, plot } from '../charts/plot.ts'
import { connectYearCursor } from '../charts/year-cursor.ts'
import { embedOfPair } from '../embed/embed-of-pair.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import { type Assessment, downloadSources, fileName, type LedgerItem } from './assessment-values.ts'

interface YearCount {
  readonly year: number
  readonly supports: number
  readonly contradicts: number
}

interface LedgerYearsProps {
  readonly assessment: Assessment
  readonly ledger: Answers['ledger']
  /** Last year of the axis, which the charts beside it share. */
  readonly last: number
}

/** Shows ledger items per year: for a closer tie above the line, against it below. */
export function LedgerYears({ assessment, ledger, last }: LedgerYearsProps) {
  const { to } = assessment
  const span = [Number(ledger.ledger.from.slice(0, 4)), last] as const
  const counts = useMemo(() => countsOf(ledger.items, ledger.ledger, to), [ledger, to])
  const data = useMemo(() => dataOf(counts, assessment), [counts])
  const said = (year: number): string => {
    const found = counts.find((one) => one.year === year)
    return found === undefined ? 'no ledger of this year' : `${found.supports} for, ${found.contradicts} against`
  }
  return (
    <ChartFigure
      name={fileName(assessment, 'ledger-by-year')}
      embed={() => embedOfPair(assessment, 'ledger-by-year')}
      title="Items of the ledger by year: for a closer tie (above), against it (below, hollow)"
      alt={altOf(counts)}
      data={data}
      on={[span[0], span[1]]}
      draw={(width) => {
        const svg = chartOf(counts, span, width)
        connectYearCursor(svg, span, said)
        return svg
      }}
    />
  )
}

function chartOf(counts: readonly YearCount[], span: readonly [number, number], width: number): PlotPicture {
  const unknown = hatch()
  const [first, last] = [counts[0]?.year ?? span[1] + 1, counts.at(-1)?.year ?? span[1]]
  const outside = [
    { from: span[0] - 0.5, to: first - 0.5 },
    { from: last + 0.5, to: span[1] + 0.5 },
  ].filter(({ from, to }) => to > from)
  const bars = { x1: (one: YearCount) => one.year - 0.4, x2: (one: YearCount) => one.year + 0.4, y1: 0 }
  return plot({
    ...{ yearly: true, width, height: 140, marginLeft: 76, marginRight: 12, marginTop: 17 },
    x: { domain: [span[0] - 0.5, span[1] + 0.5], label: null, ticks: Math.max(3, Math.floor(width / 90)) },
    y: { label: null, grid: true, ticks: 4, tickFormat: (count: number) => String(Math.abs(count)) },
    marks: [
      unknown.mark,
      Plot.rectX(outside, { x1: 'from', x2: 'to', fill: unknown.fill }),
      Plot.rect(counts, { ...bars, y2: 'supports', fill: colour('s0') }),
      Plot.rect(counts, { ...bars, y2: (one: YearCount) => -one.contradicts, fill: 'none', stroke: colour('s1'), strokeWidth: 1.4 }),
      Plot.ruleY([0], { stroke: colour('soft') }),
    ],
  })
}

function countsOf(items: readonly LedgerItem[], days: { readonly from: string; readonly to: string }, to: string): YearCount[] {
  const [first, last] = [Number(days.from.slice(0, 4)), Number((to < days.to ? to : days.to).slice(0, 4))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const own = items.filter(({ date }) => Number(date.slice(0, 4)) === first + i && date <= to)
    const supports = own.filter(({ direction }) => direction === 'supports').length
    return { year: first + i, supports, contradicts: own.length - supports }
  })
}

function dataOf(counts: readonly YearCount[], assessment: Assessment): FigureData {
  return {
    columns: [
      { name: 'year', title: 'year' },
      { name: 'supports', title: 'for a closer tie' },
      { name: 'contradicts', title: 'against it' },
    ],
    rows: counts.map(({ year, supports, contradicts }) => [year, supports, contradicts]),
    sources: downloadSources(assessment, ['ledger']),
    method: 'items of the reviewed ledger by the year of their date; what nobody published is not there',
  }
}

function altOf(counts: readonly YearCount[]): string {
  if (counts.length === 0) return 'The ledger has no item of these years.'
  const total = (of: 'supports' | 'contradicts'): number => counts.reduce((sum, one) => sum + one[of], 0)
  const most = [...counts].sort((x, y) => y.supports + y.contradicts - x.supports - x.contradicts)[0]!
  return `${counted(total('supports') + total('contradicts'), 'item', 'items')} of the ledger from ${counts[0]!.year} to ${counts.at(-1)!.year}, ${total('contradicts')} of them against a closer tie; most in ${most.year} (${most.supports + most.contradicts}).`
}
