import { VisavisError } from '../../errors.ts'
import { type Convergence, type SearchLimits, solveFixedPoint } from './fixed-point.ts'

/** Trade that a gravity equation expects, with the resistances behind it. */
export interface GravityTrade extends Convergence {
  /** Sales of i to j, cell `i * n + j`. */
  readonly flows: Float64Array
  /** How hard it is for i to sell to all: Π_i^(1-σ), up to the factor that a reference buyer sets. */
  readonly outward: Float64Array
  /** How hard it is for j to buy from all: P_j^(1-σ); 1 for the reference buyer. */
  readonly inward: Float64Array
}

/**
 * Returns the sales between n economies that structural gravity expects: in proportion to output, spending and the bilateral weight, so that each economy sells
 * what it makes and buys what it spends. With the weights of a changed policy and the same output and spending, these are the conditional effects of the policy.
 *
 * @param weights       t_ij^(1-σ), cell `i * n + j`: exp(coefficients · variables), own country included
 * @param output        what each economy makes; world output is scaled to world spending
 * @param expenditure   what each economy spends
 * @param reference     the buyer whose inward resistance is 1
 * @see Anderson & van Wincoop 2003, American Economic Review 93(1)
 * @throws VisavisError BadInput if a weight is negative, or an economy has no output, spending or partner
 */
export function gravityTrade(
  weights: Float64Array,
  output: Float64Array,
  expenditure: Float64Array,
  reference = 0,
  limits: SearchLimits = {},
): GravityTrade {
  const n = output.length
  checkGravity(weights, output, expenditure)
  const scale = sum(expenditure) / sum(output)
  const sellers = new Float64Array(n)
  const buyers = new Float64Array(n)
  const point = new Float64Array(n)
  const search = solveFixedPoint(
    point,
    (from, next) => {
      for (let j = 0; j < n; j++) buyers[j] = expenditure[j]! * Math.exp(from[j]!)
      for (let i = 0; i < n; i++) sellers[i] = (scale * output[i]!) / rowProduct(weights, i, buyers)
      let worst = 0
      const bought = columnProducts(weights, sellers)
      for (let j = 0; j < n; j++) {
        const ratio = bought[j]! * Math.exp(from[j]!)
        worst = Math.max(worst, Math.abs(ratio - 1))
        next[j] = from[j]! - Math.log(ratio)
      }
      return worst
    },
    limits,
  )
  const shift = Math.exp(point[reference]!)
  for (let j = 0; j < n; j++) buyers[j] = expenditure[j]! * Math.exp(point[j]!)
  const outward = output.map((value, i) => (rowProduct(weights, i, buyers) / sum(expenditure) / shift) * (value > 0 ? 1 : Number.NaN))
  for (let i = 0; i < n; i++) sellers[i] = (scale * output[i]!) / rowProduct(weights, i, buyers)
  const flows = weights.map((weight, cell) => weight * sellers[Math.floor(cell / n)]! * buyers[cell % n]!)
  return { ...search, flows, outward, inward: point.map((value) => Math.exp(-value) * shift) }
}

function rowProduct(matrix: Float64Array, row: number, vector: Float64Array): number {
  let total = 0
  for (let k = 0, at = row * vector.length; k < vector.length; k++) total += matrix[at + k]! * vector[k]!
  return total
}

function columnProducts(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length
  const totals = new Float64Array(n)
  for (let i = 0, at = 0; i < n; i++) for (let j = 0; j < n; j++) totals[j]! += matrix[at++]! * vector[i]!
  return totals
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

function checkGravity(weights: Float64Array, output: Float64Array, expenditure: Float64Array): void {
  const n = output.length
  if (expenditure.length !== n || weights.length !== n * n)
    throw new VisavisError('BadInput', `Gravity needs ${n} numbers of spending and ${n * n} weights for ${n} economies.`)
  const wrong = weights.findIndex((weight) => !(weight >= 0 && Number.isFinite(weight)))
  if (wrong >= 0)
    throw new VisavisError(
      'BadInput',
      `The weight of economy ${Math.floor(wrong / n) + 1} with ${(wrong % n) + 1} is ${weights[wrong]}, not 0 or more.`,
    )
  for (const [what, values] of [['output', output] as const, ['spending', expenditure] as const]) {
    const at = values.findIndex((value) => !(value > 0 && Number.isFinite(value)))
    if (at >= 0) throw new VisavisError('BadInput', `The ${what} of economy ${at + 1} is ${values[at]}, not above 0.`)
  }
}
