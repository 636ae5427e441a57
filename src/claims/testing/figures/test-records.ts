import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import type { Finding } from '../../verdict.ts'
import { isPeriodStated, misreadingRisk } from '../ambiguity/misreading-risks.ts'
import { withMirrorMargins } from '../comparability/mirror-discrepancy.ts'
import { mirrorMargins } from '../judging/candidate-value.ts'
import { capitalised, finding, nearestTrueStatement } from '../judging/findings.ts'
import type { CandidateValue } from '../judging/judge.ts'
import { sourceText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { missingSource } from '../questions/missing-source.ts'
import { flowText, levelSeries, shareSeries } from '../questions/query-flows.ts'
import { type AskedClaim, candidateValue, type Question, valuesText } from '../questions/question.ts'
import { seriesOfNamedSource } from '../record/named-sources.ts'
import { type DaySpan, isWholeYear, type Series, shiftYears } from '../record/series.ts'

/** Whether a claim is a rank among the years of one flow instead of among partners. */
export const isRecordClaim = ({ said }: Claim): boolean => said?.record !== undefined

interface Compared {
  readonly series: Series
  readonly own: number
  readonly rival: number
  readonly rivalYear: number
  readonly whole: boolean
}

/** Tests whether a year was the highest or lowest of a series: ever, since a year, or in a number of years. */
export async function testRecord(asked: AskedClaim): Promise<Finding> {
  const { claim, question, bench } = asked
  const { subject, days } = question
  if (!isWholeYear(days) && !isWindow(question))
    return finding('unverifiable', 'Only whole years are compared.', { wouldSettle: missingSource(question, bench) })
  const isShare = claim.measured?.form === 'share' || claim.said?.record?.isShare === true
  const all = isShare ? await shareSeries(bench.snapshot, subject, question.wholes) : await levelSeries(bench.snapshot, subject)
  const { series } = seriesOfNamedSource(all, claim)
  const isLow = claim.said?.record?.isLow === true
  const compared = series.flatMap((one) => compare(one, days, sinceOf(claim, days), isLow, subject.mode === 'balance'))
  const values = compared.map(({ series: one }) => figureOf(one, days))
  const said = `${capitalised(flowText(subject))} in ${spanText(days)}: ${valuesText(values, bench)}.`
  if (compared.length === 0)
    return finding('unverifiable', `The record has no series of ${flowText(subject)} that is long enough.`, {
      wouldSettle: missingSource(question, bench),
    })
  const holds = (one: Compared, off: number): boolean => (isLow ? one.own <= one.rival * (1 + off) : one.own >= one.rival * (1 - off))
  const evidence = values.map((value) => value.evidence)
  const complete = compared.filter(({ whole }) => whole)
  if (complete.some((one) => holds(one, verdictLimits.recordTie)))
    return finding(
      'supported',
      `${said} No ${isWholeYear(days) ? 'year' : 'time of as many years'} before on record is ${isLow ? 'lower' : 'higher'}.`,
      { honestValues: values, evidence },
    )
  const doubt = misreadingRisk(asked) ?? (isPeriodStated(asked, days) ? undefined : 'the sentence names no year')
  const [first] = compared
  const judged = complete.length > 0 ? complete : compared
  const isOfOneSide = mirrorMargins(withMirrorMargins(values, asked)) !== undefined
  if (
    judged.every((one) => !holds(one, isWholeYear(days) && !isOfOneSide ? verdictLimits.levelRevision : verdictLimits.recordRevision)) &&
    doubt === undefined
  )
    return finding('contradicted', `${said} ${first!.rivalYear} was ${isLow ? 'lower' : 'higher'}.`, {
      honestValues: values,
      evidence,
      wouldBeTrue: {
        ...nearestTrueStatement(
          'year',
          `The ${isLow ? 'lowest' : 'highest'} year on record up to ${days.to.slice(0, 4)} is ${first!.rivalYear} (${sourceText(first!.series.source, bench)}).`,
        ),
        period: { at: String(first!.rivalYear) },
      },
    })
  return finding('unverifiable', `${said} ${capitalised(doubt ?? 'the years before are not all on record, or are too close')}.`, {
    honestValues: values,
    evidence,
    wouldSettle: missingSource(question, bench),
  })
}

/** Whether a claim compares arms deliveries over periods of whole years: `the highest of any five years since 1990`. */
const isWindow = ({ subject, days: { from, to } }: Question): boolean =>
  subject.family === 'arms' && from.endsWith('-01-01') && to.endsWith('-12-31')

/** Returns the figure of a series, in billions if it is money. */
function figureOf(series: Series, days: DaySpan): CandidateValue {
  const point = series.at(days)!
  const isMoney = /^[A-Z]{3}$/.test(series.unit)
  return candidateValue(series, point, isMoney ? point.value / 1e9 : point.value, isMoney ? `${series.unit} bn` : series.unit, days)
}

/** Returns the first year of the comparison; undefined if there is none, as for `ever`. */
function sinceOf({ said }: Claim, days: DaySpan): number | undefined {
  const { since, years } = said?.record ?? {}
  return since ?? (years === undefined ? undefined : Number(days.to.slice(0, 4)) - years + 1)
}

function compare(series: Series, days: DaySpan, since: number | undefined, isLow: boolean, isBalance: boolean): Compared[] {
  const size = (value: number): number => (isBalance ? Math.abs(value) : value)
  const own = series.at(days)
  const year = Number(days.to.slice(0, 4))
  const step = year - Number(days.from.slice(0, 4)) + 1
  const first = since ?? 1950
  const spans = Array.from({ length: Math.max(0, Math.floor((year - first - step + 1) / step)) }, (_, i) =>
    shiftYears(days, -step * (i + 1)),
  )
  const before = spans.reverse().flatMap((one) => {
    const point = series.at(one)
    return point === undefined ? [] : [{ year: Number(one.to.slice(0, 4)), value: size(point.value) }]
  })
  const rival = [...before].sort((x, y) => (isLow ? x.value - y.value : y.value - x.value))[0]
  if (own === undefined || rival === undefined) return []
  const least = Math.min(verdictLimits.recordYears, spans.length)
  const gapless = before.filter((one) => one.year >= year - (since === undefined ? least * step : year - since)).length
  const whole = gapless > 0 && gapless >= (since === undefined ? least : verdictLimits.recordYearsShare * spans.length)
  return [{ series, own: size(own.value), rival: rival.value, rivalYear: rival.year, whole }]
}
