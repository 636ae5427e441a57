import { sectorEquilibrium } from '../models/sector-equilibrium.ts'
import { sharesOfTable } from '../models/trade-shares.ts'
import type { Shock, TradeTable } from '../models/trade-table.ts'
import { cutTrade, type TradeCut, type TradeParty } from './trade-coalition.ts'

/** What a target does before its partners cut trade, and with which elasticities. */
export interface PreparationQuestion {
  readonly target: TradeParty
  /** Those who may cut trade with it. */
  readonly partners: TradeParty
  readonly cut: TradeCut
  /** Part of its trade with the partners, in the sectors of the cut, that the target moves elsewhere beforehand: 0 to below 1. */
  readonly moved: number
  /** Elasticity of each sector with which it has time to adjust. */
  readonly longRun: Float64Array
  /** Elasticity of each sector in the first year after a cut. */
  readonly shortRun: Float64Array
}

/** What preparing costs and saves the target, in percent of its real spending. */
export interface Preparation {
  /** Loss of every year in which trade is moved elsewhere and nothing is cut. */
  readonly premium: number
  /** Loss in the first year of a cut without preparation. */
  readonly unprepared: number
  /** Loss of later years of a cut, with or without preparation. */
  readonly longRun: number
  /** The same with preparation, premium included. */
  readonly prepared: number
  /** Yearly probability of a cut from which preparing pays, for who weighs losses alike; null if it never pays. */
  readonly breakEven: number | null
  readonly converged: boolean
}

/**
 * Computes what moving trade away from partners costs before they cut it, and what it saves when they do. Trade is moved by making it costlier by as much as lowers it
 * by the given part before prices adjust. In the long run the world after a cut is the same with and without preparation, so it pays only because elasticities are
 * lower in the first year.
 *
 * @throws RangeError for a part outside 0 to 1
 */
export function preparation(table: TradeTable, question: PreparationQuestion): Preparation {
  const { target, partners, cut, moved, longRun, shortRun } = question
  if (!(moved >= 0 && moved < 1)) throw new RangeError(`a part from 0 to below 1 can be moved, not ${moved}`)
  const shares = sharesOfTable(table)
  const ban = cutTrade(shares, partners, target, cut)
  const away = sectorEquilibrium(shares, longRun, movedAway(table, question), search)
  const before = sectorEquilibrium(shares, shortRun, ban, search)
  const later = sectorEquilibrium(shares, longRun, ban, search)
  const after = sectorEquilibrium(sharesOfTable({ ...table, flows: away.flows }), shortRun, ban, search)
  const spending = target.reduce((sum, i) => sum + shares.expenditure[i]!, 0)
  const loss = (factor: (i: number) => number) =>
    100 * (1 - target.reduce((sum, i) => sum + factor(i) * shares.expenditure[i]!, 0) / spending)
  const premium = loss((i) => away.welfare[i]!)
  const unprepared = loss((i) => before.welfare[i]!)
  const prepared = loss((i) => away.welfare[i]! * after.welfare[i]!)
  const saved = unprepared - prepared
  const breakEven = saved > 0 && premium >= 0 ? premium / (saved + premium) : null
  const converged = [away, before, later, after].every((one) => one.converged)
  return { premium, unprepared, longRun: loss((i) => later.welfare[i]!), prepared, breakEven, converged }
}

const search = { tolerance: 1e-10 } as const

/** Costs that lower trade in each sector of the cut by the part that is moved, before prices adjust. */
function movedAway({ economies, sectors }: TradeTable, { target, partners, cut, moved, longRun }: PreparationQuestion): Shock {
  const size = { n: economies.length, sectors: sectors.length }
  const costs = new Float64Array(size.n ** 2 * size.sectors).fill(1)
  for (const s of cut.sectors) {
    const factor = (1 - moved) ** (-1 / longRun[s]!)
    const one = cutTrade(size, partners, target, { ...cut, factor, sectors: [s] }).costs!
    for (let cell = s * size.n ** 2; cell < (s + 1) * size.n ** 2; cell++) costs[cell] = one[cell]!
  }
  return { costs }
}
