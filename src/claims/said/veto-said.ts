/** What the words say of vetoes in the Security Council; absent if they do not speak of a veto, or do not say whose it was. */
export interface VetoSaid {
  /** The permanent members that cast it. */
  readonly casters: readonly string[]
  /** Symbols of the drafts named. */
  readonly symbols?: readonly string[]
  readonly denied?: true
  /** Whether they cast it without any other member: `alone`, `the sole veto`. */
  readonly alone?: true
  /** Whether every veto is meant: `every veto that it cast was on Syria`. */
  readonly every?: true
  /** A number or a `never` without a time: it is of all vetoes that they ever cast. */
  readonly allTime?: true
  /** Of a denial: they never cast one, or none since a time. */
  readonly never?: true
  /** Whether a number counts only vetoes that they cast together. */
  readonly joint?: true
}

/** Why the words may mean another state than the one that cast the veto. */
export interface VetoDoubts {
  /** The sentence tells votes too. */
  readonly otherVotes?: true
  /** Other states that the claim was read with, and that its sentence does not name. */
  readonly unnamed?: readonly string[]
  /** Those who cast it are not all named plainly. */
  readonly vagueCasters?: true
}
