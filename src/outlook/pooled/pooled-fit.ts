import { quantile } from '../../numeric/quantile.ts'
import { leastAbsolute } from './least-absolute.ts'
import { type PooledFit, writeForecast } from './pooled-forecast.ts'
import { medianAt, quantileLevels } from './quantile-forecast.ts'
import { gaugeCount, type PastShape, partCount, writeFeatures } from './series-features.ts'

/** Many series over the same periods, which are learnt from together. */
export interface PooledSeries {
  readonly series: number
  /** First and last period with values. */
  readonly first: number
  readonly last: number
  readonly shape: PastShape
  /** How much of the correction of bands by past coverage is used, as an exponent: 0 is none. */
  readonly correction: number
  /** The value of a series in a period, as it was known in a later one; NaN where it is missing. Without vintages `knownIn` changes nothing. */
  at(series: number, period: number, knownIn: number): number
}

/** Origins that are learnt from: enough to cover two decades of shocks, few enough to forget another world. */
const originsLearnt = 25
/** Origins by whose bands the width of new ones is corrected; with fewer it is not. */
const originsChecked = 12
const fewestChecked = 4
/** More values change the weights, or the quantiles, little and cost time. */
const valuesLearnt = 25_000
const valuesChecked = 3000
const groupCount = 8
const fewestInGroup = 400
const width = partCount + gaugeCount
/** Positions of the ends of the 80 % band among the levels. */
const [low80, high80] = [4, quantileLevels.length - 5] as const

/** Outcomes of the forecasts made at one origin. */
interface KnownOutcomes {
  readonly series: Int32Array
  readonly outcome: Float64Array
}

/** The features of all series at each origin, and the outcomes; computed once. */
export class PooledExamples {
  readonly data: PooledSeries
  private readonly features = new Map<number, Float64Array>()
  private readonly outcomes = new Map<string, KnownOutcomes>()

  constructor(data: PooledSeries) {
    this.data = data
  }

  /** Returns the features of all series at an origin; those of a series that cannot be forecast begin with NaN. */
  featuresAt(origin: number): Float64Array {
    const found = this.features.get(origin)
    if (found !== undefined) return found
    const { data } = this
    const made = new Float64Array(data.series * width)
    for (let s = 0; s < data.series; s++) {
      const back = (periods: number): number => (origin - periods < data.first ? Number.NaN : data.at(s, origin - periods, origin))
      if (!writeFeatures(back, data.shape, made, s * width)) made[s * width] = Number.NaN
    }
    this.features.set(origin, made)
    return made
  }

  /** Returns the outcomes of all series that have a forecast at an origin and a value so many periods later, as it was first known. */
  outcomesOf(origin: number, horizon: number): KnownOutcomes {
    const key = `${origin} ${horizon}`
    const found = this.outcomes.get(key)
    if (found !== undefined) return found
    const { data } = this
    const features = this.featuresAt(origin)
    const [series, outcome] = [new Int32Array(data.series), new Float64Array(data.series)]
    let count = 0
    for (let s = 0; s < data.series; s++) {
      if (Number.isNaN(features[s * width]!)) continue
      const value = data.at(s, origin + horizon, origin + horizon)
      if (Number.isNaN(value)) continue
      series[count] = s
      outcome[count++] = value
    }
    const made = { series: series.slice(0, count), outcome: outcome.slice(0, count) }
    this.outcomes.set(key, made)
    return made
  }
}

/**
 * Learns to forecast so many periods ahead: weights with the least absolute error over the origins whose outcome was known, and quantiles of the errors over all series,
 * by the scale and the level of each. As the world does not stand still, bands issued in the past hold more or less than they should; by so much as theirs
 * would have had to be wider or narrower, bands of the same horizon are stretched. Nothing later than the origin is used.
 *
 * @see Vovk, Gammerman & Shafer 2005, Algorithmic Learning in a Random World (conformal prediction); Gibbs & Candès 2021, NeurIPS 34 (correction by past coverage)
 */
