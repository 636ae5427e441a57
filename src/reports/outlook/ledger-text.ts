import { counted, significant } from '../../assessments/forms/wording.ts'
import { percentText } from '../../assessments/outlook/outlook-statements.ts'
import { type CsvColumns, csvByColumns } from '../text/csv.ts'
import { type Column, textTable, wrap } from '../text/table.ts'
import type { OutlookDueAnswer, OutlookScoreAnswer } from './ledger-answer.ts'

const width = 110
const mostShown = 40

/** Writes the kept forecasts, those that can be settled first at the beginning. */
export function outlookDueText({ on, due, waiting, next, folder, digest }: OutlookDueAnswer): string {
  const columns: Column[] = [
    { title: 'day' },
    { title: 'pair' },
    { title: 'forecast' },
    { title: 'period' },
    { title: 'says', align: 'right' },
    { title: 'id' },
  ]
  const rows = due
    .slice(0, mostShown)
    .map(({ id, pair, target }) => [target.resolution.day, `${pair.a}-${pair.b}`, target.title, target.period, says(target), id])
  const head = due.length === 0 ? `No kept outlook can be settled by ${on}.` : `${counted(due.length, 'kept outlook', 'kept outlooks')}.`
  return [
    head,
    '',
    ...(due.length === 0 ? [] : [textTable(columns, rows), '']),
    ...(due.length > mostShown ? [`${due.length - mostShown} more with --json or --format csv.`] : []),
    wrap(`Not due by ${on}: ${waiting}${next === null ? '' : `, the next on ${next}`}. Ledger: ${folder}.`, width),
    `Digest of the ledger: ${digest}`,
  ].join('\n')
}

function says({ probability, median, bands, unit }: OutlookDueAnswer['due'][number]['target']): string {
  if (probability !== null) return percentText(probability)
  const band = bands.find(({ level }) => level === 80)!
  return `${significant(median!)} (${significant(band.low)} to ${significant(band.high)}) ${unit}`
}

/** One row for each kept forecast. */
export function outlookDueCsv({ due }: OutlookDueAnswer): string {
  const band = ({ target }: OutlookDueAnswer['due'][number], level: 80 | 95) => target.bands.find((one) => one.level === level)
  const columns: CsvColumns<OutlookDueAnswer['due'][number]> = {
    id: (one) => one.id,
    kept: (one) => one.kept,
    snapshot: (one) => one.snapshot,
    a: ({ pair }) => pair.a,
    b: ({ pair }) => pair.b,
    target: ({ target }) => target.id,
    horizon: ({ target }) => target.horizon,
    period: ({ target }) => target.period,
    unit: ({ target }) => target.unit,
    median: ({ target }) => target.median,
    low80: (one) => band(one, 80)?.low,
    high80: (one) => band(one, 80)?.high,
    low95: (one) => band(one, 95)?.low,
    high95: (one) => band(one, 95)?.high,
    probability: ({ target }) => target.probability,
    baseline: ({ target }) => target.baseline,
    title: ({ question }) => question.title,
    criteria: ({ question }) => question.resolutionCriteria,
    fine_print: ({ question }) => question.finePrint,
    open: ({ question }) => question.openDay,
    close: ({ question }) => question.closeDay,
    resolve: ({ question }) => question.resolveDay,
    outcome: ({ resolution }) => resolution?.outcome,
    score: ({ resolution }) => resolution?.score,
    sha256: (one) => one.sha256,
  }
  return csvByColumns(columns, due)
}

/** Writes the scores by target. */
export function outlookScoreText({ on, rows, open, waiting, targets, folder, digest, snapshot }: OutlookScoreAnswer): string {
  const columns: Column[] = [
    { title: 'target' },
    ...['settled', 'score', 'baseline', 'log score', 'baseline', 'within 80 %', 'within 95 %'].map(
      (title): Column => ({ title, align: 'right' }),
    ),
  ]
  const share = (value: number | null): string => (value === null ? '' : `${(100 * value).toFixed(0)} %`)
  const three = (value: number | null): string => (value === null ? '' : significant(value))
  const body = targets.map(({ target, settled, score, baselineScore, logScore, baselineLogScore, within80, within95 }) => [
    ...[target, String(settled), three(score), three(baselineScore), three(logScore), three(baselineLogScore)],
    ...[share(within80), share(within95)],
  ])
  const isVoid = rows.filter(({ outcome }) => outcome === null).length
  return [
    rows.length === 0
      ? `No kept outlook can be settled by the record to ${on}.`
      : `${counted(rows.length, 'kept outlook is', 'kept outlooks are')} settled.`,
    '',
    ...(targets.length === 0
      ? []
      : [
          textTable(columns, body),
          '',
          wrap(
            'Score: CRPS of quantities, of logarithms for goods; Brier score of events. Baseline: the same distribution around the last value (no change); for events the base rate. Log score: minus the natural logarithm of the probability given to what came. Less is better.',
            width,
          ),
        ]),
    ...(isVoid === 0 ? [] : [`Void: ${isVoid}.`]),
    ...open.map(({ why, forecasts }) => wrap(`Due but open: ${forecasts}, as ${why}.`, width)),
    `Not due: ${waiting}. Snapshot ${snapshot.id}. Ledger: ${folder}.`,
    `Digest of the ledger: ${digest}`,
  ].join('\n')
}

/** One row for each settled forecast. */
export function outlookScoreCsv({ rows }: OutlookScoreAnswer): string {
  const columns: CsvColumns<OutlookScoreAnswer['rows'][number]> = {
    forecast: (row) => row.forecast,
    kept: (row) => row.kept,
    a: ({ pair }) => pair.a,
    b: ({ pair }) => pair.b,
    target: (row) => row.id,
    horizon: (row) => row.horizon,
    period: (row) => row.period,
    outcome: (row) => row.outcome,
    score: (row) => row.score,
    baseline_score: (row) => row.baselineScore,
    log_score: (row) => row.logScore,
    baseline_log_score: (row) => row.baselineLogScore,
    within80: (row) => row.within80,
    within95: (row) => row.within95,
    why: (row) => row.why,
    snapshot: (row) => row.snapshot,
    resolved: (row) => row.resolved,
  }
  return csvByColumns(columns, rows)
}
