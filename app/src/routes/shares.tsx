import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { formatShare, joinedWords } from '../../../src/server/wording.ts'
import { plot, seriesColours } from '../charts/plot.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import { downloadSources, fileName, type RoutesOf } from './routes-route.ts'

interface Share {
  readonly what: string
  readonly value: number | null
  readonly low: number
  readonly high: number
}

/** The raw share of lost exports, the share net of controls, published shares, and why they differ. */
export function Shares({ answer }: { readonly answer: RoutesOf }) {
  const shares = useMemo(() => sharesOf(answer), [answer])
  if (shares === undefined) return null
  const names = joinedWords((answer.together?.hubs ?? []).map((iso3) => answer.hubs.find((hub) => hub.iso3 === iso3)?.name ?? iso3))
  return (
    <>
      <ChartFigure
        name={fileName(answer, 'shares')}
        title={`How much of what ${answer.target.name} lost may have come back`}
        alt={shares
          .map(
            ({ what, value, low, high }) =>
              `${what}: ${value === null ? '' : `${formatShare(value)}, `}${formatShare(low)} to ${formatShare(high)}`,
          )
          .join('; ')}
        data={{
          columns: ['figure', 'value', 'low', 'high'].map((name) => ({ name, title: name })),
          rows: shares.map(({ what, value, low, high }) => [what, value, low, high]),
          sources: downloadSources(answer),
        }}
        draw={(width) => drawing(shares, width)}
        under={`Raw: the rise at ${names} over the fall to ${answer.target.name}. Net: what exceeds expected exports there, over what is missing at ${answer.target.name}; the interval adds the hubs’ ends.`}
      />
      {answer.published.length > 0 && (
        <>
          <h3>Why published figures differ</h3>
          <ul>
            {answer.published.map(({ source, figure, difference }) => (
              <li key={source + figure}>
                <b>{figure}</b> ({source}). {difference}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Published ranges that are shares of lost exports; the text has what each counts. */
const published: Readonly<Record<string, readonly Share[]>> = {
  RUS: [
    { what: 'published: EBRD 2023', value: null, low: 0.05, high: 0.1 },
    { what: 'published: CEPR 2025', value: null, low: 0, high: 0.1 },
  ],
}

function sharesOf({ together, target }: RoutesOf): Share[] | undefined {
  if (together === null || together.net === null || together.raw === null) return undefined
  const { raw, net } = together
  return [
    { what: 'raw', value: raw, low: raw, high: raw },
    { what: 'net of controls', value: net.value, low: net.low90, high: net.high90 },
    ...(published[target.id] ?? []),
  ]
}

function drawing(shares: readonly Share[], width: number): SVGElement {
  const [own, other] = [seriesColours()[0]!, seriesColours()[1]!]
  const stroke = ({ what }: Share): string => (what.startsWith('published') ? other : own)
  return plot({
    width,
    height: 48 + 30 * shares.length,
    marginLeft: Math.min(width * 0.42, 170),
    marginRight: 30,
    x: {
      domain: [Math.min(0, ...shares.map(({ low }) => low)), Math.max(...shares.map(({ high }) => high))],
      nice: true,
      label: null,
      grid: true,
      ticks: 5,
      tickFormat: formatShare,
    },
    y: { domain: shares.map(({ what }) => what), label: null, tickSize: 0, type: 'band', padding: 0.4 },
    marks: [
      Plot.ruleX([0], { stroke: colour('soft') }),
      Plot.link(shares, { y1: 'what', y2: 'what', x1: 'low', x2: 'high', stroke, strokeWidth: 3 }),
      Plot.dot(
        shares.filter(({ value }) => value !== null),
        { y: 'what', x: 'value', r: 5, fill: stroke },
      ),
    ],
  })
}
