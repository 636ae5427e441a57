import type { Estimate, KnownEstimate } from '../figures/estimate.ts'

/** Whether a figure has a value. */
export function isKnown(estimate: Estimate | undefined | null): estimate is KnownEstimate {
  return estimate?.state === 'observed' || estimate?.state === 'estimated'
}
