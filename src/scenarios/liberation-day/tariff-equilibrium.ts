import { addProduct, type FactoredMatrix, factorMatrix, solveFactored } from '../../numeric/linear-system.ts'
import type { BaseYear } from './calibration.ts'
import { type EconomyResponse, economyResponse, type ModelParameters } from './economy-response.ts'

/** The world after the tariffs. */
export interface TariffEquilibrium {
  /** n x n, one row for each importer: sales net of tariffs. */
  readonly sales: Float64Array
  readonly economies: readonly EconomyResponse[]
  /** Logarithm of the change of each economy's unit cost. */
  readonly logCost: Float64Array
  readonly converged: boolean
  /** Largest imbalance of a goods market as a share of the economy's income in the base year. */
  readonly residual: number
  readonly steps: number
  /** The part of the tariffs, in logarithms, for which this is the solution: 1 if it converged. */
  readonly reached: number
}

/** Below this imbalance a solution counts as exact: markets balance to the last digits of a number. */
const balanced = 1e-12
const mostSteps = 60

/** Derivatives are used again while a step with them lowers the imbalance by this factor: they cost a hundred times what a step costs. */
const wellChosen = 20

/**
 * Solves for the world in which all goods markets balance after new tariffs, by Newton's method with the exact derivatives. The unknowns are the unit costs of all
 * economies and world income; employment, spending and prices of an economy follow from these alone, so that the linear system has n + 1 equations and not 3n.
 * Prices are such that the mean of their changes, weighted by spending, is zero. A step that does not lower the imbalance is halved.
 *
 * @param base      a calibrated base year
 * @param tariffs   n x n, one row for each importer: additional tariffs on each exporter as shares
 * @param start     n + 1 numbers from which to start: logarithms of the changes of unit costs, and the change of world income
 */
export function tariffEquilibrium(
  base: BaseYear,
  tariffs: Float64Array,
  parameters: ModelParameters,
  start: Float64Array = new Float64Array(base.iso3.length + 1),
): TariffEquilibrium {
  const direct = newton(base, tariffs, parameters, start)
  return direct.converged ? direct : inStages(base, tariffs, parameters, direct)
}

/** For very high tariffs: raises them in stages, each solved from the one before. */
function inStages(base: BaseYear, tariffs: Float64Array, parameters: ModelParameters, direct: TariffEquilibrium): TariffEquilibrium {
  const unknowns = new Float64Array(base.iso3.length + 1)
  let [last, reached, stage, steps] = [direct, 0, 0.25, direct.steps]
  while (reached < 1 && stage > 0.01) {
    const aim = Math.min(1, reached + stage)
    const tried = newton(
      base,
      tariffs.map((t) => Math.expm1(aim * Math.log1p(t))),
      parameters,
      Float64Array.from(unknowns),
    )
    steps += tried.steps
    if (!tried.converged) {
      stage /= 2
      continue
    }
    unknowns.set(tried.logCost)
    unknowns[base.iso3.length] = worldOf(base, tried.economies) - 1
    reached = aim
    last = tried
  }
  return { ...last, steps, reached, converged: reached === 1, economies: reached > 0 ? last.economies : [] }
}

function newton(base: BaseYear, tariffs: Float64Array, parameters: ModelParameters, start: Float64Array): TariffEquilibrium {
  const trial = new Trial(base, tariffs, parameters)
  let unknowns = start
  let residual = trial.evaluate(unknowns)
  let slope: FactoredMatrix | undefined
  let steps = 0
  for (; steps < mostSteps && Number.isFinite(residual) && residual > 1e-15; steps++) {
    slope ??= factorMatrix(trial.jacobian(), base.iso3.length + 1)
    if (slope === undefined) break
    const found = shorten(trial, unknowns, solveFactored(slope, trial.opposite()), residual)
    if (found === undefined) {
      trial.evaluate(unknowns)
      break
    }
    if (found.residual > residual / wellChosen) slope = undefined
    unknowns = found.unknowns
    residual = found.residual
  }
  const { sales, economies } = trial
  const converged = residual < balanced
  return { sales, economies, logCost: unknowns.slice(0, base.iso3.length), converged, residual, steps, reached: converged ? 1 : 0 }
}

