import type { Columns } from '../../store/session.ts'
import { readCsv } from '../formats/csv.ts'
import type { Observation } from '../rows/observation.ts'
import { oneEdition, rowsIn } from '../rows/one-edition.ts'
import { card, readComextMonths, readComextYears } from './comext.ts'

export { card }

/**
 * Downloads of the relational view of Comext, yearly and monthly ones in any number and order, recognised by their periods. The EU's own figure comes from
 * the yearly download where there is one, else from its months.
 */
export async function readComextFiles(paths: readonly string[]): Promise<{ observations: Columns }> {
  const yearly: Observation[] = []
  const monthly: Observation[] = []
  for (const path of paths) {
    if (await isYearly(path)) yearly.push(...rowsIn<Observation>((await readComextYears(path)).observations))
    else monthly.push(...rowsIn<Observation>((await readComextMonths(path, true)).observations))
  }
  const told = new Set(yearly.map(flowOf))
  return { observations: oneEdition([...yearly, ...monthly.filter((row) => !told.has(flowOf(row)))]) }
}

/** Whether the first row has a year (`Jan.-Dec. 2010` or `201952-Jan.-Dec. 2019`) as its period. */
async function isYearly(path: string): Promise<boolean> {
  const [first] = await readCsv(path, ['PERIOD'])
  return /Jan\.-D/.test(first?.fields['PERIOD'] ?? '')
}

function flowOf({ indicator, from_id, to_id, start_date }: Observation): string {
  return [indicator, from_id, to_id, start_date].join('|')
}
