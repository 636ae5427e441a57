import type { Claim } from '../../claim.ts'
import type { ClaimText } from '../../claim-test-context.ts'
import { isGrowthClaim, whyNotEconomySize, whyNotGrowth } from '../../text/around/growth-words.ts'
import { namedBySentence, yearsOfPeriod } from '../../text/around/named-in-text.ts'
import { flowWordsIn } from '../../text/topics/flow-words.ts'
import { topicsIn } from '../../text/topics/topics.ts'
import type { Finding } from '../../verdict.ts'
import { type SlotConfidences, slotConfidences } from '../ambiguity/slot-confidence.ts'
import { isRecordClaim } from '../figures/test-records.ts'
import { actorText, queryFamilyOf } from '../questions/query-flows.ts'

const figures: ReadonlySet<Claim['kind']> = new Set(['quantity', 'share', 'count', 'trend', 'comparison', 'ranking', 'forecast'])

const isOfFigures = ({ kind, measured }: Claim): boolean => figures.has(kind) && queryFamilyOf(measured?.topic ?? '') !== undefined

/**
 * Keeps a verdict on a figure only if the sentence states parties, subject and period, or if these follow from earlier sentences, which are then cited. If one
 * of them had to be guessed, the claim is left open, without the rows found for the guess.
 */
export function ifFigureExplicit(claim: Claim, bench: ClaimText, found: Finding | undefined): Finding | undefined {
  if (bench.areSlotsGiven || found === undefined || found.verdict === 'unverifiable' || !isOfFigures(claim)) return found
  const anchors = slotConfidences(claim, bench)
  const refusal = objectionTo(claim, bench, anchors)
  if (refusal !== undefined)
    return {
      ...found,
      verdict: 'unverifiable',
      why: `Not tested: ${refusal}.`,
      tolerance: null,
      honestValues: [],
      evidence: [],
      wouldBeTrue: null,
    }
  const chain = chainOf(claim, bench, anchors)
  return chain === '' ? found : { ...found, why: `${found.why} ${chain}` }
}

/** Whether a figure may be compared with other figures of the text: its own sentence names the parties, the quantity and the period. */
export function isFullyStated(claim: Claim, bench: ClaimText): boolean {
  const { who, when, what } = slotConfidences(claim, bench)
  return isOfFigures(claim) && what === 'own' && isHere(who) && isHere(when) && objectionTo(claim, bench) === undefined
}

/** Whether the sentence, or the text around it, mentions the quantity that the claim was read as. */
export function isSubjectStated(claim: Claim, bench: ClaimText): boolean {
  return isOfFigures(claim) && subjectObjection(claim, bench, slotConfidences(claim, bench)) === undefined
}

const isHere = (slot: SlotConfidences['who']): boolean => slot === 'own' || slot === 'near'

/** Returns why the words of a claim do not justify a verdict on a figure. Undefined if they do. */
function objectionTo(claim: Claim, bench: ClaimText, anchors: SlotConfidences = slotConfidences(claim, bench)): string | undefined {
  return subjectObjection(claim, bench, anchors) ?? actorObjection(claim, bench, anchors) ?? timeObjection(claim, bench, anchors)
}

function subjectObjection(claim: Claim, bench: ClaimText, { what, who }: SlotConfidences): string | undefined {
  const { measured, kind, value } = claim
  if (kind === 'ranking' && insideWord.test(claim.sentence.slice(0, claim.start))) return 'the ordinal is a part of a longer word'
  if (isGrowthClaim(claim)) return whyNotGrowth(claim, namedBySentence(bench)[claim.sentence_index])
  if (measured?.topic === 'gdp') return whyNotEconomySize(claim, kind === 'ranking' && isRecordClaim(claim))
  if (
    what !== 'own' &&
    !isSubjectContinued(claim, bench) &&
    (value === null || !isTextOfField(claim, bench) || (who === 'open' && !isTextOfBoth(claim, bench)))
  )
    return 'the sentence has no word for what is measured'
  if (balances.has(measured?.topic ?? '') && !isOfTrade(claim, bench)) return 'a deficit or surplus may be one of a budget'
  if (kind === 'ranking' && isRecordClaim(claim)) return recordObjection(claim)
  if (value === null && (kind === 'trend' || kind === 'comparison')) return changeObjection(claim)
  return undefined
}

/** A reference such as `they grew` goes back at most this many sentences. */
const back = 2
/** Matches a sentence whose quantity is named in an earlier one: `They grew`, `In 2014 the figure had stood at`. */
const pointsBack =
  /^(?:[Ii]n (?:the )?(?:\w+ )?\d{4}(?:[/-]\d{2,4})?,? )?(?:(?:[Ii]t|[Tt]hey|[Tt]h(?:is|at|e|ese|ose) (?:figures?|total|amount|number|sum|value|volume)) (?:had |has |have |was |were |is |are |then |later )*(?:stood|grew|grown|rose|risen|fell|fallen|reached|came|climbed|dropped|amounted|totalled|shrank|shrunk|increased|decreased|declined|more than|at)\b)/