/** Takes the longest of the steps 1, 1/2, 1/4 ... that lowers the imbalance; undefined if none does. */
function shorten(trial: Trial, from: Float64Array, step: Float64Array, residual: number) {
  for (let length = 1; length > 1e-4; length /= 2) {
    const unknowns = from.map((value, i) => value + length * step[i]!)
    const next = trial.evaluate(unknowns)
    if (next < residual) return { unknowns, residual: next }
    if (residual < balanced) return undefined
  }
  return undefined
}

/** World income over that of the base year. */
function worldOf(base: BaseYear, economies: readonly EconomyResponse[]): number {
  return economies.reduce((sum, { income }) => sum + income, 0) / total(base.income)
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)

/** One evaluation of the equations at given unit costs and world income, and their derivatives there. */
class Trial {
  readonly share: Float64Array
  readonly sales: Float64Array
  economies: EconomyResponse[] = []
  private readonly n: number
  /** Tariff as a share of what the buyer pays. */
  private readonly paid: Float64Array
  /** Effect of the tariffs on trade, as a factor on each share. */
  private readonly barrier: Float64Array
  private readonly averageTariff: Float64Array
  private readonly imbalance: Float64Array
  private readonly base: BaseYear
  private readonly parameters: ModelParameters

  constructor(base: BaseYear, tariffs: Float64Array, parameters: ModelParameters) {
    this.base = base
    this.parameters = parameters
    this.n = base.iso3.length
    this.paid = tariffs.map((t) => t / (1 + t))
    this.barrier = base.share.map((share, at) => {
      const t = tariffs[at]!
      return t === 0 ? share : share * Math.exp(-parameters.elasticity * base.tariffResponse[Math.floor(at / this.n)]! * Math.log1p(t))
    })
    this.share = new Float64Array(this.n * this.n)
    this.sales = new Float64Array(this.n * this.n)
    this.averageTariff = new Float64Array(this.n)
    this.imbalance = new Float64Array(this.n + 1)
  }

  /** Evaluates the equations; returns the largest imbalance, or infinity where the economies have no balance of labour markets. */
  evaluate(unknowns: Float64Array): number {
    const { n, base, parameters } = this
    const factor = new Float64Array(n)
    for (let j = 0; j < n; j++) factor[j] = Math.exp(-parameters.elasticity * unknowns[j]!)
    const economies: EconomyResponse[] = []
    for (let i = 0; i < n; i++) {
      const sum = this.spread(i, factor)
      const causes = {
        cost: unknowns[i]!,
        tariff: this.averageTariff[i]!,
        bought: -Math.log(sum) / parameters.elasticity,
        world: 1 + unknowns[n]!,
      }
      const response = economyResponse(base, i, causes, parameters, this.economies[i]?.logEmployment ?? 0)
      if (response === undefined) return Number.POSITIVE_INFINITY
      economies.push(response)
    }
    this.economies = economies
    return this.balance(unknowns)
  }

  /** Shares of spending of one importer, and the tariffs that it pays on average. Returns the sum of the shares before they are scaled to one. */
  private spread(i: number, factor: Float64Array): number {
    const { n, barrier, share, paid } = this
    const row = i * n
    let sum = 0
    for (let j = 0; j < n; j++) {
      const value = barrier[row + j]! * factor[j]!
      share[row + j] = value
      sum += value
    }
    let tariff = 0
    for (let j = 0; j < n; j++) {
      share[row + j] = share[row + j]! / sum
      tariff += share[row + j]! * paid[row + j]!
    }
    this.averageTariff[i] = tariff
    return sum
  }

  private balance(unknowns: Float64Array): number {
    const { n, base, economies, sales, share, paid, imbalance } = this
    imbalance.fill(0)
    let prices = 0
    for (let i = 0; i < n; i++) {
      const { spending, income, logPrice } = economies[i]!
      const local = base.localPart[i]!
      const row = i * n
      let bought = 0
      for (let j = 0; j < n; j++) {
        const value = share[row + j]! * spending * (1 - paid[row + j]!)
        sales[row + j] = value
        bought += value
        imbalance[j] = imbalance[j]! + (1 - local) * value
      }
      imbalance[i] = imbalance[i]! + local * bought - income
      prices += base.spending[i]! * Math.expm1(logPrice)
    }
    for (let j = 0; j < n; j++) imbalance[j] = imbalance[j]! / base.income[j]!
    imbalance[n - 1] = prices / total(base.spending) // one market balances where all others do
    imbalance[n] = 1 + unknowns[n]! - worldOf(base, economies)
    return imbalance.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  }

