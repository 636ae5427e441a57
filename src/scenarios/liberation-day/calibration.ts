import { checkInputs, type TradeInputs } from './trade-inputs.ts'

/** Which variant of the model: with a local part in the price of each sale, or the one of Eaton and Kortum, in which that part is zero. */
export type ModelVariant = 'wedge' | 'eaton-kortum'

/** An economy's base year as the model sees it; n is the number of economies. */
export interface BaseYear {
  readonly iso3: readonly string[]
  /** Position of the United States. */
  readonly usa: number
  /** n x n, one row for each importer: the share of its spending that goes to each exporter, itself included. */
  readonly share: Float64Array
  /** Spending. */
  readonly spending: Float64Array
  /** Income of factors. */
  readonly income: Float64Array
  /** Spending minus income: what the rest of the world lends or gives. They sum to zero. */
  readonly transfer: Float64Array
  /** The part of each sale that is paid to factors of the buyer's country (nu). */
  readonly localPart: Float64Array
  /** How strongly trade falls with a tariff, as a multiple of the trade elasticity (phi). */
  readonly tariffResponse: Float64Array
}

/** Elasticity of trade to costs at which the model is calibrated, and the scale of its returns (the paper's 0.67 = elasticity x psi). */
const calibratedElasticity = 4
const scaleProduct = 0.67

/** Productivity rises with employment to this power (psi). */
export const scaleElasticity: number = scaleProduct / calibratedElasticity

/** Employment rises with the real wage after tax to this power (kappa). */
export const labourElasticity = 0.5

/** Share of local distribution in final spending: in the United States, and elsewhere. */
const localShareOfSpending = { usa: 0.26, others: 0.12 }

/**
 * Fits the model to a base year. Sales at home are what spending leaves after imports; an economy that imports more than it spends has none, and its spending
 * is then its imports.
 *
 * @throws VisavisError BadInput if the inputs cannot be used
 * @see Ignatenko, Lashkaripour, Macedoni & Simonovska 2025, Journal of International Economics 157, 104138
 */
export function calibrate(inputs: TradeInputs, variant: ModelVariant = 'wedge'): BaseYear {
  checkInputs(inputs)
  const n = inputs.iso3.length
  const usa = inputs.iso3.indexOf('USA')
  const calibrated = localParts(inputs, usa)
  const sales = salesWithHome(inputs, calibrated)
  const localPart = variant === 'wedge' ? calibrated : new Float64Array(n)
  const spending = new Float64Array(n)
  const income = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      spending[i] = spending[i]! + sales[i * n + j]!
      income[j] = income[j]! + (1 - localPart[i]!) * sales[i * n + j]!
    }
  }
  for (let i = 0; i < n; i++) income[i] = income[i]! + localPart[i]! * spending[i]!
  return {
    iso3: inputs.iso3,
    usa,
    share: sales.map((value, at) => value / spending[Math.floor(at / n)]!),
    spending,
    income,
    transfer: spending.map((value, i) => value - income[i]!),
    localPart,
    tariffResponse: localPart.map(tariffResponse),
  }
}

/** phi: 1 without a local part; above it, a tariff on the border price also drives out sellers, whose fixed costs are paid in the buyer's country. */
function tariffResponse(localPart: number): number {
  const theta = calibratedElasticity / scaleProduct
  return (1 + theta) / ((1 - localPart) * theta) - 1 / theta
}

/** Sales by importer (row) and exporter, with sales at home. */
function salesWithHome({ iso3, trade, gdp }: TradeInputs, localPart: Float64Array): Float64Array {
  const n = iso3.length
  const sales = new Float64Array(n * n)
  const imports = new Float64Array(n)
  const received = new Float64Array(n) // by exporters, after the buyers' local part
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (j === i) continue
      const value = trade[j * n + i]!
      sales[i * n + j] = value
      imports[i] = imports[i]! + value
      received[j] = received[j]! + (1 - localPart[i]!) * value
    }
  }
  for (let i = 0; i < n; i++) {
    const spending = gdp[i]! + (1 - localPart[i]!) * (imports[i]! - received[i]!)
    sales[i * n + i] = Math.max(0, spending - imports[i]!)
  }
  return sales
}

/**
 * Solves for the local part of the United States and of all others, so that the local part of what each side spends, on goods of its own and of the other side,
 * has the published share. Each step solves two linear equations; the shares of own goods barely depend on the solution, so few steps are needed.
 */
function localParts(inputs: TradeInputs, usa: number): Float64Array {
  const { fromUsa, toUsa, gdpUsa, gdpOthers, withinOthers } = twoSides(inputs, usa)
  let [others, us] = [localShareOfSpending.others, localShareOfSpending.usa]
  for (let step = 0; step < 200; step++) {
    const receivedOthers = (1 - others) * withinOthers + (1 - us) * toUsa
    const homeOthers = gdpOthers + (1 - others) * (withinOthers + fromUsa - receivedOthers) - fromUsa
    const homeUs = gdpUsa + (1 - us) * (toUsa - (1 - others) * fromUsa) - toUsa
    const ownOthers = homeOthers / (homeOthers + toUsa)
    const ownUs = homeUs / (homeUs + fromUsa)
    const determinant = ownOthers * ownUs - (1 - ownOthers) * (1 - ownUs)
    const next = (ownUs * localShareOfSpending.others - (1 - ownOthers) * localShareOfSpending.usa) / determinant
    us = (ownOthers * localShareOfSpending.usa - (1 - ownUs) * localShareOfSpending.others) / determinant
    if (Math.abs(next - others) < 1e-16) break
    others = next
  }
  return Float64Array.from(inputs.iso3, (_, i) => Math.max(0, i === usa ? us : others))
}

/** Trade and GDP of the United States and of all others together. */
function twoSides({ iso3, trade, gdp }: TradeInputs, usa: number) {
  const n = iso3.length
  const sides = { fromUsa: 0, toUsa: 0, withinOthers: 0, gdpUsa: gdp[usa]!, gdpOthers: 0 }
  for (let j = 0; j < n; j++) {
    if (j !== usa) sides.gdpOthers += gdp[j]!
    for (let i = 0; i < n; i++) {
      if (i === j) continue
      const side = j === usa ? 'fromUsa' : i === usa ? 'toUsa' : 'withinOthers'
      sides[side] += trade[j * n + i]!
    }
  }
  return sides
}
