import { formatFigure, intervalText } from '../../assessments/forms/wording.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { type Chart, legendEntry, seriesMarker } from './chart-frame.ts'
import { decimalYear, linearScale, type Scale, ticks, yearTicks } from './chart-scale.ts'

export interface ChartPoint {
  readonly year: number
  readonly value: number
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** Whether the value is an estimate by the source, not an observation. */
  readonly estimated?: boolean | undefined
}

export interface SeriesLine {
  readonly name: string
  readonly points: readonly ChartPoint[]
}

/** A structural break: the first year after it, and the interval of that year. */
export interface ChartBreak {
  readonly year: number
  readonly low: number
  readonly high: number
}

/** A dated event that is shown below a series. */
export interface ChartEvent {
  readonly date: string
  readonly against: boolean
}

export interface SeriesSpec {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly lines: readonly SeriesLine[]
  readonly breaks: readonly ChartBreak[]
  readonly events: readonly ChartEvent[]
  readonly file: string
}

interface Axes {
  readonly x: Scale
  readonly y: Scale
  readonly years: readonly [number, number]
  readonly values: readonly [number, number]
}

const [left, right, top, bottom, width, height] = [44, 356, 10, 150, 360, 184]
const half = 0.5

/** Draws a line chart by year: gaps where a year is unknown, intervals and breaks as bands, ledger events as ticks below. */
export function seriesChart(spec: SeriesSpec): Chart {
  const axes = axesOf(spec.lines)
  const events = spec.events.filter(({ date }) => decimalYear(date) >= axes.years[0] && decimalYear(date) < axes.years[1] + 1)
  return {
    id: spec.id,
    title: spec.title,
    description: words(spec),
    width,
    height,
    body: html`${grid(axes, spec.unit)}${spec.breaks.map((one) => drawnBreak(one, axes))}${spec.lines.map((line, n) => drawnLine(line, n, axes, spec.unit))}${drawnEvents(events, false, axes)}${drawnEvents(events, true, axes)}`,
    key: legend(spec),
    data: {
      name: spec.file,
      columns: [
        { title: 'series' },
        { title: 'year', align: 'right' },
        { title: spec.unit, align: 'right' },
        { title: 'low', align: 'right' },
        { title: 'high', align: 'right' },
        { title: 'state' },
      ],
      rows: spec.lines.flatMap(({ name, points }) =>
        points.map(({ year, value, low, high, estimated }) => [
          name,
          String(year),
          value,
          low ?? null,
          high ?? null,
          estimated ? 'estimated' : 'observed',
        ]),
      ),
    },
  }
}

function axesOf(lines: readonly SeriesLine[]): Axes {
  const points = lines.flatMap((line) => line.points)
  const years = ends(points.map(({ year }) => year))
  const found = ends(points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]))
  // amounts and shares start at zero; an index has no natural zero
  const low = found[0] >= 0 ? 0 : found[0]
  const high = found[1] === low ? low + 1 : found[1]
  // a year's value is drawn at the middle of the year, an event on its day
  return { years, values: [low, high], x: linearScale(years[0], years[1] + 1, left, right), y: linearScale(low, high, bottom, top) }
}

function ends(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

function grid({ x, y, years, values }: Axes, unit: string): Markup {
  const across = ticks(values[0], values[1], 4).map(
    (tick) =>
      html`<path class="grid" d="M${left} ${y(tick)}H${right}"/><text class="tick" x="${left - 5}" y="${y(tick) + 3}" text-anchor="end">${tickText(tick, unit)}</text>`,
  )
  const along = yearTicks(years[0], years[1], 6).map(
    (tick) => html`<text class="tick" x="${x(tick + half)}" y="${height - 4}" text-anchor="middle">${String(tick)}</text>`,
  )
  return html`${across}${along}<path class="axis" d="M${left} ${bottom}H${right}"/>\n`
}

/** Returns a tick label without the currency or index name, which stands above the axis. */
function tickText(value: number, unit: string): string {
  if (unit === 'index') return String(Math.round(value * 100) / 100).replace('-', '−')
  return narrowSpaces(formatFigure(value, unit).replace(/^[A-Z]{3} /, ''))
}

function drawnLine({ name, points }: SeriesLine, n: number, { x, y }: Axes, unit: string): Markup {
  const runs = consecutiveRuns(points)
  const bands = runs.map((run) => band(run, x, y))
  const lines = runs
    .filter((run) => run.length > 1)
    .map(
      (run) =>
        html`<path class="line s${n}" d="${run.map((p, i) => `${i === 0 ? 'M' : 'L'}${at(x(p.year + half))} ${at(y(p.value))}`).join('')}"/>`,
    )
  const pointLabel = (point: ChartPoint): string => narrowSpaces(`${name}, ${point.year}: ${pointWords(point, unit)}`)
  return html`${bands}${lines}${points.map((point) => seriesMarker(n, x(point.year + half), y(point.value), pointLabel(point)))}\n`
}

/** Splits points into runs of consecutive years; no line is drawn across a gap. */
function consecutiveRuns(points: readonly ChartPoint[]): ChartPoint[][] {
  const runs: ChartPoint[][] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run !== undefined && point.year - run.at(-1)!.year <= 1) run.push(point)
    else runs.push([point])
  }
  return runs
}

