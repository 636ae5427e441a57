import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import { hasCaution } from '../../said-of-claim.ts'
import { moneyUnit } from '../../text/numbers/money-unit.ts'
import type { Finding, Tolerance } from '../../verdict.ts'
import { isPeriodStated, misreadingRisk } from '../ambiguity/misreading-risks.ts'
import { quotedFuelRisk, withFuelDefinitions } from '../comparability/fuel-definitions.ts'
import { withMirrorMargins } from '../comparability/mirror-discrepancy.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { type CandidateValue, type JudgedClaim, judgeChange, judgeLevel, judgeSign } from '../judging/judge.ts'
import { sourceText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { missingSource } from '../questions/missing-source.ts'
import { constantPrices, flowText } from '../questions/query-flows.ts'
import {
  type AskedClaim,
  type ChangePeriods,
  candidateValue,
  figureText,
  type Question,
  unitOf,
  valuesText,
} from '../questions/question.ts'
import { seriesOfNamedSource } from '../record/named-sources.ts'
import { type DaySpan, type Series, seriesInUnit, shiftYears } from '../record/series.ts'
import { testChangeBetweenLevels } from './test-changes-between-levels.ts'
import { seriesFor } from './test-levels.ts'

/** The series for a change, its two periods, and the form in which the change is stated. */
interface Change {
  readonly series: readonly Series[]
  readonly times: ChangePeriods
  readonly form: Form
}

const baseUnstated = 'The claim does not tell against what the change is.'

/** Tests changes: from one level to another, by an amount, or only their direction. */
export async function testChange(asked: AskedClaim): Promise<Finding> {
  const { claim, question, bench } = asked
  const told = periodsOf(claim, question)
  const times = told ?? yearBefore(claim, question)
  if (times === undefined) return finding('unverifiable', baseUnstated)
  const own = await seriesFor(asked)
  if (claim.value_from !== null && claim.value !== null) return (await ofWindows(asked, own)) ?? testChangeBetweenLevels(asked, own, times)
  const { series, note } = seriesOfNamedSource([...own, ...(await constantPrices(bench.snapshot, question.subject))], claim, question.days)
  const change: Change = { series, times, form: formOf(claim, times) }
  const values = changesIn(asked, change)
  const { judged, tolerance } = judgeOf(claim, change.form, values, note === '' ? 1 : 2)
  if (told === undefined && judged.verdict !== 'supported') return finding('unverifiable', baseUnstated)
  const doubt = judged.verdict === 'contradicted' ? doubtOfChange(asked, change, judged) : undefined
  const verdict = doubt === undefined ? judged.verdict : 'unverifiable'
  return finding(verdict, `${sayChange(asked, times, values)} ${sayClaim(claim)}: ${doubt ?? judged.because}.${note}`, {
    tolerance,
    honestValues: values,
    evidence: values.map(({ evidence }) => evidence),
    wouldBeTrue: verdict === 'contradicted' ? wouldBeChange(asked, times, judged) : null,
    wouldSettle: verdict === 'unverifiable' ? missingSource(question, bench) : null,
  })
}

/**
 * Returns the two periods of a change. If no base is stated, an arms period is compared with the equally long period before, and any other span of years by its
 * first and last year. Undefined for a span of months.
 */
function periodsOf(claim: Claim, { days, base, subject }: Question): ChangePeriods | undefined {
  if (base !== null) return base.from === days.from && base.to === days.to ? undefined : { days, base }
  const window = Number(days.to.slice(0, 4)) - Number(days.from.slice(0, 4)) + 1
  if (subject.family === 'arms' && window >= verdictLimits.shortestArmsWindow && claim.value_from === null)
    return { days, base: shiftYears(days, -window) }
  const fiscal = claim.value_from === null ? undefined : fiscalEnds(days)
  if (fiscal !== undefined) return fiscal
  if (claim.period === null || 'at' in claim.period || claim.period.from.length !== claim.period.to.length) return undefined
  const { from, to } = claim.period
  if (from.length !== 4) return undefined
  return { days: { from: `${to}-01-01`, to: `${to}-12-31` }, base: { from: `${from}-01-01`, to: `${from}-12-31` } }
}

/**
 * Compares a period of several years with the equally long period before, as usual for arms: `Its share rose from 33 to 40 %` in a text on five-year
 * deliveries. Undefined if the claim is not about such periods, or if the record lacks one of them. Also undefined if the two periods do not agree with the
 * claim, but the record has the first and the last year themselves.
 */
async function ofWindows(asked: AskedClaim, own: readonly Series[]): Promise<Finding | undefined> {
  const { claim, question } = asked
  const { days, base, subject } = question
  const window = Number(days.to.slice(0, 4)) - Number(days.from.slice(0, 4)) + 1
  const isWindow =
    days.from.endsWith('-01-01') &&
    days.to.endsWith('-12-31') &&
    window >= verdictLimits.shortestArmsWindow &&
    window <= verdictLimits.longestArmsWindow
  if (subject.family !== 'arms' || base !== null || !isWindow) return undefined
  const times = { days, base: shiftYears(days, -window) }
  const found = await testChangeBetweenLevels(
    { ...asked, claim: { ...claim, period: { from: days.from.slice(0, 4), to: days.to.slice(0, 4) } } },
    own,
    times,
  )
  if (found.verdict === 'supported') return found
  const ends = periodsOf(claim, question)
  const byYears = ends === undefined ? undefined : await testChangeBetweenLevels(asked, own, ends)
  // if the two years themselves are on record, the longer periods do not refute the claim
  return found.honestValues.length === 0 || (byYears?.honestValues.length ?? 0) > 0 ? undefined : found
}

/**
 * Returns the year before as the base of a yearly change, if no base is stated: this is what such changes usually mean. This base is enough to support a claim
 * but not to refute one. Undefined for all other claims.
 */
function yearBefore({ unit, value, value_from, period }: Claim, { days, base }: Question): ChangePeriods | undefined {
  const isChange = value !== null && value_from === null && (unit === 'percent_change' || unit === 'percentage_points' || unit === 'times')
  const isOneYear = period !== null && days.from.slice(0, 4) === days.to.slice(0, 4)
  return base === null && isChange && isOneYear ? { days, base: shiftYears(days, -1) } : undefined
}

/** Returns the first and last year of a span of whole fiscal years (April 2021 to March 2023 are two years); undefined for other spans. */
function fiscalEnds({ from, to }: DaySpan): ChangePeriods | undefined {
  const firstEnd = new Date(Date.parse(shiftYears({ from, to: from }, 1).from) - 86_400_000).toISOString().slice(0, 10)
  const isWhole = !from.endsWith('-01-01') && firstEnd.slice(4) === to.slice(4) && firstEnd < to
  const years = Number(to.slice(0, 4)) - Number(firstEnd.slice(0, 4))
  return isWhole ? { base: { from, to: firstEnd }, days: shiftYears({ from, to: firstEnd }, years) } : undefined
}

type Form = 'percent_change' | 'yearly' | 'percentage_points' | 'times' | 'difference' | 'sign'

function formOf(claim: Claim, { days, base }: ChangePeriods): Form {
  const { value, unit } = claim
  if (value === null) return 'sign'
  if (unit === 'percent_change' && yearsBetween(base, days) > 1 && claim.said?.figure?.isPerYear) return 'yearly'
  return unit === 'percent_change' || unit === 'percentage_points' || unit === 'times' ? unit : 'difference'
}

/**
 * Returns the change in each series; both figures of a change come from the same series. If the claim names no currency, the change is computed in euro and in
 * dollars.
 */
function changesIn(asked: AskedClaim, { series, times, form }: Change): CandidateValue[] {
  const { claim, question } = asked
  const unit = form === 'difference' ? unitOf(claim.unit) : undefined
  if (form === 'difference' && unit === undefined) return []
  const size = (value: number): number => (question.subject.mode === 'balance' ? Math.abs(value) : value)
  const values = series
    .flatMap((one) => (unit === undefined ? inBothCurrencies(one) : [seriesInUnit(one, unit.of)]))
    .flatMap((one) => {
      const [now, then] = [one?.at(times.days), one?.at(times.base)]
      if (one === undefined || now === undefined || then === undefined) return []
      const value = changed(size(now.value), size(then.value), form, yearsBetween(times.base, times.days)) / (unit?.factor ?? 1)
      if (!Number.isFinite(value)) return []
      const named = isOtherMeasure(one, claim) ? { ...one, definition: 'other' as const } : one
      const point = { ...now, rows: [...then.rows, ...now.rows] }
      return [
        candidateValue(named, point, value, form === 'sign' ? 'percent_change' : claim.unit!, { from: times.base.from, to: times.days.to }),
      ]
    })
  return withFuelDefinitions(withMirrorMargins(values, asked, { growths: series }), asked)
}

const yearsBetween = (base: DaySpan, days: DaySpan): number => Number(days.to.slice(0, 4)) - Number(base.to.slice(0, 4))

function inBothCurrencies(one: Series): (Series | undefined)[] {
  return one.unit === 'USD' ? [one, seriesInUnit(one, 'EUR')] : [one, seriesInUnit(one, 'USD')]
}

/**
 * Whether a series measures weight although the claim is about money, or the reverse. If the words name neither, a change of fuel is read as a change of its
 * value, but in quoted figures as a change of its volume.
 */
function isOtherMeasure({ unit, measure }: Series, { measured, domain, said }: Claim): boolean {
  if (measure !== undefined && unit !== 'percent') return said?.figure?.isInMoney === true
  const isMoney = moneyUnit(unit) !== undefined
  return domain === 'energy' && unit !== 'percent' && isMoney === (measured?.volume === true)
}

function changed(now: number, then: number, form: Form, years: number): number {
  if (form === 'yearly') return then > 0 ? 100 * ((now / then) ** (1 / years) - 1) : Number.NaN
  if (form === 'times') return then > 0 ? now / then : Number.NaN
  if (form === 'difference' || form === 'percentage_points') return now - then
  return then > 0 ? 100 * (now / then - 1) : Number.NaN
}

function judgeOf(
  claim: Claim,
  form: Form,
  values: readonly CandidateValue[],
  wider: number,
): { judged: JudgedClaim; tolerance: Tolerance | null } {
  if (form === 'sign') return { judged: judgeSign(directionOfChange(claim), values), tolerance: null }
  const tolerance = toleranceOf({ value: claim.value!, unit: claim.unit, hedge: claim.said?.hedge }, wider)
  const isLevel = form === 'times' || (form === 'difference' && claim.value! > 0)
  return { judged: isLevel ? judgeLevel(claim.value!, tolerance, values) : judgeChange(claim.value!, tolerance, values), tolerance }
}

/** Returns the direction of a change: from its number, else from the words of the claim. 0 means unchanged, or that there is no direction. */
export function directionOfChange({ said, value }: Claim): 1 | -1 | 0 {
  if (value !== null) return Math.sign(value) as 1 | -1 | 0
  const way = said?.figure?.way
  return way === undefined ? 0 : way === 'up' ? 1 : -1
}

/**
 * Returns why a change is not called wrong: its words are unclear, or its period is known only from the context and the change agrees with another period.
 * Undefined if neither is the case.
 */
function doubtOfChange(asked: AskedClaim, change: Change, judged: JudgedClaim): string | undefined {
  const { claim, question } = asked
  const words = misreadingRisk({ ...asked, question: { ...question, days: change.times.days } }) ?? quotedFuelRisk(judged.nearest, asked)
  if (words !== undefined) return words
  if (hasCaution(claim, 'time-before-untold')) return 'the sentence names no year for the time before'
  // people are counted once in ten years, and estimated in between
  const isOfPeople = question.subject.thing === 'population'
  if (judged.nearest?.estimated === true && change.form === 'sign' && !isOfPeople) return 'the figures are estimates'
  if (isPeriodStated(asked, change.times.days)) return undefined
  const near = [-2, -1, 1, 2].map((by) => ({ days: shiftYears(change.times.days, by), base: shiftYears(change.times.base, by) }))
  const fits = near.some((times) => {
    const values = changesIn(asked, { ...change, times })
    return judgeOf(claim, change.form, values, 1).judged.verdict === 'supported'
  })
  return fits ? 'the sentence names no year, and another year fits' : undefined
}

function sayChange({ question, bench }: AskedClaim, { days, base }: ChangePeriods, values: readonly CandidateValue[]): string {
  const what = `${flowText(question.subject)}, ${spanText(days)} against ${spanText(base)}`
  return values.length === 0 ? `The record has no two figures of ${what}.` : `${capitalised(what)}: ${valuesText(values, bench)}.`
}

function sayClaim(claim: Claim): string {
  if (claim.value !== null) return `The claim says ${figureText(claim.value, claim.unit)}`
  const sign = directionOfChange(claim)
  return `The claim says ${sign === 0 ? 'unchanged' : sign > 0 ? 'up' : 'down'}`
}

function wouldBeChange({ question, bench }: AskedClaim, times: ChangePeriods, { nearest }: JudgedClaim): Finding['wouldBeTrue'] {
  if (nearest === undefined) return null
  return {
    changed: 'value',
    text: `${capitalised(flowText(question.subject))} changed by ${figureText(nearest.value, nearest.unit)}, ${spanText(times.days)} against ${spanText(times.base)} (${sourceText(nearest.source, bench)}).`,
    value: nearest.value,
    unit: nearest.unit,
    period: null,
    evidence: [nearest.evidence],
  }
}
