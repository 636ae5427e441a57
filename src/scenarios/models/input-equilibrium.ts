import { type Convergence, solveFixedPoint } from './fixed-point.ts'
import type { SolveOptions } from './sector-equilibrium.ts'
import { netTransfers, type ShockedShares, shockedShares, sumsOfRows, type TradeShares } from './trade-shares.ts'
import type { InputLinks, Shock } from './trade-table.ts'

/** What a shock does in a model with input links. All changes are factors. */
export interface InputEquilibrium extends Convergence {
  readonly wage: Float64Array
  /** Cost of the inputs and labour of a sector, cell `j * m + s`. */
  readonly cost: Float64Array
  /** Price of a sector's goods for buyers in j, cell `j * m + s`. */
  readonly price: Float64Array
  /** Price of what households consume. */
  readonly priceIndex: Float64Array
  /** What households and the state can buy, by what they had in the table: use the ratio of two equilibria where the first is not the table itself. */
  readonly welfare: Float64Array
  /** Income of each economy: wages, tariffs and what it gets from abroad. */
  readonly income: Float64Array
  /** What j spends on sector s, tariffs included, cell `j * m + s`. */
  readonly spent: Float64Array
  /** Sales without tariffs, cells as in the table. */
  readonly flows: Float64Array
}

/** A table with input links, prepared for any number of shocks. */
export interface LinkedShares {
  readonly base: TradeShares
  readonly links: InputLinks
  /** Share of labour in the costs of sector s of j, cell `j * m + s`. */
  readonly labourShares: Float64Array
  /** What j earns by labour in the table. */
  readonly earned: Float64Array
}

/** Prepares a table with input links. `earned` are the wages of each economy; left out, they follow from output and the shares of labour. */
export function linkedShares(base: TradeShares, links: InputLinks, earned?: Float64Array): LinkedShares {
  const { n, sectors: m } = base
  const labourShares = new Float64Array(n * m)
  const wages = new Float64Array(n)
  for (let j = 0; j < n; j++)
    for (let k = 0; k < m; k++) {
      let inputs = 0
      for (let s = 0; s < m; s++) inputs += links.inputShares[(j * m + k) * m + s]!
      labourShares[j * m + k] = 1 - inputs
      wages[j]! += (1 - inputs) * base.sectorOutput[j * m + k]!
    }
  const finalShares = sharesOfRows(links.finalShares, n, m)
  return { base, links: { ...links, finalShares }, labourShares, earned: earned ?? wages }
}

/** Makes rows sum to 1 exactly: shares that are read with six digits would leave a part of income unspent, and then no equilibrium exists. */
function sharesOfRows(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const totals = sumsOfRows(matrix, rows, columns)
  return matrix.map((value, cell) => value / totals[Math.floor(cell / columns)]!)
}

/**
 * Finds the equilibrium of the model of Caliendo and Parro after a shock: sectors buy labour and the goods of all sectors in constant shares of their costs; buyers
 * choose among sellers by cost and tariff; tariffs return to the economy that levies them; wages are such that labour earns what sectors spend on it. World
 * labour income is the unit.
 *
 * @param elasticity   θ of each sector
 * @param transfers    what each economy gets from abroad, in the table's currency; left out: what it gets in the table
 * @see Caliendo & Parro 2015, Review of Economic Studies 82(1), equations 8 to 12
 * @throws VisavisError BadInput for a shock that is not a number; never for one that does not converge, which the answer says
 */
export function inputEquilibrium(
  linked: LinkedShares,
  elasticity: Float64Array,
  shock: Shock,
  options: SolveOptions & { readonly transfers?: Float64Array } = {},
): InputEquilibrium {
  const system = new InputSystem(
    linked,
    elasticity,
    shock,
    options.transfers ?? netTransfers(linked.base, options.deficits ?? 'additive', shock),
  )
  const point = system.start(options.start)
  const convergence = solveFixedPoint(point, (from, next) => system.step(from, next), options)
  return { ...convergence, ...system.result(point) }
}

