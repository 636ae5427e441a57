import { verdictLimits } from '../limits.ts'
import { isBalance } from '../text/topics/balances.ts'
import type { Finding, TestedClaim } from '../verdict.ts'
import { directionOfChange } from './figures/test-changes.ts'
import { type InconsistentFigure, inconsistentFigures } from './judging/consistency.ts'
import { finding } from './judging/findings.ts'
import { inconsistentBalances, inconsistentGrowths } from './judging/growth-of-parts.ts'
import { relativeDistance } from './judging/judge.ts'
import { toleranceOf } from './judging/tolerance.ts'
import { figureText } from './questions/question.ts'

/**
 * Checks the arithmetic of a text: in `rose 3 % to 70 from 73` the growth is wrong whatever the record has. Only unverifiable claims are changed, and only the
 * figure at fault in each calculation.
 */
export function withOwnArithmetic(tested: readonly TestedClaim[]): TestedClaim[] {
  const claims = tested.map(({ claim }) => claim)
  const odd = [...inconsistentFigures(claims), ...inconsistentGrowths(claims), ...inconsistentBalances(claims, directionOfChange)]
  return tested.map((one) => {
    const wrong = odd.find(({ claim }) => claim === one.claim)
    const found = wrong === undefined || one.finding?.verdict !== 'unverifiable' ? undefined : judged(wrong)
    return found === undefined ? one : { ...one, answer: 'checked', finding: found }
  })
}

function judged({ claim, expected, text }: InconsistentFigure): Finding | undefined {
  if (claim.value === null) return finding('contradicted', `By the text's own figures: ${text}`)
  const value = isBalance(claim.measured) && claim.unit !== 'percent_change' ? Math.abs(claim.value) : claim.value
  const tolerance = toleranceOf({ value, unit: claim.unit, hedge: claim.said?.hedge })
  const off = relativeDistance(expected, tolerance)
  // a difference within the tolerance may come from rounding both figures
  if (off === 0) return undefined
  const isNear =
    value * expected > 0 &&
    (off <= verdictLimits.ownArithmeticPartly ||
      (claim.unit === 'percent_change' && Math.abs(value - expected) <= verdictLimits.ownArithmeticPartlyPoints))
  return finding(isNear ? 'partly' : 'contradicted', `By the text's own figures: ${text}`, {
    tolerance,
    wouldBeTrue: {
      changed: 'value',
      text: `The figures beside it make ${figureText(expected, claim.unit)}.`,
      value: Number(expected.toPrecision(3)),
      unit: claim.unit,
      period: claim.period,
      evidence: [],
    },
  })
}
