import type { Claim } from './claim.ts'
import { cuesIn } from './cues.ts'
import { doubtOfReading, namesTime } from './doubts.ts'
import { capitalised, finding } from './findings.ts'
import { type Days, inUnit, type Series } from './honest-series.ts'
import { type Judged, judgeChange, judgeLevel, judgeSign, type Weighed } from './judge.ts'
import { narrowed } from './named-sources.ts'
import { constantPrices, sayWay } from './query-flows.ts'
import { type Question, sayDays, sayFigure, sayValues, unitOf, weighed } from './question.ts'
import { settles } from './settles.ts'
import { type End, seriesFor, type TestedEnd, testEnd } from './test-levels.ts'
import type { ClaimBench } from './testers.ts'
import { toleranceOf } from './tolerance.ts'
import type { Finding, Tolerance, Verdict } from './verdict.ts'

/** Both times of a change. */
interface Times {
  readonly days: Days
  readonly base: Days
}

/** Changes: from one level to another, by so much, or only up or down. */
export async function testChange(claim: Claim, question: Question, bench: ClaimBench): Promise<Finding> {
  const times = timesOf(claim, question)
  if (times === undefined) return finding('unverifiable', 'The claim does not tell against what the change is.')
  const own = await seriesFor(claim, question, bench)
  if (claim.value_from !== null && claim.value !== null) return testFromTo(claim, question, bench, own, times)
  const { series, note } = narrowed([...own, ...(await constantPrices(bench.snapshot, question.subject))], claim.source_named)
  const form = formOf(claim)
  const values = changesIn(series, times, form, claim, question.subject.mode === 'balance')
  const { judged, tolerance } = judgeOf(claim, form, values, note === '' ? 1 : 2)
  const doubt = judged.verdict === 'contradicted' ? doubtOfChange(claim, question, series, times, form, judged) : undefined
  const verdict: Verdict = doubt === undefined ? judged.verdict : 'unverifiable'
  return finding(verdict, `${sayChange(question, times, values)} ${sayClaim(claim)}: ${doubt ?? judged.because}.${note}`, {
    tolerance,
    honestValues: values,
    evidence: values.map(({ evidence }) => evidence),
    wouldBeTrue: verdict === 'contradicted' ? wouldBeChange(question, times, judged) : null,
    wouldSettle: verdict === 'unverifiable' ? settles(question, bench) : null,
  })
}

/** Without an earlier time, the two ends of a span of years. A span of months has none. */
function timesOf(claim: Claim, { days, base }: Question): Times | undefined {
  if (base !== null) return { days, base }
  if (claim.period === null || 'at' in claim.period || claim.period.from.length !== claim.period.to.length) return undefined
  const { from, to } = claim.period
  if (from.length !== 4) return undefined
  return { days: { from: `${to}-01-01`, to: `${to}-12-31` }, base: { from: `${from}-01-01`, to: `${from}-12-31` } }
}

type Form = 'percent_change' | 'percentage_points' | 'times' | 'difference' | 'sign'

function formOf({ value, unit }: Claim): Form {
  if (value === null) return 'sign'
  return unit === 'percent_change' || unit === 'percentage_points' || unit === 'times' ? unit : 'difference'
}

/** What each series makes of the change; two figures of one series are compared, never of two. Where the claim names no currency, in euro and in dollars. */
function changesIn(series: readonly Series[], times: Times, form: Form, claim: Claim, isBalance: boolean): Weighed[] {
  const unit = form === 'difference' ? unitOf(claim.unit) : undefined
  if (form === 'difference' && unit === undefined) return []
  return series
    .flatMap((one) => (unit === undefined ? inBothCurrencies(one) : [inUnit(one, unit.of)]))
    .flatMap((one) => {
      const [now, then] = [one?.at(times.days), one?.at(times.base)]
      if (one === undefined || now === undefined || then === undefined) return []
      const [x, y] = isBalance ? [Math.abs(now.value), Math.abs(then.value)] : [now.value, then.value]
      const value = changed(x, y, form) / (unit?.factor ?? 1)
      if (!Number.isFinite(value)) return []
      const point = { ...now, rows: [...then.rows, ...now.rows] }
      return [weighed(one, point, value, form === 'sign' ? 'percent_change' : claim.unit!, { from: times.base.from, to: times.days.to })]
    })
}

