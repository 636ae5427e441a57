import { controlGrowth, isNearZeroBase } from '../methods/excess.ts'
import { falseDiscoveryRates } from '../methods/false-discovery.ts'
import { type PlaceboCells, type ProductCell, placeboCells, testCell } from '../methods/placebo-cells.ts'
import type { Amounts, ProductAmounts } from '../panels/product-amounts.ts'
import type { ProductAtHub } from './routes-answer.ts'

/** Tests of every product that fell at the target, at every hub. */
export interface ProductTests {
  /** Results by product and hub, in the order of the products given. */
  readonly at: ReadonlyMap<string, readonly ProductAtHub[]>
  readonly tested: number
  readonly found: number
  readonly placebos: { readonly count: number; readonly kind: 'dates' | 'dates and control states' }
  /** Growth of controls by product. */
  growthOf(product: string): number
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
  const at = testsOf(usable, design, growth, placeboCells(placebos))
  const results = [...at.values()].flat()
  const byProduct = new Map(products.map((one) => [one.product, growth(one)]))
  return {
    at,
    tested: results.length,
    found: results.filter(({ q, excess }) => q <= design.rate && excess > 0).length,
    placebos: { count: placebos.length, kind: design.controls.length >= leastControls ? 'dates and control states' : 'dates' },
    growthOf: (product) => byProduct.get(product)!,
  }
}

/** Returns the products that are comparable over time and fell at the target: where nothing is missing, nothing can be replaced. */
function thatFell(products: readonly ProductAmounts[], { target }: TestDesign): ProductAmounts[] {
  return products.filter(({ keptOut, partners }) => {
    const { pre, post } = partners.get(target) ?? nobody
    return keptOut === null && pre - post > leastFall
  })
}

/** Returns the cells that stand for no rerouting, of all products that fell at the target: hubs a year earlier, and control states. */
function placebosOf(
  every: readonly ProductAmounts[],
  design: TestDesign,
  growth: (product: ProductAmounts, without?: string) => number,
): ProductCell[] {
  const usable = thatFell(every, design)
  const before = growthByProduct(every, { ...design, growth: design.placeboGrowth }, 'placebo')
  return [
    ...(design.hasDates ? usable.flatMap((one) => design.hubs.map((hub) => placeboCellOf(one, hub, before(one)))) : []),
    ...(design.controls.length >= leastControls
      ? usable.flatMap((one) => design.controls.map((state) => cellOf(one, state, growth(one, state))))
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
function growthByProduct(
  products: readonly ProductAmounts[],
  { controls, growth }: TestDesign,
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

function testsOf(
  products: readonly ProductAmounts[],
  { hubs }: TestDesign,
  growth: (product: ProductAmounts) => number,
  placebos: PlaceboCells,
): Map<string, ProductAtHub[]> {
  const tests = products.flatMap((product) =>
    hubs.flatMap((hub) => {
      const cell = cellOf(product, hub, growth(product))
      const test = testCell(cell, placebos)
      return test === undefined ? [] : [{ product: product.product, hub, cell, test }]
    }),
  )
  const q = falseDiscoveryRates(Float64Array.from(tests, ({ test }) => test.p))
  const found = new Map<string, ProductAtHub[]>()
  tests.forEach(({ product, hub, cell, test }, i) => {
    const { excess, low90, high90, p } = test
    const one = { p, iso3: hub, pre: cell.pre, post: cell.post, excess, low90, high90, q: q[i]!, near_zero_base: isNearZeroBase(cell) }
    found.set(product, [...(found.get(product) ?? []), one])
  })
  return found
}
