import { type CoalitionPoint, type CoalitionThreshold, frontier, threshold } from './coalition-frontier.ts'
import { type CoalitionGame, costOf, grandCoalition } from './coalition-game.ts'
import { equalisingTransfers } from './equalising-transfers.ts'
import { exactShapley, type SamplingOptions, type ShapleyAnswer, sampledShapley } from './shapley.ts'

/** What one member does and pays. Harm is in percentage points of the target's loss, money in the currency of the base. */
export interface MemberFinding {
  /** Target's loss if this member acts alone. */
  readonly alone: number
  /** By how much the target's loss falls if this member leaves the others. */
  readonly last: number
  readonly shapley: number
  readonly error: number
  /** Part of the whole harm in percent; null if there is none. */
  readonly share: number | null
  /** What it loses itself when all take part. */
  readonly ownLoss: number
  readonly ownLossPercent: number
  /** What it would receive from the others so that all lose the same share; negative: what it would pay. */
  readonly received: number
}

export interface CoalitionFindings {
  /** What the target loses when all take part, in percent. */
  readonly targetLoss: number
  /** What the members lose together when all take part, in money and in percent of their spending. */
  readonly cost: number
  readonly costPercent: number
  readonly members: readonly MemberFinding[]
  readonly shapley: Pick<ShapleyAnswer, 'method' | 'orders'>
  readonly frontier: readonly CoalitionPoint[]
  readonly frontierMethod: 'exact' | 'stepwise'
  /** The smallest coalition from which the target loses as much as asked; null if not asked. */
  readonly threshold: CoalitionThreshold | null
  /** How much money must change hands so that all members lose the same share. */
  readonly transferVolume: number
  /** Coalitions that were solved. */
  readonly solved: number
}

export interface CoalitionQuestion {
  /** Spending of each candidate, in the currency of the base. */
  readonly sizes: readonly number[]
  /** How orders are drawn; undefined: all coalitions are solved. */
  readonly sampling?: SamplingOptions | undefined
  /** Percent that the target should lose. */
  readonly loss?: number | undefined
}

/** Answers what a coalition does, who contributes what, and who pays. */
export function coalitionFindings(game: CoalitionGame, { sizes, sampling, loss }: CoalitionQuestion): CoalitionFindings {
  const shapley = sampling === undefined ? exactShapley(game) : sampledShapley(game, sampling)
  const exact = sampling === undefined
  const all = grandCoalition(game.candidates)
  const { targetLoss, losses } = game.outcome(all)
  const transfers = equalisingTransfers(losses, sizes)
  const { points, method } = frontier(game, exact)
  const cost = costOf(game, all)
  return {
    targetLoss,
    cost,
    costPercent: (100 * cost) / sizes.reduce((sum, size) => sum + size, 0),
    members: shapley.contributions.map((one, i) => ({
      ...one,
      share: shapley.total > 0 ? (100 * one.shapley) / shapley.total : null,
      ownLoss: losses[i]!,
      ownLossPercent: (100 * losses[i]!) / sizes[i]!,
      received: transfers.received[i]!,
    })),
    shapley: { method: shapley.method, orders: shapley.orders },
    frontier: points,
    frontierMethod: method,
    threshold: loss === undefined ? null : threshold(game, loss, exact),
    transferVolume: transfers.volume,
    solved: game.solved(),
  }
}
