import { formatFigure, inSentence, intervalText, isDegenerate } from '../../assessments/forms/wording.ts'
import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { isKnown, type Known } from '../../store/index.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import type { Chart } from './chart-frame.ts'
import { linearScale } from './chart-scale.ts'

/** A domain in the profile, with its leading figure and its first known percentile; each is undefined if unknown. */
export interface ProfileRow {
  readonly domain: DomainAssessment
  readonly level: Known | undefined
  readonly rank: Known | undefined
}

const [left, right, step, top] = [6, 354, 36, 20]
const percentileX = linearScale(0, 100, left, right)

/** Draws the percentile of each domain among all covered pairs, with its interval. Hatched: domain without a result; dashed: without a percentile. */
export function profileChart(assessment: Assessment): Chart {
  const rows = profileRows(assessment)
  const height = top + step * rows.length + 16
  return {
    id: 'chart-profile',
    title: `How ${inSentence(assessment.a.name)} and ${inSentence(assessment.b.name)} stand among all pairs, by domain`,
    description: profileWords(rows),
    width: 360,
    height,
    body: html`${[0, 25, 50, 75, 100].map((tick) => axisMark(tick, height))}${rows.map((row, i) => drawn(row, top + step * i))}`,
    key: html`The mark is the percentile among all pairs that the same source covers in that year; its line is the 90 % interval. A dashed track: told, but ranked by no source. A hatched track: unknown. Domains have different sources and are not added up.`,
    data: {
      name: `${assessment.a.iso3}-${assessment.b.iso3}-profile`,
      columns: [
        { title: 'domain' },
        { title: 'state' },
        { title: 'leading figure' },
        { title: 'percentile', align: 'right' },
        { title: 'low', align: 'right' },
        { title: 'high', align: 'right' },
        { title: 'when' },
        { title: 'among' },
      ],
      rows: rows.map((row) => [row.domain.title, row.domain.state, profileLevelWords(row), ...rankCells(row.rank)]),
    },
  }
}

/** Returns one row per domain, in the order of the assessment. */
export function profileRows(assessment: Assessment): ProfileRow[] {
  return assessment.domains.map((domain) => {
    const known = domain.estimates.filter(isKnown)
    return {
      domain,
      level: known.find((one) => one.unit !== 'percentile' && !one.id.includes('.')),
      rank: known.find((one) => one.unit === 'percentile'),
    }
  })
}

/** Describes the leading figure in words, with its interval. */
export function profileLevelWords({ level, domain }: ProfileRow): string {
  if (level === undefined) return hasNoResult(domain) ? domain.state.replace('-', ' ') : 'told by dated facts, without a figure'
  const range = level.interval === 'exact' || isDegenerate(level.interval) ? '' : ` (${intervalText(level.interval, level.unit)})`
  return `${level.label}: ${formatFigure(level.value, level.unit)}${range}, ${level.period.replace('/', ' to ')}`
}

/** Whether a domain has no result because it is unknown or not applicable. */
function hasNoResult({ state }: DomainAssessment): boolean {
  return state === 'unknown' || state === 'not-applicable'
}

function axisMark(tick: number, height: number): Markup {
  const anchor = tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'
  return html`<path class="grid" d="M${percentileX(tick)} ${top - 6}V${height - 14}"/><text class="tick" x="${percentileX(tick)}" y="${height - 3}" text-anchor="${anchor}">${tick}</text>`
}

function drawn(row: ProfileRow, y: number): Markup {
  const track = y + 20
  return html`<text class="name" x="0" y="${y + 10}">${row.domain.title}</text><text class="tick" x="360" y="${y + 10}" text-anchor="end">${rankWords(row)}</text>${trackOf(row, track)}
`
}

function trackOf({ domain, rank }: ProfileRow, y: number): Markup {
  if (hasNoResult(domain)) return html`<rect class="unknown" x="${left}" y="${y - 5}" width="${right - left}" height="10"/>`
  if (rank === undefined) return html`<path class="untold" d="M${left} ${y}H${right}"/>`
  const range = rank.interval === 'exact' ? undefined : rank.interval
  const whisker =
    range === undefined
      ? undefined
      : html`<rect class="interval" x="${percentileX(range.low)}" y="${y - 3.5}" width="${Math.max(1, percentileX(range.high) - percentileX(range.low))}" height="7"/>`
  return html`<path class="track" d="M${left} ${y}H${right}"/>${whisker}<circle class="level" cx="${percentileX(rank.value)}" cy="${y}" r="5"/>`
}

/** Returns the label at the right of a row: the percentile, else the leading figure, else that there is none. */
function rankWords({ domain, level, rank }: ProfileRow): string {
  if (hasNoResult(domain)) return domain.state.replace('-', ' ')
  if (rank === undefined) return level === undefined ? 'told, without a figure' : valueOnly(level)
  const { interval } = rank
  const range = interval === 'exact' ? '' : ` (${formatFigure(interval.low, 'percentile')}–${formatFigure(interval.high, 'percentile')})`
  const among = /(?<![\d,])(\d[\d,]*) pairs/.exec(rank.label)?.[1]
  return narrowSpaces(`above ${formatFigure(rank.value, 'percentile')} %${range} of ${among ?? 'all'} pairs, ${rank.period.slice(0, 4)}`)
}

function valueOnly({ value, unit, period }: Known): string {
  const last = period.split('/').at(-1)!.slice(0, 4)
  return narrowSpaces(`${formatFigure(value, unit)}${unit === 'count' ? ' on record' : ''}, ${last}; not ranked`)
}

function rankCells(rank: Known | undefined): (string | number | null)[] {
  if (rank === undefined) return [null, null, null, '', '']
  const { interval, value, period, label } = rank
  return interval === 'exact' ? [value, value, value, period, label] : [value, interval.low, interval.high, period, label]
}

function profileWords(rows: readonly ProfileRow[]): string {
  return rows.map((row) => `${row.domain.title}: ${rankWords(row)}`).join('. ')
}
