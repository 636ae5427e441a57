import type { Claim } from '../../../claim.ts'
import type { Caution, FigureDoubts, SlotConfidences } from '../../../said/figure-doubts.ts'
import type { FigureWord } from '../../../said/figure-words.ts'
import { totalNamedIn } from '../../../text/names/country-groups.ts'
import { type QueryFamily, queryFamilyOf } from '../../../text/topics/query-families.ts'
import { type NamedStates, namedBySentence } from '../around/named-in-text.ts'
import { definedFields, filled, type Maybe } from '../defined-fields.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { isWayTold } from './direction-words.ts'
import { figureObjection, inferredSlots } from './figure-objections.ts'
import { fuelCautions, fuelWords, otherFuels } from './fuel-words.ts'
import { whyNotRefutable } from './irrefutable.ts'
import { type FigureOfText, misreadingCautions, otherRegions } from './misreading-cautions.ts'
import { areOthersNear, isLookBack, namesOneOfTwo } from './nearby-figures.ts'
import { otherReadings } from './other-readings.ts'
import { cautionsOfGoods, goodsWords, sentenceDoubts } from './sentence-doubts.ts'
import { slotConfidences } from './slot-confidence.ts'
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
  const objection = isCovered ? figureObjection(claim, text, slots) : undefined
  return definedFields<FigureDoubts>({
    slots: looseSlots(slots),
    objection,
    inferred: filled(isCovered && (objection === undefined || objection.about === 'open') ? inferredSlots(claim, text, slots) : []),
    ...openReadings(claim, text, slots, family),
  })
}

function looseSlots(slots: SlotConfidences): FigureDoubts['slots'] {
  const { who, when, what } = slots
  if (who === 'own' && when === 'own' && what === 'own') return undefined
  const loose = <T>(one: T): T | undefined => (one === 'own' ? undefined : one)
  return definedFields<NonNullable<FigureDoubts['slots']>>({ who: loose(who), when: loose(when), what: loose(what) })
}

function openReadings(claim: Claim, text: TextOfClaims, slots: SlotConfidences, family: QueryFamily | undefined): Maybe<FigureDoubts> {
  const own = namedBySentence(text)[claim.sentence_index]!
  const ofSentence = sentenceDoubts(claim.sentence_index, text)
  const isOfFuel = family === 'fossil'
  const irrefutable = whyNotRefutable(claim, text)
  const figure: FigureOfText = {
    claim,
    text,
    family,
    words: family === 'goods' ? cautionsOfGoods(claim.sentence_index, text) : ofSentence.cautions,
  }
  return {
    irrefutable,
    cautions: filled([...misreadingCautions(figure), ...otherCautions(figure, own), ...(isOfFuel ? fuelCautions(claim) : [])]),
    otherRegions: otherRegions(claim),
    partOfYearBefore: ofSentence.partOfYearBefore,
    otherFuels: filled(isOfFuel ? otherFuels(claim) : []),
    years: ofSentence.years,
    named: isOfFuel ? [...new Set(own.mentions.flatMap(({ ids }) => ids))] : undefined,
    unnamed: filled(claim.actors.filter((id) => !own.states.includes(id))),
    sentencesWithoutTime: ofSentence.sentencesWithoutTime || undefined,
    others: irrefutable === undefined ? otherReadings(claim, text, slots) : undefined,
  }
}

const changeUnits: ReadonlySet<string | null> = new Set(['percent_change', 'percentage_points'])

/** Returns cautions for single tests. */
function otherCautions({ claim, text, family, words }: FigureOfText, own: NamedStates): Caution[] {
  const { kind, unit, value, value_from: from, direction, source_named: source } = claim
  const isWay = direction.includes('->')
  const isAmount = value !== null && unit !== 'percent' && family === 'goods'
  const all: readonly (readonly [Caution, boolean])[] = [
    ['time-before-untold', words.has('time-before-untold') && (kind === 'trend' || changeUnits.has(unit) || from !== null)],
    ['both-ways', isWay && words.has('both-ways')],
    ['way-untold', isWay && value !== null && /^(?:quantity|share|ranking)$/.test(kind) && !isWayTold(claim, own)],
    ['way-back', isWay && words.has('way-back')],
    ['one-of-two', namesOneOfTwo(claim, own)],
    ['others-near', areOthersNear(claim, text)],
    ['goods-untold', isAmount && words.has('goods-untold') && !goodsWords.test(source ?? '')],
    ['look-back', isLookBack(claim, text)],
  ]
  return all.filter(([, holds]) => holds).map(([caution]) => caution)
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
