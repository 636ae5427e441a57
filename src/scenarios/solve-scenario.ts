import { VisavisError } from '../errors.ts'
import { randomStream } from '../numeric/random.ts'
import { normalDraws } from '../numeric/random-normal.ts'
import { asOneSector } from './data/bases.ts'
import type { TradeBase } from './data/trade-base.ts'
import { inputEquilibrium, type LinkedShares, linkedShares } from './models/input-equilibrium.ts'
import { sectorEquilibrium } from './models/sector-equilibrium.ts'
import { sharesOfTable, type TradeShares } from './models/trade-shares.ts'
import type { DeficitRule, Shock } from './models/trade-table.ts'
import type { Scenario } from './shocks/scenario.ts'

/** The model of a scenario. */
export type ScenarioModel = 'one-sector' | 'sectors' | 'input-links'

/** What a solved shock says of each economy, in the order of the base. */
export interface Solved {
  readonly converged: boolean
  readonly steps: number
  readonly residual: number
  /** Change of real spending as a factor; NaN where it is undefined. */
  readonly welfare: Float64Array
  readonly logWage: Float64Array
  /** Sales after and before, without tariffs, cells as in the base. */
  readonly flows: Float64Array
  readonly flowsBefore: Float64Array
}

/** A base made ready for one model. */
export interface PreparedModel {
  readonly model: ScenarioModel
  readonly base: TradeBase
  readonly shares: TradeShares
  solve(shock: Shock, elasticity: Float64Array, start?: Float64Array): Solved
}

/** Models made ready, by base and by what else they depend on, so that the next question on the same base begins at once. */
const readyModels = new WeakMap<TradeBase, Map<string, PreparedModel>>()
const mostReady = 6

/**
 * Prepares the model of a scenario on a base, or returns the one that is ready from before.
 *
 * @param elasticity   of each sector, with which a table with input links is brought into equilibrium
 * @throws VisavisError BadInput if the base does not allow the model
 */
export function prepareModel(scenario: Scenario, whole: TradeBase, elasticity: Float64Array): PreparedModel {
  const { model, deficits } = allowedModel(scenario, whole)
  const ready = readyModels.get(whole) ?? new Map<string, PreparedModel>()
  readyModels.set(whole, ready)
  const key = [model, deficits, ...(model === 'input-links' ? elasticity : [])].join(' ')
  const found = ready.get(key) ?? madeReady(model, deficits, whole, elasticity)
  // the newest is last, the oldest makes room
  ready.delete(key)
  ready.set(key, found)
  if (ready.size > mostReady) ready.delete(ready.keys().next().value as string)
  return found
}

function allowedModel(scenario: Scenario, whole: TradeBase): { model: ScenarioModel; deficits: DeficitRule } {
  const richest = whole.links !== undefined ? 'input-links' : whole.sectors.length > 1 ? 'sectors' : 'one-sector'
  const model = scenario.model ?? richest
  if (model === 'input-links' && whole.links === undefined)
    throw new VisavisError('BadInput', `model: the base ${whole.card.id} has no links from inputs to output.`, {
      hint: 'base wiod-2011 has; or model: sectors',
    })
  if (model === 'sectors' && whole.sectors.length === 1)
    throw new VisavisError('BadInput', `model: the base ${whole.card.id} has one sector.`, {
      hint: 'base icio-2022 has 28; or model: one-sector',
    })
  const deficits = scenario.deficits ?? 'additive'
  if (model === 'input-links' && deficits !== 'additive')
    throw new VisavisError('BadInput', 'deficits: the model with input links has additive deficits only.', { hint: 'deficits: additive' })
  return { model, deficits }
}

function madeReady(model: ScenarioModel, deficits: DeficitRule, whole: TradeBase, elasticity: Float64Array): PreparedModel {
  const base = model === 'one-sector' ? asOneSector(whole) : whole
  if (model !== 'input-links') {
    const shares = sharesOfTable(base)
    return { model, base, shares, solve: plainSolver(shares, deficits) }
  }
  const linked = inEquilibrium(base, elasticity)
  return { model, base, shares: linked.base, solve: linkedSolver(linked) }
}

function plainSolver(shares: TradeShares, deficits: DeficitRule): PreparedModel['solve'] {
  return (shock, elasticity, start) => {
    const answer = sectorEquilibrium(shares, elasticity, shock, { deficits, tolerance, ...(start === undefined ? {} : { start }) })
    const { converged, steps, residual, welfare, flows } = answer
    return { converged, steps, residual, welfare, flows, logWage: answer.wage.map(Math.log), flowsBefore: shares.table.flows }
  }
}

/** Replaces the flows of a table with input links, which do not add up to the last digit, by those of the model without any shock. */
function inEquilibrium(base: TradeBase, elasticity: Float64Array): LinkedShares {
  const linked = linkedShares(sharesOfTable(base), base.links!)
  const { converged, flows, residual } = inputEquilibrium(linked, elasticity, {}, { tolerance })
  if (!converged)
    throw new VisavisError('BadInput', `The base ${base.card.id} is not an equilibrium of the model: ${residual} of supply is left over.`)
  return linkedShares(sharesOfTable({ ...base, flows }), base.links!)
}

function linkedSolver(linked: LinkedShares): PreparedModel['solve'] {
  return (shock, elasticity, start) => {
    const answer = inputEquilibrium(linked, elasticity, shock, { tolerance, ...(start === undefined ? {} : { start }) })
    const { converged, steps, residual, welfare, flows, wage } = answer
    return { converged, steps, residual, welfare, flows, logWage: wage.map(Math.log), flowsBefore: linked.base.table.flows }
  }
}

/** Largest excess demand of an answer: a hundred thousand times smaller than the last digit printed. */
const tolerance = 1e-10

/** Whether a search from wages that are far off ends at the same equilibrium. */
export type SecondStart = 'same' | 'different' | 'not-converged'

/** Solves once more from wages that differ at random by a third or so, and compares. */
export function secondStart(prepared: PreparedModel, shock: Shock, elasticity: Float64Array, first: Solved): SecondStart {
  const draw = normalDraws(randomStream(1, 'scenario-second-start'))
  const start = first.logWage.map((log) => log + 0.3 * draw())
  const second = prepared.solve(shock, elasticity, start)
  if (!second.converged) return 'not-converged'
  const shift = second.logWage[0]! - first.logWage[0]!
  const gap = second.logWage.reduce((worst, log, i) => Math.max(worst, Math.abs(log - first.logWage[i]! - shift)), 0)
  return gap < 1e-6 ? 'same' : 'different'
}
