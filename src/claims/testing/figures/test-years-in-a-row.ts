import type { Claim } from '../../claim.ts'
import type { Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { Finding } from '../../verdict.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { sourceText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { constantPrices, flowText, levelSeries } from '../questions/query-flows.ts'
import { type AskedClaim, questionOf } from '../questions/question.ts'
import { seriesOfNamedSource } from '../record/named-sources.ts'
import { rowEvidence } from '../record/record-query.ts'
import { type DaySpan, isWholeYear, type Series, shiftYears } from '../record/series.ts'
import { testRank } from './test-ranks.ts'

/**
 * Tests runs of years: `for the sixth year in a row the largest partner`, `its third yearly deficit running`, `the fourth year of growth`. Supported if true in
 * every year of the run. Never contradicts, since texts may count from another first year, and from first reports that were revised since.
 */
export const testYearsInARow: Tester = async (claim, bench) => {
  const { kind, value, period, unit } = claim
  const said = claim.said?.yearsInARow
  const most = claim.measured?.topic === 'defence-spending' ? verdictLimits.longestRunOfSpending : verdictLimits.longestRun
  if (said === undefined || kind !== 'count' || value === null || value < 2 || value > most || period === null || unit === 'percent')
    return undefined
  const question = questionOf(claim)
  if (question === undefined || !isWholeYear(question.days) || !/^(?:goods|own)$/.test(question.subject.family)) return undefined
  const row = Array.from({ length: value }, (_, i) => shiftYears(question.days, i + 1 - value))
  const asked: AskedClaim = { claim, question, bench }
  if (said.isFirst && question.subject.mode !== 'balance') return ofPlace(asked, row)
  const holds = rowOf(asked)
  return holds === undefined ? undefined : ofSeries(asked, row, holds)
}

/** Tests a first rank in every year of the run. */
async function ofPlace({ claim, question, bench }: AskedClaim, row: readonly DaySpan[]): Promise<Finding | undefined> {
  const [from, to] = [row[0]!.from, row.at(-1)!.to]
  const place: Claim = {
    ...claim,
    kind: 'ranking',
    value: 1,
    unit: 'rank',
    period: { from: from.slice(0, 4), to: to.slice(0, 4) },
  }
  const found = await testRank({ claim: place, question: { ...question, days: { from, to } }, bench })
  if (found === undefined || found.verdict === 'supported') return found
  return { ...found, verdict: 'unverifiable', wouldBeTrue: null }
}

/** Returns whether the claim is true of a year in a series; undefined if the series has no figure for it. */
type Holds = (series: Series, year: DaySpan) => boolean | undefined

function rowOf({ claim: { said, measured }, question: { subject } }: AskedClaim): Holds | undefined {
  const at = (series: Series, year: DaySpan): number | undefined => series.at(year)?.value
  const topic = measured?.topic
  if (subject.mode === 'balance' && (topic === 'surplus' || topic === 'deficit'))
    return (series, year) => {
      const value = at(series, year)
      return value === undefined ? undefined : topic === 'surplus' ? value > 0 : value < 0
    }
  const sense = said?.yearsInARow?.sense
  if (sense === undefined) return undefined
  return (series, year) => {
    const [now, then] = [at(series, year), at(series, shiftYears(year, -1))]
    if (now === undefined || then === undefined || then === 0) return undefined
    const moved = Math.abs(now) / Math.abs(then) - 1
    return Math.abs(moved) < verdictLimits.runStandstill ? undefined : moved > 0 === (sense === 'up')
  }
}

async function ofSeries({ claim, question, bench }: AskedClaim, row: readonly DaySpan[], holds: Holds): Promise<Finding | undefined> {
  const { subject } = question
  const all = [...(await levelSeries(bench.snapshot, subject)), ...(await constantPrices(bench.snapshot, subject))]
  const { series } = seriesOfNamedSource(all, claim)
  const told = row.map((year) => ({
    year,
    answers: series.flatMap((one) => {
      const answer = holds(one, year)
      return answer === undefined ? [] : [{ answer, series: one }]
    }),
  }))
  const whole = series.find((one) => row.every((year) => holds(one, year) === true))
  const span = `${capitalised(flowText(subject))}, ${spanText({ from: row[0]!.from, to: row.at(-1)!.to })}`
  if (whole !== undefined) {
    const evidence = rowEvidence(row.flatMap((year) => whole.at(year)!.rows))
    return finding('supported', `${span}: so it was in every year (${sourceText(whole.source, bench)}).`, { evidence })
  }
  const known = told.filter(({ answers }) => answers.length > 0)
  const last = known.at(-1)
  return finding(
    'unverifiable',
    last === undefined
      ? `The record has no figure of ${flowText(subject)} in those years.`
      : `${span}: the record has ${known.length} of ${row.length} years, or its series do not agree.`,
  )
}
