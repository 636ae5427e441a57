import { cachedBySnapshot } from '../../../assessments/rows/snapshot-cache.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import {
  areActorsNamed,
  clauseOf,
  hasOwnPeriod,
  isNegated,
  lastDayOfText,
  sentencesBefore,
  shiftDay,
} from '../../text/around/text-around-claim.ts'
import { daysOf } from '../../text/calendar.ts'
import { blocIdOf } from '../../text/names/bloc-of-club.ts'
import { clubsIn } from '../../text/names/club-names.ts'
import type { Finding } from '../../verdict.ts'
import { type RelationDeed, relationDeedIn } from '../deed-words/relation-words.ts'
import { capitalised, finding, findingEvidence, joinedNames, nearestTrueStatement, stateName } from '../judging/findings.ts'

const source = 'dated-relations'

/** A row of the table of dated deeds between states. */
interface Deed {
  readonly kind: string
  readonly state_a: string
  readonly state_b: string
  readonly name: string | null
  readonly date: string
  readonly date_kind: string
  readonly note: string | null
}

const kindWords: Readonly<Record<string, string>> = {
  'diplomatic-relations': 'diplomatic relations',
  'trade-agreement': 'trade agreement',
  'defence-treaty': 'defence agreement',
  'strategic-partnership': 'strategic partnership',
  'accession-application': 'application',
}
/** In days: a date at most this far from the one on record may belong to another stage of the deed, such as a round of talks or a ratification. */
const mostOff = 366
/** In days: if the claimed date is further off, an earlier agreement that the table lacks may be meant. */
const sameAgreement = 6 * 366
/** Matches words for a free trade area. Two states have many trade agreements, but only one free trade area. */
const freeTrade = /\bfree[- ]trade\b|\bFTA\b|\beconomic partnership\b|\bCEPA\b/i

/**
 * Tests when two states established or broke off relations, or when an agreement between them was signed or entered into force. If the pair has no row, nothing
 * follows from that.
 */
export const testRelation: Tester = async (claim, bench) => {
  const topic = claim.measured?.topic ?? ''
  if (claim.kind !== 'event' || claim.period === null || !['relations', 'trade-agreement', 'treaty', 'alliance'].includes(topic))
    return undefined
  const sides = claim.actors.map((actor) => (actor === 'EUU' ? 'EU' : actor))
  const clause = clauseOf(claim.sentence, claim).text
  const deed = isNegated(clause) ? undefined : relationDeedIn(clause, toldIn(claim), topic)
  if (deed === undefined || sides.length !== 2) return undefined
  const all = await deedsOf(bench.snapshot)
  const held = ofPair(all, sides, deed.kind)
  // deeds between one of the two states and a bloc: the other state may be meant as its member
  const beside = all.filter(({ kind, state_a, state_b }) => kind === deed.kind && state_b.length !== 3 && sides.includes(state_a))
  const near = held.filter((row) => isNamed(row, deed, toldIn(claim)))
  const rows = near.length > 0 ? near : held.filter((row) => isNamed(row, deed, claim.sentence))
  if (rows.length === 0) return isTreaty(deed, clause) ? undefined : none(sides, deed.kind)
  return judged(claim, bench, deed, sides, rows, beside)
}

/** Whether a deed is a treaty, which another list covers better. */
const isTreaty = ({ kind }: RelationDeed, clause: string): boolean =>
  kind === 'defence-treaty' || (kind === 'strategic-partnership' && /\b(?:treaty|pact|agreement)\b/i.test(clause))

/** Returns the words of the claim, and some text after them that its verb may need: `came` `into force`. */
const toldIn = ({ sentence, start, end }: Claim): string => sentence.slice(start, end + 20)

