import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import type { SlotConfidences } from '../../said/figure-doubts.ts'
import { confidencesOf, hasCaution, hasFigureWord } from '../../said-of-claim.ts'
import { isRegion } from '../../text/names/country-groups.ts'
import type { Finding } from '../../verdict.ts'
import { relativeDistance } from '../judging/judge.ts'
import { queryFamilyOf } from '../questions/query-flows.ts'
import { type AskedClaim, questionOf } from '../questions/question.ts'
import { alternativeReadings } from './alternative-readings.ts'

/** Tests one reading of a claim. */
type Test = (asked: AskedClaim) => Promise<Finding | undefined>

/**
 * Keeps a negative finding only if no alternative reading agrees with the record: one with another party of the text, the opposite direction or another period.
 * If one agrees, or if the text does not name the parties or the time, the finding becomes unverifiable.
 */
export async function unlessAlternativeFits(asked: AskedClaim, found: Finding | undefined, test: Test): Promise<Finding | undefined> {
  if (found === undefined || (found.verdict !== 'contradicted' && found.verdict !== 'partly')) return found
  const loose =
    asked.claim.said?.doubts?.figure?.irrefutable ??
    weakEvidence(asked, found) ??
    possibleTotal(asked, found) ??
    implausibleSize(asked, found) ??
    (await fittingAlternative(asked, found, test))
  return loose === undefined ? found : { ...found, verdict: 'unverifiable', why: `${found.why} But ${loose}.` }
}

async function fittingAlternative({ claim, bench }: AskedClaim, found: Finding, test: Test): Promise<string | undefined> {
  if (bench.corroborated?.has(claim) === true || isOneEndExact(claim, found)) return fittingDirection({ claim, bench }, test)
  const told = confidencesOf(claim)
  const anchors = bench.contextSupported?.has(claim) === true ? withContextSupport(told) : told
  if (anchors.who === 'open') return 'nothing near says who is meant'
  if (anchors.when === 'open') return 'nothing near says which time is meant'
  if (anchors.what !== 'own' && anchors.who !== 'own') return 'the sentence does not say what is meant'
  for (const reading of alternativeReadings(claim, anchors, bench.date)) {
    const question = questionOf(reading.claim)
    const fit = fitOf(question === undefined ? undefined : await test({ claim: reading.claim, question, bench }), reading.changesTwoSlots)
    if (fit === 'fits') return `it would fit ${reading.label}`
    if (fit === 'unknown' && reading.requiresFigures) return `it may be told ${reading.label}, and the record cannot tell`
  }
  return undefined
}

/**
 * Whether one end of a change agrees with the record to three digits: `From 26 million to 1.17 billion`. This confirms parties and period for the other end
 * too.
 */
function isOneEndExact({ value, value_from, unit }: Claim, { honestValues }: Finding): boolean {
  if (value === null || value_from === null || unit === 'percent') return false
  return [value, value_from].some((stated) => {
    const [whole = '', decimals = ''] = String(stated).split('.')
    const isTold = `${whole}${decimals}`.replace(/^0+/, '').length >= 3
    return isTold && honestValues.some((one) => Math.abs(one.value - stated) <= 0.5 * 10 ** -decimals.length)
  })
}

async function fittingDirection({ claim, bench }: Pick<AskedClaim, 'claim' | 'bench'>, test: Test): Promise<string | undefined> {
  if (!hasCaution(claim, 'way-back')) return undefined
  for (const reading of alternativeReadings(claim, { who: 'own', when: 'own' }, bench.date)) {
    const question = questionOf(reading.claim)
    const found = question === undefined ? undefined : await test({ claim: reading.claim, question, bench })
    if (found?.verdict === 'supported') return `it would fit ${reading.label}`
  }
  return undefined
}

/** Treats slots confirmed by nearby figures as if an earlier sentence settled them. */
const withContextSupport = ({ who, when }: SlotConfidences): SlotConfidences => ({
  who: who === 'open' ? 'text' : who,
  when: when === 'open' ? 'text' : when,
  what: 'own',
})

function fitOf(found: Finding | undefined, hasTwoChanges: boolean): 'fits' | 'refuted' | 'unknown' {
  if (found === undefined) return 'unknown'
  if (found.verdict === 'supported' && !(hasTwoChanges && found.honestValues.length > 0)) return 'fits'
  if (found.verdict === 'contradicted') return 'refuted'
  const { tolerance, honestValues } = found
  if (honestValues.length === 0 || tolerance === null) return 'unknown'
  return honestValues.some(
    ({ value }) =>
      relativeDistance(value, tolerance) <= (hasTwoChanges ? verdictLimits.alternativeFitOfTwoSlots : verdictLimits.alternativeFit),
  )
    ? 'fits'
    : 'refuted'
}

