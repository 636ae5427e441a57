import type { Assessment, Item, LedgerItem, Reported } from '../assessments/index.ts'
import { inSentence } from '../assessments/phrases.ts'
import { isKnown, type Known } from '../store/index.ts'
import { chartFigure, mostSeries } from './chart-frame.ts'
import { type Event, type Line, type Point, type SeriesSpec, seriesChart } from './chart-series.ts'
import { html, type Markup } from './html-markup.ts'

/** Everything that the assessment holds by year, side by side, with the ledger's events beneath each. Undefined where it holds nothing. */
export function timeSection(assessment: Assessment, ledger: readonly LedgerItem[]): Markup | undefined {
  const events = ledger
    .filter((item) => item.form === 'act' && item.confidence !== 'low')
    .map((item) => ({ date: item.date, text: item.sentence, against: item.direction === 'contradicts' }))
  const specs = [...voteSeries(assessment, events), ...reportSeries(assessment, events)]
  if (specs.length === 0) return undefined
  return html`<section id="time" aria-labelledby="time-heading"><h2 id="time-heading">Over time</h2>
<p>Each drawing has its own years and its own axis. A line is not drawn across a year for which nothing is known.</p>
<div class="pair">${specs.map((spec) => html`<div>${chartFigure(seriesChart(spec))}</div>`)}</div></section>
`
}

function voteSeries({ a, b, domains }: Assessment, events: readonly Event[]): SeriesSpec[] {
  const found = domains.flatMap((domain) => domain.estimates).filter((one): one is Known => one.id.endsWith('.series') && isKnown(one))
  const ids = [...new Set(found.map((one) => one.id))]
  return ids.flatMap((id) => {
    const points = found.filter((one) => one.id === id).map(pointOf)
    const name = id === 'kappa_quadratic.series' ? 'kappa of their votes' : id.replace('.series', '').replaceAll(/[-_]/g, ' ')
    const { unit } = found.find((one) => one.id === id)!
    if (points.length < 2) return []
    return [
      {
        id: `chart-${id.replaceAll(/[._]/g, '-')}`,
        title: `${capital(name)}, by year`,
        unit,
        lines: [{ name, points }],
        breaks: [],
        events,
        file: `${a.iso3}-${b.iso3}-${id.replaceAll(/[._]/g, '-')}`,
      },
    ]
  })
}

function pointOf({ period, value, interval, state }: Known): Point {
  const range = interval === 'exact' ? {} : { low: interval.low, high: interval.high }
  return { year: Number(period.slice(0, 4)), value, ...range, estimated: state === 'estimated' }
}

/** Reports of one thing in one direction and unit, a line for each reporter: full years only, for a part of a year is no level. */
function reportSeries(assessment: Assessment, events: readonly Event[]): SeriesSpec[] {
  const reports = assessment.domains.flatMap((domain) => domain.items).flatMap(reportedYear)
  const groups = new Map<string, Reported[]>()
  for (const report of reports) {
    const key = `${report.what} ${report.direction} ${report.unit}`
    groups.set(key, [...(groups.get(key) ?? []), report])
  }
  return [...groups.values()].flatMap((group, i) => specOf(assessment, group, i, events))
}

function reportedYear({ reported }: Item): Reported[] {
  if (reported === undefined) return []
  const full = reported.from.endsWith('-01-01') && reported.to === `${reported.from.slice(0, 4)}-12-31`
  return full ? [reported] : []
}

function specOf({ a, b }: Assessment, group: readonly Reported[], i: number, events: readonly Event[]): SeriesSpec[] {
  const { what, direction, unit } = group[0]!
  const lines = linesOf(group)
  if (lines.every((line) => line.points.length < 2)) return []
  const [x, y] = [inSentence(a.name), inSentence(b.name)]
  const way = direction === 'both' ? `between ${x} and ${y}` : direction === 'a-to-b' ? `from ${x} to ${y}` : `from ${y} to ${x}`
  return [
    {
      id: `chart-reports-${i + 1}`,
      title: `${capital(what)} ${way}, ${lines.length === 1 ? 'as reported' : 'by who reports'}`,
      unit,
      lines,
      breaks: [],
      events,
      file: `${a.iso3}-${b.iso3}-${`${what} ${direction} ${unit}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    },
  ]
}

/** The longest series first; no more than can be told apart. */
function linesOf(group: readonly Reported[]): Line[] {
  const names = [...new Set(group.map((report) => report.by))]
  return names
    .map((name) => ({
      name,
      points: group
        .filter((report) => report.by === name)
        .map((report) => ({ year: Number(report.from.slice(0, 4)), value: report.value, estimated: report.estimated })),
    }))
    .sort((p, q) => q.points.length - p.points.length || (p.name < q.name ? -1 : 1))
    .slice(0, mostSeries)
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
