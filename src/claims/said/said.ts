import type { Doubts } from './doubts.ts'
import type { MembershipSaid } from './membership-said.ts'
import type { VetoSaid } from './veto-said.ts'
import type { VisitSaid } from './visit-said.ts'
import type { VoteSaid } from './vote-said.ts'

/**
 * What the words of a text say about a claim beyond its slots: all that testing needs of words. A field that is absent was not said.
 */
export interface Said {
  readonly vote?: VoteSaid
  readonly veto?: VetoSaid
  readonly membership?: MembershipSaid
  readonly visit?: VisitSaid
  /** Absent for a claim that was given as data: its words were not read, and cannot have been misread. */
  readonly doubts?: Doubts
}
