import { quantile } from '../../numeric/quantile.ts'
import { randomStream } from '../../numeric/random.ts'
import type { ShareWithInterval } from './ghost-share.ts'

/** Amounts and weights of one product sold to a hub and to controls, before and after a date. */
export interface UnitValues {
  readonly product: string
  readonly hub: { readonly pre: Consignments; readonly post: Consignments }
  readonly controls: { readonly pre: Consignments; readonly post: Consignments }
}

interface Consignments {
  readonly value: number
  readonly tonnes: number
}

const draws = 999

/**
 * Returns by how much the price of a tonne sold to a hub rose beyond that of the same product sold to controls: the mean over products of the log, weighted by
 * the geometric mean of the values before and after, as a ratio less one. (The value after alone would give most weight where the price happens to be high.) A premium is what goods cost that go a forbidden way; a better mix of goods within a code gives one too.
 *
 * @param products   a product without weight on any side, before or after, is left out
 * @returns          undefined if no product has all four unit values
 * @see Hallak 2006, Journal of International Economics 68(1), on what unit values can say
 * @example unitValuePremium([{ product: '1', hub: { pre: { value: 1, tonnes: 1 }, post: { value: 3, tonnes: 1 } }, controls: { pre: { value: 1, tonnes: 1 }, post: { value: 2, tonnes: 1 } } }])?.value.toFixed(2)   // '0.50'
 */
export function unitValuePremium(products: readonly UnitValues[]): ShareWithInterval | undefined {
  const logs = products.flatMap(({ hub, controls }) => {
    const prices = [hub.post, hub.pre, controls.post, controls.pre].map(({ value, tonnes }) =>
      value > 0 && tonnes > 0 ? Math.log(value / tonnes) : null,
    )
    if (prices.includes(null)) return []
    const [post, pre, controlPost, controlPre] = prices as [number, number, number, number]
    return [{ log: post - pre - (controlPost - controlPre), weight: Math.sqrt(hub.post.value * hub.pre.value) }]
  })
  if (logs.length === 0) return undefined
  const sample = Float64Array.from({ length: draws }, (_, draw) => {
    const stream = randomStream(1, 'unit values', draw)
    return premiumOf(logs.map(() => logs[stream.below(logs.length)]!))
  })
  return { value: premiumOf(logs), low90: quantile(sample, 0.05), high90: quantile(sample, 0.95) }
}

function premiumOf(logs: readonly { readonly log: number; readonly weight: number }[]): number {
  let [sum, weights] = [0, 0]
  for (const { log, weight } of logs) {
    sum += weight * log
    weights += weight
  }
  return Math.exp(sum / weights) - 1
}
