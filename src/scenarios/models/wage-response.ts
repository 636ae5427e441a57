import { type FactoredMatrix, factorMatrix, solveFactored } from '../../numeric/linear-system.ts'
import type { TradeShares } from './trade-shares.ts'

/** The step of log wages that would end an excess demand if the world answered as the table does. */
export type WageStep = (excess: Float64Array) => Float64Array

interface Response {
  readonly elasticity: Float64Array
  readonly matrix: FactoredMatrix | undefined
}

const kept = new WeakMap<TradeShares, Response>()

/**
 * Returns Newton's step of log wages with the derivatives at the table, before any shock: exact for small shocks, and for large ones near enough that a few
 * accelerated steps lead to the equilibrium. The derivatives are worked out once for a table and its elasticities.
 *
 * With flows X, shares λ, income from labour as a part e of spending: excess demand of i changes with the wage of k by
 * `(Σ_js θ_s X_ijs λ_kjs + e_k X_ik) / Y_i`, and with its own also by `-1 - Σ_js θ_s X_ijs / Y_i`. That wages as a whole have no meaning is mended by
 * holding world output.
 *
 * @returns undefined where the derivatives have no inverse, such as for a world of parts that do not trade
 */
export function wageStep(base: TradeShares, elasticity: Float64Array): WageStep | undefined {
  let response = kept.get(base)
  if (response === undefined || response.elasticity.some((value, s) => value !== elasticity[s])) {
    response = { elasticity: Float64Array.from(elasticity), matrix: factorMatrix(derivatives(base, elasticity), base.n) }
    kept.set(base, response)
  }
  const { matrix } = response
  return matrix === undefined ? undefined : (excess) => solveFactored(matrix, excess)
}

/** Minus the derivatives of log demand over output by log wages, plus the share of each economy in world output. */
function derivatives({ n, sectors: m, table, shares, output, expenditure }: TradeShares, elasticity: Float64Array): Float64Array {
  const matrix = new Float64Array(n * n)
  const total = output.reduce((sum, value) => sum + value, 0)
  for (let s = 0; s < m; s++)
    for (let i = 0; i < n; i++) {
      const row = (s * n + i) * n
      const [theta, own] = [elasticity[s]!, output[i]!]
      let reacting = 0
      for (let j = 0; j < n; j++) {
        const flow = table.flows[row + j]! / own
        matrix[i * n + j]! -= (flow * output[j]!) / expenditure[j]!
        reacting += flow
      }
      matrix[i * n + i]! += theta * reacting
      for (let k = 0; k < n; k++) matrix[i * n + k]! -= (theta * product(table.flows, row, shares, (s * n + k) * n, n)) / own
    }
  for (let i = 0; i < n; i++) {
    matrix[i * n + i]! += 1
    for (let k = 0; k < n; k++) matrix[i * n + k]! += output[k]! / total
  }
  return matrix
}

function product(a: Float64Array, atA: number, b: Float64Array, atB: number, length: number): number {
  let [even, odd] = [0, 0]
  let k = 0
  for (; k + 1 < length; k += 2) {
    even += a[atA + k]! * b[atB + k]!
    odd += a[atA + k + 1]! * b[atB + k + 1]!
  }
  return k < length ? even + odd + a[atA + k]! * b[atB + k]! : even + odd
}
