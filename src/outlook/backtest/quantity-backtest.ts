import { PooledLearner } from '../pooled/pooled-fit.ts'
import { type PooledFit, type ValueRange, writeForecast } from '../pooled/pooled-forecast.ts'
import { bandOf, cdfOf, logScore, medianAt, quantileCrps, quantileLevels } from '../pooled/quantile-forecast.ts'
import { gaugeCount, partCount } from '../pooled/series-features.ts'
import { intervalScore } from '../scores/interval-scores.ts'
import { type ClusteredSkill, clusteredSkill, type ScoredForecast } from './skill-interval.ts'

/** Mean scores of the forecasts made at one origin, or at all. */
export interface QuantityScores {
  /** Number of forecasts with an outcome. */
  readonly n: number
  readonly mae: number
  /** Mean absolute error of no change. */
  readonly maeNoChange: number
  readonly crps: number
  /** Of no change: the last value is the median, with bands from its own errors, pooled over pairs in units of the scale of each. */
  readonly crpsNoChange: number
  readonly logScore: number
  readonly logScoreNoChange: number
  /** Of the band of 90 %. */
  readonly intervalScore: number
  /** Shares of outcomes within each band. */
  readonly cover50: number
  readonly cover80: number
  readonly cover90: number
  readonly cover95: number
  /** Shares of outcomes in each tenth of the forecast distribution: each is 0.1 where the probabilities are right. */
  readonly pit: readonly number[]
}

/** The back-test of one quantity so many years ahead. */
export interface QuantityBacktest {
  readonly horizon: number
  readonly origins: readonly (QuantityScores & { readonly origin: number })[]
  readonly all: QuantityScores
  /** Of the CRPS over all origins. */
  readonly skill: ClusteredSkill | null
  /** Learnt from every origin whose outcome is known: for forecasts from the last period on. */
  readonly fit: PooledFit
}

export interface BacktestRequest {
  /** First origin that is scored. */
  readonly from: number
  readonly range: ValueRange
  /** The pair of a series, by which errors are clustered. */
  readonly pairOf: (series: number) => number
}

/**
 * Forecasts every series at every origin with what was known then, and scores the forecasts by what came.
 *
 * @returns undefined where no origin has enough past to learn from
 */
export function backtestQuantity(learner: PooledLearner, request: BacktestRequest): QuantityBacktest | undefined {
  const { horizon, examples } = learner
  const { last } = examples.data
  const ofNoChange = new PooledLearner(examples, horizon, 'no-change')
  const scored: ScoredForecast[] = []
  const origins: Tally[] = []
  for (let origin = request.from; origin + horizon <= last; origin++) {
    const tally = tallyOf(learner, ofNoChange, request, origin, scored)
    if (tally !== undefined) origins.push(tally)
  }
  const fit = learner.fitAt(last)
  if (fit === undefined || origins.length === 0) return undefined
  return {
    horizon,
    origins: origins.map((one) => ({ origin: one.origin, ...one.means() })),
    all: Tally.joined(origins).means(),
    skill: clusteredSkill(scored, horizon) ?? null,
    fit,
  }
}

/**
 * Scores the forecasts of one origin, as `backtestQuantity` does for each.
 *
 * @param learners   ours, and that of no change
 * @returns undefined where there is not enough past to learn from
 */
export function backtestOrigin(
  [learner, ofNoChange]: readonly [PooledLearner, PooledLearner],
  request: BacktestRequest,
  origin: number,
): QuantityBacktest['origins'][number] | undefined {
  const tally = tallyOf(learner, ofNoChange, request, origin, [])
  return tally === undefined ? undefined : { origin, ...tally.means() }
}

/** Adds the scores of each forecast to `scored`. */
function tallyOf(
  learner: PooledLearner,
  ofNoChange: PooledLearner,
  request: BacktestRequest,
  origin: number,
  scored: ScoredForecast[],
): Tally | undefined {
  const [fit, noChange] = [learner.fitAt(origin), ofNoChange.fitAt(origin)]
  if (fit === undefined || noChange === undefined) return undefined
  const tally = new Tally(origin)
  scoreOrigin(learner, { origin, fit, noChange, request, tally, scored })
  return tally.n > 0 ? tally : undefined
}

interface OriginWork {
  readonly origin: number
  readonly fit: PooledFit
  readonly noChange: PooledFit
  readonly request: BacktestRequest
  readonly tally: Tally
  readonly scored: ScoredForecast[]
}

function scoreOrigin({ examples, horizon }: PooledLearner, { origin, fit, noChange, request, tally, scored }: OriginWork): void {
  const { range, pairOf } = request
  const features = examples.featuresAt(origin)
  const [ours, theirs] = [new Float64Array(quantileLevels.length), new Float64Array(quantileLevels.length)]
  const { series, outcome } = examples.outcomesOf(origin, horizon)
  for (let i = 0; i < series.length; i++) {
    const s = series[i]!
    const at = s * (partCount + gaugeCount)
    writeForecast(fit, features, at, range, ours)
    writeForecast(noChange, features, at, range, theirs)
    const actual = outcome[i]!
    const [score, baseline] = [quantileCrps(actual, ours), quantileCrps(actual, theirs)]
    tally.add(actual, features[at]!, ours, theirs, score, baseline)
    scored.push({ pair: pairOf(s), origin, score, baseline })
  }
}

/** Sums of scores. */
class Tally {
  readonly origin: number
  n = 0
  private readonly sums = new Float64Array(11)
  private readonly pit = new Float64Array(10)

  constructor(origin: number) {
    this.origin = origin
  }

  static joined(all: readonly Tally[]): Tally {
    const sum = new Tally(Number.NaN)
    for (const { n, sums, pit } of all) {
      sum.n += n
      sums.forEach((one, k) => {
        sum.sums[k]! += one
      })
      pit.forEach((one, k) => {
        sum.pit[k]! += one
      })
    }
    return sum
  }

  add(actual: number, last: number, ours: Float64Array, theirs: Float64Array, score: number, baseline: number): void {
    const within = (level: 50 | 80 | 90 | 95): number => {
      const { low, high } = bandOf(ours, level)
      return Number(actual >= low && actual <= high)
    }
    const { low, high } = bandOf(ours, 90)
    const found = [
      ...[Math.abs(actual - ours[medianAt]!), Math.abs(actual - last), score, baseline],
      ...[logScore(actual, ours), logScore(actual, theirs), intervalScore(actual, low, high, 0.9)],
      ...[within(50), within(80), within(90), within(95)],
    ]
    for (let k = 0; k < found.length; k++) this.sums[k]! += found[k]!
    this.pit[Math.min(9, Math.floor(10 * cdfOf(actual, ours)))]!++
    this.n++
  }

  means(): QuantityScores {
    const [mae, maeNoChange, crps, crpsNoChange, ours, theirs, width, cover50, cover80, cover90, cover95] = Array.from(
      this.sums,
      (sum) => sum / this.n,
    ) as [number, number, number, number, number, number, number, number, number, number, number]
    return {
      ...{ n: this.n, mae, maeNoChange, crps, crpsNoChange, logScore: ours, logScoreNoChange: theirs, intervalScore: width },
      ...{ cover50, cover80, cover90, cover95, pit: Array.from(this.pit, (count) => count / this.n) },
    }
  }
}
