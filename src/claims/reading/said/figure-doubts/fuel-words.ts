import type { Claim } from '../../../claim.ts'
import type { Caution } from '../../../said/figure-doubts.ts'
import type { FigureWord } from '../../../said/figure-words.ts'
import { isFuel, isOtherFuel } from '../../../text/topics/fuel-kinds.ts'
import { queryFamilyOf } from '../../../text/topics/query-families.ts'
import { topicsIn } from '../../../text/topics/topics.ts'
import { wordsAtClaim } from './words-at-claim.ts'

const crude = /\bcrude\b/i
const products = /\b(?:oil|petroleum|refined|fuel|energy) products?\b|\bfuels?\b|\bdiesel\b|\bnaphtha\b/i
const diesel = /\b(?:diesel|gas ?oil)\b/i
const piped = /\bpipe(?:d|lines?)\b|\bGazprom\b/i
const enrichment = /\benrich/i
/** Matches words on what is used, produced or possible: none of these amounts is the amount delivered. */
const ofUse = /\b(?:consum(?:e[sd]?|ing)|produc(?:e[sd]?|ing)|(?:consumption|production|output|capacity|demand) of)\b/i
const money =
  /[$€£¥]|\b(?:dollars?|euros?|yuan|rubles?|roubles?|rupees?|USD|EUR|value|worth|revenues?|bills?|earn\w*|paid|spen[dt]\w*|cost)\b/i

/** Returns the words that decide which fuels and quantities count as those of the claim. */
export function fuelWords(claim: Claim): FigureWord[] {
  const words: readonly (readonly [FigureWord, RegExp])[] = [
    ['crude-oil', crude],
    ['oil-products', products],
    ['diesel', diesel],
    ['pipeline', piped],
    ['enrichment', enrichment],
    ['money', money],
  ]
  const told = words.filter(([, pattern]) => pattern.test(claim.sentence)).map(([word]) => word)
  return ofUse.test(wordsAtClaim(claim, 30)) ? [...told, 'use'] : told
}

const partWay =
  /\b(?:seaborne|by (?:sea|rail|tanker|ship)|tankers?|vessels?|cargo(?:es)?|ESPO|Druzhba|Urals|grades?|refiner(?:s|y|ies)|teapots?|spot|Rosneft|Lukoil|Novatek|Yamal|Sakhalin|Arctic|under (?:the |a )?(?:long-term )?contracts?|terminals?|re-?export\w*|transit\w*|via|route[sd]?|first deliver(?:y|ies))\b/i
const ofCapacity = /\b(?:capacity|capacities|reserves|production|produce[sd]?|output|consum\w+|demand|storage|stor(?:ed|es))\b/i

const ofTrade = /\b(?:im|ex)port(?:s|ed|ing|ers?)?\b/i

const standing = /\b(?:its?|they|their|them|the (?:country|kingdom|union|bloc|republic|two))\b/i

/** Returns why a figure on a fuel may not be all that one state sends the other in a period. */
export function fuelCautions({ sentence, unit, measured }: Claim): Caution[] {
  const cautions: (Caution | undefined)[] = [
    !isFuel(measured?.part ?? measured?.topic ?? '') && !/\b(?:fossil|energy|fuels?)\b/i.test(sentence) ? 'one-fuel' : undefined,
    partWay.test(sentence) ? 'part-of-deliveries' : undefined,
    ofCapacity.test(sentence) ? 'output-or-use' : undefined,
    unit === 'percent' && !ofTrade.test(sentence) ? 'not-traded' : undefined,
    standing.test(sentence) ? undefined : 'no-reference',
  ]
  return cautions.filter((one) => one !== undefined)
}

/** Returns the fuels that a sentence names beside the claimed one; all of them for sales without a named good in a text on energy. */
export function otherFuels({ sentence, measured }: Claim): string[] {
  const own = measured?.part ?? measured?.topic ?? ''
  if (!isFuel(own) && queryFamilyOf(own) === 'fossil') return []
  const named = topicsIn(sentence).map(({ topic }) => topic.id)
  return [...new Set(named.filter((fuel) => (isFuel(own) ? isOtherFuel(fuel, own) : isFuel(fuel))))]
}
