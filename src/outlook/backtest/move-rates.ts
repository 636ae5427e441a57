import { type ClusteredSkill, clusteredSkill, type ScoredForecast } from './skill-interval.ts'

/** Classes of many pairs by year, from 0 up; -1 where a pair did not exist. */
export interface ClassPanel {
  readonly pairs: number
  readonly first: number
  readonly last: number
  readonly classes: number
  /** By year, then pair. */
  readonly orders: readonly Int8Array[]
}

/** How often pairs moved, by class and by how long they had been in it. */
export interface MoveRates {
  /** Of all pairs that could move that way. */
  readonly base: number
  /** By class, then by the years in it (`tenureOf`). */
  readonly rates: readonly (readonly number[])[]
}

export type MoveDirection = 'up' | 'down'

/** First years of the groups of years in a class. */
const tenures = [0, 2, 5, 10, 20] as const
const originsLearnt = 25
/** A group counts as if so many more pairs had moved at the rate of their class, so that few pairs do not make a rate. */
const borrowed = 50

/**
 * Returns the group of a number of years in a class.
 *
 * @example [0, 1, 2, 25].map(tenureOf)   // [0, 0, 1, 4]
 */
export function tenureOf(years: number): number {
  return tenures.filter((least) => years >= least).length - 1
}

/** Scores of the probabilities made at one origin, or at all. */
export interface MoveScores {
  readonly n: number
  /** Moves that came. */
  readonly moves: number
  readonly brier: number
  /** Of the base rate. */
  readonly brierBase: number
}

/** How often moves came after forecasts of about one probability. */
export interface ReliabilityBin {
  readonly n: number
  readonly forecast: number
  readonly came: number
}

/** The back-test of moves in one direction so many years ahead. */
export interface MoveBacktest {
  readonly horizon: number
  readonly origins: readonly (MoveScores & { readonly origin: number })[]
  readonly all: MoveScores
  readonly skill: ClusteredSkill | null
  readonly reliability: readonly ReliabilityBin[]
  /** From every origin whose outcome is known. */
  readonly rates: MoveRates
}

/** Upper ends of the groups of probabilities in which reliability is shown. */
const reliabilityEnds = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 1] as const

/** Forecasts at every origin from `from` on, with what was known then, whether each pair will be in a higher (or lower) class, and scores by what came. */
export function backtestMoves(panel: ClassPanel, direction: MoveDirection, horizon: number, from: number): MoveBacktest | undefined {
  const years = tenuresIn(panel)
  const scored: ScoredForecast[] = []
  const origins: (MoveScores & { origin: number })[] = []
  const bins = reliabilityEnds.map(() => ({ n: 0, forecast: 0, came: 0 }))
  for (let origin = from; origin + horizon <= panel.last; origin++) {
    const rates = ratesAt(panel, years, direction, horizon, origin)
    if (rates === undefined) continue
    let [n, moves, brier, brierBase] = [0, 0, 0, 0]
    eachCase(panel, years, direction, horizon, origin, (pair, order, tenure, came) => {
      const forecast = rates.rates[order]![tenure]!
      const [score, baseline] = [(forecast - came) ** 2, (rates.base - came) ** 2]
      scored.push({ pair, origin, score, baseline })
      n++
      moves += came
      brier += score
      brierBase += baseline
      const bin = bins[reliabilityEnds.findIndex((end) => forecast <= end)]!
      bin.n++
      bin.forecast += forecast
      bin.came += came
    })
    if (n > 0) origins.push({ origin, n, moves, brier: brier / n, brierBase: brierBase / n })
  }
  const rates = ratesAt(panel, years, direction, horizon, panel.last)
  if (rates === undefined || origins.length === 0) return undefined
  const n = origins.reduce((sum, one) => sum + one.n, 0)
  const mean = (of: (one: MoveScores) => number): number => origins.reduce((sum, one) => sum + one.n * of(one), 0) / n
  return {
    horizon,
    origins,
    all: {
      n,
      moves: origins.reduce((sum, one) => sum + one.moves, 0),
      brier: mean(({ brier }) => brier),
      brierBase: mean(({ brierBase }) => brierBase),
    },
    skill: clusteredSkill(scored, horizon) ?? null,
    reliability: bins.filter((bin) => bin.n > 0).map((bin) => ({ n: bin.n, forecast: bin.forecast / bin.n, came: bin.came / bin.n })),
    rates,
  }
}

/** For how many years each pair had been in its class, by year. */
function tenuresIn({ orders, pairs }: ClassPanel): Uint8Array[] {
  const found: Uint8Array[] = []
  orders.forEach((order, t) => {
    const own = new Uint8Array(pairs)
    if (t > 0) for (let p = 0; p < pairs; p++) if (order[p] === orders[t - 1]![p]) own[p] = Math.min(200, found[t - 1]![p]! + 1)
    found.push(own)
  })
  return found
}

/** Calls `use` with every pair that could move in the direction at an origin and exists at the end: its class, group of years, and 1 if it moved. */
function eachCase(
  { first, orders, pairs, classes }: ClassPanel,
  years: readonly Uint8Array[],
  direction: MoveDirection,
  horizon: number,
  origin: number,
  use: (pair: number, order: number, tenure: number, came: 0 | 1) => void,
): void {
  const [now, then, since] = [orders[origin - first], orders[origin - first + horizon], years[origin - first]]
  if (now === undefined || then === undefined) return
  const last = direction === 'up' ? classes - 1 : 0
  for (let p = 0; p < pairs; p++) {
    const [order, later] = [now[p]!, then[p]!]
    if (order < 0 || later < 0 || order === last) continue
    use(p, order, tenureOf(since![p]!), (direction === 'up' ? later > order : later < order) ? 1 : 0)
  }
}

function ratesAt(
  panel: ClassPanel,
  years: readonly Uint8Array[],
  direction: MoveDirection,
  horizon: number,
  origin: number,
): MoveRates | undefined {
  const count = (): Float64Array[] => Array.from({ length: panel.classes }, () => new Float64Array(tenures.length))
  const [cases, moves] = [count(), count()]
  for (let one = Math.max(panel.first, origin - horizon - originsLearnt + 1); one <= origin - horizon; one++)
    eachCase(panel, years, direction, horizon, one, (_, order, tenure, came) => {
      cases[order]![tenure]!++
      moves[order]![tenure]! += came
    })
  const sum = (of: Float64Array): number => of.reduce((total, one) => total + one, 0)
  const [all, moved] = [cases.reduce((total, own) => total + sum(own), 0), moves.reduce((total, own) => total + sum(own), 0)]
  if (all === 0) return undefined
  const base = moved / all
  const rates = cases.map((own, order) => {
    const ofClass = (sum(moves[order]!) + borrowed * base) / (sum(own) + borrowed)
    return Array.from(own, (n, tenure) => Number(((moves[order]![tenure]! + borrowed * ofClass) / (n + borrowed)).toPrecision(5)))
  })
  return { base: Number(base.toPrecision(5)), rates }
}
