/**
 * The kind of deed that a tester covers: each kind has its own words and parties. `pair`: treaties, relations, arms orders, visits and other events between two
 * states. `count`: numbers of weapons.
 */
export type DeedFamily = 'membership' | 'votes' | 'vetoes' | 'sanctions' | 'pair' | 'count'

/** Why a deed is not told plainly enough for a verdict: for any verdict, or for one that supports the claim and for any other separately. */
export type Objection = string | { readonly supported?: string; readonly otherwise?: string }

/** What the words leave open about who did something, and when. */
export interface DeedDoubts {
  /** The objection to a verdict of each tester that may find one. */
  readonly objections?: Readonly<Partial<Record<DeedFamily, Objection>>>
  /** The sentence itself does not name the period. A period carried over from another sentence cannot refute a claim. */
  readonly carriedPeriod?: true
  /** Index of the last earlier sentence that names the period. */
  readonly whenFrom?: number
  /** The sentence and the one before that names states do not name all parties, or they name other states too: one may have been mistaken for another. */
  readonly vagueParties?: true
  /** Index of the last earlier sentence that names a party which the claim's own sentence does not name. */
  readonly whoFrom?: number
}
