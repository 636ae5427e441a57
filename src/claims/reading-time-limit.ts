/** Lets the caller limit the time for reading a text: each sentence is announced before it is read, so that the caller knows which sentence took too long. */
export interface ReadingTimeLimit {
  /**
   * Announces a sentence. Returns false if the sentence is to be skipped, because it or the whole text has already taken too long. Once false for a sentence,
   * always false for it.
   */
  takes(sentence: number): boolean
  /** Announces that the following work concerns no single sentence. */
  between(): void
  /** Indexes of the sentences that are not read. */
  readonly refused: ReadonlySet<number>
}

/** Sets no time limit. */
export const noTimeLimit: ReadingTimeLimit = { takes: () => true, between: () => undefined, refused: new Set() }
