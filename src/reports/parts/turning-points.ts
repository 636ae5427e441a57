import type {
  Break,
  BreakCluster,
  EventTest,
  NearEvent,
  Period,
  Run,
  TurningPoints,
  TurningSeries,
} from '../../assessments/forms/turning-points-form.ts'
import { counted, formatFigure, formatShare, joinedWords, signed, significant } from '../../assessments/forms/wording.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'

const lead =
  'Breaks in the level of yearly series, and in the course of amounts (Bai and Perron, number by BIC), with the 90 % interval of their dates. A break is named after the first year of what follows. Shift is where the new course begins against the old one. Nearness in time says nothing about why.'

const columns: readonly Column[] = [
  { title: 'series' },
  { title: 'years' },
  { title: 'break' },
  { title: '90 % interval' },
  { title: 'before', align: 'right' },
  { title: 'after', align: 'right' },
  { title: 'shift', align: 'right' },
  { title: 'also by' },
  { title: 'drift', align: 'right' },
]

/** Number of events shown per turning point in text; Markdown and JSON have up to three. */
const shownInText = 1

/** Writes the turning points as text. */
export function turningText(points: TurningPoints, width: number): string {
  const { rows, silent } = parts(points)
  if (rows.length === 0) return ['TURNING POINTS', wrap(nothing(silent), width, '  '), ''].join('\n')
  const indented = (table: string): string[] => table.split('\n').map((line) => `  ${line}`)
  return [
    'TURNING POINTS',
    wrap(lead, width, '  '),
    '',
    ...indented(textTable(columns, rows)),
    '',
    ...sentencesOf(points).map((sentence) => wrap(sentence, width, '  ')),
    ...(points.moments.length === 0
      ? []
      : ['', '  breaks that fall together, and the nearest event of the ledger, where it has one (--json has three)']),
    ...points.moments.flatMap((moment) => momentText(points, moment, width)),
    ...(points.periods.length === 0
      ? []
      : ['', '  periods between breaks that several series share (means)', ...indented(textTable(...periodTable(points)))]),
    '',
  ].join('\n')
}

/** Writes the turning points as Markdown. */
export function turningMarkdown(points: TurningPoints): string[] {
  const { rows, silent } = parts(points)
  if (rows.length === 0) return ['## Turning points', '', nothing(silent), '']
  return [
    '## Turning points',
    '',
    lead,
    '',
    markdownTable(columns, rows),
    '',
    ...sentencesOf(points).flatMap((sentence) => [sentence, '']),
    ...(points.moments.length === 0 ? [] : ['Breaks that fall together, and the nearest events of the ledger, where it has some:', '']),
    ...points.moments.flatMap((moment) => [`- ${momentTitle(points, moment)}`, ...eventLines(points, moment).map((line) => `  - ${line}`)]),
    '',
    ...(points.periods.length === 0
      ? []
      : ['Periods between breaks that several series share (means):', '', markdownTable(...periodTable(points)), '']),
  ]
}

/** The turning points as sentences and cells, for other layouts. */
export interface TurningWords {
  readonly lead: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  readonly sentences: readonly string[]
  readonly moments: readonly { readonly title: string; readonly events: readonly string[] }[]
  readonly periods: readonly [columns: readonly Column[], rows: readonly (readonly string[])[]] | null
}

/** Returns the turning points as sentences and cells; without rows, `lead` says which series were not searched. */
export function turningWords(points: TurningPoints): TurningWords {
  const { rows, silent } = parts(points)
  if (rows.length === 0) return { lead: nothing(silent), columns, rows, sentences: [], moments: [], periods: null }
  return {
    lead,
    columns,
    rows,
    sentences: sentencesOf(points),
    moments: points.moments.map((moment) => ({ title: momentTitle(points, moment), events: eventLines(points, moment) })),
    periods: points.periods.length === 0 ? null : periodTable(points),
  }
}

function parts(points: TurningPoints): { rows: string[][]; silent: string[] } {
  const all = points.series.flatMap((series) => series.runs.map((run) => ({ series, run })))
  return {
    rows: all.filter(({ run }) => run.state === 'observed').flatMap(({ series, run }) => rowsOf(series, run)),
    silent: points.series.flatMap(unsearchedYears),
  }
}

function nothing(silent: readonly string[]): string {
  return `Unknown: no yearly series of the record is long enough to look for breaks.${silent.length === 0 ? '' : ` Not looked at: ${joinedWords(silent)}.`}`
}

function rowsOf(series: TurningSeries, run: Run): string[][] {
  const head = [series.label, `${run.from} to ${run.to}`]
  if (run.drift === null) return [[...head, 'none', '', '', '', '', '', '']]
  const drift = formatShare(run.drift.share)
  return run.breaks.map((one, i) => [...(i === 0 ? head : ['', '']), ...cellsOf(series, one), i === 0 ? drift : ''])
}

function cellsOf(series: TurningSeries, one: Break): string[] {
  const levelText = (value: number): string =>
    series.model === 'trend' ? `${signed(value, 'share')} a year` : formatFigure(value, series.unit)
  const by = [...(one.byLwz ? ['LWZ'] : []), ...(one.byPelt ? ['PELT'] : [])]
  return [
    String(one.year),
    one.interval === null ? 'none to be had' : span(one.interval.low, one.interval.high),
    levelText(one.before),
    levelText(one.after),
    one.shift === null ? '' : signed(one.shift, 'share'),
    by.join(', '),
  ]
}