/** Whether a sentence adds a figure to a quantity named earlier: the only quantity of the last sentence that names any. */
function isSubjectContinued({ sentence, sentence_index: index, value, measured }: Claim, { sentences }: ClaimText): boolean {
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

/** Matches the beginning of a longer word: `Thirty-first` does not mean first, `secondlargest` does not mean largest. */
const insideWord = /[\p{L}\p{N}]-?$/u

/** Matches words for a group that do not name a state: `With neighbouring states`, `with our partners`. */
const withGroup =
  /\b(?:[Ww]ith|[Tt]o|[Ff]rom|[Bb]etween) (?:(?:its|our|their|the|all|other|many|some|several|most) ){0,2}(?:neighbou?r(?:s|ing)\b|(?!two|both|three|four)[a-z-]{3,20} (?:countries|states|nations|economies|partners|members|neighbours)\b)/

function actorObjection(claim: Claim, bench: ClaimText, { who }: SlotConfidences): string | undefined {
  const own = namedBySentence(bench)[claim.sentence_index]?.states ?? []
  if (claim.actors.some((id) => !regions.has(id) && !own.includes(id)) && own.length > 0 && withGroup.test(claim.sentence))
    return 'the sentence speaks of a group of states, not of one'
  if (who !== 'open' || isSupportedByContext(claim, bench) || (claim.value !== null && isTextOfBoth(claim, bench))) return undefined
  return 'neither the sentence nor those before it say whose figure it is'
}

function timeObjection(claim: Claim, bench: ClaimText, { when }: SlotConfidences): string | undefined {
  if (when !== 'open' || isSupportedByContext(claim, bench) || (claim.value !== null && isTextOfBoth(claim, bench))) return undefined
  return (claim.kind === 'ranking' || claim.kind === 'comparison') && standing.test(claim.sentence)
    ? undefined
    : 'neither the sentence nor those before it say which time is meant'
}

const isSupportedByContext = (claim: Claim, { corroborated, contextSupported }: ClaimText): boolean =>
  corroborated?.has(claim) === true || contextSupported?.has(claim) === true

/** In a text about a field, at least this share of the sentences have a figure of the field; in speeches and unrelated news the share is a hundredth. */
const ofField = 0.2

const balances: ReadonlySet<string> = new Set(['deficit', 'surplus', 'gap'])
const tradeWords = /\b(?:trade|trading|goods|exports?|exported|imports?|imported|merchandise|commerc\w+|sold|bought)\b/i

/** Whether the sentence, or one of the two before it, shows that a balance is a trade balance. */
const isOfTrade = ({ sentence_index: index }: Claim, { sentences }: ClaimText): boolean =>
  sentences.slice(Math.max(0, index - 2), index + 1).some((one) => tradeWords.test(one))

/** Short words that mean a quantity only in a text about it: `spending` means military spending once the text has said so. */
const shortWords: Readonly<Partial<Record<string, RegExp>>> = {
  'defence-spending': /\b(?:spend(?:s|ing|ers?)?|spent|outlays?|expenditures?|budgets?|burdens?)\b/i,
  arms: /\b(?:exporters?|importers?|suppliers?|recipients?|deliver(?:y|ies|ed)|transfers?)\b/i,
}

/**
 * Whether a text is about the claim's field: at least one sentence in five has a figure of the field. The field's short words count if its full words are in
 * the title or in two sentences.
 */
function isTextOfField(claim: Claim, { sentences, title = '' }: ClaimText): boolean {
  const family = queryFamilyOf(claim.measured!.topic)
  const isTold = (one: string): boolean =>
    topicsIn(one).some(({ topic }) => queryFamilyOf(topic.id) === family) || (family === 'goods' && flowWordsIn(one).length > 0)
  const short =
    isTold(title) || sentences.filter(isTold).length >= 2 ? (shortWords[claim.measured!.topic] ?? shortWords[family ?? '']) : undefined
  const told = sentences.filter((one) => /\d/.test(one) && (isTold(one) || short?.test(one) === true))
  return told.length >= ofField * sentences.length
}

/** Whether the text is about the claim's field, and each party that the sentence leaves out is named in at least two sentences. */
function isTextOfBoth(claim: Claim, bench: ClaimText): boolean {
  if (!isTextOfField(claim, bench)) return false
  const named = namedBySentence(bench)
  const own = named[claim.sentence_index]?.states ?? []
  return claim.actors.every((id) => regions.has(id) || own.includes(id) || named.filter(({ states }) => states.includes(id)).length >= 2)
}
const regions: ReadonlySet<string> = new Set(['WLD', 'EUR', 'AFR', 'SSF'])

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

/**
 * Describes which other sentences supply what a sentence leaves out: `Read from the text: who: Japan, from sentence 2 (“…”); when: 2004, from sentence 1
 * (“…”).` Empty if nothing is left out.
 */
function chainOf(claim: Claim, bench: ClaimText, { who, when }: SlotConfidences): string {
  const named = namedBySentence(bench)
  const before = named.slice(0, claim.sentence_index)
  const missing = claim.actors.filter((id) => id !== 'WLD' && named[claim.sentence_index]?.states.includes(id) !== true)
  const parties = who === 'own' || who === 'near' ? [] : missing
  const whence = parties.map((id) =>
    fromSentence(
      `who: ${actorText(id)}`,
      before.findLastIndex(({ states }) => states.includes(id)),
      bench,
    ),
  )
  const time = when === 'own' || when === 'near' || claim.period === null ? [] : [timeFrom(claim, bench)]
  const links = [...new Set([...whence, ...time])]
  return links.length === 0 ? '' : `Read from the text: ${links.join('; ')}.`
}

function timeFrom({ period, sentence_index: index }: Claim, bench: ClaimText): string {
  const { from, to } = yearsOfPeriod(period!)
  const at = namedBySentence(bench)
    .slice(0, index)
    .findLastIndex(({ years }) => years.some((year) => year.to === to || year.from === from))
  return fromSentence(`when: ${from === to ? to : `${from} to ${to}`}`, at, bench)
}

function fromSentence(what: string, at: number, { sentences }: ClaimText): string {
  const words = sentences[at]
  if (words === undefined) return `${what}, from the text as a whole`
  return `${what}, from sentence ${at + 1} (“${words.length > quoted ? `${words.slice(0, quoted).trimEnd()} …` : words}”)`
}
