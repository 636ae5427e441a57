import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import type { State } from '../../states/index.ts'
import type { PairOutlook } from './pair-outlook.ts'

/** Years ahead of which the short outlook speaks: the longest at which every quantity shows skill. */
export const briefHorizon = 5

/** What the statements on a pair are made from. */
export interface BriefInputs {
  readonly a: State
  readonly b: State
  readonly outlook: PairOutlook
  readonly fits: OutlookFits
}
