import { indicatorOf } from './indicators.ts'

/** The lowest and the highest possible value of a figure. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/** The parties of a figure: `one` state or bloc, a `pair`, a `total` (of a party with the world, or with a bloc), or the `world`. */
type FigureScope = 'one' | 'pair' | 'total' | 'world'

/**
 * Upper bounds by unit and parties: a few times the largest figure of any source in use, which the comment after each line gives. This allows for growth, but
 * not for an error by a factor of a thousand.
 */
const mostByUnit: Readonly<Record<string, Readonly<Record<FigureScope, number>>>> = {
  USD: { one: 5e13, pair: 3e12, total: 2e13, world: 2e14 }, // GDP 3e13; 1.1e12; 3.8e12; GDP 1.1e14
  'USD of 2022': { one: 5e13, pair: 3e12, total: 2e13, world: 2e14 },
  EUR: { one: 5e13, pair: 3e12, total: 2e13, world: 2e14 }, // 3.0e11; 3.0e12
  GBP: { one: 5e13, pair: 3e12, total: 2e13, world: 2e14 },
  CNY: { one: 4e14, pair: 2e13, total: 2e14, world: 2e15 }, // 3.7e12; 2.5e13
  'international USD of 2017, PPP': { one: 1e14, pair: 0, total: 0, world: 5e14 }, // 2.4e13; 1.3e14
  'international USD of 2011, PPP': { one: 5e5, pair: 0, total: 0, world: 5e14 }, // a head: 1.3e5
  persons: { one: 3e9, pair: 1e9, total: 1e9, world: 1.5e10 }, // 1.4e9; 8.1e9
  tonnes: { one: 5e9, pair: 1e9, total: 5e9, world: 5e10 }, // steel 1.1e9; fuel 2.3e8; 6.3e8; 2.0e9
  'tonnes of coal equivalent': { one: 3e10, pair: 0, total: 0, world: 1e11 }, // 7.4e9; 2.4e10
  m3: { one: 5e12, pair: 5e11, total: 2e12, world: 1e13 }, // 5.8e10; 3.0e11; 7.7e11
  TJ: { one: 1e9, pair: 5e7, total: 2e8, world: 1e9 }, // 2.3e6; 3.0e7
  'barrels per day': { one: 2e8, pair: 2e7, total: 5e7, world: 2e8 }, // 1.2e7
  'million TIV': { one: 1e5, pair: 2e4, total: 5e4, world: 1.5e5 }, // five years 13,311; 18,110; 46,320
  km: { one: 20_040, pair: 20_040, total: 20_040, world: Number.POSITIVE_INFINITY }, // half the earth's girth
  km2: { one: 1.8e7, pair: 0, total: 0, world: 1.5e8 }, // Russia 1.71e7; all land 1.34e8
}

/** Bounds of the units whose range does not depend on the parties. */
const endsByUnit: Readonly<Record<string, Bounds>> = {
  '0 or 1': { least: 0, most: 1 },
  share: { least: 0, most: 1 },
  'share of 1': { least: 0, most: 1 },
  'share of GDP': { least: 0, most: 3 }, // Kuwait spent 1.17 of its GDP on its forces in 1991
  'share of government spending': { least: 0, most: 1 },
  'index 0 to 1': { least: 0, most: 1 },
  'score -10 to 10': { least: -10, most: 10 },
  'standard normal score': { least: -5, most: 5 },
  'type 1 to 5': { least: 1, most: 5 },
  'of 5': { least: 0, most: 5 },
  'of 6': { least: 0, most: 6 },
  days: { least: 0, most: 366 },
}

/** Indicators that are never zero. */
const neverZero = /^(gdp|gdp-estimate|gdp-per-head-estimate|population|population-nmc|population-estimate|area|gross-output)$/

/**
 * Returns the bounds of a figure. They follow from the unit, the parties, and whether the catalogue allows negative values. For a unit without bounds the upper
 * one is infinite.
 *
 * @param from, to   ISO3, bloc id or WLD; `to` is null for a figure of one party
 * @example boundsOf('gdp', 'USD', 'DEU', null).most   // 5e13
 */
export function boundsOf(indicator: string, unit: string, from: string, to: string | null): Bounds {
  const ends = endsByUnit[unit]
  if (ends !== undefined) return ends
  const most = mostByUnit[unit]?.[scopeOf(from, to)] ?? Number.POSITIVE_INFINITY
  if (neverZero.test(indicator)) return { least: Number.MIN_VALUE, most }
  return { least: indicatorOf(indicator)?.belowZero === true ? -most : 0, most }
}

/** Returns the upper bound of the sum over all states in one year; infinite for indicators whose sum has no meaning, and for units without bounds. */
export function worldTotalLimit(indicator: string, unit: string): number {
  if (/-per-head|-sd$|^distance|^internal-distance/.test(indicator)) return Number.POSITIVE_INFINITY
  return mostByUnit[unit]?.world ?? Number.POSITIVE_INFINITY
}

function scopeOf(from: string, to: string | null): FigureScope {
  if (to === null) return from === 'WLD' ? 'world' : 'one'
  if (from === 'WLD' && to === 'WLD') return 'world'
  // trade of all members of a bloc is nearly as large as that of the world
  return from.length === 3 && to.length === 3 && from !== 'WLD' && to !== 'WLD' ? 'pair' : 'total'
}
