/**
 * `npx tsx scripts/routes-power.ts [panels]`: how often planted reroutes are found, and how many findings are false, on SIMULATED panels of products (see
 * test/evasion/simulated-panels.ts), by rival ways to test products; and for hubs as a whole on the real growth of states that are no hubs, with a SIMULATED
 * addition of 5 % of the fall to Russia. Prints tables for docs/routes.md.
 */

import { logExcess } from '../src/evasion/methods/excess.ts'
import { falseDiscoveryRates } from '../src/evasion/methods/false-discovery.ts'
import { yearlyExports } from '../src/evasion/panels/yearly-exports.ts'
import { backgroundOf, placeboStates, testAgainstStates } from '../src/evasion/routes/background.ts'
import { testProducts } from '../src/evasion/routes/hub-products.ts'
import { usualControls, usualHubs } from '../src/evasion/routes/usual-hubs.ts'
import { bundledRecord } from '../src/store/find-snapshot.ts'
import { openSnapshot } from '../src/store/index.ts'
import { commonGrowth, type SimulatedPanel, type SimulationPlan, simulatedPanel } from '../test/evasion/simulated-panels.ts'

const panels = Number(process.argv[2] ?? 20)
const rate = 0.1

interface Cell {
  readonly key: string
  readonly hub: string
  readonly p: number
  readonly isRise: boolean
}

/** A way to decide which cells are findings; `p` is the present test, by placebo cells of similar size. */
type Way = (cells: readonly Cell[], panel: SimulatedPanel) => ReadonlySet<string>

const byRates = (cells: readonly Cell[], p: Float64Array, bound: number): ReadonlySet<string> => {
  const q = falseDiscoveryRates(p)
  return new Set(cells.filter((cell, i) => q[i]! <= bound && cell.isRise).map(({ key }) => key))
}

/** Share of true nulls after Storey: twice the share of p-values above a half, so much as a rise allows. */
const nullShare = (p: readonly number[]): number => Math.min(1, (1 + p.filter((one) => one > 0.5).length) / (0.5 * p.length))

const ways: Readonly<Record<string, Way>> = {
  'Benjamini-Hochberg (present)': (cells) =>
    byRates(
      cells,
      Float64Array.from(cells, ({ p }) => p),
      rate,
    ),
  'with the share of nulls (Storey)': (cells) =>
    byRates(
      cells,
      Float64Array.from(cells, ({ p }) => p),
      rate / nullShare(cells.map(({ p }) => p)),
    ),
  'by hub, weighted by its share of nulls (Hu, Zhao & Zhou)': (cells) => {
    const share = new Map(
      [...new Set(cells.map(({ hub }) => hub))].map((hub) => [hub, nullShare(cells.filter((one) => one.hub === hub).map(({ p }) => p))]),
    )
    const weighted = Float64Array.from(cells, ({ hub, p }) => {
      const nulls = share.get(hub)!
      return nulls >= 1 ? 1 : Math.min(1, (p * nulls) / (1 - nulls))
    })
    const overall = nullShare(cells.map(({ p }) => p))
    return byRates(cells, weighted, overall >= 1 ? rate : rate / (1 - overall))
  },
  'one null of standardised cells, continuous in size': (cells, panel) => {
    const p = standardised(cells, panel)
    return byRates(cells, p, rate)
  },
  'standardised, by hub and share of nulls': (cells, panel) => {
    const p = standardised(cells, panel)
    return ways['by hub, weighted by its share of nulls (Hu, Zhao & Zhou)']!(
      cells.map((cell, i) => ({ ...cell, p: p[i]! })),
      panel,
    )
  },
}

/** Log excess over a spread that falls smoothly with size, fitted to the placebo cells; p from all of them together, so that it can be as small as one in their number. */
function standardised(cells: readonly Cell[], { products, hubs }: SimulatedPanel): Float64Array {
  const usable = new Map(products.map((one) => [one.product, one]))
  const cellAt = (product: string, hub: string, isPlacebo: boolean): { size: number; log: number } => {
    const amounts = usable.get(product)!.partners.get(hub)!
    const [pre, post] = isPlacebo ? [amounts.placeboPre, amounts.pre] : [amounts.pre, amounts.post]
    return { size: Math.log(pre * commonGrowth + 1000), log: logExcess({ pre, post }, commonGrowth) }
  }
  const placebos = products.flatMap(({ product }) => hubs.map((hub) => cellAt(product, hub, true)))
  const sorted = placebos.toSorted((a, b) => a.size - b.size)
  const [window, spreads] = [400, [] as { size: number; middle: number; spread: number }[]]
  for (let i = 0; i + window <= sorted.length; i += window / 4) {
    const logs = sorted
      .slice(i, i + window)
      .map(({ log }) => log)
      .sort((a, b) => a - b)
    const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => logs[Math.floor(share * (window - 1))]!) as [number, number, number]
    spreads.push({ size: sorted[i + window / 2]!.size, middle, spread: Math.max(0.05, high - low) })
  }
  const at = (size: number): { middle: number; spread: number } => {
    const next = spreads.findIndex((one) => one.size >= size)
    return spreads[next < 0 ? spreads.length - 1 : next]!
  }
  const score = ({ size, log }: { size: number; log: number }): number => (log - at(size).middle) / at(size).spread
  const nulls = Float64Array.from(placebos, score).sort()
  return Float64Array.from(cells, ({ key }) => {
    const [product, hub] = key.split(' ') as [string, string]
    const own = score(cellAt(product, hub, false))
    let [low, high] = [0, nulls.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (nulls[middle]! < own) low = middle + 1
      else high = middle
    }
    return (1 + nulls.length - low) / (1 + nulls.length)
  })
}

