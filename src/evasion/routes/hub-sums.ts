import { type GrowthTest, testAgainstStates } from './background.ts'
import { listSpread } from './list-spread.ts'
import type { RoutesFigures } from './routes-figures.ts'

/** Exports to one partner: all of them, and those that compare before and after with their counterfactual. */
export interface PartnerSums {
  readonly pre: number
  readonly post: number
  readonly comparable: { readonly pre: number; readonly post: number; readonly expected: number }
}

/** A hub as a whole: its sums, and their place among states of similar size that are no hubs. */
export interface HubTest {
  readonly sums: PartnerSums
  readonly test: GrowthTest
}

/** Tests each hub of which the data have something that compares. */
export function testHubs(figures: RoutesFigures): Map<string, HubTest> {
  const { hubs, background } = figures
  const spread = listSpread(figures)
  return new Map(
    hubs.flatMap((hub): [string, HubTest][] => {
      const sums = partnerSums(figures, hub)
      if (sums === undefined || sums.comparable.expected <= 0) return []
      const { post, expected } = sums.comparable
      return [[hub, { sums, test: testAgainstStates(background, post / expected, background.baseOf(hub), spread) }]]
    }),
  )
}

/** Returns the sums over the products of the list, or all goods by year; undefined if the data do not have the partner. */
export function partnerSums(
  { window, holdings, products, growthOf, background, yearly, years }: RoutesFigures,
  partner: string,
): PartnerSums | undefined {
  if (window === undefined) {
    const cells = yearly.partners.get(partner)
    if (cells === undefined) return undefined
    const mean = (of: readonly number[]): number => of.reduce((sum, year) => sum + cells[yearly.years.indexOf(year)]!, 0) / of.length
    const [pre, post] = [mean(years.pre), mean(years.post)]
    if (!Number.isFinite(pre) || !Number.isFinite(post)) return undefined
    return { pre, post, comparable: { pre, post, expected: pre * background.growth } }
  }
  if (!holdings!.partners.includes(partner)) return undefined
  const sums = { pre: 0, post: 0, comparable: { pre: 0, post: 0, expected: 0 } }
  for (const product of products) {
    const { partners, keptOut } = product
    const { pre, post } = partners.get(partner) ?? { pre: 0, post: 0 }
    sums.pre += pre
    sums.post += post
    if (keptOut !== null) continue
    sums.comparable.pre += pre
    sums.comparable.post += post
    sums.comparable.expected += pre * growthOf(product)
  }
  return sums
}
