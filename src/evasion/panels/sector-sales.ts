import { cachedBySnapshot, type SnapshotCache } from '../../assessments/rows/snapshot-cache.ts'
import type { Snapshot } from '../../store/index.ts'

/** Sales of one group of goods by every state to every other, by calendar year, in USD. */
export interface SectorSales {
  readonly source: string
  readonly years: readonly number[]
  /** Amounts by buyer and year, of each seller; `WLD` is a sum over all, as a seller and as a buyer. */
  readonly sellers: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, number>>>
}

/** Returns the sales that an indicator counts; undefined if the record has none. */
export const sectorSales: SnapshotCache<[string], SectorSales | undefined> = cachedBySnapshot(
  async (snapshot: Snapshot, indicator: string): Promise<SectorSales | undefined> => {
    const rows = await snapshot.rows(
      'SELECT from_id, to_id, CAST(substr(start_date, 1, 4) AS INTEGER) AS year, value, source FROM observations WHERE indicator = $indicator AND value IS NOT NULL ORDER BY ALL',
      { indicator },
    )
    if (rows.length === 0) return undefined
    const sellers = new Map<string, Map<string, Map<number, number>>>()
    for (const row of rows) {
      const [from, to, year] = [String(row['from_id']), String(row['to_id']), Number(row['year'])]
      const buyers = sellers.get(from) ?? new Map<string, Map<number, number>>()
      sellers.set(from, buyers)
      buyers.set(to, (buyers.get(to) ?? new Map<number, number>()).set(year, Number(row['value'])))
    }
    const years = [...new Set(rows.map((row) => Number(row['year'])))].sort((a, b) => a - b)
    return { source: String(rows[0]!['source']), years, sellers }
  },
)

/** Returns a sale in USD; 0 where the source has no row for a way between states that it covers. */
export function saleOf({ sellers }: SectorSales, from: string, to: string, year: number): number {
  return sellers.get(from)?.get(to)?.get(year) ?? 0
}