export class PooledLearner {
  readonly examples: PooledExamples
  readonly horizon: number
  private readonly isNoChange: boolean
  private readonly unstretched = new Map<number, PooledFit | undefined>()
  private readonly ratios = new Map<number, Float64Array>()

  /** With `no-change` the last value has weight 1 and all else 0 and is the median, so that only the spread is learnt. */
  constructor(examples: PooledExamples, horizon: number, only?: 'no-change') {
    this.examples = examples
    this.horizon = horizon
    this.isNoChange = only === 'no-change'
  }

  /** Returns how to forecast from an origin; undefined where there are too few past outcomes. */
  fitAt(origin: number): PooledFit | undefined {
    const fit = this.unstretchedAt(origin)
    if (fit === undefined) return undefined
    if (this.examples.data.correction === 0) return fit
    const past = this.before(origin, originsChecked)
      .map((one) => this.ratiosAt(one))
      .filter(({ length }) => length > 0)
    return past.length < fewestChecked ? fit : stretched(fit, joinedQuantile(past, 0.8) ** this.examples.data.correction)
  }

  /** Origins whose outcome is known at an origin, the last ones. */
  private before(origin: number, most: number): number[] {
    const last = origin - this.horizon
    return Array.from({ length: most }, (_, k) => last - most + 1 + k).filter((one) => one >= this.examples.data.first)
  }

  private unstretchedAt(origin: number): PooledFit | undefined {
    if (!this.unstretched.has(origin)) this.unstretched.set(origin, this.learn(origin))
    return this.unstretched.get(origin)
  }

  private learn(origin: number): PooledFit | undefined {
    const { columns, outcome } = this.gathered(origin)
    if (outcome.length < 2 * fewestInGroup) return undefined
    const parts = columns.slice(0, partCount)
    const weights = this.isNoChange ? Float64Array.from(parts, (_, k) => Number(k === 0)) : leastAbsolute({ columns: parts, outcome })
    if (weights === undefined) return undefined
    const forecasts = outcome.map((_, i) => parts.reduce((sum, part, k) => sum + weights[k]! * part[i]!, 0))
    const errors = outcome.map((one, i) => one - forecasts[i]!)
    const size = errors.map(Math.abs)
    const gauges = columns.slice(partCount)
    const scale = leastAbsolute({ columns: gauges, outcome: size })
    if (scale === undefined) return undefined
    const leastScale = 0.25 * size.sort()[size.length >> 1]!
    const scaled = errors.map((error, i) => error / scaleAt(scale, leastScale, gauges, i))
    return {
      weights: Array.from(weights, shortened),
      scale: Array.from(scale, shortened),
      leastScale: shortened(leastScale),
      groups: this.isNoChange ? centredGroup(scaled) : groupsOf(forecasts, scaled),
      examples: outcome.length,
    }
  }

  /** Features and outcomes of the origins whose outcome is known, a part of them where there are many. */
  private gathered(origin: number): { readonly columns: Float64Array[]; readonly outcome: Float64Array } {
    const known = this.before(origin, originsLearnt).map((one) => ({ one, ...this.examples.outcomesOf(one, this.horizon) }))
    const count = known.reduce((sum, { series }) => sum + series.length, 0)
    const step = Math.max(1, Math.ceil(count / valuesLearnt))
    const size = Math.ceil(count / step)
    const columns = Array.from({ length: width }, () => new Float64Array(size))
    const outcomes = new Float64Array(size)
    let [seen, row] = [0, 0]
    for (const { one, series, outcome } of known) {
      const features = this.examples.featuresAt(one)
      for (let i = 0; i < series.length; i++) {
        if (seen++ % step !== 0) continue
        for (let k = 0; k < width; k++) columns[k]![row] = features[series[i]! * width + k]!
        outcomes[row++] = outcome[i]!
      }
    }
    return { columns, outcome: outcomes }
  }

