import { storedMemberships } from '../../../assessments/record/memberships.ts'
import { membersOn } from '../../../states/index.ts'
import type { Evidence } from '../../../store/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { VoteMatter, VoteSaid } from '../../said/vote-said.ts'
import { isWithinSpan } from '../../text/days-of-text.ts'
import type { Finding, Tolerance, Verdict } from '../../verdict.ts'
import { matchResolutions, type ResolutionMatch } from '../deed-words/resolution-search.ts'
import { voteByTally } from '../deed-words/vote-by-tally.ts'
import { countRange, countVerdict } from '../judging/count-range.ts'
import {
  capitalised,
  combinedVerdict,
  finding,
  findingEvidence,
  joinedNames,
  nearestTrueStatement,
  stateName,
} from '../judging/findings.ts'
import { namesParties, namesPeriod } from '../judging/stated-slots.ts'
import { councilResolutions, councilVoteWords } from '../record/council-votes.ts'
import { type RollCallRow, type RollCallTable, rollCallTable, type VotePosition } from '../record/roll-call-rows.ts'

const words: Readonly<Record<VotePosition, string>> = { yes: 'in favour', abstain: 'abstained', no: 'against' }

/** How one state's position in one vote compares with the claim: it agrees, it differs, or none is recorded. */
type Held = 'holds' | 'fails' | 'silent'

/**
 * Tests recorded votes of the General Assembly: a state's position on one text, on every text on a subject, or the same as another state's; and how many states
 * took a position.
 */
export const testVote: Tester = async (claim, bench) => {
  if (claim.measured?.topic !== 'un-votes') return undefined
  if (claim.kind !== 'event' && claim.kind !== 'count') return undefined
  const said = claim.said?.vote
  if (said === undefined) return undefined
  if (said.council !== undefined) return onCouncil(bench, said.council.resolution)
  const table = await rollCallTable(bench.snapshot)
  if (table.rows.length === 0) return unread('The record at hand has no recorded votes.')
  if (said.matter === undefined) return undefined
  if (claim.kind === 'count') return counted(claim, bench, table, said, said.matter)
  const many = said.many === true || (claim.period !== null && 'from' in claim.period)
  const match = matchResolutions(claim, bench, table, said.matter, many)
  if (match.rows.length === 0) return unread('No recorded vote of that time has a title that fits the words.')
  if (said.adopted !== undefined) return adopted(claim, bench, table, said, match)
  if (said.position === undefined) return unread('The sentence does not say plainly how it was voted.')
  const states = await votersOf(claim, bench, match.rows)
  if (states.length === 0) return unread('The sentence names no state that votes.')
  return many ? onMany(claim, bench, table, said, match.rows, states) : onOne(claim, bench, table, said, match, states)
}

/** Tests whether the Assembly adopted a text in that period, with more votes in favour than against. */
function adopted(claim: Claim, bench: ClaimTestContext, table: RollCallTable, said: VoteSaid, match: ResolutionMatch): Finding {
  // the tally in the sentence identifies the vote better than its words
  const counted = voteByTally(said.matter?.tallies ?? [], table)
  const row = counted ?? match.rows[0]
  const why = `${row!.symbol} (${row!.title.slice(0, 90)}), ${row!.date}: ${row!.yes} in favour, ${row!.no} against, ${row!.abstain} abstentions.`
  // hundreds of texts are voted on in a year, so only a symbol, a tally, or a day together with words identifies one
  const isNamed = match.sure && (said.matter?.symbols !== undefined || (isFine(claim) && match.strong && match.own))
  const isOne = counted !== undefined || isNamed
  if (!isOne || row!.yes <= row!.no || said.adopted === 'denied') return unread(`Several votes fit the words. ${why}`)
  return finding('supported', `Adopted: ${why}`, {
    evidence: evidenceOfVotes(bench, [row!]),
  })
}

