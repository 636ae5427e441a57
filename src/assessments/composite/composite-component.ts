import { existedOn, type State, states } from '../../states/index.ts'
import type { Evidence } from '../../store/index.ts'

/** The components that a user may weight, in the order of display. */
export const componentIds = ['votes', 'ideal-points', 'blocs', 'trade', 'speeches'] as const

export type ComponentId = (typeof componentIds)[number]

/** All pairs of the states that existed on a day, by index in the list: (0, 1), (0, 2) … */
export interface Pairs {
  readonly states: readonly State[]
  /** Index of each state by its code. */
  readonly place: ReadonlyMap<string, number>
  readonly a: Uint16Array
  readonly b: Uint16Array
  /** Returns the number of the pair formed by two indices. */
  of(first: number, second: number): number
}

/** One number for each pair, with its percentile among all pairs that the source covers. Higher percentiles mean closer. */
export interface Component {
  readonly id: ComponentId
  /** What is measured, as printed in a table. */
  readonly title: string
  readonly period: string
  readonly unit: string
  /** One value for each pair, in the source's or measure's own direction: a distance stays a distance. NaN = unknown. */
  readonly values: Float64Array
  /** One percentile for each pair, 0 to 100; higher means closer. NaN = unknown. */
  readonly percentiles: Float64Array
  /** Number of pairs among which the percentile is taken. */
  readonly population: number
  readonly method: string
  readonly evidence: readonly Evidence[]
  /** Percentiles of the given pairs in each draw, row-major by pair; absent where the figure has no sampling error. */
  readonly drawn?: (pairs: Uint32Array, draws: number, seed: number) => Float64Array
  /** Percentiles of the requested pair by its lowest and highest rival report, where there are any. */
  readonly rivals?: { readonly low: number; readonly high: number; readonly reports: number }
  /** Set where the requested pair has a single report, so that there is no other to compare. */
  readonly certainty?: 'one report'
  /** Says why a pair lacks the component. */
  readonly why: (a: State, b: State) => string
}

/** The ranked pairs and the components that rank them. */
export interface RankedPairs {
  readonly pairs: Pairs
  readonly chosen: readonly Component[]
  readonly ranked: Uint32Array
  /** Number of the requested pair. */
  readonly own: number
}

/** A component that is unavailable on this record and day, and the reason. */
export interface UnavailableComponent {
  readonly id: string
  readonly reason: string
}

/** Returns all pairs of the states that exist on a day. */
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

/** Reverses percentiles so that a smaller value, such as a distance, ranks as closer. */
export function reversedPercentiles(percentiles: Float64Array): Float64Array {
  return percentiles.map((percentile) => 100 - percentile)
}
