import { type Convergence, type SearchLimits, solveFixedPoint } from './fixed-point.ts'
import { netTransfers, type ShockedShares, shockedShares, sumsOfRows, type TradeShares } from './trade-shares.ts'
import type { DeficitRule, Shock } from './trade-table.ts'
import { type WageStep, wageStep } from './wage-response.ts'

/** What a shock does to each economy. All changes are factors: 1.02 = 2 % more. */
export interface Equilibrium extends Convergence {
  readonly wage: Float64Array
  /** Price of what the economy spends on. */
  readonly priceIndex: Float64Array
  /** Real spending: the change of what the economy can buy. NaN where it is undefined. */
  readonly welfare: Float64Array
  /** What each economy spends afterwards, in the table's currency with world output unchanged. */
  readonly expenditure: Float64Array
  /** Sales after the shock, without tariffs, cells as in the table. */
  readonly flows: Float64Array
  /** World output over world spending: 1, but for multiplicative deficits. */
  readonly commonFactor: number
}

/** How a model is solved. */
export interface SolveOptions extends SearchLimits {
  readonly deficits?: DeficitRule
  /** Logarithms of the wages at which the search begins; undefined: nothing has changed. */
  readonly start?: Float64Array
}

/**
 * Finds the equilibrium of a model of one or many sectors without input links after a shock (Armington, or Eaton-Kortum; the equations in changes are the same).
 *
 * Sales of i to j in sector s are `share · (cost · wage_i / productivity)^-θ_s / price_js^-θ_s` of what j spends on s; j spends constant shares of its income on
 * the sectors; an economy's income is wages, tariffs and its deficit; wages are such that each economy's income is what it sells. World output is the unit.
 *
 * @param base         shares of a table, from `sharesOfTable`
 * @param elasticity   θ of each sector: by how many per cent sales fall if a seller's price rises by one per cent
 * @see Dekle, Eaton & Kortum 2008, IMF Staff Papers 55(3); Costinot & Rodríguez-Clare 2014, Handbook of International Economics 4, section 3
 * @throws VisavisError BadInput for a shock that is not a number; never for one that does not converge, which the answer says
 */
export function sectorEquilibrium(base: TradeShares, elasticity: Float64Array, shock: Shock, options: SolveOptions = {}): Equilibrium {
  const system = new SectorSystem(base, elasticity, shock, options.deficits ?? 'additive')
  const point = Float64Array.from(options.start ?? new Float64Array(base.n))
  const convergence = solveFixedPoint(point, (from, next) => system.step(from, next), options)
  return { ...convergence, ...system.result(point) }
}

/** The equations of one shock, with the arrays that each evaluation uses again. */
class SectorSystem {
  private readonly base: TradeShares
  private readonly elasticity: Float64Array
  private readonly shocked: ShockedShares
  private readonly spendShares: Float64Array
  private readonly multiplicative: boolean
  private readonly transfers: Float64Array
  private readonly towards: WageStep
  private readonly excess: Float64Array
  private readonly power: Float64Array
  private readonly price: Float64Array
  private readonly income: Float64Array
  private readonly demand: Float64Array
  private readonly buyer: Float64Array
  private readonly keptShare: Float64Array
  private readonly worldOutput: number

  constructor(base: TradeShares, elasticity: Float64Array, shock: Shock, rule: DeficitRule) {
    this.base = base
    this.elasticity = elasticity
    this.shocked = shockedShares(base, elasticity, shock)
    this.spendShares = reachableShares(base, this.shocked.weights)
    this.multiplicative = rule === 'multiplicative'
    this.transfers = netTransfers(base, rule, shock)
    this.towards = wageStep(base, elasticity) ?? shortSteps(base, elasticity)
    this.excess = new Float64Array(base.n)
    this.power = new Float64Array(base.n * base.sectors)
    this.price = new Float64Array(base.n * base.sectors)
    this.income = new Float64Array(base.n)
    this.demand = new Float64Array(base.n)
    this.buyer = new Float64Array(base.n)
    this.keptShare = new Float64Array(base.n)
    this.worldOutput = base.output.reduce((sum, value) => sum + value, 0)
  }

