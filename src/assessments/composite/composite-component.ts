import { existedOn, type State, states } from '../../states/index.ts'
import type { Evidence } from '../../store/index.ts'

/** What a reader may weigh, in the order in which it is listed. */
export const componentIds = ['votes', 'ideal-points', 'blocs', 'trade', 'speeches'] as const

export type ComponentId = (typeof componentIds)[number]

/** All pairs of the states that existed on a day: (0, 1), (0, 2) … by place in the list. */
export interface Pairs {
  readonly states: readonly State[]
  /** Place of a state by its code. */
  readonly place: ReadonlyMap<string, number>
  readonly a: Uint16Array
  readonly b: Uint16Array
  /** Number of the pair of two places. */
  of(first: number, second: number): number
}

/** One number per pair, told so that more = closer, with its place among all pairs that its source covers. */
export interface Component {
  readonly id: ComponentId
  /** What is measured, as a table prints it. */
  readonly title: string
  readonly period: string
  readonly unit: string
  /** Per pair, as its source or measure gives it; NaN = unknown. A distance stays a distance here. */
  readonly values: Float64Array
  /** Per pair, 0 to 100, more = closer; NaN = unknown. */
  readonly percentiles: Float64Array
  /** How many pairs the percentile is taken among. */
  readonly population: number
  readonly method: string
  readonly evidence: readonly Evidence[]
  /** Percentiles of some pairs in each of some draws, row-major by pair; absent where the figure has no sampling error. */
  readonly drawn?: (pairs: Uint32Array, draws: number, seed: number) => Float64Array
  /** Percentiles of the pair that is asked for by the lowest and the highest of rival reports, where there are any. */
  readonly rivals?: { readonly low: number; readonly high: number; readonly reports: number }
  /** Nobody else reports it. */
  readonly certainty?: 'one report'
  /** Why a pair has none. */
  readonly why: (a: State, b: State) => string
}

/** The pairs that are ranked, and by what. */
export interface RankedField {
  readonly pairs: Pairs
  readonly chosen: readonly Component[]
  readonly ranked: Uint32Array
  /** Number of the pair that is asked for. */
  readonly own: number
}

/** A component that cannot be weighed on this record and day, and why. */
export interface ExcludedPair {
  readonly id: string
  readonly reason: string
}

/** All pairs of the states in existence on a day. */
export function pairsOn(day: string): Pairs {
  const alive = states.filter((state) => existedOn(state, day))
  const count = (alive.length * (alive.length - 1)) / 2
  const [a, b] = [new Uint16Array(count), new Uint16Array(count)]
  let pair = 0
  for (let i = 0; i < alive.length; i++) {
    for (let j = i + 1; j < alive.length; j++) {
      a[pair] = i
      b[pair++] = j
    }
  }
  const of = (first: number, second: number): number => {
    const [i, j] = first < second ? [first, second] : [second, first]
    return (i * (2 * alive.length - i - 1)) / 2 + (j - i - 1)
  }
  return { states: alive, place: new Map(alive.map((state, i) => [state.iso3, i])), a, b, of }
}

/** The percentile of each value among those of `population`, on a scale on which more is closer. */
export function reversedPercentiles(percentiles: Float64Array): Float64Array {
  return percentiles.map((percentile) => 100 - percentile)
}
