import type { Claim, ClaimPeriod } from '../../../claim.ts'
import type { StateInClub } from '../../../said/membership-said.ts'
import { fiscalYearOf } from '../../../text/calendar.ts'
import { type ClubMention, clubsIn } from '../../../text/names/club-names.ts'
import { timesIn } from '../../../text/times/times.ts'
import { clauseOf, isNegated } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'

/** The part of what is said of a state and a club that the words next to the club settle. */
type ClaimedMembership = Pick<StateInClub, 'act' | 'role' | 'denied' | 'full' | 'now' | 'since'>

const roles: readonly (readonly [ClaimedMembership['role'], RegExp])[] = [
  ['observer', /\bobservers?\b/i],
  ['dialogue partner', /\bdialogue partners?\b/i],
  [
    'partner',
    /\b(?<!\b(?:its|their|his|her|our|[’']s) (?:\w+ )?)partner(?:s|ship)? (?:of|in|state|country|status)|\bpartner (?:countries|states)\b/i,
  ],
  ['associate', /\bassociate\b/i],
  ['candidate', /\bcandida(?:tes?|cy)\b|\bapplicants?\b|\bapplied\b/i],
]

/** Matches words before `to join` or `from joining` which show that the state has not joined. */
const wish =
  /\b(?:request|application|letter|declin|refus|invit|appl(?:y|ied|ies)|want|wish|hop(?:e|ed|es|ing)|bid|ask(?:ed|s)?|seek|sought|block|barr|prevent|kept|keep|stop|fail|unable|plan|intend|prepar|negotiat|talks|path|tr(?:y|ied|ies)|consider|offer|reject|turn(?:ed|s) down|delay|eager|agreed|vot(?:ed|es)|due|set|decided|threat|propos|aspir|likely|ready|would|could|may|might|should|must)\w*\b[^,;]*\b(?:join|joining|leave|leaving|quit|enter|accede|becom\w*|member(?:ship)?|withdraw|withdrawal|of)\b/i

/** Matches steps towards membership, which are not membership: `Its accession was signed`, `withdrew its application to`. */
const accessionSteps =
  /\b(?:applications?|bids?)\b|\b(?:accession|membership|entry|admission)\b[^,;]*\b(?:signed|approved|agreed|accepted|endorsed|backed|ratified|blocked|rejected|announced|discussed|supported)\b|\b(?:sign|approv|agree|accept|endors|back|ratif|block|reject|announc|discuss|support)\w*\b[^,;]*\b(?:accession|membership|entry|admission)\b/i

const acts: readonly (readonly [ClaimedMembership['act'], RegExp])[] = [
  ['found', /\bfound(?:ed|ers?|ing)\b/i],
  [
    'suspend',
    /\bsuspend(?:ed|s)?\b|\bexpel(?:led|s)?\b|\bexcluded\b|\bput out\b|\bfr(?:o|ee)z(?:e[sn]?|ing)\b|\b(?:chair|seat)\b.*\bempty\b/i,
  ],
  ['leave', /\bquit\b|\bleft\b|\bleav(?:es?|ing)\b|\bwithdr(?:ew|awn|awal|aws?)\b|\bexit(?:ed|s)?\b|\bpulled out\b/i],
  [
    'join',
    /\b(?:re)?join(?:ed|s|ing)?\b|\bacced(?:ed|es)\b|\baccession\b|\badmi(?:tted|ts|ssion)\b|\benter(?:ed|s|ing)?\b|\bcame in(?:to)?\b|\btook in\b|\bwelcomed\b|\bbec(?:ame|omes|oming|ome)\b|\btook (?:its|their) seats?\b|\b(?:went|came) back (?:in)?to\b|\breturned to\b|\badopted\b/i,
  ],
]

/**
 * Matches words before a club which show that the partner is a member of the club, not a partner of the club itself: `its first trading partner in the CIS`.
 */
const partnerWithin =
  /\b(?:trad(?:e|ing)|business|commercial|economic|export|import|(?:\w+-)?(?:larg|bigg|clos)est|main|leading|principal|top|first|second|third|fourth|fifth) partners? (?:in|within|of) (?:the )?$/i

const binding = /\b(?:join|left|quit|enter|found|admit|acced|withdr|member|belong|partner|observer|candida|suspend|expel)/i
const currencies = /\b(?:zloty|forint|kron[ae]|koruna|lev|leu)\b/i

/** Reads what a claim says about a club: the relation of a state to the club, and whether this is denied. Undefined if the words are about something else. */
export function claimedMembership(claim: Claim, club: ClubMention, date: string): ClaimedMembership | undefined {
  if (partOfName.test(claim.sentence.slice(club.end)) || partnerWithin.test(claim.sentence.slice(0, club.start))) return undefined
  const clause = clauseOf(claim.sentence, club)
  const previous =
    clubsIn(claim.sentence)
      .filter(({ end }) => end <= club.start)
      .at(-1)?.end ?? 0
  // in a list of clubs, all share the verb of the first, unless a later one has words of its own
  const between = claim.sentence.slice(previous, club.start)
  const start = previous > clause.start && binding.test(between) ? previous : clause.start
  const shared = start === clause.start && !binding.test(clause.text)
  const lead = claim.sentence.slice(start, club.start)
  const words = claim.sentence.slice(shared ? 0 : start, clause.end)
  return definedFields<ClaimedMembership>({
    act: claim.rules.includes('membership-too')
      ? tooAct(claim)
      : wish.test(words) || accessionSteps.test(words)
        ? 'wish'
        : (acts.find(([, pattern]) => pattern.test(words))?.[0] ?? 'be'),
    role: roles.find(([, pattern]) => pattern.test(words))?.[0] ?? 'member',
    // a state with its own currency does not have the euro
    denied: isMembershipDenied(claim, lead) !== currencies.test(club.text),
    full: /\bfull(?:y|-fledged)?\b/i.test(words),
    now: isNow(lead.split(',').at(-1) ?? '', claim.sentence.slice(club.end, clause.end)),
    // the words for a second state in the sentence have their own time
    since: claim.rules.includes('membership-too') ? undefined : sinceOf(claim, club, date),
  })
}

/** Whether membership is claimed for the day of the text: present tense (`is`, `belongs`) without a year next to it. */
const isNow = (lead: string, behind: string): boolean =>
  /\b(?:is|are|belongs?|remains?)\b/i.test(lead) &&
  !/\b(?:was|were|had|has been|have been)\b|\b(?:19|20)\d\d\b/i.test(`${lead}${behind.split(',')[0]}`)

/** Returns the time after `since` that belongs to the club: no list item or other clause lies between them. Undefined if there is none. */
function sinceOf(claim: Claim, club: ClubMention, date: string): ClaimPeriod | undefined {
  const times = timesIn(claim.sentence, { date, fiscal: fiscalYearOf(claim.actors) }).filter(({ role }) => role === 'since')
  return times.find((time) => {
    const between = time.start >= club.end ? claim.sentence.slice(club.end, time.start) : claim.sentence.slice(time.end, club.start)
    return !/[,;]|\band\b/.test(between)
  })?.period
}

/** Matches words after a club's name which show that something else is meant, not the club itself: `the UN arms embargo`, `the EU single market`. */
const partOfName =
  /^(?:['’]s)?[ -](?:[a-z-]+ )?(?:embargo|sanctions?|missions?|forces?|operations?|resolutions?|council|committee|summits?|exercises?|drills?|plans?|projects?|funds?|market|customs|initiatives?|bank|budget|programmes?|programs?|frameworks?|conventions?|protocols?|treat(?:y|ies)|charter|talks|courts?|agenc(?:y|ies)|bod(?:y|ies)|panel|vote|consensus|partnerships?|agreements?|pacts?|schemes?|secretariat|standards?|rules?|laws?|alliance|coalition|battlegroups?|led|backed|brokered|mandated|deal)\b/i

const isMembershipDenied = (claim: Claim, lead: string): boolean =>
  (isNegated(lead) && !claim.rules.includes('membership-too')) ||
  /\b(?:is|was|remains|stayed) out(?:side)?(?: of)? it$/i.test(claim.sentence.slice(claim.start, claim.end)) ||
  /\b(?:is|are|was|were) (?:in )?(?:not|neither)\b/i.test(claim.sentence.slice(claim.start, claim.end)) ||
  isNeither(claim)

/**
 * Returns what the second state of a sentence did. Its words may have their own verb (`…, and Pakistan came in on the same day`) or refer back to the first
 * state's verb (`Angola did so`, `followed`).
 */
function tooAct(claim: Claim): ClaimedMembership['act'] {
  const words = claim.sentence.slice(claim.start, claim.end)
  if (/\bhas been out(?:side)?(?: of)? it$/i.test(words)) return 'leave'
  if (/\bis not$|\b(?:is|was|remains|stayed) (?:out(?:side)?|in|part|a member)\b/i.test(words)) return 'be'
  const actIn = (text: string): ClaimedMembership['act'] | undefined => acts.find(([, pattern]) => pattern.test(text))?.[0]
  return actIn(words) ?? actIn(claim.sentence.slice(0, claim.start)) ?? 'join'
}

/** Whether `neither` before the claim denies the claim too: `belongs neither to A nor to B`. */
const isNeither = (claim: Claim): boolean => /\bneither\b[^,;]*$/i.test(claim.sentence.slice(0, claim.start))
