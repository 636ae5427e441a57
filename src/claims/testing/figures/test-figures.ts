import type { Claim } from '../../claim.ts'
import type { Tester } from '../../claim-test-context.ts'
import type { Finding } from '../../verdict.ts'
import { unlessAlternativeFits } from '../ambiguity/verdict-under-alternatives.ts'
import { finding } from '../judging/findings.ts'
import { type AskedClaim, questionOf } from '../questions/question.ts'
import { testChange } from './test-changes.ts'
import { testComparison } from './test-comparisons.ts'
import { testGrowth } from './test-growth.ts'
import { testJointShare } from './test-joint-shares.ts'
import { testLevel } from './test-levels.ts'
import { inYearOfText, isOfPresent, testOfPresent } from './test-of-now.ts'
import { testRank } from './test-ranks.ts'
import { isRecordClaim, testRecord } from './test-records.ts'

const tested: ReadonlySet<Claim['kind']> = new Set(['quantity', 'share', 'trend', 'comparison', 'ranking', 'forecast'])

/** Tests claims on flows and sizes (trade, energy, arms, spending, investment, debt): amounts, shares, changes, ranks, comparisons. */
export const testFigure: Tester = async (told, bench) => {
  const claim = inYearOfText(inPersons(told), bench)
  if (!tested.has(claim.kind)) return undefined
  const question = questionOf(claim)
  if (question === undefined) return testJointShare(claim, bench)
  if (isOfPresent(told)) return testOfPresent({ claim, question, bench }, test)
  if (question.days.to > bench.today) return finding('unverifiable', `Its time is not over: ${question.days.to}.`)
  const asked: AskedClaim = { claim, question, bench }
  return unlessAlternativeFits(asked, await test(asked), test)
}

/** Returns a count of all people of a state as an amount of persons, in millions if there are that many. */
function inPersons(claim: Claim): Claim {
  const { measured, unit, kind, value, value_from: from } = claim
  if (measured?.topic !== 'population' || unit !== 'count' || value === null) return claim
  const [scale, name] = value >= 1e6 ? [1e6, 'mn persons'] : [1, 'persons']
  const scaled = { value: value / scale, value_from: from === null ? null : from / scale }
  return { ...claim, ...scaled, kind: kind === 'count' ? 'quantity' : kind, unit: name }
}

/** Returns the pairs of states for which a claim needs figures, and each state of whose total it states a share, paired with itself. */
export function pairsNeeded(told: Claim): readonly (readonly [string, string])[] {
  const claim = inPersons(told)
  const question = claim.checkable && tested.has(claim.kind) ? questionOf(claim) : undefined
  if (question === undefined) return []
  const { from, to } = question.subject
  return [[from, to === '' ? from : to], ...question.wholes.map(({ state }) => [state, state] as const)]
}

const changeUnits: ReadonlySet<string | null> = new Set(['percent_change', 'percentage_points'])

function test(asked: AskedClaim): Promise<Finding | undefined> {
  const { claim, question } = asked
  if (question.subject.thing === 'gdp-growth') return testGrowth(asked)
  if (claim.unit === 'rank') return isRecordClaim(claim) ? testRecord(asked) : testRank(asked)
  if (claim.kind === 'comparison') return testComparison(asked)
  if (claim.kind === 'trend' || changeUnits.has(claim.unit) || claim.value_from !== null) return testChange(asked)
  return claim.unit === 'times' || claim.value === null ? Promise.resolve(undefined) : testLevel(asked)
}