  /** The imbalances with their signs changed, which a step should undo. */
  opposite(): Float64Array {
    return this.imbalance.map((value) => -value)
  }

  /** Derivatives of the imbalances by the unknowns, row by row. */
  jacobian(): Float64Array {
    const { n, base, economies } = this
    const width = n + 1
    const jacobian = new Float64Array(width * width)
    const [foreign, demand] = [new Float64Array(n * n), new Float64Array(n * n)]
    for (let i = 0; i < n; i++) this.demandSlope(i, foreign, demand)
    addProduct(foreign, demand, jacobian, n, width)
    for (let j = 0; j < n; j++) {
      let [ownCost, world] = [0, 0]
      for (let i = 0; i < n; i++) {
        const value = foreign[i * n + j]!
        ownCost += value
        jacobian[j * width + i] = jacobian[j * width + i]! + value * economies[i]!.ofSpending.cost
        world += value * economies[i]!.ofSpending.world
      }
      jacobian[j * width + j] = jacobian[j * width + j]! - this.parameters.elasticity * ownCost
      const income = (base.localPart[j]! - 1) * economies[j]!.income
      this.addOwn(jacobian, j * width, j, economies[j]!.ofIncome, income)
      jacobian[j * width + n] = world + income * economies[j]!.ofIncome.world + base.localPart[j]! * base.transfer[j]!
      for (let k = 0; k < width; k++) jacobian[j * width + k] = jacobian[j * width + k]! / base.income[j]!
    }
    this.closingRows(jacobian)
    return jacobian
  }

  /** How an importer's purchases from all exporters change with each cost through its spending and its price index, and the sales that are paid abroad. */
  private demandSlope(i: number, foreign: Float64Array, demand: Float64Array): void {
    const { n, share, paid, sales, base, averageTariff } = this
    const { elasticity } = this.parameters
    const { bought, tariff } = this.economies[i]!.ofSpending
    const row = i * n
    for (let k = 0; k < n; k++) {
      foreign[row + k] = (1 - base.localPart[i]!) * sales[row + k]!
      demand[row + k] = share[row + k]! * (elasticity + bought - elasticity * tariff * (paid[row + k]! - averageTariff[i]!))
    }
  }

  /** Adds the derivatives by all costs of a quantity of one economy, times `scale`, to a row. */
  private addOwn(jacobian: Float64Array, row: number, j: number, slope: EconomyResponse['ofIncome'], scale: number): void {
    const { n, share, paid, averageTariff } = this
    const { elasticity } = this.parameters
    for (let k = 0; k < n; k++) {
      const at = j * n + k
      const through = share[at]! * (slope.bought - elasticity * slope.tariff * (paid[at]! - averageTariff[j]!))
      jacobian[row + k] = jacobian[row + k]! + scale * through
    }
    jacobian[row + j] = jacobian[row + j]! + scale * slope.cost
  }

  /** The mean of price changes in place of the last market, and the definition of world income. */
  private closingRows(jacobian: Float64Array): void {
    const { n, base, economies } = this
    const width = n + 1
    const [prices, world] = [(n - 1) * width, n * width]
    jacobian.fill(0, prices)
    const [allSpending, allIncome] = [total(base.spending), total(base.income)]
    for (let i = 0; i < n; i++) {
      const { ofPrice, ofIncome, logPrice, income } = economies[i]!
      const price = (base.spending[i]! * Math.exp(logPrice)) / allSpending
      this.addOwn(jacobian, prices, i, ofPrice, price)
      jacobian[prices + n] = jacobian[prices + n]! + price * ofPrice.world
      this.addOwn(jacobian, world, i, ofIncome, -income / allIncome)
      jacobian[world + n] = jacobian[world + n]! - (income / allIncome) * ofIncome.world
    }
    jacobian[world + n] = jacobian[world + n]! + 1
  }
}
