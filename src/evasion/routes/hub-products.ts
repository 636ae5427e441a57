import { controlGrowth, isNearZeroBase } from '../methods/excess.ts'
import { hierarchicalRates } from '../methods/hierarchical-discovery.ts'
import { cellExcess, type PlaceboCells, type ProductCell, placeboCells } from '../methods/placebo-cells.ts'
import { powerWeights } from '../methods/power-weights.ts'
import { type PlaceboCell, type SizeScaledNull, sizeScaledNull } from '../methods/size-scaled-null.ts'
import type { Amounts, ProductAmounts } from '../panels/product-amounts.ts'
import { hubTrend, soughtShare } from './hub-trend.ts'
import type { ProductAtHub } from './routes-answer.ts'

/** Tests of every product that fell at the target, at every hub. */
export interface ProductTests {
  /** Results by product and hub, in the order of the products given. */
  readonly at: ReadonlyMap<string, readonly ProductAtHub[]>
  readonly tested: number
  readonly found: number
  readonly placebos: { readonly count: number; readonly kind: 'dates' | 'dates and control states' }
  /** Log growth over that of controls that a hub has in products of which a reroute would be small beside what it buys anyway; 0 where that fell. */
  readonly trends: ReadonlyMap<string, number>
}

export interface TestDesign {
  readonly target: string
  readonly hubs: readonly string[]
  /** Control states that the product data have; with fewer than three, the growth of all goods to the controls stands for each product. */
  readonly controls: readonly string[]
  /** Growth of all goods to the controls, over the window and over the window a year earlier. */
  readonly growth: number
  readonly placeboGrowth: number
  /** Whether the data reach back to the window a year earlier. */
  readonly hasDates: boolean
  /** False-discovery rate at which a product counts as found. */
  readonly rate: number
  /** p-value of each hub as a whole, against states that are no hubs: products are looked at where that is found. */
  readonly hubP: ReadonlyMap<string, number>
}

/** A product is tested where exports of it to the target fell by more than this, in EUR. */
export const leastFall = 100_000
const leastControls = 3
/** Amount in EUR at which the growth of a product's own controls weighs as much as that of all their products. */
const ownWeight = 1e6
const nobody: Amounts = { pre: 0, post: 0, placeboPre: 0 }

/**
 * Tests each product at each hub: did exports rise beyond control growth by more than in cells where nothing can have been rerouted? Undefined if there are no
 * such cells: neither an earlier window nor control states by product.
 *
 * @param products   products of the list
 * @param every      every product of the data at the same level of detail: the placebo cells come from all of them, since a short list has too few
 */
export function testProducts(
  products: readonly ProductAmounts[],
  every: readonly ProductAmounts[],
  design: TestDesign,
): ProductTests | undefined {
  const growth = growthByProduct(every, design, 'post')
  const usable = thatFell(products, design)
  const placebos = placebosOf(every, design, growth)
  if (placebos.length === 0) return undefined
  const nulls = sizeScaledNull(placebos)
  const trends = new Map(design.hubs.map((hub) => [hub, hubTrend(cellsAt(every, hub, design, growth), nulls)]))
  const at = testsOf(usable, { design, growth, trends, nulls, classes: placeboCells(placebos) })
  const results = [...at.values()].flat()
  return {
    at,
    tested: results.length,
    found: results.filter(({ q, excess }) => q <= design.rate && excess > 0).length,
    placebos: { count: placebos.length, kind: design.controls.length >= leastControls ? 'dates and control states' : 'dates' },
    trends,
  }
}

/** Returns the products that are comparable over time and fell at the target: where nothing is missing, nothing can be replaced. */
function thatFell(products: readonly ProductAmounts[], { target }: Pick<TestDesign, 'target'>): ProductAmounts[] {
  return products.filter(({ keptOut, partners }) => {
    const { pre, post } = partners.get(target) ?? nobody
    return keptOut === null && pre - post > leastFall
  })
}