function band(run: readonly ChartPoint[], x: Scale, y: Scale): Markup | undefined {
  const ranged = run.filter((p) => p.low !== undefined && p.high !== undefined)
  if (ranged.length === 0) return undefined
  const upper = ranged.map((p) => `${at(x(p.year + half))} ${at(y(p.high!))}`)
  const lower = [...ranged].reverse().map((p) => `${at(x(p.year + half))} ${at(y(p.low!))}`)
  if (ranged.length === 1) return html`<path class="whisker" d="M${upper[0]}L${lower[0]}"/>`
  return html`<path class="band" d="M${[...upper, ...lower].join('L')}Z"/>`
}

function drawnBreak({ year, low, high }: ChartBreak, { x }: Axes): Markup {
  const [from, to] = [Math.max(left, x(low)), Math.min(right, x(high + 1))]
  return html`<rect class="break" x="${from}" y="${top}" width="${Math.max(1.5, to - from)}" height="${bottom - top}"/><path class="break-line" d="M${x(year + half)} ${top}V${bottom}"><title>break at ${String(year)} (${String(low)} to ${String(high)})</title></path>`
}

/**
 * Draws all events for, or all against, a closer tie as one path. The marks of hundreds of events are too narrow to point at; the ledger on the
 * page has their sentences.
 */
function drawnEvents(events: readonly ChartEvent[], against: boolean, { x }: Axes): Markup | undefined {
  const row = events.filter((event) => event.against === against)
  if (row.length === 0) return undefined
  const y = against ? bottom + 12 : bottom + 4
  const ticks = row.map(({ date }) => `M${at(Math.min(right, x(decimalYear(date))))} ${y}v6`)
  return html`<path class="event${against ? ' against' : ''}" d="${ticks.join('')}"/>`
}

function legend({ unit, lines }: SeriesSpec): Markup {
  const ranged = lines.some((line) => line.points.some((point) => point.low !== undefined))
  const notes = [
    unit === 'share' ? '' : `Axis: ${unit}${/^[A-Z]{3}$/.test(unit) ? ', current prices' : ''}.`,
    ranged ? 'Band: 90 % interval.' : '',
  ]
  const entries = lines.length < 2 ? undefined : html`${lines.map((line, n) => legendEntry(n, line.name))}<br/>`
  return html`${entries}${notes.filter((note) => note !== '').join(' ')}`
}

function words({ lines, unit, breaks }: SeriesSpec): string {
  const lineWords = lines.map(({ name, points }) => {
    const [first, last] = [points[0]!, points.at(-1)!]
    const [low, high] = ends(points.map(({ value }) => value))
    return `${name}: ${pointWords(first, unit)} in ${first.year}, ${pointWords(last, unit)} in ${last.year}, between ${formatFigure(low, unit)} and ${formatFigure(high, unit)} over ${points.length} years.`
  })
  const broken = breaks.map(({ year, low, high }) => `Break at ${year}, between ${low} and ${high}.`)
  return [...lineWords, ...broken].join(' ')
}

function pointWords({ value, low, high, estimated }: ChartPoint, unit: string): string {
  const range = low === undefined || high === undefined ? '' : ` (${intervalText({ level: 0.9, low, high, kind: 'bootstrap' }, unit)})`
  return `${formatFigure(value, unit)}${range}${estimated ? ', estimated' : ''}`
}

function at(place: number): number {
  return Math.round(place * 100) / 100
}
