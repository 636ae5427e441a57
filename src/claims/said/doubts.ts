import type { DeedDoubts } from './deed-doubts.ts'
import type { MembershipDoubts } from './membership-said.ts'
import type { VetoDoubts } from './veto-said.ts'
import type { VoteDoubts } from './vote-said.ts'

/** What the words leave open, or why they may have been misread. Each is a reason to withhold a verdict, possibly under a condition. */
export interface Doubts {
  /** Why a vote may be one of another body than the United Nations. */
  readonly otherBody?: string
  readonly deed?: DeedDoubts
  readonly vote?: VoteDoubts
  readonly veto?: VetoDoubts
  readonly membership?: MembershipDoubts
}
