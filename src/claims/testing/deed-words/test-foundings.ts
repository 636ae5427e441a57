import { type Bloc, blocs, type Membership } from '../../../states/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { hasOwnPeriod, isNegated, isWithinSpan, lastDayOfText } from '../../text/around/text-around-claim.ts'
import { isTimeOfDeed } from '../../text/around/time-of-deed.ts'
import { daysOf } from '../../text/calendar.ts'
import { blocIdOf } from '../../text/names/bloc-of-club.ts'
import type { ClubMention } from '../../text/names/club-names.ts'
import type { Finding } from '../../verdict.ts'
import { finding, findingEvidence, nearestTrueStatement } from '../judging/findings.ts'
import { anniversaryIn, mentionsAnniversary } from './anniversaries.ts'

const source = 'bloc-memberships'
const verbs = '(?:founded|created|established|set up|launched|formed|born)'
/** Matches the verb after a club that is the subject: `The club was founded`. */
const wasFounded = new RegExp(
  String.raw`^(?: \(\p{Lu}+\))?(?: itself)?,? (?:was|were|has been|had been) (?:\p{L}+ly |first |itself )?${verbs}\b`,
  'u',
)
const begins =
  /(?:^|[,;:–—“”"'] ?|\b(?:when|since|after|that|because|as|and|but|before|while|where|which|than|ago)) (?:the )?$|^(?:the )?$/i
/** Matches the verb directly before a club: `Founded the club in 2001`. */
const hasFounded = /\b(?:founded|co-founded|created|established|set up|formed|to found)(?: together)? (?:the )?$/i
/** Matches the noun before a club: `The founding of the club`. */
const foundingOf = /\b(?:founding|foundation|creation|establishment|birth|inception) of (?:the )?$/i
/** Matches words after a club which show that one of its bodies or texts was founded instead: `the club's bank`, `the UN Framework Convention`. */
const more =
  /^(?:['’]s?\b)|^[ -](?:\p{Lu}\p{L}+|[\p{Ll}-]+ (?:bank|fund|body|commission|committee|forum|centre|center|agency|council|mission|force))/u

/** Whether the words around a club state that the club itself was founded: as a deed, or as a noun (`the founding of the club`). */
export function isFoundingStated(sentence: string, { start, end }: Pick<ClubMention, 'start' | 'end'>): boolean {
  const [lead, behind] = [sentence.slice(Math.max(0, start - 60), start), sentence.slice(end)]
  return (
    (wasFounded.test(behind) && begins.test(start < 60 ? lead : `x${lead}`)) ||
    ((hasFounded.test(lead) || foundingOf.test(lead)) && !more.test(behind))
  )
}

/** Whether the words only refer to the founding of a club (`The founding of the club`), which says nothing about any state. */
export const refersToFounding = (sentence: string, { start }: Pick<ClubMention, 'start'>): boolean =>
  foundingOf.test(sentence.slice(Math.max(0, start - 40), start))

/** Tests when a club was founded, as a dated deed or by an anniversary. Undefined if the sentence does not state that this club was founded. */
export function testFounding(claim: Claim, bench: ClaimTestContext, club: ClubMention): Finding | undefined {
  const bloc = blocs.find((one) => one.id === blocIdOf(club.text))
  if (bloc === undefined || !isFoundingStated(claim.sentence, club)) return undefined
  const back = anniversaryIn(claim.sentence, club)
  const why = `The members of ${bloc.name} are counted from ${bloc.founded}.`
  if (back !== undefined)
    return anniversaryFinding(claim, bench, { days: [bloc.founded], years: back.years, why, rows: `memberships where bloc = '${bloc.id}'` })
  return mentionsAnniversary(claim.sentence) ? undefined : founded(claim, bench, club, bloc)
}

function founded(claim: Claim, bench: ClaimTestContext, club: ClubMention, bloc: Bloc): Finding | undefined {
  const { period, sentence } = claim
  // a time from another sentence, or next to another deed, does not date the founding
  if (period === null || !hasOwnPeriod(claim, bench) || !isTimeOfDeed(claim, club, bench) || isNegated(sentence.slice(0, club.end)))
    return undefined
  const why = `The members of ${bloc.name} are counted from ${bloc.founded}.`
  const evidence = evidenceFor(bench, bloc.id)
  if (isWithinSpan(bloc.founded, period, 31)) return finding('supported', why, { evidence })
  // a treaty, its entry into force and a charter give three dates for one founding
  const clear = Math.abs(yearOf(bloc.founded) - yearOf(daysOf(period).from)) > 12
  return finding(clear ? 'contradicted' : 'unverifiable', why, {
    evidence,
    wouldBeTrue: clear ? nearestTrueStatement('date', why, evidence, bloc.founded) : null,
  })
}

const evidenceFor = (bench: ClaimTestContext, bloc: string): ReturnType<typeof findingEvidence>[] => [
  findingEvidence(bench, source, `memberships where bloc = '${bloc}'`, 1),
]

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** In years: how far an anniversary may be off, since there are different ways of counting. */
const countingSlack = 1

/**
 * What is needed to test an anniversary: the days on record, the stated number of years since then, the record in words, and the condition that selects its
 * rows.
 */
interface Anniversary {
  readonly days: readonly string[]
  readonly years: number
  readonly why: string
  readonly rows: string
}

/**
 * Tests an anniversary. The stated number of years is subtracted from the year that the sentence names, else from the year of the text. The result is compared
 * with the days on record.
 */
export function anniversaryFinding({ sentence }: Claim, bench: ClaimTestContext, { days, years, why, rows }: Anniversary): Finding {
  const named = [...sentence.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year))
  const then = named[0] ?? yearOf(lastDayOfText(bench))
  const told = then - years
  const sum = `${why} ${then} less ${years} is ${told}.`
  const evidence = [findingEvidence(bench, source, rows, days.length)]
  if (named.length > 1 || days.length === 0)
    return finding('unverifiable', `${why} From which year it is counted is not sure.`, { evidence })
  const away = Math.min(...days.map((day) => Math.abs(yearOf(day) - told)))
  if (away === 0) return finding('supported', sum, { evidence })
  const isClear = away > countingSlack && (named.length === 1 || /\bthis year\b/i.test(sentence))
  return isClear
    ? finding('contradicted', sum, { evidence, wouldBeTrue: nearestTrueStatement('date', why, evidence, days[0]) })
    : finding('unverifiable', sum, { evidence })
}

/** Returns the first day of each state as a member of a club; states that never were members are left out. */
export const entryDays = (rows: readonly Membership[], states: readonly string[]): string[] =>
  states.flatMap((state) => rows.find((row) => row.state === state && row.role === 'member')?.start_date ?? [])
