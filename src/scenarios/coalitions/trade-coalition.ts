import type { Shock } from '../models/trade-table.ts'
import { type CoalitionGame, type CoalitionOutcome, type CoalitionSolver, coalitionGame } from './coalition-game.ts'

/** A model of trade that is ready to be solved for any change of trade costs. */
export interface TradeModel {
  /** Numbers of economies and of sectors. */
  readonly n: number
  readonly sectors: number
  /** What each economy spends before the change, in the currency of the base. */
  readonly expenditure: Float64Array
  /** Solves for a shock, from wages whose logarithms are given. */
  solve(shock: Shock, start?: Float64Array): SolvedTrade
}

export interface SolvedTrade {
  readonly converged: boolean
  /** Change of real spending of each economy as a factor. */
  readonly welfare: Float64Array
  readonly logWage: Float64Array
}

/** Who acts as one: a state, or the members of a bloc. Positions in the base. */
export type TradeParty = readonly number[]

/** What is done to trade between two sides. */
export interface TradeCut {
  /** Factor of the cost of moving goods; infinite for a ban. */
  readonly factor: number
  /** Sectors that are cut, by position. */
  readonly sectors: readonly number[]
  /** Which flows: those of both directions, or only sales of the first side to the second. */
  readonly direction: 'both' | 'sales'
}

/** A coalition against a target. */
export interface CoalitionThreat {
  readonly target: TradeParty
  readonly candidates: readonly { readonly name: string; readonly party: TradeParty }[]
  readonly cut: TradeCut
}

/** Makes the game of a coalition that cuts its trade with a target. */
export function tradeCoalition(model: TradeModel, threat: CoalitionThreat): CoalitionGame {
  return coalitionGame(
    threat.candidates.map(({ name }) => name),
    coalitionSolver(model, threat),
  )
}

/**
 * Returns the solver of such a game. The target's loss is in percent of its spending, losses of candidates in the currency of the base; where the model has no
 * solution they are not numbers. A coalition's search begins at the sum of what its members change alone, so that an outcome does not depend on what was solved
 * before.
 */
export function coalitionSolver(model: TradeModel, { target, candidates, cut }: CoalitionThreat): CoalitionSolver {
  const solve = (members: readonly number[], start?: Float64Array): SolvedTrade =>
    model.solve(
      cutTrade(
        model,
        members.flatMap((i) => candidates[i]!.party),
        target,
        cut,
      ),
      start,
    )
  const alone: (SolvedTrade | undefined)[] = []
  const solvedAlone = (i: number): SolvedTrade => {
    alone[i] ??= solve([i])
    return alone[i]
  }
  return (members): CoalitionOutcome => {
    const solved = members.length === 1 ? solvedAlone(members[0]!) : solve(members, sumOfChanges(members.map(solvedAlone), model.n))
    return {
      targetLoss: solved.converged ? percentLoss(model, solved, target) : Number.NaN,
      losses: candidates.map(({ party }) => (solved.converged ? moneyLoss(model, solved, party) : Number.NaN)),
    }
  }
}

function sumOfChanges(changes: readonly SolvedTrade[], n: number): Float64Array {
  const sum = new Float64Array(n)
  for (const { converged, logWage } of changes) if (converged) for (let i = 0; i < n; i++) sum[i] = sum[i]! + logWage[i]!
  return sum
}

/**
 * Returns the change of trade costs between two sides. An economy on both sides keeps its sales at home.
 *
 * @param first    the side whose sales are cut if only one direction is
 */
export function cutTrade({ n, sectors }: Pick<TradeModel, 'n' | 'sectors'>, first: TradeParty, second: TradeParty, cut: TradeCut): Shock {
  const costs = new Float64Array(n * n * sectors).fill(1)
  for (const s of cut.sectors) {
    for (const i of first) {
      for (const j of second) {
        if (i === j) continue
        costs[(s * n + i) * n + j] = cut.factor
        if (cut.direction === 'both') costs[(s * n + j) * n + i] = cut.factor
      }
    }
  }
  return { costs }
}

/** What a party loses, in the currency of the base. */
export function moneyLoss({ expenditure }: TradeModel, { welfare }: SolvedTrade, party: TradeParty): number {
  return party.reduce((sum, i) => sum + (1 - welfare[i]!) * expenditure[i]!, 0)
}

/** What a party loses in percent of its spending. */
export function percentLoss(model: TradeModel, solved: SolvedTrade, party: TradeParty): number {
  return (100 * moneyLoss(model, solved, party)) / spendingOf(model, party)
}

/** What a party spends before the change. */
export function spendingOf({ expenditure }: TradeModel, party: TradeParty): number {
  return party.reduce((sum, i) => sum + expenditure[i]!, 0)
}
