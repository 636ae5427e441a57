import { conjugateGradients, type LinearSystem } from '../../numeric/conjugate-gradients.ts'
import type { EffectRows } from './effect-rows.ts'
import { type SchurProduct, schurProduct } from './schur-product.ts'

/**
 * Weighted least squares on fixed effects. The lead effects are eliminated: what is solved is the Schur complement on the other sets, S = R'W(I - P)R, in
 * which P takes weighted means within lead groups. In trade panels S is so well conditioned that some twenty conjugate gradients, scaled by its diagonal,
 * reach nine digits.
 */
export class EffectSystem implements LinearSystem {
  readonly size: number
  /** How many iterations were needed so far. */
  iterations = 0
  private readonly rows: EffectRows
  private readonly at: readonly Int32Array[]
  private readonly scratch: Float64Array
  private readonly leadWeight: Float64Array
  private readonly inverseDiagonal: Float64Array
  private readonly diagonal: Float64Array
  private readonly product: SchurProduct | undefined
  private weights: Float64Array

  constructor(rows: EffectRows) {
    this.rows = rows
    this.size = rows.size
    this.at = rows.rest.map(({ at }) => at)
    this.scratch = new Float64Array(rows.longest)
    this.leadWeight = new Float64Array(rows.leadGroup.length)
    this.diagonal = new Float64Array(rows.size)
    this.inverseDiagonal = new Float64Array(rows.size)
    this.product = rows.rest.length <= 2 ? schurProduct(rows) : undefined
    this.weights = new Float64Array()
  }

  /** Takes the weight of each row from now on; the array is kept, not copied. */
  setWeights(weights: Float64Array): void {
    this.weights = weights
    const { rows, leadWeight, diagonal, inverseDiagonal } = this
    const { first } = rows
    diagonal.fill(0)
    for (let g = 0; g < leadWeight.length; g++) {
      const [from, to] = [first[g]!, first[g + 1]!]
      let sum = 0
      for (let i = from; i < to; i++) sum += weights[i]!
      leadWeight[g] = sum
      for (const at of this.at) for (let i = from; i < to; i++) diagonal[at[i]!]! += weights[i]! * (1 - weights[i]! / sum)
    }
    this.product?.weights.set(weights)
    this.product?.leadWeights.set(leadWeight)
    for (let h = 0; h < diagonal.length; h++) inverseDiagonal[h] = diagonal[h]! > 0 ? 1 / diagonal[h]! : 0
  }

  apply(x: Float64Array, out: Float64Array): void {
    if (this.product === undefined) this.applyAny(x, out)
    else this.product.apply(x, out)
  }

  private applyAny(x: Float64Array, out: Float64Array): void {
    const { rows, weights, scratch, leadWeight } = this
    const { first } = rows
    out.fill(0)
    for (let g = 0; g < leadWeight.length; g++) {
      const from = first[g]!
      const length = first[g + 1]! - from
      if (length === 1) continue
      for (let i = 0; i < length; i++) scratch[i] = 0
      for (const at of this.at) for (let i = 0; i < length; i++) scratch[i]! += x[at[from + i]!]!
      let sum = 0
      for (let i = 0; i < length; i++) sum += weights[from + i]! * scratch[i]!
      const mean = sum / leadWeight[g]!
      for (let i = 0; i < length; i++) scratch[i] = weights[from + i]! * (scratch[i]! - mean)
      for (const at of this.at) for (let i = 0; i < length; i++) out[at[from + i]!]! += scratch[i]!
    }
  }

  precondition(r: Float64Array, out: Float64Array): void {
    const { inverseDiagonal } = this
    for (let h = 0; h < out.length; h++) out[h] = r[h]! * inverseDiagonal[h]!
  }

  /** Improves the solution of S x = b in `x` until its residual is this share of b; returns whether it got there. */
  solve(b: Float64Array, x: Float64Array, tolerance: number): boolean {
    const { iterations, converged } = conjugateGradients(this, b, x, tolerance, mostIterations)
    this.iterations += iterations
    return converged
  }

  /** Writes `values` less the effects `x` and less their weighted mean within the lead group into `out`. */
  residuals(values: Float64Array, x: Float64Array, out: Float64Array): void {
    const { rows, weights, leadWeight } = this
    const { first } = rows
    out.set(values)
    for (const at of this.at) for (let i = 0; i < out.length; i++) out[i]! -= x[at[i]!]!
    for (let g = 0; g < leadWeight.length; g++) {
      const [from, to] = [first[g]!, first[g + 1]!]
      let sum = 0
      for (let i = from; i < to; i++) sum += weights[i]! * out[i]!
      const mean = sum / leadWeight[g]!
      for (let i = from; i < to; i++) out[i]! -= mean
    }
  }

  /** Writes the sums over each group of the other sets of value times weight (or of the values alone) into `out`. */
  sums(values: Float64Array, out: Float64Array, weights?: Float64Array): void {
    out.fill(0)
    for (const at of this.at)
      if (weights === undefined) for (let i = 0; i < values.length; i++) out[at[i]!]! += values[i]!
      else for (let i = 0; i < values.length; i++) out[at[i]!]! += values[i]! * weights[i]!
  }
}

/** More than any panel needed; a system that is not solved by then is reported as not converged. */
const mostIterations = 2000