/** The equations of one shock. A point holds log wages (n), log prices (n · m) and log spending relative to the table (n · m). */
class InputSystem {
  private readonly linked: LinkedShares
  private readonly elasticity: Float64Array
  private readonly shocked: ShockedShares
  private readonly transfers: Float64Array
  private readonly cost: Float64Array
  private readonly power: Float64Array
  private readonly price: Float64Array
  private readonly spent: Float64Array
  private readonly sold: Float64Array
  private readonly revenue: Float64Array
  private readonly scaled: Float64Array
  private readonly length: Float64Array

  constructor(linked: LinkedShares, elasticity: Float64Array, shock: Shock, transfers: Float64Array) {
    const { n, sectors: m } = linked.base
    this.linked = linked
    this.elasticity = elasticity
    this.shocked = shockedShares(linked.base, elasticity, shock)
    this.transfers = transfers
    this.cost = new Float64Array(n * m)
    this.power = new Float64Array(n * m)
    this.price = new Float64Array(n * m)
    this.spent = new Float64Array(n * m)
    this.sold = new Float64Array(n * m)
    this.revenue = new Float64Array(n)
    this.scaled = new Float64Array(n)
    this.length = new Float64Array(n).fill(0.3)
  }

  start(logWage?: Float64Array): Float64Array {
    const { n, sectors: m } = this.linked.base
    const point = new Float64Array(n + 2 * n * m)
    if (logWage !== undefined) point.set(logWage)
    return point
  }

  /** One step of all unknowns; returns the largest difference between the two sides of an equation, as a share. */
  step(point: Float64Array, next: Float64Array): number {
    const { base, labourShares, earned } = this.linked
    const { n, sectors: m } = base
    this.normalise(point)
    this.setCosts(point)
    this.setPrices()
    const worstPrice = this.nextPrices(point, next)
    for (let at = 0; at < n * m; at++) this.spent[at] = base.spent[at]! * Math.exp(point[n + n * m + at]!)
    this.setSales()
    const worstSpent = this.nextSpent(point, next)
    let worst = Math.max(worstPrice, worstSpent)
    for (let j = 0; j < n; j++) {
      let paid = 0
      for (let s = 0; s < m; s++) paid += labourShares[j * m + s]! * this.sold[j * m + s]!
      const ratio = paid / (Math.exp(point[j]!) * earned[j]!)
      if (!(Math.abs(ratio - 1) <= worst)) worst = Math.abs(ratio - 1)
      next[j] = point[j]! + this.length[j]! * Math.log(ratio)
    }
    return worst
  }

  private normalise(point: Float64Array): void {
    const { earned } = this.linked
    let [before, after] = [0, 0]
    for (let j = 0; j < earned.length; j++) {
      before += earned[j]!
      after += Math.exp(point[j]!) * earned[j]!
    }
    const shift = Math.log(before / after)
    for (let j = 0; j < earned.length; j++) point[j] = point[j]! + shift
  }

  /** Logarithm of the cost of each sector from log wages and log prices. */
  private setCosts(point: Float64Array): void {
    const { base, links, labourShares } = this.linked
    const { n, sectors: m } = base
    for (let j = 0; j < n; j++)
      for (let k = 0; k < m; k++) {
        let log = labourShares[j * m + k]! * point[j]!
        const row = (j * m + k) * m
        for (let s = 0; s < m; s++) log += links.inputShares[row + s]! * point[n + j * m + s]!
        this.cost[j * m + k] = log - (this.shocked.logProductivity?.[j * m + k] ?? 0)
      }
  }

  private setPrices(): void {
    const { base } = this.linked
    const { n, sectors: m } = base
    const { scaled } = this
    for (let s = 0; s < m; s++) {
      scaled.fill(0)
      for (let i = 0; i < n; i++) {
        const strength = Math.exp(-this.elasticity[s]! * this.cost[i * m + s]!)
        this.power[i * m + s] = strength
        const row = (s * n + i) * n
        for (let j = 0; j < n; j++) scaled[j]! += strength * this.shocked.weights[row + j]!
      }
      for (let j = 0; j < n; j++) this.price[j * m + s] = scaled[j]!
    }
  }

