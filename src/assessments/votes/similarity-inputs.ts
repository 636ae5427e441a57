import type { VoteOptions } from '../../measures/index.ts'
import type { RollCalls } from '../forms/roll-calls.ts'

/** The inputs of one figure. */
export interface SimilarityInputs {
  readonly year: number | null
  readonly date: string
  readonly rollCalls: RollCalls
  readonly options: VoteOptions
  readonly draws: number
  readonly seed: number
}
