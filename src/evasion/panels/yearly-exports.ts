import { cachedBySnapshot, type SnapshotCache } from '../../assessments/rows/snapshot-cache.ts'
import { openMemory } from '../../memory/memory.ts'
import { isSelection } from '../../memory/steps/goods-totals.ts'
import type { Snapshot } from '../../store/index.ts'
import type { OutcomePanel } from '../methods/outcome-panel.ts'

/** Exports of all goods from the EU of 27 to every partner by calendar year, in EUR. */
export interface YearlyExports {
  readonly source: string
  readonly vintage: string
  readonly years: readonly number[]
  /** Amounts by partner, one for each year; NaN where there is none. */
  readonly partners: ReadonlyMap<string, Float64Array>
}

/** Returns the yearly exports of the EU; undefined if the record has none. */
export const yearlyExports: SnapshotCache<[], YearlyExports | undefined> = cachedBySnapshot(
  async (snapshot: Snapshot): Promise<YearlyExports | undefined> => {
    await openMemory(snapshot)
    const rows = await snapshot.rows(
      `SELECT to_id, year, value, source, vintage FROM goods_reports
       WHERE indicator = 'goods-exports' AND from_id = 'EU' AND reporter = 'EU' AND unit = 'EUR' AND parts = 1 AND to_id <> 'WLD' AND NOT ${isSelection} ORDER BY to_id, year`,
    )
    if (rows.length === 0) return undefined
    const years = [...new Set(rows.map((row) => Number(row['year'])))].sort((a, b) => a - b)
    const partners = new Map<string, Float64Array>()
    for (const row of rows) {
      const partner = String(row['to_id'])
      const cells = partners.get(partner) ?? new Float64Array(years.length).fill(Number.NaN)
      cells[years.indexOf(Number(row['year']))] = Number(row['value'])
      partners.set(partner, cells)
    }
    return { source: String(rows[0]!['source']), vintage: String(rows[0]!['vintage']), years, partners }
  },
)

/**
 * Returns log exports of the partners that have an amount above zero in every year from `from` on.
 *
 * @param partners   partners in the order that the panel shall have
 */
export function logPanel({ years, partners: held }: YearlyExports, partners: readonly string[], from = 0, to = 9999): OutcomePanel {
  const places = years.map((year, i) => (year >= from && year <= to ? i : -1)).filter((i) => i >= 0)
  const whole = partners.filter((partner) => {
    const cells = held.get(partner)
    return cells !== undefined && places.every((place) => cells[place]! > 0)
  })
  return {
    units: whole,
    periods: places.map((place) => years[place]!),
    outcomes: whole.map((partner) => Float64Array.from(places, (place) => Math.log(held.get(partner)![place]!))),
  }
}
