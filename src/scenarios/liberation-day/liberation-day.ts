import { VisavisError } from '../../errors.ts'
import { type BaseYear, calibrate, labourElasticity, type ModelVariant, scaleElasticity } from './calibration.ts'
import type { ModelParameters, Rebate } from './economy-response.ts'
import { outcomes, type TariffOutcome } from './outcomes.ts'
import { type TariffEquilibrium, tariffEquilibrium } from './tariff-equilibrium.ts'
import { optimalUniformTariff, type Retaliation, tariffMatrix } from './tariff-policy.ts'
import type { TradeInputs } from './trade-inputs.ts'

export interface LiberationDayOptions {
  readonly retaliation?: Retaliation
  readonly rebate?: Rebate
  /** Elasticity of trade to costs; 4 unless given. */
  readonly elasticity?: number
  readonly model?: ModelVariant
  /** The US tariff: as announced (the inputs), the uniform one that the paper derives as best, or a uniform share (0.2 is 20 %). */
  readonly tariff?: 'announced' | 'optimal' | number
  /** Solves a second time from another start, and reports whether the solution is the same. */
  readonly secondStart?: boolean
}

export interface LiberationDayAnswer {
  readonly economies: readonly TariffOutcome[]
  /** The US tariff where it is uniform, as a share; null for the announced ones. */
  readonly uniformTariff: number | null
  /** Least and greatest tariff on US goods; null without retaliation. */
  readonly retaliation: { readonly least: number; readonly greatest: number } | null
  /** Percent change of world trade over world income, and of world employment weighted by income. */
  readonly world: { readonly trade: number; readonly employment: number }
  readonly converged: boolean
  /** Largest imbalance of a market as a share of the economy's income. */
  readonly residual: number
  /** Newton steps. */
  readonly steps: number
  /** Whether a second start led to the same solution; null if none was made. */
  readonly sameFromSecondStart: boolean | null
}

/**
 * Answers what US tariffs on all economies do to each of them, in the model of Ignatenko, Lashkaripour, Macedoni and Simonovska (2025): one sector, labour that
 * follows the real wage after tax, a part of each sale paid in the buyer's country, deficits fixed as shares of world income, and revenue that lowers the income
 * tax or is paid out.
 *
 * @throws VisavisError BadInput if the inputs cannot be used, or if no equilibrium was found: then the message says up to which part of the tariffs there is one
 * @see Journal of International Economics 157 (2025), 104138
 */
export function liberationDay(inputs: TradeInputs, options: LiberationDayOptions = {}): LiberationDayAnswer {
  const { retaliation = 'none', rebate = 'income-tax', elasticity = 4, tariff = 'announced' } = options
  const base = calibrate(inputs, options.model)
  const parameters: ModelParameters = { elasticity, labourElasticity, scaleElasticity, rebate }
  const uniform = tariff === 'announced' ? null : tariff === 'optimal' ? optimalUniformTariff(base, elasticity, retaliation) : tariff
  const american = uniform === null ? inputs.tariffs : new Float64Array(base.iso3.length).fill(uniform)
  const tariffs = tariffMatrix(base, american, retaliation, elasticity)
  const after = tariffEquilibrium(base, tariffs, parameters)
  if (!after.converged) throw noEquilibrium(base, after)
  const economies = outcomes(base, after, parameters)
  return {
    economies,
    uniformTariff: uniform,
    retaliation: retaliation === 'none' ? null : tariffsOnUsa(base, tariffs),
    world: worldChanges(base, after, tariffs, economies),
    converged: true,
    residual: after.residual,
    steps: after.steps,
    sameFromSecondStart: options.secondStart === true ? sameAgain(base, tariffs, parameters, after) : null,
  }
}

/** Starts from costs up to a tenth away from those of the base year, in alternating directions. */
function sameAgain(base: BaseYear, tariffs: Float64Array, parameters: ModelParameters, first: TariffEquilibrium): boolean {
  const start = Float64Array.from({ length: base.iso3.length + 1 }, (_, i) => (i === base.iso3.length ? 0 : 0.1 * Math.cos(2 * i)))
  const second = tariffEquilibrium(base, tariffs, parameters, start)
  return second.converged && first.logCost.every((value, i) => Math.abs(value - second.logCost[i]!) < 1e-9)
}

function noEquilibrium(base: BaseYear, after: TariffEquilibrium): VisavisError {
  const spent = after.economies.map(({ spending }, i) => spending / base.spending[i]!)
  const least = spent.indexOf(Math.min(...spent))
  const part = Math.round(100 * after.reached)
  const why =
    after.economies.length === 0
      ? ''
      : ` It has one up to ${part} % of these tariffs (in logarithms); there ${base.iso3[least]} spends ${(100 * spent[least]!).toFixed(1)} % of what it did, as its payments abroad are fixed.`
  return new VisavisError('BadInput', `No equilibrium was found for these tariffs.${why}`, {
    hint: 'lower the tariff: visavis scenario liberation-day --tariff 50',
  })
}

function tariffsOnUsa(base: BaseYear, tariffs: Float64Array): { least: number; greatest: number } {
  const n = base.iso3.length
  const on = base.iso3.flatMap((_, i) => (i === base.usa ? [] : [tariffs[i * n + base.usa]!]))
  return { least: Math.min(...on), greatest: Math.max(...on) }
}

function worldChanges(base: BaseYear, after: TariffEquilibrium, tariffs: Float64Array, economies: readonly TariffOutcome[]) {
  const n = base.iso3.length
  let [before, now, incomeBefore, incomeNow, employment] = [0, 0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    incomeBefore += base.income[i]!
    incomeNow += after.economies[i]!.income
    employment += economies[i]!.employment * base.income[i]!
    for (let j = 0; j < n; j++) {
      if (i === j) continue
      before += base.share[i * n + j]! * base.spending[i]!
      now += after.sales[i * n + j]! * (1 + tariffs[i * n + j]!)
    }
  }
  return { trade: 100 * (now / before / (incomeNow / incomeBefore) - 1), employment: employment / incomeBefore }
}
