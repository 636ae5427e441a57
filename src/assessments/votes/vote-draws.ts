import { countInDraws, kappaInDraws, measuresInDraws, noCell } from '../../measures/bootstrap/bootstrap-counts.ts'
import { drawsFor } from '../../measures/bootstrap/bootstrap-draws.ts'
import { type MeasureName, measureNames, type Similarity, similarityOfTable } from '../../measures/index.ts'
import { writeSimilarity } from '../../measures/similarity/three-level-measures.ts'
import { quantile } from '../../numeric/quantile.ts'
import type { Interval } from '../../store/index.ts'
import { constantSide } from '../forms/constant-position.ts'

/** A pair's similarity with its bootstrap replicates, so that two windows can be compared replicate by replicate. */
export interface BootstrappedSimilarity {
  readonly point: Similarity
  /** The nine counts of the pair; rows are the first state's positions. */
  readonly cells: Float64Array
  readonly draws: number
  readonly seed: number
  /** The measure in each replicate; NaN where it is undefined. */
  values(measure: MeasureName): Float64Array
  interval(measure: MeasureName): Exclude<Interval, 'exact'>
}

type Options = { readonly draws: number; readonly seed: number }

/**
 * Computes the similarity of two states with a bootstrap over roll calls; the replicates are those of `dyadIntervals` under the same
 * seed.
 *
 * @param a, b   positions of the two states by roll call: 1 yes, 2 abstain, 3 no, 0 none
 */
export function bootstrappedSimilarity(a: Uint8Array, b: Uint8Array, options: Options): BootstrappedSimilarity {
  const { draws, seed } = options
  const cells = pairVoteTable(a, b)
  const point = similarityOfTable(cells)
  const replicates = new Float64Array(measureNames.length * draws)
  measuresInDraws(drawsFor(a.length, draws, seed), cellCounter(options)(a, b), replicates)
  const values = (measure: MeasureName): Float64Array => {
    const place = measureNames.indexOf(measure)
    return replicates.slice(place * draws, (place + 1) * draws)
  }
  return { point, cells, draws, seed, values, interval: (measure) => percentileInterval(values(measure), point[measure]) }
}

/** Kappa with its interval. */
export interface DrawnKappa {
  readonly n: number
  readonly value: number
  readonly interval: Exclude<Interval, 'exact'>
}

/**
 * Returns a function that computes kappa of two states with its interval, as in `bootstrappedSimilarity`. The function is reused for many tables and shares its
 * working arrays.
 *
 * @returns   a function with the result undefined where the two have no common roll call, or either took a single position throughout
 */
export function kappaDrawer(options: Options): (a: Uint8Array, b: Uint8Array) => DrawnKappa | undefined {
  const counted = cellCounter(options)
  return (a, b) => {
    const table = pairVoteTable(a, b)
    const { n, kappa: value } = kappaAndAgreement(table)
    if (n === 0 || Number.isNaN(value) || constantSide(table) !== undefined) return undefined
    const replicates = new Float64Array(options.draws)
    kappaInDraws(drawsFor(a.length, options.draws, options.seed), counted(a, b), replicates)
    return { n, value, interval: percentileInterval(replicates, value) }
  }
}

const [kappaAt, agreementAt] = [measureNames.indexOf('kappa_quadratic'), measureNames.indexOf('agreement')]

/**
 * Computes only the figures that are needed per table, because a pair has eighty tables. The values equal those of `similarityOfTable`.
 */
export function kappaAndAgreement(cells: Float64Array): { n: number; kappa: number; agreement: number } {
  const figures = new Float64Array(measureNames.length)
  writeSimilarity(cells, figures, 0, 1)
  return { n: cells.reduce((sum, cell) => sum + cell, 0), kappa: figures[kappaAt]!, agreement: figures[agreementAt]! }
}

/** Makes the 3 × 3 table of two states' positions; rows are the first state's. */
export function pairVoteTable(a: Uint8Array, b: Uint8Array): Float64Array {
  const cells = new Float64Array(9)
  for (let r = 0; r < a.length; r++) if (a[r] !== 0 && b[r] !== 0) cells[a[r]! * 3 + b[r]! - 4]! += 1
  return cells
}

/** Counts the roll calls of each cell in every replicate, in arrays that the next call reuses. */
function cellCounter({ draws, seed }: Options): (a: Uint8Array, b: Uint8Array) => Int32Array {
  let cellOf = new Uint8Array(0)
  let counts = new Int32Array(0)
  return (a, b) => {
    const drawn = drawsFor(a.length, draws, seed)
    if (cellOf.length < a.length) cellOf = new Uint8Array(a.length)
    if (counts.length < 10 * drawn.words) counts = new Int32Array(10 * drawn.words)
    for (let r = 0; r < a.length; r++) cellOf[r] = a[r] === 0 || b[r] === 0 ? noCell : a[r]! * 3 + b[r]! - 4
    countInDraws(drawn, cellOf, counts)
    return counts
  }
}

/**
 * Returns the 90 % interval of the difference between two windows with independent replicates. The windows must have been drawn
 * under different seeds.
 */
export function bootstrappedDifference(now: BootstrappedSimilarity, before: BootstrappedSimilarity, measure: MeasureName): Interval {
  const past = before.values(measure)
  const differences = now.values(measure).map((value, draw) => value - past[draw]!)
  return percentileInterval(differences, now.point[measure] - before.point[measure])
}

/**
 * Returns the 90 % interval of the defined values. If no replicate defines the measure, both ends equal the point, since these votes carry no further
 * information. Reorders `values` in place.
 */
function percentileInterval(values: Float64Array, point: number): Exclude<Interval, 'exact'> {
  let defined = 0
  for (const value of values) if (!Number.isNaN(value)) values[defined++] = value
  if (defined === 0) return { level: 0.9, low: point, high: point, kind: 'bootstrap' }
  return { level: 0.9, low: quantile(values, 0.05, 0, defined), high: quantile(values, 0.95, 0, defined), kind: 'bootstrap' }
}