function span(low: number, high: number): string {
  return low === high ? String(low) : `${low} to ${high}`
}

/** Names the years of a series that were not searched, and the reason; an empty list if all were searched. */
function unsearchedYears(series: TurningSeries): string[] {
  const silent = series.runs.filter(({ state }) => state === 'unknown')
  if (silent.length === 0) return []
  const reasons = [...new Set(silent.map(({ reason }) => reason))]
  return [`${series.label} in ${joinedWords(silent.map(({ from, to }) => span(from, to)))} (${joinedWords(reasons.map(String))})`]
}

function sentencesOf(points: TurningPoints): string[] {
  const { silent } = parts(points)
  return [
    ...driftSentences(points),
    ...sharedBreaks(points),
    ...(silent.length === 0 ? [] : [`Not looked at: ${joinedWords(silent)}.`]),
    eventSentence(points.events),
  ]
}

/** Share of random walks above which slow drift cannot be ruled out; 10 %, in keeping with the 90 % intervals elsewhere. */
const pThreshold = 0.1

function driftSentences(points: TurningPoints): string[] {
  const found = points.series.flatMap(({ label, runs }) => runs.flatMap(({ drift }) => (drift === null ? [] : [{ label, ...drift }])))
  if (found.length === 0) return []
  const doubtful = [...new Set(found.filter(({ share }) => share > pThreshold).map(({ label }) => label))]
  const driftText = `Drift: the part of ${found[0]!.draws} random walks, cut as often, that keep as close to their segments as the series does (Monte-Carlo error up to ${formatShare(Math.max(...found.map(({ error }) => error)))}).`
  const judged =
    doubtful.length === 0
      ? 'Levels with breaks fit these series better than slow drift does.'
      : `Above 10 %, here ${joinedWords(doubtful)}, steps and slow drift cannot be told apart.`
  return [`${driftText} ${judged}`]
}

/** Notes that series on the same votes are one finding, not several; an empty list if there is at most one such series. */
function sharedBreaks({ series }: TurningPoints): string[] {
  const votes = series.filter(({ domain, runs }) => domain === 'diplomacy' && runs.some(({ state }) => state === 'observed'))
  return votes.length < 2 ? [] : [`Of the same votes, and so one witness: ${joinedWords(votes.map(({ label }) => label))}.`]
}

function eventSentence(test: EventTest): string {
  if (test.state === 'unknown') return `Whether events of the ledger cluster at these breaks is unknown: ${test.reason}.`
  const { moments, from, to, items, expected, p, placements } = test
  const compared = `The two years around each of the ${moments} turning points of ${from} to ${to} have ${counted(items, 'item', 'items')} of the ledger; as many years chosen at random have ${significant(expected)} on average, and ${formatShare(p)} of all ${placements.toLocaleString('en-US')} choices have as many or more`
  return p > 0.05
    ? `${compared}: events do not cluster there more than chance would have it.`
    : `${compared}: events cluster there. That does not say why.`
}

function momentText(points: TurningPoints, moment: BreakCluster, width: number): string[] {
  const events = eventLines(points, moment).slice(0, shownInText)
  return [wrap(momentTitle(points, moment), width, '    '), ...events.map((line) => wrap(line, width, '      '))]
}

function momentTitle(points: TurningPoints, { year, low, high, series }: BreakCluster): string {
  const labels = series.map((id) => labelOf(points, id))
  return `${year}${low === high ? '' : ` (${low} to ${high})`}: ${joinedWords(labels)}`
}

function labelOf(points: TurningPoints, id: string): string {
  return points.series.find((series) => series.id === id)?.label ?? id
}

/** Describes the events near the break that is closest to the year of the turning point. */
function eventLines(points: TurningPoints, { year, low, high, series }: BreakCluster): string[] {
  const breaks = points.series
    .filter(({ id }) => series.includes(id))
    .flatMap(({ runs }) => runs.flatMap((run) => run.breaks))
    .filter((one) => (one.interval?.low ?? one.year) <= high && (one.interval?.high ?? one.year) >= low)
  const [nearest] = breaks.sort((x, y) => Math.abs(x.year - year) - Math.abs(y.year - year))
  return (nearest?.events ?? []).map((one) => eventLine(one, nearest!.year))
}

function eventLine({ date, days, about, sentence }: NearEvent, year: number): string {
  const far = Math.abs(days)
  const place = far === 0 ? 'on' : `${about ? 'about ' : ''}${counted(far, 'day', 'days')} ${days < 0 ? 'before' : 'after'}`
  return `${date}, ${place} 1 January ${year}: ${sentence}`
}

function periodTable(points: TurningPoints): [Column[], string[][]] {
  const [first] = points.periods
  const shown = first!.levels.map(({ series }) => points.series.find(({ id }) => id === series)!)
  const row = ({ from, to, levels }: Period): string[] => [
    `${from} to ${to}`,
    ...levels.map(({ value, years }, i) =>
      value === null ? '' : `${formatFigure(value, shown[i]!.unit)} (${counted(years, 'year', 'years')})`,
    ),
  ]
  return [[{ title: 'period' }, ...shown.map(({ label }) => ({ title: label, align: 'right' as const }))], points.periods.map(row)]
}