/** Says what the record has on a vote of the Council: the totals of the one resolution that is named, but not who voted how. */
async function onCouncil(bench: ClaimTestContext, resolution: number | undefined): Promise<Finding> {
  const found = resolution === undefined ? undefined : (await councilResolutions(bench.snapshot)).get(resolution)
  if (found === undefined) return unread('It speaks of the Security Council; the record has who voted how in the General Assembly only.')
  return finding('unverifiable', `${councilVoteWords(found)}. Of the Security Council the record has totals, not who voted how.`, {
    wouldSettle: `The record of the meeting${found.record === null ? '' : ` (${found.record})`}, which says how each member voted.`,
  })
}

const unread = (why: string): Finding =>
  finding('unverifiable', why, {
    wouldSettle: 'The symbol of the resolution: the record has who voted how on each (visavis measure votes).',
  })

/** Makes evidence of votes, separately for each table. */
function evidenceOfVotes(bench: ClaimTestContext, votes: readonly RollCallRow[]): Evidence[] {
  return (['roll_calls', 'cited_roll_calls'] as const).flatMap((table) => {
    const rows = votes.filter((vote) => vote.table === table)
    const symbols = rows.map(({ symbol }) => `'${symbol}'`)
    const where = symbols.length === 1 ? `= ${symbols[0]}` : `in (${symbols.join(', ')})`
    return rows.length === 0 ? [] : [findingEvidence(bench, rows[0]!.source, `${table} where symbol ${where}`, rows.length)]
  })
}

/** Returns the states claimed to have voted. The EU is replaced by its members on the day of the vote. */
async function votersOf(claim: Claim, bench: ClaimTestContext, rows: readonly RollCallRow[]): Promise<readonly string[]> {
  const { all } = await storedMemberships(bench.snapshot)
  const day = rows.at(-1)!.date
  return claim.actors.flatMap((actor) =>
    actor === 'EUU' ? membersOn(all, 'EU', day) : /^[A-Z]{3}$/.test(actor) && actor !== 'WLD' ? [actor] : [],
  )
}

function holds(said: VoteSaid['position'], is: VotePosition | undefined, other: VotePosition | undefined): Held {
  if (is === undefined || (said === 'with' && other === undefined)) return 'silent'
  if (said === 'not-yes') return is === 'yes' ? 'fails' : 'holds'
  if (said === 'not-no') return is === 'no' ? 'fails' : 'holds'
  return (said === 'with' ? is === other : is === said) ? 'holds' : 'fails'
}

/** Returns the states claimed to have voted like another state, without that state. */
const beside = (states: readonly string[], other: string | undefined): readonly string[] =>
  states.length > 1 ? states.filter((state) => state !== other) : states

const verdictOf = (held: Held): Verdict => (held === 'holds' ? 'supported' : held === 'fails' ? 'contradicted' : 'unverifiable')

function onOne(
  claim: Claim,
  bench: ClaimTestContext,
  table: RollCallTable,
  said: VoteSaid,
  match: ResolutionMatch,
  states: readonly string[],
): Finding {
  const other = said.position === 'with' ? said.with : undefined
  const voters = said.position === 'with' ? beside(states, other) : states
  const verdicts = match.rows.map((row) =>
    combinedVerdict(
      voters.map((state) =>
        verdictOf(holds(said.position, table.position(row, state), other === undefined ? undefined : table.position(row, other))),
      ),
    ),
  )
  const row = match.rows[0]!
  const told = (one: RollCallRow): string =>
    `${one.symbol} (${one.title.slice(0, 90)}), ${one.date}: ${tell(table, one, [...voters, ...(other === undefined ? [] : [other])])}`
  const evidence = evidenceOfVotes(bench, match.rows)
  const agreed = new Set(verdicts).size === 1
  // of several equal matches the first may support the claim if the sentence names the period, but it never contradicts the claim
  const verdict: Verdict = agreed || (verdicts[0] === 'supported' && namesPeriod(claim)) ? verdicts[0]! : 'unverifiable'
  const why = match.rows.slice(0, 3).map(told).join(' ')
  if (verdict === 'supported' || verdict === 'unverifiable')
    return finding(verdict, agreed ? why : `Several votes fit the words. ${why}`, { evidence })
  const fits = match.near.some((one) =>
    voters.every(
      (state) => holds(said.position, table.position(one, state), other === undefined ? undefined : table.position(one, other)) === 'holds',
    ),
  )
  if (
    fits ||
    isOfAnotherDay(claim, row) ||
    isADayOff(claim, table, row) ||
    !namesParties(claim) ||
    !isSure(claim, match) ||
    areMixed(claim, voters) ||
    isAnothers(claim, voters)
  )
    return finding('unverifiable', `${why} Which vote, or whose, is not sure.`, { evidence })
  return finding(verdict, why, { evidence, wouldBeTrue: nearestTrueStatement('value', why, evidence, row.date) })
}

