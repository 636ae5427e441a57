import { actorsIn } from '../../text/names/actors.ts'
import type { CandidateValue } from '../judging/candidate-value.ts'
import { type AskedClaim, wordsNear } from '../questions/question.ts'

const products = /\b(?:oil|petroleum|refined|fuel|energy) products?\b|\bfuels?\b|\bdiesel\b|\bnaphtha\b/i
/** Matches words on what is used, produced or possible: none of these amounts is the amount delivered. */
const ofUse = /\b(?:consum(?:e[sd]?|ing)|produc(?:e[sd]?|ing)|(?:consumption|production|output|capacity|demand) of)\b/i
const piped = /\bpipe(?:d|lines?)\b|\bGazprom\b/i

/**
 * Decides for each figure of a related fuel whether it counts as the claimed fuel. The words may leave this open or exclude it: `oil` may include products,
 * `crude` does not; what Gazprom sends goes by pipeline. Figures that count as another fuel are left out if there are others, and natural uranium is left out
 * if the sentence is about enrichment.
 *
 * @param values   of one quantity at one time
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

/**
 * Returns why a fuel figure may not be all that one state sends the other in a period: the figure may be of one route or firm, a capacity, or consumption.
 * Undefined if the words suggest none of these.
 */
export function fuelRisk({ claim, question }: AskedClaim): string | undefined {
  if (question.subject.family !== 'fossil') return undefined
  if (question.subject.thing !== 'energy' && claim.measured?.topic.startsWith('goods') === true)
    return 'the sentence does not name the fuel'
  if (partWay.test(claim.sentence)) return 'the sentence may speak of a part of the deliveries'
  return ofCapacity.test(claim.sentence) ? 'the sentence may speak of what is produced, stored or used' : undefined
}

const ofTrade = /\b(?:im|ex)port(?:s|ed|ing|ers?)?\b/i

/**
 * Returns why a quoted fuel figure does not refute a claim; undefined if it may. If neither side counted the fuel: institutes and news give shares by value and
 * by volume, with LNG or without, and amounts that differ threefold. If the sentence does not name both states: one state's total imports may be meant. If no
 * word says that a share is of imports or exports: it may be of consumption.
 *
 * @param nearest   the figure nearest to the claim
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

/** Whether a sentence names sender and receiver, or one of them and a word for the other. The world need not be named. */
function namesBoth(sentence: string, { from, to }: { readonly from: string; readonly to: string }, date: string): boolean {
  const ids = new Set(actorsIn(sentence, date).flatMap((one) => one.ids))
  const sides = [from, to].filter((id) => id !== 'WLD')
  const named = sides.filter((id) => ids.has(id)).length
  return named === sides.length || (named > 0 && standing.test(sentence))
}

const money =
  /[$€£¥]|\b(?:dollars?|euros?|yuan|rubles?|roubles?|rupees?|USD|EUR|value|worth|revenues?|bills?|earn\w*|paid|spen[dt]\w*|cost)\b/i

/** Whether a sentence on a fuel is about money. If not, a change means a change of volume. */
export const mentionsMoney = (sentence: string): boolean => money.test(sentence)
