import { type GoodsReport, goodsReportsIn } from '../../assessments/record/goods-reports.ts'
import { loadRows } from '../../assessments/record/rows-in-memory.ts'
import type { Snapshot } from '../../store/index.ts'
import type { HeldFigures } from './missing-series.ts'
import type { SeriesNeed } from './series-needs.ts'

/** Reads what a snapshot holds of the needs. */
export async function heldFigures(snapshot: Snapshot, needs: readonly SeriesNeed[]): Promise<HeldFigures> {
  const key = (a: string, b: string): string => `${a} ${b}`
  const goods = new Map<string, readonly GoodsReport[]>()
  const gdp = new Map<string, ReadonlySet<number>>()
  for (const need of needs) {
    if (need.kind === 'goods' && !goods.has(key(need.a, need.b)))
      goods.set(key(need.a, need.b), await goodsBetween(snapshot, need.a, need.b))
    if (need.kind === 'gdp' && !gdp.has(need.state)) gdp.set(need.state, await gdpYears(snapshot, need.state))
  }
  return { goods: (a, b) => goods.get(key(a, b)) ?? [], gdpYears: (state) => gdp.get(state) ?? new Set() }
}

async function goodsBetween(snapshot: Snapshot, a: string, b: string): Promise<GoodsReport[]> {
  const rows = await loadRows(snapshot, '9999-12-31', [a, b])
  return goodsReportsIn(b === 'WLD' ? rows.of(a).filter(({ from, to }) => from === b || to === b) : rows.between(a, b), a)
}

async function gdpYears(snapshot: Snapshot, state: string): Promise<ReadonlySet<number>> {
  const rows = await snapshot.rows(
    `SELECT DISTINCT substr(start_date, 1, 4) AS year FROM observations WHERE indicator = 'gdp' AND source = 'world-bank' AND from_id = $state`,
    { state },
  )
  return new Set(rows.map(({ year }) => Number(year)))
}
