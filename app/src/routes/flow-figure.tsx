import { formatFigure, formatShare } from '../../../src/server/wording.ts'
import { seriesColours } from '../charts/plot.ts'
import { svgElement } from '../charts/svg.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { setQuery } from '../route.ts'
import { colour } from '../theme.ts'
import { downloadSources, fileName, type Hub, isFound, type RoutesOf, routesQuery } from './routes-route.ts'

type Reports = NonNullable<Hub['reports']>
type Year = Reports['years'][number]

/** From the EU to a hub and on to the target, by both sides' reports, before and after. */
export function FlowFigure({ answer }: { readonly answer: RoutesOf }) {
  const { hub: asked } = routesQuery()
  const withReports = answer.hubs.filter(({ reports }) => reports !== null)
  const hub = answer.hubs.find(({ iso3 }) => iso3 === asked) ?? withReports.find(isFound) ?? withReports[0] ?? answer.hubs[0]
  if (hub === undefined) return null
  return (
    <>
      <p class="row routes-choices no-print">
        <label>
          Hub{' '}
          <select value={hub.iso3} onChange={(event) => setQuery({ hub: event.currentTarget.value }, { replace: true })}>
            {answer.hubs.map(({ iso3, name, reports }) => (
              <option key={iso3} value={iso3}>
                {name}
                {reports === null ? ' (no reports of its own)' : ''}
              </option>
            ))}
          </select>
        </label>
      </p>
      {hub.reports === null ? <NoReports hub={hub} /> : <Flow answer={answer} hub={hub} reports={hub.reports} />}
    </>
  )
}

function NoReports({ hub }: { readonly hub: Hub }) {
  return (
    <p>
      The record has no reports of {hub.name} on both sides of the date: what arrived there, and what went on, is unknown. By product:{' '}
      {hub.needs['ghost_share'] ?? hub.needs['excess']}
    </p>
  )
}

function Flow({ answer, hub, reports }: { readonly answer: RoutesOf; readonly hub: Hub; readonly reports: Reports }) {
  const [before, after] = yearsShown(answer, reports)
  const lost = reports.not_arrived
  return (
    <ChartFigure
      name={fileName(answer, `flow-${hub.iso3}`)}
      title={`All goods from the EU by ${hub.name} to ${answer.target.name}, as each side reports`}
      alt={[before, after]
        .map(
          (year) =>
            `${year.year}: ${stepsOf(year, hub, answer)
              .map(({ label, value }) => `${label} ${usd(value)}`)
              .join(', ')}`,
        )
        .join('; ')}
      data={{
        columns: ['year', 'exported', 'arrived', 'onward', 'onward_by_target'].map((name) => ({
          name,
          title: name.replaceAll('_', ' '),
          ...(name === 'year' ? {} : { unit: 'USD' }),
        })),
        rows: reports.years.map(({ year, exported, arrived, onward, onward_by_target: byTarget }) => [
          year,
          ...[exported, arrived, onward, byTarget].map((one) => (one === null ? null : Math.round(one))),
        ]),
        sources: downloadSources(answer, reports.sources),
        method:
          'exported: EU to hub by the EU, free on board, at the year’s mean rate of the euro; arrived: EU to hub by the hub, by origin, mostly with freight; onward: hub to target by the hub and by the target.',
      }}
      on={[hub.iso3]}
      draw={(width) => drawing([before, after], hub, answer, width)}
      under={`${lost === null ? '' : `Of the EU’s additional exports from ${lost.from} to ${lost.to} (${usd(lost.exported)}), ${formatShare(lost.share)} are not in the imports that ${hub.name} reports from the EU, less freight. `}All goods, in USD. What the hub sends on is of any origin: a band to ${answer.target.name} does not say that these goods came from the EU. Missing reports are unknown, not zero.`}
    />
  )
}

/** The last year before the date with the hub's report, and the last after it. */
function yearsShown({ window }: RoutesOf, { years }: Reports): [Year, Year] {
  const from = Number(window.since.slice(0, 4))
  const held = years.filter(({ arrived, onward }) => arrived !== null || onward !== null)
  const known = held.length === 0 ? years : held
  return [known.filter(({ year }) => year < from).at(-1) ?? known[0]!, known.at(-1)!]
}

