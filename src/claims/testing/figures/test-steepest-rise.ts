import type { Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { constantPrices, flowText } from '../questions/query-flows.ts'
import { figureText, questionOf } from '../questions/question.ts'
import { rowEvidence } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import { isWholeYear, type Series, shiftYears } from '../record/series.ts'

/**
 * Tests the steepest rise of military spending in real terms: `its biggest annual increase since 2015`, `the steepest rise in ten years`. Supported if no other
 * year since then had a larger rise. Never contradicts, since later editions revise earlier growth.
 */
export const testSteepestRise: Tester = async (claim, bench) => {
  if (claim.kind !== 'ranking' || claim.value !== 1 || claim.measured?.topic !== 'defence-spending') return undefined
  const compared = claim.said?.steepestRise
  const question = compared === undefined ? undefined : questionOf(claim)
  if (question === undefined || !isWholeYear(question.days) || question.subject.mode !== 'one') return undefined
  const year = Number(question.days.to.slice(0, 4))
  const first = compared?.since ?? year - (compared?.years ?? 0) + 1
  if (first >= year) return undefined
  const years = Array.from({ length: year - first }, (_, i) => first + i)
  const told = (await constantPrices(bench.snapshot, question.subject)).flatMap((series) => {
    const own = growth(series, year)
    const before = years.flatMap((one) => growth(series, one) ?? [])
    return own === undefined || before.length < verdictLimits.steepestYearsShare * years.length
      ? []
      : [{ series, own, most: largest(before) }]
  })
  const what = `${capitalised(flowText(question.subject))} in ${year}`
  const [best] = told.sort((x, y) => y.own.value - y.most.value - (x.own.value - x.most.value))
  if (best === undefined) return finding('unverifiable', `${what}: the record has not the growth of every year from ${first} on.`)
  const said = `${what}: ${figureText(best.own.value, 'percent_change')} (${best.series.what}); the most of the years from ${first} on was ${figureText(best.most.value, 'percent_change')}, in ${best.most.year}.`
  const evidence = rowEvidence([...best.own.rows, ...best.most.rows])
  return best.own.value >= best.most.value - verdictLimits.steepestTie
    ? finding('supported', `${said} It is the largest.`, { evidence })
    : finding('unverifiable', `${said} Growth is revised in later editions.`, { evidence })
}

interface Growth {
  readonly year: number
  readonly value: number
  readonly rows: readonly RecordRow[]
}

function growth(series: Series, year: number): Growth | undefined {
  const days = { from: `${year}-01-01`, to: `${year}-12-31` }
  const [now, then] = [series.at(days), series.at(shiftYears(days, -1))]
  return now === undefined || then === undefined || then.value <= 0
    ? undefined
    : { year, value: 100 * (now.value / then.value - 1), rows: [...then.rows, ...now.rows] }
}

const largest = (all: readonly Growth[]): Growth => all.reduce((most, one) => (one.value > most.value ? one : most))
