import type { Answers } from '../../../src/server/answer-types.ts'

/** A figure: known with its interval, or unknown with the reason. */
export type Estimate = Answers['assess']['domains'][number]['estimates'][number]

/** A figure with a value. */
export type KnownEstimate = Extract<Estimate, { readonly value: number }>

/** Whether a figure has a value. */
export function isKnown(estimate: Estimate | undefined | null): estimate is KnownEstimate {
  return estimate?.state === 'observed' || estimate?.state === 'estimated'
}

/** The pair and day of a figure. */
export interface PairAndDay {
  readonly a: string
  readonly b: string
  readonly to?: string | undefined
}
