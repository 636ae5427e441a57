import { storedMemberships } from '../../../assessments/record/memberships.ts'
import { membersOn, stateOf } from '../../../states/index.ts'
import type { Evidence } from '../../../store/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import {
  actorsNamedIn,
  areActorsNamed,
  clauseOf,
  hasOwnPeriod,
  hasTimeHint,
  isNegated,
  isPartOfDocumentName,
  isWithinSpan,
  sentencesBefore,
  symbolsIn,
} from '../../text/around/text-around-claim.ts'
import type { Finding, Tolerance, Verdict } from '../../verdict.ts'
import { matchResolutions, type ResolutionMatch } from '../deed-words/resolution-search.ts'
import { votesByTally } from '../deed-words/vote-by-tally.ts'
import { type ClaimedVote, claimedPosition, claimedVote } from '../deed-words/vote-words.ts'
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
import { councilNumbersIn, councilResolutions, councilVoteWords } from '../record/council-votes.ts'
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
  if (isOfCouncil(claim, bench)) return onCouncil(claim, bench)
  const table = await rollCallTable(bench.snapshot)
  if (table.rows.length === 0) return unread('The record at hand has no recorded votes.')
  if (claim.kind === 'count') return counted(claim, bench, table)
  const said = claimedVote(claim, sentencesBefore(claim, bench, 1)[0])
  const many = said.many || (claim.period !== null && 'from' in claim.period)
  const matter = matchResolutions(claim, bench, table, many)
  if (matter.rows.length === 0) return unread('No recorded vote of that time has a title that fits the words.')
  if (claim.rules.includes('adopted')) return adopted(claim, bench, table, matter)
  if (said.position === undefined) return unread('The sentence does not say plainly how it was voted.')
  const states = await votersOf(claim, bench, matter.rows)
  if (states.length === 0) return unread('The sentence names no state that votes.')
  return many ? onMany(claim, bench, table, said, matter.rows, states) : onOne(claim, bench, table, said, matter, states)
}

/** Tests whether the Assembly adopted a text in that period, with more votes in favour than against. */
function adopted(claim: Claim, bench: ClaimTestContext, table: RollCallTable, matter: ResolutionMatch): Finding {
  // the tally in the sentence identifies the vote better than its words
  const counted = votesByTally(bench, table)[claim.sentence_index]
  const row = counted ?? matter.rows[0]
  const why = `${row!.symbol} (${row!.title.slice(0, 90)}), ${row!.date}: ${row!.yes} in favour, ${row!.no} against, ${row!.abstain} abstentions.`
  // hundreds of texts are voted on in a year, so only a symbol, a tally, or a day together with words identifies one
  const isNamed = matter.sure && (symbolsIn(claim.sentence).length > 0 || (isFine(claim) && matter.strong && matter.own))
  const isOne = counted !== undefined || isNamed
  if (!isOne || row!.yes <= row!.no || isNegated(clauseOf(claim.sentence, claim).text)) return unread(`Several votes fit the words. ${why}`)
  return finding('supported', `Adopted: ${why}`, {
    evidence: evidenceOfVotes(bench, [row!]),
  })
}

/** Says what the record has on a vote of the Council: the totals of the one resolution that the sentence names, but not who voted how. */
async function onCouncil(claim: Claim, bench: ClaimTestContext): Promise<Finding> {
  const named = councilNumbersIn(claim.sentence)
  const found = named.length === 1 ? (await councilResolutions(bench.snapshot)).get(named[0]!) : undefined
  if (found === undefined) return unread('It speaks of the Security Council; the record has who voted how in the General Assembly only.')
  return finding('unverifiable', `${councilVoteWords(found)}. Of the Security Council the record has totals, not who voted how.`, {
    wouldSettle: `The record of the meeting${found.record === null ? '' : ` (${found.record})`}, which says how each member voted.`,
  })
}

