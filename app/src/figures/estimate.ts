import type { Answers } from '../../../src/server/answer-types.ts'

/** A figure as every answer has it: known with its interval, or unknown with the reason. */
export type Estimate = Answers['assess']['domains'][number]['estimates'][number]

/** A figure that has a value. */
export type KnownEstimate = Extract<Estimate, { readonly value: number }>

/** The pair, and the day, that a figure was asked for. */
export interface AskedPair {
  readonly a: string
  readonly b: string
  readonly to?: string | undefined
}
