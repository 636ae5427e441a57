import { verdictLimits } from '../../limits.ts'
import type { HedgeSaid } from '../../said/hedge-said.ts'
import type { Finding, NearestTrueStatement, Tolerance } from '../../verdict.ts'
import { isPeriodStated, misreadingRisk } from '../ambiguity/misreading-risks.ts'
import { alternativeAggregate } from '../comparability/alternative-aggregates.ts'
import { fuelRisk, quotedFuelRisk, withFuelDefinitions } from '../comparability/fuel-definitions.ts'
import { withMirrorMargins } from '../comparability/mirror-discrepancy.ts'
import { fitsOtherYear, nearMiss } from '../comparability/near-misses.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { type CandidateValue, isOfficialFigure, type JudgedClaim, judgeLevel, relativeDistance } from '../judging/judge.ts'
import { byText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { missingSource } from '../questions/missing-source.ts'
import { flowText, levelSeries, shareSeries } from '../questions/query-flows.ts'
import { type AskedClaim, type ClaimUnit, figureText, type Question, unitOf, valuesInPeriod, valuesText } from '../questions/question.ts'
import { seriesOfNamedSource } from '../record/named-sources.ts'
import { type DaySpan, type Series, shiftYears } from '../record/series.ts'
import { powerDoubtOfLevel } from './purchasing-power.ts'

/** Returns the series for the amount or the share that a claim states. */
export function seriesFor({ claim, question, bench }: AskedClaim): Promise<readonly Series[]> {
  return claim.unit === 'percent' || claim.unit === 'percentage_points'
    ? shareSeries(bench.snapshot, question.subject, question.wholes)
    : levelSeries(bench.snapshot, question.subject)
}

/** One end of a claim: an amount in a period. */
interface End {
  readonly value: number
  readonly days: DaySpan
  readonly hedge: HedgeSaid | undefined
}

export interface TestedEnd {
  readonly stated: number
  readonly judged: JudgedClaim
  readonly tolerance: Tolerance
  readonly values: readonly CandidateValue[]
}

/** Tests an amount or share in a period against all series that can be expressed in its unit. */
export function testEnd(asked: AskedClaim, series: readonly Series[], end: End, unit: ClaimUnit, wider: number): TestedEnd {
  const { claim, question } = asked
  const isFine = isOfSpending(question) && claim.unit === 'percent' && question.wholes[0]?.of === 'gdp'
  const tolerance = toleranceOf({ value: end.value, unit: claim.unit, hedge: end.hedge, isFine }, wider)
  const atEnd = { ...asked, question: { ...question, days: end.days } }
  const found = withFuelDefinitions(
    withMirrorMargins(valuesInPeriod(series, end.days, unit, claim.unit!), atEnd, { levels: series }),
    asked,
  )
  const values = asStated(asked, found)
  return { stated: end.value, judged: judgeZero(end, values) ?? judgeLevel(end.value, tolerance, values), tolerance, values }
}

/** Returns balances as the claim states them: above zero if its owner has the surplus or deficit that is claimed. Without an owner: their size. */
function asStated({ claim: { measured }, question: { subject } }: AskedClaim, values: readonly CandidateValue[]): CandidateValue[] {
  if (subject.mode !== 'balance') return [...values]
  const sign =
    measured?.owner === undefined ? undefined : (measured.owner === subject.from ? 1 : -1) * (measured.topic === 'deficit' ? -1 : 1)
  return values.map((one) => ({ ...one, value: sign === undefined ? Math.abs(one.value) : sign * one.value }))
}

const isOfSpending = ({ subject }: Question): boolean => subject.thing === 'defence-spending'

/**
 * Judges a claimed zero: right if a complete list has no entry, else open, since a very small amount can hardly be distinguished from none. Undefined for other
 * values.
 */
function judgeZero({ value }: End, values: readonly CandidateValue[]): JudgedClaim | undefined {
  if (value !== 0) return undefined
  const zero = values.find((one) => one.value === 0)
  if (zero !== undefined) return { verdict: 'supported', because: 'there is none', nearest: zero }
  const because = values.length === 0 ? 'the record has no figure for it' : 'nothing is hard to tell from little'
  return { verdict: 'unverifiable', because, nearest: values[0] }
}

/** What a verdict depends on besides the claim itself. */
interface Told {
  readonly tested: TestedEnd
  readonly all: readonly Series[]
  readonly unit: ClaimUnit
}

/** Tests levels and shares: a quantity, a share, or a forecast whose period has passed. */
export async function testLevel(told: AskedClaim): Promise<Finding> {
  const asked = inUnits(told)
  const { claim, question, bench } = asked
  const unit = unitOf(claim.unit)
  if (unit === undefined || claim.value === null)
    return finding('unverifiable', `The record does not count in ${claim.unit ?? 'this unit'}.`)
  const all = await seriesFor(asked)
  const { series, note } = seriesOfNamedSource(all, claim, question.days)
  const end: End = { value: claim.value, days: question.days, hedge: claim.said?.hedge }
  const tested = testEnd(asked, series, end, unit, note === '' ? 1 : 2)
  const settled = unlessOtherMeasure(asked, tested, settledLevel(asked, { tested, all, unit }))
  const isFar = settled.verdict === 'unverifiable' && isFarOff(tested)
  const isOff = settled.verdict === 'contradicted' || settled.verdict === 'partly' || settled.doubted || isFar
  const wouldBeTrue = isOff ? await nearMiss(asked, tested.tolerance, unit) : null
  const fits = wouldBeTrue !== null && isOtherThing(wouldBeTrue, claim.value, settled, claim.said?.doubts === undefined)
  const verdict = fits ? 'partly' : settled.verdict
  const because = fits ? 'it is another thing that fits' : settled.because
  const said = `${sayLevel(asked, tested.values)} The claim says ${figureText(claim.value, claim.unit)}: ${because}.${note}`
  return finding(verdict, said, {
    tolerance: tested.tolerance,
    honestValues: tested.values,
    evidence: tested.values.map(({ evidence }) => evidence),
    wouldBeTrue,
    wouldSettle: verdict === 'unverifiable' ? missingSource(question, bench) : null,
  })
}

/** Gives a claim of zero the unit of the table: `Delivered no major weapons`. Other claims are unchanged. */
const inUnits = (asked: AskedClaim): AskedClaim =>
  asked.claim.value === 0 && asked.claim.unit === null && asked.question.subject.family === 'arms'
    ? { ...asked, claim: { ...asked.claim, unit: 'million TIV' } }
    : asked

const isFarOff = ({ judged, tolerance }: TestedEnd): boolean =>
  judged.nearest !== undefined && relativeDistance(judged.nearest.value, tolerance) > verdictLimits.partly
const sameThing: ReadonlySet<NearestTrueStatement['changed']> = new Set(['year', 'scale', 'currency', 'value'])

/**
 * Whether a claim that is far off agrees with another quantity of the same year: one direction instead of both, the opposite direction, a part. If the figures
 * only leave the claim open, it must agree almost exactly.
 */
function isOtherThing({ changed, value }: NearestTrueStatement, stated: number, { verdict, doubted }: Settled, isGiven: boolean): boolean {
  // who gives a direction means it, while words may leave it open
  if (sameThing.has(changed) || (isGiven && changed === 'direction')) return false
  if (verdict === 'contradicted') return true
  return verdict === 'unverifiable' && !doubted && value !== null && Math.abs(value / stated - 1) < verdictLimits.otherQuantityFit
}

/** Describes what the record has, as a sentence. */
function sayLevel({ question, bench }: AskedClaim, values: readonly CandidateValue[]): string {
  const what = `${flowText(question.subject)} in ${spanText(question.days)}`
  return values.length === 0 ? `The record has no figure of ${what}.` : `${capitalised(what)}: ${valuesText(values, bench)}.`
}

interface Settled extends Pick<JudgedClaim, 'verdict' | 'because'> {
  /** True if the figures contradict the claim, but its words or the record allow another explanation. */
  readonly doubted: boolean
}

/** Leaves a wrong amount open if it may be right by another measure: output at purchasing power parities, people with or without some territory. */
function unlessOtherMeasure(asked: AskedClaim, { values, judged, tolerance }: TestedEnd, settled: Settled): Settled {
  if (settled.verdict !== 'contradicted' && settled.verdict !== 'partly') return settled
  const isClose = judged.nearest !== undefined && relativeDistance(judged.nearest.value, tolerance) < verdictLimits.territoryPeople
  const isOfPeople = asked.question.subject.thing === 'population' && isClose
  const doubt = isOfPeople ? 'others may count the people of a territory in or out' : powerDoubtOfLevel(asked, values)
  return doubt === undefined ? settled : { verdict: 'unverifiable', because: doubt, doubted: true }
}

/** Judges a level. The claim is called wrong only if neither its words nor the record allow another explanation. */
function settledLevel(asked: AskedClaim, told: Told): Settled {
  const { judged, tolerance, values } = told.tested
  if (isMissed(asked, values)) return { verdict: 'contradicted', because: 'its time has passed and it did not come so far', doubted: false }
  // budgets, plans and counts by other bodies are close to one another, and none of them is wrong
  const other =
    judged.verdict !== 'partly'
      ? undefined
      : isOfSpending(asked.question)
        ? misreadingRisk(asked)
        : (doubtOfPartly(asked, judged) ?? alternativeAggregate(asked, values))
  if (other !== undefined) return { verdict: 'unverifiable', because: other, doubted: true }
  if (judged.verdict !== 'contradicted') return { ...judged, doubted: false }
  const others = asStated(asked, valuesInPeriod(told.all, asked.question.days, told.unit, asked.claim.unit!))
  const elsewhere = judgeLevel(asked.claim.value!, tolerance, others)
  if (elsewhere.verdict === 'supported' && asked.claim.said?.figure?.hasTwoCounts)
    return { verdict: 'unverifiable', because: 'the sentence names two who counted, and the other one fits', doubted: true }
  if (elsewhere.verdict === 'supported' || elsewhere.verdict === 'partly') {
    const because = `it fits ${elsewhere.nearest === undefined ? 'another source' : byText(elsewhere.nearest.by, asked.bench)}, not the source that is named`
    return { verdict: 'partly', because, doubted: false }
  }
  const doubt = doubtOfLevel(asked, told)
  return doubt === undefined ? { ...judged, doubted: false } : { verdict: 'unverifiable', because: doubt, doubted: true }
}

/** Returns why a fuel figure judged `partly` may be right for a part of the deliveries, instead of slightly wrong for all. Undefined otherwise. */
const doubtOfPartly = (asked: AskedClaim, { nearest }: JudgedClaim): string | undefined =>
  nearest?.measure === undefined ? undefined : (fuelRisk(asked) ?? quotedFuelRisk(nearest, asked))

function doubtOfLevel(asked: AskedClaim, { tested, all, unit }: Told): string | undefined {
  const { subject, days } = asked.question
  const words = misreadingRisk(isAboveBothWays(asked, tested) ? withWayTold(asked) : asked) ?? quotedFuelRisk(tested.judged.nearest, asked)
  if (words !== undefined) return words
  const other = alternativeAggregate(asked, tested.values)
  if (other !== undefined) return other
  if (subject.family !== 'arms' && days.to > shiftYears(days, 1).from) return 'it may be a sum or a mean of several years'
  if (asked.claim.unit === 'percent' && isWholeUntold(asked.question, tested))
    return 'the share may be of another whole, which is not on record'
  const { nearest } = tested.judged
  // an office counts both flows by the same rules; a compiler combines two counts for each flow, so the compiled balance is less certain
  if (
    subject.mode === 'balance' &&
    nearest !== undefined &&
    relativeDistance(nearest.value, tested.tolerance) <
      (isOfficialFigure(nearest) ? verdictLimits.officialBalance : verdictLimits.compiledSource)
  )
    return 'a balance is the small difference of two large figures, each of them uncertain'
  const isOtherYear = !isPeriodStated(asked, days) && fitsOtherYear(all, days, tested.tolerance, unit)
  return isOtherYear ? 'the sentence names no year, and another year fits' : undefined
}

/** Whether the words leave open which state's trade or deliveries a share refers to, and there is no figure for one of the possible wholes. */
const isWholeUntold = ({ wholes }: Question, { values }: TestedEnd): boolean =>
  new Set(values.map(({ what }) => /as a share of .*/.exec(what)?.[0])).size < wholes.length

/** Whether an amount exceeds even both directions together, and therefore each direction. */
const isAboveBothWays = ({ claim, question }: AskedClaim, { values }: TestedEnd): boolean =>
  question.subject.mode === 'both' && values.every(({ value }) => value < claim.value!)
const withWayTold = (asked: AskedClaim): AskedClaim => ({ ...asked, question: { ...asked.question, isDirectionOpen: false } })

/** Whether a forecast that a threshold would be passed failed: every figure is below the threshold. */
function isMissed({ claim }: AskedClaim, values: readonly CandidateValue[]): boolean {
  const isMark = claim.kind === 'forecast' && claim.said?.hedge?.bound === 'more'
  return (
    isMark && values.length > 0 && values.every(({ value, atLeast }) => value < verdictLimits.missedForecast * claim.value! && !atLeast)
  )
}
