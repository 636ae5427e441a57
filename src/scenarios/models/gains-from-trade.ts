import type { LinkedShares } from './input-equilibrium.ts'
import type { TradeShares } from './trade-shares.ts'

/**
 * Returns what each economy would lose if it traded with nobody, as a share of its real income, in a model without input links: `1 - Π_s λ_jjs^(share_js / θ_s)`,
 * where λ is the share of home goods in what j spends on s.
 *
 * @param spentShares   share of each sector in spending, cell `j * m + s`; left out: that of the table
 * @returns             NaN where a sector on which money is spent has no seller at home: the loss is undefined
 * @see Arkolakis, Costinot & Rodríguez-Clare 2012, American Economic Review 102(1)
 */
export function gainsFromTrade(base: TradeShares, elasticity: Float64Array, spentShares: Float64Array = base.sectorShares): Float64Array {
  const m = base.sectors
  return Float64Array.from({ length: base.n }, (_, j) => {
    let log = 0
    for (let s = 0; s < m; s++) log += weighted(spentShares[j * m + s]!, homeShare(base, s, j), elasticity[s]!)
    return lossOf(log)
  })
}

/**
 * The same with input links: a sector's home share counts for all that its goods go into, by the inverse of `I - inputs`.
 *
 * @see Costinot & Rodríguez-Clare 2014, Handbook of International Economics 4, equation 28
 */
export function gainsFromTradeWithInputs({ base, links }: LinkedShares, elasticity: Float64Array): Float64Array {
  const { n, sectors: m } = base
  const used = links.consumedShares ?? links.finalShares
  return Float64Array.from({ length: n }, (_, j) => {
    const total = totalRequirements(links.inputShares.subarray(j * m * m, (j + 1) * m * m), used.subarray(j * m, (j + 1) * m))
    let log = 0
    for (let s = 0; s < m; s++) log += weighted(total[s]!, homeShare(base, s, j), elasticity[s]!)
    return lossOf(log)
  })
}

function homeShare(base: TradeShares, s: number, j: number): number {
  return base.shares[(s * base.n + j) * base.n + j]!
}

function weighted(weight: number, home: number, elasticity: number): number {
  return weight === 0 ? 0 : (weight / elasticity) * Math.log(home)
}

function lossOf(log: number): number {
  return Number.isFinite(log) ? 1 - Math.exp(log) : Number.NaN
}

/** Final use and all inputs behind it, by sector: the sum of use · inputs^k over all k. Converges as long as sectors pay any wages. */
function totalRequirements(inputs: Float64Array, used: Float64Array): Float64Array {
  const m = used.length
  const total = Float64Array.from(used)
  let round = Float64Array.from(used)
  for (let k = 0; k < 500; k++) {
    const next = new Float64Array(m)
    for (let using = 0; using < m; using++) for (let s = 0; s < m; s++) next[s]! += round[using]! * inputs[using * m + s]!
    let size = 0
    for (let s = 0; s < m; s++) {
      total[s]! += next[s]!
      size = Math.max(size, Math.abs(next[s]!))
    }
    if (size < 1e-14) break
    round = next
  }
  return total
}
