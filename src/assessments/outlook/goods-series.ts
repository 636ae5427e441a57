import { openMemory } from '../../memory/memory.ts'
import { goodsFobSql } from '../../memory/steps/goods-fob.ts'
import type { PooledSeries } from '../../outlook/pooled/pooled-fit.ts'
import { yearly } from '../../outlook/pooled/series-features.ts'
import type { Snapshot } from '../../store/index.ts'
import { inList } from '../rows/conditions.ts'
import { gdpOf } from '../rows/gdp.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** The first year of the record with goods trade of every pair. */
export const firstGoodsYear = 2010

/** A flow of goods in a year. */
export interface GoodsFlow {
  readonly from: string
  readonly to: string
  readonly year: number
  /** USD, free on board. */
  readonly value: number
}

/** All known flows of goods from and to each state, by year from `firstGoodsYear` on; 0 where none is known. */
export type GoodsTotals = Readonly<Record<string, readonly number[]>>

/** Goods trade and GDP by year. */
export class GoodsRecord {
  readonly first: number
  readonly last: number
  readonly states: readonly string[]
  private readonly place: ReadonlyMap<string, number>
  /** By year, from and to; NaN where no positive figure is known. */
  private readonly flows: readonly Float64Array[]
  /** All known flows from and to a state, by year. */
  private readonly totals: readonly Float64Array[]
  private readonly gdp: readonly Float64Array[]

  /**
   * @param only     states of which flows and totals are kept; null: all. Flows with any other partner then count towards totals alone.
   * @param totals   all flows from and to each state, by year from `firstGoodsYear` on, where `flows` are those between the states of `only` alone
   */
  constructor(
    flows: Iterable<GoodsFlow>,
    gdp: Iterable<{ readonly state: string; readonly year: number; readonly value: number }>,
    only: readonly string[] | null = null,
    totals?: GoodsTotals,
  ) {
    const all = [...flows]
    const named = totals === undefined ? new Set(all.flatMap(({ from, to }) => [from, to])) : new Set(Object.keys(totals))
    this.states = [...named].filter((state) => only === null || only.includes(state)).sort()
    this.place = new Map(this.states.map((state, i) => [state, i]))
    const known = this.states.flatMap((state) => totals?.[state]?.flatMap((total, t) => (total > 0 ? [firstGoodsYear + t] : [])) ?? [])
    const years = [...all.map(({ year }) => year), ...known]
    this.first = years.reduce((least, year) => Math.min(least, year), firstGoodsYear)
    this.last = years.reduce((most, year) => Math.max(most, year), firstGoodsYear)
    const n = this.states.length
    const blank = (size: number, value: number): Float64Array[] =>
      Array.from({ length: this.last - this.first + 1 }, () => new Float64Array(size).fill(value))
    this.flows = blank(n * n, Number.NaN)
    this.totals = blank(n, 0)
    this.gdp = blank(n, Number.NaN)
    for (const { from, to, year, value } of all) {
      const [i, j, t] = [this.place.get(from), this.place.get(to), year - this.first]
      if (!(value > 0)) continue
      if (i !== undefined && j !== undefined) this.flows[t]![i * n + j] = value
      if (totals === undefined) for (const own of [i, j]) if (own !== undefined) this.totals[t]![own]! += value
    }
    for (const [i, state] of this.states.entries())
      totals?.[state]?.forEach((total, t) => {
        if (total > 0) this.totals[firstGoodsYear + t - this.first]![i] = total
      })
    for (const { state, year, value } of gdp) {
      const i = this.place.get(state)
      if (i !== undefined && value > 0) {
        const own = this.gdp[year - this.first]
        if (own !== undefined) own[i] = value
      }
    }
  }

  indexOf(state: string): number | undefined {
    return this.place.get(state)
  }

