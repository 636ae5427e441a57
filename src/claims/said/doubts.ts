import type { DeedDoubts } from './deed-doubts.ts'
import type { FigureDoubts } from './figure-doubts.ts'
import type { MembershipDoubts } from './membership-said.ts'
import type { PairDoubts } from './pair-doubts.ts'
import type { VetoDoubts } from './veto-said.ts'
import type { VoteDoubts } from './vote-said.ts'

/** What the words leave open, or why they may have been misread. Each is a reason to withhold a verdict, possibly under a condition. */
export interface Doubts {
  /** Why a vote may be one of another body than the United Nations. */
  readonly otherBody?: string
  /** Whether no sentence up to the claim's own has its year in digits: `last year` means none if the text has no date. */
  readonly yearUntold?: boolean
  /** Of a claim on a flow or a size; present even if nothing is left open. */
  readonly figure?: FigureDoubts
  readonly deed?: DeedDoubts
  readonly pair?: PairDoubts
  readonly vote?: VoteDoubts
  readonly veto?: VetoDoubts
  readonly membership?: MembershipDoubts
}
