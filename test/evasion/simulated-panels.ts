/**
 * SIMULATED exports with a known truth. What is real: the amounts of the first window (goods under sanctions to six neighbours of Russia, March to November 2020)
 * and what exports to Russia fell by a year later. What is simulated: every later amount. Its growth is drawn from that of 200 real cells of similar size from
 * 2020 to 2021, so zeros, lumps and tails are those of trade; then hubs and products get trends of their own, and reroutes are planted.
 */
import type { Amounts, ProductAmounts } from '../../src/evasion/panels/product-amounts.ts'
import { restrictedGoods } from '../../src/evasion/panels/restricted-goods.ts'
import { randomStream } from '../../src/numeric/random.ts'
import { normalDraws, uniform } from '../../src/numeric/random-normal.ts'

export interface SimulatedPanel {
  readonly products: readonly ProductAmounts[]
  /** What was rerouted of each product through each hub, by `product hub`; absent where nothing was. */
  readonly planted: ReadonlyMap<string, number>
  readonly hubs: readonly string[]
  readonly controls: readonly string[]
  /** Share of panels without rerouting in which a hub's sum grows as much: what placebo states are to a real hub. */
  readonly hubP: ReadonlyMap<string, number>
}

export interface SimulationPlan {
  readonly seed: number
  readonly products?: number
  /** Rerouted through each of these hubs: so much of the direct fall of a product, for so large a part of the products. */
  readonly reroute?: { readonly hubs: readonly string[]; readonly share: number; readonly ofProducts: number }
  readonly withControls?: boolean
  /** Standard deviation, in logs, of the trend that a hub has of its own in a window. */
  readonly hubTrend?: number
  /** Growth in logs that some hubs have in every product of the last window, of causes other than a reroute; without panels of its own among the nulls. */
  readonly boom?: { readonly hubs: readonly string[]; readonly growth: number }
}

/** Growth that all partners share in a window, as inflation does. */
export const commonGrowth = 1.15

const hubs = ['ARM', 'BLR', 'GEO', 'KAZ', 'KGZ', 'UZB']
/** Decimal log of the median amount of a product at each control state, and the share of products never bought. */
const controlSizes: Readonly<Record<string, readonly [size: number, never: number]>> = {
  ...{ USA: [6.4, 0.02], BRA: [5.4, 0.06], IND: [5.5, 0.06], ZAF: [5.2, 0.06], EGY: [5.1, 0.08], MAR: [5.3, 0.07], SRB: [5.4, 0.05] },
}
const controls = Object.keys(controlSizes)

/** Amounts of a real cell in the first window and a year later. */
interface RealCell {
  readonly before: number
  readonly after: number
}

interface RealGoods {
  /** Amounts of 2020 by hub, and exports to Russia in 2021 and 2022, of each product that fell. */
  readonly products: readonly { readonly first: ReadonlyMap<string, number>; readonly pre: number; readonly post: number }[]
  /** Cells with sales in 2020, by size, and those without. */
  readonly sold: readonly RealCell[]
  readonly empty: readonly RealCell[]
}

let held: RealGoods | undefined

function realGoods(): RealGoods {
  if (held !== undefined) return held
  const { cells, months, partners, products } = restrictedGoods()
  const sum = (product: number, partner: string, year: number): number => {
    const start = (partners.indexOf(partner) * products.length + product) * months.length
    let total = 0
    months.forEach((month, i) => {
      if (month >= `${year}-03` && month <= `${year}-11`) total += cells[start + i]!
    })
    return total
  }
  const all = products.map((_, i) => ({
    first: new Map(hubs.map((hub) => [hub, sum(i, hub, 2020)])),
    pre: sum(i, 'RUS', 2021),
    post: sum(i, 'RUS', 2022),
    second: new Map(hubs.map((hub) => [hub, sum(i, hub, 2021)])),
  }))
  const fell = all.filter(({ pre, post }) => pre - post > 100_000)
  const pairs = fell.flatMap(({ first, second }) => hubs.map((hub) => ({ before: first.get(hub)!, after: second.get(hub)! })))
  const sold = pairs.filter(({ before }) => before > 0).sort((a, b) => a.before - b.before)
  held = { products: fell, sold, empty: pairs.filter(({ before }) => before === 0) }
  return held
}

export function simulatedPanel(plan: SimulationPlan): SimulatedPanel {
  const panel = drawnPanel(plan)
  const nulls = nullSums(plan)
  const sums = new Map(hubs.map((hub) => [hub, growthOf(panel.products, hub)]))
  const hubP = new Map(
    hubs.map((hub) => [hub, (1 + nulls.filter((one) => one.get(hub)! >= sums.get(hub)!).length) / (1 + nulls.length)] as const),
  )
  return { ...panel, hubP }
}

