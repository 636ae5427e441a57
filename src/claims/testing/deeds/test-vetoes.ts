import { grouped } from '../../../assessments/rows/grouped.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { VetoSaid } from '../../said/veto-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { isWithinSpan, lastDayOfText, shiftDay } from '../../text/days-of-text.ts'
import { permanentMembers } from '../../text/names/permanent-members.ts'
import type { Finding } from '../../verdict.ts'
import { countRange, countVerdict } from '../judging/count-range.ts'
import { capitalised, finding, findingEvidence, joinedNames, nearestTrueStatement, stateName } from '../judging/findings.ts'
import { namesPeriod } from '../judging/stated-slots.ts'
import { isStateOrPalestine, type Relevance, relevanceTo, type VetoRow, vetoedDrafts } from '../record/veto-rows.ts'

/** Tests vetoes in the Security Council: who cast one on what, when, with whom or alone, and how many. The list is complete between its first and last day. */
export const testVeto: Tester = async (claim, bench) => {
  if (claim.measured?.topic !== 'vetoes' || (claim.kind !== 'event' && claim.kind !== 'count')) return undefined
  const said = claim.said?.veto
  if (said === undefined) return undefined
  const drafts = await vetoedDrafts(bench.snapshot)
  if (drafts.length === 0)
    return finding('unverifiable', 'The record at hand has no list of vetoes.', {
      wouldSettle: 'The veto list of the UN: visavis add un-sc-vetoes FILE.',
    })
  const concerned = claim.actors.filter((actor) => !permanentMembers.includes(actor) && isStateOrPalestine(actor))
  const asked: Asked = { claim, bench, said, drafts, casters: said.casters, concerned, ...daysListed(bench, drafts) }
  return claim.kind === 'count' ? countedOf(asked) : cast(asked)
}

interface Asked {
  readonly claim: Claim
  readonly bench: ClaimTestContext
  readonly said: VetoSaid
  readonly drafts: readonly VetoRow[]
  readonly casters: readonly string[]
  readonly concerned: readonly string[]
  /** First and last day of the list. */
  readonly first: string
  readonly last: string
}

/** Returns the first and last day covered by the lists that the drafts come from. */
function daysListed(bench: ClaimTestContext, drafts: readonly VetoRow[]): { readonly first: string; readonly last: string } {
  const windows = [...new Set(drafts.map(({ source }) => source))].flatMap((id) => bench.cards.get(id)?.coverage ?? [])
  const [starts, ends] = [windows.map(({ from }) => from).sort(), windows.map(({ to }) => to).sort()]
  return { first: starts[0] ?? '9999', last: ends.at(-1) ?? '0000' }
}

/** Whether a claim is on all vetoes ever cast: so say its words, or it was given without a period. */
const isAllTime = ({ period, said }: Claim): boolean => said?.veto?.allTime === true || (period === null && said?.doubts === undefined)

/** Returns the drafts that are named by symbol, otherwise those of the claim's period, each with whether it concerns the named states. */
function inTime({ claim, bench, said, drafts, concerned }: Asked): { draft: VetoRow; bearing: Relevance }[] {
  const { symbols = [] } = said
  const period = (isAllTime(claim) ? null : claim.period) ?? { from: '1946', to: bench.date }
  return drafts
    .filter(
      (draft) =>
        (symbols.length > 0 ? symbols.includes(draft.symbol) : isWithinSpan(draft.date, period, 1)) && draft.date <= lastDayOfText(bench),
    )
    .map((draft) => ({ draft, bearing: bearing(draft, concerned) }))
}

const bearing = (draft: VetoRow, concerned: readonly string[]): Relevance => {
  const all = concerned.map((state) => relevanceTo(draft, state))
  return all.length === 0 || all.includes('named') ? 'named' : all.includes('maybe') ? 'maybe' : 'no'
}

const told = ({ symbol, date, topic, by }: VetoRow): string =>
  `${symbol} of ${date} (${topic.slice(0, 80)}): ${joinedNames(by.map(stateName))}`

function evidence({ bench, drafts }: Asked, of: readonly VetoRow[]): ReturnType<typeof findingEvidence>[] {
  const source = of[0]?.source ?? drafts[0]!.source
  return [findingEvidence(bench, source, `vetoes where symbol in (${of.map(({ symbol }) => `'${symbol}'`).join(', ')})`, of.length)]
}

const isDay = (period: ClaimPeriod): boolean => 'at' in period && period.at.length === 10

