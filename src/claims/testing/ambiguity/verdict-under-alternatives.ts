import type { Claim } from '../../claim.ts'
import { namedBySentence } from '../../text/around/named-in-text.ts'
import { totalNamedIn } from '../../text/names/country-groups.ts'
import type { Finding } from '../../verdict.ts'
import { relativeDistance } from '../judging/judge.ts'
import { queryFamilyOf } from '../questions/query-flows.ts'
import { type AskedClaim, questionOf, wordsNear } from '../questions/question.ts'
import { alternativeReadings } from './alternative-readings.ts'
import { type SlotConfidences, slotConfidences, whyNotRefutable } from './slot-confidence.ts'

/** Tests one reading of a claim. */
type Test = (asked: AskedClaim) => Promise<Finding | undefined>

/**
 * Keeps a negative finding only if no alternative reading agrees with the record: one with another party of the text, the opposite direction or another period.
 * If one agrees, or if the text does not name the parties or the time, the finding becomes unverifiable.
 */
export async function unlessAlternativeFits(asked: AskedClaim, found: Finding | undefined, test: Test): Promise<Finding | undefined> {
  if (found === undefined || (found.verdict !== 'contradicted' && found.verdict !== 'partly')) return found
  const loose =
    whyNotRefutable(asked.claim, asked.bench) ??
    weakEvidence(asked, found) ??
    possibleTotal(asked, found) ??
    implausibleSize(asked, found) ??
    (await fittingAlternative(asked, found, test))
  return loose === undefined ? found : { ...found, verdict: 'unverifiable', why: `${found.why} But ${loose}.` }
}

async function fittingAlternative({ claim, bench }: AskedClaim, found: Finding, test: Test): Promise<string | undefined> {
  if (bench.corroborated?.has(claim) === true || isOneEndExact(claim, found)) return fittingDirection({ claim, bench }, test)
  const anchors =
    bench.contextSupported?.has(claim) === true ? withContextSupport(slotConfidences(claim, bench)) : slotConfidences(claim, bench)
  if (anchors.who === 'open') return 'nothing near says who is meant'
  if (anchors.when === 'open') return 'nothing near says which time is meant'
  if (anchors.what !== 'own' && anchors.who !== 'own') return 'the sentence does not say what is meant'
  for (const reading of alternativeReadings(claim, anchors, bench)) {
    const question = questionOf(reading.claim)
    const fit = fitOf(question === undefined ? undefined : await test({ claim: reading.claim, question, bench }), reading.changesTwoSlots)
    if (fit === 'fits') return `it would fit ${reading.label}`
    if (fit === 'unknown' && reading.requiresFigures) return `it may be told ${reading.label}, and the record cannot tell`
  }
  return undefined
}

/**
 * Whether one end of a change agrees with the record to three digits: `From 26 million to 1.17 billion`. This confirms parties and period for the other end
 * too.
 */
function isOneEndExact({ value, value_from, unit }: Claim, { honestValues }: Finding): boolean {
  if (value === null || value_from === null || unit === 'percent') return false
  return [value, value_from].some((stated) => {
    const [whole = '', decimals = ''] = String(stated).split('.')
    const isTold = `${whole}${decimals}`.replace(/^0+/, '').length >= 3
    return isTold && honestValues.some((one) => Math.abs(one.value - stated) <= 0.5 * 10 ** -decimals.length)
  })
}

/** Matches a direction that depends on how earlier words were read: `Imports from there`, `sales in the other direction`. */
const anaphoricDirection = /\b(?:from|to) there\b|\b(?:other|opposite|reverse) (?:direction|way)\b|\bin return\b/i

async function fittingDirection({ claim, bench }: Pick<AskedClaim, 'claim' | 'bench'>, test: Test): Promise<string | undefined> {
  if (!anaphoricDirection.test(claim.sentence)) return undefined
  for (const reading of alternativeReadings(claim, { who: 'own', when: 'own' }, bench)) {
    const question = questionOf(reading.claim)
    const found = question === undefined ? undefined : await test({ claim: reading.claim, question, bench })
    if (found?.verdict === 'supported') return `it would fit ${reading.label}`
  }
  return undefined
}