  /** One step of the logarithms of wages; returns the largest excess demand. */
  step(logWage: Float64Array, next: Float64Array): number {
    const { base, demand } = this
    this.normalise(logWage)
    this.setPrices(logWage)
    this.setIncomes(logWage)
    this.setDemand()
    const factor = this.multiplicative ? this.commonFactor() : 1
    let worst = 0
    for (let i = 0; i < base.n; i++) {
      const ratio = (factor * demand[i]!) / (Math.exp(logWage[i]!) * base.output[i]!)
      const excess = Math.abs(ratio - 1)
      if (!(excess <= worst)) worst = excess
      this.excess[i] = Math.max(-mostExcess, Math.min(mostExcess, Math.log(ratio)))
    }
    const step = this.towards(this.excess)
    for (let i = 0; i < base.n; i++) next[i] = logWage[i]! + step[i]!
    return worst
  }

  // world output keeps its value, as in the tables of the papers; without it only relative wages are defined
  private normalise(logWage: Float64Array): void {
    let sum = 0
    for (let i = 0; i < logWage.length; i++) sum += Math.exp(logWage[i]!) * this.base.output[i]!
    const shift = Math.log(this.worldOutput / sum)
    for (let i = 0; i < logWage.length; i++) logWage[i] = logWage[i]! + shift
  }

  /** Sets power to cost^-θ of each seller, and price to the sum of the weighted powers: price index^-θ of each buyer (cell `s * n + j`). */
  private setPrices(logWage: Float64Array): void {
    const { base, power, price, shocked, elasticity } = this
    const { n, sectors: m } = base
    price.fill(0)
    for (let s = 0; s < m; s++)
      for (let i = 0; i < n; i++) {
        const logCost = logWage[i]! - (shocked.logProductivity?.[i * m + s] ?? 0)
        const strength = Math.exp(-elasticity[s]! * logCost)
        power[s * n + i] = strength
        addScaled(price, s * n, shocked.weights, (s * n + i) * n, n, strength)
      }
  }

  private setIncomes(logWage: Float64Array): void {
    const { base, income, transfers } = this
    this.setKeptShares()
    for (let j = 0; j < base.n; j++) {
      const earned = Math.exp(logWage[j]!) * base.output[j]!
      const spending = base.output[j]! + base.deficit[j]!
      const own = this.multiplicative ? (earned * spending) / base.output[j]! + transfers[j]! : earned + transfers[j]!
      income[j] = own / this.keptShare[j]!
    }
  }

  /** Share of spending that reaches sellers; the rest returns to the buyer as tariffs. */
  private setKeptShares(): void {
    const { base, shocked, power, price, keptShare, buyer } = this
    const { n, sectors: m } = base
    keptShare.fill(1)
    if (shocked.received === undefined) return
    keptShare.fill(0)
    for (let s = 0; s < m; s++) {
      buyer.fill(0)
      for (let i = 0; i < n; i++) addScaled(buyer, 0, shocked.received, (s * n + i) * n, n, power[s * n + i]!)
      for (let j = 0; j < n; j++) if (price[s * n + j]! > 0) keptShare[j]! += (this.spendShares[j * m + s]! * buyer[j]!) / price[s * n + j]!
    }
  }

  private setDemand(): void {
    const { base, shocked, power, price, income, demand, buyer } = this
    const { n, sectors: m } = base
    const cells = shocked.received ?? shocked.weights
    demand.fill(0)
    for (let s = 0; s < m; s++) {
      for (let j = 0; j < n; j++) {
        const share = this.spendShares[j * m + s]!
        buyer[j] = share > 0 ? (share * income[j]!) / price[s * n + j]! : 0
      }
      for (let i = 0; i < n; i++) demand[i]! += power[s * n + i]! * product(cells, (s * n + i) * n, buyer)
    }
  }

