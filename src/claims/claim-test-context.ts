import type { Snapshot, SourceCard } from '../store/index.ts'
import type { Claim } from './claim.ts'
import type { Finding } from './verdict.ts'

/** What a claim is tested with: the record, the day of its text, and the cards of the sources by id. What the text says is in the claim. */
export interface ClaimTestContext {
  readonly snapshot: Snapshot
  /** Day of the document. Later events are unknown to the document, and its forecasts begin on this day. */
  readonly date: string
  /** True if the text has no date: `date` is then the day on which the text is read. */
  readonly isUndated?: boolean
  /** Today. A forecast can be tested once the day that it names has passed. */
  readonly today: string
  readonly cards: ReadonlyMap<string, SourceCard>
  /** Claims whose parties and time are confirmed by an exact figure next to them, with the reporters of that figure. Undefined the first time that a claim is tested. */
  readonly corroborated?: ReadonlyMap<Claim, ReadonlySet<string>>
  /** Claims whose parties and time are confirmed by figures in nearby sentences. Undefined the first time that a claim is tested. */
  readonly contextSupported?: ReadonlySet<Claim>
  /** Reporters whose figures the text quotes, spelt like `by` of an accepted value. Undefined the first time that a claim is tested. */
  readonly textSources?: ReadonlySet<string>
}

/** What a doubt about the words of a claim hangs on. */
export type DoubtContext = Pick<ClaimTestContext, 'date' | 'isUndated' | 'corroborated' | 'contextSupported'>

/** Returns a finding on a claim of the kind that the tester covers; undefined for all other claims. */
export type Tester = (claim: Claim, bench: ClaimTestContext) => Promise<Finding | undefined>