/** Whether the last body named is the Security Council, whose votes are not General Assembly votes. */
function isOfCouncil(claim: Claim, bench: ClaimTestContext): boolean {
  const body =
    /\b(?:(General )?Assembly|UNGA|(?<!(?:Rights|European|Gulf|Nordic|Cooperation) )Council(?! of Europe)|UNSCR?|S\/RES|veto(?:e[sd]|ing)?|A\/RES|emergency (?:special )?session)\b/g
  for (const text of [claim.sentence, ...sentencesBefore(claim, bench, 3)]) {
    const named = [...text.matchAll(body)].map(([word]) => /Council|UNSC|S\/RES|veto/.test(word))
    if (named.length > 0) return named.every((isCouncil) => isCouncil)
  }
  return false
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

function holds(said: ClaimedVote['position'], is: VotePosition | undefined, other: VotePosition | undefined): Held {
  if (is === undefined || (said === 'with' && other === undefined)) return 'silent'
  if (said === 'not-yes') return is === 'yes' ? 'fails' : 'holds'
  if (said === 'not-no') return is === 'no' ? 'fails' : 'holds'
  return (said === 'with' ? is === other : is === said) ? 'holds' : 'fails'
}

/** Returns the state that the others voted with: the state named after the verb, else the second voter. */
function otherOf(claim: Claim, bench: ClaimTestContext): string | undefined {
  const clause = clauseOf(claim.sentence, claim)
  const behind = [...actorsNamedIn(claim.sentence.slice(claim.start, clause.end), bench.date)].filter((id) => stateOf(id) !== undefined)
  return behind[0] ?? claim.actors[1] ?? [...actorsNamedIn(clause.text, bench.date)].find((id) => id !== claim.actors[0])
}

/** Returns the states claimed to have voted like another state, without that state. */
const beside = (states: readonly string[], other: string | undefined): readonly string[] =>
  states.length > 1 ? states.filter((state) => state !== other) : states

const verdictOf = (held: Held): Verdict => (held === 'holds' ? 'supported' : held === 'fails' ? 'contradicted' : 'unverifiable')

function onOne(
  claim: Claim,
  bench: ClaimTestContext,
  table: RollCallTable,
  said: ClaimedVote,
  matter: ResolutionMatch,
  states: readonly string[],
): Finding {
  const other = said.position === 'with' ? otherOf(claim, bench) : undefined
  const voters = said.position === 'with' ? beside(states, other) : states
  const verdicts = matter.rows.map((row) =>
    combinedVerdict(
      voters.map((state) =>
        verdictOf(holds(said.position, table.position(row, state), other === undefined ? undefined : table.position(row, other))),
      ),
    ),
  )
  const row = matter.rows[0]!
  const told = (one: RollCallRow): string =>
    `${one.symbol} (${one.title.slice(0, 90)}), ${one.date}: ${tell(table, one, [...voters, ...(other === undefined ? [] : [other])])}`
  const evidence = evidenceOfVotes(bench, matter.rows)
  const agreed = new Set(verdicts).size === 1
  // of several equal matches the first may support the claim if the sentence names the period, but it never contradicts the claim
  const verdict: Verdict = agreed || (verdicts[0] === 'supported' && hasOwnPeriod(claim, bench)) ? verdicts[0]! : 'unverifiable'
  const why = matter.rows.slice(0, 3).map(told).join(' ')
  if (verdict === 'supported' || verdict === 'unverifiable')
    return finding(verdict, agreed ? why : `Several votes fit the words. ${why}`, { evidence })
  const fits = matter.near.some((one) =>
    voters.every(
      (state) => holds(said.position, table.position(one, state), other === undefined ? undefined : table.position(one, other)) === 'holds',
    ),
  )
  if (
    fits ||
    isOfAnotherDay(claim, row) ||
    isADayOff(claim, table, row) ||
    !areActorsNamed(claim, bench) ||
    !isSure(claim, bench, matter) ||
    areMixed(claim, voters, bench) ||
    isAnothers(claim, voters, bench)
  )
    return finding('unverifiable', `${why} Which vote, or whose, is not sure.`, { evidence })
  return finding(verdict, why, { evidence, wouldBeTrue: nearestTrueStatement('value', why, evidence, row.date) })
}

/** Whether the claim is a second vote with its own day, on which this vote did not take place: `abstained from A of 2 March and again on 23 February`. */
const isOfAnotherDay = ({ rules, period }: Claim, row: RollCallRow): boolean =>
  rules.includes('vote-too') && period !== null && !isWithinSpan(row.date, period, 1)

/** Whether the vote took place on another day than the stated one, although other votes took place on the stated day. */
const isADayOff = ({ period }: Claim, table: RollCallTable, row: RollCallRow): boolean =>
  period !== null &&
  'at' in period &&
  period.at.length === 10 &&
  row.date >= '2003' &&
  row.date !== period.at &&
  table.rows.some(({ date, kind }) => date === period.at && kind === 'whole')

/** Whether the sentence states two positions, and not all voters are named in the part of it that makes the claim. */
function areMixed({ sentence, start }: Claim, voters: readonly string[], { date }: ClaimTestContext): boolean {
  const parts = sentence.split(/[,;:]| (?:and|while|but|whereas) (?=\p{Lu})/u)
  if (new Set(parts.map(claimedPosition).filter((one) => one !== undefined)).size < 2) return false
  const ends = parts.map((part) => sentence.indexOf(part) + part.length)
  const own = parts[ends.findIndex((end) => end >= start)] ?? sentence
  return !voters.every((voter) => actorsNamedIn(own, date).has(voter))
}

/** Whether one of several voters is only mentioned as a possessor: `the neighbours of India`. */
function isAnothers({ sentence }: Claim, voters: readonly string[], { date }: ClaimTestContext): boolean {
  const behind = [...sentence.matchAll(/\b(?:neighbou?rs?|allies|friends?|partners?|rivals?|envoys?|ambassadors?|members?) of (?:the )?/gi)]
  const named = behind.flatMap(({ index, 0: words }) => [
    ...actorsNamedIn(sentence.slice(index + words.length).split(/[,;]| and /)[0] ?? '', date),
  ])
  return voters.length > 1 && voters.some((voter) => named.includes(voter))
}

/** Whether exactly one vote is meant: the sentence names its period and subject, or the sentence before does and nothing suggests another period. */
function isSure(claim: Claim, bench: ClaimTestContext, { sure, told, strong, own }: ResolutionMatch): boolean {
  if (hasOwnPeriod(claim, bench)) return told ? own || isFine(claim) : own && isFine(claim) && claim.kind !== 'count'
  if (!sure || !strong || hasTimeHint(claim.sentence)) return false
  const [last] = sentencesBefore(claim, bench, 1)
  return own || (last !== undefined && isFine(claim) && hasOwnPeriod({ ...claim, sentence: last }, bench))
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
  said: ClaimedVote,
  rows: readonly RollCallRow[],
  states: readonly string[],
): Finding {
  const other = said.position === 'with' ? otherOf(claim, bench) : undefined
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
  const granted = said.exception && against.length <= 1
  const verdict: Verdict = failed === 0 || granted ? 'supported' : share >= 0.5 ? 'partly' : 'contradicted'
  const unsure =
    verdict !== 'supported' && !(areActorsNamed(claim, bench) && (verdict === 'partly' || (said.many && hasOwnPeriod(claim, bench))))
  return finding(unsure ? 'unverifiable' : verdict, why, {
    evidence,
    wouldBeTrue: verdict === 'supported' || unsure ? null : nearestTrueStatement('value', why, evidence),
  })
}

/** Number of member states: in `Of the 193 members` the number is not a side of a vote. */
const allMembers = 193
const areSponsors = ({ sentence, end }: Claim): boolean => /^[^,;.]{0,40}\b(?:co-?)?sponsor/i.test(sentence.slice(end))

/** Tests how many states took a position; the words next to the number show which position. */
function counted(claim: Claim, bench: ClaimTestContext, table: RollCallTable): Finding | undefined {
  const side = sideOf(claim)
  if (side === undefined || claim.value === null || claim.value >= allMembers || isPartOfDocumentName(claim) || areSponsors(claim))
    return undefined
  const matter = matchResolutions(claim, bench, table, false)
  const { rows } = matter
  if (rows.length === 0) return unread('No recorded vote of that time has a title that fits the words.')
  const range = withCorrections(countRange(claim))
  const found = [...rows, ...matter.near.filter((row) => !rows.includes(row))].map((row) => ({
    row,
    verdict: countVerdict(row[side], range),
  }))
  const right = found.find(({ verdict }) => verdict === 'supported')
  const { row, verdict } = right ?? found[0]!
  const evidence = evidenceOfVotes(bench, [row])
  const why = `${row.symbol} (${row.title.slice(0, 90)}), ${row.date}: ${row.yes} in favour, ${row.no} against, ${row.abstain} abstentions.`
  // a number that equals another side of the vote was probably read with the wrong words
  const aside = [row.yes, row.no, row.abstain].includes(claim.value) && !isRightBeside(claim)
  const unsure = verdict !== 'supported' && (aside || (side === 'no' && isAgainstDeed(claim)) || !isSure(claim, bench, matter))
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

/**
 * How many votes a number may differ by. Delegations may announce later how they meant to vote: the press has the number of the day, the record the corrected
 * number.
 */
const corrections = 2
const withCorrections = ({ low, high, why }: Tolerance): Tolerance =>
  low === high
    ? { low: low - corrections, high: high + corrections, why: 'votes are corrected by one or two after the day' }
    : { low, high, why }

/** Whether the number stands directly next to its side: `35 against`. */
const isRightBeside = ({ sentence, end }: Claim): boolean =>
  /^\s*(?:votes?\s+|states?\s+|countries\s+|members?\s+|(?:was|were|voted|had voted)\s+)?(?:against|in favou?r|for\b|abstentions?|abstained|no\b|yes\b)/i.test(
    sentence.slice(end),
  )

/** Whether `against` refers to an act instead of the text, which these states voted for: `128 states voted against the recognition of Jerusalem`. */
const isAgainstDeed = ({ sentence, end }: Claim): boolean => {
  const [, behind] = /^[^,;.]{0,40}\b(?:against|opposed|oppose) ((?:the|an?|its|their|\p{Lu})\b[^,;.]*)/u.exec(sentence.slice(end)) ?? []
  return (
    behind !== undefined &&
    !/\b(?:resolutions?|texts?|drafts?|motions?|measures?|proposals?|amendments?|documents?|declarations?)\b|\d/i.test(behind)
  )
}

/**
 * Returns the side that a number counts. In `93 to 24` the first is in favour, the second against. Otherwise the nearest word after the number decides, or if
 * there is none, a word before it. Undefined if no word does.
 */
function sideOf(claim: Claim): VotePosition | undefined {
  const number = claim.sentence.slice(claim.start, claim.end)
  const behind = clauseOf(claim.sentence, claim).end
  const after = claim.sentence.slice(claim.end, behind)
  const lead = claim.sentence.slice(Math.max(0, claim.start - 40), claim.start)
  const pair = /(?<!\d)(\d+)\s*(?:votes? )?(?:to|[-–:])\s*(\d+)/.exec(number)
  if (pair !== null) return Number(pair[2]) === claim.value ? 'no' : 'yes'
  if (/^\s*(?:votes? )?(?:to|[-–:])\s*\d/.test(after)) return 'yes'
  // `on 3 December 2025: 91 in favour` is not a pair of numbers
  if (/(?<!\b(?:19|20)\d)\d\s*(?:votes? )?(?:to|[-–:])\s*$/.test(lead)) return 'no'
  if (
    /\b(?:by|with|w[io]ns?|got|gets|receive[ds]|drew|draws|garner(?:ed|s)|gather(?:ed|s)|secure[ds])\s+$/i.test(lead) &&
    /^\s*votes?\b(?! against)/i.test(`${number.replace(/^\S+/, '')}${after}`)
  )
    return 'yes'
  const side =
    /\b(abstain\w*|abstention\w*|(?<!\b(?:aggression|war|attacks?|crimes|violence|threats?) )against|oppos\w+|no\b|favou?r|for\b|back\w+|support\w+|yes\b|voted to\b)/i
  if (
    /^\s*(?:\w+ )?(?:states|countries|members|nations|delegations|governments) (?:\w+ )?(?:deplored|condemned|demanded|denounced|adopted|approved|passed|called for|endorsed|affirmed)\b/i.test(
      after,
    )
  )
    return 'yes'
  const word = side.exec(after)?.[1] ?? side.exec(number)?.[1] ?? side.exec(lead.split(/[,;]/).at(-1) ?? '')?.[1]
  if (word === undefined) return undefined
  return /^abst/i.test(word) ? 'abstain' : /^(?:against|oppos|no$)/i.test(word) ? 'no' : 'yes'
}