  private commonFactor(): number {
    return this.worldOutput / this.demand.reduce((sum, value) => sum + value, 0)
  }

  result(logWage: Float64Array): Omit<Equilibrium, keyof Convergence> {
    this.step(logWage, new Float64Array(logWage.length))
    const { base, price, elasticity, income } = this
    const { n, sectors: m } = base
    const priceIndex = new Float64Array(n)
    for (let j = 0; j < n; j++) {
      let log = 0
      for (let s = 0; s < m; s++) {
        const share = base.sectorShares[j * m + s]!
        if (share > 0) log -= (share * Math.log(price[s * n + j]!)) / elasticity[s]!
      }
      priceIndex[j] = Math.exp(log)
    }
    return {
      wage: logWage.map(Math.exp),
      priceIndex,
      welfare: income.map((value, j) => realChange(value / base.expenditure[j]!, priceIndex[j]!)),
      expenditure: Float64Array.from(income),
      flows: this.flows(),
      commonFactor: this.commonFactor(),
    }
  }

  private flows(): Float64Array {
    const { base, shocked, power, price, income } = this
    const { n, sectors: m } = base
    const cells = shocked.received ?? shocked.weights
    const flows = new Float64Array(cells.length)
    for (let s = 0, cell = 0; s < m; s++)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++, cell++)
          if (cells[cell]! > 0)
            flows[cell] = (cells[cell]! * power[s * n + i]! * this.spendShares[j * m + s]! * income[j]!) / price[s * n + j]!
    return flows
  }
}

/**
 * Shares of sectors in spending after a shock: where nobody is left who sells a good, the money goes to the other goods in proportion, so that the rest of the world
 * still has an equilibrium.
 */
function reachableShares(base: TradeShares, weights: Float64Array): Float64Array {
  const { n, sectors: m, sectorShares } = base
  const sold = new Float64Array(n * m)
  for (let s = 0, cell = 0; s < m; s++) for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sold[j * m + s]! += weights[cell++]!
  const reachable = sectorShares.map((share, at) => (sold[at]! > 0 ? share : 0))
  const totals = sumsOfRows(reachable, n, m)
  return reachable.map((share, at) => share / totals[Math.floor(at / m)]!)
}

/** Returns the change of real spending; NaN where a good that is spent on has no seller left. */
function realChange(spending: number, priceIndex: number): number {
  return Number.isFinite(priceIndex) && priceIndex > 0 ? spending / priceIndex : Number.NaN
}

/** The most of an excess demand, in logarithms, that one step answers to: a seller whom nobody buys from any more would pull all others along. */
const mostExcess = 3

/** The more a seller's sales react to its wage, the shorter a step may be. */
function shortSteps(base: TradeShares, elasticity: Float64Array): WageStep {
  const m = base.sectors
  const lengths = base.output.map((total, i) => {
    let mean = 0
    for (let s = 0; s < m; s++) mean += (base.sectorOutput[i * m + s]! / total) * elasticity[s]!
    return 1 / (1 + mean)
  })
  return (excess) => excess.map((value, i) => lengths[i]! * value)
}

/** Adds `factor` times `length` cells of `from` to those of `to`. */
function addScaled(to: Float64Array, toAt: number, from: Float64Array, fromAt: number, length: number, factor: number): void {
  for (let k = 0; k < length; k++) to[toAt + k]! += factor * from[fromAt + k]!
}

/** Sum of products, in four parts: each addition would wait for the one before. */
function product(cells: Float64Array, at: number, other: Float64Array): number {
  const length = other.length
  let [a, b, c, d] = [0, 0, 0, 0]
  let k = 0
  for (; k + 3 < length; k += 4) {
    a += cells[at + k]! * other[k]!
    b += cells[at + k + 1]! * other[k + 1]!
    c += cells[at + k + 2]! * other[k + 2]!
    d += cells[at + k + 3]! * other[k + 3]!
  }
  for (; k < length; k++) a += cells[at + k]! * other[k]!
  return a + b + (c + d)
}
