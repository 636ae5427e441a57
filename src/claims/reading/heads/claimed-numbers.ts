import { monthPattern } from '../../text/calendar.ts'
import type { QuantityMention } from '../../text/mention.ts'
import { countedNounPattern } from '../../text/numbers/countable-nouns.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import type { Analysis } from '../sentence/analysis.ts'

const groupNoun =
  'way|countries|sides|states|nations|neighbou?rs|presidents|leaders|governments|capitals|powers|economies|militaries|of the|of its|of them|thing|partners|allies|hundred|pronged|thirds'
/** Excludes states with a verb of voting, as their number is a claim: `two states voted against`. */
const notVoting =
  '(?! (?:that |to |which |who )?(?:(?:have|has|had) )?(?:vot|abstain|oppos|back|support|switch|recogni|sign|ratif|impos|adopt|normali|expel|join))'
const genericNoun = new RegExp(
  String.raw`^(?:[\s-](?:${groupNoun}|(?:central |northern |southern |eastern |western |\p{Lu}\p{L}+ )?(?:states|countries|republics))${notVoting})`,
  'iu',
)
const labelBefore =
  /\b(?:article|chapter|resolution|phase|stage|round|track|number|no\.|group of|G|paragraph|section|page|figure|table|step|part|footnote)\s*$/i

const monthBefore = new RegExp(`\\b${monthPattern}\\s$`, 'i')
/** Words before the number of a model: `18 Leopard 2 tanks`. */
const modelBefore = /(?<!\b(?:in|to|from|of|for|with|by|at|and) )(?<!^)\b\p{Lu}[\p{L}]+ $/u
/** Counts at the two ends of a change: `rose from 22 in 2006 to 722 in 2021`. */
const fromToNumbers = /\bfrom \d[\d,]* (?:in|a|the)\b[^.;]{0,30}\bto \d/

/** Words after a number of members of a known set: `to eight of its ten customers`, `six of the jets`. */
const ofKnownSet =
  /^ of (?:the|its|their|these|those|our) (?!(?:\w+ )?(?:most|largest|biggest|leading|main|best|greatest|same|kind|world|region|country|countries|years?|past|first)\b)\p{L}|^ of (?:the|its|their) (?:\d+|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\w+teen|past \w+|last \w+) [\p{L}]/iu
