import type { EveryOutlookAnswer } from '../../assessments/outlook/every-outlook.ts'
import { type OutlookRow, outlookRowColumns } from '../../assessments/outlook/every-outlook-rows.ts'
import { type Column, textTable, wrap } from '../text/table.ts'

const width = 110
const rowsPerPiece = 5000

/** Writes for how many pairs each quantity and event is forecast. */
export function outlookAllText({ asOf, snapshot, pairs, forecasts, targets }: EveryOutlookAnswer): string {
  const columns: Column[] = [{ title: 'target' }, { title: 'pairs', align: 'right' }, { title: 'forecasts', align: 'right' }]
  const count = (value: number): string => value.toLocaleString('en-US')
  return [
    `${count(forecasts)} forecasts of ${count(pairs)} pairs, as of ${asOf}.`,
    '',
    textTable(
      columns,
      targets.map((one) => [one.target, count(one.pairs), count(one.forecasts)]),
    ),
    '',
    wrap(`A pair without a forecast lacks the data, as visavis outlook says of it. Snapshot ${snapshot.id}.`, width),
    wrap('Every forecast: visavis outlook all --format csv -o outlook.csv', width),
  ].join('\n')
}

/** Writes every forecast as a row of CSV, in pieces. */
export function* outlookAllCsv({ rows }: EveryOutlookAnswer): Generator<string> {
  yield `${outlookRowColumns.map(([column]) => column).join(',')}\n`
  yield* rows.texts()
}

/** Writes every forecast as one JSON object a line, in pieces. */
export function* outlookAllLines({ rows }: EveryOutlookAnswer): Generator<string> {
  for (const some of inPieces(rows)) yield some.map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** Writes the answer as JSON, in pieces, as all rows together may exceed the longest possible string. */
export function* outlookAllJson({ rows, ...summary }: EveryOutlookAnswer): Generator<string> {
  yield `${JSON.stringify(summary, null, 2).slice(0, -2)},\n  "rows": [`
  let first = true
  for (const some of inPieces(rows)) {
    yield some.map((row, i) => `${first && i === 0 ? '' : ','}\n    ${JSON.stringify(row)}`).join('')
    first = false
  }
  yield `${first ? '' : '\n  '}]\n}\n`
}

function* inPieces(rows: Iterable<OutlookRow>): Generator<OutlookRow[]> {
  let some: OutlookRow[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < rowsPerPiece) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
