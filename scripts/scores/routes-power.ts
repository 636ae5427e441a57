/**
 * `npx tsx scripts/scores/routes-power.ts [panels]`: how often planted reroutes are found, and how many findings are false, on SIMULATED panels of products (see
 * test/evasion/simulated-panels.ts), by rival ways to test products; at which size nine in ten are found; and for hubs as a whole on the real growth of states
 * that are no hubs, with a SIMULATED addition. Prints tables for docs/routes.md.
 */

import { logExcess } from '../../src/evasion/methods/excess.ts'
import { falseDiscoveryRates } from '../../src/evasion/methods/false-discovery.ts'
import { hierarchicalRates } from '../../src/evasion/methods/hierarchical-discovery.ts'
import { powerWeights } from '../../src/evasion/methods/power-weights.ts'
import { atLeast, type PlaceboCell, sizeScaledNull } from '../../src/evasion/methods/size-scaled-null.ts'
import { yearlyExports } from '../../src/evasion/panels/yearly-exports.ts'
import { backgroundOf, placeboStates, testAgainstStates } from '../../src/evasion/routes/background.ts'
import { testProducts } from '../../src/evasion/routes/hub-products.ts'
import { hubTrend, soughtShare } from '../../src/evasion/routes/hub-trend.ts'
import { usualControls, usualHubs } from '../../src/evasion/routes/usual-hubs.ts'
import { bundledRecord } from '../../src/store/find-snapshot.ts'
import { openSnapshot } from '../../src/store/index.ts'
import { commonGrowth, type SimulatedPanel, type SimulationPlan, simulatedPanel } from '../../test/evasion/simulated-panels.ts'

const panels = Number(process.argv[2] ?? 20)
const rate = 0.1

interface Cell {
  readonly key: string
  readonly hub: string
  readonly base: number
  readonly isRise: boolean
  /** Share of placebo cells with as large a rise: in classes of size, scaled by size, and scaled with the hub's own trend off. */
  readonly byClass: number
  readonly scaled: number
  readonly net: number
  /** The rise that a twentieth of the fall would make, in standard deviations. */
  readonly effect: number
}

const sizes = [0, 1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7, Number.POSITIVE_INFINITY]

function cellsOf({ products, hubs }: SimulatedPanel): Cell[] {
  const at = (partner: string, place: 'pre' | 'placeboPre', after: 'post' | 'pre') =>
    products.map(({ product, partners }) => {
      const amounts = partners.get(partner)!
      const target = partners.get('RUS')!
      return { product, partner, pre: amounts[place], post: amounts[after], growth: commonGrowth, fall: target.pre - target.post }
    })
  const placebos: PlaceboCell[] = hubs.flatMap((hub) => at(hub, 'placeboPre', 'pre'))
  const nulls = sizeScaledNull(placebos)
  const classOf = (pre: number): number => sizes.findIndex((end) => pre * commonGrowth <= end)
  const classes = sizes.map((_, i) =>
    Float64Array.from(
      placebos.filter(({ pre }) => classOf(pre) === i),
      (cell) => logExcess(cell, commonGrowth),
    ).sort(),
  )
  return hubs.flatMap((hub) => {
    const own = at(hub, 'pre', 'post')
    const trend = hubTrend(
      own.map((cell) => ({ cell, fall: cell.fall })),
      nulls,
    )
    return own.map((cell): Cell => {
      const base = cell.pre * commonGrowth
      const logs = classes[classOf(cell.pre)]!
      return {
        ...{ key: `${cell.product} ${hub}`, hub, base, isRise: cell.post > base },
        byClass: (1 + atLeast(logs, logExcess(cell, commonGrowth))) / (1 + logs.length),
        ...{ scaled: nulls.pOf(cell, 0)!, net: nulls.pOf(cell, trend)! },
        effect: (1.476 * Math.log(1 + (soughtShare * cell.fall) / (base + 1000))) / nulls.reachAt(base),
      }
    })
  })
}

type Way = (cells: readonly Cell[], panel: SimulatedPanel) => Float64Array

const p = (cells: readonly Cell[], of: 'byClass' | 'scaled' | 'net'): Float64Array => Float64Array.from(cells, (cell) => cell[of])
const weightsOf = (cells: readonly Cell[]): Float64Array => powerWeights(Float64Array.from(cells, ({ effect }) => effect))
const evenly = (cells: readonly Cell[]): Float64Array => new Float64Array(cells.length).fill(1)
const inFamilies = (cells: readonly Cell[], of: Float64Array, weights: Float64Array, hubP: ReadonlyMap<string, number>): Float64Array =>
  hierarchicalRates(
    cells.map(({ hub }, i) => ({ family: hub, p: of[i]!, weight: weights[i]! })),
    hubP,
  )
/** Share of true nulls after Storey. */
const nullShare = (of: readonly number[]): number => Math.min(1, (1 + of.filter((one) => one > 0.5).length) / (0.5 * of.length))

