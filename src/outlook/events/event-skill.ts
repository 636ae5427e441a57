import { type BrierParts, brierParts } from '../scores/event-scores.ts'
import { reliabilityEdges } from '../scores/reliability-edges.ts'
import type { OutlookSkill } from '../targets/outlook-target.ts'

/** A forecast of an event that is settled. */
export interface SettledForecast {
  readonly probability: number
  /** Probability that the base rate gave. */
  readonly baseline: number
  readonly came: boolean
  /** Number of the unit and year of the origin, by which errors go together. */
  readonly unit: number
  readonly origin: number
  /** What the forecast counts: cases that are parts of one matter share a weight of 1. */
  readonly share: number
}

/** Scores of forecasts of an event beside those of the base rate. */
export interface EventScore {
  /** Forecasts, and those after which the event came; the scores count each by its share. */
  readonly n: number
  readonly events: number
  readonly brier: number
  readonly baselineBrier: number
  /** Mean of minus the natural logarithm of the probability that was given to what came. */
  readonly logScore: number
  readonly baselineLogScore: number
  readonly skill: OutlookSkill | null
  readonly logSkill: OutlookSkill | null
  /** Share of pairs of a case with and a case without the event in which the first had the higher probability; a tie counts half. */
  readonly auc: number
  /** Decomposition with probabilities rounded to the classes of a reliability diagram. */
  readonly parts: BrierParts
}

/** Half the width of a 90 % interval in standard errors. */
const halfWidth = 1.6448536269514722
/** Probabilities are kept this far from 0 and 1 in the log score. */
const least = 1e-6

/**
 * Scores forecasts of an event. Skill is the gain over the base rate as a share of its score, with an interval in which errors may go together within a unit
 * and, over as many origins as the windows overlap, between all units.
 *
 * @param all       at least one; every window is settled
 * @param horizon   years of a window: those of origins less far apart than this overlap
 * @see Cameron, Gelbach & Miller 2011, Journal of Business & Economic Statistics 29(2): clusters in two ways
 * @see Newey & West 1987, Econometrica 55(3): weights of overlapping years
 */
export function scoreOfEvents(all: readonly SettledForecast[], horizon: number): EventScore {
  const came = all.map((one) => one.came)
  const [brier, baselineBrier] = [all.map(squareOf('probability')), all.map(squareOf('baseline'))]
  const [log, baselineLog] = [all.map(surpriseOf('probability')), all.map(surpriseOf('baseline'))]
  return {
    n: all.length,
    events: came.filter(Boolean).length,
    brier: mean(all, brier),
    baselineBrier: mean(all, baselineBrier),
    logScore: mean(all, log),
    baselineLogScore: mean(all, baselineLog),
    skill: skillOf(all, brier, baselineBrier, horizon),
    logSkill: skillOf(all, log, baselineLog, horizon),
    auc: auc(
      all.map((one) => one.probability),
      came,
    ),
    parts: brierParts(
      inClasses(all),
      came,
      all.map(({ share }) => share),
    ),
  }
}

/**
 * Returns the gain of a score over another as a share of it, with its 90 % interval.
 *
 * @returns   null where the baseline is never wrong or there are fewer than two origins, so that there is no gain or no interval
 */
export function skillOf(
  at: readonly Pick<SettledForecast, 'unit' | 'origin' | 'share'>[],
  score: readonly number[],
  baseline: readonly number[],
  horizon: number,
): OutlookSkill | null {
  const base = mean(at, baseline)
  const origins = new Set(at.map(({ origin }) => origin))
  if (!(base > 0) || origins.size < 2) return null
  const ratio = mean(at, score) / base
  const total = at.reduce((sum, { share }) => sum + share, 0)
  const influence = score.map((one, i) => (at[i]!.share * (one - ratio * baseline[i]!)) / (base * total))
  const byUnit = sumsBy(influence, (i) => at[i]!.unit)
  const byOrigin = sumsBy(influence, (i) => at[i]!.origin)
  const own = influence.reduce((sum, one) => sum + one ** 2, 0)
  const years = overlapVariance(byOrigin, horizon)
  const units = [...byUnit.values()].reduce((sum, one) => sum + one ** 2, 0)
  // never below either of the two alone
  const error = Math.sqrt(Math.max(units + years - own, units, years))
  const value = 1 - ratio
  return { value, low90: value - halfWidth * error, high90: value + halfWidth * error }
}

/**
 * Returns the area under the curve of true against false alarms (AUC).
 *
 * @returns   NaN where the event always or never came
 * @example auc([0.9, 0.1, 0.5, 0.5], [true, false, true, false])   // 0.875
 */
export function auc(probabilities: readonly number[], came: readonly boolean[]): number {
  const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[a]! - probabilities[b]!)
  const events = came.filter(Boolean).length
  let [ranks, from] = [0, 0]
  while (from < order.length) {
    let to = from
    while (to < order.length && probabilities[order[to]!] === probabilities[order[from]!]) to++
    for (let k = from; k < to; k++) if (came[order[k]!] === true) ranks += (from + 1 + to) / 2
    from = to
  }
  return (ranks - (events * (events + 1)) / 2) / (events * (came.length - events))
}

/** Replaces each probability by the mean of its class. */
function inClasses(all: readonly SettledForecast[]): number[] {
  const classes = all.map(({ probability }) => reliabilityEdges.findLastIndex((edge) => probability >= edge))
  const [sums, shares] = [new Float64Array(reliabilityEdges.length), new Float64Array(reliabilityEdges.length)]
  classes.forEach((one, i) => {
    sums[one]! += all[i]!.share * all[i]!.probability
    shares[one]! += all[i]!.share
  })
  return classes.map((one) => sums[one]! / shares[one]!)
}

/** Variance of the sum over years whose neighbours go together, with weights that fall to zero at the horizon. */
function overlapVariance(byOrigin: ReadonlyMap<number, number>, horizon: number): number {
  let sum = 0
  for (const [year, one] of byOrigin) {
    for (let lag = -horizon + 1; lag < horizon; lag++) sum += (1 - Math.abs(lag) / horizon) * one * (byOrigin.get(year + lag) ?? 0)
  }
  return Math.max(0, sum)
}

function sumsBy(values: readonly number[], keyOf: (i: number) => number): Map<number, number> {
  const sums = new Map<number, number>()
  values.forEach((value, i) => {
    sums.set(keyOf(i), (sums.get(keyOf(i)) ?? 0) + value)
  })
  return sums
}

const squareOf =
  (of: 'probability' | 'baseline') =>
  (one: SettledForecast): number =>
    (one[of] - Number(one.came)) ** 2

const surpriseOf =
  (of: 'probability' | 'baseline') =>
  (one: SettledForecast): number => {
    const p = Math.min(1 - least, Math.max(least, one[of]))
    return one.came ? -Math.log(p) : -Math.log1p(-p)
  }

function mean(at: readonly Pick<SettledForecast, 'share'>[], values: readonly number[]): number {
  return values.reduce((sum, one, i) => sum + at[i]!.share * one, 0) / at.reduce((sum, { share }) => sum + share, 0)
}
