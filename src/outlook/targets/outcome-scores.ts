import { medianAt, quantileCrps } from '../pooled/quantile-forecast.ts'
import type { OutlookTarget } from './outlook-target.ts'
import { quantityNamed } from './quantities.ts'

/** Scores of one forecast, less is better, beside those of no change or of the base rate. */
export interface OutcomeScores {
  readonly score: number
  readonly baselineScore: number
  /** Minus the natural logarithm of the probability that was given to what came, and that of the base rate; null for quantities. */
  readonly logScore: number | null
  readonly baselineLogScore: number | null
  readonly within80: boolean | null
  readonly within95: boolean | null
}

/**
 * Scores a forecast by what came: the CRPS of a quantity, on the logarithm where that is forecast, beside that of the same distribution around the last value; the
 * Brier score and the log score of an event beside those of the base rate.
 *
 * @param outcome   the value, or 1 and 0 for an event
 */
export function outcomeScores(
  { id, probability, baseline, quantiles, bands }: Pick<OutlookTarget, 'id' | 'probability' | 'baseline' | 'quantiles' | 'bands'>,
  outcome: number,
): OutcomeScores {
  if (probability !== null)
    return {
      ...{ score: (probability - outcome) ** 2, baselineScore: (baseline - outcome) ** 2 },
      ...{ logScore: surprise(probability, outcome), baselineLogScore: surprise(baseline, outcome), within80: null, within95: null },
    }
  const scale = quantityNamed(id)?.quantity.isLogarithm === true ? Math.log : (value: number) => value
  const within = (level: 80 | 95): boolean => bands.some((band) => band.level === level && outcome >= band.low && outcome <= band.high)
  const scaled = quantiles.map(scale)
  const shift = scale(baseline) - scaled[medianAt]!
  return {
    score: quantileCrps(scale(outcome), scaled),
    baselineScore: quantileCrps(
      scale(outcome),
      scaled.map((value) => value + shift),
    ),
    logScore: null,
    baselineLogScore: null,
    within80: within(80),
    within95: within(95),
  }
}

/** Probabilities count as at least one in a million, so that no single miss decides a mean. */
const least = 1e-6

function surprise(probability: number, outcome: number): number {
  const given = outcome === 1 ? probability : 1 - probability
  return -Math.log(Math.min(1 - least, Math.max(least, given)))
}
