import { allDyads, type DyadIntervals, type DyadTable, type MeasureName, midRankPercentile } from '../../measures/index.ts'
import type { SimilarityInputs } from './similarity-inputs.ts'
import { cowCode, measuresOf, type SimilarityRow } from './similarity-row.ts'
import { leastCommonVotes } from './vote-places.ts'

/** Computes the similarity of all pairs in the batch. */
export function similarityTable(batch: SimilarityInputs): DyadTable {
  return allDyads(batch.rollCalls.votes, batch.options)
}

/** Leaves out the figures of pairs with too few common votes, which would rank first or last by chance. */
export function withEnoughVotes(table: DyadTable): DyadTable {
  const enough = (values: Float64Array): Float64Array => values.map((value, row) => (table.n[row]! < leastCommonVotes ? Number.NaN : value))
  return { ...table, ...measuresOf((name) => enough(table[name])) }
}

/** Returns the mid-rank percentile of a value among all pairs with a defined measure; null where the value is undefined. */
export function rankAmong(table: DyadTable, name: MeasureName, value: number): number | null {
  return Number.isNaN(value) ? null : midRankPercentile(table[name], value)
}

/**
 * Returns every pair once, lower COW code first, sorted by COW codes as in the field's published files.
 *
 * @param intervals   of the same batch; undefined: none
 */
export function everyPair(batch: SimilarityInputs, intervals: DyadIntervals | undefined): SimilarityRow[] {
  const table = similarityTable(batch)
  const { voters } = batch.rollCalls
  const codes = voters.map((iso3) => cowCode(iso3, batch.date))
  const rows = Array.from(table.a, (_, row) => tableRow(batch, table, row, voters, codes, intervals))
  return rows.sort((x, y) => order(x.cow_a, y.cow_a) || order(x.cow_b, y.cow_b))
}

function tableRow(
  batch: SimilarityInputs,
  table: DyadTable,
  row: number,
  voters: readonly string[],
  codes: readonly (number | null)[],
  intervals: DyadIntervals | undefined,
): SimilarityRow {
  const pair = [table.a[row]!, table.b[row]!]
  const [first, second] = order(codes[pair[0]!]!, codes[pair[1]!]!) <= 0 ? pair : [pair[1], pair[0]]
  return {
    year: batch.year,
    iso3_a: voters[first!]!,
    iso3_b: voters[second!]!,
    cow_a: codes[first!]!,
    cow_b: codes[second!]!,
    n: table.n[row]!,
    measures: measuresOf((name) => known(table[name][row]!)),
    ...(intervals === undefined ? {} : { intervals: measuresOf((name) => ends(intervals, name, row)) }),
  }
}

function ends(intervals: DyadIntervals, name: MeasureName, row: number): { low: number; high: number } | null {
  const [low, high] = [intervals.low[name][row]!, intervals.high[name][row]!]
  return Number.isNaN(low) ? null : { low, high }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function order(x: number | null, y: number | null): number {
  return (x ?? Number.POSITIVE_INFINITY) - (y ?? Number.POSITIVE_INFINITY)
}
