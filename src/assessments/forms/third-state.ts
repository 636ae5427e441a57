import type { Known } from '../../store/index.ts'

/** A state that depends on one of the pair, or on both, in one trade flow. */
export interface ThirdState {
  readonly iso3: string
  readonly name: string
  /** In words: `imports of goods`, `imports of crude oil`. */
  readonly flow: string
  readonly indicator: string
  /** Share of the flow that comes from (or goes to) this member of the pair; null where the state's own report has no row. */
  readonly a: Known | null
  readonly b: Known | null
  /** Number of equal partners that would give the same concentration: one over the sum of squared shares. */
  readonly partners: Known
}
