import { type MeasureName, measureNames, type Similarity } from '../../measures/index.ts'
import { cowOn, type State, stateOf } from '../../states/index.ts'

export interface SimilarityInterval {
  readonly low: number
  readonly high: number
}

/** One pair in one window or year. An undefined measure is null, never zero. */
export interface SimilarityRow {
  readonly year: number | null
  readonly iso3_a: string
  readonly iso3_b: string
  readonly cow_a: number | null
  readonly cow_b: number | null
  /** Roll calls on which both took a position. */
  readonly n: number
  readonly measures: Readonly<Record<MeasureName, number | null>>
  readonly intervals?: Readonly<Record<MeasureName, SimilarityInterval | null>>
  /** Mid-rank percentile among all pairs with a defined measure in the same roll calls. */
  readonly percentiles?: Readonly<Record<MeasureName, number | null>>
}

/** Makes a record with one entry per measure. */
export function measuresOf<T>(make: (name: MeasureName) => T): Record<MeasureName, T> {
  return Object.fromEntries(measureNames.map((name) => [name, make(name)])) as Record<MeasureName, T>
}

/** Makes the row of a pair; without a similarity, the pair has no common roll call. */
export function rowOf(when: { year: number | null; date: string }, a: string, b: string, point: Similarity | undefined): SimilarityRow {
  return {
    year: when.year,
    iso3_a: a,
    iso3_b: b,
    cow_a: cowCode(a, when.date),
    cow_b: cowCode(b, when.date),
    n: point?.n ?? 0,
    measures: measuresOf((name) => known(point?.[name])),
  }
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}

/**
 * Returns a state's COW code on a day. Some UN members were not yet states in the Correlates of War (Ukraine and Belarus before
 * 1991, India in 1946). They get their later code, as in the published similarity and ideal-point files.
 */
export function cowCode(iso3: string, date: string): number | null {
  const state = stateOf(iso3)
  return state === undefined ? null : (cowOn(state, date) ?? nearestCode(state, date))
}

function nearestCode(state: State, date: string): number | null {
  const before = state.cow.filter((span) => span.from <= date).at(-1)
  return before?.code ?? state.cow[0]?.code ?? null
}