function inBothCurrencies(one: Series): (Series | undefined)[] {
  return one.unit === 'EUR' ? [one, inUnit(one, 'USD')] : one.unit === 'USD' ? [one, inUnit(one, 'EUR')] : [one]
}

function changed(now: number, then: number, form: Form): number {
  if (form === 'times') return then > 0 ? now / then : Number.NaN
  if (form === 'difference' || form === 'percentage_points') return now - then
  return then > 0 ? 100 * (now / then - 1) : Number.NaN
}

function judgeOf(claim: Claim, form: Form, values: readonly Weighed[], wider: number): { judged: Judged; tolerance: Tolerance | null } {
  if (form === 'sign') return { judged: judgeSign(signOf(claim), values), tolerance: null }
  const tolerance = toleranceOf({ value: claim.value!, unit: claim.unit, qualifier: claim.qualifier }, wider)
  if (form === 'times' || (form === 'difference' && claim.value! > 0))
    return { judged: judgeLevel(claim.value!, tolerance, values), tolerance }
  return { judged: judgeChange(claim.value!, tolerance, values), tolerance }
}

/** Which way a change without a number goes: told by the indicator, else by the word that the claim hangs on. */
export function signOf({ indicator, sentence, start, end }: Claim): 1 | -1 | 0 {
  const told = /: (larger|rise|up|smaller|fall|down|flat|unchanged)$/.exec(indicator ?? '')?.[1]
  if (told !== undefined) return /larger|rise|up/.test(told) ? 1 : /flat|unchanged/.test(told) ? 0 : -1
  const word = sentence.slice(start, end)
  if (/\b(?:larger|bigger|wider|higher|greater|more)\b/i.test(word)) return 1
  if (/\b(?:smaller|narrower|lower|less|fewer)\b/i.test(word)) return -1
  const cue = cuesIn(word).find(({ kind }) => kind === 'up' || kind === 'down')
  return cue === undefined ? 0 : cue.kind === 'up' ? 1 : -1
}

/** What keeps a change from being called wrong: the words, or a time that only the context gives and another that fits. */
function doubtOfChange(
  claim: Claim,
  question: Question,
  series: readonly Series[],
  times: Times,
  form: Form,
  judged: Judged,
): string | undefined {
  const words = doubtOfReading(claim, { ...question, days: times.days })
  if (words !== undefined) return words
  if (judged.nearest?.estimated === true && form === 'sign') return 'the figures are estimates'
  if (namesTime(claim, times.days)) return undefined
  const near = [-2, -1, 1, 2].map((by) => ({ days: moved(times.days, by), base: moved(times.base, by) }))
  const fits = near.some(
    (other) =>
      judgeOf(claim, form, changesIn(series, other, form, claim, question.subject.mode === 'balance'), 1).judged.verdict === 'supported',
  )
  return fits ? 'the sentence names no year, and another year fits' : undefined
}

const moved = ({ from, to }: Days, by: number): Days => {
  const shift = (day: string): string => `${Number(day.slice(0, 4)) + by}${day.slice(4).replace('-02-29', '-02-28')}`
  return { from: shift(from), to: shift(to) }
}

