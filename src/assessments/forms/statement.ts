import type { Closeness } from '../../measures/standing/closeness.ts'

/** A sentence with a weight, and what it rests on. One ranking of them serves the first screen, the page, the brief and the assistants. */
export interface Statement {
  readonly text: string
  /** From the published table (src/memory/statements/weights.ts) for facts, from that of figures for figures. */
  readonly weight: number
  /** The kind of fact, or the id of the figure. */
  readonly about: string
  /** Days of the facts behind it, from and to; empty for a figure. */
  readonly spells: readonly { readonly from: string; readonly to: string | null }[]
  readonly sources: readonly string[]
}

/** How close the two are, in one sentence with the ties that place them; the sentence is empty where there are few. */
export interface ClosenessSentence {
  readonly class: Closeness
  readonly sentence: string
}
