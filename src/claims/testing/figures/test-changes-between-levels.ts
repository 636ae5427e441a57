import { verdictLimits } from '../../limits.ts'
import type { Finding, Tolerance } from '../../verdict.ts'
import { isPeriodStated, misreadingRisk } from '../ambiguity/misreading-risks.ts'
import { quotedFuelRisk } from '../comparability/fuel-definitions.ts'
import { nearMiss } from '../comparability/near-misses.ts'
import { capitalised, finding } from '../judging/findings.ts'
import type { JudgedClaim } from '../judging/judge.ts'
import type { NamedSources } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { missingSource } from '../questions/missing-source.ts'
import { flowText } from '../questions/query-flows.ts'
import { type AskedClaim, type ChangePeriods, figureText, unitOf, valuesText } from '../questions/question.ts'
import { seriesOfNamedSource } from '../record/named-sources.ts'
import type { Series } from '../record/series.ts'
import { type TestedEnd, testEnd } from './test-levels.ts'

/** Tests a change from X to Y: both levels in their periods, and the direction between them. */
export async function testChangeBetweenLevels(asked: AskedClaim, own: readonly Series[], times: ChangePeriods): Promise<Finding> {
  const { claim, question, bench } = asked
  const unit = unitOf(claim.unit)
  if (unit === undefined) return finding('unverifiable', `The record does not count in ${claim.unit ?? 'this unit'}.`)
  const { series, note } = seriesOfNamedSource(own, claim, times.days)
  const wider = note === '' ? 1 : 2
  const last = testEnd(asked, series, { value: claim.value!, days: times.days, hedge: claim.said?.hedge }, unit, wider)
  const first = testEnd(asked, series, { value: claim.value_from!, days: times.base, hedge: undefined }, unit, wider)
  const { verdict, because } = unlessQuoted(settled(asked, series, times, [first, last]), [first, last], asked)
  const levels = `${capitalised(flowText(question.subject))}: ${spanText(times.base)} ${sayEnd(first, bench)}; ${spanText(times.days)} ${sayEnd(last, bench)}.`
  const values = [...first.values, ...last.values]
  const failed = verdict === 'partly' || verdict === 'contradicted' ? failedEnd(asked, times, [first, last]) : undefined
  return finding(
    verdict,
    `${levels} The claim says from ${figureText(claim.value_from!, claim.unit)} to ${figureText(claim.value!, claim.unit)}: ${because}.${note}`,
    {
      tolerance: last.tolerance,
      honestValues: values,
      evidence: values.map(({ evidence }) => evidence),
      wouldBeTrue: failed === undefined ? null : await nearMiss(failed.asked, failed.tolerance, unit),
      wouldSettle: verdict === 'unverifiable' ? missingSource(question, bench) : null,
    },
  )
}

/** Returns, as a claim of its own, the end that is off, or the first end if both are. Undefined if neither is. */
function failedEnd(
  asked: AskedClaim,
  { base, days }: ChangePeriods,
  [first, last]: readonly [TestedEnd, TestedEnd],
): { asked: AskedClaim; tolerance: Tolerance } | undefined {
  const { claim, question } = asked
  const isOff = ({ judged }: TestedEnd): boolean => judged.verdict === 'contradicted' || judged.verdict === 'partly'
  if (isOff(first))
    return {
      asked: { ...asked, claim: { ...claim, value: claim.value_from }, question: { ...question, days: base } },
      tolerance: first.tolerance,
    }
  return isOff(last) ? { asked: { ...asked, question: { ...question, days } }, tolerance: last.tolerance } : undefined
}

const sayEnd = ({ values }: TestedEnd, bench: NamedSources): string => (values.length === 0 ? 'not on record' : valuesText(values, bench))

