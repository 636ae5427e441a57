import type { Claim } from '../../../claim.ts'
import type { FigureObjection, InferredSlot, SlotConfidences } from '../../../said/figure-doubts.ts'
import { yearsOfPeriod } from '../../../text/days-of-text.ts'
import { worldAndRegions } from '../../../text/names/region-and-club-parties.ts'
import { flowWordsIn } from '../../../text/topics/flow-words.ts'
import { queryFamilyOf } from '../../../text/topics/query-families.ts'
import { topicsIn } from '../../../text/topics/topics.ts'
import { isGrowthClaim, whyNotEconomySize, whyNotGrowth } from '../around/growth-words.ts'
import { namedBySentence } from '../around/named-in-text.ts'
import { isOfNow } from '../figures/now.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { isTextOfBoth, isTextOfField } from './matter-of-text.ts'

/** Returns why the words of a claim do not justify a verdict on a figure. Undefined if they do. */
export function figureObjection(claim: Claim, text: TextOfClaims, slots: SlotConfidences): FigureObjection | undefined {
  const subject = subjectObjection(claim, text, slots)
  if (subject !== undefined) return { about: 'subject', why: subject }
  if (namesGroupOnly(claim, text)) return { about: 'parties', why: 'the sentence speaks of a group of states, not of one' }
  const open = openSlot(claim, text, slots)
  return open === undefined ? undefined : { about: 'open', why: `neither the sentence nor those before it say ${open}` }
}

function subjectObjection(claim: Claim, text: TextOfClaims, { what, who }: SlotConfidences): string | undefined {
  const { measured, kind, value } = claim
  if (kind === 'ranking' && insideWord.test(claim.sentence.slice(0, claim.start))) return 'the ordinal is a part of a longer word'
  if (isGrowthClaim(claim)) return whyNotGrowth(claim, namedBySentence(text)[claim.sentence_index])
  if (measured?.topic === 'gdp') return whyNotEconomySize(claim, isRecord(claim))
  // people are read as a population only by the words at their number
  if (measured?.topic === 'population') return undefined
  if (
    what !== 'own' &&
    !isSubjectContinued(claim, text) &&
    (value === null || !isTextOfField(claim, text) || (who === 'open' && !isTextOfBoth(claim, text)))
  )
    return 'the sentence has no word for what is measured'
  if (balances.has(measured?.topic ?? '') && !isOfTrade(claim, text)) return 'a deficit or surplus may be one of a budget'
  if (isRecord(claim)) return recordObjection(claim)
  if (value === null && (kind === 'trend' || kind === 'comparison')) return changeObjection(claim)
  return undefined
}

/** A reference such as `they grew` goes back at most this many sentences. */
const back = 2
/** Matches a sentence whose quantity is named in an earlier one: `They grew`, `In 2014 the figure had stood at`. */
const pointsBack =
  /^(?:[Ii]n (?:the )?(?:\w+ )?\d{4}(?:[/-]\d{2,4})?,? )?(?:(?:[Ii]t|[Tt]hey|[Tt]h(?:is|at|e|ese|ose) (?:figures?|total|amount|number|sum|value|volume)) (?:had |has |have |was |were |is |are |then |later )*(?:stood|grew|grown|rose|risen|fell|fallen|reached|came|climbed|dropped|amounted|totalled|shrank|shrunk|increased|decreased|declined|more than|at)\b)/

/** Whether a sentence adds a figure to a quantity named earlier: the only quantity of the last sentence that names any. */
function isSubjectContinued({ sentence, sentence_index: index, value, measured }: Claim, { sentences }: TextOfClaims): boolean {
  if (value === null || topicsIn(sentence).length > 0 || !pointsBack.test(sentence)) return false
  const told = sentences
    .slice(Math.max(0, index - back), index)
    .map(familiesIn)
    .findLast((families) => families.length > 0)
  return told?.every((family) => family === queryFamilyOf(measured!.topic)) === true
}

function familiesIn(sentence: string): (string | undefined)[] {
  const flows = flowWordsIn(sentence).length > 0 ? ['goods'] : []
  return [...topicsIn(sentence).map(({ topic }) => queryFamilyOf(topic.id)), ...flows]
}

const recordWords = /\b(?:record|highest|lowest|peak(?:ed)?|never|smallest|unprecedented|all-time|ever)\b/i

/** Whether a claim is a rank among the years of one flow instead of among partners. */
const isRecord = ({ kind, value, indicator, qualifier, sentence, start, end }: Claim): boolean =>
  kind === 'ranking' &&
  value === 1 &&
  recordWords.test(`${indicator ?? ''} ${qualifier ?? ''} ${sentence.slice(start, end)}`) &&
  !/\b(?:partner|supplier|market|recipient|among)/i.test(indicator ?? '')

/** Matches the beginning of a longer word: `Thirty-first` does not mean first, `secondlargest` does not mean largest. */
const insideWord = /[\p{L}\p{N}]-?$/u

/** Matches words for a group that do not name a state: `With neighbouring states`, `with our partners`. */
const withGroup =
  /\b(?:[Ww]ith|[Tt]o|[Ff]rom|[Bb]etween) (?:(?:its|our|their|the|all|other|many|some|several|most) ){0,2}(?:neighbou?r(?:s|ing)\b|(?!two|both|three|four)[a-z-]{3,20} (?:countries|states|nations|economies|partners|members|neighbours)\b)/

