import type { Claim } from './claim.ts'
import { doubtOfReading, namesTime } from './doubts.ts'
import { capitalised, finding } from './findings.ts'
import type { Days, Series } from './honest-series.ts'
import { type Judged, judgeLevel, type Weighed } from './judge.ts'
import { narrowed } from './named-sources.ts'
import { neighbourOf, wouldFitOtherYear } from './neighbours.ts'
import { levelSeries, sayWay, shareSeries } from './query-flows.ts'
import { type Question, sayDays, sayFigure, sayValues, type Unit, unitOf, valuesAt } from './question.ts'
import { settles } from './settles.ts'
import type { ClaimBench } from './testers.ts'
import { boundOf, toleranceOf } from './tolerance.ts'
import type { Finding, Tolerance } from './verdict.ts'

/** Series of the amount or of the share that a claim states. */
export function seriesFor(claim: Claim, question: Question, bench: ClaimBench): Promise<Series[]> {
  return claim.unit === 'percent' || claim.unit === 'percentage_points'
    ? shareSeries(bench.snapshot, question.subject, question.wholes)
    : levelSeries(bench.snapshot, question.subject)
}

/** One end of what is claimed: an amount at a time. */
export interface End {
  readonly value: number
  readonly days: Days
  readonly qualifier: string | null
}

export interface TestedEnd {
  readonly judged: Judged
  readonly tolerance: Tolerance
  readonly values: readonly Weighed[]
}

/** An amount or share at a time, against all series in its unit. */
export function testEnd(series: readonly Series[], end: End, claim: Claim, question: Question, unit: Unit, wider: number): TestedEnd {
  const stated = { value: end.value, unit: claim.unit, qualifier: end.qualifier }
  const tolerance = toleranceOf(stated, wider)
  const isBalance = question.subject.mode === 'balance'
  const values = valuesAt(series, end.days, unit, claim.unit!).map((one) => (isBalance ? { ...one, value: Math.abs(one.value) } : one))
  return { judged: judgeZero(end, values) ?? judgeLevel(end.value, tolerance, values), tolerance, values }
}

/** `None` is right where a complete list has none, and wrong where anything worth the name is there. */
function judgeZero({ value }: End, values: readonly Weighed[]): Judged | undefined {
  if (value !== 0) return undefined
  const zero = values.find((one) => one.value === 0)
  if (zero !== undefined) return { verdict: 'supported', because: 'there is none', nearest: zero }
  return {
    verdict: 'unverifiable',
    because: values.length === 0 ? 'the record has no figure for it' : 'nothing is hard to tell from little',
    nearest: values[0],
  }
}

/** Levels and shares: quantity, share, forecast whose time has come. */
export async function testLevel(claim: Claim, question: Question, bench: ClaimBench): Promise<Finding> {
  const unit = unitOf(claim.unit)
  const all = await seriesFor(claim, question, bench)
  if (unit === undefined || claim.value === null)
    return finding('unverifiable', `The record does not count in ${claim.unit ?? 'this unit'}.`)
  const { series, note } = narrowed(all, claim.source_named)
  const end: End = { value: claim.value, days: question.days, qualifier: claim.qualifier }
  const tested = testEnd(series, end, claim, question, unit, note === '' ? 1 : 2)
  const judged = settledLevel(claim, question, bench, tested, all, unit)
  const wouldBeTrue =
    ['contradicted', 'partly'].includes(judged.verdict) || judged.doubted
      ? await neighbourOf(claim, question, bench, tested.tolerance, unit)
      : null
  const fits =
    wouldBeTrue !== null && wouldBeTrue.changed !== 'year' && wouldBeTrue.changed !== 'scale' && judged.verdict === 'contradicted'
  const verdict = fits ? 'partly' : judged.verdict
  const because = fits ? 'another definition fits' : judged.because
  return finding(verdict, `${sayLevel(question, tested.values)} The claim says ${sayFigure(claim.value, claim.unit)}: ${because}.${note}`, {
    tolerance: tested.tolerance,
    honestValues: tested.values,
    evidence: tested.values.map(({ evidence }) => evidence),
    wouldBeTrue,
    wouldSettle: verdict === 'unverifiable' ? settles(question, bench) : null,
  })
}

/** What the record says, in a sentence. */
function sayLevel(question: Question, values: readonly Weighed[]): string {
  const what = `${sayWay(question.subject)} in ${sayDays(question.days)}`
  return values.length === 0 ? `The record has no figure of ${what}.` : `${capitalised(what)}: ${sayValues(values)}.`
}

/** A verdict of wrong is given only where nothing in the words or the record leaves room. */
function settledLevel(
  claim: Claim,
  question: Question,
  bench: ClaimBench,
  { judged, tolerance, values }: TestedEnd,
  all: readonly Series[],
  unit: Unit,
): Pick<Judged, 'verdict' | 'because'> & { readonly doubted: boolean } {
  if (isMissed(claim, values, bench))
    return { verdict: 'contradicted', because: 'its time has passed and it did not come so far', doubted: false }
  if (judged.verdict !== 'contradicted') return { ...judged, doubted: false }
  const others = valuesAt(all, question.days, unit, claim.unit!)
  const elsewhere = judgeLevel(claim.value!, tolerance, others)
  if (elsewhere.verdict === 'supported' || elsewhere.verdict === 'partly')
    return {
      verdict: 'partly',
      because: `it fits ${elsewhere.nearest?.by ?? 'another source'}, not the source that is named`,
      doubted: false,
    }
  const isSpan = question.subject.family !== 'arms' && question.days.from.slice(0, 4) !== question.days.to.slice(0, 4)
  const doubt =
    doubtOfReading(claim, question) ??
    (isSpan ? 'it may be a sum or a mean of several years' : undefined) ??
    (!namesTime(claim, question.days) && wouldFitOtherYear(all, question, tolerance, unit)
      ? 'the sentence names no year, and another year fits'
      : undefined)
  return doubt === undefined ? { ...judged, doubted: false } : { verdict: 'unverifiable', because: doubt, doubted: true }
}

/** A forecast that a mark would be passed, and every figure stays below it. */
function isMissed(claim: Claim, values: readonly Weighed[], bench: ClaimBench): boolean {
  const isPast = claim.period !== null && claim.kind === 'forecast' && boundOf(claim.qualifier) === 'more' && bench.today !== ''
  return isPast && values.length > 0 && values.every(({ value, atLeast }) => value < 0.99 * claim.value! && !atLeast)
}