function settled(
  asked: AskedClaim,
  series: readonly Series[],
  times: ChangePeriods,
  ends: readonly [TestedEnd, TestedEnd],
): Pick<JudgedClaim, 'verdict' | 'because'> {
  const verdicts = ends.map(({ judged }) => judged.verdict)
  if (verdicts.every((one) => one === 'supported')) {
    if (!wentOtherWay(asked, series, times)) return { verdict: 'supported', because: 'both agree' }
    return areTurned(ends)
      ? unlessDoubted(asked, times, 'it went the other way, and the two figures fit in the other order')
      : { verdict: 'unverifiable', because: 'both are near, and yet it went the other way' }
  }
  if ((verdicts.includes('contradicted') || bySameSource(ends) !== undefined) && wentOtherWay(asked, series, times))
    return unlessDoubted(asked, times, 'it went the other way')
  const same = bySameSource(ends)
  if (same !== undefined) return same
  const open = ends.find(({ judged }) => judged.verdict === 'unverifiable')
  if (open !== undefined) return { verdict: 'unverifiable', because: `of one of the two, ${open.judged.because}` }
  if (!verdicts.includes('contradicted')) return { verdict: 'partly', because: 'the way is right, a level is off' }
  if (verdicts.every((one) => one === 'contradicted') && isPeriodStated(asked, times.days))
    return unlessDoubted(asked, times, 'both are more than a quarter away')
  return { verdict: 'partly', because: 'one of the two is more than a quarter away' }
}

/** Leaves a claim open if the figure against it was counted by neither side, unless the two ends were stated in the wrong order. */
function unlessQuoted(
  found: Pick<JudgedClaim, 'verdict' | 'because'>,
  ends: readonly [TestedEnd, TestedEnd],
  asked: AskedClaim,
): Pick<JudgedClaim, 'verdict' | 'because'> {
  const doubt = ends.map(({ judged }) => quotedFuelRisk(judged.nearest, asked)).find((one) => one !== undefined)
  const isReproach = found.verdict === 'contradicted' || found.verdict === 'partly'
  return doubt !== undefined && isReproach && !areTurned(ends) ? { verdict: 'unverifiable', because: doubt } : found
}

function bySameSource([first, last]: readonly [TestedEnd, TestedEnd]): Pick<JudgedClaim, 'verdict' | 'because'> | undefined {
  const isVery = ({ values, stated }: TestedEnd): string[] =>
    values
      .filter(({ value }) => Math.abs(value / stated - 1) <= verdictLimits.sameSourceEnd)
      .map(({ by, definition }) => `${by} ${definition}`)
  const off = ({ values, stated }: TestedEnd, by: readonly string[]): number[] =>
    values.filter((one) => by.includes(`${one.by} ${one.definition}`)).map(({ value }) => Math.abs(stated / value - 1))
  const offs = [...off(last, isVery(first)), ...off(first, isVery(last))]
  return offs.length > 0 && offs.every((one) => one > verdictLimits.sameSourceOtherEnd)
    ? { verdict: 'partly', because: 'one of the two is the very figure of a source, and by the same source the other is wrong' }
    : undefined
}

/** Whether the two figures of a change (`from 37 to 32`) are far closer to the record in the opposite order. */
function areTurned([first, last]: readonly [TestedEnd, TestedEnd]): boolean {
  const off = (stated: number, { values }: TestedEnd): number => Math.min(...values.map(({ value }) => Math.abs(value - stated)))
  const turned = off(first.stated, last) + off(last.stated, first)
  return turned < verdictLimits.reversedEnds * (off(first.stated, first) + off(last.stated, last))
}

function unlessDoubted(asked: AskedClaim, times: ChangePeriods, because: string): Pick<JudgedClaim, 'verdict' | 'because'> {
  const doubt = misreadingRisk({ ...asked, question: { ...asked.question, days: times.days } })
  return doubt === undefined ? { verdict: 'contradicted', because } : { verdict: 'unverifiable', because: doubt }
}

/** Whether every series moved in the opposite direction, by more than a revision could explain. */
function wentOtherWay({ claim, question }: AskedClaim, series: readonly Series[], times: ChangePeriods): boolean {
  const size = (value: number): number => (question.subject.mode === 'balance' ? Math.abs(value) : value)
  const stated = Math.sign(claim.value! - claim.value_from!)
  const moves = series.flatMap((one) => {
    const [now, then] = [one.at(times.days), one.at(times.base)]
    return now === undefined || then === undefined || then.value === 0 ? [] : [size(now.value) / size(then.value) - 1]
  })
  return moves.length > 0 && moves.every((move) => Math.sign(move) === -stated && Math.abs(move) > verdictLimits.otherWayChange)
}
