import type { Bench, Item } from '../forms/assessment.ts'
import { heldFor } from '../record/holdings.ts'

/**
 * The deals of the trade register between the two, latest order first. Of an earlier day those whose deliveries go on after it are left out: what the register says of
 * them was not known then.
 */
export async function armsOrders(bench: Bench): Promise<Item[]> {
  const { a, b } = bench.dyad
  const rows = (await heldFor(bench)).orders(a.iso3, b.iso3)
  return rows.map((row) => ({
    kind: 'order',
    date: String(row['date']).slice(0, 4),
    text: `${row['from_id']} to ${row['to_id']}, ${row['code']} (${row['source']})`,
    source: String(row['source']),
    citation: String(row['locator']),
  }))
}
