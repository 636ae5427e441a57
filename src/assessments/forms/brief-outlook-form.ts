import type { OutlookSkill } from '../../outlook/targets/outlook-target.ts'
import type { LikelihoodWord } from './likelihood.ts'

/** What moves the probability of a statement: an input, and the probability that follows from another value of it. All else stays as it is. */
export interface OutlookChange {
  /** In words: "the last figure", "a claim of one to land of the other". */
  readonly input: string
  /** Null where the input is a fact that holds or not. */
  readonly from: number | null
  readonly to: number | null
  readonly unit: string
  /** Of the same statement, by the model. */
  readonly probability: number
}

/** One sentence of the short outlook, with all that it rests on. */
export interface BriefOutlookStatement {
  /** Id of the forecast: that of `visavis outlook`. */
  readonly id: string
  /** Years ahead. */
  readonly horizon: number
  /** What is forecast: a year, a session, or a window. */
  readonly period: string
  readonly statement: string
  /** Null below 1 %, for which ICD 203 has no word. */
  readonly word: LikelihoodWord | null
  /** Of the statement: the less extreme of the model's and of what came after such forecasts in the back-test. */
  readonly probability: number
  /** The model's own. */
  readonly model: number
  /** How often the same is so for any pair, or where nothing changes. */
  readonly baseline: number
  /** What the baseline is the rate of. */
  readonly baselineOf: string
  /** Of a quantity: the last value, the median and the band of 80 %; null for events. */
  readonly band: {
    readonly last: number
    readonly median: number
    readonly low: number
    readonly high: number
    readonly unit: string
  } | null
  /** Whether the back-test shows skill over the baseline. */
  readonly skillShown: boolean
  readonly skill: OutlookSkill | null
  /** Forecasts of about this probability in the back-test, and the share after which it came; null where there are none to count. */
  readonly past: { readonly n: number; readonly frequency: number } | null
  /** Expected gain in the log score over the baseline, in bits: the order of the statements. */
  readonly gain: number
  /** The back-test in a sentence. */
  readonly backtest: string
  readonly change: OutlookChange | null
  /** The change in a sentence; says so where nothing in the record would move it. */
  readonly changes: string
}

/** At most three statements on a pair five years ahead. */
export interface BriefOutlook {
  readonly statements: readonly BriefOutlookStatement[]
  readonly notes: readonly string[]
}
