import type { BaseYear } from './calibration.ts'
import type { ModelParameters } from './economy-response.ts'
import type { TariffEquilibrium } from './tariff-equilibrium.ts'

/** What the tariffs do to one economy. Changes are percent of the base year. */
export interface TariffOutcome {
  readonly iso3: string
  /** Equivalent variation: percent of spending that would do the same. Null if little spending is left after exports, so that the data contradict the model. */
  readonly welfare: number | null
  /** Change of the trade deficit over its size in the base year; null if trade was balanced. */
  readonly deficit: number | null
  /** Change of exports over income. */
  readonly exportsGdp: number
  /** Change of imports over income. */
  readonly importsGdp: number
  readonly employment: number
  /** Consumer prices. */
  readonly prices: number
  /** Tariff revenue as a share of spending in the base year. */
  readonly revenue: number
}

/** Returns what changed from the base year to the equilibrium, for every economy in the order of the inputs. */
export function outcomes(base: BaseYear, after: TariffEquilibrium, parameters: ModelParameters): TariffOutcome[] {
  const before = flows(base.share.map((share, at) => share * base.spending[Math.floor(at / base.iso3.length)]!))
  const now = flows(after.sales)
  const percent = (ratio: number) => 100 * (ratio - 1)
  return base.iso3.map((iso3, i) => {
    const { income, spending, logPrice, logEmployment } = after.economies[i]!
    const revenue = spending - (income + base.transfer[i]! * worldIncome(base, after))
    const deficit = before.deficit[i]!
    const perIncome = (which: 'exports' | 'imports') => now[which][i]! / income / (before[which][i]! / base.income[i]!)
    return {
      iso3,
      welfare: welfareChange(base, i, { income, spending, logPrice, revenue }, parameters),
      deficit: deficit === 0 ? null : (100 * (now.deficit[i]! - deficit)) / Math.abs(deficit),
      exportsGdp: percent(perIncome('exports')),
      importsGdp: percent(perIncome('imports')),
      employment: 100 * Math.expm1(logEmployment),
      prices: 100 * Math.expm1(logPrice),
      revenue: revenue / base.spending[i]!,
    }
  })
}

interface EconomyAfter {
  readonly income: number
  readonly spending: number
  readonly logPrice: number
  readonly revenue: number
}

/**
 * Below this share of spending, what is left after the disutility of work is a small difference of two large figures. All 194 economies of the paper are above
 * 0.39; Nauru, whose exports on record exceed its GDP, has 0.05.
 */
const leastNet = 0.2

/** Percent change of real spending less the disutility of work, which grows with real income of factors. */
function welfareChange(
  base: BaseYear,
  i: number,
  after: EconomyAfter,
  { labourElasticity: kappa, rebate }: ModelParameters,
): number | null {
  const taxRelief = rebate === 'income-tax' ? after.revenue / after.income : 0
  const [spending, income] = [base.spending[i]!, base.income[i]!]
  const net = spending - (kappa * (1 - taxRelief) * income) / (1 + kappa)
  if (net < leastNet * spending) return null
  const weight = spending / net
  return 100 * ((weight * (after.spending / spending) + (1 - weight) * (after.income / income)) / Math.exp(after.logPrice) - 1)
}

function worldIncome(base: BaseYear, after: TariffEquilibrium): number {
  const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0)
  return sum(after.economies.map(({ income }) => income)) / sum(base.income)
}

/** Exports, imports and deficit of each economy, from sales with one row for each importer. */
function flows(sales: Float64Array) {
  const n = Math.sqrt(sales.length)
  const [exports, imports] = [new Float64Array(n), new Float64Array(n)]
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (j === i) continue
      imports[i] = imports[i]! + sales[i * n + j]!
      exports[j] = exports[j]! + sales[i * n + j]!
    }
  }
  return { exports, imports, deficit: imports.map((value, i) => value - exports[i]!) }
}
