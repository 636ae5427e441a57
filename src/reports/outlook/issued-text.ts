import { counted, significant } from '../../assessments/forms/wording.ts'
import type { IssuedEntry } from '../../outlook/ledger/issued-ledger.ts'
import { type CsvCell, csv } from '../text/csv.ts'
import { type Column, textTable, wrap } from '../text/table.ts'
import type { IssuedRow, OutlookIssuedAnswer } from './issued-answer.ts'

const width = 110

/** Writes the ledgers by year, and the mean scores of what has come out. */
export function issuedText({ years, targets, entries }: OutlookIssuedAnswer): string {
  const columns: Column[] = [
    { title: 'year' },
    { title: 'issued' },
    ...['forecasts', 'open', 'resolved', 'void'].map((title): Column => ({ title, align: 'right' })),
    { title: 'snapshot' },
    { title: '' },
  ]
  const rows = years.map((one) => [
    ...[String(one.year), one.issued, String(one.n), String(one.open), String(one.resolved), String(one.void), one.snapshot],
    one.madeAfterwards ? `made afterwards, from data to ${one.year}` : '',
  ])
  return [
    `${counted(years.length, 'ledger', 'ledgers')} of a hundred pairs.`,
    '',
    textTable(columns, rows),
    '',
    ...(targets.length === 0 ? ['Nothing has come out yet.', ''] : [scoreTable(targets), '', wrap(scoreNote, width), '']),
    wrap(`${counted(entries.length, 'entry', 'entries')} of ${entries[0]?.year ?? 'no year'} with --format csv or --json.`, width),
    ...years.map(({ year, sha256 }) => `SHA-256 of the entries of ${year}: ${sha256}`),
  ].join('\n')
}

const scoreNote =
  'Score: weighted interval score of quantities, of logarithms for goods; Brier score of events. Baseline: the same bands around the last value (no change); for events the base rate. Less is better.'

function scoreTable(targets: OutlookIssuedAnswer['targets']): string {
  const number = (value: number | null): string => (value === null ? '' : significant(value))
  const share = (value: number | null): string => (value === null ? '' : `${(100 * value).toFixed(0)} %`)
  return textTable(
    [
      { title: 'year' },
      { title: 'target' },
      ...['resolved', 'score', 'baseline', 'log score', 'baseline', 'within 80 %', 'within 95 %'].map(
        (title): Column => ({ title, align: 'right' }),
      ),
    ],
    targets.map((one) => [
      ...[String(one.year), one.target, String(one.resolved), number(one.score), number(one.baselineScore)],
      ...[number(one.logScore), number(one.baselineLogScore), share(one.within80), share(one.within95)],
    ]),
  )
}

/** The columns of `data/outlook/ledger/YEAR.csv`. */
export const issuedColumns: readonly string[] =
  'issued,id,a,b,target,horizon,resolves_on,unit,median,low80,high80,low95,high95,probability,baseline,status,outcome,score'.split(',')

/** Entries as their columns need them. */
export type IssuedCells = IssuedEntry & Pick<IssuedRow, 'status' | 'outcome' | 'score'>

/** One row for each entry, in the columns of the published file. */
export function issuedCsv({ entries }: { readonly entries: readonly IssuedCells[] }): string {
  return csv(
    issuedColumns,
    entries.map((one): CsvCell[] => [
      ...[one.issued, one.id, one.a, one.b, one.target, one.horizon, one.resolvesOn, one.unit],
      ...[one.median, one.low80, one.high80, one.low95, one.high95, one.probability, one.baseline, one.status, one.outcome, one.score],
    ]),
  )
}
