/** What the words say of a visit or a meeting at a time that the sentence names. */
export interface VisitSaid {
  /** The two states whose leaders met. */
  readonly states: readonly string[]
  /** Words with a capital, such as the names of the leaders. */
  readonly names?: readonly string[]
  /** Whether a leader of China is named. */
  readonly chinese?: true
}
