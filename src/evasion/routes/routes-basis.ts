import { VisavisError } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { everyProductLike, type GoodsList } from '../goods/goods-list.ts'
import { type ProductAmounts, type ProductHoldings, productAmounts, productHoldings } from '../panels/product-amounts.ts'
import { type YearlyExports, yearlyExports } from '../panels/yearly-exports.ts'
import { firstTreatedYear, type MonthWindow, monthWindow } from '../windows/month-window.ts'
import { type Background, backgroundOf, placeboStates, type YearPairs } from './background.ts'
import { type ProductTests, type TestDesign, testProducts } from './hub-products.ts'
import { usualControls, usualHubs } from './usual-hubs.ts'

/** What a person asks; without a date it follows from the record. */
export type RoutesQuestion = Omit<RoutesRequest, 'since'> & { readonly since?: string | undefined }

export interface RoutesRequest {
  /** ISO3 of the state under sanctions. */
  readonly target: string
  readonly goods: GoodsList
  /** ISO3 of the hubs; undefined: the usual ones of the target. */
  readonly hubs?: readonly string[] | undefined
  readonly controls?: readonly string[] | undefined
  /** First treated month, `2022-03`. */
  readonly since: string
  /** Last month that is looked at; undefined: the last of the data. */
  readonly until?: string | undefined
  /** Most products in the answer. */
  readonly limit?: number | undefined
}

/** Everything that the parts of an answer rest on. */
export interface RoutesBasis {
  readonly request: RoutesRequest
  readonly snapshot: Snapshot
  readonly yearly: YearlyExports
  readonly holdings: ProductHoldings | undefined
  /** Undefined if the answer is on all goods by year. */
  readonly window: MonthWindow | undefined
  readonly years: YearPairs
  readonly hubs: readonly string[]
  readonly controls: readonly string[]
  readonly donors: readonly string[]
  readonly background: Background
  readonly placeboGrowth: number
  readonly products: readonly ProductAmounts[]
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
  const [every, holdings] = await Promise.all([yearlyExports(snapshot), productHoldings(snapshot, request.goods)])
  if (every === undefined) {
    throw new VisavisError('NoCoverage', 'the record has no exports of the EU by partner and year, which every answer on routes rests on', {
      hint: 'use the bundled record, or visavis add comext FILE...',
    })
  }
  const yearly = upTo(every, Number(until.slice(0, 4)))
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
  const basis = { request, snapshot, yearly, holdings, window, years, hubs, controls, donors, background, placeboGrowth }
  const products = window === undefined ? [] : await productAmounts(snapshot, request.goods, window, request.target, holdings!.isBundled)
  const like =
    window === undefined ? [] : await productAmounts(snapshot, everyProductLike(request.goods), window, request.target, holdings!.isBundled)
  const tests = window === undefined ? undefined : testProducts(products, like, designOf({ ...basis, products, tests: undefined }))
  return { ...basis, products, tests }
}

function upTo(yearly: YearlyExports, last: number): YearlyExports {
  const years = yearly.years.filter((year) => year <= last)
  return years.length === yearly.years.length ? yearly : { ...yearly, years }
}

function designOf(basis: RoutesBasis): TestDesign {
  const { request, holdings, hubs, background, placeboGrowth, window } = basis
  return {
    target: request.target,
    hubs: hubs.filter((hub) => holdings!.partners.includes(hub)),
    controls: controlsByProduct(basis),
    ...{ growth: background.growth, placeboGrowth, hasDates: window?.placeboPre !== undefined && Number.isFinite(placeboGrowth) },
    rate: findingRate,
  }
}

/** Returns the controls that the product data have. */
export function controlsByProduct({ controls, holdings, window }: RoutesBasis): string[] {
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
