import type { Claim } from '../../../claim.ts'
import type { Caution, FigureDoubts, SlotConfidences } from '../../../said/figure-doubts.ts'
import type { FigureWord } from '../../../said/figure-words.ts'
import { namedBySentence } from '../../../text/around/named-in-text.ts'
import { totalNamedIn } from '../../../text/names/country-groups.ts'
import { type QueryFamily, queryFamilyOf } from '../../../text/topics/query-families.ts'
import { definedFields } from '../defined-fields.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { isOfBothWays, isWayBack, isWayTold } from './direction-words.ts'
import { figureObjection, inferredSlots } from './figure-objections.ts'
import { fuelCautions, fuelWords, otherFuels } from './fuel-words.ts'
import { whyNotRefutable } from './irrefutable.ts'
import { misreadingCautions, otherRegions, partOfYearBefore } from './misreading-cautions.ts'
import { areOthersNear, isLookBack, namesOneOfTwo, sentencesWithoutTime } from './nearby-figures.ts'
import { otherReadings } from './other-readings.ts'
import { slotConfidences } from './slot-confidence.ts'
import { statedYears } from './stated-years.ts'
import { wordsAtClaim } from './words-at-claim.ts'

const figures: ReadonlySet<Claim['kind']> = new Set(['quantity', 'share', 'count', 'trend', 'comparison', 'ranking', 'forecast'])

const ofDomain: Readonly<Partial<Record<Claim['domain'], QueryFamily>>> = { trade: 'goods', energy: 'fossil', arms: 'arms' }

/** Returns the family of tables that a figure is tested with; sales without a named good are sales of energy or arms in a text on these. */
function familyOf({ measured, domain }: Claim): QueryFamily | undefined {
  const { topic = '', part } = measured ?? {}
  if (part !== undefined && part !== topic) return queryFamilyOf(part) === 'fossil' ? 'fossil' : undefined
  const family = queryFamilyOf(topic)
  return family === 'goods' ? ofDomain[domain] : family
}

/** Returns what the words of a figure leave open. Undefined for a claim that no table of flows or sizes covers. */
export function figureDoubts(claim: Claim, text: TextOfClaims): FigureDoubts | undefined {
  const { measured, kind } = claim
  const family = familyOf(claim)
  const isCovered = queryFamilyOf(measured?.topic ?? '') !== undefined
  if (!figures.has(kind) || !(isCovered || family !== undefined)) return undefined
  const slots = slotConfidences(claim, text)
  return definedFields<FigureDoubts>({
    slots: looseSlots(slots),
    objection: isCovered ? figureObjection(claim, text, slots) : undefined,
    inferred: filled(isCovered ? inferredSlots(claim, text, slots) : []),
    ...openReadings(claim, text, slots, family),
  })
}

function looseSlots(slots: SlotConfidences): FigureDoubts['slots'] {
  const loose = Object.entries(slots).filter(([, confidence]) => confidence !== 'own')
  return loose.length === 0 ? undefined : Object.fromEntries(loose)
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)

function openReadings(claim: Claim, text: TextOfClaims, slots: SlotConfidences, family: QueryFamily | undefined): Partial<FigureDoubts> {
  const own = namedBySentence(text)[claim.sentence_index]!
  const isOfFuel = family === 'fossil'
  const others = otherReadings(claim, text, slots)
  return definedFields<FigureDoubts>({
    irrefutable: whyNotRefutable(claim, text),
    cautions: filled([...misreadingCautions({ claim, text, family }), ...otherCautions(claim, text, family)]),
    otherRegions: otherRegions(claim),
    partOfYearBefore: partOfYearBefore(claim, text),
    otherFuels: filled(isOfFuel ? otherFuels(claim) : []),
    years: statedYears(claim, text),
    named: isOfFuel ? [...new Set(own.mentions.flatMap(({ ids }) => ids))] : undefined,
    unnamed: filled(claim.actors.filter((id) => !own.states.includes(id))),
    sentencesWithoutTime: sentencesWithoutTime(claim, text) || undefined,
    others: Object.keys(others).length === 0 ? undefined : others,
  })
}

const changeUnits: ReadonlySet<string | null> = new Set(['percent_change', 'percentage_points'])
/** Matches references to an event instead of the earlier year of a change: `than before the war`. */
const byEvent =
  /\b(?:before|prior to|since) (?:the |its |their |this )?(?:[\w-]+ )?(?:war|invasion|crisis|pandemic|embargo|sanctions|coup|revolution|conflict|agreement|deal|crash|collapse)\b|\bpre-?(?:war|crisis|pandemic|invasion)\b|\b(?:as|than) before\b/i
const goodsWords = /\b(?:goods|merchandise|commodit(?:y|ies)|products|customs|census|comtrade)\b/i

/** Returns cautions for single tests. */
function otherCautions(claim: Claim, text: TextOfClaims, family: QueryFamily | undefined): Caution[] {
  const { kind, unit, value, value_from: from, direction, sentence, sentence_index: index, source_named: source } = claim
  const own = namedBySentence(text)[index]!
  const isChange = kind === 'trend' || changeUnits.has(unit) || from !== null
  const isAmount = /^(?:quantity|share|ranking)$/.test(kind) && value !== null && direction.includes('->')
  const near = text.sentences.slice(Math.max(0, index - 1), index + 2).join(' ')
  const all: readonly (readonly [Caution, boolean])[] = [
    ['time-before-untold', isChange && byEvent.test(sentence)],
    ['both-ways', direction.includes('->') && isOfBothWays(claim)],
    ['way-untold', isAmount && !isWayTold(claim, own)],
    ['way-back', direction.includes('->') && isWayBack(claim)],
    ['one-of-two', namesOneOfTwo(claim, own)],
    ['others-near', areOthersNear(claim, text)],
    ['goods-untold', family === 'goods' && value !== null && unit !== 'percent' && !goodsWords.test(`${near} ${source ?? ''}`)],
    ['look-back', isLookBack(claim, text)],
  ]
  return [...all.filter(([, holds]) => holds).map(([caution]) => caution), ...(family === 'fossil' ? fuelCautions(claim) : [])]
}

const gold = /\b(?:gold|precious|bullion|jewell?ery)\b/i
const wholeOfShare =
  /\bGDP\b|\bgross domestic product\b|\b[Aa]mong (?:the )?(?:arms )?(?:exporters|importers)\b|\b[Oo]f all (?:the )?(?:major )?(?:arms|weapons)\b/

/** Returns the words at a figure that decide what it is a figure of. */
export function figureWordsOf(claim: Claim): readonly FigureWord[] | undefined {
  if (!figures.has(claim.kind)) return undefined
  const family = familyOf(claim)
  const words: FigureWord[] = family === 'fossil' ? fuelWords(claim) : []
  if (family === 'goods' && gold.test(claim.sentence)) words.push('gold')
  if (claim.unit === 'percent' && (family === 'own' || family === 'arms') && namesWhole(claim)) words.push('whole')
  return filled(words)
}

function namesWhole(claim: Claim): boolean {
  const words = wordsAtClaim(claim)
  return totalNamedIn(words) !== undefined || wholeOfShare.test(words)
}