/** Tests applications to a bloc, and multilateral agreements; the table of members has neither. Undefined if there is no such date on record. */
export const testApplication: Tester = async (claim, bench) => {
  const { period, sentence } = claim
  if ((claim.kind !== 'event' && claim.kind !== 'membership') || period === null) return undefined
  const clause = clauseOf(sentence, claim).text
  if (isNegated(clause)) return undefined
  const applies = /\bappl(?:ied|ying)\b|\bapplications?\b/i.test(clause) && !/\b(?:applied|applies) (?:since|on|under|from)\b/i.test(clause)
  const kind = applies ? 'accession-application' : 'trade-agreement'
  const body = bodyOf(claim, bench, applies)
  if (body === undefined) return undefined
  const rows = (await deedsOf(bench.snapshot)).filter((row) => row.kind === kind && row.state_b === body)
  const mine = claim.actors.map((actor) => rows.filter((row) => row.state_a === actor && fits(row, period)))
  if (mine.length === 0 || mine.some((own) => own.length === 0)) return undefined
  const told = mine.map((own) => tell(own[0]!))
  return finding('supported', `${told.join(' ')}`, { evidence: [evidence(bench, kind, [...claim.actors, body], mine.flat().length)] })
}

/**
 * Returns the agreement that the sentence names. For an application: the only bloc in the sentence, or in the nearest of the four before that names any.
 * Undefined if there is none.
 */
function bodyOf({ sentence }: Claim, bench: ClaimTestContext, applies: boolean): string | undefined {
  if (!applies) return /\b(USMCA|CPTPP|RCEP|NAFTA)\b/.exec(sentence)?.[1]
  const named = [sentence, ...[...bench.sentences].slice(0, bench.sentences.indexOf(sentence)).reverse().slice(0, 4)]
  const clubs = named.map((text) => [...new Set(clubsIn(text).flatMap((club) => blocIdOf(club.text) ?? []))])
  const nearest = clubs.find((ids) => ids.length > 0)
  return nearest?.length === 1 ? nearest[0] : undefined
}

/** Whether a row is the deed that is meant: a defence agreement must be named in the text, a partnership must be of the same level. */
function isNamed({ name }: Deed, deed: RelationDeed, sentence: string): boolean {
  if (deed.kind === 'strategic-partnership') return /comprehensive/i.test(sentence) === /comprehensive/i.test(name ?? '')
  if (deed.kind !== 'defence-treaty') return true
  const initials = (name ?? '').replace(/[^A-Z]/g, '')
  return name !== null && (sentence.toLowerCase().includes(name.toLowerCase()) || (initials.length > 2 && sentence.includes(initials)))
}

function judged(
  claim: Claim,
  bench: ClaimTestContext,
  deed: RelationDeed,
  sides: readonly string[],
  rows: readonly Deed[],
  beside: readonly Deed[],
): Finding {
  const period = claim.period!
  const right = rows.find((row) => deed.dates.includes(row.date_kind) && fits(row, period))
  const more = { evidence: [evidence(bench, deed.kind, sides, rows.length)] }
  if (right !== undefined) return finding('supported', `${tell(right)}${right.note === null ? '' : ` (${right.note}.)`}`, more)
  // the text cannot mean deeds after its own day
  const known = rows.filter((row) => daysOf({ at: row.date }).from <= lastDayOfText(bench))
  const own = known.filter((row) => deed.dates.includes(row.date_kind) && sides.includes(row.state_a) && sides.includes(row.state_b))
  const why = (own.length > 0 ? own : rows).slice(0, 3).map(tell).join(' ')
  const slip = own.find((row) => isOtherYear(row, period))
  if (slip !== undefined && deed.clear && hasOwnPeriod(claim, bench) && slip.note === null)
    return finding('contradicted', `${why} The day is right, the year is not.`, {
      ...more,
      wouldBeTrue: nearestTrueStatement('date', tell(slip), more.evidence, slip.date),
    })
  const proof = own[0]
  if (proof === undefined || !isProof(claim, bench, deed, sides, own, [...rows, ...beside]))
    return finding('unverifiable', `${why} Another deed may be meant.`, more)
  return finding('contradicted', why, { ...more, wouldBeTrue: nearestTrueStatement('date', tell(proof), more.evidence, proof.date) })
}

/** Whether the date on record is the same day in another year, or the same month in a year that differs by one digit: then the year was probably misprinted. */
function isOtherYear({ date }: Deed, period: ClaimPeriod): boolean {
  if (!('at' in period) || date.length < period.at.length || period.at.length < 7) return false
  const [year, told] = [date.slice(0, 4), period.at.slice(0, 4)]
  const differing = [...year].filter((digit, at) => digit !== told[at]).length
  const isSameDay = date.slice(4, period.at.length) === period.at.slice(4)
  return isSameDay && (period.at.length === 10 ? differing > 0 : differing === 1)
}

