import { quantile } from '../../numeric/quantile.ts'
import { logExcess } from './excess.ts'
import type { ProductCell } from './placebo-cells.ts'

/** A placebo cell, and what it is a part of: one partner in one window has a trend of its own. */
export interface PlaceboCell extends ProductCell {
  readonly partner: string
}

/** What log excess is where nothing is rerouted, as one distribution for cells of every size. */
export interface SizeScaledNull {
  /** The middle of log excess at a size: large flows tend to fall back, and small ones to grow. 0 with fewer than twenty placebo cells. */
  middleAt(base: number): number
  /** The reach of the upper tail at a size, in logs: its 93rd percentile over the median, which is 1.5 standard deviations of a normal distribution; 1 with fewer than twenty placebo cells. */
  reachAt(base: number): number
  /** The share of placebo cells with as large a rise; undefined where there are fewer than twenty like it. */
  pOf(cell: ProductCell, trend: number): number | undefined
}

/** Placebo cells over which middle and reach are measured at each size, and the least number of them. */
const window = 400
const least = 20
/** A trend is measured on flows above this, in EUR; smaller ones begin and end too often. */
const steady = 30_000

/**
 * Makes the null. Small flows are noisier, so log excess is divided by the reach of its upper tail at that size, which runs smoothly from cell to cell; all placebo
 * cells together then allow p-values as small as one in their number. Each partner's own trend is taken off first. Cells that were empty before can only rise
 * and are compared with their like.
 */
export function sizeScaledNull(placebos: readonly PlaceboCell[]): SizeScaledNull {
  const cells = placebos.map((cell) => ({ ...cell, log: logExcess(cell, cell.growth), base: cell.pre * cell.growth }))
  const groups = new Map<string, number[]>()
  for (const { partner, log, base } of cells) if (base > steady) groups.set(partner, [...(groups.get(partner) ?? []), log])
  const trends = new Map([...groups].map(([partner, logs]) => [partner, quantile(Float64Array.from(logs), 0.5)]))
  const sold = cells
    .filter(({ base }) => base > 0)
    .map(({ base, log, partner }) => ({ base, log: log - (trends.get(partner) ?? 0) }))
    .sort((a, b) => a.base - b.base)
  const empty = Float64Array.from(
    cells.filter(({ base }) => base <= 0),
    ({ log }) => log,
  ).sort()
  const knots = knotsOf(sold)
  const scaled = (base: number, log: number): number => {
    const { middle, reach } = knots[knotAt(knots, base)]!
    return (log - middle) / reach
  }
  const pool = Float64Array.from(knots.length === 0 ? [] : sold, ({ base, log }) => scaled(base, log)).sort()
  return {
    middleAt: (base) => (knots.length === 0 ? 0 : knots[knotAt(knots, base)]!.middle),
    reachAt: (base) => (knots.length === 0 ? 1 : knots[knotAt(knots, base)]!.reach),
    pOf: (cell, trend) => {
      const base = cell.pre * cell.growth
      const nulls = base > 0 ? pool : empty
      if (nulls.length < least) return undefined
      const log = logExcess(cell, cell.growth)
      return (1 + atLeast(nulls, base > 0 ? scaled(base, log - trend) : log - trend)) / (1 + nulls.length)
    },
  }
}

interface Knot {
  readonly base: number
  readonly middle: number
  readonly reach: number
}

function knotsOf(sold: readonly { readonly base: number; readonly log: number }[]): Knot[] {
  const length = Math.min(window, sold.length)
  if (length < least) return []
  const step = Math.max(1, Math.floor(length / 4))
  const starts = Array.from({ length: Math.floor((sold.length - length) / step) + 1 }, (_, i) => i * step)
  return starts.map((start) => {
    const logs = Float64Array.from(sold.slice(start, start + length), ({ log }) => log).sort()
    const middle = logs[length >> 1]!
    return { base: sold[start + (length >> 1)]!.base, middle, reach: Math.max(0.05, logs[Math.floor(0.93 * length)]! - middle) }
  })
}

/** The first knot of at least this size, or the last. */
function knotAt(knots: readonly Knot[], base: number): number {
  let [low, high] = [0, knots.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (knots[middle]!.base < base) low = middle + 1
    else high = middle
  }
  return low
}

/** Counts the numbers of an ascending array that are at least `value`. */
export function atLeast(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return ascending.length - low
}
