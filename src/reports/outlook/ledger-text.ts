import { counted, significant } from '../../assessments/forms/wording.ts'
import { percentText } from '../../assessments/outlook/outlook-statements.ts'
import { type CsvCell, csv } from '../text/csv.ts'
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
  const head = [
    'id',
    'kept',
    'snapshot',
    'a',
    'b',
    'target',
    'horizon',
    'period',
    'unit',
    'median',
    'low80',
    'high80',
    'low95',
    'high95',
    'probability',
    'baseline',
    'title',
    'criteria',
    'fine_print',
    'open',
    'close',
    'resolve',
    'outcome',
    'score',
    'sha256',
  ]
  return csv(
    head,
    due.map(({ id, kept, snapshot, pair, target, question, resolution, sha256 }): CsvCell[] => {
      const [b80, b95] = [target.bands.find(({ level }) => level === 80), target.bands.find(({ level }) => level === 95)]
      return [
        ...[id, kept, snapshot, pair.a, pair.b, target.id, target.horizon, target.period, target.unit, target.median],
        ...[b80?.low ?? null, b80?.high ?? null, b95?.low ?? null, b95?.high ?? null, target.probability, target.baseline],
        ...[question.title, question.resolutionCriteria, question.finePrint, question.openDay, question.closeDay, question.resolveDay],
        ...[resolution?.outcome ?? null, resolution?.score ?? null, sha256],
      ]
    }),
  )
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
  const head = [
    'forecast',
    'kept',
    'a',
    'b',
    'target',
    'horizon',
    'period',
    'outcome',
    'score',
    'baseline_score',
    'log_score',
    'baseline_log_score',
    'within80',
    'within95',
    'why',
    'snapshot',
    'resolved',
  ]
  return csv(
    head,
    rows.map(
      ({
        forecast,
        kept,
        pair,
        id,
        horizon,
        period,
        outcome,
        score,
        baselineScore,
        logScore,
        baselineLogScore,
        within80,
        within95,
        why,
        snapshot,
        resolved,
      }): CsvCell[] => [
        ...[forecast, kept, pair.a, pair.b, id, horizon, period, outcome, score, baselineScore, logScore ?? null, baselineLogScore ?? null],
        ...[within80 === null ? null : String(within80), within95 === null ? null : String(within95), why, snapshot, resolved],
      ],
    ),
  )
}
