import { formatFigure, inSentence, sourceName } from '../../../src/server/wording.ts'
import type { YearBreak, YearChart, YearLine, YearPoint } from '../charts/year-chart.ts'
import { isKnown, type KnownEstimate } from '../figures/estimate.ts'
import { type Assessment, capital, type Domain } from './assessment-values.ts'

/** The data of a yearly chart, with an id, sources and method. */
export interface YearChartSeries extends Omit<YearChart, 'span'> {
  readonly id: string
  readonly title: string
  readonly sources: readonly string[]
  readonly method: string
  /** Known figures of the assessment by year, for their intervals and rows. */
  readonly figures: ReadonlyMap<number, KnownEstimate>
}

type Turning = Assessment['turningPoints']['series'][number]
type Report = NonNullable<Domain['items'][number]['reported']>

const mostLines = 6

/** Returns all yearly series of an assessment: those searched for turning points, with breaks, then trade and energy with a line per reporter. */
export function yearSeriesOf(assessment: Assessment): YearChartSeries[] {
  const intervals = intervalsByYear(assessment)
  const looked = assessment.turningPoints.series
    .filter(({ points }) => points.length > 1)
    .map((series) => turningSeries(series, intervals, assessment))
  return [...looked, ...reportSeries(assessment)]
}

/** Returns the first and last year of all series; the last is at least the year of the assessment. */
export function spanOf(series: readonly YearChartSeries[], { to }: Assessment): readonly [number, number] {
  const years = series.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ year }) => year)))
  return [Math.min(...years), Math.max(...years, Number(to.slice(0, 4)))]
}

function intervalsByYear({ domains }: Assessment): ReadonlyMap<string, KnownEstimate> {
  const found = domains
    .flatMap(({ estimates }) => estimates)
    .filter((one): one is KnownEstimate => one.id.endsWith('.series') && isKnown(one))
  return new Map(found.map((one) => [`${one.id.replace('.series', '')} ${one.period.slice(0, 4)}`, one]))
}

function turningSeries(series: Turning, intervals: ReadonlyMap<string, KnownEstimate>, assessment: Assessment): YearChartSeries {
  const label = sourcesNamed(series.label, assessment)
  const { id, unit, points, runs, model, method, evidence } = series
  const line: YearLine = { name: label, points: points.map(([year, value]) => pointOf(year, value, intervals.get(`${id} ${year}`))) }
  const breaks: YearBreak[] = runs
    .flatMap((run) => run.breaks)
    .map(({ year, interval }) => ({ year, low: interval?.low ?? year, high: interval?.high ?? year }))
  return {
    id: slug(id),
    title: capital(label),
    unit,
    lines: [line],
    breaks,
    levels: model === 'mean' ? runs.flatMap(levelsOf) : [],
    sources: evidence.map(({ source }) => source),
    method,
    figures: new Map(points.flatMap(([year]) => (intervals.has(`${id} ${year}`) ? [[year, intervals.get(`${id} ${year}`)!]] : []))),
  }
}

function pointOf(year: number, value: number, known: KnownEstimate | undefined): YearPoint {
  if (known === undefined || known.interval === 'exact') return { year, value }
  return { year, value, low: known.interval.low, high: known.interval.high, estimated: known.state === 'estimated' }
}

/** Puts the titles of sources in the place of their ids: `goods trade (baci)` becomes `goods trade (BACI)`. */
export function sourcesNamed(text: string, { sources }: Assessment): string {
  return sources.reduce((told, { id }) => told.replace(new RegExp(`(?<=^|\\()${id}(?=$|[,) ])`), sourceName(id, sources)), text)
}

/** Returns the mean levels between breaks; empty for a run without breaks. */
function levelsOf({ from, to, breaks }: Turning['runs'][number]): YearChart['levels'][number][] {
  if (breaks.length === 0) return []
  const starts = [from, ...breaks.map(({ year }) => year)]
  const values = [breaks[0]!.before, ...breaks.map(({ after }) => after)]
  return starts.map((start, i) => ({ from: start - 0.5, to: (starts[i + 1] ?? to + 1) - 0.5, value: values[i]! }))
}

/** Returns one chart per flow but goods, direction and unit, with a line per reporter; only full years are used. Goods have their chart above. */
function reportSeries(assessment: Assessment): YearChartSeries[] {
  const groups = new Map<string, { report: Report; source: string }[]>()
  for (const { reported, source } of assessment.domains.flatMap(({ items }) => items)) {
    if (reported === undefined || reported.what === 'goods' || !isFullYear(reported)) continue
    const key = `${reported.what} ${reported.direction} ${reported.unit}`
    groups.set(key, [...(groups.get(key) ?? []), { report: reported, source }])
  }
  return [...groups].flatMap(([key, group]) => {
    const { what, direction, unit } = group[0]!.report
    const lines = linesOf(group.map(({ report }) => ({ ...report, by: sourcesNamed(report.by, assessment) })))
    if (lines.every(({ points }) => points.length < 2)) return []
    return [
      {
        id: slug(key),
        title: `${capital(what)} ${wayOf(assessment, direction)}, ${lines.length === 1 ? 'as reported' : 'by who reports'}`,
        ...{ unit, lines, breaks: [], levels: [], figures: new Map() },
        sources: [...new Set(group.map(({ source }) => source))],
        method: 'reports as their reporters give them, full years only; a report is no measurement of the other side’s',
      },
    ]
  })
}

function isFullYear({ from, to }: Report): boolean {
  return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`
}

function wayOf({ a, b }: Assessment, direction: Report['direction']): string {
  const [x, y] = [inSentence(a.name), inSentence(b.name)]
  return direction === 'both' ? `between ${x} and ${y}` : direction === 'a-to-b' ? `from ${x} to ${y}` : `from ${y} to ${x}`
}

/** Returns one line per reporter, the longest first, and no more than a chart can distinguish. */
function linesOf(group: readonly Report[]): YearLine[] {
  return [...new Set(group.map(({ by }) => by))]
    .map((name) => ({
      name,
      points: group
        .filter(({ by }) => by === name)
        .map(({ from, value, estimated }) => ({ year: Number(from.slice(0, 4)), value, estimated }))
        .sort((x, y) => x.year - y.year),
    }))
    .sort((x, y) => y.points.length - x.points.length || (x.name < y.name ? -1 : 1))
    .slice(0, mostLines)
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

/** Describes the values of a year in words, with intervals, or says `unknown`. */
export function yearWords({ lines, unit }: Pick<YearChartSeries, 'lines' | 'unit'>, year: number): string {
  const found = lines.flatMap(({ points }) => points.filter((point) => point.year === year))
  if (found.length === 0) return 'unknown'
  const told = found.map(({ value, low, high }) => {
    const range =
      low === undefined || high === undefined || low === high ? '' : ` (${formatFigure(low, unit)} to ${formatFigure(high, unit)})`
    return `${formatFigure(value, unit)}${range}`
  })
  return [...new Set(told)].join(', ')
}