interface Step {
  readonly label: string
  readonly value: number | null
  readonly side: 'in' | 'out'
}

function stepsOf({ exported, arrived, onward, onward_by_target: byTarget }: Year, hub: Hub, { target }: RoutesOf): Step[] {
  return [
    { label: 'sent, by the EU', value: exported, side: 'in' },
    { label: `arrived, by ${hub.name}`, value: arrived, side: 'in' },
    { label: `sent on, by ${hub.name}`, value: onward, side: 'out' },
    { label: `received, by ${target.name}`, value: byTarget, side: 'out' },
  ]
}

const usd = (value: number | null): string => (value === null ? 'unknown' : formatFigure(value, 'USD'))

/** Two flow diagrams one under the other: bands from the EU to the hub and from the hub to the target, on one scale. */
function drawing(years: readonly Year[], hub: Hub, answer: RoutesOf, width: number): SVGElement {
  const most = Math.max(1, ...years.flatMap((year) => stepsOf(year, hub, answer).map(({ value }) => value ?? 0)))
  const [tall, gap, head] = [70, 26, 30]
  const panel = head + 2 * tall + gap + 18
  const svg = svgElement('svg', {
    width,
    height: panel * years.length,
    viewBox: `0 0 ${width} ${panel * years.length}`,
    class: 'plot flow',
  })
  svg.append(...years.map((year, i) => panelOf(year, { hub, answer, width, most, tall, gap, head, top: i * panel })))
  return svg
}

interface Panel {
  readonly hub: Hub
  readonly answer: RoutesOf
  readonly width: number
  readonly most: number
  readonly tall: number
  readonly gap: number
  readonly head: number
  readonly top: number
}

function panelOf(year: Year, { hub, answer, width, most, tall, gap, head, top }: Panel): SVGElement {
  const bar = 10
  const columns = [0, (width - bar) / 2, width - bar] as const
  const names = ['EU', hub.name, answer.target.name]
  const steps = stepsOf(year, hub, answer)
  const parts: SVGElement[] = [text(0, top + 12, String(year.year), 'start', true)]
  const small = width < 520
  names.forEach((name, i) => {
    const [x, anchor] = [
      [0, 'start'],
      [width / 2, 'middle'],
      [width, 'end'],
    ][i] as [number, string]
    parts.push(text(x, top + head - 2, name, anchor, false))
    parts.push(svgElement('rect', { x: columns[i]!, y: top + head + 4, width: bar, height: 2 * tall + gap, fill: colour('soft') }))
  })
  steps.forEach(({ label, value, side }, i) => {
    const [from, to] = side === 'in' ? [columns[0] + bar, columns[1]] : [columns[1] + bar, columns[2]]
    const y = top + head + 4 + (i % 2) * (tall + gap) + tall / 2
    const high = value === null ? 12 : Math.max(2, (tall * value) / most)
    const series = seriesColours()[i % 2]!
    parts.push(
      value === null
        ? svgElement('rect', {
            x: from,
            y: y - 6,
            width: to - from,
            height: 12,
            fill: 'none',
            stroke: colour('soft'),
            'stroke-dasharray': '4 3',
          })
        : svgElement('rect', { x: from, y: y - high / 2, width: to - from, height: high, fill: series, 'fill-opacity': 0.45 }),
    )
    const words = small ? [label, usd(value)] : [`${label}: ${usd(value)}`]
    parts.push(...words.map((line, at) => haloed((from + to) / 2, y + 4 + (at - (words.length - 1) / 2) * 14, line)))
  })
  return svgElement('g', {}, parts)
}

function text(x: number, y: number, words: string, anchor: string, isBold: boolean): SVGElement {
  return svgElement(
    'text',
    { x, y, 'text-anchor': anchor, fill: colour('ink'), 'font-size': 13, 'font-weight': isBold ? 'bold' : 'normal' },
    [words],
  )
}

function haloed(x: number, y: number, words: string): SVGElement {
  return svgElement(
    'text',
    {
      x,
      y,
      'text-anchor': 'middle',
      fill: colour('ink'),
      stroke: colour('ground'),
      'stroke-width': 3,
      'paint-order': 'stroke',
      'font-size': 12,
    },
    [words],
  )
}
