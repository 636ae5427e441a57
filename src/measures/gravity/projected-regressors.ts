import { choleskyFactor, choleskySolve } from '../../numeric/cholesky.ts'
import type { EffectSystem } from './effect-system.ts'

/** Why a regressor has no coefficient. */
export interface CollinearRegressor {
  readonly index: number
  /** Indices of the earlier regressors that, with the effects, determine it; none where the effects alone do. */
  readonly with: readonly number[]
}

/** The regressors less what the fixed effects explain of them, under the weights of the moment. */
export class ProjectedRegressors {
  /** The regressors less their projection, in the order of the rows. */
  readonly residuals: readonly Float64Array[]
  private readonly values: readonly Float64Array[]
  private readonly projections: readonly Float64Array[]
  private readonly sums: Float64Array

  constructor(values: readonly Float64Array[], system: EffectSystem) {
    this.values = values
    this.residuals = values.map(({ length }) => new Float64Array(length))
    this.projections = values.map(() => new Float64Array(system.size))
    this.sums = new Float64Array(system.size)
  }

  /** Projects anew under the weights of the system, beginning with the projection before; returns whether the tolerance was reached. */
  refresh(system: EffectSystem, tolerance: number): boolean {
    let reached = true
    this.values.forEach((values, j) => {
      const [residuals, projection] = [this.residuals[j]!, this.projections[j]!]
      system.deviationSums(values, this.sums)
      reached = system.solve(this.sums, projection, tolerance) && reached
      system.residuals(values, projection, residuals)
    })
    return reached
  }

  /** Adds to the effects what a step of the coefficients takes from them. */
  moveEffects(rest: Float64Array, step: Float64Array, share: number): void {
    this.projections.forEach((projection, j) => {
      const b = share * step[j]!
      for (let h = 0; h < rest.length; h++) rest[h]! -= b * projection[h]!
    })
  }

  /** Returns X'WX of the residuals, k x k, row by row. */
  gram(weights: Float64Array): Float64Array {
    const { residuals } = this
    const k = residuals.length
    const gram = new Float64Array(k * k)
    for (let a = 0; a < k; a++)
      for (let b = 0; b <= a; b++) gram[a * k + b] = gram[b * k + a] = weightedProduct(residuals[a]!, residuals[b]!, weights)
    return gram
  }

  /** Returns X'g of the residuals. */
  score(gradient: Float64Array): Float64Array {
    return Float64Array.from(this.residuals, (residuals) => {
      let sum = 0
      for (let i = 0; i < gradient.length; i++) sum += residuals[i]! * gradient[i]!
      return sum
    })
  }

  /** Returns what is left of the variation of each regressor: the square of its residuals over that of its distance from its mean. */
  shares(weights: Float64Array): Float64Array {
    return Float64Array.from(this.values, (values, j) => {
      const variation = variationOf(values, weights)
      return variation > 0 ? weightedProduct(this.residuals[j]!, this.residuals[j]!, weights) / variation : 0
    })
  }
}

/**
 * Finds the regressors that the fixed effects, or these and earlier regressors, determine.
 *
 * @param gram     X'WX of the projected regressors
 * @param shares   what is left of the variation of each
 * @param least    what is left counts as nothing below this share
 */
export function collinearRegressors(gram: Float64Array, shares: Float64Array, least: number): CollinearRegressor[] {
  const k = shares.length
  const scaled = Float64Array.from(gram, (value, cell) => {
    const [i, j] = [Math.floor(cell / k), cell % k]
    const size = Math.sqrt(gram[i * k + i]! * gram[j * k + j]!)
    return shares[i]! > least && shares[j]! > least ? value / size : 0
  })
  const whole = Float64Array.from(scaled)
  const pivots = choleskyFactor(scaled, k, least)
  return [...pivots.keys()]
    .filter((i) => pivots[i] === 0)
    .map((index) => ({ index, with: shares[index]! > least ? partners(whole, pivots, index) : [] }))
}

/** Returns the earlier regressors with a weight in the combination that equals regressor `index`. */
function partners(whole: Float64Array, pivots: Float64Array, index: number): number[] {
  const k = pivots.length
  const kept = [...pivots.keys()].filter((i) => i < index && pivots[i] !== 0)
  const part = Float64Array.from(kept.flatMap((i) => kept.map((j) => whole[i * k + j]!)))
  const inverse = choleskyFactor(part, kept.length)
  const weights = Float64Array.from(kept, (i) => whole[index * k + i]!)
  choleskySolve(part, inverse, weights)
  return kept.filter((_, i) => Math.abs(weights[i]!) > 1e-4)
}

function variationOf(values: Float64Array, weights: Float64Array): number {
  let [sum, total] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    sum += weights[i]! * values[i]!
    total += weights[i]!
  }
  const mean = sum / total
  let square = 0
  for (let i = 0; i < values.length; i++) square += weights[i]! * (values[i]! - mean) ** 2
  return square > 1e-20 * mean * mean * total ? square : 0
}

function weightedProduct(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += weights[i]! * a[i]! * b[i]!
  return sum
}
