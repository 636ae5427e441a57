import { sectorEquilibrium } from '../models/sector-equilibrium.ts'
import { sharesOfTable, type TradeShares } from '../models/trade-shares.ts'
import type { Shock, TradeTable } from '../models/trade-table.ts'
import { cutTrade, type TradeCut, type TradeParty } from './trade-coalition.ts'

/** A target whose partners may cut trade with it, and the elasticities of the year in which they do. */
export interface CutQuestion {
  readonly target: TradeParty
  readonly partners: TradeParty
  readonly cut: TradeCut
  /** Elasticity of each sector. */
  readonly elasticity: Float64Array
}

/** What a cut costs, in per cent of real spending. */
export interface CutLosses {
  readonly target: number
  /** Of the partners together. */
  readonly partners: number
  readonly converged: boolean
}

/** A stock of what the target buys from its partners. */
export interface Stock {
  /** Sectors that are stored, by position; all are sectors of the cut. */
  readonly sectors: readonly number[]
  /** For so many months of a year's purchases: 0 to 12. */
  readonly months: number
  /** Interest, storage and decay of a year, as a share of the stock's value. */
  readonly carrying: number
}

/** What a stock costs and saves the target, losses in per cent of its real spending. */
export interface StockFinding {
  /** Value of the stock, in the currency of the table. */
  readonly value: number
  /** Cost of a year, whether there is a cut or not. */
  readonly premium: number
  /** Loss in the first year of a cut, premium included. */
  readonly prepared: number
  /** Loss in the first year without a stock, less the one with it. */
  readonly saved: number
  /** Yearly probability of a cut from which the stock pays, for who weighs losses alike; null if it never pays. */
  readonly breakEven: number | null
  readonly converged: boolean
}

/** Computes what a cut costs target and partners. */
export function cutLosses(shares: TradeShares, { target, partners, cut, elasticity }: CutQuestion): CutLosses {
  const { welfare, converged } = sectorEquilibrium(shares, elasticity, cutTrade(shares, partners, target, cut), search)
  const of = (party: TradeParty): number => lossOf(shares, welfare, party)
  return { target: of(target), partners: of(partners), converged }
}

const search = { tolerance: 1e-10 } as const

function lossOf({ expenditure }: TradeShares, welfare: Float64Array, party: TradeParty): number {
  const spending = party.reduce((sum, i) => sum + expenditure[i]!, 0)
  return (100 * party.reduce((sum, i) => sum + (1 - welfare[i]!) * expenditure[i]!, 0)) / spending
}

/**
 * Computes what a stock of goods from the partners saves the target in the first year of a cut. While the stock lasts, the target has these goods as before, and all else
 * is cut; then all is cut. The loss of the year is the mean of both, weighted by months. What is taken from the stock counts as paid at its old price when it is used.
 *
 * @throws RangeError for months outside 0 to 12
 */
export function stockpile(table: TradeTable, question: CutQuestion, { sectors, months, carrying }: Stock): StockFinding {
  if (!(months >= 0 && months <= 12)) throw new RangeError(`a stock is for 0 to 12 months, not ${months}`)
  const shares = sharesOfTable(table)
  const { target, partners, elasticity } = question
  const without = cutLosses(shares, question)
  const supplied = sectorEquilibrium(shares, elasticity, withoutPurchases(shares, question, sectors), search)
  const value = (months / 12) * purchases(table, target, partners, sectors)
  const spending = target.reduce((sum, i) => sum + shares.expenditure[i]!, 0)
  const premium = (100 * carrying * value) / spending
  const part = months / 12
  const met = part * lossOf(shares, supplied.welfare, target) + (1 - part) * without.target
  const gain = without.target - met
  return {
    value,
    premium,
    prepared: met + premium,
    saved: gain - premium,
    breakEven: gain > 0 && premium <= gain ? premium / gain : null,
    converged: without.converged && supplied.converged,
  }
}

/** The cut, but for what the target buys of the stored sectors. */
function withoutPurchases(shares: TradeShares, { target, partners, cut }: CutQuestion, stored: readonly number[]): Shock {
  const { costs } = cutTrade(shares, partners, target, cut)
  const { n } = shares
  for (const s of stored) for (const i of partners) for (const j of target) costs![(s * n + i) * n + j] = 1
  return { costs: costs! }
}

function purchases({ economies, flows }: TradeTable, target: TradeParty, partners: TradeParty, sectors: readonly number[]): number {
  const n = economies.length
  let sum = 0
  for (const s of sectors) for (const i of partners) for (const j of target) if (i !== j) sum += flows[(s * n + i) * n + j]!
  return sum
}
