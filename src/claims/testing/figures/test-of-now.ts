import type { Claim } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import { confidencesOf } from '../../said-of-claim.ts'
import type { Finding } from '../../verdict.ts'
import { unlessAlternativeFits } from '../ambiguity/verdict-under-alternatives.ts'
import { finding } from '../judging/findings.ts'
import type { AskedClaim } from '../questions/question.ts'
import { isWholeYear, shiftYears } from '../record/series.ts'

type Test = (asked: AskedClaim) => Promise<Finding | undefined>

/** Whether a claim is about the present: in the present tense without a time, or given without a period. */
export const isOfPresent = ({ period, said }: Claim): boolean =>
  said?.figure?.isNow === true || (period === null && said?.doubts === undefined)

/** Gives a claim about the present the year of its text. */
export const inYearOfText = (claim: Claim, { date }: Pick<ClaimTestContext, 'date'>): Claim =>
  claim.period === null && isOfPresent(claim) ? { ...claim, period: { at: date.slice(0, 4) } } : claim

/** A year with figures, and what they make of the claim. */
interface OfYear {
  readonly year: string
  readonly found: Finding
}

/**
 * Tests a claim about the present by the newest figures on record. It fails only if it would fail in each of the last three years on record, so that it does
 * not matter which of them the text had; for a text without a date, in each of the last 25. Undefined if no tester covers the claim.
 */
export async function testOfPresent(asked: AskedClaim, test: Test): Promise<Finding | undefined> {
  const { question, bench } = asked
  if (!isWholeYear(question.days)) return undefined
  const years: OfYear[] = []
  for (let by = 0; by <= verdictLimits.presentOldest && years.length < verdictLimits.presentFailingYears; by++) {
    const one = await inYear(asked, -by, test)
    if (one === undefined) return undefined
    if (hasFigures(one.found)) years.push(one)
  }
  const [newest] = years
  if (newest === undefined)
    return finding(
      'unverifiable',
      `The claim names no time, and the record has no figure of it from ${Number(question.days.to.slice(0, 4)) - verdictLimits.presentOldest} on.`,
    )
  const fitting = years.slice(0, verdictLimits.presentFittingYears).find(({ found }) => found.verdict === 'supported')
  if (fitting !== undefined) return { ...fitting.found, why: `${fitting.found.why} ${sayYear(fitting.year, newest.year)}` }
  const { found, year } = newest
  const why = `${found.why} ${sayYear(year, year)}`
  const doubt = doubtOf(asked, years) ?? (bench.isUndated ? await doubtOfUndated(asked, test) : undefined)
  if (found.verdict === 'unverifiable') return { ...found, why }
  return doubt === undefined ? { ...found, why } : { ...found, verdict: 'unverifiable', why: `${why} But ${doubt}.`, wouldBeTrue: null }
}

const sayYear = (year: string, newest: string): string =>
  year === newest
    ? `The claim names no time; the newest figures on record are of ${year}.`
    : `The claim names no time; these are the figures of ${year}, and the newest are of ${newest}.`

const hasFigures = ({ honestValues, evidence }: Finding): boolean => honestValues.length > 0 || evidence.length > 0

async function inYear({ claim, question, bench }: AskedClaim, by: number, test: Test): Promise<OfYear | undefined> {
  const days = shiftYears(question.days, by)
  const year = days.to.slice(0, 4)
  const dated = { ...claim, period: { at: year } }
  // the years are tried one by one, so that it does not matter here that none is named
  const confirmed = new Map(bench.corroborated ?? []).set(dated, bench.corroborated?.get(claim) ?? new Set())
  const asked: AskedClaim = { claim: dated, question: { ...question, days }, bench: { ...bench, corroborated: confirmed } }
  const found = await unlessAlternativeFits(asked, await test(asked), test)
  return found === undefined ? undefined : { year, found }
}

/** Kinds of claims that figures of several years can refute in any family: who is larger, and who comes first. */
const ordered: ReadonlySet<Claim['kind']> = new Set(['ranking', 'comparison'])

/** Returns why a claim about the present is not called wrong or nearly right. */
function doubtOf(asked: AskedClaim, years: readonly OfYear[]): string | undefined {
  const { claim, question } = asked
  const of = (verdict: Finding['verdict']): boolean => years.some(({ found }) => found.verdict === verdict)
  if (confidencesOf(claim).who !== 'own') return 'the sentence does not name all that are meant'
  if (question.subject.family !== 'own' && !ordered.has(claim.kind)) return 'flows change from year to year, and another year may be meant'
  if (of('supported')) return 'it would fit an earlier year'
  if (!isBeyondDrift(asked, years[0]!)) return 'the newest figures are older than the text, and it may have become right since'
  if (of('unverifiable') || (years.length < verdictLimits.presentFailingYears && !years.every(({ found }) => isFarOff(claim, found))))
    return 'the years before do not decide it'
  return undefined
}

const yearlyDrift = (thing: string): number =>
  thing === 'population'
    ? verdictLimits.presentDriftOfPeople
    : thing === 'gdp'
      ? verdictLimits.presentDriftOfOutput
      : verdictLimits.presentDrift

/** Whether a claim that fails by the newest figures would still do so after what they may have changed up to the time of the text. */
function isBeyondDrift({ claim, question, bench }: AskedClaim, { year, found }: OfYear): boolean {
  const age = Number(bench.date.slice(0, 4)) - Number(year)
  const { thing, family } = question.subject
  if (age <= 0) return true
  if (family !== 'own' && age > 1) return false
  // within a year or two a state may gain one rank
  if (claim.unit === 'rank')
    return (
      thing === 'population' || Math.abs((found.wouldBeTrue?.value ?? Number.NaN) - (claim.value ?? 0)) >= verdictLimits.presentRanksGained
    )
  const most = verdictLimits.presentLeastOff * yearlyDrift(thing) ** age
  const stated = claim.value ?? 1
  return found.honestValues.every(({ value }) => Math.max(stated / value, value / stated) > most)
}

/** Whether every figure is far from the claimed one; of a claim on who is larger, far from equality. */
const isFarOff = ({ value, unit }: Claim, { honestValues }: Finding): boolean =>
  unit !== 'rank' &&
  honestValues.length > 0 &&
  honestValues.every((one) => Math.max(one.value / (value ?? 1), (value ?? 1) / one.value) > verdictLimits.presentFarOff)

/** Returns why a claim of a text without a date is not called wrong: some year of the last decades does not refute it. */
async function doubtOfUndated(asked: AskedClaim, test: Test): Promise<string | undefined> {
  for (let by = 0; by <= verdictLimits.presentUndated; by++) {
    const one = await inYear(asked, -by, test)
    if (one !== undefined && hasFigures(one.found) && one.found.verdict !== 'contradicted' && one.found.verdict !== 'partly')
      return `the text has no date, and it may be of ${one.year}`
  }
  return undefined
}