function cast(asked: Asked): Finding {
  const { claim, said, drafts, casters, concerned, first, last } = asked
  const found = inTime(asked).filter((one) => one.bearing !== 'no')
  const mine = found.filter(({ draft }) => casters.every((caster) => draft.by.includes(caster)))
  const fit = said.alone ? mine.filter(({ draft }) => draft.by.length === casters.length) : mine
  const right = fit.find((one) => one.bearing === 'named') ?? fit[0]
  if (said.denied && said.never) return neverCast(asked)
  if (said.denied) return finding('unverifiable', 'The sentence denies a veto; the list is read for those that were cast.')
  if (said.every && concerned.length > 0) return everyOne(asked)
  if (right !== undefined) {
    const why = `${capitalised(told(right.draft))} vetoed it.`
    return finding('supported', right.bearing === 'named' ? why : `${why} The item names a region, not a state.`, {
      evidence: evidence(asked, [right.draft]),
    })
  }
  const period = claim.period
  if (period === null || daysOf(period).to > last)
    return finding('unverifiable', `The list of vetoes ends on ${last}.`, { wouldSettle: 'A newer veto list of the UN.' })
  // a list that begins in 1946 has all vetoes from the first one on
  if (daysOf(period).from < first && first > '1946-12-31')
    return finding('unverifiable', `The list of vetoes begins on ${first}.`, {
      wouldSettle: 'The veto list of the UN: visavis add un-sc-vetoes FILE.',
    })
  const near = (mine[0] ?? found[0])?.draft ?? nearestTo(asked, daysOf(period).from)
  const text = near === undefined ? `None of ${joinedNames(casters.map(stateName))} is in the list.` : `${told(near)}.`
  // a state that only voted or abstained may have been read as the one that the draft concerns
  const sameDay = drafts.some(({ by, date }) => casters.every((caster) => by.includes(caster)) && isWithinSpan(date, period, 1))
  const doubts = claim.said?.doubts?.veto
  const sure = doubts?.vagueCasters !== true && namesPeriod(claim) && !(sameDay && (doubts?.otherVotes === true || isDay(period)))
  if (!sure)
    return finding('unverifiable', `No such veto in the list for that time. ${text}`, {
      evidence: near === undefined ? [] : evidence(asked, [near]),
    })
  const some =
    near !== undefined && isWithinSpan(near.date, period, verdictLimits.deedDays) && casters.some((caster) => near.by.includes(caster))
  return finding(some ? 'partly' : 'contradicted', `No such veto in the list of the UN for that time. ${text}`, {
    evidence: near === undefined ? [] : evidence(asked, [near]),
    wouldBeTrue: near === undefined ? null : nearestTrueStatement(some ? 'actor' : 'date', text, evidence(asked, [near]), near.date),
  })
}

/** Tests a claim that some members never cast a veto, or none on a subject. */
function neverCast(asked: Asked): Finding {
  const { claim, bench, casters, last } = asked
  const { period } = claim
  // without a time of its own, the claim is of all time; `since 1989` leaves that year out
  const after = isAllTime(claim) ? '' : period !== null && 'from' in period ? period.from : undefined
  if (after === undefined) return finding('unverifiable', 'The sentence denies a veto; the list is read for those that were cast.')
  const mine = inTime(asked).filter(
    ({ draft }) => casters.some((caster) => draft.by.includes(caster)) && (after === '' || draft.date.slice(0, after.length) > after),
  )
  const named = mine.filter((one) => one.bearing === 'named').map(({ draft }) => draft)
  const who = joinedNames(casters.map(stateName))
  if (named.length > 0) {
    const latest = named.at(-1)!
    const text = `${capitalised(who)} vetoed ${named.length} ${named.length === 1 ? 'draft' : 'drafts'}, the last ${told(latest)}.`
    const rows = evidence(asked, named)
    return finding('contradicted', text, { evidence: rows, wouldBeTrue: nearestTrueStatement('date', text, rows, latest.date) })
  }
  const isOpen = mine.length > 0 || lastDayOfText(bench) > shiftDay(last, verdictLimits.deedDays)
  return finding(isOpen ? 'unverifiable' : 'supported', `The list of vetoes, which ends on ${last}, has none of ${who} on it.`)
}

/** Returns the most vetoes that any of these members cast in a year, for each year since the list ended. */
function possibleSince({ drafts, casters, bench, last }: Asked): number {
  const mine = drafts.filter(({ by }) => casters.some((one) => by.includes(one)))
  const byYear = [...grouped(mine, ({ date }) => date.slice(0, 4)).values()].map((own) => own.length)
  const years = Math.ceil((Date.parse(lastDayOfText(bench)) - Date.parse(last)) / 31_557_600_000)
  return Math.max(0, years) * Math.max(0, ...byYear)
}

