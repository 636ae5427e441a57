import { conjugateGradients, type LinearSystem } from '../../numeric/conjugate-gradients.ts'
import { addToEffects, type EffectRows, sumOfEffects } from './effect-rows.ts'
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
  private scratch = new Float64Array()
  private readonly leadWeight: Float64Array
  private readonly inverseDiagonal: Float64Array
  private readonly diagonal: Float64Array
  private readonly product: SchurProduct | undefined
  private weights: Float64Array

  constructor(rows: EffectRows) {
    this.rows = rows
    this.size = rows.size
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
    const scratch = this.scratchFor(weights.length)
    const { first } = rows
    diagonal.fill(0)
    for (let g = 0; g < leadWeight.length; g++) {
      const [from, to] = [first[g]!, first[g + 1]!]
      let sum = 0
      for (let i = from; i < to; i++) sum += weights[i]!
      leadWeight[g] = sum
      for (let i = from; i < to; i++) scratch[i] = weights[i]! * (1 - weights[i]! / sum)
    }
    addToEffects(rows, scratch, diagonal)
    this.product?.weights.set(weights)
    this.product?.leadWeights.set(leadWeight)
    for (let h = 0; h < diagonal.length; h++) inverseDiagonal[h] = diagonal[h]! > 0 ? 1 / diagonal[h]! : 0
  }

  apply(x: Float64Array, out: Float64Array): void {
    if (this.product === undefined) this.applyAny(x, out)
    else this.product.apply(x, out)
  }

  private applyAny(x: Float64Array, out: Float64Array): void {
    const scratch = this.scratchFor(this.weights.length)
    sumOfEffects(this.rows, x, scratch)
    this.deviationSums(scratch, out)
  }

  /** Writes the sums over each group of the other sets of weight times the deviation from the weighted mean of the lead group into `out`. */
  deviationSums(values: Float64Array, out: Float64Array): void {
    const { rows, weights, leadWeight } = this
    const { first } = rows
    const scratch = this.scratchFor(weights.length)
    for (let g = 0; g < leadWeight.length; g++) {
      const [from, to] = [first[g]!, first[g + 1]!]
      let sum = 0
      for (let i = from; i < to; i++) sum += weights[i]! * values[i]!
      const mean = sum / leadWeight[g]!
      for (let i = from; i < to; i++) scratch[i] = weights[i]! * (values[i]! - mean)
    }
    out.fill(0)
    addToEffects(rows, scratch, out)
  }

  /** A number for each row, overwritten by the next method that needs it. */
  private scratchFor(length: number): Float64Array {
    if (this.scratch.length !== length) this.scratch = new Float64Array(length)
    return this.scratch
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
    sumOfEffects(rows, x, out)
    for (let g = 0; g < leadWeight.length; g++) {
      const [from, to] = [first[g]!, first[g + 1]!]
      let sum = 0
      for (let i = from; i < to; i++) {
        const value = values[i]! - out[i]!
        out[i] = value
        sum += weights[i]! * value
      }
      const mean = sum / leadWeight[g]!
      for (let i = from; i < to; i++) out[i]! -= mean
    }
  }

  /** Writes the sums of the values over each group of the other sets into `out`. */
  sums(values: Float64Array, out: Float64Array): void {
    out.fill(0)
    addToEffects(this.rows, values, out)
  }
}

/** More than any panel needed; a system that is not solved by then is reported as not converged. */
const mostIterations = 2000