/** Whether the claim is a second vote with its own day, on which this vote did not take place: `abstained from A of 2 March and again on 23 February`. */
const isOfAnotherDay = ({ said, period }: Claim, row: RollCallRow): boolean =>
  said?.vote?.second === true && period !== null && !isWithinSpan(row.date, period, 1)

/** Whether the vote took place on another day than the stated one, although other votes took place on the stated day. */
const isADayOff = ({ period }: Claim, table: RollCallTable, row: RollCallRow): boolean =>
  period !== null &&
  'at' in period &&
  period.at.length === 10 &&
  row.date >= '2003' &&
  row.date !== period.at &&
  table.rows.some(({ date, kind }) => date === period.at && kind === 'whole')

/** Whether the sentence states two positions, and not all voters are named in the part of it that makes the claim. */
function areMixed({ said }: Claim, voters: readonly string[]): boolean {
  const here = said?.doubts?.vote?.partiesHere
  return here !== undefined && !voters.every((voter) => here.includes(voter))
}

/** Whether one of several voters is only mentioned as a possessor: `the neighbours of India`. */
const isAnothers = ({ said }: Claim, voters: readonly string[]): boolean =>
  voters.length > 1 && voters.some((voter) => said?.doubts?.vote?.possessors?.includes(voter))

/** Whether exactly one vote is meant: the sentence names its period and subject, or the sentence before does and nothing suggests another period. */
function isSure(claim: Claim, { sure, told, strong, own }: ResolutionMatch): boolean {
  if (namesPeriod(claim)) return told ? own || isFine(claim) : own && isFine(claim) && claim.kind !== 'count'
  const doubts = claim.said?.doubts?.vote
  if (!sure || !strong || doubts?.timeHint === true) return false
  return own || (doubts?.periodBefore === true && isFine(claim))
}

/** Whether the period is a month or a day, which has few votes. */
const isFine = ({ period }: Claim): boolean => period !== null && 'at' in period && period.at.length > 4

function tell(table: RollCallTable, row: RollCallRow, states: readonly string[]): string {
  const by = new Map<string, string[]>()
  for (const state of states) {
    const position = table.position(row, state)
    const word = position === undefined ? 'without a recorded vote' : words[position]
    by.set(word, [...(by.get(word) ?? []), stateName(state)])
  }
  return `${[...by].map(([word, names]) => `${capitalised(joinedNames(names.slice(0, 6)))}${names.length > 6 ? ` and ${names.length - 6} more` : ''} ${word}`).join('; ')}.`
}

