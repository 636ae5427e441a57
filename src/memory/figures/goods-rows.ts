import type { Cell, Snapshot } from '../../store/index.ts'
import { openMemory } from '../memory.ts'
import { PairCache, pairOf } from './pair-cache.ts'

/** One report of goods in a calendar year (see the step `goods-reports`). */
export interface GoodsRow {
  readonly from: string
  readonly to: string
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly indicator: string
  /** ISO3 code or bloc of the reporter; null where the source reconciles both sides or does not name the reporter. */
  readonly reporter: string | null
  readonly valuation: string | null
  readonly status: 'observed' | 'estimated'
  /** Observed, or reconciled from the reports of both: not an estimate that fills a gap. */
  readonly firm: boolean
  /** Which report stands for a flow: the lowest. */
  readonly rank: number
  readonly parts: 1 | 12
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

/** Goods both ways in a year by one source and reporter (see the step `goods-totals`). */
export interface GoodsTotalRow
  extends Pick<GoodsRow, 'year' | 'value' | 'unit' | 'reporter' | 'status' | 'firm' | 'rank' | 'source' | 'vintage'> {
  /** Whether the two directions were added up, so that it is no total that the source prints. */
  readonly sum: boolean
}

/** What is reported of the goods of a pair, by year. */
export interface GoodsRows {
  readonly reports: readonly GoodsRow[]
  readonly totals: readonly GoodsTotalRow[]
}

const kept = new PairCache<GoodsRows>(readPairs, { reports: [], totals: [] })

/** Returns the reports of goods between two parties, of all years, in whichever order the two are given. */
export function goodsOf(snapshot: Snapshot, a: string, b: string): Promise<GoodsRows> {
  return kept.of(snapshot, a, b)
}

/** Reads the reports of a state with every state that comes after it: see `PairCache`. */
export function readGoodsFrom(snapshot: Snapshot, iso3: string): Promise<void> {
  return kept.readFrom(snapshot, iso3)
}

const shared = ['year', 'value', 'unit', 'reporter', 'status', 'firm', 'rank', 'source', 'vintage'] as const
const ofReport = ['from_id AS "from"', 'to_id AS "to"', 'indicator', 'valuation', 'parts', 'locator', ...shared]

const inOrder = 'year, source, indicator, reporter NULLS LAST, unit, vintage, locator'

async function readPairs(snapshot: Snapshot, where: string): Promise<ReadonlyMap<string, GoodsRows>> {
  await openMemory(snapshot)
  const [reports, totals] = await Promise.all([
    snapshot.columns(`SELECT pair, ${ofReport.join(', ')} FROM goods_reports WHERE ${where} ORDER BY pair, ${inOrder}`),
    snapshot.columns(
      `SELECT pair, ${shared.join(', ')}, sum FROM goods_totals WHERE ${where} ORDER BY pair, year, source, reporter NULLS LAST, unit`,
    ),
  ])
  const found = new Map<string, { reports: GoodsRow[]; totals: GoodsTotalRow[] }>()
  const of = (pair: string): { reports: GoodsRow[]; totals: GoodsTotalRow[] } => {
    const own = found.get(pair) ?? { reports: [], totals: [] }
    found.set(pair, own)
    return own
  }
  eachRow<GoodsRow>(reports, (pair, row) => of(pair).reports.push(row))
  eachRow<GoodsTotalRow>(totals, (pair, row) => of(pair).totals.push(row))
  return found
}

/** Returns the reports of goods between two parties that their source repeats from another one, which `goodsOf` has. */
export async function repeatedGoodsOf(snapshot: Snapshot, a: string, b: string): Promise<readonly GoodsRow[]> {
  await openMemory(snapshot)
  const sql = `SELECT pair, ${ofReport.join(', ')} FROM goods_repeats WHERE pair = $pair ORDER BY ${inOrder}`
  const rows: GoodsRow[] = []
  eachRow<GoodsRow>(await snapshot.columns(sql, { pair: pairOf(a, b) }), (_, row) => rows.push(row))
  return rows
}

function eachRow<Row>(columns: Readonly<Record<string, Cell[]>>, take: (pair: string, row: Row) => void): void {
  const names = Object.keys(columns).filter((name) => name !== 'pair')
  columns['pair']?.forEach((pair, i) => {
    take(String(pair), Object.fromEntries(names.map((name) => [name, columns[name]![i]])) as Row)
  })
}
