import { eachCell } from './models/trade-shares.ts'
import type { PreparedModel, Solved } from './solve-scenario.ts'

/** Changes of trade in per cent, by economy in the order of the base; null where there was none before. */
export interface TradeChanges {
  readonly exports: readonly (number | null)[]
  readonly imports: readonly (number | null)[]
  readonly withPartners: readonly Readonly<Record<string, number | null>>[]
}

/** Number of largest partners that are listed beside those that a shock names. */
const largest = 10
/** At most so many named partners are listed. */
const mostNamed = 60

/** Some economies under one name. */
export interface NamedGroup {
  readonly name: string
  readonly at: readonly number[]
}

/** Works out how exports, imports and trade with single partners and with groups change. */
export function tradeChanges(
  { base }: PreparedModel,
  { flows, flowsBefore }: Solved,
  named: readonly number[],
  groups: readonly NamedGroup[] = [],
): TradeChanges {
  const n = base.economies.length
  const [before, after] = [flowsBefore, flows].map((cells) => betweenEconomies(cells, n, base.sectors.length)) as [
    Float64Array,
    Float64Array,
  ]
  const rows = base.economies.map((_, i) => totals(before, after, n, i))
  return {
    exports: rows.map(({ sold }) => change(sold)),
    imports: rows.map(({ bought }) => change(bought)),
    withPartners: base.economies.map((_, i) => ({
      ...partnersOf(before, after, base.economies, i, named),
      ...groupsOf(before, after, n, i, groups),
    })),
  }
}

function betweenEconomies(cells: Float64Array, n: number, m: number): Float64Array {
  const sums = new Float64Array(n * n)
  eachCell(n, m, (cell, _, i, j) => {
    if (i !== j) sums[i * n + j]! += cells[cell]!
  })
  return sums
}

type Pair = [before: number, after: number]

function totals(before: Float64Array, after: Float64Array, n: number, i: number): { sold: Pair; bought: Pair } {
  const [sold, bought]: [Pair, Pair] = [
    [0, 0],
    [0, 0],
  ]
  for (let j = 0; j < n; j++) {
    sold[0] += before[i * n + j]!
    sold[1] += after[i * n + j]!
    bought[0] += before[j * n + i]!
    bought[1] += after[j * n + i]!
  }
  return { sold, bought }
}

function partnersOf(
  before: Float64Array,
  after: Float64Array,
  economies: readonly string[],
  i: number,
  named: readonly number[],
): Record<string, number | null> {
  const n = economies.length
  const both = (cells: Float64Array, j: number): number => cells[i * n + j]! + cells[j * n + i]!
  const bySize = economies.map((_, j) => j).sort((a, b) => both(before, b) - both(before, a))
  const listed = [...new Set([...named.slice(0, mostNamed), ...bySize.slice(0, largest)])].filter((j) => j !== i)
  return Object.fromEntries(listed.map((j) => [economies[j]!, change([both(before, j), both(after, j)])]))
}

/** Trade of an economy with the members of each group but itself, both ways. */
function groupsOf(
  before: Float64Array,
  after: Float64Array,
  n: number,
  i: number,
  groups: readonly NamedGroup[],
): Record<string, number | null> {
  const sum = (cells: Float64Array, at: readonly number[]): number =>
    at.reduce((total, j) => (j === i ? total : total + cells[i * n + j]! + cells[j * n + i]!), 0)
  return Object.fromEntries(groups.map(({ name, at }) => [name, change([sum(before, at), sum(after, at)])]))
}

function change([before, after]: Pair): number | null {
  return before > 0 ? 100 * (after / before - 1) : null
}
