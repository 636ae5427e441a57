import type { Known } from '../../store/index.ts'

/** A state that leans on one of the pair, or on both, in one flow of its trade. */
export interface ThirdState {
  readonly iso3: string
  readonly name: string
  /** In words: `imports of goods`, `imports of crude oil`. */
  readonly flow: string
  readonly indicator: string
  /** Share of the flow that comes from (or goes to) each of the pair; null: no row in the state's own report. */
  readonly a: Known | null
  readonly b: Known | null
  /** How many equal partners would give the same concentration: one over the sum of squared shares. */
  readonly partners: Known
}
