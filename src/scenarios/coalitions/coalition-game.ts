import { VisavisError } from '../../errors.ts'

/** What a coalition does: to its target, and to each candidate whether it takes part or not. */
export interface CoalitionOutcome {
  /** What the target loses; a gain is negative. */
  readonly targetLoss: number
  /** What each candidate loses, in the order of the candidates and in one unit for all; a gain is negative. */
  readonly losses: readonly number[]
}

/**
 * Solves for what a coalition does.
 *
 * @param members   positions of the members among the candidates, in rising order
 */
export type CoalitionSolver = (members: readonly number[]) => CoalitionOutcome

/** A target and the candidates for a coalition against it. Each coalition is solved once. */
export interface CoalitionGame {
  readonly candidates: number
  /** Returns the outcome of a coalition, given as a set of bits: bit i for candidate i. */
  outcome(coalition: bigint): CoalitionOutcome
  /** Keeps the outcome of a coalition that was solved elsewhere. */
  keep(members: readonly number[], outcome: CoalitionOutcome): void
  /** How many coalitions were solved. */
  solved(): number
}

/** The most candidates of a game: all states that a table may have are fewer. */
const mostCandidates = 200

/**
 * Makes a game from a solver.
 *
 * @param names   of the candidates, for errors
 * @throws VisavisError Usage without candidates or with more than 200; BadInput from `outcome` and `keep` if the solver returns a loss that is not a number
 */
export function coalitionGame(names: readonly string[], solve: CoalitionSolver): CoalitionGame {
  const candidates = names.length
  if (!(candidates >= 1 && candidates <= mostCandidates))
    throw new VisavisError('Usage', `a coalition needs 1 to ${mostCandidates} candidates, not ${candidates}`)
  const kept = new Map<bigint, CoalitionOutcome>()
  return {
    candidates,
    outcome(coalition) {
      const known = kept.get(coalition)
      if (known !== undefined) return known
      const outcome = checked(solve(membersOf(coalition, candidates)), coalition, names)
      kept.set(coalition, outcome)
      return outcome
    },
    keep(members, outcome) {
      const coalition = members.reduce(joined, 0n)
      kept.set(coalition, checked(outcome, coalition, names))
    },
    solved: () => kept.size,
  }
}

function checked(outcome: CoalitionOutcome, coalition: bigint, names: readonly string[]): CoalitionOutcome {
  if (outcome.losses.length === names.length && [outcome.targetLoss, ...outcome.losses].every(Number.isFinite)) return outcome
  const who = membersOf(coalition, names.length).map((i) => names[i])
  throw new VisavisError('BadInput', `the model has no solution for the coalition of ${who.join(', ') || 'nobody'}`, {
    hint: 'cut less: --factor 2',
  })
}

/**
 * Returns the positions of a coalition's members in rising order.
 *
 * @example membersOf(0b101n, 3)   // [0, 2]
 */
export function membersOf(coalition: bigint, candidates: number): number[] {
  return Array.from({ length: candidates }, (_, i) => i).filter((i) => has(coalition, i))
}

/** Whether a candidate is a member. */
export function has(coalition: bigint, candidate: number): boolean {
  return ((coalition >> BigInt(candidate)) & 1n) === 1n
}

/** The coalition with one more member. */
export function joined(coalition: bigint, candidate: number): bigint {
  return coalition | (1n << BigInt(candidate))
}

/** The coalition without a member. */
export function left(coalition: bigint, candidate: number): bigint {
  return coalition & ~(1n << BigInt(candidate))
}

/** The coalition of all candidates. */
export function grandCoalition(candidates: number): bigint {
  return (1n << BigInt(candidates)) - 1n
}

/** What the members of a coalition lose together. */
export function costOf(game: CoalitionGame, coalition: bigint): number {
  return game.outcome(coalition).losses.reduce((sum, loss, i) => sum + (has(coalition, i) ? loss : 0), 0)
}
