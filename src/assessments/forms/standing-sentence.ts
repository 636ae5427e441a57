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

/** Pairs of members of two sides that stand alike. */
export interface StandingGroup {
  readonly class: StandingClass
  readonly order: StandingOrder
  readonly certainty: StandingSentence['certainty']
  /** How many. */
  readonly pairs: number
  /** Their names, where they are few: of the members opposite a state, or of both members. */
  readonly named: readonly string[]
}

/** How the members of a bloc stand to a state, or to the members of another bloc, pair by pair. */
export interface StandingAcross {
  /** One plain sentence with all counts, the worst class first. */
  readonly sentence: string
  readonly pairs: number
  /** Pairs of two that were not states together. */
  readonly unplaced: number
  /** The worst class first. */
  readonly groups: readonly StandingGroup[]
}
