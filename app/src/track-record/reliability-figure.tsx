import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { percentWords } from '../../../src/server/wording.ts'
import { plot, seriesColours } from '../charts/plot.ts'
import { capital } from '../dyad/assessment-values.ts'
import { chosenHorizon, yearsText } from '../dyad/outlook/outlook-words.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import type { TrackRecord } from './record-route.ts'

interface Point {
  readonly title: string
  readonly target: string
  readonly probability: number
  readonly frequency: number
  readonly n: number
  readonly low90: number | null
  readonly high90: number | null
}

/** How often events came, by how probable they were said to be; on the diagonal where probabilities are right. */
export function ReliabilityFigure({ answer }: { readonly answer: TrackRecord }) {
  const horizon = chosenHorizon()
  const points = useMemo(() => pointsOf(answer, horizon), [answer, horizon])
  const titles = [...new Set(points.map(({ title }) => title))]
  return (
    <ChartFigure
      name="track-record-reliability"
      title={`How often events came, by the probability given, ${yearsText(horizon)} ahead`}
      alt={titles.map((title) => `${title}: ${altOf(points.filter((one) => one.title === title))}`).join('. ')}
      data={{
        columns: ['target', 'years_ahead', 'probability', 'frequency', 'n', 'low90', 'high90'].map((name) => ({
          name,
          title: name.replaceAll('_', ' '),
        })),
        rows: points.map(({ target, probability, frequency, n, low90, high90 }) => [
          target,
          horizon,
          probability,
          frequency,
          n,
          low90,
          high90,
        ]),
        sources: answer.sources,
        method:
          'Forecasts grouped by probability: mean probability and share of cases in which the event came, since 1990, with Wilson’s 90 % interval as if cases were independent.',
      }}
      on={[horizon]}
      draw={(width) => drawing(points, titles, width)}
      under="Across: probability given. Up: share of cases in which the event came, on logarithmic scales. On the line probabilities are right; below it they were too high. Triangles at the bottom: it never came. Lines: 90 % intervals as if cases were independent, which pairs of one coalition are not, so they are too narrow. Where the base rate is the forecast, the diagram is of the model that was tried. Moves of standing have no points here."
    />
  )
}

function altOf(points: readonly Point[]): string {
  return points
    .map(({ probability, frequency, n }) => `given ${percentWords(probability)}, came ${came(frequency)} of ${count(n)}`)
    .join('; ')
}

const came = (frequency: number): string => (frequency === 0 ? 'in none' : percentWords(frequency))
const count = (n: number): string => Math.round(n).toLocaleString('en-US')

function pointsOf({ events }: TrackRecord, horizon: number): Point[] {
  return events.flatMap(({ title, target, horizons }) =>
    horizons.filter((one) => one.horizon === horizon).flatMap(({ bins }) => bins.map((bin) => ({ title: capital(title), target, ...bin }))),
  )
}

function drawing(points: readonly Point[], titles: readonly string[], width: number): SVGElement {
  const across = width < 420 ? 1 : width < 700 ? 2 : width < 1000 ? 3 : 4
  const place = ({ title }: { readonly title: string }): number => titles.indexOf(title)
  const fx = (one: { readonly title: string }): number => place(one) % across
  const fy = (one: { readonly title: string }): number => Math.floor(place(one) / across)
  const main = seriesColours()[0]!
  const positive = points.flatMap(({ probability, frequency }) => [probability, frequency]).filter((value) => value > 0)
  const floor = 10 ** Math.floor(Math.log10(Math.min(...positive)))
  const heads = titles.map((title) => ({ title }))
  const powers = Array.from({ length: 1 - Math.log10(floor) }, (_, k) => floor * 10 ** k).filter(
    (_, k, all) => (all.length - 1 - k) % 2 === 0,
  )
  const percent = (value: number): string => `${Number((100 * value).toPrecision(1))} %`
  const within = (value: number): number => Math.max(floor, value)
  const seen = points.filter(({ frequency }) => frequency > 0)
  const none = points.filter(({ frequency }) => frequency === 0)
  return plot({
    ...{ width, height: 40 + 205 * Math.ceil(titles.length / across), marginLeft: 50, marginRight: 14, marginTop: 30, marginBottom: 26 },
    x: { type: 'log', domain: [floor, 1], axis: null },
    y: { type: 'log', domain: [floor, 1], axis: null },
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.3 },
    marks: [
      Plot.gridX(powers),
      Plot.gridY(powers),
      Plot.axisX(powers, { text: percent, label: null, facetAnchor: null }),
      Plot.axisY(powers, { text: percent, label: null }),
      Plot.link(heads, { fx, fy, x1: floor, x2: 1, y1: floor, y2: 1, stroke: colour('soft'), strokeDasharray: '4 3' }),
      Plot.link(
        points.filter(({ high90 }) => high90 !== null),
        {
          ...{ fx, fy, x1: 'probability', x2: 'probability', stroke: main, strokeWidth: 1.4, strokeOpacity: 0.75 },
          y1: ({ low90 }: Point) => within(low90!),
          y2: ({ high90 }: Point) => within(high90!),
        },
      ),
      Plot.dot(seen, { fx, fy, x: 'probability', y: 'frequency', r: 3.4, fill: main }),
      Plot.dot(none, {
        fx,
        fy,
        x: 'probability',
        y: floor,
        r: 4,
        symbol: 'triangle',
        stroke: main,
        strokeWidth: 1.5,
        fill: colour('ground'),
      }),
      Plot.text(heads, { fx, fy, frameAnchor: 'top-left', dy: -16, text: 'title', fill: colour('ink'), fontWeight: 'bold' }),
    ],
  })
}