/** Treats slots confirmed by nearby figures as if an earlier sentence settled them. */
const withContextSupport = ({ who, when }: SlotConfidences): SlotConfidences => ({
  who: who === 'open' ? 'text' : who,
  when: when === 'open' ? 'text' : when,
  what: 'own',
})

/** A reading that changes one slot agrees with the record if it differs from a value by at most this share. */
const fitLimit = 0.25
/**
 * A reading that changes two slots agrees with the record only if it differs from a value by at most this share. There are many such readings, so only rounding
 * may differ.
 */
const fitLimitOfTwoSlots = 0.05

function fitOf(found: Finding | undefined, hasTwoChanges: boolean): 'fits' | 'refuted' | 'unknown' {
  if (found === undefined) return 'unknown'
  if (found.verdict === 'supported' && !(hasTwoChanges && found.honestValues.length > 0)) return 'fits'
  if (found.verdict === 'contradicted') return 'refuted'
  const { tolerance, honestValues } = found
  if (honestValues.length === 0 || tolerance === null) return 'unknown'
  return honestValues.some(({ value }) => relativeDistance(value, tolerance) <= (hasTwoChanges ? fitLimitOfTwoSlots : fitLimit))
    ? 'fits'
    : 'refuted'
}

const sales = /\b(?:exports?|exported|sales|sold|sells?|selling|shipped|sent|deliver\w*)\b/i
const purchases = /\b(?:imports?|imported|purchases?|purchased|bought|buys?|buying|received|took)\b/i
/**
 * Matches a sentence on both directions in which seller, buyer and goods are unambiguous: `China exported goods worth 20.64 billion to Chile and imported 10.82
 * billion`.
 */
const plainBothWays =
  /(?<!\p{L})\p{Lu}\p{L}+ (?:(?:exported|sold|shipped) [^,;.]{0,20}[$€£]?\d[^,;]{2,30} to \p{Lu}\p{L}+ and (?:imported|bought)|(?:imported|bought) [^,;.]{0,20}[$€£]?\d[^,;]{2,30} from \p{Lu}\p{L}+ and (?:exported|sold|shipped)) [^,;\d]*\d[^,;]*$/u
/** Matches sources compiled from both sides' reports: their figures are marked as estimated, although customs counted the goods. */
const reconciled = /^baci\b/

/**
 * Even provisional figures that a publication quoted contradict a claim if it differs from all values by more than this share. Of 39 quoted figures that can be
 * compared with the final report, none is more than 6 % off; this limit is almost seven times as much.
 */
const farFromQuoted = 0.4
function isFarFromQuoted({ kind, value: stated }: Claim, { verdict, honestValues, tolerance }: Finding): boolean {
  // a share below the claimed one may refer to a larger whole
  const isLevel = kind === 'quantity' || (kind === 'share' && honestValues.every(({ value }) => value < stated!))
  return (
    verdict === 'contradicted' &&
    isLevel &&
    tolerance !== null &&
    honestValues.every(({ value }) => relativeDistance(value, tolerance) > farFromQuoted) &&
    honestValues.some(({ by }) => /^cited-figures, /.test(by))
  )
}

/** Words that make a sentence about two states although it names only one. */
const ofTwo =
  /\b(?:the two|the pair|both|bilateral|mutual|two-way|each other|between them|reciprocal)\b|\b(?:to|from|with|between) (?:it|them|there|its|their|(?:the|this|that) (?:[\w-]+ )?(?:country|state|nation|neighbou?r|partner|kingdom|republic|union|bloc|latter|former|other))\b/i

const partner = /\b(?:to|into|from|with|between)\s+(?:the\s+)?$/i

/** An amount more than this many times the bilateral amount may be a state's total. */
const possibleTotalRatio = 2.5

/** Returns why an amount may be a state's trade with all partners: `US trade came to 5,104 billion`, after a list of partners. Undefined otherwise. */
function possibleTotal({ claim, bench }: AskedClaim, { honestValues }: Finding): string | undefined {
  const { kind, value, sentence, actors, sentence_index: index } = claim
  const named = namedBySentence(bench)[index]
  if (kind !== 'quantity' || value === null || named === undefined || ofTwo.test(sentence)) return undefined
  const isPartnerTold = named.mentions.some(
    ({ ids, start }) => ids.some((id) => actors.includes(id)) && partner.test(sentence.slice(0, start)),
  )
  const isUnnamed = !isPartnerTold && actors.some((id) => id !== 'WLD' && !named.states.includes(id))
  const isAbove = honestValues.length > 0 && honestValues.every((one) => value > possibleTotalRatio * Math.abs(one.value))
  return isUnnamed && isAbove ? 'the sentence does not name both, and more may be meant than what is between the two' : undefined
}

