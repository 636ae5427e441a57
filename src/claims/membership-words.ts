import type { Claim } from './claim.ts'
import type { ClubMention } from './club-names.ts'
import { clauseOf, isDenied } from './event-words.ts'

/** What a sentence says of a state and a club. */
export interface MembershipSaid {
  /** It came in, went out, was among the founders, was put out, or is in. */
  readonly act: 'join' | 'leave' | 'found' | 'suspend' | 'be'
  readonly role: 'member' | 'observer' | 'dialogue partner' | 'partner' | 'associate' | 'candidate'
  readonly denied: boolean
  /** `full member`: less than that will not do. */
  readonly full: boolean
  /** `since D`: the day of entry is told, though the verb is `is`. */
  readonly since: boolean
}

const roles: readonly (readonly [MembershipSaid['role'], RegExp])[] = [
  ['observer', /\bobservers?\b/i],
  ['dialogue partner', /\bdialogue partners?\b/i],
  ['partner', /\bpartner(?:s|ship)? (?:of|in|state|country|status)|\bpartner (?:countries|states)\b/i],
  ['associate', /\bassociate\b/i],
  ['candidate', /\bcandida(?:te|cy)\b|\bapplicant\b|\bapplied\b/i],
]

const acts: readonly (readonly [MembershipSaid['act'], RegExp])[] = [
  ['found', /\bfound(?:ed|ers?|ing)\b/i],
  ['suspend', /\bsuspend(?:ed|s)?\b|\bexpel(?:led|s)?\b|\bexcluded\b|\bput out\b|\b(?:chair|seat)\b.*\bempty\b/i],
  ['leave', /\bquit\b|\bleft\b|\bleav(?:es?|ing)\b|\bwithdr(?:ew|awn|awal|aws?)\b|\bexit(?:ed|s)?\b|\bpulled out\b/i],
  [
    'join',
    /\b(?:re)?join(?:ed|s|ing)?\b|\bacced(?:ed|es)\b|\baccession\b|\badmi(?:tted|ts|ssion)\b|\benter(?:ed|s|ing)?\b|\bcame in(?:to)?\b|\btook in\b|\bwelcomed\b|\bbec(?:ame|omes|oming|ome)\b|\btook (?:its|their) seats?\b|\badopted\b/i,
  ],
]

/** Reads what the statement round a club says: how a state stands to it, and whether that is denied. */
export function membershipSaid(claim: Claim, club: ClubMention): MembershipSaid {
  const clause = clauseOf(claim.sentence, club)
  const lead = claim.sentence.slice(clause.start, club.start)
  // a list of clubs shares the verb of its first
  const words = /\b(?:join|left|quit|enter|found|admit|acced|withdr|member|belong|partner|observer|\bin\b)/i.test(clause.text)
    ? clause.text
    : claim.sentence.slice(0, clause.end)
  return {
    act: claim.rules.includes('membership-too') ? tooAct(claim) : (acts.find(([, pattern]) => pattern.test(words))?.[0] ?? 'be'),
    role: roles.find(([, pattern]) => pattern.test(words))?.[0] ?? 'member',
    denied:
      isDenied(lead) ||
      /\b(?:is|are|was|were) (?:in )?(?:not|neither)\b/i.test(claim.sentence.slice(claim.start, claim.end)) ||
      isNeither(claim),
    full: /\bfull(?:y|-fledged)?\b/i.test(words),
    since: /\bsince\b/i.test(clause.text),
  }
}

/** `…, and Pakistan came in on the same day`: the words of the second are its own. */
const tooAct = (claim: Claim): MembershipSaid['act'] => (/\bis not$/i.test(claim.sentence.slice(claim.start, claim.end)) ? 'be' : 'join')

/** `belongs neither to A nor to B`: said before the first, meant of both. */
const isNeither = (claim: Claim): boolean => /\bneither\b[^,;]*$/i.test(claim.sentence.slice(0, claim.start))