/** Tests a claim about every veto of some members: `every veto that it cast was on …`. */
function everyOne(asked: Asked): Finding {
  const mine = inTime(asked).filter(({ draft }) => asked.casters.every((caster) => draft.by.includes(caster)))
  const others = mine.filter((one) => one.bearing === 'no').map(({ draft }) => draft)
  const why = `${mine.length} vetoed drafts of ${joinedNames(asked.casters.map(stateName))} in that time, ${mine.length - others.length} of them under such an item.${others.length > 0 ? ` Others: ${others.slice(0, 3).map(told).join('; ')}.` : ''}`
  const more = {
    evidence: evidence(
      asked,
      mine.map(({ draft }) => draft),
    ),
  }
  if (mine.length === 0) return finding('unverifiable', 'The list has no veto of theirs in that time.')
  return finding(others.length === 0 ? 'supported' : others.length * 2 < mine.length ? 'partly' : 'unverifiable', why, more)
}

/** Returns the draft nearest to a day among those that these members vetoed on the same subject; undefined if there is none. */
function nearestTo({ drafts, casters, concerned }: Asked, day: string): VetoRow | undefined {
  const away = (draft: VetoRow): number => Math.abs(Date.parse(draft.date) - Date.parse(day))
  return drafts
    .filter((draft) => casters.every((caster) => draft.by.includes(caster)) && bearing(draft, concerned) !== 'no')
    .sort((a, b) => away(a) - away(b))[0]
}

/** Tests a number of vetoes: on the states that its sentence names. Only the sentences before may limit it to others; then both readings must agree. */
function countedOf(asked: Asked): Finding {
  const { claim, said, concerned } = asked
  const unnamed = claim.said?.doubts?.veto?.unnamed ?? []
  const named = concerned.filter((state) => !unnamed.includes(state))
  const own = counted({ ...asked, concerned: named })
  if (named.length === concerned.length || said.allTime === true || own.verdict === 'supported') return own
  const limited = counted(asked)
  if (limited.verdict === own.verdict || (limited.verdict === 'supported' && !/^The list has \d+ to /.test(limited.why))) return limited
  return { ...limited, verdict: 'unverifiable', why: `${own.why} ${limited.why} Which of the two is meant is not sure.`, wouldBeTrue: null }
}

/** Tests a number of vetoes. If drafts may or may not concern the state, the count is a range. */
function counted(asked: Asked): Finding {
  const { claim, bench, said, casters, concerned, last } = asked
  const found = inTime(asked).filter(({ draft }) =>
    said.joint ? casters.every((one) => draft.by.includes(one)) : casters.some((one) => draft.by.includes(one)),
  )
  const [low, high] = [found.filter((one) => one.bearing === 'named').length, found.filter((one) => one.bearing !== 'no').length]
  const range = countRange(claim)
  const drafts = found.filter((one) => one.bearing !== 'no').map(({ draft }) => draft)
  const on = concerned.length === 0 ? '' : ` on ${joinedNames(concerned.map(stateName))}`
  const why = `The list has ${low === high ? low : `${low} to ${high}`} vetoed ${high === 1 ? 'draft' : 'drafts'}${on} by ${joinedNames(casters.map(stateName))} ${isAllTime(claim) ? 'since 1946' : 'in that time'}${drafts.length > 0 ? `, the first ${drafts[0]!.symbol} of ${drafts[0]!.date}` : ''}.`
  const verdicts = Array.from({ length: high - low + 1 }, (_, i) => countVerdict(low + i, range))
  const more = { tolerance: range, evidence: drafts.length === 0 ? [] : evidence(asked, drafts) }
  const ofAll = isAllTime(claim)
  const ends = claim.period === null || ofAll ? lastDayOfText(bench) : daysOf(claim.period).to
  if (verdicts.includes('supported')) return finding('supported', ends > last ? `${why} It ends on ${last}.` : why, more)
  // France and the United Kingdom have cast none in decades, so a list that ends some weeks before the text gives no reason for doubt
  if (
    ends > shiftDay(last, verdictLimits.deedDays) &&
    high + (ofAll ? possibleSince(asked) : Number.POSITIVE_INFINITY) > range.low &&
    high < range.low
  )
    return finding('unverifiable', `${why} It ends on ${last}.`, more)
  // if the sentence names no time, the claim may be about other years
  if (claim.said?.doubts?.veto?.vagueCasters === true || (!ofAll && (claim.period === null || (high > 0 && !namesPeriod(claim)))))
    return finding('unverifiable', why, more)
  if (ofAll && bench.isUndated === true && high >= range.low)
    return finding('unverifiable', `${why} The text has no date, and there were fewer before.`, more)
  const verdict = verdicts.includes('partly') ? 'partly' : 'contradicted'
  return finding(verdict, why, {
    ...more,
    wouldBeTrue: { ...nearestTrueStatement('value', why, more.evidence), value: high, unit: 'count' },
  })
}
