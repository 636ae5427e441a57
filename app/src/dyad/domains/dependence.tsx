import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { formatFigure, formatShare, possessive } from '../../../../src/server/wording.ts'
import { hatch } from '../../charts/hatch.ts'
import { type PlotPicture, plot } from '../../charts/plot.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import { type Estimate, isKnown, type PairAndDay } from '../../figures/estimate.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { FigureValue } from '../../figures/figure-value.tsx'
import { colour } from '../../theme.ts'
import { type Assessment, downloadSources, fileName, periodText, requestOf } from '../assessment-values.ts'
import { type DependenceRow, dependenceRows } from './dependence-rows.ts'

/** Shows mutual dependence as a diverging bar chart: A to the left, B to the right. */
export function Dependence({ assessment }: { readonly assessment: Assessment }) {
  const rows = useMemo(() => dependenceRows(assessment), [assessment])
  return (
    <div class="dependence">
      <DependenceFigure assessment={assessment} />
      {rows.length > 0 && <DependenceTable rows={rows} assessment={assessment} pair={requestOf(assessment)} />}
    </div>
  )
}

/** The bars alone, or that nothing is known. */
export function DependenceFigure({ assessment }: { readonly assessment: Assessment }) {
  const rows = useMemo(() => dependenceRows(assessment), [assessment])
  const data = useMemo(() => dataOf(rows, assessment), [rows])
  const { a, b } = assessment
  if (rows.length === 0) return <p>Unknown: no share of trade, fuels or arms of either side is in the record for this day.</p>
  return (
    <ChartFigure
      name={fileName(assessment, 'dependence')}
      title={`What the other is worth to each: ${a.name} (left), ${b.name} (right)`}
      embed={() => embedOfPair(assessment, 'dependence')}
      alt={rows.map((row) => `${row.title}: ${a.name} ${said(row.a)}, ${b.name} ${said(row.b)}`).join('. ')}
      data={data}
      draw={(width) => chartOf(rows, width)}
      under={`Bars to the left: parts of ${possessive(a.name)} own whole; to the right: of ${possessive(b.name)}. Hatched: unknown. The longer bar leans on the other more.`}
    />
  )
}

interface Bar {
  readonly title: string
  /** Length of the bar; negative to the left. */
  readonly x: number
  readonly at: -1 | 1
  readonly known: boolean
}

function barOf(title: string, estimate: Estimate | undefined, at: Bar['at']): Bar {
  return isKnown(estimate) ? { title, x: at * estimate.value, at, known: true } : { title, x: Number.NaN, at, known: false }
}

function chartOf(rows: readonly DependenceRow[], width: number): PlotPicture {
  const unknown = hatch()
  const values = rows.flatMap((row) => [row.a, row.b].filter(isKnown).map(({ value }) => value))
  const most = Math.max(...values, 0.01) * 1.25
  const bars = rows.flatMap((row) => [barOf(row.title, row.a, -1), barOf(row.title, row.b, 1)])
  const known = bars.filter((bar) => bar.known)
  return plot({
    width,
    height: 46 * rows.length + 40,
    ...{ marginLeft: 4, marginRight: 4, marginTop: 20, marginBottom: 24 },
    x: { domain: [-most, most], label: null, grid: true, ticks: 6, tickFormat: (share: number) => formatShare(Math.abs(share)) },
    y: { domain: rows.map(({ title }) => title), axis: null, padding: 0.55 },
    marks: [
      unknown.mark,
      Plot.barX(
        bars.filter((bar) => !bar.known),
        { x1: 0, x2: ({ at }: Bar) => at * most * 0.2, y: 'title', fill: unknown.fill, stroke: colour('soft'), strokeDasharray: '3 2' },
      ),
      Plot.barX(known, { x: 'x', y: 'title', fill: ({ at }: Bar) => colour(at < 0 ? 's0' : 's1') }),
      ...([-1, 1] as const).map((side) =>
        Plot.text(
          known.filter(({ at }) => at === side),
          {
            x: 'x',
            y: 'title',
            text: ({ x }: Bar) => formatShare(Math.abs(x)),
            textAnchor: side < 0 ? 'end' : 'start',
            dx: 4 * side,
            fill: colour('ink'),
          },
        ),
      ),
      Plot.ruleX([0], { stroke: colour('ink') }),
      Plot.text(rows, { x: 0, y: 'title', text: 'title', dy: -17, fill: colour('ink'), stroke: colour('ground'), strokeWidth: 4 }),
    ],
  })
}

function said(estimate: Estimate | undefined): string {
  return isKnown(estimate) ? formatFigure(estimate.value, estimate.unit) : 'unknown'
}

function dataOf(rows: readonly DependenceRow[], assessment: Assessment): FigureData {
  const { a, b } = assessment
  const cells = (one: Estimate | undefined): (string | number | null)[] => (isKnown(one) ? [one.value, periodText(one.period)] : [null, ''])
  const behind = rows.flatMap((row) => [row.a, row.b].filter(isKnown).flatMap(({ evidence }) => evidence.map(({ source }) => source)))
  return {
    columns: [
      { name: 'what', title: 'what' },
      ...[a, b].flatMap(({ iso3, name }) => [
        { name: iso3, title: name, unit: 'share' },
        { name: `${iso3}_when`, title: `${name}, when` },
      ]),
    ],
    rows: rows.map((row) => [row.title, ...cells(row.a), ...cells(row.b)]),
    sources: downloadSources(assessment, behind),
    method: 'parts of each side’s own whole, each of the latest year that its source has',
  }
}

interface DependenceTableProps {
  readonly rows: readonly DependenceRow[]
  readonly assessment: Assessment
  readonly pair: PairAndDay
}

function DependenceTable({ rows, assessment: { a, b }, pair }: DependenceTableProps) {
  const cell = (estimate: Estimate | undefined) => (
    <td>
      {estimate === undefined ? (
        <span class="unknown-value">unknown</span>
      ) : (
        <>
          <FigureValue estimate={estimate} pair={pair} /> <span class="soft small">{isKnown(estimate) && periodText(estimate.period)}</span>
        </>
      )}
    </td>
  )
  return (
    <section class="scroll" tabIndex={0} aria-label="Dependence in figures">
      <table>
        <caption class="visually-hidden">Dependence in figures</caption>
        <thead>
          <tr>
            <th scope="col">what</th>
            <th scope="col">{a.name}</th>
            <th scope="col">{b.name}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.title}>
              <th scope="row">{row.title}</th>
              {cell(row.a)}
              {cell(row.b)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
