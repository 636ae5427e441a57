import { type GoodsRow, goodsOf, repeatedGoodsOf } from '../../memory/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'

type Reported = Pick<
  GoodsRow,
  'year' | 'value' | 'unit' | 'indicator' | 'reporter' | 'valuation' | 'status' | 'firm' | 'rank' | 'source' | 'vintage' | 'locator'
>

/** One report of goods traded between the pair in one calendar year. */
export interface GoodsReport extends Reported {
  readonly direction: 'a-to-b' | 'b-to-a' | 'both'
  /** The source's own annual figure, or our sum of its twelve months. */
  readonly basis: 'year' | 'months'
  /** The two directional reports of a total that is their sum. */
  readonly parts?: readonly GoodsReport[]
}

/** What is reported of the goods between a and b up to a day: each report, and the totals of both directions, one for each source, reporter and year. */
export interface PairGoods {
  readonly reports: readonly GoodsReport[]
  readonly totals: readonly GoodsReport[]
}

/**
 * Returns the goods of a pair in full years that end by a day. A report of last resort is left out in a year for which there is another of the same way.
 *
 * @param a   the party of which `a-to-b` is the export
 * @param everyReport   also those of last resort that others stand for
 */
export async function pairGoods(snapshot: Snapshot, a: string, b: string, to: string, everyReport = false): Promise<PairGoods> {
  const held = await goodsOf(snapshot, a, b)
  const isSeen = ({ year }: { readonly year: number }): boolean => `${year}-12-31` <= to
  const all = held.reports.filter(isSeen).map((row) => reportOf(row, a))
  const reports = all.filter(
    (one) => everyReport || one.rank < lastResort || !all.some((other) => other.rank < lastResort && isSameFlow(one, other)),
  )
  const totals = held.totals.filter(isSeen).flatMap(({ sum, ...total }): GoodsReport[] => {
    const own = reports.filter((one) => isSameReport(one, total))
    return totalOf(sum ? own.filter(({ direction }) => direction !== 'both') : own).map((one) => ({ ...one, ...total }))
  })
  return { reports, totals }
}

/** Returns the total of both directions that the reports of one source, reporter and year come to: a printed one, else the sum. One direction alone is none. */
export function totalOf(reports: readonly GoodsReport[]): GoodsReport[] {
  const printed = reports.find(({ direction }) => direction === 'both')
  if (printed !== undefined) return [printed]
  const [out, back] = (['a-to-b', 'b-to-a'] as const).map((way) => reports.find(({ direction }) => direction === way))
  if (out === undefined || back === undefined) return []
  return [
    {
      ...out,
      direction: 'both',
      value: out.value + back.value,
      status: out.status === 'observed' && back.status === 'observed' ? 'observed' : 'estimated',
      firm: out.firm && back.firm,
      basis: out.basis === 'year' ? back.basis : 'months',
      valuation: out.valuation === back.valuation ? out.valuation : null,
      indicator: `${out.indicator} + ${back.indicator}`,
      locator: `${out.locator}; ${back.locator}`,
      parts: [out, back],
    },
  ]
}

/** The goods of the pair of the page. */
export function goodsOfPage({ snapshot, dyad: { a, b, to } }: Pick<DomainInputs, 'snapshot' | 'dyad'>): Promise<PairGoods> {
  return pairGoods(snapshot, a.iso3, b.iso3, to)
}

/** Rank of a report that is used only where there is no other. */
const lastResort = 4

/** Returns every report between a and b that its source repeats from another one. */
export async function repeatedGoods(snapshot: Snapshot, a: string, b: string, to: string): Promise<GoodsReport[]> {
  const rows = await repeatedGoodsOf(snapshot, a, b)
  return rows.filter(({ year }) => `${year}-12-31` <= to).map((row) => reportOf(row, a))
}

function reportOf({ from, parts, to: _, ...row }: GoodsRow, a: string): GoodsReport {
  const direction = row.indicator === 'goods-trade' ? 'both' : from === a ? 'a-to-b' : 'b-to-a'
  return { ...row, direction, basis: parts === 1 ? 'year' : 'months' }
}

function isSameFlow(one: GoodsReport, other: GoodsReport): boolean {
  return one.year === other.year && one.unit === other.unit && one.direction === other.direction
}

function isSameReport(one: GoodsReport, other: Pick<Reported, 'year' | 'source' | 'reporter' | 'unit'>): boolean {
  return one.year === other.year && one.source === other.source && one.reporter === other.reporter && one.unit === other.unit
}

/**
 * Returns the report that stands for a flow among several: firm ones first, then by rank, then by source.
 *
 * @param reports   not empty
 */
export function firstReport(reports: readonly GoodsReport[]): GoodsReport {
  const ordered = (x: string, y: string): number => (x < y ? -1 : Number(x > y))
  return [...reports].sort((x, y) => Number(y.firm) - Number(x.firm) || x.rank - y.rank || ordered(x.source, y.source))[0]!
}
