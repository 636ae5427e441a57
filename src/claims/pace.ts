/** How a text is read where the reading can be stopped: each sentence is announced before it is looked at, so that who watches knows at which one it stands. */
export interface Pace {
  /** Announces a sentence; false where it is not read: it took too long before, or the text has. Once false it stays so. */
  takes(sentence: number): boolean
  /** What follows is about no one sentence. */
  between(): void
  /** Sentences that are not read. */
  readonly refused: ReadonlySet<number>
}

/** For who waits as long as it takes. */
export const unlimitedPace: Pace = { takes: () => true, between: () => undefined, refused: new Set() }
