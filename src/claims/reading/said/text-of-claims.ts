/** The text that claims were read from. */
export interface TextOfClaims {
  /** All sentences: an earlier one may settle what a claim's own sentence leaves open. */
  readonly sentences: readonly string[]
  /** Date of the document: a day, month or year. */
  readonly date: string
  /** The title of the text, if any: it may name the subject and the parties. */
  readonly title?: string
  /** Whether the words were written from the slots of a claim: they leave nothing open. */
  readonly isWrittenFromSlots?: boolean
}
