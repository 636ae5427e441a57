import type { StandingClass, StandingOrder } from '../../measures/standing/standing-classes.ts'

/** A fact that places the pair. */
interface ShownFact {
  readonly text: string
  readonly from: string
  readonly to: string | null
  readonly source: string
}

/** The standing of a pair as an assessment shows it. */
export interface StandingSentence {
  readonly class: StandingClass
  readonly order: StandingOrder
  /** First year of the unbroken run in this class. */
  readonly since: number
  /** `at-least`: the record is too thin to place the pair higher than negative peace. */
  readonly certainty: 'placed' | 'at-least'
  /** One plain sentence. */
  readonly sentence: string
  readonly facts: readonly ShownFact[]
  /** Missing or lowered relations that ended while the pair stood in this class, where no fact places it today; absent if there are none. */
  readonly past?: readonly ShownFact[]
  /** What would move the pair up, then down, one sentence each. */
  readonly wouldMove: readonly string[]
}
