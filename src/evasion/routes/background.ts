import { normalQuantile } from '../../numeric/normal.ts'
import { type Membership, membersOn } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { logPanel, type YearlyExports } from '../panels/yearly-exports.ts'

/** The growth that a state without any rerouting may have had over the same time: of controls, and of every state that is neither target, hub nor member of the EU. */
export interface Background {
  /** Mean growth of exports to the controls (geometric). */
  readonly growth: number
  /** Growth of each placebo state, with the size of exports to it before. */
  readonly placebos: readonly { readonly iso3: string; readonly base: number; readonly growth: number }[]
  growthOf(partner: string): number | undefined
  baseOf(partner: string): number | undefined
}

/** Years before and after, one for each month or year that is compared. */
export interface YearPairs {
  readonly pre: readonly number[]
  readonly post: readonly number[]
}

/** Returns the partners that are neither excluded nor members of the EU, and bought something in every year. */
export async function placeboStates(
  snapshot: Snapshot,
  yearly: YearlyExports,
  excluded: readonly string[],
  day: string,
): Promise<string[]> {
  const memberships = (await snapshot.rows("SELECT * FROM memberships WHERE bloc = 'EU'")) as unknown as Membership[]
  const out = new Set([...excluded, ...membersOn(memberships, 'EU', day)])
  const names = [...yearly.partners.keys()].filter((partner) => !out.has(partner)).sort()
  return [...logPanel(yearly, names).units]
}

/** Returns the growth of each placebo state and of the controls. */
export function backgroundOf(yearly: YearlyExports, states: readonly string[], controls: readonly string[], years: YearPairs): Background {
  const mean = (partner: string, of: readonly number[]): number | undefined => {
    const cells = yearly.partners.get(partner)
    if (cells === undefined || of.length === 0) return undefined
    const value = of.reduce((sum, year) => sum + cells[yearly.years.indexOf(year)]!, 0) / of.length
    return value > 0 ? value : undefined
  }
  const growthOf = (partner: string): number | undefined => {
    const [pre, post] = [mean(partner, years.pre), mean(partner, years.post)]
    return pre === undefined || post === undefined ? undefined : post / pre
  }
  const logs = controls.flatMap((control) => growthOf(control) ?? []).map(Math.log)
  return {
    growth: Math.exp(logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length)),
    placebos: states.flatMap((iso3) => {
      const growth = growthOf(iso3)
      return growth === undefined ? [] : [{ iso3, base: mean(iso3, years.pre)!, growth }]
    }),
    growthOf,
    baseOf: (partner) => mean(partner, years.pre),
  }
}

/** The place of a hub's growth among placebo states of similar size. */
export interface GrowthTest {
  /** Ends of the middle nine tenths of their growth over that of the controls. */
  readonly low: number
  readonly high: number
  readonly p: number
  /** The least addition, over what was expected, that lifts a hub above `high` in nine of ten cases. */
  readonly reach: number
}

/** States are compared with those to which between a tenth and ten times as much was exported; with fewer than this, with all. */
const leastPlacebos = 20

/** Points of the standard normal with equal probability between them, by which placebo growth is spread out. */
const normalPoints = Float64Array.from({ length: 99 }, (_, i) => normalQuantile((i + 1) / 100))

/**
 * Tests growth against that of placebo states of similar size, all over the growth of controls.
 *
 * @param ratio    exports after over the counterfactual
 * @param base     exports of all goods to the hub before; undefined: compare with all states
 * @param spread   how much, in logs, goods of a list grow otherwise than all goods where nothing is rerouted: a standard deviation; 0 for all goods
 */
export function testAgainstStates({ placebos, growth }: Background, ratio: number, base: number | undefined, spread: number): GrowthTest {
  const alike = placebos.filter((one) => base !== undefined && one.base >= base / 10 && one.base <= base * 10)
  const plain = Float64Array.from(alike.length >= leastPlacebos ? alike : placebos, (one) => one.growth / growth)
  const points = spread === 0 ? Float64Array.of(0) : normalPoints
  const ratios = Float64Array.from({ length: plain.length * points.length }, (_, i) => {
    const point = points[Math.floor(i / plain.length)]!
    return plain[i % plain.length]! * Math.exp(spread * point)
  })
  const above = ratios.filter((one) => one >= ratio).length / points.length
  ratios.sort()
  const [low, slow, high] = [0.05, 0.1, 0.95].map((level) => inOrder(ratios, levelOfNext(level, plain.length))) as [number, number, number]
  return { low, high, p: (1 + above) / (1 + plain.length), reach: high - slow }
}

/**
 * The level at which the quantile of so many values is exceeded by one more of their kind as often as asked: with few values their own quantiles lie too near
 * the middle.
 *
 * @see Vovk, Gammerman & Shafer 2005, Algorithmic Learning in a Random World, chapter 2 (conformal prediction)
 */
function levelOfNext(level: number, count: number): number {
  return Math.min(1, Math.max(0, ((count + 1) * level - 1) / (count - 1)))
}

/** A quantile of an ascending array, by linear interpolation (R's type 7); many of the same array are asked for. */
function inOrder(ascending: Float64Array, level: number): number {
  const place = level * (ascending.length - 1)
  const before = Math.floor(place)
  const value = ascending[before] ?? Number.NaN
  return value + (place - before) * ((ascending[before + 1] ?? value) - value)
}