/** Words before a number that is the size of a set: `94 of the 193 members`. */
const setSizeBefore =
  /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|most|all|none|half|last|first|only|each|any|every|part|some|many|another)) of (?:(?:the )?[\p{L}]+['’]s?|the|its|their|these|those|our) $/iu
/** Words after the number of all members: `Its five members account for`. */
const allMembers =
  /^ (?:members|member (?:states|countries))\b(?=[^.;]{0,40}\b(?:account|ma[dk]e|produce|have|had|hold|held|represent|(?:are|were) home)\w*\b)/
/** Words after a number of voters who are named: `only two states, A and B, had opposed it`. */
const fewVoters =
  /^ (?:other )?(?:states|countries|members|nations), (?:the )?\p{Lu}[^.;]{2,70}, (?:ha(?:d|ve) )?(?:oppos|vot|abstain|reject|back|support|said)/u
const severalStates = /^ (?:other |more )?(?:\p{L}+ )?(?:countries|states|nations|members)\b(?! and \p{Lu})/u
/** Words after a number of states that are not named: `went to 12 countries`, `one of seven states whose imports rose`. */
const someStates = /^ (?:countries|states|nations|members)\b/i

/** Whether a number says how long something has lasted: `75 years old`, `seventy-two years on, the alliance`, `every year for two decades`. */
const isDuration = ({ noun }: QuantityMention, before: string, after: string): boolean =>
  /^\s*(?:old\b|anniversary|of (?:\w+ )?(?:relations|ties)\b)/i.test(after) ||
  (/^\s*on,/i.test(after) && /^\p{L}*\s*$/u.test(before)) ||
  (/\b(?:every|each) (?:year|month) for\s*$/i.test(before) && noun === undefined)

/** Whether a number makes a claim by itself; not `the two`, `one of the`, `a five-year plan`, `ten months later`. */
export function isClaimByItself(sentence: Analysis, quantity: QuantityMention): boolean {
  const after = textAfter(sentence.text, quantity)
  const before = textBefore(sentence.text, quantity)
  if (quantity.kind === 'duration') return isDuration(quantity, before, after)
  if (quantity.kind === 'times') return !isFrequencyCount(quantity, after) && !/^\s*(?:a|the) (?:day|week|month)\b/i.test(after)
  if (quantity.kind === 'money' && /\bcap (?:of|at) (?:about )?$/i.test(before) && /^ (?:a|per) (?:barrel|tonne|ton)\b/.test(after))
    return false
  if (quantity.kind === 'physical') return !/\d-[a-z]/i.test(textOfSpan(sentence.text, quantity))
  if (quantity.kind !== 'count') return true
  if (quantity.value >= 100 && /^\s*years\b/i.test(after)) return false
  if (quantity.noun === 'anniversary') return /^[^.;]{0,60}\b(?:relations|ties|treaty|agreement|partnership|accession)\b/i.test(after)
  if (quantity.rule === 'votes' && /\bno $/i.test(before)) return false
  if (quantity.rule === 'edition' && (isOrdinalMeeting(quantity, before) || isIndefiniteOrdinal(quantity, before))) return false
  if (quantity.rule === 'votes' && setSizeBefore.test(before)) return false
  if (quantity.rule === 'votes' || quantity.rule.startsWith('tally') || quantity.rule === 'edition' || quantity.rule === 'in-a-row')
    return true
  if ((labelBefore.test(before) && quantity.value < 1000) || /^\s*(?:am|pm|o'clock)\b/i.test(after)) return false
  if (quantity.value <= 31 && monthBefore.test(before)) return false
  if (quantity.value <= 9 && /^\d/.test(sentence.text.slice(quantity.start)) && modelBefore.test(before)) return false
  if (quantity.rule === 'bare' && quantity.value > 12 && fromToNumbers.test(sentence.text) && /\b(?:from|to)\s*$/.test(before)) return true
  if (quantity.rule === 'bare')
    return (
      quantity.value >= 1e3 ||
      (quantity.noun !== undefined && (quantity.value > 20 || (quantity.value > 2 && /^ in (?:the )?(?:19|20)\d\d/.test(after))))
    )
  if (setSizeBefore.test(before) || (allMembers.test(after) && /\b(?:its|the|their|all) $/i.test(before))) return false
  if (quantity.value >= 2 && ofKnownSet.test(after) && !/\b(?:one|with|between|among|another)\s*$/i.test(before)) return true
  if (quantity.value >= 2 && fewVoters.test(after)) return true
  if (quantity.value >= 4 && before === '' && severalStates.test(after)) return true
  if (quantity.value >= 4 && someStates.test(after) && /\b(?:to|by|from|in|one of)\s*$/i.test(before)) return true
  if (quantity.value <= 12 && genericNoun.test(after)) return false
  if (quantity.value > 12 || (quantity.value > 5 && quantity.qualifier !== null)) return true
  const determined = /\b(?:the|these|those|its|their|our|both|all|other|one of|any)\s*$/i.test(before)
  return countedNounPattern.test(after) && !(determined && quantity.value <= 3) && !(quantity.value === 1 && quantity.qualifier === null)
}

/** Whether an ordinal only describes a meeting that took place, or was the first: `Held their eighth summit`, `his first trip abroad`. */
const isOrdinalMeeting = ({ noun, value }: QuantityMention, before: string): boolean =>
  (noun === 'summit' || noun === 'trip') &&
  (value === 1 || /\b(?:held|hold|hosted|hosts?|attend(?:ed|ing)|convened|opened) (?:the|their|its|an?) $/i.test(before))

/** Whether an ordinal mentions a resolution, meeting or visit without a claim on how many there were: `A second resolution on aid`. */
const isIndefiniteOrdinal = ({ noun, value }: QuantityMention, before: string): boolean =>
  (noun === 'resolution' || noun === 'meeting' || noun === 'visit') &&
  (value === 1 || !/\b(?:[Ii]t|[Tt]his|[Tt]hat) (?:is|was) (?:already )?(?:the|its|his|her|their) $/.test(before))

/** Whether `three times` stands before `in`, `since` or `during`: this frequency is read as a count, not here. */
const isFrequencyCount = (quantity: QuantityMention, after: string): boolean =>
  quantity.rule === 'times' && /^\s*(?:in|since|during)\b/i.test(after)
