import type { CataloguedSaid } from './catalogued-said.ts'
import type { ComparisonSaid } from './comparison-said.ts'
import type { Doubts } from './doubts.ts'
import type { FactSaid } from './fact-said.ts'
import type { FigureSaid } from './figure-said.ts'
import type { FigureWord } from './figure-words.ts'
import type { HedgeSaid } from './hedge-said.ts'
import type { MembershipSaid } from './membership-said.ts'
import type { PairDeedsSaid } from './pair-deeds-said.ts'
import type { RankSaid } from './rank-said.ts'
import type { SourceSaid } from './source-said.ts'
import type { SpecialFiguresSaid } from './special-figures-said.ts'
import type { VetoSaid } from './veto-said.ts'
import type { VisitSaid } from './visit-said.ts'
import type { VoteSaid } from './vote-said.ts'

/**
 * What the words of a text say about a claim beyond its slots: all that testing needs of words. A field that is absent was not said.
 */
export interface Said extends PairDeedsSaid, SpecialFiguresSaid {
  /** Words at a figure that decide what it is a figure of. */
  readonly figureWords?: readonly FigureWord[]
  /** The fact of the memory that is meant. */
  readonly fact?: FactSaid
  /** The figure of the memory that is meant. */
  readonly catalogued?: CataloguedSaid
  readonly vote?: VoteSaid
  readonly veto?: VetoSaid
  readonly membership?: MembershipSaid
  readonly visit?: VisitSaid
  /** Absent for a claim that was given as data: its words were not read, and cannot have been misread. */
  readonly doubts?: Doubts
  readonly hedge?: HedgeSaid
  readonly source?: SourceSaid
  readonly figure?: FigureSaid
  readonly comparison?: ComparisonSaid
  readonly rank?: RankSaid
}