/** Whether the sentence names a group of states instead of a party that it was read with. */
function namesGroupOnly(claim: Claim, text: TextOfClaims): boolean {
  const own = namedBySentence(text)[claim.sentence_index]?.states ?? []
  return claim.actors.some((id) => !worldAndRegions.has(id) && !own.includes(id)) && own.length > 0 && withGroup.test(claim.sentence)
}

/** Returns which slot no words of the text tell; undefined if there is none, or if the text as a whole tells it. */
function openSlot(claim: Claim, text: TextOfClaims, { who, when }: SlotConfidences): string | undefined {
  if ((who !== 'open' && when !== 'open') || (claim.value !== null && isTextOfBoth(claim, text))) return undefined
  if (who === 'open') return 'whose figure it is'
  if (isOfNow(claim, text.date)) return undefined
  return (claim.kind === 'ranking' || claim.kind === 'comparison') && standing.test(claim.sentence) ? undefined : 'which time is meant'
}

const balances: ReadonlySet<string> = new Set(['deficit', 'surplus', 'gap'])
const tradeWords = /\b(?:trade|trading|goods|exports?|exported|imports?|imported|merchandise|commerc\w+|sold|bought)\b/i

/** Whether the sentence, or one of the two before it, shows that a balance is a trade balance. */
const isOfTrade = ({ sentence_index: index }: Claim, { sentences }: TextOfClaims): boolean =>
  sentences.slice(Math.max(0, index - 2), index + 1).some((one) => tradeWords.test(one))

/** Matches words that date a statement to the day of the text: `Today the second-largest economy`, `is the largest partner`. */
const standing = /\b(?:is|are|remains?|today|now|currently|has (?:become|been)|have (?:become|been))\b/i

/** Returns the positions of the words in the claim's sentence that are of the same family as its quantity. */
function wordsOf(claim: Claim): { start: number; end: number }[] {
  const family = queryFamilyOf(claim.measured!.topic)
  const topics = topicsIn(claim.sentence).filter(({ topic }) => queryFamilyOf(topic.id) === family)
  return family === 'goods' || family === 'fossil' ? [...topics, ...flowWordsIn(claim.sentence)] : topics
}

/** In characters: a change or a record belongs to the quantity only if the two are at most this far apart. */
const reach = 60
/** Matches boundaries between statements. */
const parted = /[;:]|,? (?:and|but|while|whereas|as|because|since|so) (?:that |the |its |we |it |they |to )/

const isNear = (claim: Claim): boolean =>
  wordsOf(claim).some(({ start, end }) => {
    const between =
      end <= claim.start ? claim.sentence.slice(end, claim.start) : start >= claim.end ? claim.sentence.slice(claim.end, start) : ''
    return between.length <= reach && !parted.test(between)
  })

/**
 * Returns why a record is not one of the quantity itself (`A record high`, `record exports`, `the highest since`): the word is a verb (`to record`), means an
 * account (`on record`), or is too far from the quantity. Undefined if the quantity itself is at a record.
 */
function recordObjection(claim: Claim): string | undefined {
  const { sentence, start, end } = claim
  const words = sentence.slice(start, end)
  const before = sentence.slice(Math.max(0, start - 12), start)
  if (/^record$/i.test(words) && /\b(?:to|for the|of|on|(?:track|job|service)[- ]) ?$/i.test(before))
    return 'a record of another kind is meant'
  if (/\b(?:ever|never|unprecedented)\b/i.test(words) && !isNear(claim)) return 'what is without precedent is not what is measured'
  return isNear(claim) ? undefined : 'what is highest, lowest or a record is not what is measured'
}

const changeObjection = (claim: Claim): string | undefined =>
  isNear(claim) ? undefined : 'what rose, fell or is compared is not what is measured'

/** Number of characters quoted from a sentence to identify it. */
const quoted = 60

/** Returns where the parties and the period come from that no words of the sentence settle. */
export function inferredSlots(claim: Claim, text: TextOfClaims, { who, when }: SlotConfidences): InferredSlot[] {
  const named = namedBySentence(text)
  const before = named.slice(0, claim.sentence_index)
  const missing = claim.actors.filter((id) => id !== 'WLD' && named[claim.sentence_index]?.states.includes(id) !== true)
  const parties = who === 'own' || who === 'near' ? [] : missing
  const whence = parties.map((id) =>
    slotFrom(
      id,
      before.findLastIndex(({ states }) => states.includes(id)),
      text,
    ),
  )
  if (when === 'own' || when === 'near' || claim.period === null || isOfNow(claim, text.date)) return whence
  const { from, to } = yearsOfPeriod(claim.period)
  const at = before.findLastIndex(({ years }) => years.some((year) => year.to === to || year.from === from))
  return [...whence, slotFrom('period', at, text)]
}

function slotFrom(slot: string, at: number, { sentences }: TextOfClaims): InferredSlot {
  const words = sentences[at]
  if (words === undefined) return { slot }
  return { slot, sentence: at, words: words.length > quoted ? `${words.slice(0, quoted).trimEnd()} …` : words }
}
