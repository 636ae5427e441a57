import { normalQuantile } from '../../numeric/normal.ts'

/** Sums of two scores over the forecasts of one series at one origin; most often of one forecast. */
export interface ScoredForecast {
  readonly pair: number
  readonly origin: number
  readonly score: number
  readonly baseline: number
}

/** Gain over the baseline as a share, with its 90 % interval. */
export interface ClusteredSkill {
  readonly value: number
  readonly low90: number
  readonly high90: number
}

/** With fewer origins a spread between years cannot be estimated. */
const fewestOrigins = 5

/**
 * Returns how much less the score is than that of the baseline, with an interval that allows for forecasts of one pair being alike, and for those of one year
 * and of years whose outcomes overlap. Less of the score is better.
 *
 * @param horizon   years ahead: errors of origins less than that apart share years
 * @returns         undefined where there are too few origins or the baseline never errs
 * @see Cameron, Gelbach & Miller 2011, Journal of Business & Economic Statistics 29(2), two-way clusters; Newey & West 1987, Econometrica 55(3), overlap
 */
export function clusteredSkill(all: readonly ScoredForecast[], horizon: number): ClusteredSkill | undefined {
  const [score, baseline] = all.reduce(([s, b], one) => [s + one.score, b + one.baseline], [0, 0])
  if (!(baseline > 0)) return undefined
  const value = 1 - score / baseline
  const [byPair, byOrigin] = [new Map<number, number>(), new Map<number, number>()]
  let own = 0
  for (const one of all) {
    const part = (one.score - (1 - value) * one.baseline) / baseline
    byPair.set(one.pair, (byPair.get(one.pair) ?? 0) + part)
    byOrigin.set(one.origin, (byOrigin.get(one.origin) ?? 0) + part)
    own += part * part
  }
  if (byOrigin.size < fewestOrigins) return undefined
  const pairs = [...byPair.values()].reduce((sum, part) => sum + part * part, 0)
  const origins = overlapping(byOrigin, horizon)
  // the greater of the parts where their combination, which can fall below each, would understate the error
  const variance = Math.max(pairs + origins - own, pairs, origins)
  const reach = studentQuantile95(byOrigin.size - 1) * Math.sqrt(variance)
  return { value, low90: value - reach, high90: value + reach }
}

/** Sum of squares over origins, with the products of origins less than a horizon apart, which weigh less the farther apart they are. */
function overlapping(parts: ReadonlyMap<number, number>, horizon: number): number {
  let sum = 0
  for (const [origin, part] of parts) {
    sum += part * part
    for (let lag = 1; lag < horizon; lag++) sum += 2 * (1 - lag / horizon) * part * (parts.get(origin + lag) ?? 0)
  }
  return Math.max(0, sum)
}

/** The 95 % quantile of Student's distribution by its expansion in the degrees of freedom; within 1 % from four on. */
function studentQuantile95(freedom: number): number {
  const z = normalQuantile(0.95)
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2)
}
