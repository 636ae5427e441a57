import type { BacktestRow } from '../../outlook/backtest/backtest-rows.ts'
import { csvOfRecords } from '../text/csv.ts'
import { type Column, textTable } from '../text/table.ts'
import type { BacktestAnswer } from './outlook-answer.ts'

const columns = ['target', 'horizon', 'origin', 'n', 'mae', 'crps', 'skill', 'cover50', 'cover80', 'cover90', 'cover95'] as const

/** One row for each horizon and origin. */
export function backtestCsv({ rows }: Pick<BacktestAnswer, 'rows'>): string {
  return csvOfRecords(columns, rows)
}

/** Means over all origins, one line for each horizon. */
export function backtestText({ target, rows }: BacktestAnswer): string {
  const horizons = [...new Set(rows.map(({ horizon }) => horizon))]
  const heads = ['years ahead', 'origins', 'forecasts', 'MAE', 'CRPS', 'skill', 'within 50 %', '80 %', '90 %', '95 %']
  const body = horizons.map((horizon) => lineOf(rows.filter((row) => row.horizon === horizon)))
  return [
    `Back-test of ${target}, ${Math.min(...rows.map(({ origin }) => origin))} to ${Math.max(...rows.map(({ origin }) => origin))}`,
    '',
    textTable(
      heads.map((title): Column => ({ title, align: 'right' })),
      body,
    ),
    '',
    'Skill: gain in CRPS over no change; for events, in the Brier score over the base rate. Its intervals: docs/outlook/backtest.md. By origin: --format csv.',
  ].join('\n')
}

function lineOf(own: readonly BacktestRow[]): string[] {
  const n = own.reduce((sum, row) => sum + row.n, 0)
  const mean = (of: (row: BacktestRow) => number | null): number | null =>
    own.some((row) => of(row) === null) ? null : own.reduce((sum, row) => sum + row.n * of(row)!, 0) / n
  const baseline = own.reduce((sum, row) => sum + (row.skill === null ? 0 : (row.n * row.crps) / (1 - row.skill)), 0)
  const ours = own.reduce((sum, row) => sum + (row.skill === null ? 0 : row.n * row.crps), 0)
  const digits = (value: number | null, places: number): string => (value === null ? '' : value.toFixed(places))
  const share = (of: (row: BacktestRow) => number | null): string => {
    const value = mean(of)
    return value === null ? '' : (100 * value).toFixed(1)
  }
  return [
    ...[String(own[0]!.horizon), String(own.length), n.toLocaleString('en-US')],
    ...[
      digits(
        mean(({ mae }) => mae),
        4,
      ),
      digits(
        mean(({ crps }) => crps),
        5,
      ),
      baseline > 0 ? digits(1 - ours / baseline, 3) : '',
    ],
    ...[share(({ cover50 }) => cover50), share(({ cover80 }) => cover80), share(({ cover90 }) => cover90), share(({ cover95 }) => cover95)],
  ]
}