  /** How far outcomes lay from the median, in half-widths of the 80 % band that was forecast at that origin. */
  private ratiosAt(origin: number): Float64Array {
    const found = this.ratios.get(origin)
    if (found !== undefined) return found
    const made = this.ratiosOf(origin)
    this.ratios.set(origin, made)
    return made
  }

  private ratiosOf(origin: number): Float64Array {
    const fit = this.unstretchedAt(origin)
    if (fit === undefined) return new Float64Array()
    const { series, outcome } = this.examples.outcomesOf(origin, this.horizon)
    const features = this.examples.featuresAt(origin)
    const step = Math.max(1, Math.ceil(series.length / valuesChecked))
    const quantiles = new Float64Array(quantileLevels.length)
    return Float64Array.from({ length: Math.floor(series.length / step) }, (_, i) => {
      writeForecast(fit, features, series[i * step]! * width, anyValue, quantiles)
      const [median, low, high] = [quantiles[medianAt]!, quantiles[low80]!, quantiles[high80]!]
      const miss = outcome[i * step]! - median
      return miss >= 0 ? miss / (high - median || 1e-12) : miss / (low - median || -1e-12)
    })
  }
}

const anyValue = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

function joinedQuantile(parts: readonly Float64Array[], level: number): number {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return quantile(all, level)
}

function stretched(fit: PooledFit, factor: number): PooledFit {
  const groups = fit.groups.map(({ centre, quantiles }) => {
    const median = quantiles[medianAt]!
    return { centre, quantiles: quantiles.map((one) => shortened(median + factor * (one - median))) }
  })
  return { ...fit, groups }
}

function scaleAt(scale: ArrayLike<number>, least: number, gauges: readonly Float64Array[], i: number): number {
  let sum = 0
  for (let k = 0; k < gauges.length; k++) sum += scale[k]! * gauges[k]![i]!
  return Math.max(least, sum)
}

/** Sorts the errors into groups by the level of the forecast: near a limit, such as a distance of 0, errors cannot be even on both sides. */
function groupsOf(forecasts: Float64Array, scaled: Float64Array): PooledFit['groups'] {
  const order = Uint32Array.from(forecasts, (_, i) => i).sort((a, b) => forecasts[a]! - forecasts[b]!)
  const count = Math.max(1, Math.min(groupCount, Math.floor(order.length / fewestInGroup)))
  return Array.from({ length: count }, (_, g) => {
    const rows = order.subarray(Math.floor((g * order.length) / count), Math.floor(((g + 1) * order.length) / count))
    const errors = Float64Array.from(rows, (i) => scaled[i]!).sort()
    const centre = rows.reduce((sum, i) => sum + forecasts[i]!, 0) / rows.length
    return { centre: shortened(centre), quantiles: quantileLevels.map((level) => shortened(conformalQuantile(errors, level))) }
  })
}

/** One group for all levels, around an error of 0. */
function centredGroup(scaled: Float64Array): PooledFit['groups'] {
  const errors = Float64Array.from(scaled).sort()
  const median = conformalQuantile(errors, 0.5)
  return [{ centre: 0, quantiles: quantileLevels.map((level) => shortened(conformalQuantile(errors, level) - median)) }]
}

/** The quantile with the rank of one more error, the one to come: a little farther out than that of the errors themselves. */
function conformalQuantile(errors: Float64Array, level: number): number {
  const n = errors.length
  const outward = 0.5 + ((level - 0.5) * (n + 1)) / n
  const depth = (n - 1) * Math.min(1, Math.max(0, outward))
  const below = errors[Math.floor(depth)]!
  return below + (depth - Math.floor(depth)) * (errors[Math.ceil(depth)]! - below)
}

/** Five digits are more than the data bear, and keep files of fits small and the same on every machine. */
function shortened(value: number): number {
  return Number(value.toPrecision(5))
}
