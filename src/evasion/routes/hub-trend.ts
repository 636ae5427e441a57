import { quantile } from '../../numeric/quantile.ts'
import { logExcess } from '../methods/excess.ts'
import type { ProductCell } from '../methods/placebo-cells.ts'
import type { SizeScaledNull } from '../methods/size-scaled-null.ts'

/** The share of the target's fall that tests are best at finding: published estimates of what goes round are 5 to 10 % for all hubs together. */
export const soughtShare = 0.05

/** Products serve as the hub's own controls if the sought share of the fall would raise them by less than this. */
const littleRise = 0.1
const leastOwn = 20
/** In EUR: exports up to this need not be declared by product. */
const declared = 1000

/**
 * Returns how much more a hub bought, in logs and beyond the growth of controls and of cells of the same size, of products that the target hardly lost beside
 * what the hub buys anyway: growth that a reroute cannot explain, as of a boom. A fall gives no credit: then it is 0. It is 0 too where fewer than twenty
 * products can serve; a reroute is then large beside what the hub buys, and a trend matters little.
 *
 * @param cells   every comparable product at the hub, with the fall of exports of it to the target
 */
export function hubTrend(cells: readonly { readonly cell: ProductCell; readonly fall: number }[], nulls: SizeScaledNull): number {
  const own = cells.flatMap(({ cell, fall }) => {
    const base = cell.pre * cell.growth
    return base > 0 && (soughtShare * fall) / (base + declared) < littleRise ? [logExcess(cell, cell.growth) - nulls.middleAt(base)] : []
  })
  return own.length < leastOwn ? 0 : Math.max(0, quantile(Float64Array.from(own), 0.5))
}
