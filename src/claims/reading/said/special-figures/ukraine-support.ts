import type { Claim } from '../../../claim.ts'
import {
  type EuropeanDonors,
  type SupportKind,
  type SupportMeasure,
  supportKinds,
  type UkraineSupportSaid,
} from '../../../said/special-figures-said.ts'
import { regionNamedIn } from '../../../text/names/country-groups.ts'
import { wordsNear } from '../around/words-near.ts'
import { definedFields } from '../defined-fields.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

const topics: ReadonlySet<string | undefined> = new Set(['aid', 'arms', 'loans', undefined])
const helping =
  /\b(?:aid|support(?:s|ed)?|assistance|help(?:s|ed)?|relief|donat\w+|donors?|commit\w*|pledg\w+|promis\w+|allocat\w+|earmark\w+|gives?|gave|given|provid\w+|set aside)\b/i
const promised = /\b(?:commit\w*|pledg\w+|promis\w+|announc\w+)\b/i
const handed = /\b(?:allocat\w+|earmark\w+|deliver\w*|disburs\w+|handed over|spent|set aside)\b/i
/** Matches words for a total up to now: `Now at 29 billion`, `grown to 52`. */
const inAll =
  /\b(?:so far|to date|in total|in all|altogether|total(?:s|led|ling)?|now (?:at|stands?)|stands? at|stood at|gr[eo]wn? to|add(?:s|ed)? up|overall|since (?:the )?(?:start|beginning|outbreak|invasion|war|24|January|February|2022))\b/i
/** Matches words for a total up to a day: `By the end of February 2026`. */
const byThen =
  /\bby (?:the )?(?:(?:end|middle|beginning|start) of |early |late |mid-?)?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|20\d\d)\b/i
const anew = /\b(?:more(?! than)|further|another|additional|new(?:ly)?|added|adds|fresh|extra)\b/i
/** Matches words for amounts that the tracker does not have: refugees taken in, loans to firms, the unpaid part of a promise. */
const elsewhere = /\brefugees?\b|\bremain\w*\b|\bshort of\b|\bdamages?\b|\breconstruction\b|\bfrozen\b|\bper (?:head|capita)\b/i

const ofOutput = /\bGDP\b|\boutput\b|\beconom(?:y|ic)\b/i
const rankedByOutput = /\bGDP\b|\b(?:economic )?output\b|\beconom(?:y|ies|ic (?:size|power|strength))\b/i
const ofAllDonors = /\bof (?:all|the total|the whole|it|that|them)\b|\btotal\b|\ball (?:donors|states|countries)\b/i
/** Matches words that make a rank hypothetical, or one with exceptions or of something else. */
const notPlain =
  /\b(?:not|never|among the|outside|except|after the|behind the|would|could|wants?|per (?:head|capita)|refugees?|tanks?|howitzers?|jets?|missiles?)\b/i
const tracker = /\bKiel\b|\bSupport Tracker\b|\bTrebesch\b/

/** Returns what a claim says of support for Ukraine; undefined if it is not about support. */
export function ukraineSupportSaid(claim: Claim, text: TextOfClaims): UkraineSupportSaid | undefined {
  const { direction, period, measured, sentence, unit, value, source_named } = claim
  if (!direction.endsWith('->UKR') || period === null || value === 0 || !topics.has(measured?.topic)) return undefined
  const words = wordsNear(claim, 90)
  if (!helping.test(`${measured?.topic ?? ''} ${words}`) || elsewhere.test(words)) return undefined
  const near = `${words} ${sentence}`
  const isRank = unit === 'rank'
  return definedFields<UkraineSupportSaid>({
    measure: measureIn(words),
    kind: kindOf(claim, words),
    amount: amountOf(claim),
    europeans: europeansIn(words),
    isOfOutput: (isRank && rankedByOutput.test(near)) || (unit === 'percent' && ofOutput.test(near)),
    isOfAllDonors: unit === 'percent' && ofAllDonors.test(words),
    among: isRank
      ? (regionNamedIn(near) ?? (/\b(?:EU|European Union) (?:members?|states|countries)\b/.test(near) ? 'EUU' : undefined))
      : undefined,
    isPlainRank: isRank && !notPlain.test(words),
    isFromTracker: tracker.test(source_named ?? '') || text.sentences.some((one) => tracker.test(one)),
  })
}

/** Returns the measure that the words name; undefined if they name none or both. */
function measureIn(words: string): SupportMeasure | undefined {
  const [isPromised, isHanded] = [promised.test(words), handed.test(words)]
  return isPromised === isHanded ? undefined : isPromised ? 'commitments' : 'allocations'
}

const kindWords: Readonly<Record<SupportKind, RegExp>> = {
  military: /\b(?:military|arms|weapon\w*|armaments?)\b/i,
  financial: /\b(?:financial|budget(?:ary)?|money|macro-?financial)\b/i,
  humanitarian: /\b(?:humanitarian|relief)\b/i,
}

/**
 * Returns the kind of support that this part of the sentence names; undefined if it names none or several. In `3.3 billion, of which 1.2 is military` the first
 * amount is of all kinds.
 */
function kindOf({ measured, sentence, start, end, indicator }: Claim, words: string): SupportKind | undefined {
  const named = (text: string): readonly SupportKind[] => supportKinds.filter((kind) => kindWords[kind].test(text))
  const [before, after] = [sentence.slice(Math.max(0, start - 60), start), sentence.slice(end, end + 60)]
  const part = end === 0 ? words : `${before.split(/[,;]/).at(-1)} ${sentence.slice(start, end)} ${after.split(/[,;]/)[0]}`
  const own = named(`${part} ${measured?.topic === 'arms' ? 'arms' : ''} ${indicator ?? ''}`)
  return named(words).length > 1 || own.length !== 1 ? undefined : own[0]
}

function europeansIn(words: string): EuropeanDonors | undefined {
  if (/\b(?:states|members?|countries|governments|together|combined)\b/i.test(words)) return 'members'
  return /\binstitutions?\b|\bCommission\b|\bBrussels\b/i.test(words) ? 'bodies' : undefined
}

/** Returns whether an amount is a total or new. The words before the number, not those after it, name a total. */
function amountOf({ sentence, start, end }: Claim): UkraineSupportSaid['amount'] {
  const from = Math.max(0, start - 40)
  if (inAll.test(sentence.slice(from, end === 0 ? undefined : end)) || byThen.test(sentence)) return 'total'
  return anew.test(sentence.slice(from, end === 0 ? undefined : end + 12)) ? 'new' : undefined
}
