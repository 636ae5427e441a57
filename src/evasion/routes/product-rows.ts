import { highPriorityTiers } from '../goods/high-priority-goods.ts'
import { productName } from '../goods/product-names.ts'
import type { Amounts, ProductAmounts } from '../panels/product-amounts.ts'
import { leastFall } from './hub-products.ts'
import type { ProductAnswer, RoutesAnswer, TierAnswer } from './routes-answer.ts'
import type { RoutesBasis } from './routes-basis.ts'

const nobody: Amounts = { pre: 0, post: 0, placeboPre: 0 }

const at = ({ partners }: ProductAmounts, partner: string): Amounts => partners.get(partner) ?? nobody

function hubsHeld({ hubs, holdings }: RoutesBasis): string[] {
  return hubs.filter((hub) => holdings!.partners.includes(hub))
}

const riseAt = (product: ProductAmounts, hubs: readonly string[]): number =>
  hubs.reduce((sum, hub) => sum + at(product, hub).post - at(product, hub).pre, 0)

const fallOf = (product: ProductAmounts, target: string): number => at(product, target).pre - at(product, target).post

/** Returns the products that fell at the target, those with the largest excess of found cells first, then the clearest. */
export function productRows(basis: RoutesBasis): ProductAnswer[] {
  const { products, request, tests, window } = basis
  if (window === undefined) return []
  const hubs = hubsHeld(basis)
  const rows = products
    .filter((product) => fallOf(product, request.target) > leastFall)
    .map((product): ProductAnswer => {
      const { pre, post } = at(product, request.target)
      return {
        ...{ product: product.product, name: productName(product.product), tier: product.tier, target_pre: pre, target_post: post },
        ...{ ratio: riseAt(product, hubs) / (pre - post), kept_out: product.keptOut, hubs: tests?.at.get(product.product) ?? [] },
      }
    })
  const weight = new Map(rows.map((row) => [row, foundExcess(row)]))
  return rows.sort((a, b) => weight.get(b)! - weight.get(a)! || clearest(a) - clearest(b) || (a.product < b.product ? -1 : 1))
}

/** The least false-discovery rate of a rise at any hub. */
const clearest = ({ hubs }: ProductAnswer): number => Math.min(2, ...hubs.filter(({ excess }) => excess > 0).map(({ q }) => q))

function foundExcess({ hubs }: ProductAnswer): number {
  return hubs.reduce((sum, hub) => sum + (hub.q <= 0.1 ? Math.max(0, hub.excess) : 0), 0)
}

/** Counts the products that fell, and those at which the hubs' rise exceeds a half and the whole of the fall. All products are counted here, as in a plain table. */
export function codesOf(basis: RoutesBasis): RoutesAnswer['codes'] {
  const { products, request, window } = basis
  if (window === undefined) return null
  const hubs = hubsHeld(basis)
  const fell = products.filter((product) => fallOf(product, request.target) > leastFall)
  const [rises, falls] = [fell.map((product) => riseAt(product, hubs)), fell.map((product) => fallOf(product, request.target))]
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
  const out = (why: ProductAmounts['keptOut']): number => products.filter(({ keptOut }) => keptOut === why).length
  return {
    fell: fell.length,
    over_half: rises.filter((rise, i) => rise / falls[i]! > 0.5).length,
    over_whole: rises.filter((rise, i) => rise / falls[i]! > 1).length,
    weighted: fell.length === 0 ? 0 : total(rises) / total(falls),
    kept_out: {
      ...{ began: out('began'), ended: out('ended'), not_comparable: out('not comparable') },
      share_of_fall: fell.length === 0 ? 0 : total(falls.filter((_, i) => fell[i]!.keptOut !== null)) / total(falls),
    },
  }
}

/** Returns sums by tier of the Common High Priority List, of the products of the answer that are on it. */
export function tiersOf(basis: RoutesBasis): TierAnswer[] {
  const { products, request, window } = basis
  if (window === undefined) return []
  const hubs = hubsHeld(basis)
  return highPriorityTiers.flatMap((tier) => {
    const own = products.filter((product) => product.tier === tier)
    if (own.length === 0) return []
    const total = (partner: string): { pre: number; post: number } => ({
      pre: own.reduce((sum, product) => sum + at(product, partner).pre, 0),
      post: own.reduce((sum, product) => sum + at(product, partner).post, 0),
    })
    const target = total(request.target)
    return [
      {
        ...{ tier, codes: listedIn(basis, tier), with_data: own.length, target_pre: target.pre, target_post: target.post },
        hubs: hubs.map((iso3) => ({ iso3, ...total(iso3) })),
      },
    ]
  })
}

function listedIn({ request, products }: RoutesBasis, tier: string): number {
  return request.goods.codes?.filter((code) => code.tier === tier).length ?? products.filter((product) => product.tier === tier).length
}