function cellsOf(panel: SimulatedPanel): Cell[] {
  const growth = { growth: commonGrowth, placeboGrowth: commonGrowth, hasDates: true, rate }
  const tests = testProducts(panel.products, panel.products, { target: 'RUS', hubs: panel.hubs, controls: panel.controls, ...growth })!
  return [...tests.at].flatMap(([product, cells]) =>
    cells.map(({ iso3, p, excess }) => ({ key: `${product} ${iso3}`, hub: iso3, p, isRise: excess > 0 })),
  )
}

const plans: Readonly<Record<string, Omit<SimulationPlan, 'seed'>>> = {
  nothing: {},
  '5 % of every product, three hubs': { reroute: { hubs: ['KGZ', 'ARM', 'KAZ'], share: 0.05, ofProducts: 1 } },
  '5 % of three in ten, three hubs': { reroute: { hubs: ['KGZ', 'ARM', 'KAZ'], share: 0.05, ofProducts: 0.3 } },
  '20 % of three in ten, three hubs': { reroute: { hubs: ['KGZ', 'ARM', 'KAZ'], share: 0.2, ofProducts: 0.3 } },
}

console.log(`SIMULATED products, ${panels} panels a row, stated rate ${rate}`)
console.log('| planted | way | panels with a finding | false among findings | found |\n|---|---|---|---|---|')
for (const [planted, plan] of Object.entries(plans)) {
  const sums = new Map(Object.keys(ways).map((way) => [way, { any: 0, wrong: 0, found: 0, planted: 0 }]))
  for (let seed = 1; seed <= panels; seed++) {
    const panel = simulatedPanel({ ...plan, seed })
    const cells = cellsOf(panel)
    for (const [name, way] of Object.entries(ways)) {
      const found = way(cells, panel)
      const sum = sums.get(name)!
      const right = [...found].filter((key) => panel.planted.has(key)).length
      sum.any += found.size > 0 ? 1 : 0
      sum.wrong += found.size === 0 ? 0 : (found.size - right) / found.size
      sum.found += right
      sum.planted += cells.filter(({ key }) => panel.planted.has(key)).length
    }
  }
  const share = (value: number, of: number): string => (of === 0 ? '-' : `${((100 * value) / of).toFixed(1)} %`)
  for (const [way, { any, wrong, found, planted: all }] of sums)
    console.log(`| ${planted} | ${way} | ${any} of ${panels} | ${share(wrong, panels)} | ${share(found, all)} |`)
}

/** Products pooled: the log growth of a hub's sum over expected, against that of panels in which nothing is planted. */
const pooled = 60
const sumsAt = (plan: Omit<SimulationPlan, 'seed'>, from: number): Map<string, number[]> => {
  const logs = new Map<string, number[]>()
  for (let seed = from; seed < from + pooled; seed++) {
    const { products, hubs: all } = simulatedPanel({ ...plan, seed })
    for (const hub of all) {
      let [pre, post] = [0, 0]
      for (const { partners } of products) {
        pre += partners.get(hub)!.pre
        post += partners.get(hub)!.post
      }
      logs.set(hub, [...(logs.get(hub) ?? []), Math.log(post / (pre * commonGrowth))])
    }
  }
  return logs
}
const bounds = new Map([...sumsAt({}, 1001)].map(([hub, logs]) => [hub, logs.sort((a, b) => a - b)[Math.floor(0.95 * pooled)]!]))
console.log(`\nProducts pooled by hub, ${pooled} SIMULATED panels, p 5 % from as many others without rerouting`)
for (const [planted, plan] of Object.entries(plans)) {
  const logs = sumsAt(plan, 1)
  console.log(
    `${planted}: ${[...logs].map(([hub, own]) => `${hub} ${((100 * own.filter((one) => one > bounds.get(hub)!).length) / own.length).toFixed(0)} %`).join(', ')}`,
  )
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
console.log(`\nHubs: real growth of states that are no hubs, plus SIMULATED EUR ${(addition / 1e9).toFixed(2)} bn a year, p 5 %`)
console.log('| exports before, EUR bn a year | states | found | without the addition | interval holds the truth |\n|---|---|---|---|---|')
for (const most of [1, 3, 10, Number.POSITIVE_INFINITY]) {
  const own = states.filter((state) => mean(state, years.pre) >= 0.2e9 && mean(state, years.pre) <= most * 1e9)
  let [found, wrong, held] = [0, 0, 0]
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
  }
  const share = (count: number): string => `${((100 * count) / own.length).toFixed(1)} %`
  console.log(`| ${Number.isFinite(most) ? `up to ${most}` : 'any'} | ${own.length} | ${share(found)} | ${share(wrong)} | ${share(held)} |`)
}
snapshot.close()
