import { VisavisError } from '../../errors.ts'
import { type RandomStream, randomStream } from '../../numeric/random.ts'
import { type CoalitionGame, grandCoalition, has, joined, left } from './coalition-game.ts'

/** How a candidate's part in the target's loss is measured. */
export interface Contribution {
  /** Target's loss if the candidate acts alone. */
  readonly alone: number
  /** By how much the loss of the target falls if the candidate leaves the coalition of all. */
  readonly last: number
  /** Mean of what the candidate adds over all orders in which the coalition can form (Shapley value). */
  readonly shapley: number
  /** Standard error of `shapley`; 0 if all coalitions were solved. */
  readonly error: number
}

export interface ShapleyAnswer {
  readonly contributions: readonly Contribution[]
  /** What the coalition of all does to the target beyond what none does; the Shapley values add up to it. */
  readonly total: number
  readonly method: 'exact' | 'sampled'
  /** Orders that were drawn; 0 if all coalitions were solved. */
  readonly orders: number
}

/** Up to this many candidates, all coalitions can be solved: 1,024 of them. */
export const mostExact = 10

/**
 * Computes each candidate's Shapley value from all coalitions.
 *
 * @throws VisavisError Usage for more than ten candidates
 * @see Shapley 1953, Contributions to the Theory of Games II
 */
export function exactShapley(game: CoalitionGame): ShapleyAnswer {
  const n = game.candidates
  if (n > mostExact) throw new VisavisError('Usage', `all coalitions are solved for up to ${mostExact} candidates, not ${n}`)
  const weight = sizeWeights(n)
  const values = new Float64Array(n)
  for (let coalition = 0n; coalition < 1n << BigInt(n); coalition++) {
    const loss = game.outcome(coalition).targetLoss
    const size = bitCount(coalition, n)
    for (let i = 0; i < n; i++) {
      // a coalition counts for its members as what they complete, and against the others as what they would join
      values[i] = values[i]! + (has(coalition, i) ? weight[size - 1]! * loss : -weight[size]! * loss)
    }
  }
  return answer(game, values, new Float64Array(n), 'exact', 0)
}

/** Probability that a given set of `size` others precedes a candidate in a random order: size! (n - size - 1)! / n!. The last entry, never used, is 0. */
function sizeWeights(n: number): number[] {
  const weights = [1 / n]
  for (let size = 1; size < n; size++) weights.push((weights[size - 1]! * size) / (n - size))
  return [...weights, 0]
}

function bitCount(coalition: bigint, n: number): number {
  let count = 0
  for (let i = 0; i < n; i++) if (has(coalition, i)) count++
  return count
}

export interface SamplingOptions {
  /** Orders to draw; an even number, as each is also taken in reverse. */
  readonly orders: number
  readonly seed: number
}

/**
 * Estimates each candidate's Shapley value from random orders of joining. Each order is also taken in reverse: who comes late in one comes early in the other, so
 * that where contributions rise or fall with the size of the coalition, the two errors cancel. The estimates add up to the total exactly.
 *
 * @throws VisavisError Usage for fewer than four orders or an odd number
 * @see Castro, Gómez & Tejada 2009, Computers & Operations Research 36(5); Mitchell et al. 2022, Journal of Machine Learning Research 23
 */
export function sampledShapley(game: CoalitionGame, { orders, seed }: SamplingOptions): ShapleyAnswer {
  if (!(Number.isInteger(orders) && orders >= 4 && orders % 2 === 0))
    throw new VisavisError('Usage', `orders: needs an even number from 4 on, not ${orders}`)
  const n = game.candidates
  const drawn = drawnOrders(n, orders / 2, seed)
  const [sum, squares] = [new Float64Array(n), new Float64Array(n)]
  for (let pair = 1; pair <= orders / 2; pair++) {
    const order = drawn[pair - 1]!
    const [there, back] = [additions(game, order), additions(game, [...order].reverse())]
    for (let i = 0; i < n; i++) {
      const mean = (there[i]! + back[i]!) / 2
      const from = mean - sum[i]! // running mean and squares: the error must not be a difference of large sums
      sum[i] = sum[i]! + from / pair
      squares[i] = squares[i]! + from * (mean - sum[i]!)
    }
  }
  const pairs = orders / 2
  return answer(
    game,
    sum,
    squares.map((square) => Math.sqrt(square / (pairs - 1) / pairs)),
    'sampled',
    orders,
  )
}

function drawnOrders(n: number, count: number, seed: number): number[][] {
  const random = randomStream(seed, 'shapley')
  return Array.from({ length: count }, () => shuffled(n, random))
}

/**
 * Returns the coalitions that a computation needs, each once and in an order in which neighbours differ little, so that a caller can solve them one by one,
 * show progress and stop.
 *
 * @param sampling   the orders that will be drawn; undefined: all coalitions
 */
export function coalitionsNeeded(n: number, sampling?: Pick<SamplingOptions, 'orders' | 'seed'>): bigint[] {
  if (sampling === undefined) return Array.from({ length: 2 ** n }, (_, i) => BigInt(i ^ (i >> 1))) // Gray code: one member changes at a time
  const all = grandCoalition(n)
  const orders = drawnOrders(n, sampling.orders / 2, sampling.seed).flatMap((order) => [order, [...order].reverse()])
  const alone = Array.from({ length: n }, (_, i) => joined(0n, i))
  const prefixes = orders.flatMap((order) => order.map((_, k) => order.slice(0, k + 1).reduce(joined, 0n)))
  return [...new Set([0n, ...alone, ...prefixes, all, ...alone.map((_, i) => left(all, i))])]
}

function shuffled(n: number, random: RandomStream): number[] {
  const order = Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
  return order
}

/** What each candidate adds to the target's loss when it joins in this order. */
function additions(game: CoalitionGame, order: readonly number[]): Float64Array {
  const added = new Float64Array(order.length)
  let coalition = 0n
  let before = game.outcome(coalition).targetLoss
  for (const candidate of order) {
    coalition = joined(coalition, candidate)
    const now = game.outcome(coalition).targetLoss
    added[candidate] = now - before
    before = now
  }
  return added
}

function answer(
  game: CoalitionGame,
  values: Float64Array,
  errors: Float64Array,
  method: ShapleyAnswer['method'],
  orders: number,
): ShapleyAnswer {
  const all = grandCoalition(game.candidates)
  const [none, every] = [game.outcome(0n).targetLoss, game.outcome(all).targetLoss]
  const contributions = Array.from(values, (shapley, i) => ({
    alone: game.outcome(joined(0n, i)).targetLoss - none,
    last: every - game.outcome(left(all, i)).targetLoss,
    shapley,
    error: errors[i]!,
  }))
  return { contributions, total: every - none, method, orders }
}
