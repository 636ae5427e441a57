/** What the words leave open of a deed between states. */
export interface PairDoubts {
  /** Parties whom neither the sentence nor those before it name plainly: another state may be meant. */
  readonly unnamed?: readonly string[]
  /** Of sanctions, if several states are named: the last one before the year. */
  readonly namedBeforeYear?: string
  /** Of an agreement: the sentence before speaks of a revision or a second stage. */
  readonly isRevision?: true
  /** Of a treaty: it may be one of other states. */
  readonly isOtherPair?: true
  /** Of a number of weapons: it may be a plan, or only a part of the order. */
  readonly isPlanOrPart?: true
}
