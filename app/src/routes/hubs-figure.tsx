import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { formatFigure } from '../../../src/server/wording.ts'
import { hatch } from '../charts/hatch.ts'
import { plot, seriesColours } from '../charts/plot.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import { downloadSources, fileName, type Hub, isFound, perWords, type RoutesOf } from './routes-route.ts'

const most = 15

/** Hubs by what exceeds expected exports, with intervals. */
export function HubsFigure({ answer }: { readonly answer: RoutesOf }) {
  const hubs = answer.hubs.slice(0, most)
  const data = useMemo(() => dataOf(answer), [answer])
  return (
    <ChartFigure
      name={fileName(answer, 'hubs')}
      title={`EU exports beyond expected${perWords(answer)}, by hub`}
      alt={hubs
        .map(
          (hub) =>
            `${hub.name}: ${hub.excess === null ? 'unknown' : `${euro(hub.excess.value)}, 90 % interval ${euro(hub.excess.low90)} to ${euro(hub.excess.high90)}, ${hub.verdict}`}`,
        )
        .join('; ')}
      data={data}
      draw={(width) => drawing(hubs, width)}
      under={`Filled: consistent with rerouting (false-discovery rate ${answer.placebo.rate * 100} %, whole interval above zero). Open: no finding. Lines: 90 % intervals from ${answer.placebo.states} states that are no hubs. Hatched: the data have nothing of the state.${answer.hubs.length > most ? ` The first ${most} of ${answer.hubs.length}; the table has all.` : ''}`}
    />
  )
}

const euro = (value: number): string => formatFigure(value, 'EUR')

function drawing(hubs: readonly Hub[], width: number): SVGElement {
  const known = hubs.filter((hub): hub is Hub & { excess: NonNullable<Hub['excess']> } => hub.excess !== null)
  const names = hubs.map(({ name }) => name)
  const unknown = hubs.filter(({ excess }) => excess === null)
  const values = known.flatMap(({ excess }) => [excess.low90, excess.high90])
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)]
  const [stroke, hatched] = [seriesColours()[0]!, hatch()]
  return plot({
    width,
    height: 50 + 27 * hubs.length,
    marginLeft: Math.min(width * 0.4, 20 + 7 * Math.max(...names.map(({ length }) => length))),
    marginRight: 36,
    x: { domain: [low, high], nice: true, label: null, grid: true, ticks: Math.max(3, Math.floor(width / 170)), tickFormat: euro },
    y: { domain: names, label: null, tickSize: 0, type: 'band', padding: 0.4 },
    marks: [
      hatched.mark,
      Plot.barX(unknown, { y: 'name', x1: low, x2: high, fill: hatched.fill }),
      Plot.ruleX([0], { stroke: colour('soft') }),
      Plot.link(known, { y1: 'name', y2: 'name', x1: (hub) => hub.excess.low90, x2: (hub) => hub.excess.high90, stroke, strokeWidth: 2 }),
      Plot.dot(known, {
        ...{ y: 'name', x: (hub: (typeof known)[number]) => hub.excess.value, r: 5, stroke },
        fill: (hub: (typeof known)[number]) => (isFound(hub) ? stroke : colour('ground')),
      }),
      Plot.text(unknown, {
        ...{ y: 'name', x: low, text: () => 'unknown', textAnchor: 'start', dx: 6 },
        ...{ fill: colour('ink'), stroke: colour('ground'), strokeWidth: 4 },
      }),
    ],
  })
}

function dataOf(answer: RoutesOf): FigureData {
  const columns = ['iso3', 'hub', 'before', 'after', 'excess', 'low90', 'high90', 'q', 'share_of_missing', 'detectable', 'verdict']
  return {
    columns: columns.map((name) => ({
      name,
      title: name.replaceAll('_', ' '),
      ...(['before', 'after', 'excess', 'low90', 'high90', 'detectable'].includes(name) ? { unit: 'EUR' } : {}),
    })),
    rows: answer.hubs.map(({ iso3, name, pre, post, excess, substitution, detectable, verdict }) =>
      excess === null
        ? [iso3, name, null, null, null, null, null, null, null, null, verdict]
        : [
            iso3,
            name,
            pre,
            post,
            Math.round(excess.value),
            Math.round(excess.low90),
            Math.round(excess.high90),
            rounded(excess.q),
            rounded(substitution?.value ?? null),
            detectable === null ? null : Math.round(detectable),
            verdict,
          ],
    ),
    sources: downloadSources(answer),
    method:
      'Exports after less exports before times the growth of exports to control states; interval and q from the growth of states of similar size that are no hubs; detectable: the least reroute that would show in nine of ten cases.',
  }
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(4)))
