import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import type { Tolerance } from '../../verdict.ts'

/**
 * Returns the accepted range of a claimed number of things: exact without a hedge, a tenth either way for `about`, up to twice the number for `more than`, from
 * 85 % for `almost`.
 *
 * @example countRange({ value: 40, qualifier: 'about', said: { hedge: { bound: 'about' } } }).low   // 36
 * @example countRange({ value: 5, qualifier: null }).high   // 5
 */
export function countRange(claim: Pick<Claim, 'value' | 'qualifier' | 'said'>): Tolerance {
  const value = claim.value ?? Number.NaN
  const word = claim.qualifier ?? ''
  const hedge = claim.said?.hedge
  const bound = hedge === undefined ? 'stated' : hedge.bound === 'stated' && hedge.isInWords ? 'about' : hedge.bound
  if (bound === 'about')
    return {
      low: (1 - verdictLimits.approximate) * value,
      high: (1 + verdictLimits.approximate) * value,
      why: `"${word}" leaves a tenth either way`,
    }
  if (bound === 'more') return { low: value, high: 2 * value, why: `"${word}": above it, and not beyond twice` }
  if (bound === 'at-least') return { low: value, high: 2 * value, why: `"${word}": it or more, and not beyond twice` }
  if (bound === 'almost') return { low: verdictLimits.almost * value, high: value, why: `"${word}": up to it, and no less than 85 %` }
  if (bound === 'less') return { low: value / 2, high: value, why: `"${word}": below it, and not under half` }
  return { low: value, high: value, why: 'a number of things is exact unless the text hedges it' }
}

/** Returns `supported` for a count within the range, `partly` up to a quarter outside it, else `contradicted`. */
export function countVerdict(count: number, { low, high }: Tolerance): 'supported' | 'partly' | 'contradicted' {
  if (count >= low && count <= high) return 'supported'
  return count >= (1 - verdictLimits.partly) * low && count <= (1 + verdictLimits.partly) * high ? 'partly' : 'contradicted'
}
