import { quantile } from '../../numeric/quantile.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { allPairsTable, wholeVotes } from './vote-matrix.ts'
import { leastCommonVotes } from './vote-places.ts'

/** The roll calls of a calendar year, against those of the five years with votes before it. */
export interface YearAgenda {
  readonly rollCalls: number
  /** Median over all pairs of the share of same positions; undefined where no pair has enough common votes. */
  readonly median: number | undefined
  /** Medians of the five years before; undefined where there are fewer. */
  readonly before: { readonly rollCalls: number; readonly median: number } | undefined
  /** Whether shares of this year do not compare with those of the years before. */
  readonly breaks: boolean
}

const yearsBefore = 5
/** From 1996 to 2021 no year left these bounds; 2022 and 2025 do: docs/measures/diplomacy-headline.md. */
const mostRollCalls = 1.5
const mostShift = 0.05

/** Compares the number of roll calls of a year, and how divided they were, with the five years before; undefined where the year has none. */
export const yearAgenda: SnapshotCache<[year: number], YearAgenda | undefined> = cachedBySnapshot(async (snapshot, year) => {
  const { years } = await wholeVotes(snapshot)
  const at = years.findIndex((one) => one.year === String(year))
  const own = years[at]
  if (own === undefined) return undefined
  const of = (one: typeof own): Promise<number | undefined> => medianAgreement(snapshot, one.from, one.to)
  const past = years.slice(Math.max(0, at - yearsBefore), at)
  const [median, medians] = [await of(own), await Promise.all(past.map(of))]
  const rollCalls = own.to - own.from
  const known = medians.filter((one) => one !== undefined)
  if (known.length < yearsBefore || median === undefined) return { rollCalls, median, before: undefined, breaks: false }
  const before = { rollCalls: middle(past.map((one) => one.to - one.from)), median: middle(known) }
  const ratio = rollCalls / before.rollCalls
  const breaks = ratio > mostRollCalls || ratio < 1 / mostRollCalls || Math.abs(median - before.median) > mostShift
  return { rollCalls, median, before, breaks }
})

const medianAgreement = cachedBySnapshot(async (snapshot, from: number, to: number) => {
  const { n, agreement } = await allPairsTable(snapshot, from, to)
  const known = agreement.filter((_, row) => n[row]! >= leastCommonVotes)
  return known.length === 0 ? undefined : quantile(known, 0.5)
})

function middle(values: readonly number[]): number {
  return quantile(Float64Array.from(values), 0.5)
}
