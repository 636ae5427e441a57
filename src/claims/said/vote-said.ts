/** What the words say of votes in the General Assembly. */
export interface VoteSaid {
  /** Set if the last body named is the Security Council, whose votes are not those of the Assembly; with the number of the one resolution that is named. */
  readonly council?: { readonly resolution?: number }
  /** The position in a vote. `not-yes`, `not-no`: any other position than this. `with`: the same position as another state. */
  readonly position?: 'yes' | 'abstain' | 'no' | 'not-yes' | 'not-no' | 'with'
  /** The state that the others voted with. */
  readonly with?: string
  /** Whether every vote on a subject is meant, not a single one. */
  readonly many?: true
  /** Whether one exception is allowed, as by `save once`. */
  readonly exception?: true
  /** The side of a vote that a number counts. */
  readonly side?: 'yes' | 'abstain' | 'no'
  /** Whether a percentage is one of votes, and not a part of a symbol or of a number of votes. */
  readonly share?: true
  /** Set if the Assembly is said to have adopted a text, or not to have adopted it. */
  readonly adopted?: 'told' | 'denied'
  /** Whether the claim is a second vote in the sentence, with its own day: `abstained from A of 2 March and again on 23 February`. */
  readonly second?: true
  /** What the vote was on; absent if it was no vote of the Assembly. */
  readonly matter?: VoteMatter
}

/** The words that a text has for the resolution that was voted on. */
export interface VoteMatter {
  /** Symbols of the resolutions named. */
  readonly symbols?: readonly string[]
  /** Whether the symbol stands in another statement of the sentence, so that it counts only if the vote was on the day that the claim names. */
  readonly isSymbolBeside?: true
  /** Whether the first resolution on the subject is meant. */
  readonly first?: true
  /** The words of the sentence, those added by the two sentences before, and those added by the four before them. */
  readonly words: readonly MatterWords[]
  /** Numbers of votes that the text has given so far, each from a sentence that speaks of votes, in order. */
  readonly tallies?: readonly VoteTally[]
}

/** Stems of words, and of the names of states and peoples; a word that is both counts as a name. */
export interface MatterWords {
  readonly plain?: readonly string[]
  readonly names?: readonly string[]
}

/** The first and last day of a period. The last one before the first: no day fits. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** The numbers of one sentence, which may be the sides of a vote. */
export interface VoteTally {
  readonly numbers: readonly number[]
  /** Stems of the sentence's words. */
  readonly words: readonly string[]
  /** When the vote may have taken place. */
  readonly days: Days
  /** The days that the sentence names: a vote told before is not meant any longer unless it took place in them. */
  readonly own?: Days
  /** The days that the sentences after it name, up to the next tally, or up to the claim's own sentence. */
  readonly after?: Days
}

/** Why the words of a vote may mean another vote, or the vote of another state. */
export interface VoteDoubts {
  /** The sentence hints at a time that is not read as a period: `once`, `later`. */
  readonly timeHint?: true
  /** The sentence before names the period. */
  readonly periodBefore?: true
  /** The parties named where the claim is made, if the sentence states two positions. */
  readonly partiesHere?: readonly string[]
  /** States that are mentioned as possessors: `the neighbours of India`. */
  readonly possessors?: readonly string[]
  /** The number does not stand directly next to its side: it may be that of another side. */
  readonly sideApart?: true
  /** `Against` refers to an act instead of the text, which these states voted for: `128 states voted against the recognition of Jerusalem`. */
  readonly againstDeed?: true
}