const ways: Readonly<Record<string, Way>> = {
  'Benjamini-Hochberg, placebo cells in classes of size (before)': (cells) => falseDiscoveryRates(p(cells, 'byClass')),
  'the same with the share of nulls (Storey)': (cells) => {
    const nulls = nullShare([...p(cells, 'byClass')])
    return falseDiscoveryRates(p(cells, 'byClass')).map((q) => q * nulls)
  },
  'placebo cells scaled by size': (cells) => falseDiscoveryRates(p(cells, 'scaled')),
  'scaled, weighted by the fall': (cells) => {
    const weights = weightsOf(cells)
    return falseDiscoveryRates(p(cells, 'scaled').map((one, i) => Math.min(1, one / Math.max(0.001, weights[i]!))))
  },
  'weighted by the share of nulls of each hub (Hu, Zhao & Zhou)': (cells) => {
    const own = p(cells, 'byClass')
    const share = new Map(
      [...new Set(cells.map(({ hub }) => hub))].map((hub) => [hub, nullShare([...own].filter((_, i) => cells[i]!.hub === hub))]),
    )
    const all = nullShare([...own])
    const weighted = own.map((one, i) => {
      const nulls = share.get(cells[i]!.hub)!
      return nulls >= 1 ? 1 : Math.min(1, (one * nulls) / (1 - nulls))
    })
    return falseDiscoveryRates(weighted).map((q) => q * (1 - all))
  },
  'hubs by Simes, then products': (cells) => inFamilies(cells, p(cells, 'scaled'), evenly(cells), new Map()),
  'hubs by Simes, then products by the fall, net of the hub’s trend': (cells) =>
    inFamilies(cells, p(cells, 'net'), weightsOf(cells), new Map()),
  'hubs by placebo states, then products': (cells, { hubP }) => inFamilies(cells, p(cells, 'scaled'), evenly(cells), hubP),
  'hubs by placebo states, then products by the fall': (cells, { hubP }) => inFamilies(cells, p(cells, 'scaled'), weightsOf(cells), hubP),
  'hubs by placebo states, then products by the fall, net of the hub’s trend (used)': (cells, { hubP }) =>
    inFamilies(cells, p(cells, 'net'), weightsOf(cells), hubP),
}

const three = ['KGZ', 'ARM', 'KAZ']
const plans: Readonly<Record<string, Omit<SimulationPlan, 'seed'>>> = {
  nothing: {},
  '5 % of every product, three hubs': { reroute: { hubs: three, share: 0.05, ofProducts: 1 } },
  '5 % of three in ten, three hubs': { reroute: { hubs: three, share: 0.05, ofProducts: 0.3 } },
  '20 % of three in ten, three hubs': { reroute: { hubs: three, share: 0.2, ofProducts: 0.3 } },
  '5 % of every product, Kazakhstan': { reroute: { hubs: ['KAZ'], share: 0.05, ofProducts: 1 } },
  '20 % of three in ten, three hubs that boom by 0.6': {
    boom: { hubs: three, growth: 0.6 },
    reroute: { hubs: three, share: 0.2, ofProducts: 0.3 },
  },
  'nothing, hubs with trends of 0.25': { hubTrend: 0.25 },
  '5 % of every product, three hubs, trends of 0.25': { hubTrend: 0.25, reroute: { hubs: three, share: 0.05, ofProducts: 1 } },
  '20 % of three in ten, three hubs, trends of 0.25': { hubTrend: 0.25, reroute: { hubs: three, share: 0.2, ofProducts: 0.3 } },
}
const share = (value: number, of: number): string => (of === 0 ? '-' : `${((100 * value) / of).toFixed(1)} %`)

console.log(`SIMULATED products, ${panels} panels a row, stated rate ${rate}`)
console.log('| planted | way | panels with a finding | false among findings | found |\n|---|---|---|---|---|')
for (const [planted, plan] of Object.entries(plans)) {
  const sums = new Map(Object.keys(ways).map((way) => [way, { any: 0, wrong: 0, found: 0, planted: 0 }]))
  for (let seed = 1; seed <= panels; seed++) {
    const panel = simulatedPanel({ ...plan, seed })
    const cells = cellsOf(panel)
    for (const [name, way] of Object.entries(ways)) {
      const q = way(cells, panel)
      const found = cells.filter(({ isRise }, i) => q[i]! <= rate && isRise)
      const sum = sums.get(name)!
      const right = found.filter(({ key }) => panel.planted.has(key)).length
      sum.any += found.length > 0 ? 1 : 0
      sum.wrong += found.length === 0 ? 0 : (found.length - right) / found.length
      sum.found += right
      sum.planted += panel.planted.size
    }
  }
  for (const [way, { any, wrong, found, planted: all }] of sums)
    console.log(`| ${planted} | ${way} | ${any} of ${panels} | ${share(wrong, panels)} | ${share(found, all)} |`)
}

