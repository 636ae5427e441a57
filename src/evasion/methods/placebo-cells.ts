import { quantile } from '../../numeric/quantile.ts'
import { type BeforeAfter, counterfactualAt, excess, logExcess } from './excess.ts'

/** One product at one partner: exports before and after, and the growth of controls. */
export interface ProductCell extends BeforeAfter {
  readonly growth: number
}

/** The excess of a cell, with the interval that placebo cells of similar size give it. */
export interface CellExcess {
  readonly excess: number
  readonly low90: number
  readonly high90: number
}

/** Placebo cells: cells in which no rerouting can have taken place (earlier dates, control partners), by the size of the counterfactual. */
export interface PlaceboCells {
  readonly count: number
  /** Upper ends of the classes of size, ascending; the last is infinite. */
  readonly ends: readonly number[]
  /** How many placebo cells each class has, and the ends of the middle nine tenths of their log excess. */
  readonly classes: readonly { readonly count: number; readonly low: number; readonly high: number }[]
}

/** The least number of placebo cells in a class of size. */
const leastInClass = 200
const sizes = [0, 1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7, Number.POSITIVE_INFINITY]

/**
 * Sorts placebo cells into classes of size. A class with too few cells is joined with the next smaller one. Small flows are noisier, and a product never sold
 * before can only rise: each cell is compared with its like.
 */
export function placeboCells(cells: readonly ProductCell[]): PlaceboCells {
  const classes = sizes.map((end) => ({ end, logs: [] as number[] }))
  for (const cell of cells) classes[classOf(cell, sizes)]!.logs.push(logExcess(cell, cell.growth))
  const joined: { end: number; logs: number[] }[] = []
  for (const one of classes) {
    const last = joined.at(-1)
    // products never sold before stay alone
    if (last !== undefined && joined.length > 1 && (one.logs.length < leastInClass || last.logs.length < leastInClass)) {
      last.end = one.end
      last.logs.push(...one.logs)
    } else joined.push({ ...one })
  }
  return { count: cells.length, ends: joined.map(({ end }) => end), classes: joined.map(({ logs }) => endsOf(Float64Array.from(logs))) }
}

function endsOf(logs: Float64Array): PlaceboCells['classes'][number] {
  return { count: logs.length, low: quantile(logs, 0.05), high: quantile(logs, 0.95) }
}

function classOf({ pre, growth }: ProductCell, ends: readonly number[]): number {
  const base = pre * growth
  return ends.findIndex((end) => base <= end)
}

/**
 * Returns the excess of a cell with its interval: what the cell would have been in nine of ten placebo cells of its class. Undefined if the class has fewer than
 * twenty cells.
 */
export function cellExcess(cell: ProductCell, placebos: PlaceboCells): CellExcess | undefined {
  const { count, low: least, high: most } = placebos.classes[classOf(cell, placebos.ends)]!
  if (count < 20) return undefined
  const value = excess(cell, cell.growth)
  const [low, high] = [most, least].map((log) => cell.post - counterfactualAt(cell.pre, cell.growth, log)) as [number, number]
  return { excess: value, low90: Math.min(low, value), high90: Math.max(high, value) }
}
