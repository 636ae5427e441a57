/**
 * SIMULATED exports with a known truth. Nothing here is observed. Sizes, zeros and the spread of growth by size follow the exports of sanctioned goods from the EU
 * to Russia and six neighbours in 2020 and 2021 (quantiles in docs/routes.md).
 */
import type { Amounts, ProductAmounts } from '../../src/evasion/panels/product-amounts.ts'
import { randomStream } from '../../src/numeric/random.ts'
import { normalDraws, uniform } from '../../src/numeric/random-normal.ts'

export interface SimulatedPanel {
  readonly products: readonly ProductAmounts[]
  /** What was rerouted of each product through each hub, by `product hub`; absent where nothing was. */
  readonly planted: ReadonlyMap<string, number>
  readonly hubs: readonly string[]
  readonly controls: readonly string[]
}

export interface SimulationPlan {
  readonly seed: number
  readonly products?: number
  /** Rerouted through each of these hubs: so much of the direct fall of a product, for so large a part of the products. */
  readonly reroute?: { readonly hubs: readonly string[]; readonly share: number; readonly ofProducts: number }
  readonly withControls?: boolean
}

/** Decimal log of the median amount, and the share of products never bought, by partner. */
const partners: Readonly<Record<string, readonly [size: number, never: number]>> = {
  ...{ ARM: [4.24, 0.34], GEO: [4.53, 0.23], KAZ: [4.95, 0.15], KGZ: [3.84, 0.49], UZB: [4.55, 0.28], BLR: [5.11, 0.07] },
  ...{ USA: [6.4, 0.02], BRA: [5.4, 0.06], IND: [5.5, 0.06], ZAF: [5.2, 0.06], EGY: [5.1, 0.08], MAR: [5.3, 0.07], SRB: [5.4, 0.05] },
}
const hubs = ['ARM', 'BLR', 'GEO', 'KAZ', 'KGZ', 'UZB']
const controls = ['USA', 'BRA', 'IND', 'ZAF', 'EGY', 'MAR', 'SRB']

/** Growth that all partners share in a window, as inflation does. */
export const commonGrowth = 1.15

export function simulatedPanel({ seed, products = 1500, reroute, withControls = false }: SimulationPlan): SimulatedPanel {
  const stream = randomStream(seed, 'simulated exports')
  const [normal, share] = [normalDraws(stream), () => uniform(stream)]
  const names = withControls ? [...hubs, ...controls] : hubs
  const trends = new Map(names.map((name) => [name, [0.12 * normal(), 0.12 * normal()] as const]))
  const planted = new Map<string, number>()
  const rows = Array.from({ length: products }, (_, i): ProductAmounts => {
    const product = String(84_000_000 + i)
    const [size, ...moves] = [normal(), 0.15 * normal(), 0.15 * normal()] as [number, number, number]
    const pre = 10 ** (6.4 + 0.8 * normal())
    const post = pre * Math.min(0.9, 10 ** (-0.7 + 0.5 * normal()))
    const isRerouted = reroute !== undefined && share() < reroute.ofProducts
    const cells = names.map((name): [string, Amounts] => {
      const extra = isRerouted && reroute.hubs.includes(name) ? reroute.share * (pre - post) : 0
      if (extra > 0) planted.set(`${product} ${name}`, extra)
      const cell = cellOf(name, size, moves, trends.get(name)!, normal, share)
      return [name, { ...cell, post: cell.post + extra }]
    })
    return { product, tier: null, keptOut: null, partners: new Map([...cells, ['RUS', { pre, post, placeboPre: pre / commonGrowth }]]) }
  })
  return { products: rows, planted, hubs, controls: withControls ? controls : [] }
}

function cellOf(
  partner: string,
  size: number,
  moves: readonly number[],
  trends: readonly [number, number],
  normal: () => number,
  share: () => number,
): Amounts {
  const [median, never] = partners[partner]!
  const first = share() < never ? 0 : 10 ** (median + 0.5 * size + 0.7 * normal())
  const next = (before: number, window: 0 | 1): number => {
    const step = grown(before, normal, share)
    return step === 0 ? 0 : step * commonGrowth * Math.exp(trends[window] + moves[window]!)
  }
  const second = next(first, 0)
  return { placeboPre: first, pre: second, post: next(second, 1) }
}

/** Growth of a flow: small ones are noisier, with heavy tails; some end, and some that were none begin. */
function grown(before: number, normal: () => number, share: () => number): number {
  if (before === 0) return share() < 0.75 ? 0 : 10 ** (3.5 + 0.8 * normal())
  if (share() < (before < 1e4 ? 0.15 : 0.03)) return 0
  const spread = before < 1e4 ? 1 : before < 1e5 ? 0.7 : before < 1e6 ? 0.5 : 0.35
  return before * Math.exp(spread * (share() < 0.85 ? 1 : 2.2) * normal())
}
