import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import type { SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { observationColumns } from '../rows/observation.ts'
import { baciFlow, baciTotals, isBaciTerritory } from './baci-provider.ts'

/** Smaller flows between two states, in whole thousands, make no row of their own. */
const leastValue = 100_000

/**
 * Reads the goods trade of a year, in USD, free on board, from exporter to importer, and what each state sends to and receives from all economies. The rows have no
 * reporter; a flow is rounded to whole thousands, a total is the sum of all rows as they stand.
 *
 * @param path   CSV, plain or gzipped, with the columns `exporter_id`, `importer_id` (three letters) and `value` (plain dollars); the file does not name its year
 * @throws BadInput for an unknown code, a way given twice, a state with itself, or a value that is not above zero
 */
export async function readBaciOfYear(card: Pick<SourceCard, 'id' | 'vintage'>, year: number, path: string): Promise<Columns> {
  const once = duplicateGuard()
  const flows = (await readCsv(path, ['exporter_id', 'importer_id', 'value'])).map((row) => flowIn(row, once))
  const rounded = flows
    .filter(({ from, to }) => stateOf(from) !== undefined && stateOf(to) !== undefined)
    .map((flow) => baciFlow(card, { ...flow, period: year, value: Math.round(flow.value / 1000) * 1000 }))
  const shown = rounded.filter(({ value }) => value >= leastValue)
  return observationColumns([...shown, ...baciTotals(card, flows, { indicator: 'goods-listed-total', period: year })])
}

function flowIn(row: CsvRow, once: ReturnType<typeof duplicateGuard>): { from: string; to: string; value: number; locator: string } {
  const [from, to] = [codeIn(row, 'exporter_id'), codeIn(row, 'importer_id')]
  once(`${from} to ${to}`, row.at)
  const value = numberInField(row, 'value')
  if (from === to) throw badInput(`${row.at} has trade of ${from} with itself`)
  if (value === null || value <= 0) throw badInput(`${row.at} has "${row.fields['value']}" dollars, not more than nothing`)
  return { from, to, value, locator: row.at }
}

function codeIn(row: CsvRow, column: string): string {
  const code = row.fields[column]!.toUpperCase()
  if (stateOf(code) !== undefined || isBaciTerritory(code)) return code
  throw badInput(`${row.at} names "${row.fields[column]!.slice(0, 20)}", which is no economy of BACI`)
}