  private nextPrices(point: Float64Array, next: Float64Array): number {
    const { base } = this.linked
    const { n, sectors: m } = base
    let worst = 0
    for (let at = 0; at < n * m; at++) {
      const log = base.spent[at]! > 0 ? -Math.log(this.price[at]!) / this.elasticity[at % m]! : 0
      next[n + at] = log
      const gap = Math.abs(log - point[n + at]!)
      if (!(gap <= worst)) worst = gap
    }
    return worst
  }

  /** What each sector sells, and what each economy gets from tariffs. */
  private setSales(): void {
    const { base } = this.linked
    const { n, sectors: m } = base
    const cells = this.shocked.received ?? this.shocked.weights
    this.sold.fill(0)
    this.revenue.fill(0)
    for (let s = 0; s < m; s++) {
      for (let j = 0; j < n; j++) this.scaled[j] = this.spent[j * m + s]! > 0 ? this.spent[j * m + s]! / this.price[j * m + s]! : 0
      for (let i = 0; i < n; i++) {
        const row = (s * n + i) * n
        const strength = this.power[i * m + s]!
        let sum = 0
        for (let j = 0; j < n; j++) {
          const flow = cells[row + j]! * this.scaled[j]!
          sum += flow
          this.revenue[j]! -= strength * flow
        }
        this.sold[i * m + s] = strength * sum
      }
    }
    for (let j = 0; j < n; j++) for (let s = 0; s < m; s++) this.revenue[j]! += this.spent[j * m + s]!
  }

  private nextSpent(point: Float64Array, next: Float64Array): number {
    const { base, links } = this.linked
    const { n, sectors: m } = base
    const wanted = new Float64Array(m)
    let worst = 0
    for (let j = 0; j < n; j++) {
      const income = this.incomeOf(j, point)
      for (let s = 0; s < m; s++) wanted[s] = links.finalShares[j * m + s]! * income
      for (let k = 0; k < m; k++) {
        const made = this.sold[j * m + k]!
        const row = (j * m + k) * m
        for (let s = 0; s < m; s++) wanted[s]! += links.inputShares[row + s]! * made
      }
      for (let s = 0; s < m; s++) {
        const at = j * m + s
        const ratio = base.spent[at]! > 0 ? wanted[s]! / this.spent[at]! : 1
        if (!(Math.abs(ratio - 1) <= worst)) worst = Math.abs(ratio - 1)
        next[n + n * m + at] = point[n + n * m + at]! + Math.log(ratio)
      }
    }
    return worst
  }

  private incomeOf(j: number, point: Float64Array): number {
    const revenue = this.shocked.received === undefined ? 0 : this.revenue[j]!
    return Math.exp(point[j]!) * this.linked.earned[j]! + revenue + this.transfers[j]!
  }

  result(point: Float64Array): Omit<InputEquilibrium, keyof Convergence> {
    this.step(point, new Float64Array(point.length))
    const { base, links, earned } = this.linked
    const { n, sectors: m } = base
    const consumed = links.consumedShares ?? links.finalShares
    const price = point.slice(n, n + n * m).map(Math.exp)
    const priceIndex = new Float64Array(n)
    for (let j = 0; j < n; j++) {
      let log = 0
      for (let s = 0; s < m; s++) if (consumed[j * m + s]! > 0) log += consumed[j * m + s]! * point[n + j * m + s]!
      priceIndex[j] = Math.exp(log)
    }
    const income = Float64Array.from({ length: n }, (_, j) => this.incomeOf(j, point))
    const before = base.deficit.map((deficit, j) => earned[j]! + base.revenue[j]! + deficit)
    return {
      wage: point.slice(0, n).map(Math.exp),
      cost: this.cost.map(Math.exp),
      price,
      priceIndex,
      welfare: income.map((value, j) => value / before[j]! / priceIndex[j]!),
      income,
      spent: Float64Array.from(this.spent),
      flows: this.flows(),
    }
  }

  private flows(): Float64Array {
    const { n, sectors: m } = this.linked.base
    const cells = this.shocked.received ?? this.shocked.weights
    const flows = new Float64Array(cells.length)
    for (let s = 0, cell = 0; s < m; s++)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++, cell++)
          if (cells[cell]! > 0) flows[cell] = (cells[cell]! * this.power[i * m + s]! * this.spent[j * m + s]!) / this.price[j * m + s]!
    return flows
  }
}