/** Found by size: what is planted over what the hub would have bought anyway, and in euros where it bought nothing. */
console.log('\n| planted over what was expected | 5 % of every product | 20 % of three in ten |\n|---|---|---|')
const sold = [0.1, 0.3, 1, 3, 10, 30, 100, Number.POSITIVE_INFINITY]
const empty = [1e4, 3e4, 1e5, 3e5, 1e6, Number.POSITIVE_INFINITY]
const curve = (plan: Omit<SimulationPlan, 'seed'>): Map<string, [number, number]> => {
  const counts = new Map<string, [number, number]>()
  for (let seed = 1; seed <= panels; seed++) {
    const panel = simulatedPanel({ ...plan, seed })
    const tests = testProducts(panel.products, panel.products, { ...designOf(panel), hubP: panel.hubP })!
    for (const [product, cells] of tests.at)
      for (const { iso3, pre, q, excess } of cells) {
        const amount = panel.planted.get(`${product} ${iso3}`)
        if (amount === undefined) continue
        const expected = pre * commonGrowth
        const key =
          expected > 0
            ? `up to ${sold.find((end) => amount / expected <= end)}`
            : `nothing before, up to EUR ${empty.find((end) => amount <= end)}`
        const count = counts.get(key) ?? [0, 0]
        counts.set(key, [count[0] + (q <= rate && excess > 0 ? 1 : 0), count[1] + 1])
      }
  }
  return counts
}
function designOf({ hubs, controls }: SimulatedPanel) {
  return { target: 'RUS', hubs, controls, growth: commonGrowth, placeboGrowth: commonGrowth, hasDates: true, rate }
}
const curves = [plans['5 % of every product, three hubs']!, plans['20 % of three in ten, three hubs']!].map(curve)
for (const key of [...sold.map((end) => `up to ${end}`), ...empty.map((end) => `nothing before, up to EUR ${end}`)])
  console.log(`| ${key} | ${curves.map((counts) => share(...(counts.get(key) ?? [0, 0]))).join(' | ')} |`)

/** Hubs as a whole on the same panels. */
console.log(`\nHubs found at p 5 %, ${panels} SIMULATED panels a row`)
for (const [planted, plan] of Object.entries(plans)) {
  const found = new Map<string, number>()
  for (let seed = 1; seed <= panels; seed++)
    for (const [hub, one] of simulatedPanel({ ...plan, seed }).hubP) found.set(hub, (found.get(hub) ?? 0) + (one <= 0.05 ? 1 : 0))
  console.log(`${planted}: ${[...found].map(([hub, count]) => `${hub} ${share(count, panels)}`).join(', ')}`)
}

const snapshot = await openSnapshot(bundledRecord())
const yearly = (await yearlyExports(snapshot))!
const hubs = usualHubs('RUS')!
const states = await placeboStates(snapshot, yearly, ['RUS', ...hubs, ...usualControls], '2022-03-01')
const years = { pre: [2017, 2018, 2019, 2020, 2021], post: [2022, 2023] }
const background = backgroundOf(yearly, states, usualControls, years)
const mean = (partner: string, of: readonly number[]): number =>
  of.reduce((sum, year) => sum + yearly.partners.get(partner)![yearly.years.indexOf(year)]!, 0) / of.length
const addition = 0.05 * (mean('RUS', years.pre) - mean('RUS', years.post))
console.log(
  `\nHubs: real growth of states that are no hubs, p 5 %; SIMULATED is EUR ${(addition / 1e9).toFixed(2)} bn a year, or what the answer calls detectable`,
)
console.log(
  '| exports before, EUR bn a year | states | found | without the addition | interval holds the truth | detectable: median, EUR bn | detectable: found |\n|---|---|---|---|---|---|---|',
)
for (const most of [1, 3, 10, Number.POSITIVE_INFINITY]) {
  const own = states.filter((state) => mean(state, years.pre) >= 0.2e9 && mean(state, years.pre) <= most * 1e9)
  let [found, wrong, held, seen] = [0, 0, 0, 0]
  const sizesSeen: number[] = []
  for (const state of own) {
    const others = { ...background, placebos: background.placebos.filter(({ iso3 }) => iso3 !== state) }
    const [pre, post] = [mean(state, years.pre), mean(state, years.post)]
    const expected = pre * background.growth
    const test = (after: number): ReturnType<typeof testAgainstStates> => testAgainstStates(others, after / expected, pre, 0)
    const rise = test(post + addition)
    if (rise.p <= 0.05) found++
    if (test(post).p <= 0.05) wrong++
    const [low, high] = [post + addition - expected * rise.high, post + addition - expected * rise.low]
    if (low <= addition && addition <= high) held++
    const detectable = rise.reach * expected
    sizesSeen.push(detectable)
    if ((post + detectable) / expected > rise.high) seen++
  }
  const middle = sizesSeen.sort((a, b) => a - b)[sizesSeen.length >> 1]!
  console.log(
    `| ${Number.isFinite(most) ? `up to ${most}` : 'any'} | ${own.length} | ${share(found, own.length)} | ${share(wrong, own.length)} | ${share(held, own.length)} | ${(middle / 1e9).toFixed(2)} | ${share(seen, own.length)} |`,
  )
}
snapshot.close()
