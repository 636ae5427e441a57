import { cdfOf, quantileLevels } from '../pooled/quantile-forecast.ts'
import type { OutlookTarget } from './outlook-target.ts'

/** A forecast as a question of a forecasting platform. */
export interface OutlookQuestion {
  readonly type: 'numeric' | 'binary'
  readonly title: string
  readonly resolutionCriteria: string
  readonly finePrint: string
  readonly openDay: string
  readonly closeDay: string
  readonly resolveDay: string
  readonly unit: string
  /** Of a numeric question; both ends are open. */
  readonly range: { readonly low: number; readonly high: number } | null
  /** Probability of at most each of 201 values at even steps from the low to the high end; null for binary questions. */
  readonly cdf: readonly number[] | null
  readonly probability: number | null
}

const points = 201

/**
 * Writes a forecast as a question.
 *
 * @param pair     the two states by name
 * @param opened   ISO day on which it was made
 */
export function outlookQuestion(target: OutlookTarget, pair: string, opened: string): OutlookQuestion {
  const { title, period, unit, quantiles, probability, resolution } = target
  const isEvent = probability !== null
  const [low, high] = [quantiles[0], quantiles[quantileLevels.length - 1]]
  const range = low === undefined || high === undefined ? null : { low, high: high > low ? high : low + 1e-9 }
  return {
    type: isEvent ? 'binary' : 'numeric',
    title: isEvent ? `${pair}: ${title} by ${period}?` : `${pair}: ${title} in ${period}?`,
    resolutionCriteria: resolution.rule,
    finePrint: `Settled by ${resolution.source}, ${resolution.vintage}. Later revisions change nothing.`,
    openDay: opened,
    closeDay: opened,
    resolveDay: resolution.day,
    unit,
    range,
    cdf:
      range === null
        ? null
        : Array.from({ length: points }, (_, k) => cdfOf(range.low + (k * (range.high - range.low)) / (points - 1), quantiles)),
    probability,
  }
}
