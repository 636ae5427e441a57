import { VisavisError } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { everyProductLike, type GoodsList } from '../goods/goods-list.ts'
import { type ProductAmounts, type ProductHoldings, productAmounts, productHoldings } from '../panels/product-amounts.ts'
import { type YearlyExports, yearlyExports } from '../panels/yearly-exports.ts'
import { firstTreatedYear, type MonthWindow, monthWindow } from '../windows/month-window.ts'
import { backgroundOf, placeboStates, type YearPairs } from './background.ts'
import { growthByProduct, type ProductTests, type TestDesign, testProducts } from './hub-products.ts'
import { type HubTest, testHubs } from './hub-sums.ts'
import type { RoutesFigures, RoutesRequest } from './routes-figures.ts'
import { usualControls, usualHubs } from './usual-hubs.ts'

/** Everything that the parts of an answer rest on. */
export interface RoutesBasis extends RoutesFigures {
  /** Each hub of which the data have something, as a whole. */
  readonly hubTests: ReadonlyMap<string, HubTest>
  readonly tests: ProductTests | undefined
}

/** The false-discovery rate at which a product or hub counts as found. */
export const findingRate = 0.1
/** Without products, the past is the mean of so many years. */
const yearsBefore = 5

/** Returns the common name of a state. */
export const commonNameOf = (iso3: string): string => stateOf(iso3)?.name ?? iso3

/**
 * Gathers what an answer rests on.
 *
 * @throws NoCoverage, Usage: see `routes`
 */
export async function basisOf(request: RoutesRequest, snapshot: Snapshot): Promise<RoutesBasis> {
  const { until = '9999-12' } = request
  const [yearlyOfAll, holdings] = await Promise.all([yearlyExports(snapshot), productHoldings(snapshot, request.goods)])
  if (yearlyOfAll === undefined) {
    throw new VisavisError('NoCoverage', 'the record has no exports of the EU by partner and year, which every answer on routes rests on', {
      hint: 'use the bundled record, or visavis add comext FILE...',
    })
  }
  const yearly = upTo(yearlyOfAll, Number(until.slice(0, 4)))
  const months = holdings?.months.filter((month) => month <= until) ?? []
  const window = holdings?.partners.includes(request.target) === true ? monthWindow(months, request.since) : undefined
  const years = window === undefined ? yearPairs(yearly, request) : monthYears(window, yearly)
  const asked = request.hubs ?? usualHubs(request.target)
  const excluded = [request.target, ...(asked ?? []), ...(usualHubs(request.target) ?? [])]
  const controls = (request.controls ?? usualControls).filter((control) => !excluded.includes(control))
  const donors = await placeboStates(snapshot, yearly, excluded, `${request.since}-01`)
  // of a target for which no hubs are known, every state is one, and each is held against the others
  const hubs = (asked ?? donors).filter((hub) => hub !== request.target)
  checkParties(request, [...hubs, ...controls], yearly, holdings)
  const background = backgroundOf(yearly, donors, controls, years)
  const earlier = { pre: years.pre.map((year) => year - 1), post: years.post.map((year) => year - 1) }
  const placeboGrowth = window?.placeboPre === undefined ? Number.NaN : backgroundOf(yearly, donors, controls, earlier).growth
  const amounts = async (list: GoodsList): Promise<readonly ProductAmounts[]> =>
    window === undefined ? [] : productAmounts(snapshot, list, window, request.target, holdings!.isBundled)
  const [products, every] = await Promise.all([amounts(request.goods), amounts(everyProductLike(request.goods))])
  const parts = { request, snapshot, yearly, holdings, window, years, hubs, controls, donors, background, placeboGrowth, products }
  const design = designOf(parts)
  const figures = { ...parts, growthOf: growthByProduct(every, design, 'post') }
  const hubTests = testHubs(figures)
  const hubP = new Map([...hubTests].map(([hub, { test }]) => [hub, test.p]))
  return { ...figures, hubTests, tests: window === undefined ? undefined : testProducts(products, every, { ...design, hubP }) }
}

function upTo(yearly: YearlyExports, last: number): YearlyExports {
  const years = yearly.years.filter((year) => year <= last)
  return years.length === yearly.years.length ? yearly : { ...yearly, years }
}

/** Returns how products are tested. */
export function designOf(basis: Omit<RoutesFigures, 'growthOf'>): Omit<TestDesign, 'hubP'> {
  const { request, holdings, hubs, background, placeboGrowth, window } = basis
  return {
    target: request.target,
    hubs: hubs.filter((hub) => holdings?.partners.includes(hub) === true),
    controls: controlsByProduct(basis),
    ...{ growth: background.growth, placeboGrowth, hasDates: window?.placeboPre !== undefined && Number.isFinite(placeboGrowth) },
    rate: findingRate,
  }
}

/** Returns the controls that the product data have. */
export function controlsByProduct({ controls, holdings, window }: Omit<RoutesFigures, 'growthOf'>): string[] {
  return window === undefined ? [] : controls.filter((control) => holdings!.partners.includes(control))
}

/** Without products: full years from the date's year on, against the five years before. */
function yearPairs({ years }: YearlyExports, { since, target }: RoutesRequest): YearPairs {
  const from = firstTreatedYear(since)
  const [pre, post] = [years.filter((year) => year < from).slice(-yearsBefore), years.filter((year) => year >= from)]
  if (pre.length > 0 && post.length > 0) return { pre, post }
  throw new VisavisError(
    'NoCoverage',
    `the record has exports to ${target} by year from ${years[0]} to ${years.at(-1)}, none on both sides of ${since}`,
    {
      hint: `visavis routes ${target} --since ${years.at(-1)}-01`,
    },
  )
}

/** With products: for each month that is compared, the year in which it lies, as far as the yearly figures reach. */
function monthYears({ pre, post }: MonthWindow, { years }: YearlyExports): YearPairs {
  const pairs = post.map((month, i) => [Number(pre[i]!.slice(0, 4)), Number(month.slice(0, 4))] as const)
  const known = pairs.filter((pair) => pair.every((year) => years.includes(year)))
  return { pre: known.map(([year]) => year), post: known.map(([, year]) => year) }
}

function checkParties(
  { target, hubs = [], controls = [] }: RoutesRequest,
  all: readonly string[],
  yearly: YearlyExports,
  holdings?: ProductHoldings,
): void {
  if ([...hubs, ...controls].includes(target)) throw new VisavisError('Usage', `${target} is the target, so it is neither hub nor control`)
  const twice = hubs.find((hub) => controls.includes(hub))
  if (twice !== undefined) throw new VisavisError('Usage', `${twice} is named as hub and as control; a hub is measured against others`)
  const unknown = all.find((one) => !yearly.partners.has(one) && holdings?.partners.includes(one) !== true)
  if (unknown !== undefined) throw new VisavisError('NoCoverage', `the record has no exports of the EU to ${commonNameOf(unknown)}`)
}
