import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { plot, seriesColours } from '../charts/plot.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import { downloadSources, fileName, type Hub, type RoutesOf } from './routes-route.ts'

interface Point {
  readonly hub: string
  readonly year: number
  readonly times: number
  readonly low: number
  readonly high: number
}

const most = 12

/** Exports of all goods to each hub by year against controls, small multiples, with the band of placebo states. */
export function HubYears({ answer }: { readonly answer: RoutesOf }) {
  const hubs = answer.hubs.filter(({ methods }) => methods.event_study.length > 0).slice(0, most)
  const points = useMemo(() => hubs.flatMap(pointsOf), [answer])
  if (points.length === 0) return null
  return (
    <ChartFigure
      name={fileName(answer, 'years')}
      title="EU exports of all goods to each hub by year, against control states"
      alt={hubs.map((hub) => `${hub.name}: ${lastWords(hub)}`).join('; ')}
      data={{
        columns: ['hub', 'year', 'times', 'placebo_low', 'placebo_high'].map((name) => ({ name, title: name.replaceAll('_', ' ') })),
        rows: points.map(({ hub, year, times, low, high }) => [hub, year, ...[times, low, high].map((one) => Number(one.toPrecision(4)))]),
        sources: downloadSources(answer, ['comext']),
        method:
          'Event study: difference of log exports from the mean of control states, less that of the last year before; shown as a ratio.',
      }}
      draw={(width) =>
        drawing(
          points,
          hubs.map(({ name }) => name),
          width,
        )
      }
      under="Line: exports over those of the last year before the ban, divided by the same of control states. Band: the middle nine tenths of states of similar size that are no hubs. Logarithmic scale; 1 is the growth of controls."
    />
  )
}

function pointsOf({ name, methods }: Hub): Point[] {
  return methods.event_study.map(({ year, log, placebo_low: low, placebo_high: high }) => ({
    ...{ hub: name, year, times: Math.exp(log), low: Math.exp(low), high: Math.exp(high) },
  }))
}

function lastWords({ methods }: Hub): string {
  const { year, log, placebo_low: low, placebo_high: high } = methods.event_study.at(-1)!
  const place = log > high ? 'above the placebo band' : log < low ? 'below the placebo band' : 'within the placebo band'
  return `in ${year} ${Math.exp(log).toPrecision(2)} times controls, ${place}`
}

function drawing(points: readonly Point[], names: readonly string[], width: number): SVGElement {
  const across = width < 520 ? 2 : width < 900 ? 3 : 5
  const at = (name: string): number => names.indexOf(name)
  const fx = ({ hub }: Point): number => at(hub) % across
  const fy = ({ hub }: Point): number => Math.floor(at(hub) / across)
  const heads = names.map((hub) => ({ ...points[0]!, hub }))
  const years = points.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const rows = Math.ceil(names.length / across)
  return plot({
    width,
    height: 40 + 130 * rows,
    marginLeft: 40,
    marginRight: 12,
    marginTop: 20,
    x: {
      domain: [first, last],
      ticks: [first, Math.round((first + last) / 2), last],
      tickFormat: (year: number) => `’${String(year).slice(2)}`,
      label: null,
    },
    y: {
      type: 'log',
      label: null,
      grid: true,
      ticks: [0.5, 1, 2, 5, 10].filter((tick) => tick <= Math.max(2, ...points.map(({ times }) => times * 1.2))),
      tickFormat: (value: number) => `${value}×`,
    },
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.2 },
    marks: [
      Plot.areaY(points, { fx, fy, x: 'year', y1: 'low', y2: 'high', z: 'hub', fill: colour('tint'), fillOpacity: 0.6 }),
      Plot.ruleY([1], { stroke: colour('soft'), strokeDasharray: '2 3' }),
      Plot.lineY(points, { fx, fy, x: 'year', y: 'times', z: 'hub', stroke: seriesColours()[0]!, strokeWidth: 2 }),
      Plot.dot(
        points.filter(({ year }) => year === last),
        { fx, fy, x: 'year', y: 'times', r: 3, fill: seriesColours()[0]! },
      ),
      Plot.text(heads, { fx, fy, frameAnchor: 'top-left', dy: -14, text: 'hub', fill: colour('ink'), fontWeight: 'bold' }),
    ],
  })
}
