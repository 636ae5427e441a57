/** A state that an answer is about. */
export interface StateOfAnswer {
  readonly iso3: string
  readonly name: string
}

/** A source of an answer, with its edition. */
export interface NamedSource {
  readonly id: string
  readonly title: string
  readonly provider: string
  readonly vintage: string
}
