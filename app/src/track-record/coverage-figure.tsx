import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { isOffGoal } from '../../../src/server/wording.ts'
import { plot, seriesColours } from '../charts/plot.ts'
import { capital } from '../dyad/assessment-values.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import type { TrackRecord } from './record-route.ts'

const levels = [
  ['cover50', 50],
  ['cover80', 80],
  ['cover90', 90],
  ['cover95', 95],
] as const

interface CoverPoint {
  readonly title: string
  readonly target: string
  readonly horizon: number
  readonly level: number
  readonly share: number
  readonly isOff: boolean
}

/** How many outcomes fell within the bands, beside how many should: a dot for each horizon. */
export function CoverageFigure({ answer }: { readonly answer: TrackRecord }) {
  const points = useMemo(() => pointsOf(answer), [answer])
  const titles = answer.quantities.map(({ title }) => capital(title))
  return (
    <ChartFigure
      name="track-record-coverage"
      title="Outcomes within the bands, by what the bands promise"
      alt={answer.quantities
        .map(
          ({ title, horizons }) =>
            `${capital(title)}: ${levels.map(([key, level]) => `${level} % bands held ${rangeOf(horizons.map((one) => one[key]))}`).join(', ')}`,
        )
        .join('; ')}
      data={{
        columns: ['target', 'years_ahead', 'promised', 'held'].map((name) => ({
          name,
          title: name.replaceAll('_', ' '),
          ...(name === 'promised' || name === 'held' ? { unit: 'percent' } : {}),
        })),
        rows: points.map(({ target, horizon, level, share }) => [target, horizon, level, Number((100 * share).toFixed(2))]),
        sources: answer.sources,
        method: 'Share of outcomes within the central band of each forecast, over all pairs and origins of the back-test.',
      }}
      draw={(width) => drawing(points, titles, width)}
      under="A dot for each of 1, 2, 3, 5 and 10 years ahead; the line is what the band promises. Where a band of 80 % held fewer than 78 % or more than 82 %, or one of 95 % fewer than 93.5 % or more than 96.5 %, the dot is a cross with its years ahead."
    />
  )
}

const rangeOf = (shares: readonly number[]): string => {
  const percent = shares.map((one) => 100 * one)
  return `${Math.min(...percent).toFixed(1)} to ${Math.max(...percent).toFixed(1)} %`
}

function pointsOf({ quantities }: TrackRecord): CoverPoint[] {
  return quantities.flatMap(({ title, target, horizons }) =>
    horizons.flatMap((one) =>
      levels.map(([key, level]) => ({
        ...{ title: capital(title), target, horizon: one.horizon, level, share: one[key] },
        isOff: (key === 'cover80' || key === 'cover95') && isOffGoal(key, one[key]),
      })),
    ),
  )
}

function drawing(points: readonly CoverPoint[], titles: readonly string[], width: number): SVGElement {
  const across = width < 560 ? 1 : width < 900 ? 2 : 3
  const place = ({ title }: { readonly title: string }): number => titles.indexOf(title)
  const fx = (one: { readonly title: string }): number => place(one) % across
  const fy = (one: { readonly title: string }): number => Math.floor(place(one) / across)
  const [main, other] = seriesColours() as [string, string]
  const heads = titles.map((title) => ({ title }))
  const promised = heads.flatMap(({ title }) => levels.map(([, level]) => ({ title, level })))
  const label = (level: number): string => `${level} %`
  return plot({
    ...{ width, height: 46 + 150 * Math.ceil(titles.length / across), marginLeft: 44, marginRight: 14, marginTop: 30, marginBottom: 28 },
    x: { domain: [40, 100], label: null, grid: true, ticks: 4, tickFormat: label },
    y: { domain: levels.map(([, level]) => label(level)), label: null, tickSize: 0, type: 'band', padding: 0.2 },
    fx: { axis: null, padding: 0.1 },
    fy: { axis: null, padding: 0.22 },
    marks: [
      Plot.tickX(promised, { fx, fy, x: 'level', y: ({ level }) => label(level), stroke: colour('soft'), strokeWidth: 1.5 }),
      Plot.dot(
        points.filter(({ isOff }) => !isOff),
        { fx, fy, x: ({ share }) => 100 * share, y: ({ level }) => label(level), r: 3.2, fill: main, fillOpacity: 0.75 },
      ),
      Plot.dot(
        points.filter(({ isOff }) => isOff),
        { fx, fy, x: ({ share }) => 100 * share, y: ({ level }) => label(level), r: 3.6, symbol: 'times', stroke: other, strokeWidth: 2 },
      ),
      ...([-1, 1] as const).map((side) =>
        Plot.text(
          points.filter(({ isOff, share, level }) => isOff && Math.sign(100 * share - level) === side),
          {
            ...{
              fx,
              fy,
              x: ({ share }: CoverPoint) => 100 * share,
              y: ({ level }: CoverPoint) => label(level),
              dx: 7 * side,
              fill: colour('ink'),
            },
            ...{ text: ({ horizon }: CoverPoint) => `${horizon} y`, textAnchor: side < 0 ? 'end' : 'start' },
          },
        ),
      ),
      Plot.text(heads, { fx, fy, frameAnchor: 'top-left', dy: -16, text: 'title', fill: colour('ink'), fontWeight: 'bold' }),
    ],
  })
}
