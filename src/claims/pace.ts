/** Lets the caller stop the reading of a text: each sentence is announced before it is read, so that the caller knows which sentence took too long. */
export interface Pace {
  /**
   * Announces a sentence. Returns false if the sentence is to be skipped, because it or the whole text took too long before; once false, it stays false for
   * that sentence.
   */
  takes(sentence: number): boolean
  /** Announces that the work that follows concerns no single sentence. */
  between(): void
  /** Indexes of the sentences that are not read. */
  readonly refused: ReadonlySet<number>
}

/** A pace without a time limit. */
export const unlimitedPace: Pace = { takes: () => true, between: () => undefined, refused: new Set() }