/** Returns the cells that stand for no rerouting, of all products that fell at the target: hubs a year earlier, and control states. */
export function placebosOf(
  every: readonly ProductAmounts[],
  design: Omit<TestDesign, 'hubP'>,
  growth: (product: ProductAmounts, without?: string) => number,
): PlaceboCell[] {
  const usable = thatFell(every, design)
  const before = growthByProduct(every, { ...design, growth: design.placeboGrowth }, 'placebo')
  return [
    ...(design.hasDates
      ? usable.flatMap((one) => design.hubs.map((hub) => ({ ...placeboCellOf(one, hub, before(one)), partner: hub })))
      : []),
    ...(design.controls.length >= leastControls
      ? usable.flatMap((one) => design.controls.map((state) => ({ ...cellOf(one, state, growth(one, state)), partner: state })))
      : []),
  ]
}

function cellOf({ partners }: ProductAmounts, partner: string, growth: number): ProductCell {
  const { pre, post } = partners.get(partner) ?? nobody
  return { pre, post, growth }
}

function placeboCellOf({ partners }: ProductAmounts, partner: string, growth: number): ProductCell {
  const { pre, placeboPre } = partners.get(partner) ?? nobody
  return { pre: placeboPre, post: pre, growth }
}

/** Returns a function from a product, and a control state to leave out, to the growth of the other controls. */
export function growthByProduct(
  products: readonly ProductAmounts[],
  { controls, growth }: Pick<TestDesign, 'controls' | 'growth'>,
  window: 'post' | 'placebo',
): (product: ProductAmounts, without?: string) => number {
  if (controls.length < leastControls) return () => growth
  const sums = (one: ProductAmounts, without?: string): { pre: number; post: number } => {
    let [pre, post] = [0, 0]
    for (const control of controls) {
      const amounts = control === without ? nobody : (one.partners.get(control) ?? nobody)
      pre += window === 'post' ? amounts.pre : amounts.placeboPre
      post += window === 'post' ? amounts.post : amounts.pre
    }
    return { pre, post }
  }
  const totals = products.map((one) => sums(one)).reduce((a, b) => ({ pre: a.pre + b.pre, post: a.post + b.post }), { pre: 0, post: 0 })
  const all = totals.pre > 0 ? totals.post / totals.pre : growth
  return (product, without) => controlGrowth(sums(product, without), all, ownWeight)
}

/** Every comparable product at a hub, with what it is of the target's fall. */
function cellsAt(
  products: readonly ProductAmounts[],
  hub: string,
  { target }: TestDesign,
  growth: (product: ProductAmounts) => number,
): { readonly cell: ProductCell; readonly fall: number }[] {
  return products.flatMap((one) => (one.keptOut === null ? [{ cell: cellOf(one, hub, growth(one)), fall: fallOf(one, target) }] : []))
}

function fallOf({ partners }: ProductAmounts, target: string): number {
  const { pre, post } = partners.get(target) ?? nobody
  return pre - post
}

interface TestBasis {
  readonly design: TestDesign
  readonly growth: (product: ProductAmounts) => number
  readonly trends: ReadonlyMap<string, number>
  readonly nulls: SizeScaledNull
  readonly classes: PlaceboCells
}

function testsOf(products: readonly ProductAmounts[], { design, growth, trends, nulls, classes }: TestBasis): Map<string, ProductAtHub[]> {
  const tests = products.flatMap((product) =>
    design.hubs.flatMap((hub) => {
      const cell = cellOf(product, hub, growth(product))
      const [found, p] = [cellExcess(cell, classes), nulls.pOf(cell, trends.get(hub)!)]
      if (found === undefined || p === undefined) return []
      return [{ product: product.product, hub, cell, found, p, effect: soughtEffect(cell, fallOf(product, design.target), nulls) }]
    }),
  )
  const weights = powerWeights(Float64Array.from(tests, ({ effect }) => effect))
  const q = hierarchicalRates(
    tests.map(({ hub, p }, i) => ({ family: hub, p, weight: weights[i]! })),
    design.hubP,
  )
  const at = new Map<string, ProductAtHub[]>()
  tests.forEach(({ product, hub, cell, found, p }, i) => {
    const one = { p, iso3: hub, pre: cell.pre, post: cell.post, ...found, q: q[i]!, near_zero_base: isNearZeroBase(cell) }
    at.set(product, [...(at.get(product) ?? []), one])
  })
  return at
}

/** The rise that a reroute of a twentieth of the fall would make, in standard deviations of cells of this size. */
function soughtEffect({ pre, growth }: ProductCell, fall: number, nulls: SizeScaledNull): number {
  const base = pre * growth
  return (1.476 * Math.log(1 + (soughtShare * fall) / (base + 1000))) / nulls.reachAt(base)
}
