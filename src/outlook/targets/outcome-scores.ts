import { quantileCrps } from '../pooled/quantile-forecast.ts'
import type { OutlookTarget } from './outlook-target.ts'
import { quantityNamed } from './quantities.ts'

/** Scores of one forecast, less is better, beside those of no change or of the base rate. */
export interface OutcomeScores {
  readonly score: number
  readonly baselineScore: number
  readonly within80: boolean | null
  readonly within95: boolean | null
}

/**
 * Scores a forecast by what came: the CRPS of a quantity, on the logarithm where that is forecast, beside the absolute error of no change; the Brier score of an
 * event beside that of the base rate.
 *
 * @param outcome   the value, or 1 and 0 for an event
 */
export function outcomeScores({ id, probability, baseline, quantiles, bands }: OutlookTarget, outcome: number): OutcomeScores {
  if (probability !== null)
    return { score: (probability - outcome) ** 2, baselineScore: (baseline - outcome) ** 2, within80: null, within95: null }
  const scale = quantityNamed(id)?.quantity.isLogarithm === true ? Math.log : (value: number) => value
  const within = (level: 80 | 95): boolean => bands.some((band) => band.level === level && outcome >= band.low && outcome <= band.high)
  return {
    score: quantileCrps(scale(outcome), quantiles.map(scale)),
    baselineScore: Math.abs(scale(outcome) - scale(baseline)),
    within80: within(80),
    within95: within(95),
  }
}
