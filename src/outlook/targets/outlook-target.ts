/** A central interval of a forecast. */
export interface OutlookBand {
  /** The share of outcomes that it should hold, in percent. */
  readonly level: 50 | 80 | 90 | 95
  readonly low: number
  readonly high: number
}

/** How and when a forecast is settled: anyone who follows it gets the same answer. */
export interface OutlookResolution {
  /** Id of the source that settles it. */
  readonly source: string
  /** The edition to be used: "the first edition that covers 2028", say. */
  readonly vintage: string
  /** ISO day from which it can be settled. */
  readonly day: string
  readonly rule: string
}

/** Gain in the proper score over the baseline, as a share (0: none), with its 90 % interval clustered by pair and by year. */
export interface OutlookSkill {
  readonly value: number
  readonly low90: number
  readonly high90: number
}

/** A quantity, or an event, of a pair and what is expected of it. */
export interface OutlookTarget {
  readonly id: string
  /** In words: "goods from China to Russia". */
  readonly title: string
  /** Years after the last known one. */
  readonly horizon: number
  /** The period that is forecast: a year, or a session with the years of its opening and its end. */
  readonly period: string
  /** Of the median and the bands; "probability" for events. */
  readonly unit: string
  /** Null for events. */
  readonly median: number | null
  /** Empty for events. */
  readonly bands: readonly OutlookBand[]
  /** Values of the quantity at the levels of `quantileLevels`, from 0.5 to 99.5 %; empty for events. */
  readonly quantiles: readonly number[]
  /** That the event happens within the horizon, 0 to 1; null for quantities. */
  readonly probability: number | null
  /** What no change, or for events the base rate, would say. */
  readonly baseline: number
  /** Null where no back-test reaches this horizon. */
  readonly skill: OutlookSkill | null
  readonly resolution: OutlookResolution
  /** Of an event. */
  readonly basis?: EventBasis
}

/** What the probability of an event means, and where it comes from. */
export interface EventBasis {
  /** What counts as the event. */
  readonly definition: string
  /** What the baseline is the rate of, and in which years. */
  readonly baseRateOf: string
  /** How the probability came about, and what the back-test says of that. */
  readonly basis: string
  /** What would change it. */
  readonly change: string
}
