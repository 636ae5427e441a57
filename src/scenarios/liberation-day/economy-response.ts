import type { BaseYear } from './calibration.ts'

/** What the revenue of tariffs is used for: a lower income tax, which raises labour supply, or equal payments to all. */
export type Rebate = 'income-tax' | 'lump-sum'

export interface ModelParameters {
  /** Elasticity of trade to costs (epsilon). */
  readonly elasticity: number
  /** Elasticity of employment to the real wage after tax (kappa). */
  readonly labourElasticity: number
  /** Elasticity of productivity to employment (psi). */
  readonly scaleElasticity: number
  readonly rebate: Rebate
}

/**
 * How one economy answers to its unit cost, its average tariff, the prices of what it buys and world income: employment from labour supply, spending from income,
 * revenue and transfers. Logarithms are of changes, 0 in the base year.
 */
export interface EconomyResponse {
  readonly logEmployment: number
  /** Income of factors, in the unit of the base year. */
  readonly income: number
  /** Spending with tariffs, in the unit of the base year. */
  readonly spending: number
  readonly logPrice: number
  /** Derivatives of the logarithms of spending, income and price by the four causes. */
  readonly ofSpending: Derivatives
  readonly ofIncome: Derivatives
  readonly ofPrice: Derivatives
}

/** By the logarithm of unit cost, the average tariff, the logarithm of the price of what is bought (before entry), and world income. */
export interface Derivatives {
  readonly cost: number
  readonly tariff: number
  readonly bought: number
  readonly world: number
}

/** What an economy answers to. */
export interface Causes {
  /** Logarithm of the change of unit cost: of the wage over employment to the power psi. */
  readonly cost: number
  /** Tariffs as a share of spending. */
  readonly tariff: number
  /** Logarithm of the change of the price index of what is bought, before entry and exit of sellers. */
  readonly bought: number
  /** World income over that of the base year. */
  readonly world: number
}

/**
 * Solves the labour market of one economy, an equation in the logarithm of employment, by Newton's method.
 *
 * @param start   logarithm of employment from which to start
 * @returns       undefined if no employment was found at which spending and wages after tax are positive
 */
export function economyResponse(
  base: BaseYear,
  i: number,
  causes: Causes,
  parameters: ModelParameters,
  start: number,
): EconomyResponse | undefined {
  let logEmployment = start
  for (let step = 0; step < 60; step++) {
    const state = labourMarket(base, i, causes, parameters, logEmployment)
    if (state === undefined) {
      if (logEmployment === 0) return undefined
      logEmployment = Math.abs(logEmployment) < 1e-6 ? 0 : logEmployment / 2
      continue
    }
    const change = state.excess / state.slope.employment
    if (!Number.isFinite(change)) return undefined
    if (Math.abs(change) < 1e-14 * (1 + Math.abs(logEmployment)) || step > 30) return withDerivatives(state, parameters)
    logEmployment -= Math.max(-0.5, Math.min(0.5, change))
  }
  return undefined
}

interface LabourMarket {
  readonly logEmployment: number
  readonly income: number
  readonly spending: number
  readonly logPrice: number
  /** Logarithm of employment minus the logarithm of labour supply. */
  readonly excess: number
  readonly slope: Partials
  readonly spendingSlope: Partials
  readonly priceSlope: Partials
}

/** Derivatives with employment held as a fifth cause. */
interface Partials extends Derivatives {
  readonly employment: number
}

function labourMarket(
  base: BaseYear,
  i: number,
  { cost, tariff, bought, world }: Causes,
  { labourElasticity: kappa, scaleElasticity: psi, rebate }: ModelParameters,
  logEmployment: number,
): LabourMarket | undefined {
  const logWage = cost + psi * logEmployment
  const income = base.income[i]! * Math.exp(logWage + logEmployment)
  const net = income + base.transfer[i]! * world // spending after tariffs
  const spending = net / (1 - tariff)
  const taxRelief = rebate === 'income-tax' ? (tariff * spending) / income : 0
  if (!(spending > 0 && taxRelief < 1)) return undefined
  const entry = 1 - base.tariffResponse[i]!
  const logPrice = entry * (Math.log(spending / base.spending[i]!) - logWage) + bought
  const ofSpending: Partials = {
    cost: income / net,
    tariff: 1 / (1 - tariff),
    bought: 0,
    world: base.transfer[i]! / net,
    employment: ((1 + psi) * income) / net,
  }
  const relief = taxRelief / (1 - taxRelief)
  const byTariff = rebate === 'income-tax' ? spending / income / (1 - taxRelief) : 0
  const ofPrice: Partials = {
    cost: entry * (ofSpending.cost - 1),
    tariff: entry * ofSpending.tariff,
    bought: 1,
    world: entry * ofSpending.world,
    employment: entry * (ofSpending.employment - psi),
  }
  return {
    logEmployment,
    income,
    spending,
    logPrice,
    excess: logEmployment - kappa * (logWage - logPrice - Math.log1p(-taxRelief)),
    slope: {
      cost: -kappa * (relief * (ofSpending.cost - 1) + 1 - ofPrice.cost),
      tariff: -kappa * (byTariff + relief * ofSpending.tariff - ofPrice.tariff),
      bought: kappa,
      world: -kappa * (relief * ofSpending.world - ofPrice.world),
      employment: 1 - kappa * (relief * (ofSpending.employment - 1 - psi) + psi - ofPrice.employment),
    },
    spendingSlope: ofSpending,
    priceSlope: ofPrice,
  }
}

/** Total derivatives: employment follows the four causes so that the labour market stays in balance. */
function withDerivatives(state: LabourMarket, { scaleElasticity: psi }: ModelParameters): EconomyResponse {
  const follow = (cause: keyof Derivatives) => -state.slope[cause] / state.slope.employment
  const total = (partials: Partials, cause: keyof Derivatives) => partials[cause] + partials.employment * follow(cause)
  const all = (partials: Partials): Derivatives => ({
    cost: total(partials, 'cost'),
    tariff: total(partials, 'tariff'),
    bought: total(partials, 'bought'),
    world: total(partials, 'world'),
  })
  const { logEmployment, income, spending, logPrice } = state
  const incomeSlope = { cost: 1, tariff: 0, bought: 0, world: 0, employment: 1 + psi }
  return {
    ...{ logEmployment, income, spending, logPrice },
    ofSpending: all(state.spendingSlope),
    ofIncome: all(incomeSlope),
    ofPrice: all(state.priceSlope),
  }
}