/** From X to Y: both ends and the way between them. */
function testFromTo(claim: Claim, question: Question, bench: ClaimBench, own: readonly Series[], times: Times): Finding {
  const unit = unitOf(claim.unit)
  if (unit === undefined) return finding('unverifiable', `The record does not count in ${claim.unit ?? 'this unit'}.`)
  const { series, note } = narrowed(own, claim.source_named)
  const test = (value: number, days: Days, qualifier: string | null): TestedEnd => {
    const end: End = { value, days, qualifier }
    return testEnd(series, end, claim, question, unit, note === '' ? 1 : 2)
  }
  const [last, first] = [test(claim.value!, times.days, claim.qualifier), test(claim.value_from!, times.base, null)]
  const { verdict, because } = settledFromTo(claim, question, series, times, [first, last])
  const values = [...first.values, ...last.values]
  return finding(
    verdict,
    `${capitalised(sayWay(question.subject))}: ${sayDays(times.base)} ${sayEnd(first)}; ${sayDays(times.days)} ${sayEnd(last)}. The claim says from ${sayFigure(claim.value_from!, claim.unit)} to ${sayFigure(claim.value!, claim.unit)}: ${because}.${note}`,
    {
      tolerance: last.tolerance,
      honestValues: values,
      evidence: values.map(({ evidence }) => evidence),
      wouldSettle: verdict === 'unverifiable' ? settles(question, bench) : null,
    },
  )
}

const sayEnd = ({ values }: TestedEnd): string => (values.length === 0 ? 'not on record' : sayValues(values))

function settledFromTo(
  claim: Claim,
  question: Question,
  series: readonly Series[],
  times: Times,
  [first, last]: readonly [TestedEnd, TestedEnd],
): Pick<Judged, 'verdict' | 'because'> {
  const verdicts = [first.judged.verdict, last.judged.verdict]
  if (verdicts.every((one) => one === 'supported')) return { verdict: 'supported', because: 'both agree' }
  const stated = Math.sign(claim.value! - claim.value_from!)
  const moves = changesIn(series, times, 'difference', claim, question.subject.mode === 'balance')
  const isOpposite =
    moves.length > 0 && moves.every(({ value }) => Math.sign(value) === -stated && Math.abs(value) > 0.04 * Math.abs(claim.value!))
  if (isOpposite && verdicts.includes('contradicted')) {
    const doubt = doubtOfReading(claim, { ...question, days: times.days })
    return doubt === undefined ? { verdict: 'contradicted', because: 'it went the other way' } : { verdict: 'unverifiable', because: doubt }
  }
  if (verdicts.includes('unverifiable')) return { verdict: 'unverifiable', because: 'one of the two is not on record' }
  if (!verdicts.includes('contradicted')) return { verdict: 'partly', because: 'the way is right, a level is off' }
  if (verdicts.every((one) => one === 'contradicted')) {
    const doubt =
      doubtOfReading(claim, { ...question, days: times.days }) ?? (namesTime(claim, times.days) ? undefined : 'the sentence names no year')
    return doubt === undefined
      ? { verdict: 'contradicted', because: 'both are more than a quarter away' }
      : { verdict: 'unverifiable', because: doubt }
  }
  return { verdict: 'partly', because: 'one of the two is more than a quarter away' }
}

function sayChange(question: Question, { days, base }: Times, values: readonly Weighed[]): string {
  const what = `${sayWay(question.subject)}, ${sayDays(days)} against ${sayDays(base)}`
  return values.length === 0 ? `The record has no two figures of ${what}.` : `${capitalised(what)}: ${sayValues(values)}.`
}

const sayClaim = (claim: Claim): string => {
  if (claim.value !== null) return `The claim says ${sayFigure(claim.value, claim.unit)}`
  const sign = signOf(claim)
  return `The claim says ${sign === 0 ? 'unchanged' : sign > 0 ? 'up' : 'down'}`
}

function wouldBeChange(question: Question, times: Times, { nearest }: Judged): Finding['wouldBeTrue'] {
  if (nearest === undefined) return null
  return {
    changed: 'value',
    text: `${capitalised(sayWay(question.subject))} changed by ${sayFigure(nearest.value, nearest.unit)} from ${sayDays(times.base)} to ${sayDays(times.days)} (${nearest.by}).`,
    value: nearest.value,
    unit: nearest.unit,
    period: null,
    evidence: [nearest.evidence],
  }
}
