import { SkillMark, skillScaleOf } from '../charts/skill-mark.tsx'
import { type YearChart, yearChart } from '../charts/year-chart.ts'
import { DirectionSign } from '../dyad/domains/domain-items.tsx'
import { PercentileBar } from '../dyad/domains/percentile-bar.tsx'
import { EmptyChart } from '../dyad/summary/empty-chart.tsx'
import { DataTable } from '../figures/data-table.tsx'
import type { Estimate, KnownEstimate } from '../figures/estimate.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { FigureValue } from '../figures/figure-value.tsx'
import { Panes } from './panes.tsx'

const pair = { a: 'CHN', b: 'RUS' }

const base = {
  id: 'design',
  label: 'Share of imports from Russia',
  unit: 'share',
  period: '2023',
  method: 'made up for this page',
  evidence: [],
} as const
const interval = { level: 0.9, low: 0.041, high: 0.063, kind: 'bootstrap' } as const
const observed: KnownEstimate = { ...base, state: 'observed', value: 0.052, interval }

/** A figure in each of the four states of a value, and with an interval, exact, or with none. */
const values: readonly (readonly [string, Estimate])[] = [
  ['observed, with its interval', observed],
  ['observed, exact', { ...observed, unit: 'count', value: 26, interval: 'exact' }],
  ['observed zero', { ...observed, unit: 'count', value: 0, interval: 'exact' }],
  ['estimated', { ...observed, state: 'estimated' }],
  ['unknown', { ...base, state: 'unknown', reason: 'no source on record has it' }],
  ['not applicable', { ...base, state: 'not-applicable', reason: 'they were not states together' }],
]

const data: FigureData = {
  columns: [
    { name: 'year', title: 'year' },
    { name: 'value', title: 'value', unit: 'share' },
    { name: 'status', title: 'status' },
  ],
  rows: [
    [2021, 0.048, 'observed'],
    [2022, null, 'unknown'],
    [2023, 0.052, 'estimated'],
  ],
  sources: [],
}

const points = (from: number, step: number): YearChart['lines'][number]['points'] =>
  Array.from({ length: 24 }, (_, i) => i)
    .filter((i) => i !== 9 && i !== 10)
    .map((i) => {
      const value = from + step * i + 0.02 * Math.sin(i)
      return { year: 2000 + i, value, low: value - 0.03, high: value + 0.03, estimated: i > 20 }
    })

const longTitle =
  'Arms transferred from Saint Vincent and the Grenadines to the Democratic Republic of the Congo, by who reports, constant prices'

const charts: readonly (readonly [string, string, YearChart])[] = [
  ['one', 'Share of same positions', chartOf([{ name: 'share', points: points(0.5, 0.01) }])],
  [
    'six',
    longTitle,
    chartOf(Array.from({ length: 6 }, (_, i) => ({ name: `reporter ${i + 1}`, points: points(0.1 + 0.14 * i, 0.004 * (i - 2)) }))),
  ],
]

function chartOf(lines: YearChart['lines']): YearChart {
  return { unit: 'share', lines, breaks: [{ year: 2008, low: 2006, high: 2010 }], levels: [], span: [1996, 2023] }
}

/** Values, tables and charts in each of their states, with figures that are made up. */
export function FigureSamples() {
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">Figures</h2>
      <p>The figures in this part are made up. Hatched: unknown. A hollow mark: estimated. A line is not drawn across a gap.</p>
      <Panes title="A value" note="In each of the four states of a value; with an interval, exact, and zero that was observed.">
        {() => (
          <table>
            <tbody>
              {values.map(([name, estimate]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    <FigureValue estimate={estimate} pair={pair} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panes>
      <Panes title="A table of data" note="With an unknown value, and without rows.">
        {(theme) => (
          <>
            <DataTable data={data} caption={`Made-up shares, ${theme}`} />
            <DataTable data={{ ...data, rows: [] }} caption={`No rows, ${theme}`} />
          </>
        )}
      </Panes>
      {charts.map(([name, title, chart]) => (
        <Panes key={name} title={name === 'one' ? 'A chart with its menu' : 'Six series under a long title'}>
          {(theme) => (
            <ChartFigure
              name={`design-${name}-${theme}`}
              title={title}
              alt={`${title}, made up.`}
              data={data}
              draw={(width) => yearChart(chart, width)}
              under="Bands: 90 % intervals. Upright band: a break."
            />
          )}
        </Panes>
      ))}
      <Panes title="A chart for which nothing is known">
        {() => <EmptyChart title="Goods trade both ways" text="No source on record has their trade." />}
      </Panes>
      <Panes
        title="Small marks"
        note="A percentile with its interval; a gain in skill that is shown and one that is not; for and against a closer tie."
      >
        {() => <SmallMarks />}
      </Panes>
    </section>
  )
}

const [shown, open] = [
  { value: 0.05, low90: 0.03, high90: 0.07 },
  { value: 0.01, low90: -0.02, high90: 0.04 },
]

function SmallMarks() {
  const scale = skillScaleOf([shown, open])
  return (
    <>
      <PercentileBar rank={{ ...observed, unit: 'percentile', value: 82, interval: { ...interval, low: 76, high: 88 } }} />
      <p class="row">
        <SkillMark skill={shown} scale={scale} /> <SkillMark skill={open} scale={scale} /> <SkillMark skill={null} scale={scale} />
        <DirectionSign against={false} /> <DirectionSign against />
      </p>
    </>
  )
}
