import type { Tester } from '../../claim-test-context.ts'
import { wordsNear } from '../../text/around/words-near.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { constantPrices, flowText } from '../questions/query-flows.ts'
import { figureText, questionOf } from '../questions/question.ts'
import { rowEvidence } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import { isWholeYear, type Series, shiftYears } from '../record/series.ts'

const steepest =
  /\b(?:biggest|largest|greatest|steepest|sharpest|highest|fastest)\b[^.;,]{0,40}\b(?:increases?|rises?|growth|jumps?|surges?|leaps?|upticks?)\b/i
const since = /\bsince (?:at least )?(?:the )?(?:(?<year>19\d\d|20\d\d)|(?<war>end of the Cold War))/i
const span = /\bin (?<count>\d+|ten|twenty|thirty) years\b|\bin (?<decades>a decade|two decades|three decades)\b/i
const numbers: Readonly<Record<string, number>> = {
  ten: 10,
  twenty: 20,
  thirty: 30,
  'a decade': 10,
  'two decades': 20,
  'three decades': 30,
}
/** The first whole year after the Cold War. */
const afterColdWar = 1992
/** Share of the compared years that must be on record. */
const enough = 0.9
/** In percentage points: if two rises differ by at most this, the next revision may reverse their order. */
const tie = 0.5

/**
 * Tests the steepest rise of military spending in real terms: `its biggest annual increase since 2015`, `the steepest rise in ten years`. Supported if no other
 * year since then had a larger rise. Never contradicts, since later editions revise earlier growth.
 */
export const testSteepestRise: Tester = async (claim, bench) => {
  if (claim.kind !== 'ranking' || claim.value !== 1 || claim.measured?.topic !== 'defence-spending') return undefined
  const words = `${claim.qualifier ?? ''} ; ${wordsNear(claim, 70)}`
  const question = questionOf(claim)
  if (question === undefined || !isWholeYear(question.days) || question.subject.mode !== 'one' || !steepest.test(words)) return undefined
  const year = Number(question.days.to.slice(0, 4))
  const first = firstOf(words, year)
  if (first === undefined || first >= year) return undefined
  const years = Array.from({ length: year - first }, (_, i) => first + i)
  const told = (await constantPrices(bench.snapshot, question.subject)).flatMap((series) => {
    const own = growth(series, year)
    const before = years.flatMap((one) => growth(series, one) ?? [])
    return own === undefined || before.length < enough * years.length ? [] : [{ series, own, most: largest(before) }]
  })
  const what = `${capitalised(flowText(question.subject))} in ${year}`
  const [best] = told.sort((x, y) => y.own.value - y.most.value - (x.own.value - x.most.value))
  if (best === undefined) return finding('unverifiable', `${what}: the record has not the growth of every year from ${first} on.`)
  const said = `${what}: ${figureText(best.own.value, 'percent_change')} (${best.series.what}); the most of the years from ${first} on was ${figureText(best.most.value, 'percent_change')}, in ${best.most.year}.`
  const evidence = rowEvidence([...best.own.rows, ...best.most.rows])
  return best.own.value >= best.most.value - tie
    ? finding('supported', `${said} It is the largest.`, { evidence })
    : finding('unverifiable', `${said} Growth is revised in later editions.`, { evidence })
}

/**
 * Returns the first year of the comparison. For `since 2015` this is 2016, since the rise of the named year itself was larger. Undefined if the words name no
 * span.
 */
function firstOf(words: string, year: number): number | undefined {
  const { year: named, war } = since.exec(words)?.groups ?? {}
  if (war !== undefined) return afterColdWar
  if (named !== undefined) return Number(named) + 1
  const { count, decades } = span.exec(words)?.groups ?? {}
  const length = numbers[(count ?? decades ?? '').toLowerCase()] ?? Number(count)
  return Number.isFinite(length) ? year - length + 1 : undefined
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