/** Whether no other deed can be meant: the words are clear, the sentence itself has the date, and every deed of the kind is far from that date. */
function isProof(
  claim: Claim,
  bench: ClaimTestContext,
  deed: RelationDeed,
  sides: readonly string[],
  own: readonly Deed[],
  others: readonly Deed[],
): boolean {
  const { from, to } = daysOf(claim.period!)
  const isNear = ({ date }: Deed, days: number): boolean =>
    daysOf({ at: date }).from <= shiftDay(to, days) && daysOf({ at: date }).to >= shiftDay(from, -days)
  return (
    deed.clear &&
    !others.some((row) => isNear(row, mostOff)) &&
    (deed.kind !== 'trade-agreement' || (freeTrade.test(claim.sentence) && own.some((row) => isNear(row, sameAgreement)))) &&
    to <= shiftDay(from, mostOff) &&
    own.every(({ note }) => note === null) &&
    !others.some(({ date_kind }) => date_kind === 'restored' || date_kind === 'broken') &&
    hasOwnPeriod(claim, bench) &&
    areActorsNamed(
      claim,
      bench,
      sides.filter((side) => side !== 'EU'),
    ) &&
    !sentencesBefore(claim, bench, 1).some((text) => /\b(?:upgrad|revis|second phase|restor|resum)\w*/i.test(text))
  )
}

/** Whether a date on record agrees with the stated one at the stated precision; a year on record does not confirm a stated month. */
function fits({ date }: Deed, period: ClaimPeriod): boolean {
  const [days, told] = [daysOf({ at: date }), daysOf(period)]
  return days.from >= shiftDay(told.from, told.from === told.to ? -1 : 0) && days.to <= shiftDay(told.to, told.from === told.to ? 1 : 0)
}

const deedsOf = cachedBySnapshot(
  async (snapshot): Promise<readonly Deed[]> =>
    (snapshot.manifest.tables.dated_relations ?? []).length === 0
      ? []
      : ((await snapshot.rows(
          'SELECT kind, state_a, state_b, name, told AS date, date_kind, note FROM dated_relations ORDER BY kind, start_date, state_a, state_b, name, date_kind',
        )) as unknown as Deed[]),
)

/** Returns the rows on the two states, and the rows on both as parties to one multilateral agreement. */
function ofPair(rows: readonly Deed[], sides: readonly string[], kind: string): Deed[] {
  const [a, b] = sides
  const own = rows.filter((row) => row.kind === kind)
  const shared = own.filter(
    (row) => row.state_a === a && own.some((other) => other.state_a === b && other.state_b === row.state_b) && row.state_b !== b,
  )
  const pair = own.filter(({ state_a, state_b }) => (state_a === a && state_b === b) || (state_a === b && state_b === a))
  return [...pair, ...shared.filter(({ name }) => name !== null && /^[A-Z]+$/.test(name))]
}

const doneWords: Readonly<Record<string, string>> = { 'in-force': 'in force since', applied: 'made' }

function tell({ kind, state_a, state_b, name, date, date_kind }: Deed): string {
  const what = name === null ? kindWords[kind]! : kind === 'trade-agreement' ? `${kindWords[kind]} (${name})` : name
  const sides =
    kind === 'accession-application'
      ? `of ${stateName(state_a)} to ${stateName(state_b)}`
      : `of ${joinedNames([...new Set([state_a, state_b])].filter((side) => side !== name).map(stateName))}`
  return `${capitalised(what)} ${sides}: ${doneWords[date_kind] ?? date_kind} ${date}.`
}

const none = (sides: readonly string[], kind: string): Finding =>
  finding(
    'unverifiable',
    `The record has no day of a deed of this kind (${kindWords[kind]}) between ${joinedNames(sides.map(stateName))}, and it does not have all.`,
    {
      wouldSettle: 'A text of either foreign ministry, or of the WTO for a trade agreement.',
    },
  )

const evidence = (bench: ClaimTestContext, kind: string, sides: readonly string[], count: number): ReturnType<typeof findingEvidence> => {
  const ids = sides.map((side) => `'${side}'`).join(', ')
  return findingEvidence(bench, source, `dated_relations where kind = '${kind}' and (state_a in (${ids}) and state_b in (${ids}))`, count)
}
