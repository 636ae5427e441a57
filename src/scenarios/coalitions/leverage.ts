import { VisavisError } from '../../errors.ts'
import { cutTrade, percentLoss, type TradeCut, type TradeModel, type TradeParty } from './trade-coalition.ts'

/** What each side loses, in percent of its spending. */
export interface LossesOfPair {
  readonly a: number
  readonly b: number
}

/** What two sides can do to each other by cutting trade. */
export interface Leverage {
  /** All trade between them is cut. */
  readonly allTrade: LossesOfPair
  /** Only what A sells to B is cut. */
  readonly salesOfA: LossesOfPair
  /** Only what B sells to A is cut. */
  readonly salesOfB: LossesOfPair
}

/**
 * Computes what a cut of trade between two sides costs each, for all trade and for each direction.
 *
 * @throws VisavisError BadInput if the two share a member, or if the model has no solution
 */
export function leverage(model: TradeModel, a: TradeParty, b: TradeParty, cut: Omit<TradeCut, 'direction'>): Leverage {
  if (a.some((i) => b.includes(i)))
    throw new VisavisError('BadInput', 'leverage: an economy stands on both sides', { hint: 'visavis leverage CHN USA' })
  const losses = (first: TradeParty, second: TradeParty, direction: TradeCut['direction']): LossesOfPair => {
    const found = lossesOfCut(model, first, second, { ...cut, direction })
    return first === a ? found : { a: found.b, b: found.a }
  }
  return { allTrade: losses(a, b, 'both'), salesOfA: losses(a, b, 'sales'), salesOfB: losses(b, a, 'sales') }
}

/**
 * Computes what one cut of trade between two sides costs each: `a` is the first side, `b` the second.
 *
 * @throws VisavisError BadInput if the model has no solution
 */
export function lossesOfCut(model: TradeModel, first: TradeParty, second: TradeParty, cut: TradeCut): LossesOfPair {
  const solved = model.solve(cutTrade(model, first, second, cut))
  const [a, b] = [percentLoss(model, solved, first), percentLoss(model, solved, second)]
  if (!solved.converged || ![a, b].every(Number.isFinite))
    throw new VisavisError('BadInput', 'leverage: the model has no solution for this cut', {
      hint: 'visavis leverage CHN USA --factor 2',
    })
  return { a, b }
}
