import { VisavisError } from '../../errors.ts'
import { baseNamed } from '../data/bases.ts'
import type { TradeBase } from '../data/trade-base.ts'
import { sectorEquilibrium } from '../models/sector-equilibrium.ts'
import { sharesOfTable } from '../models/trade-shares.ts'
import { prepareModel } from '../solve-scenario.ts'
import type { CoalitionOutcome, CoalitionSolver } from './coalition-game.ts'
import { type CoalitionThreat, coalitionSolver, type TradeModel } from './trade-coalition.ts'

/** Everything that a thread needs to solve coalitions. */
export interface CoalitionJob {
  /** Id of a base of the package, or a base of the user's own. */
  readonly base: string | TradeBase
  /** Elasticity of each sector. */
  readonly elasticities: Float64Array
  readonly threat: CoalitionThreat
}

/** What threads are given: the job, and coalitions as lists of members. */
export interface CoalitionShare {
  readonly job: CoalitionJob
  readonly coalitions: readonly (readonly number[])[]
}

export interface SolvedCoalition {
  readonly members: readonly number[]
  readonly outcome: CoalitionOutcome
}

/** Prepares the richest model of a base with given elasticities. */
export function tradeModel(base: string | TradeBase, elasticities: Float64Array): TradeModel {
  const table = openedBase(base)
  const { shares, solve } = prepareModel({ name: 'cut', base: table.card.id, shocks: [] }, table, elasticities)
  const { n, sectors, expenditure } = shares
  return { n, sectors, expenditure, solve: (shock, start) => solve(shock, elasticities, start) }
}

function openedBase(base: string | TradeBase): TradeBase {
  return typeof base === 'string' ? baseNamed(base) : base
}

/**
 * Prepares the model without input links of a base in which all trade was balanced first. With deficits that stay fixed, an economy that runs one would gain by any
 * tariff, since its partners must send it the goods all the same.
 *
 * @throws VisavisError BadInput if the base has no balanced equilibrium
 * @see Ossa 2014, American Economic Review 104(12), who balances trade for the same reason
 */
export function balancedTradeModel(base: string | TradeBase, elasticities: Float64Array): TradeModel {
  const table = openedBase(base)
  const { converged, flows } = sectorEquilibrium(sharesOfTable(table), elasticities, {}, { deficits: 'none', tolerance })
  if (!converged)
    throw new VisavisError('BadInput', `the base ${table.card.id} has no equilibrium without deficits`, { hint: 'choose another --base' })
  const shares = sharesOfTable({ ...table, flows })
  const { n, sectors, expenditure } = shares
  return {
    ...{ n, sectors, expenditure },
    solve: (shock, start) => {
      const { wage, ...rest } = sectorEquilibrium(shares, elasticities, shock, {
        deficits: 'none',
        tolerance,
        ...(start === undefined ? {} : { start }),
      })
      return { converged: rest.converged, welfare: rest.welfare, logWage: wage.map(Math.log) }
    },
  }
}

const tolerance = 1e-10

/** Returns the solver of a job. */
export function jobSolver({ base, elasticities, threat }: CoalitionJob): CoalitionSolver {
  return coalitionSolver(tradeModel(base, elasticities), threat)
}