/**
 * If the sentence does not name both states and others are named nearby, an amount more than this many times the recorded one is probably not about these two.
 */
const implausibleRatio = 8

/**
 * Returns why an amount is probably about another state: `With Kazakhstan trade was 41 billion`, in a text that last mentioned Tajikistan. Undefined otherwise.
 */
function implausibleSize({ claim, bench }: AskedClaim, { honestValues, wouldBeTrue }: Finding): string | undefined {
  const { kind, value, sentence_index: index, actors } = claim
  const near = namedBySentence(bench).slice(Math.max(0, index - 2), index + 1)
  const isOfOthers = near.some(({ states }) => states.some((id) => !actors.includes(id)))
  const isNamed = actors.every((id) => near.at(-1)?.states.includes(id) !== false)
  if (kind !== 'quantity' || value === null || !isOfOthers || isNamed || wouldBeTrue?.changed === 'scale') return undefined
  const isFar = honestValues.length > 0 && honestValues.every((one) => value > implausibleRatio * Math.abs(one.value))
  return isFar ? 'so much is hardly told of the two, and the sentence does not name both' : undefined
}

/** Actors that consist of many states but are not blocs. */
const regions: ReadonlySet<string> = new Set(['AFR', 'SSF', 'EUR'])

const wholeWords =
  /\bGDP\b|\bgross domestic product\b|\b[Aa]mong (?:the )?(?:arms )?(?:exporters|importers)\b|\b[Oo]f all (?:the )?(?:major )?(?:arms|weapons)\b/

/** In percentage points: how much the growth of spending may be revised. */
const revisedGrowth = 5

function isRevisedGrowth(
  { unit, value }: AskedClaim['claim'],
  { subject }: AskedClaim['question'],
  values: Finding['honestValues'],
): boolean {
  const isNear = value !== null && values.some((one) => one.value * value > 0 && Math.abs(one.value - value) <= revisedGrowth)
  return subject.thing === 'defence-spending' && unit === 'percent_change' && isNear
}

/**
 * Returns why the values cannot refute a claim: the whole is not named, goods counted by customs are only estimated, growth has been revised, a value is zero,
 * or the opposite direction agrees in a sentence that names both. Undefined if they can refute it.
 */
function weakEvidence({ claim, question }: AskedClaim, found: Finding): string | undefined {
  const { honestValues, wouldBeTrue } = found
  const { measured, sentence, unit, actors } = claim
  const family = queryFamilyOf(measured?.topic ?? '')
  const isOfWhole = unit === 'percent' && (family === 'own' || (family === 'arms' && actors.some((id) => id === 'WLD' || regions.has(id))))
  if (isOfWhole && totalNamedIn(wordsNear(claim)) === undefined && !wholeWords.test(wordsNear(claim)))
    return 'the words do not name the whole of the share'
  if (isOfWhole && actors.some((id) => regions.has(id))) return 'a share may be of what a region takes or of what it gives'
  const isAll = (is: (value: Finding['honestValues'][number]) => boolean): boolean => honestValues.length > 0 && honestValues.every(is)
  if (
    question.subject.family === 'goods' &&
    isAll(({ estimated, by }) => estimated && !reconciled.test(by)) &&
    !isFarFromQuoted(claim, found)
  )
    return 'the figures of the record are estimates'
  if (isRevisedGrowth(claim, question, honestValues)) return 'growth of spending is revised years back, by as much at times'
  if (isAll(({ value }) => value === 0)) return 'where there is none at all, something else may be meant'
  const isTurned = wouldBeTrue?.changed === 'direction' && sales.test(sentence) && purchases.test(sentence) && !plainBothWays.test(sentence)
  return isTurned ? 'the sentence tells both ways, and the other one fits' : undefined
}
