import { allGoods, highPriorityList } from '../goods/goods-list.ts'
import { type SizeScaledNull, sizeScaledNull } from '../methods/size-scaled-null.ts'
import { type ProductAmounts, productAmounts } from '../panels/product-amounts.ts'
import { restrictedGoods } from '../panels/restricted-goods.ts'
import { growthByProduct, placebosOf } from './hub-products.ts'
import type { PlaceboGoods } from './routes-answer.ts'
import { designOf, type RoutesBasis } from './routes-basis.ts'

/** With fewer goods outside the lists than this, a share of them says nothing. */
const least = 20
/** The p-value up to which a placebo good counts as a rise: so many rise by chance. */
const bound = 0.05

/**
 * Tests civilian goods at the same hubs: goods that are neither on the list asked for nor under EU sanctions nor on the high-priority list. Nobody has a reason to
 * reroute them, so about one in twenty should rise at p 5 %; more is a growth of the hub that has other causes. Null if the record has fewer than twenty such
 * goods (the bundled data have none), or nothing to hold them against.
 */
export async function placeboGoods(basis: RoutesBasis): Promise<PlaceboGoods | null> {
  const { snapshot, request, window, holdings } = basis
  if (window === undefined || holdings === undefined || holdings.isBundled) return null
  const every = await productAmounts(snapshot, allGoods, window, request.target, false)
  const isCivilian = civilianBy(basis)
  const goods = every.filter(({ product, keptOut }) => keptOut === null && isCivilian(product))
  if (goods.length < least) return null
  const design = designOf(basis)
  const growth = growthByProduct(every, design, 'post')
  const nulls = sizeScaledNull(placebosOf(every, design, growth))
  const hubs = design.hubs.map((iso3) => ({ iso3, ...riseOf(goods, iso3, growth, nulls) }))
  return hubs.some(({ tested }) => tested > 0) ? { goods: goods.length, bound, hubs } : null
}

/** Tells goods outside every list: of a code neither it nor a heading above it nor a part of it is on the list, under EU sanctions, or of high priority. */
function civilianBy({ request }: RoutesBasis): (product: string) => boolean {
  const codes = [
    ...(request.goods.id === 'all' ? [] : (request.goods.codes ?? []).map(({ code }) => code)),
    ...highPriorityList.codes!.map(({ code }) => code),
    ...restrictedGoods().products,
  ]
  const [listed, headings] = [new Set(codes), new Set(codes.flatMap(headingsOf))]
  return (product) => !headings.has(product) && !headingsOf(product).some((heading) => listed.has(heading))
}

/** A code and every shorter one that begins it. */
function headingsOf(code: string): string[] {
  return Array.from({ length: code.length - 1 }, (_, i) => code.slice(0, i + 2))
}

function riseOf(
  goods: readonly ProductAmounts[],
  hub: string,
  growth: (product: ProductAmounts) => number,
  nulls: SizeScaledNull,
): Omit<PlaceboGoods['hubs'][number], 'iso3'> {
  let [pre, post, expected, tested, rose] = [0, 0, 0, 0, 0]
  for (const one of goods) {
    const amounts = one.partners.get(hub) ?? { pre: 0, post: 0 }
    const cell = { pre: amounts.pre, post: amounts.post, growth: growth(one) }
    pre += cell.pre
    post += cell.post
    expected += cell.pre * cell.growth
    const p = nulls.pOf(cell, 0)
    if (p === undefined) continue
    tested++
    if (p <= bound) rose++
  }
  return { pre, post, expected, tested, rose }
}
