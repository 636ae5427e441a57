import type { Snapshot, SourceCard } from '../store/index.ts'
import type { Claim } from './claim.ts'
import type { Finding } from './verdict.ts'

/** What a tester is given: the record, the day of the document, and the cards of the sources by id. */
export interface ClaimBench {
  readonly snapshot: Snapshot
  /** Day of the document: what is later was not so yet, and forecasts begin there. */
  readonly date: string
  /** Nobody gave the text a day: `date` is the day on which it is read. */
  readonly isUndated?: boolean
  /** Today: a forecast whose day has passed can be tested. */
  readonly today: string
  readonly cards: ReadonlyMap<string, SourceCard>
  /** The sentences of the text: what a claim's own sentence leaves open may stand before it. */
  readonly sentences: readonly string[]
  /** The title of the text, where it has one: it may say what the text is about, and of whom. */
  readonly title?: string
  /** Claims whose who and when a figure beside them bears out, with those who counted it; none while claims are first tested. */
  readonly corroborated?: ReadonlyMap<Claim, ReadonlySet<string>>
  /** Claims whose who and when the figures round about bear out; none while claims are first tested. */
  readonly contextSupported?: ReadonlySet<Claim>
  /** Who counted the figures that the text is told from, as honest values name them in `by`; none while claims are first tested. */
  readonly textSources?: ReadonlySet<string>
}

/** Of what a tester is given, the text alone. */
export type ClaimText = Pick<ClaimBench, 'sentences' | 'title' | 'date' | 'isUndated' | 'corroborated' | 'contextSupported'>

/** Tests the claims that it knows how to test; undefined for all others. */
export type Tester = (claim: Claim, bench: ClaimBench) => Promise<Finding | undefined>
