import { solveInPlace } from '../../numeric/linear-system.ts'

/** Many series over the same periods. */
export interface Panel {
  readonly series: number
  readonly periods: number
  /** Value of series s in period t at s · periods + t; NaN where it is missing. */
  readonly values: Float64Array
}

/** Series need a value at the origin and this many periods before. */
const pastNeeded = 5
/** Lengths of the means towards which the last value is drawn. */
const meanLengths: readonly number[] = [3, 10]
/** Origins from which weights are learnt, and at most so many values from them: more change the weights little. */
const originsLearnt = 25
const valuesLearnt = 50_000
const turns = 12

/**
 * Combines simple forecasts of many series: the last value, and the means of the last 3 and the last 10 periods, each times a weight that all series share;
 * with `growth` also a change that is common to all. Weights have the least absolute error over the last 25 origins whose outcome was known at the origin, so
 * that nothing later is used. They need not add up to 1: where they add up to less, forecasts are drawn towards 0.
 *
 * @example new PooledCombination({ series: 1, periods: 1, values: Float64Array.of(1) }, { growth: false }).forecast(0, 1)   // [NaN]
 */
export class PooledCombination {
  private readonly panel: Panel
  private readonly growth: boolean
  private readonly parts = new Map<number, readonly Float64Array[]>()

  constructor(panel: Panel, { growth }: { readonly growth: boolean }) {
    this.panel = panel
    this.growth = growth
  }

  /**
   * Returns the forecasts of all series.
   *
   * @param origin    the last period that is known
   * @param horizon   how many periods ahead
   * @returns         one for each series; NaN where it has no value at the origin or five periods before, or where nothing can be learnt
   */
  forecast(origin: number, horizon: number): Float64Array {
    const weights = this.weights(origin, horizon)
    const parts = this.partsAt(origin)
    return Float64Array.from({ length: this.panel.series }, (_, s) => {
      if (weights === undefined || !this.isUsable(s, origin)) return Number.NaN
      return parts.reduce((sum, part, k) => sum + weights[k]! * part[s]!, 0)
    })
  }

  /** Returns the weights of the last value, the two means and the common growth, in this order; undefined where nothing can be learnt. */
  weights(origin: number, horizon: number): Float64Array | undefined {
    const last = origin - horizon
    const known: number[] = []
    for (let t = Math.max(pastNeeded, last - originsLearnt + 1); t <= last; t++)
      for (let s = 0; s < this.panel.series; s++)
        if (this.isUsable(s, t) && !Number.isNaN(this.valueAt(s, t + horizon))) known.push(t * this.panel.series + s)
    const step = Math.ceil(known.length / valuesLearnt)
    return leastAbsolute(
      this.rows(
        known.filter((_, i) => i % step === 0),
        horizon,
      ),
    )
  }

  private valueAt(s: number, t: number): number {
    return this.panel.values[s * this.panel.periods + t]!
  }

  private isUsable(s: number, t: number): boolean {
    return t >= pastNeeded && !Number.isNaN(this.valueAt(s, t)) && !Number.isNaN(this.valueAt(s, t - pastNeeded))
  }

  private rows(known: readonly number[], horizon: number): Regression {
    const { series } = this.panel
    const outcome = Float64Array.from(known, (at) => this.valueAt(at % series, Math.floor(at / series) + horizon))
    const columns = this.partsAt(0).map((_, k) => Float64Array.from(known, (at) => this.partsAt(Math.floor(at / series))[k]![at % series]!))
    return { columns, outcome }
  }

  /** The simple forecasts of all series at an origin; computed once. */
  private partsAt(origin: number): readonly Float64Array[] {
    const found = this.parts.get(origin)
    if (found !== undefined) return found
    const each = (of: (s: number) => number): Float64Array => Float64Array.from({ length: this.panel.series }, (_, s) => of(s))
    const made = [
      each((s) => this.valueAt(s, origin)),
      ...meanLengths.map((length) => each((s) => this.meanBefore(s, origin, length))),
      ...(this.growth ? [each(() => 1)] : []),
    ]
    this.parts.set(origin, made)
    return made
  }

  /** Mean of the values that there are in the last periods up to the origin. */
  private meanBefore(s: number, origin: number, length: number): number {
    let [sum, count] = [0, 0]
    for (let t = Math.max(0, origin - length + 1); t <= origin; t++) {
      const value = this.valueAt(s, t)
      if (Number.isNaN(value)) continue
      sum += value
      count++
    }
    return sum / count
  }
}

interface Regression {
  readonly columns: readonly Float64Array[]
  readonly outcome: Float64Array
}

/** Least absolute deviations by least squares that are weighted anew by the inverse of the errors; undefined where there are too few values. */
function leastAbsolute({ columns, outcome }: Regression): Float64Array | undefined {
  if (outcome.length < 10 * columns.length) return undefined
  const errors = new Float64Array(outcome.length).fill(1)
  let weights: Float64Array | undefined
  for (let turn = 0; turn < turns; turn++) {
    weights = weightedSquares(columns, outcome, errors)
    if (weights === undefined) return undefined
    for (let i = 0; i < outcome.length; i++) {
      let miss = outcome[i]!
      for (let k = 0; k < columns.length; k++) miss -= weights[k]! * columns[k]![i]!
      errors[i] = Math.max(1e-3, Math.abs(miss))
    }
  }
  return weights
}

function weightedSquares(columns: readonly Float64Array[], outcome: Float64Array, errors: Float64Array): Float64Array | undefined {
  const matrix = columns.map((a) => Float64Array.from(columns, (b) => weightedProduct(a, b, errors)))
  const right = Float64Array.from(columns, (a) => weightedProduct(a, outcome, errors))
  return solveInPlace(matrix, right) ? right : undefined
}

function weightedProduct(a: Float64Array, b: Float64Array, errors: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! * b[i]!) / errors[i]!
  return sum
}
