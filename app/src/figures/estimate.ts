import type { Answers } from '../../../src/server/answer-types.ts'

/** A figure of an assessment: known with its interval, or unknown with the reason. */
export type Estimate = Answers['assess']['domains'][number]['estimates'][number]

/** A figure that has a value. */
export type KnownEstimate = Extract<Estimate, { readonly value: number }>

/** Whether a figure has a value, observed or estimated. */
export function isKnown(estimate: Estimate | undefined | null): estimate is KnownEstimate {
  return estimate?.state === 'observed' || estimate?.state === 'estimated'
}

/** The pair and day that a figure belongs to. */
export interface PairAndDay {
  readonly a: string
  readonly b: string
  readonly to?: string | undefined
}
