/** The text that claims were read from. */
export interface TextOfClaims {
  /** All sentences: an earlier one may settle what a claim's own sentence leaves open. */
  readonly sentences: readonly string[]
  /** Day of the document. */
  readonly date: string
  /** The title of the text, if any: it may name the subject and the parties. */
  readonly title?: string
}
