/** A fact of the catalogue that words can mean. */
export interface FactMeaning {
  /** Kind of fact, as the catalogue of the memory has it: `no-relations`. */
  readonly kind: string
  /** Forms of the kind that the words name; absent: any. */
  readonly forms?: readonly string[]
  /** What is said of it: that it began, was in force, or ended. */
  readonly act: 'began' | 'held' | 'ended'
  /** Of an end: the word for what ended it, which the row must have: `ceasefire`. */
  readonly endedBy?: string
}

/** How the time of a claim lies to the fact: it began in it, lasted from its first day to its last, began before it … */
export type FactTime = 'within' | 'throughout' | 'since' | 'until' | 'before' | 'after'

/** What a claim says of a fact that stands between two parties from a day to a day: a war, a truce, broken relations, a territorial claim. */
export interface FactSaid {
  /** What the words can mean, the most likely first: one that is so supports the claim. */
  readonly meanings: readonly FactMeaning[]
  /** The party that acts, or that is named first. Absent: it is not named. */
  readonly by: readonly string[]
  /** The parties on the other side. Absent: not named, as in a claim to land whose owner is not named. */
  readonly on: readonly string[]
  /** Whether the first acts on the other; else the two stand in it alike, or the words do not say who acted. */
  readonly isDirected?: true
  /** Absent: the words name no time. */
  readonly when?: FactTime
  /** Name of the land that is claimed, or of the war. */
  readonly name?: string
  /** The words deny it. */
  readonly isDenied?: true
  /** The words say `never`. */
  readonly isEver?: true
  /** The words are on the day of signature: the day in force may be later. */
  readonly isSigned?: true
  /** A party or the time is not named in the clause itself, but around it: no row refutes the claim. */
  readonly isLoose?: true
  /** The present tense, without a time. */
  readonly isNow?: true
}