/** Tests every vote on a subject in a period: supported if all agree, partly if at least half do. */
function onMany(
  claim: Claim,
  bench: ClaimTestContext,
  table: RollCallTable,
  said: VoteSaid,
  rows: readonly RollCallRow[],
  states: readonly string[],
): Finding {
  const other = said.position === 'with' ? said.with : undefined
  const voters = said.position === 'with' ? beside(states, other) : states
  let [held, failed] = [0, 0]
  const against: RollCallRow[] = []
  for (const row of rows) {
    const found = voters.map((state) =>
      holds(said.position, table.position(row, state), other === undefined ? undefined : table.position(row, other)),
    )
    if (found.includes('fails')) against.push(row)
    held += found.filter((one) => one === 'holds').length
    failed += found.filter((one) => one === 'fails').length
  }
  if (held + failed === 0) return unread('No recorded position of theirs on the matter in that time.')
  const evidence = evidenceOfVotes(bench, rows)
  const exceptions = against.slice(0, 3).map((row) => `${row.symbol} of ${row.date}: ${tell(table, row, voters.slice(0, 4))}`)
  const why = `So it was in ${held} of ${held + failed} recorded positions on ${rows.length} votes, ${rows[0]!.date} to ${rows.at(-1)!.date} (${rows[0]!.title.slice(0, 80)}).${exceptions.length > 0 ? ` Otherwise: ${exceptions.join(' ')}` : ''}`
  const share = held / (held + failed)
  const granted = said.exception === true && against.length <= 1
  const verdict: Verdict = failed === 0 || granted ? 'supported' : share >= verdictLimits.votesPartly ? 'partly' : 'contradicted'
  const unsure = verdict !== 'supported' && !(namesParties(claim) && (verdict === 'partly' || (said.many === true && namesPeriod(claim))))
  return finding(unsure ? 'unverifiable' : verdict, why, {
    evidence,
    wouldBeTrue: verdict === 'supported' || unsure ? null : nearestTrueStatement('value', why, evidence),
  })
}

/** Number of member states: in `Of the 193 members` the number is not a side of a vote. */
const allMembers = 193

/** Tests how many states took a position. */
function counted(claim: Claim, bench: ClaimTestContext, table: RollCallTable, { side }: VoteSaid, matter: VoteMatter): Finding | undefined {
  if (side === undefined || claim.value === null || claim.value >= allMembers) return undefined
  const match = matchResolutions(claim, bench, table, matter, false)
  const { rows } = match
  if (rows.length === 0) return unread('No recorded vote of that time has a title that fits the words.')
  const range = withCorrections(countRange(claim))
  const found = [...rows, ...match.near.filter((row) => !rows.includes(row))].map((row) => ({
    row,
    verdict: countVerdict(row[side], range),
  }))
  const right = found.find(({ verdict }) => verdict === 'supported')
  const { row, verdict } = right ?? found[0]!
  const evidence = evidenceOfVotes(bench, [row])
  const why = `${row.symbol} (${row.title.slice(0, 90)}), ${row.date}: ${row.yes} in favour, ${row.no} against, ${row.abstain} abstentions.`
  // a number that equals another side of the vote was probably read with the wrong words
  const doubts = claim.said?.doubts?.vote
  const aside = [row.yes, row.no, row.abstain].includes(claim.value) && doubts?.sideApart === true
  const unsure = verdict !== 'supported' && (aside || doubts?.againstDeed === true || !isSure(claim, match))
  return finding(unsure ? 'unverifiable' : verdict, unsure ? `Several votes fit the words. ${why}` : why, {
    tolerance: range,
    evidence,
    honestValues: [
      {
        value: row[side],
        unit: 'count',
        period: row.date,
        by: row.source,
        what: `${words[side]}, ${row.symbol}`,
        estimated: false,
        evidence: evidence[0]!,
      },
    ],
    wouldBeTrue:
      verdict === 'supported' || unsure
        ? null
        : { ...nearestTrueStatement('value', why, evidence, row.date), value: row[side], unit: 'count' },
  })
}

const withCorrections = ({ low, high, why }: Tolerance): Tolerance =>
  low === high
    ? {
        low: low - verdictLimits.voteCorrections,
        high: high + verdictLimits.voteCorrections,
        why: 'votes are corrected by one or two after the day',
      }
    : { low, high, why }
