import { votersOf } from '../../../assessments/forms/roll-calls.ts'
import { votesCondition } from '../../../assessments/rows/conditions.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import { daysOf } from '../../text/calendar.ts'
import { lastDayOfText } from '../../text/days-of-text.ts'
import type { AcceptedValue, Tolerance } from '../../verdict.ts'
import { capitalised, finding, findingEvidence, stateName } from '../judging/findings.ts'
import { namesParties, namesPeriod } from '../judging/stated-slots.ts'
import { type RollCallTable, rollCallTable, type VotePosition } from '../record/roll-call-rows.ts'

interface Agreement {
  readonly votes: number
  /** Percentage of the votes in which both took the same position. */
  readonly same: number
  /** Agreement in per cent: an abstention against a yes or a no counts half. */
  readonly agreement: number
}

/**
 * Tests the percentage of votes in which two states took the same position. Accepted are the share among whole resolutions, the share among all recorded votes,
 * and the agreement in which an abstention counts half.
 */
export const testVoteShare: Tester = async (claim, bench) => {
  if (claim.measured?.topic !== 'un-votes' || claim.kind !== 'share' || claim.value === null || claim.actors.length !== 2) return undefined
  if (claim.value > 100 || claim.said?.vote?.share !== true) return undefined
  const [a, b] = claim.actors as [string, string]
  const table = await rollCallTable(bench.snapshot)
  const period = claim.period ?? { at: bench.date.slice(0, 4) }
  const voters = await votersOf(bench.snapshot)
  const both = votesCondition([a, b].map((state) => voters.indexOf(state)).filter((column) => column >= 0))
  const evidenceFor: MakeEvidence = (source, where, count) => findingEvidence(bench, source, `${where} and ${both}`, count)
  const values = valuesIn(table, a, b, period, evidenceFor)
  if (values.length === 0)
    return finding('unverifiable', `${capitalised(stateName(a))} and ${stateName(b)} have no recorded vote in common in that time.`)
  const range = shareRange(claim)
  const told = values.map(({ what, value }) => `${value.toFixed(0)} % (${what})`).join(', ')
  const why = `${capitalised(stateName(a))} and ${stateName(b)} in the General Assembly, ${values[0]!.period}: ${told}.`
  const more = { tolerance: range, honestValues: values, evidence: values.slice(0, 1).map(({ evidence }) => evidence) }
  if (values.some(({ value }) => value >= range.low && value <= range.high)) return finding('supported', why, more)
  const near = (value: number): boolean =>
    value >= (1 - verdictLimits.partly) * range.low && value <= (1 + verdictLimits.partly) * range.high
  if (values.some(({ value, what }) => near(value) && what.startsWith('same')))
    return namesParties(claim) && namesPeriod(claim)
      ? finding('partly', why, more)
      : finding('unverifiable', `${why} Who or when is meant is not sure.`, more)
  const years = Number(lastDayOfText(bench).slice(0, 4))
  const elsewhere = namesPeriod(claim)
    ? []
    : [3, 10, 20].flatMap((span) => valuesIn(table, a, b, { from: `${years - span}`, to: `${years}` }, evidenceFor))
  if (!namesParties(claim) && claim.actors.length === 2 && elsewhere.length === 0)
    return finding('unverifiable', `${why} Who is meant is not sure.`, more)
  if (elsewhere.some(({ value, what }) => near(value) && what.startsWith('same')))
    return finding('unverifiable', `${why} The text does not say of which years it speaks.`, more)
  return finding('contradicted', why, {
    ...more,
    wouldBeTrue: { changed: 'value', text: why, value: values[0]!.value, unit: 'percent', period, evidence: more.evidence },
  })
}

/**
 * Returns the range accepted for a stated share: down to 85 % of it for `almost` and for 100 %; a tenth either way for `about` and for shares in words; one
 * side open for `more than` and `less than`; otherwise two and a half points either way.
 */
function shareRange(claim: Claim): Tolerance {
  const value = claim.value!
  const bound = claim.said?.hedge?.bound ?? 'stated'
  if (bound === 'less' || bound === 'at-most') return { low: value / 2, high: value, why: `"${claim.qualifier}": it or less` }
  if (bound === 'more' || bound === 'at-least')
    return { low: value, high: Math.min(100, 2 * value), why: `"${claim.qualifier}": it or more` }
  if (bound === 'almost' || value === 100) return { low: verdictLimits.almost * value, high: value, why: 'almost: no less than 85 % of it' }
  if (bound === 'about' || !/\d/.test(claim.qualifier ?? '1'))
    return { low: (1 - verdictLimits.approximate) * value, high: (1 + verdictLimits.approximate) * value, why: 'a tenth either way' }
  return {
    low: value - verdictLimits.voteSharePoints,
    high: value + verdictLimits.voteSharePoints,
    why: 'two and a half points either way: it hangs on which votes count',
  }
}

type MakeEvidence = (source: string, rows: string, count: number) => AcceptedValue['evidence']

function valuesIn(table: RollCallTable, a: string, b: string, period: ClaimPeriod, evidenceFor: MakeEvidence): AcceptedValue[] {
  const { from, to } = daysOf(period)
  const whole = agreementIn(table, a, b, from, to, true)
  const all = agreementIn(table, a, b, from, to, false)
  if (whole === undefined || all === undefined) return []
  const evidence = evidenceFor('un-votes', `roll_calls where date between '${from}' and '${to}' and kind = 'whole'`, whole.votes)
  const value = (what: string, of: number): AcceptedValue => ({
    value: of,
    unit: 'percent',
    period: `${from}/${to}`,
    by: 'un-votes',
    what,
    estimated: false,
    evidence,
  })
  return [
    value(`same position on ${whole.votes} whole resolutions`, whole.same),
    value('with half for an abstention', whole.agreement),
    ...(all.votes === whole.votes ? [] : [value(`same position on all ${all.votes} recorded votes`, all.same)]),
  ]
}

const scale: Readonly<Record<VotePosition, number>> = { yes: 0, abstain: 1, no: 2 }

function agreementIn(table: RollCallTable, a: string, b: string, from: string, to: string, wholeOnly: boolean): Agreement | undefined {
  let [votes, same, distance] = [0, 0, 0]
  for (const row of table.rows) {
    // votes cited in texts are not a sample of all votes
    if (row.table !== 'roll_calls') continue
    if (row.date < from || row.date > to || (wholeOnly && row.kind !== 'whole')) continue
    const [x, y] = [table.position(row, a), table.position(row, b)]
    if (x === undefined || y === undefined) continue
    votes++
    if (x === y) same++
    distance += Math.abs(scale[x] - scale[y]) / 2
  }
  return votes === 0 ? undefined : { votes, same: (100 * same) / votes, agreement: 100 * (1 - distance / votes) }
}
