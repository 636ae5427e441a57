import type { Bench, Item } from './assessment.ts'

/**
 * The deals of the trade register between the two, latest order first. Of an earlier day those whose deliveries go on after it are left out: what the register says of
 * them was not known then.
 */
export async function armsOrders(bench: Bench): Promise<Item[]> {
  const { a, b, to } = bench.dyad
  const rows = await bench.snapshot.rows(
    `SELECT date, from_id, to_id, code, source, locator FROM events WHERE kind = 'order' AND coalesce(end_date, date) <= $to
       AND ((from_id = $a AND to_id = $b) OR (from_id = $b AND to_id = $a)) ORDER BY date DESC, end_date DESC, code, locator`,
    { a: a.iso3, b: b.iso3, to },
  )
  return rows.map((row) => ({
    kind: 'order',
    date: String(row['date']).slice(0, 4),
    text: `${row['from_id']} to ${row['to_id']}, ${row['code']} (${row['source']})`,
    source: String(row['source']),
    citation: String(row['locator']),
  }))
}
