import { baseNamed } from '../data/bases.ts'
import { prepareModel } from '../solve-scenario.ts'
import type { CoalitionSolver } from './coalition-game.ts'
import { type CoalitionThreat, coalitionSolver, type TradeModel } from './trade-coalition.ts'

/** Everything that a thread needs to solve coalitions. */
export interface CoalitionJob {
  /** Id of a base of the package, or the path of one. */
  readonly base: string
  /** Elasticity of each sector. */
  readonly elasticities: Float64Array
  readonly threat: CoalitionThreat
}

/** What one thread is given: the job, coalitions as lists of members, and a flag that is set to 1 when it must stop. */
export interface CoalitionShare {
  readonly job: CoalitionJob
  readonly coalitions: readonly (readonly number[])[]
  readonly stop: Int32Array
}

/** Prepares the richest model of a base with given elasticities. */
export function tradeModel(base: string, elasticities: Float64Array): TradeModel {
  const { shares, solve } = prepareModel({ name: 'cut', base, shocks: [] }, baseNamed(base), elasticities)
  const { n, sectors, expenditure } = shares
  return { n, sectors, expenditure, solve: (shock, start) => solve(shock, elasticities, start) }
}

/** Returns the solver of a job. */
export function jobSolver({ base, elasticities, threat }: CoalitionJob): CoalitionSolver {
  return coalitionSolver(tradeModel(base, elasticities), threat)
}
