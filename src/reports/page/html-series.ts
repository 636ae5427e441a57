import { inSentence } from '../../assessments/forms/wording.ts'
import type { Assessment, Item, RivalReport, TurningSeries } from '../../assessments/index.ts'
import { isKnown, type Known } from '../../store/index.ts'
import { maxSeries } from '../charts/chart-frame.ts'
import type { ChartBreak, ChartEvent, ChartPoint, SeriesLine, SeriesSpec } from '../charts/chart-series.ts'

/**
 * Returns all yearly series of an assessment for charts: those searched for turning points, with their breaks, then trade and energy by
 * reporter.
 */
export function seriesSpecs(assessment: Assessment, events: readonly ChartEvent[]): SeriesSpec[] {
  const file = `${assessment.a.iso3}-${assessment.b.iso3}`
  const intervals = intervalsByYear(assessment)
  const looked = assessment.turningPoints.series.flatMap((series) => turningSpec(series, intervals, events, file))
  return [...looked, ...reportSpecs(assessment, events, file)]
}

/** Returns the known yearly figures, by id and year, for their intervals. */
function intervalsByYear({ domains }: Assessment): ReadonlyMap<string, Known> {
  const found = domains.flatMap((domain) => domain.estimates).filter((one): one is Known => one.id.endsWith('.series') && isKnown(one))
  return new Map(found.map((one) => [`${one.id.replace('.series', '')} ${one.period.slice(0, 4)}`, one]))
}

function turningSpec(
  series: TurningSeries,
  intervals: ReadonlyMap<string, Known>,
  events: readonly ChartEvent[],
  file: string,
): SeriesSpec[] {
  const { id, label, unit, points, runs } = series
  if (points.length < 2) return []
  const line: SeriesLine = { name: label, points: points.map(([year, value]) => pointOf(year, value, intervals.get(`${id} ${year}`))) }
  const breaks: ChartBreak[] = runs
    .flatMap((run) => run.breaks)
    .map(({ year, interval }) => ({ year, low: interval?.low ?? year, high: interval?.high ?? year }))
  const name = slug(id)
  return [{ id: `chart-series-${name}`, title: `${capital(label)}, by year`, unit, lines: [line], breaks, events, file: `${file}-${name}` }]
}

function pointOf(year: number, value: number, known: Known | undefined): ChartPoint {
  if (known === undefined || known.interval === 'exact') return { year, value }
  return { year, value, low: known.interval.low, high: known.interval.high, estimated: known.state === 'estimated' }
}

/** Returns one chart per flow, direction and unit, with a line per reporter; only full years are used. */
function reportSpecs(assessment: Assessment, events: readonly ChartEvent[], file: string): SeriesSpec[] {
  const groups = new Map<string, RivalReport[]>()
  for (const report of assessment.domains.flatMap((domain) => domain.items).flatMap(fullYear)) {
    const key = `${report.what} ${report.direction} ${report.unit}`
    groups.set(key, [...(groups.get(key) ?? []), report])
  }
  return [...groups].flatMap(([key, group]) => reportSpec(assessment, group, events, slug(key), file))
}

function fullYear({ reported }: Item): RivalReport[] {
  if (reported === undefined) return []
  const full = reported.from.endsWith('-01-01') && reported.to === `${reported.from.slice(0, 4)}-12-31`
  return full ? [reported] : []
}

function reportSpec(
  { a, b }: Assessment,
  group: readonly RivalReport[],
  events: readonly ChartEvent[],
  name: string,
  file: string,
): SeriesSpec[] {
  const { what, direction, unit } = group[0]!
  const lines = linesOf(group)
  if (lines.every((line) => line.points.length < 2)) return []
  const [x, y] = [inSentence(a.name), inSentence(b.name)]
  const way = direction === 'both' ? `between ${x} and ${y}` : direction === 'a-to-b' ? `from ${x} to ${y}` : `from ${y} to ${x}`
  const title = `${capital(what)} ${way}, ${lines.length === 1 ? 'as reported' : 'by who reports'}`
  return [{ id: `chart-reports-${name}`, title, unit, lines, breaks: [], events, file: `${file}-${name}` }]
}

/** Returns one line per reporter, the longest first, and no more than a chart can distinguish. */
function linesOf(group: readonly RivalReport[]): SeriesLine[] {
  const names = [...new Set(group.map((report) => report.by))]
  return names
    .map((name) => ({
      name,
      points: group
        .filter((report) => report.by === name)
        .map((report) => ({ year: Number(report.from.slice(0, 4)), value: report.value, estimated: report.estimated })),
    }))
    .sort((p, q) => q.points.length - p.points.length || (p.name < q.name ? -1 : 1))
    .slice(0, maxSeries)
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
