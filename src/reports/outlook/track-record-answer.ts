import type { OutlookSkill } from '../../outlook/targets/outlook-target.ts'
import type { SourceCitation } from './source-citation.ts'

/** Past forecasts at one horizon, over all origins. */
interface ScoredHorizon {
  /** Years ahead. */
  readonly horizon: number
  /** Number of sessions, or years, from which was forecast; with the first and the last of them. */
  readonly origins: number
  readonly first: number
  readonly last: number
  /** Forecasts with an outcome. */
  readonly n: number
  /** Gain in the deciding score over the baseline, as a share, with its 90 % interval; null where it could not be computed. */
  readonly skill: OutlookSkill | null
  /** Whether the whole interval of the skill lies above zero. */
  readonly isShown: boolean
}

/** Past forecasts of a quantity at one horizon. */
export interface TrackedQuantityHorizon extends ScoredHorizon {
  /** Mean absolute error of the median. */
  readonly mae: number
  readonly crps: number
  /** Share of outcomes within the band of each level. */
  readonly cover50: number
  readonly cover80: number
  readonly cover90: number
  readonly cover95: number
}

/** Past forecasts of a quantity. */
export interface TrackedQuantity {
  readonly target: string
  readonly title: string
  readonly definition: string
  /** Of the errors: `ln` where logarithms are forecast. */
  readonly unit: string
  readonly per: 'session' | 'year'
  /** Pairs, or ordered pairs, with a forecast today. */
  readonly covered: number
  readonly horizons: readonly TrackedQuantityHorizon[]
}

/** A point of a reliability diagram. */
export interface TrackedBin {
  /** Mean probability that was forecast. */
  readonly probability: number
  /** Share of the cases in which the event came. */
  readonly frequency: number
  /** Cases; not whole where a conflict of many pairs counts once. */
  readonly n: number
  /** Wilson's 90 % interval of the share, as if cases were independent; null for less than one case. */
  readonly low90: number | null
  readonly high90: number | null
}

/** Past forecasts of an event at one horizon. */
export interface TrackedEventHorizon extends ScoredHorizon {
  /** How often the event came; null where the back-test does not count it. */
  readonly events: number | null
  readonly brier: number
  /** Gain in the Brier score; the deciding score of moves of standing. */
  readonly brierSkill: OutlookSkill | null
  /** Area under the curve of true against false alarms. */
  readonly auc: number | null
  /** What is given as the forecast at this horizon; null for a comparison. */
  readonly forecast: string | null
  readonly bins: readonly TrackedBin[]
}

/** Past forecasts of an event, or of a move of standing. */
export interface TrackedEvent {
  readonly target: string
  readonly title: string
  /** Which score decides whether skill was shown. */
  readonly score: 'log' | 'brier'
  /** Whether it is only a comparison, and no forecast is given by it. */
  readonly isComparison: boolean
  readonly note: string
  readonly horizons: readonly TrackedEventHorizon[]
}

/** Forecasts of single votes in a session, or in several. */
export interface TrackedVotes {
  readonly session: string
  /** `all`, or a part of the roll calls. */
  readonly part: string
  readonly rollCalls: number
  readonly n: number
  /** Share that was right. */
  readonly accuracy: number
  /** Share of yes: what always saying yes gets right. */
  readonly shareYes: number
  /** What the state's usual vote on the topic gets right. */
  readonly usualAccuracy: number
  /** Share of abstentions and no that were forecast as such. */
  readonly notYesFound: number
  readonly brierSkill: OutlookSkill
  readonly logSkill: OutlookSkill
}

/** The answer of `visavis outlook track-record`. */
export interface TrackRecordAnswer {
  readonly schemaVersion: 1
  /** Ids of the snapshots that the back-tests read. */
  readonly snapshots: { readonly quantities: string; readonly events: string }
  readonly quantities: readonly TrackedQuantity[]
  readonly events: readonly TrackedEvent[]
  readonly votes: readonly TrackedVotes[]
  readonly sources: readonly SourceCitation[]
}
