import type { BaseYear } from './calibration.ts'

/** How the partners answer: not at all, by the same tariff on US goods, or by the tariff on US goods that is best for them. */
export type Retaliation = 'none' | 'reciprocal' | 'optimal'

/**
 * Returns the additional tariffs of all importers.
 *
 * @param american      US tariff on each economy as a share; the entry of the United States is not read
 * @returns             n x n, one row for each importer
 */
export function tariffMatrix(base: BaseYear, american: Float64Array, retaliation: Retaliation, elasticity: number): Float64Array {
  const n = base.iso3.length
  const { usa } = base
  const tariffs = new Float64Array(n * n)
  const answer = retaliation === 'optimal' ? optimalRetaliation(base, elasticity) : american
  for (let i = 0; i < n; i++) {
    if (i === usa) continue
    tariffs[usa * n + i] = american[i]!
    if (retaliation !== 'none') tariffs[i * n + usa] = answer[i]!
  }
  return tariffs
}

/**
 * Returns the uniform tariff that the paper derives as best for the United States, as a share: 1 / ((1 + delta epsilon) phi - 1). Against partners that retaliate,
 * the paper's delta divides by what the United States sells abroad and not by what it buys there.
 *
 * @param retaliation   how the partners answer; for a reciprocal answer the paper has no such tariff, and the one without retaliation is returned
 */
export function optimalUniformTariff(base: BaseYear, elasticity: number, retaliation: Retaliation = 'none'): number {
  const { usa, localPart, spending, income, share } = base
  const n = base.iso3.length
  const home = share[usa * n + usa]! * spending[usa]!
  let sold = 0
  for (let i = 0; i < n; i++) if (i !== usa) sold += remaining((1 - localPart[i]!) * spending[i]!, share[i * n + usa]!)
  const abroad = (retaliation === 'optimal' ? income : spending)[usa]! - home
  const delta = sold / ((1 - localPart[usa]!) * abroad)
  return optimum(delta, elasticity, base.tariffResponse[usa]!)
}

/** The tariffs on US goods that the paper derives as best for the partners if they act as one. They differ only by the local part of a sale, if that differs. */
function optimalRetaliation(base: BaseYear, elasticity: number): Float64Array {
  const { usa, localPart, spending, income, share } = base
  const n = base.iso3.length
  const partner = usa === 0 ? 1 : 0
  let abroad = 0 // income of the partners less what they sell to each other
  for (let i = 0; i < n; i++) if (i !== usa) abroad += income[i]! - (1 - share[i * n + usa]!) * spending[i]!
  const sold = remaining((1 - localPart[usa]!) * spending[usa]!, 1 - share[usa * n + usa]!)
  const delta = sold / ((1 - localPart[partner]!) * abroad)
  return base.tariffResponse.map((phi) => optimum(delta, elasticity, phi))
}

/** Sales to a market with the seller's share of it, times what the share leaves to others: the larger that is, the more a seller loses by a higher price. */
function remaining(market: number, share: number): number {
  return market * share * (1 - share)
}

function optimum(delta: number, elasticity: number, phi: number): number {
  return 1 / ((1 + delta * elasticity) * phi - 1)
}