  /** Goods from one state to another in USD; NaN where no positive figure is known. */
  flow(from: number, to: number, year: number): number {
    return this.flows[year - this.first]?.[from * this.states.length + to] ?? Number.NaN
  }

  /** Goods of both directions in percent of the first state's GDP; NaN where either direction or GDP is unknown. */
  gdpShare(own: number, other: number, year: number): number {
    return (100 * this.bothWays(own, other, year)) / (this.gdp[year - this.first]?.[own] ?? Number.NaN)
  }

  /** Goods of both directions in percent of all goods that the first state trades, by the same source; NaN where either direction is unknown. */
  dependence(own: number, other: number, year: number): number {
    return (100 * this.bothWays(own, other, year)) / (this.totals[year - this.first]?.[own] ?? Number.NaN)
  }

  /** All known flows from and to a state in USD; 0 where none is known. */
  total(own: number, year: number): number {
    return this.totals[year - this.first]?.[own] ?? 0
  }

  private bothWays(a: number, b: number, year: number): number {
    return this.flow(a, b, year) + this.flow(b, a, year)
  }
}

export type GoodsMeasure = 'flow' | 'gdpShare' | 'dependence'

/** The logarithm of a measure of goods trade of every ordered pair, by year. */
export function goodsSeries(record: GoodsRecord, measure: GoodsMeasure): PooledSeries {
  const n = record.states.length
  const values = Array.from({ length: record.last - record.first + 1 }, (_, t) =>
    Float64Array.from({ length: n * n }, (_, s) => Math.log(record[measure](Math.floor(s / n), s % n, record.first + t))),
  )
  return {
    series: n * n,
    first: record.first,
    last: record.last,
    shape: yearly,
    // half of what past bands lacked: growth that is common to all makes errors of one year alike
    correction: 0.5,
    at: (s, year) => values[year - record.first]?.[s] ?? Number.NaN,
  }
}

/**
 * Reads goods trade and GDP from the record: of every state, or of two states with all their partners, which is enough for these two.
 *
 * Of reports of one flow the reconciled comes first, then the importer's, then the exporter's. Figures that the source estimates to fill a gap are left out.
 */
export const goodsRecord: SnapshotCache<[only: readonly string[] | null], GoodsRecord> = cachedBySnapshot(async (snapshot, only) => {
  await openMemory(snapshot)
  const [flows, totals, gdp] = await Promise.all([
    flowsOf(snapshot, only),
    only === null ? undefined : storedTotals(snapshot),
    gdpOf(snapshot, only),
  ])
  return new GoodsRecord(flows, gdp, only, totals)
})

/** All known goods from and to each state, by year from `firstGoodsYear` on. */
const storedTotals = cachedBySnapshot(async (snapshot): Promise<GoodsTotals> => {
  const { state, year, value } = await snapshot.columns('SELECT state, year, value FROM goods_fob_totals ORDER BY state, year')
  const totals: Record<string, number[]> = {}
  state!.forEach((iso3, i) => {
    const own = totals[String(iso3)] ?? []
    totals[String(iso3)] = own
    const at = Number(year![i]) - firstGoodsYear
    while (own.length < at) own.push(0)
    own[at] = Number(value![i])
  })
  return totals
})

async function flowsOf(snapshot: Snapshot, only: readonly string[] | null): Promise<GoodsFlow[]> {
  const found = await snapshot.columns(
    `${goodsFobSql(only === null ? 'true' : `pair IN ${inList(pairsOf(only))}`)} ORDER BY year, from_id, to_id`,
  )
  const [from, to, year, value] = ['from_id', 'to_id', 'year', 'value'].map((name) => found[name]!) as [
    string[],
    string[],
    number[],
    number[],
  ]
  return from.map((one, i) => ({ from: one, to: to[i]!, year: year[i]!, value: value[i]! }))
}

/** The pairs of some states as the memory names them. */
function pairsOf(states: readonly string[]): string[] {
  const sorted = [...states].sort()
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`))
}
