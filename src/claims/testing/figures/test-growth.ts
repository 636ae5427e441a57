import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import type { HedgeMeaning } from '../../said/hedge-said.ts'
import type { Finding, Tolerance, Verdict } from '../../verdict.ts'
import { misreadingRisk } from '../ambiguity/misreading-risks.ts'
import { capitalised, finding } from '../judging/findings.ts'
import type { CandidateValue } from '../judging/judge.ts'
import { type NamedSources, sourceText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { missingSource } from '../questions/missing-source.ts'
import { flowText, levelSeries } from '../questions/query-flows.ts'
import { type AskedClaim, candidateValue, figureText } from '../questions/question.ts'
import type { RecordRow } from '../record/record-rows.ts'
import { type DaySpan, isWholeYear, type Series, shiftYears } from '../record/series.ts'
import { directionOfChange } from './test-changes.ts'

/** The growth of every year of a span in one edition, in per cent. */
interface Growth {
  readonly series: Series
  readonly rates: readonly number[]
  readonly rows: readonly RecordRow[]
}

interface Judgement {
  readonly verdict: Verdict
  readonly because: string
}

/**
 * Tests real growth of an economy in a calendar year or over several; each edition on record counts as a valid answer. A stated growth up to half a point
 * outside the range of the editions is supported, unless it is hedged (`more than`) or the gap is more than a fifth of it. A gap of more than three points and
 * two fifths contradicts it. In between the claim is left open, since growth is revised for years.
 */
export async function testGrowth(asked: AskedClaim): Promise<Finding> {
  const { claim, question, bench } = asked
  const years = yearsOf(asked)
  if (years === undefined)
    return finding('unverifiable', 'Growth is on record for whole calendar years.', { wouldSettle: missingSource(question, bench) })
  const told = growths(await levelSeries(bench.snapshot, question.subject), years)
  const span: DaySpan = { from: years[0]!.from, to: years.at(-1)!.to }
  const what = `${flowText(question.subject)}, ${spanText(span)}`
  if (told.length === 0) return finding('unverifiable', `The record has no ${what}.`, { wouldSettle: missingSource(question, bench) })
  const values = told.map((one) => growthValue(one, claim, span))
  const { judged, tolerance } =
    claim.value === null ? { judged: judgeWay(claim, told), tolerance: null } : judgeRate(claim, values, years.length)
  const doubt = judged.verdict === 'contradicted' ? misreadingRisk(asked) : undefined
  const verdict = doubt === undefined ? judged.verdict : 'unverifiable'
  const how = years.length === 1 ? '' : isMean(claim) ? ' a year on average' : ' in all'
  const said = `${capitalised(what)}: ${sayRates(values, bench)}${how}. The claim says ${sayClaim(claim)}: ${doubt ?? judged.because}.`
  return finding(verdict, said, {
    tolerance,
    honestValues: values,
    evidence: values.map(({ evidence }) => evidence),
    wouldBeTrue:
      verdict === 'contradicted'
        ? {
            changed: 'value',
            text: `${capitalised(what)}: ${sayRates(values, bench)}.`,
            value: values[0]!.value,
            unit: 'percent_change',
            period: null,
            evidence: [values[0]!.evidence],
          }
        : null,
    wouldSettle: verdict === 'unverifiable' ? missingSource(question, bench) : null,
  })
}

/**
 * Returns the years of the growth: the named year, the years since the base, or the years of a span. A change between two years does not include the first.
 * Undefined if the days are not whole calendar years.
 */
function yearsOf({ claim, question: { days, base } }: AskedClaim): DaySpan[] | undefined {
  const last = { from: `${days.to.slice(0, 4)}-01-01`, to: days.to }
  if (!isWholeYear(last) || !days.from.endsWith('-01-01')) return undefined
  const [from, to] = [Number((base ?? days).from.slice(0, 4)), Number(days.to.slice(0, 4))]
  const isBetween = base !== null || (from < to && claim.value !== null && !isMean(claim))
  const count = to - from + (isBetween ? 0 : 1)
  return count < 1 || count > verdictLimits.longestGrowthSpan
    ? undefined
    : Array.from({ length: count }, (_, i) => shiftYears(last, i + 1 - count))
}

function growths(series: readonly Series[], years: readonly DaySpan[]): Growth[] {
  return series.flatMap((one) => {
    const points = years.map((year) => one.at(year))
    if (points.some((point) => point === undefined)) return []
    return [{ series: one, rates: points.map((point) => point!.value), rows: points.flatMap((point) => point!.rows) }]
  })
}

const isMean = ({ said }: Claim): boolean => said?.figure?.isPerYear === true

const meanOf = (rates: readonly number[]): number => rates.reduce((sum, rate) => sum + rate, 0) / rates.length
const compound = (rates: readonly number[]): number => 100 * (rates.reduce((level, rate) => level * (1 + rate / 100), 1) - 1)

function growthValue({ series, rates, rows }: Growth, claim: Claim, span: DaySpan): CandidateValue {
  const value = isMean(claim) ? meanOf(rates) : compound(rates)
  return candidateValue(
    series,
    { value, estimated: false, atLeast: false, rows, note: rows[0]?.vintage ?? null },
    value,
    'percent_change',
    span,
  )
}

const sayRates = (values: readonly CandidateValue[], bench: NamedSources): string =>
  `${[...new Set(values.map(({ value }) => figureText(Number(value.toFixed(2)), 'percent_change')))].join(' and ')} (${sourceText(values[0]!.source, bench)}${values.length > 1 ? `, ${values.length} editions` : ''})`

function sayClaim(claim: Claim): string {
  if (claim.value !== null) return figureText(claim.value, claim.unit)
  const sign = directionOfChange(claim)
  return sign === 0 ? 'unchanged' : sign > 0 ? 'up' : 'down'
}

/** Hedges that bound a number on one side: `More than 10 %` is not supported by a lower figure, however close. */
const isOneSided: ReadonlySet<HedgeMeaning> = new Set<HedgeMeaning>(['more', 'at-least', 'less', 'at-most', 'almost'])

function judgeRate(claim: Claim, values: readonly CandidateValue[], years: number): { judged: Judgement; tolerance: Tolerance } {
  const { value, said: { hedge } = {} } = claim
  const tolerance = toleranceOf({ value: value!, unit: 'percent', hedge, isFine: true })
  const rates = values.map((one) => one.value)
  const [low, high] = [Math.min(...rates), Math.max(...rates)]
  const off = Math.max(tolerance.low - high, low - tolerance.high, 0)
  const times = isMean(claim) ? 1 : years
  if (off === 0) return { judged: { verdict: 'supported', because: 'it agrees' }, tolerance }
  const near = Math.min(verdictLimits.growthFit, verdictLimits.growthFitShare * Math.abs(value!)) * times
  if (off <= near && !isOneSided.has(hedge?.bound ?? 'stated'))
    return { judged: { verdict: 'supported', because: 'it is within what growth is revised by' }, tolerance }
  const far = Math.max(
    verdictLimits.growthRevision * times,
    verdictLimits.growthRevisionShare * Math.max(Math.abs(value!), Math.abs(low), Math.abs(high)),
  )
  return off > far
    ? { judged: { verdict: 'contradicted', because: `it is ${off.toFixed(1)} points from every edition` }, tolerance }
    : { judged: { verdict: 'unverifiable', because: `it is ${off.toFixed(1)} points off, and growth is revised for years` }, tolerance }
}

/** Judges a direction (up, down or unchanged) over all years: most years and the total must agree. Near zero the claim is left open. */
function judgeWay(claim: Claim, told: readonly Growth[]): Judgement {
  const sign = directionOfChange(claim)
  const every = (holds: (rates: readonly number[]) => boolean): boolean => told.every(({ rates }) => holds(rates))
  const share = (rates: readonly number[], holds: (rate: number) => boolean): number => rates.filter(holds).length / rates.length
  if (sign === 0) {
    if (every((rates) => share(rates, (rate) => Math.abs(rate) <= verdictLimits.stagnantGrowth) > 0.5))
      return { verdict: 'supported', because: 'it hardly moved in most of that time' }
    if (every((rates) => share(rates, (rate) => Math.abs(rate) > verdictLimits.livelyGrowth) === 1))
      return { verdict: 'contradicted', because: 'it moved in every year' }
    return { verdict: 'unverifiable', because: 'where growth ends and stagnation begins is open' }
  }
  const went = (rates: readonly number[], way: number, least: number): boolean =>
    compound(rates) * way > least && share(rates, (rate) => rate * way > least) >= verdictLimits.growthYearsShare
  if (every((rates) => went(rates, sign, verdictLimits.growthNearZero))) return { verdict: 'supported', because: 'it moved that way' }
  if (every((rates) => went(rates, -sign, verdictLimits.growthOtherWay)))
    return { verdict: 'contradicted', because: 'it went the other way' }
  return { verdict: 'unverifiable', because: 'it hardly moved, or not in most of that time, and growth is revised for years' }
}
