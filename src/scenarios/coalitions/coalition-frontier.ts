import { type CoalitionGame, costOf, has, joined, membersOf } from './coalition-game.ts'
import { mostExact } from './shapley.ts'

/** A coalition with what it does and what it costs its members together. */
export interface CoalitionPoint {
  /** Positions of the members in rising order. */
  readonly members: readonly number[]
  readonly targetLoss: number
  readonly cost: number
}

export interface Frontier {
  /** In rising order of harm; each harms more than those before and costs more. It begins with the coalition of nobody. */
  readonly points: readonly CoalitionPoint[]
  /** exact: no coalition is better. stepwise: grown member by member, so that a better one may exist. */
  readonly method: 'exact' | 'stepwise'
}

/**
 * Finds the coalitions to which there is no better one: none that harms the target as much at a lower cost to its members.
 *
 * @param exact   whether all coalitions are compared (up to ten candidates unless said); if not, the coalition grows by the member that adds most harm for each
 *   unit of added cost
 */
export function frontier(game: CoalitionGame, exact: boolean = game.candidates <= mostExact): Frontier {
  return { points: undominated(exact ? everyCoalition(game) : stepwise(game, perCost)), method: exact ? 'exact' : 'stepwise' }
}

/** The smallest coalition from which the target loses at least `loss`. */
export interface CoalitionThreshold {
  readonly loss: number
  /** Undefined if even the coalition of all does not reach the loss. */
  readonly point: CoalitionPoint | undefined
  readonly method: Frontier['method']
}

/**
 * Finds the coalition with the fewest members from which the target loses at least a given amount; of several, the one at least cost.
 *
 * @param exact   whether all coalitions are compared (up to ten candidates unless said); if not, the coalition grows by the member that adds most harm, so that a
 *   smaller one may exist
 */
export function threshold(game: CoalitionGame, loss: number, exact: boolean = game.candidates <= mostExact): CoalitionThreshold {
  const points = exact ? everyCoalition(game) : stepwise(game, (harm) => harm)
  const enough = points.filter(({ targetLoss }) => targetLoss >= loss)
  const [point] = enough.sort((a, b) => a.members.length - b.members.length || a.cost - b.cost)
  return { loss, point, method: exact ? 'exact' : 'stepwise' }
}

function everyCoalition(game: CoalitionGame): CoalitionPoint[] {
  return Array.from({ length: 2 ** game.candidates }, (_, coalition) => pointOf(game, BigInt(coalition)))
}

function pointOf(game: CoalitionGame, coalition: bigint): CoalitionPoint {
  return {
    members: membersOf(coalition, game.candidates),
    targetLoss: game.outcome(coalition).targetLoss,
    cost: costOf(game, coalition),
  }
}

/** Grows a coalition from nobody to all, each time by the candidate with the highest worth of its added harm and cost. */
function stepwise(game: CoalitionGame, worth: (harm: number, cost: number) => number): CoalitionPoint[] {
  const points = [pointOf(game, 0n)]
  let coalition = 0n
  for (let size = 0; size < game.candidates; size++) {
    const from = points.at(-1)!
    let best: { coalition: bigint; point: CoalitionPoint; worth: number } | undefined
    for (let candidate = 0; candidate < game.candidates; candidate++) {
      if (has(coalition, candidate)) continue
      const next = joined(coalition, candidate)
      const point = pointOf(game, next)
      const value = worth(point.targetLoss - from.targetLoss, point.cost - from.cost)
      if (best === undefined || value > best.worth) best = { coalition: next, point, worth: value }
    }
    coalition = best!.coalition
    points.push(best!.point)
  }
  return points
}

/** Harm for each unit of cost. A candidate whose joining costs nothing or saves is worth more than any that costs. */
function perCost(harm: number, cost: number): number {
  if (harm <= 0) return cost <= 0 ? 0 : harm
  return cost > 0 ? harm / cost : Number.MAX_VALUE
}

/** Leaves out each point to which another harms at least as much at no higher cost. */
function undominated(points: readonly CoalitionPoint[]): CoalitionPoint[] {
  const byHarm = [...points].sort((a, b) => b.targetLoss - a.targetLoss || a.cost - b.cost || a.members.length - b.members.length)
  const kept: CoalitionPoint[] = []
  for (const point of byHarm) if (kept.length === 0 || point.cost < kept.at(-1)!.cost) kept.push(point)
  return kept.reverse()
}