const nullPanels = 60
const nullsHeld = new Map<string, readonly ReadonlyMap<string, number>[]>()

/** Log growth of each hub's sum on panels without rerouting, drawn by other seeds. */
function nullSums({ products, hubTrend }: SimulationPlan): readonly ReadonlyMap<string, number>[] {
  const key = `${products} ${hubTrend}`
  const known = nullsHeld.get(key)
  if (known !== undefined) return known
  const found = Array.from({ length: nullPanels }, (_, i) => {
    const { products: rows } = drawnPanel({
      seed: 100_001 + i,
      ...(products === undefined ? {} : { products }),
      ...(hubTrend === undefined ? {} : { hubTrend }),
    })
    return new Map(hubs.map((hub) => [hub, growthOf(rows, hub)]))
  })
  nullsHeld.set(key, found)
  return found
}

function growthOf(products: readonly ProductAmounts[], hub: string): number {
  let [pre, post] = [0, 0]
  for (const { partners } of products) {
    pre += partners.get(hub)!.pre
    post += partners.get(hub)!.post
  }
  return Math.log(post / pre)
}

function drawnPanel({
  seed,
  products,
  reroute,
  withControls = false,
  hubTrend = 0.12,
  boom,
}: SimulationPlan): Omit<SimulatedPanel, 'hubP'> {
  const stream = randomStream(seed, 'simulated exports')
  const [normal, share] = [normalDraws(stream), () => uniform(stream)]
  const names = withControls ? [...hubs, ...controls] : hubs
  const trends = new Map(
    names.map((name) => [name, [hubTrend * normal(), hubTrend * normal() + (boom?.hubs.includes(name) ? boom.growth : 0)] as const]),
  )
  const planted = new Map<string, number>()
  const real = realGoods()
  const chosen = shuffled(real.products, share).slice(0, products ?? real.products.length)
  const rows = chosen.map(({ first, pre, post }, i): ProductAmounts => {
    const product = String(84_000_000 + i)
    const [size, ...moves] = [normal(), 0.15 * normal(), 0.15 * normal()] as [number, number, number]
    const isRerouted = reroute !== undefined && share() < reroute.ofProducts
    const cells = names.map((name): [string, Amounts] => {
      const extra = isRerouted && reroute.hubs.includes(name) ? reroute.share * (pre - post) : 0
      if (extra > 0) planted.set(`${product} ${name}`, extra)
      const before = first.get(name) ?? controlAmount(name, size, normal, share)
      const next = (amount: number, window: 0 | 1): number => {
        const grown = grownLike(amount, real, share)
        return grown * commonGrowth * Math.exp(trends.get(name)![window] + moves[window]!)
      }
      const second = next(before, 0)
      return [name, { placeboPre: before, pre: second, post: next(second, 1) + extra }]
    })
    return { product, tier: null, keptOut: null, partners: new Map([...cells, ['RUS', { pre, post, placeboPre: pre / commonGrowth }]]) }
  })
  return { products: rows, planted, hubs, controls: withControls ? controls : [] }
}

function controlAmount(name: string, size: number, normal: () => number, share: () => number): number {
  const [median, never] = controlSizes[name]!
  return share() < never ? 0 : 10 ** (median + 0.5 * size + 0.7 * normal())
}

function shuffled<T>(items: readonly T[], share: () => number): T[] {
  const found = [...items]
  for (let i = found.length - 1; i > 0; i--) {
    const at = Math.floor(share() * (i + 1))
    ;[found[i], found[at]] = [found[at]!, found[i]!]
  }
  return found
}

/** Real cells from which the growth of an amount is drawn, half of them on each side of it in size. */
const neighbours = 200
/** Growth of all goods to control states from 2020 to 2021, by which real growth is divided. */
const growthOf2021 = 1.2273

/** The amount a year later, without common growth: as a real cell of similar size grew, or began. */
function grownLike(before: number, { sold, empty }: RealGoods, share: () => number): number {
  if (before === 0) return empty[Math.floor(share() * empty.length)]!.after / growthOf2021
  let [low, high] = [0, sold.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sold[middle]!.before < before) low = middle + 1
    else high = middle
  }
  const start = Math.max(0, Math.min(sold.length - neighbours, low - neighbours / 2))
  const like = sold[start + Math.floor(share() * neighbours)]!
  return (before * like.after) / like.before / growthOf2021
}
