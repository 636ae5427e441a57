import { actorsIn } from '../../text/names/actors.ts'
import type { CandidateValue } from '../judging/candidate-value.ts'
import { type AskedClaim, wordsNear } from '../questions/question.ts'

const products = /\b(?:oil|petroleum|refined|fuel|energy) products?\b|\bfuels?\b|\bdiesel\b|\bnaphtha\b/i
/** What is burnt, made or could flow is not what was sent. */
const ofUse = /\b(?:consum(?:e[sd]?|ing)|produc(?:e[sd]?|ing)|(?:consumption|production|output|capacity|demand) of)\b/i
const piped = /\bpipe(?:d|lines?)\b|\bGazprom\b/i

/**
 * Figures of a neighbouring fuel are the thing itself where the words leave it open, and the other way round: `oil` may be told with its products, `crude` not; what Gazprom
 * sends goes by pipeline. Where there are figures of the thing itself its neighbours are left out; where a sentence speaks of enrichment, natural uranium is.
 *
 * @param values   of one thing at one time
 */
export function withFuelDefinitions(values: readonly CandidateValue[], asked: AskedClaim): CandidateValue[] {
  if (asked.question.subject.family !== 'fossil') return [...values]
  const marked = ofUse.test(wordsNear(asked.claim, 30))
    ? values.filter(({ measure }) => measure === undefined)
    : definitionsInContext(values, asked)
  const isNear = ({ measure, definition }: CandidateValue): boolean => measure !== undefined && definition === 'other'
  return marked.every(isNear) ? marked : marked.filter((value) => !isNear(value))
}

function definitionsInContext(
  values: readonly CandidateValue[],
  { claim: { sentence }, question: { subject } }: AskedClaim,
): CandidateValue[] {
  const own = (fuel: string, definition: CandidateValue['definition']): CandidateValue[] =>
    values.map((value) => (value.measure === fuel ? { ...value, definition } : value))
  switch (subject.thing) {
    case 'uranium':
      return /\benrich/i.test(sentence) ? [] : [...values]
    case 'crude-oil':
      if (!/\bcrude\b/i.test(sentence)) return own('oil', 'same')
      return products.test(sentence) ? own('crude-oil', 'other') : [...values]
    case 'oil-products':
      return /\b(?:diesel|gas ?oil)\b/i.test(sentence) ? [...values] : own('diesel', 'other')
    case 'gas':
      return piped.test(sentence) ? own('pipeline-gas', 'same') : [...values]
    default:
      return [...values]
  }
}

const partWay =
  /\b(?:seaborne|by (?:sea|rail|tanker|ship)|tankers?|vessels?|cargo(?:es)?|ESPO|Druzhba|Urals|grades?|refiner(?:s|y|ies)|teapots?|spot|Rosneft|Lukoil|Novatek|Yamal|Sakhalin|Arctic|under (?:the |a )?(?:long-term )?contracts?|terminals?|re-?export\w*|transit\w*|via|route[sd]?|first deliver(?:y|ies))\b/i
const ofCapacity = /\b(?:capacity|capacities|reserves|production|produce[sd]?|output|consum\w+|demand|storage|stor(?:ed|es))\b/i

/** Why a figure of a fuel may be of another thing than all that one sends the other in a time: a part of the way, a firm, a capacity, what is used. Undefined where nothing says so. */
export function fuelRisk({ claim, question }: AskedClaim): string | undefined {
  if (question.subject.family !== 'fossil') return undefined
  if (question.subject.thing !== 'energy' && claim.measured?.topic.startsWith('goods') === true)
    return 'the sentence does not name the fuel'
  if (partWay.test(claim.sentence)) return 'the sentence may speak of a part of the deliveries'
  return ofCapacity.test(claim.sentence) ? 'the sentence may speak of what is produced, stored or used' : undefined
}

const ofTrade = /\b(?:im|ex)port(?:s|ed|ing|ers?)?\b/i

/**
 * Why a quoted figure of a fuel does not speak against a claim. What neither of the two counted: of one fuel and year institutes and news tell shares by value and by amount, with what is
 * liquefied or without, and amounts three times apart. A share of which no word says that it is of imports or exports: it may be of what is used. And a sentence that does not name both:
 * it may tell of all that one of them imports. Undefined for all else.
 *
 * @param nearest   the figure that the claim is nearest to
 */
export function quotedFuelRisk(
  nearest: CandidateValue | undefined,
  { claim: { unit, sentence }, question, bench }: AskedClaim,
): string | undefined {
  if (nearest?.measure === undefined) return undefined
  if (nearest.reporter === null) return 'neither of the two counted it, and others tell it in other ways'
  if (!namesBoth(sentence, question.subject, bench.date)) return 'the sentence does not name both, and all imports or exports may be meant'
  return unit === 'percent' && !ofTrade.test(sentence) ? 'the share may be of all that is used, not of what is traded' : undefined
}

const standing = /\b(?:its?|they|their|them|the (?:country|kingdom|union|bloc|republic|two))\b/i

/** Whether a sentence names who sends and who gets, or one of them and somebody who stands for the other; the world needs no name. */
function namesBoth(sentence: string, { from, to }: { readonly from: string; readonly to: string }, date: string): boolean {
  const ids = new Set(actorsIn(sentence, date).flatMap((one) => one.ids))
  const sides = [from, to].filter((id) => id !== 'WLD')
  const named = sides.filter((id) => ids.has(id)).length
  return named === sides.length || (named > 0 && standing.test(sentence))
}

const money =
  /[$€£¥]|\b(?:dollars?|euros?|yuan|rubles?|roubles?|rupees?|USD|EUR|value|worth|revenues?|bills?|earn\w*|paid|spen[dt]\w*|cost)\b/i

/** Whether a sentence on a fuel speaks of money: of a fuel by its name a change is one of its amount, unless it does. */
export const mentionsMoney = (sentence: string): boolean => money.test(sentence)
