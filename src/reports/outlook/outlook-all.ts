import type { EveryOutlookAnswer } from '../../assessments/outlook/every-outlook.ts'
import { outlookRowColumns } from '../../assessments/outlook/every-outlook-rows.ts'
import { rowPieces } from '../text/row-pieces.ts'
import { type Column, textTable, wrap } from '../text/table.ts'

const width = 110

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
  for (const some of rowPieces(rows)) yield some.map((row) => `${JSON.stringify(row)}\n`).join('')
}
