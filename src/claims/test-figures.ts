import { looseEnd } from './anchors.ts'
import type { Claim } from './claim.ts'
import type { ClaimBench, Tester } from './claim-bench.ts'
import { wholeNamed } from './country-groups.ts'
import { finding } from './findings.ts'
import { familyOf } from './query-flows.ts'
import { type Case, questionOf, wordsNear } from './question.ts'
import { testChange } from './test-changes.ts'
import { testComparison } from './test-comparisons.ts'
import { testLevel } from './test-levels.ts'
import { testPlace } from './test-places.ts'
import { isRecord, testRecord } from './test-records.ts'
import type { Finding } from './verdict.ts'

const tested: ReadonlySet<Claim['kind']> = new Set(['quantity', 'share', 'trend', 'comparison', 'ranking', 'forecast'])

/** Tests what is said of flows and sizes: trade, energy, arms, spending, investment, debt; amounts, shares, changes, places, comparisons. */
export const testFigure: Tester = async (claim, bench) => {
  if (!tested.has(claim.kind)) return undefined
  const question = questionOf(claim)
  if (question === undefined) return undefined
  if (question.days.to > bench.today) return finding('unverifiable', `Its time is not over: ${question.days.to}.`)
  return unlessLoose(claim, bench, await test({ claim, question, bench }))
}

/** The record speaks against a claim only where the sentence itself carries it. */
function unlessLoose(claim: Claim, bench: ClaimBench, found: Finding | undefined): Finding | undefined {
  if (found === undefined || (found.verdict !== 'contradicted' && found.verdict !== 'partly')) return found
  const loose = looseEnd(claim, bench) ?? looseRecord(claim, found)
  return loose === undefined ? found : { ...found, verdict: 'unverifiable', why: `${found.why} But ${loose}.` }
}

const sales = /\b(?:exports?|exported|sales|sold|sells?|selling|shipped|sent|deliver\w*)\b/i
const purchases = /\b(?:imports?|imported|purchases?|purchased|bought|buys?|buying|received|took)\b/i

/** Estimates of goods that customs count, and a figure that fits the other way where a sentence tells both, speak against nothing. */
function looseRecord(claim: Claim, { honestValues, wouldBeTrue }: Finding): string | undefined {
  const { measured, sentence, unit, actors } = claim
  const family = familyOf(measured?.topic ?? '')
  const isOfWhole = unit === 'percent' && (family === 'own' || (family === 'arms' && actors.includes('WLD')))
  if (isOfWhole && wholeNamed(wordsNear(claim)) === undefined && !/\bGDP\b|\bgross domestic product\b/.test(wordsNear(claim)))
    return 'the words do not name the whole of the share'
  if (family === 'goods' && honestValues.length > 0 && honestValues.every(({ estimated }) => estimated))
    return 'the figures of the record are estimates'
  const isTurned = wouldBeTrue?.changed === 'direction' && sales.test(sentence) && purchases.test(sentence)
  return isTurned ? 'the sentence tells both ways, and the other one fits' : undefined
}

const changeUnits: ReadonlySet<string | null> = new Set(['percent_change', 'percentage_points'])

function test(asked: Case): Promise<Finding | undefined> {
  const { claim } = asked
  if (claim.unit === 'rank') return isRecord(claim) ? testRecord(asked) : testPlace(asked)
  if (claim.kind === 'comparison') return testComparison(asked)
  if (claim.kind === 'trend' || changeUnits.has(claim.unit) || claim.value_from !== null) return testChange(asked)
  return claim.unit === 'times' || claim.value === null ? Promise.resolve(undefined) : testLevel(asked)
}