/** Matches sources compiled from both sides' reports: their figures are marked as estimated, although customs counted the goods. */
const reconciled = /^baci\b/

function isFarFromQuoted({ kind, value: stated }: Claim, { verdict, honestValues, tolerance }: Finding): boolean {
  // a share below the claimed one may refer to a larger whole
  const isLevel = kind === 'quantity' || (kind === 'share' && honestValues.every(({ value }) => value < stated!))
  return (
    verdict === 'contradicted' &&
    isLevel &&
    tolerance !== null &&
    honestValues.every(({ value }) => relativeDistance(value, tolerance) > verdictLimits.farFromQuoted) &&
    honestValues.some(({ by }) => /^cited-figures, /.test(by))
  )
}

/** Returns why an amount may be a state's trade with all partners: `US trade came to 5,104 billion`, after a list of partners. Undefined otherwise. */
function possibleTotal({ claim }: AskedClaim, { honestValues }: Finding): string | undefined {
  if (!mayBeTotal(claim) || !areAllBelow(claim, verdictLimits.possibleTotalRatio, honestValues)) return undefined
  return claim.said?.doubts === undefined
    ? 'it is so much more that a figure with all partners may be meant'
    : 'the sentence does not name both, and more may be meant than what is between the two'
}

/** Whether an amount may be a state's total: the words name no partner, or it was given as data, other than as trade between two. */
const mayBeTotal = (claim: Claim): boolean =>
  claim.said?.doubts?.figure === undefined
    ? claim.kind === 'quantity' && claim.measured?.topic !== 'goods-trade' && claim.actors.some((id) => id !== 'WLD')
    : hasCaution(claim, 'one-of-two')

/** Whether an amount is more than so many times every figure, and there are figures. */
const areAllBelow = ({ value }: Claim, ratio: number, values: Finding['honestValues']): boolean =>
  value !== null && values.length > 0 && values.every((one) => value > ratio * Math.abs(one.value))

/**
 * Returns why an amount is probably about another state: `With Kazakhstan trade was 41 billion`, in a text that last mentioned Tajikistan. Undefined otherwise.
 */
function implausibleSize({ claim }: AskedClaim, { honestValues, wouldBeTrue }: Finding): string | undefined {
  if (!hasCaution(claim, 'others-near') || wouldBeTrue?.changed === 'scale') return undefined
  return areAllBelow(claim, verdictLimits.implausibleRatio, honestValues)
    ? 'so much is hardly meant of the two, and the sentence does not name both'
    : undefined
}

function isRevisedGrowth(
  { unit, value }: AskedClaim['claim'],
  { subject }: AskedClaim['question'],
  values: Finding['honestValues'],
): boolean {
  const isNear =
    value !== null && values.some((one) => one.value * value > 0 && Math.abs(one.value - value) <= verdictLimits.revisedSpendingGrowth)
  return subject.thing === 'defence-spending' && unit === 'percent_change' && isNear
}

/**
 * Returns why the values cannot refute a claim: the whole is not named, goods counted by customs are only estimated, growth has been revised, a value is zero,
 * or the opposite direction agrees in a sentence that names both. Undefined if they can refute it.
 */
function weakEvidence({ claim, question }: AskedClaim, found: Finding): string | undefined {
  const { honestValues, wouldBeTrue } = found
  const { measured, unit, actors, kind } = claim
  const family = queryFamilyOf(measured?.topic ?? '')
  const isOfWhole =
    unit === 'percent' &&
    kind !== 'comparison' &&
    (family === 'own' || (family === 'arms' && actors.some((id) => id === 'WLD' || isRegion(id))))
  if (isOfWhole && !hasFigureWord(claim, 'whole')) return 'the words do not name the whole of the share'
  if (isOfWhole && actors.some(isRegion)) return 'a share may be of what a region takes or of what it gives'
  const isAll = (is: (value: Finding['honestValues'][number]) => boolean): boolean => honestValues.length > 0 && honestValues.every(is)
  if (
    question.subject.family === 'goods' &&
    isAll(({ estimated, by }) => estimated && !reconciled.test(by)) &&
    !isFarFromQuoted(claim, found)
  )
    return 'the figures of the record are estimates'
  if (isRevisedGrowth(claim, question, honestValues)) return 'growth of spending is revised years back, by as much at times'
  if (isAll(({ value }) => value === 0)) return 'where there is none at all, something else may be meant'
  return wouldBeTrue?.changed === 'direction' && hasCaution(claim, 'both-ways')
    ? 'the sentence tells both ways, and the other one fits'
    : undefined
}
