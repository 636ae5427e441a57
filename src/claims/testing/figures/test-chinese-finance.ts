import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import { daysOf } from '../../text/calendar.ts'
import { statesOfGroup, statesOfRegion } from '../../text/names/country-groups.ts'
import type { Finding } from '../../verdict.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { relativeDistance } from '../judging/judge.ts'
import { sourceText } from '../judging/source-words.ts'
import { spanText } from '../judging/span-words.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { actorText } from '../questions/query-flows.ts'
import { figureText, unitOf } from '../questions/question.ts'
import { isFromNamedSource } from '../record/named-sources.ts'
import { mergedEvidence, rowEvidence, rowsOfPartners, rowsOfSides } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import type { DaySpan } from '../record/series.ts'

/** A list of Chinese finance abroad, with the topics of claims that it can test. */
interface Ledger {
  readonly source: string
  readonly topics: ReadonlySet<string | undefined>
  readonly amounts: readonly string[]
  readonly counts: readonly string[]
  readonly days: DaySpan
  readonly say: string
}

const finance = {
  amounts: ['official-finance-oda', 'official-finance-oof', 'official-finance-vague'],
  counts: ['official-finance-projects'],
}
const ledgers: readonly Ledger[] = [
  {
    source: 'china-global-investment-tracker',
    topics: new Set(['investment', 'deals']),
    amounts: ['large-deals'],
    counts: ['large-deals-count'],
    days: { from: '2005-01-01', to: '2018-06-30' },
    say: 'large investments and contracts',
  },
  {
    source: 'aiddata-china-finance',
    topics: new Set(['loans', 'aid']),
    ...finance,
    days: { from: '2000-01-01', to: '2014-12-31' },
    say: 'official finance',
  },
]

/**
 * Tests Chinese finance to another state with AidData's list of official finance (2000 to 2014) and the list of large deals (2005 to June 2018): sums and
 * numbers of projects, which are lower bounds, and ranks among recipients. Other lists count differently, so a rank is called wrong only if the text names the
 * list that it comes from.
 */
export const testChineseFinance: Tester = async (claim, bench) => {
  const [sender, receiver] = claim.direction.split('->')
  const { period, value } = claim
  if (claim.said?.chineseFinance === undefined) return undefined
  if (sender !== 'CHN' || receiver === undefined || receiver === 'WLD' || period === null || value === null || value === 0) return undefined
  const ledger = ledgers.find(({ topics }) => topics.has(claim.measured?.topic))
  const days = daysOf(period)
  if (ledger === undefined || days.from < ledger.days.from || lastOf(days, ledger) === undefined) return undefined
  if (claim.unit === 'rank') return placeIn(claim, bench, { ledger, days, receiver })
  return claim.kind === 'quantity' || claim.kind === 'count' ? amountIn(claim, bench, { ledger, days, receiver }) : undefined
}

/** Returns the last day of the claim's period that the list covers; the last year of a list may be incomplete. Undefined if the period ends in a later year. */
const lastOf = ({ to }: DaySpan, { days }: Ledger): string | undefined =>
  to <= days.to ? to : to.slice(0, 4) === days.to.slice(0, 4) ? days.to : undefined

interface Asked {
  readonly ledger: Ledger
  readonly days: DaySpan
  readonly receiver: string
}

/** Tests a sum or a number of projects. Undefined if the list does not agree with it. */
async function amountIn(claim: Claim, bench: ClaimTestContext, { ledger, days, receiver }: Asked): Promise<Finding | undefined> {
  const unit = claim.unit === 'count' ? { of: 'count', factor: 1 } : unitOf(claim.unit)
  const isCount = unit?.of === 'count' && claim.said?.chineseFinance?.isOfProjects === true
  if (unit === undefined || !(isCount || unit.of === 'USD')) return undefined
  const to = { id: receiver, states: await statesOfGroup(bench.snapshot, receiver) }
  const each = await Promise.all(
    (isCount ? ledger.counts : ledger.amounts).map((id) => rowsOfSides(bench.snapshot, id, { id: 'CHN', states: undefined }, to)),
  )
  const rows = each.flat().filter(({ start, end, source }) => source === ledger.source && start >= days.from && end <= days.to)
  const tolerance = toleranceOf({ value: claim.value!, unit: claim.unit, hedge: claim.said?.hedge })
  const sum = sumOf(rows) / unit.factor
  if (rows.length === 0 || relativeDistance(sum, tolerance) !== 0) return undefined
  const said = `${capitalised(ledger.say)} of China for ${actorText(receiver)} in ${spanText(days)}: at least ${figureText(sum, claim.unit)} (${sourceText(ledger.source, bench)})`
  return finding('supported', `${said}. The claim says ${figureText(claim.value!, claim.unit)}: it agrees.`, {
    tolerance,
    evidence: [mergedEvidence(rows)],
  })
}

const sumOf = (rows: readonly RecordRow[]): number => rows.reduce((sum, { value }) => sum + value, 0)

async function placeIn(claim: Claim, bench: ClaimTestContext, { ledger, days, receiver }: Asked): Promise<Finding | undefined> {
  if (!/^[A-Z]{3}$/.test(receiver)) return undefined
  const region = claim.said?.chineseFinance?.among
  const among = region === undefined ? undefined : statesOfRegion(region)
  const to = lastOf(days, ledger)!
  const rows = (await rowsOfPartners(bench.snapshot, 'CHN', ledger.amounts, days.from, to)).filter(
    (row) => row.source === ledger.source && row.from === 'CHN' && (among === undefined || among.has(row.to)),
  )
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.to, (sums.get(row.to) ?? 0) + row.value)
  const own = sums.get(receiver)
  if (own === undefined) return undefined
  const above = (factor: number): number => [...sums].filter(([id, value]) => id !== receiver && value > own * factor).length
  const [best, worst] = [1 + above(1 + verdictLimits.chineseFinanceTie), 1 + above(1 - verdictLimits.chineseFinanceTie)]
  const [first] = [...sums].sort((x, y) => y[1] - x[1])
  const said = `${capitalised(actorText(receiver))} was number ${1 + above(1)} among recipients of ${ledger.say} of China in ${spanText(days)} (${figureText(own / 1e9, 'USD bn')}, ${sourceText(ledger.source, bench)}); first was ${actorText(first![0])}. The claim says number ${claim.value}`
  const evidence = rowEvidence(rows.filter((row) => row.to === receiver || row.to === first![0]))
  if (best <= claim.value! && claim.value! <= worst) return finding('supported', `${said}: it agrees.`, { evidence })
  const isNamed = isFromNamedSource(claim.said?.source)?.({ source: ledger.source, reporter: null }) === true
  const isWrong =
    claim.value! < 1 + above(1 + verdictLimits.chineseFinanceMargin) || claim.value! > 1 + above(1 - verdictLimits.chineseFinanceMargin)
  return finding(
    isNamed && isWrong ? 'contradicted' : 'unverifiable',
    `${said}: ${isNamed && isWrong ? 'by the list that is named it is not' : 'other lists count otherwise'}.`,
    { evidence },
  )
}
