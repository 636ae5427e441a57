import type { Caution, FigureDoubts, StatedYears } from '../../../said/figure-doubts.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { matchesOf } from '../../../text/patterns/matches.ts'
import { topicsIn } from '../../../text/topics/topics.ts'
import { namedBySentence } from '../around/named-in-text.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { statedYears } from './stated-years.ts'

/** What the words of a sentence leave open for each of its figures. */
interface SentenceDoubts {
  /** Those that hold for every kind of figure, and others that hold for some; those of goods only are found apart. */
  readonly cautions: ReadonlySet<Caution>
  readonly years: StatedYears | undefined
  readonly partOfYearBefore: FigureDoubts['partOfYearBefore']
  readonly sentencesWithoutTime: number
}

const known = new WeakMap<readonly string[], Map<number, SentenceDoubts>>()

/** Returns what the words of a sentence leave open; computed once for all its figures. */
export function sentenceDoubts(index: number, text: TextOfClaims): SentenceDoubts {
  const sentences = known.get(text.sentences) ?? new Map<number, SentenceDoubts>()
  known.set(text.sentences, sentences)
  const found = sentences.get(index)
  if (found !== undefined) return found
  const made: SentenceDoubts = {
    cautions: cautionsOf(index, text),
    years: statedYears(index, text.sentences),
    partOfYearBefore: partOfYearBefore(index, text),
    sentencesWithoutTime: sentencesWithoutTime(index, text),
  }
  sentences.set(index, made)
  return made
}

function cautionsOf(index: number, text: TextOfClaims): ReadonlySet<Caution> {
  const sentence = text.sentences[index]!
  const cautions = new Set(patterns.filter(([, pattern]) => pattern.test(sentence)).map(([caution]) => caution))
  const part = partOfYear(sentence)
  if (part !== undefined) cautions.add(part)
  if (isUndated(index, text.sentences)) cautions.add('no-time')
  if (sales.test(sentence) && purchases.test(sentence) && !plainBothWays.test(sentence)) cautions.add('both-ways')
  return cautions
}

/** Returns what else the words of a sentence leave open for its figures of goods; computed once for all of these. */
export function cautionsOfGoods(index: number, text: TextOfClaims): ReadonlySet<Caution> {
  const { cautions } = sentenceDoubts(index, text)
  const known = ofGoods.get(cautions)
  if (known !== undefined) return known
  const sentence = text.sentences[index]!
  const made = new Set(cautions)
  if (namesGood(sentence, text.date)) made.add('one-good')
  if (isWithServicesBefore(index, text.sentences)) made.add('services-before')
  if (isNarrower(sentence)) made.add('narrower')
  if (!goodsWords.test(text.sentences.slice(Math.max(0, index - 1), index + 2).join(' '))) made.add('goods-untold')
  ofGoods.set(cautions, made)
  return made
}

const ofGoods = new WeakMap<ReadonlySet<Caution>, ReadonlySet<Caution>>()

const modal =
  /\b(?:would|could|might|should|if|target(?:s|ed)?|goals?|aim(?:s|ed)?|pledge[sd]?|plan(?:s|ned)?|hope[sd]?|promise[sd]?|potential|expect(?:s|ed)?|forecast|project(?:s|ed)|wants?)\b/i
/** Matches words that deny something, or take something out. */
export const negated: RegExp =
  /\b(?:not|never|no longer|failed to|without(?! (?:a|any) (?:break|pause|interruption)\b)|excluding|except|apart from|non-?oil|non-?energy|if|instead of)\b/i
/** Matches references to an event instead of the earlier year of a change: `than before the war`. */
const byEvent =
  /\b(?:before|prior to|since) (?:the |its |their |this )?(?:[\w-]+ )?(?:war|invasion|crisis|pandemic|embargo|sanctions|coup|revolution|conflict|agreement|deal|crash|collapse)\b|\bpre-?(?:war|crisis|pandemic|invasion)\b|\b(?:as|than) before\b/i

/** Matches a part of a country: `Dublin exported 4.9 billion euros to the North`, `to Northern Ireland`. */
const ofPart =
  /\b(?:Northern Ireland|Scotland|Wales)\b|\b(?:to|from|with|in|into) the (?:North|South|East|West)\b(?!ern| \p{Lu})(?! (?:sea|pole|korean?|african?|american?|caucasus|pacific|atlantic|china))/u

/** Matches a direction that depends on how earlier words were read: `Imports from there`, `sales in the other direction`. */
const wayBack = /\b(?:from|to) there\b|\b(?:other|opposite|reverse) (?:direction|way)\b|\bin return\b/i

const patterns: readonly (readonly [Caution, RegExp])[] = [
  ['modal', modal],
  ['negated', negated],
  ['services', /\bservices?\b/i],
  ['part-of-country', ofPart],
  ['time-before-untold', byEvent],
  ['way-back', wayBack],
]

const sales = /\b(?:exports?|exported|sales|sold|sells?|selling|shipped|sent|deliver\w*)\b/i
const purchases = /\b(?:imports?|imported|purchases?|purchased|bought|buys?|buying|received|took)\b/i
/**
 * Matches a sentence on both directions in which seller, buyer and goods are unambiguous: `China exported goods worth 20.64 billion to Chile and imported 10.82
 * billion`.
 */
const plainBothWays =
  /(?<!\p{L})\p{Lu}\p{L}+ (?:(?:exported|sold|shipped) [^,;.]{0,20}[$€£]?\d[^,;]{2,30} to \p{Lu}\p{L}+ and (?:imported|bought)|(?:imported|bought) [^,;.]{0,20}[$€£]?\d[^,;]{2,30} from \p{Lu}\p{L}+ and (?:exported|sold|shipped)) [^,;\d]*\d[^,;]*$/u

/** Matches words on goods as customs count them. */
export const goodsWords: RegExp = /\b(?:goods|merchandise|commodit(?:y|ies)|products|customs|census|comtrade)\b/i

/** Topics of single goods, of services, or of other subjects: a figure next to such words may not be about all goods. */
const narrower: ReadonlySet<string> = new Set(
  'services crude-oil oil-products coal gas gas-pipeline lng electricity uranium reactors energy semiconductors technology electronics vehicles machinery food metals arms arms-imports arms-exports arms-contract weapon-systems investment aid loans remittances students'.split(
    ' ',
  ),
)

/** Whether a sentence speaks of single goods, or of other things than goods. */
export const isNarrower = (sentence: string): boolean => topicsIn(sentence).some(({ topic }) => narrower.has(topic.id))

const partYear =
  /\b(?:first|second|third|fourth|last) (?:half|quarter)|\b(?:half|quarter)[- ]year|\bQ[1-4]\b|\bmonth(?:s|ly)?\b|\b(?:per|a) day\b|\bdaily\b|\bso far\b|\byear[- ]to[- ]date\b|\bfiscal\b|\bfinancial year\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\b(?:[Oo]n|[Ii]n|[Ff]or|[Ss]ince|[Uu]ntil|of) May\b/i

/** Returns which words mention a part of a year: words for a part, or only those for a fiscal year, which may itself be the claim's period. */
function partOfYear(sentence: string): 'part-of-year' | 'fiscal-year' | undefined {
  if (!partYear.test(sentence)) return undefined
  return partYear.test(sentence.replaceAll(/\b(?:fiscal|financial)(?: years?)?\b/gi, '')) ? 'part-of-year' : 'fiscal-year'
}

/** Returns the years of the last earlier sentence that names any, if it is about a part of a year and this sentence names no period. */
function partOfYearBefore(index: number, text: TextOfClaims): FigureDoubts['partOfYearBefore'] {
  const named = namedBySentence(text)
  if ((named[index]?.years.length ?? 0) > 0) return undefined
  const before = named.slice(0, index).findLastIndex(({ years }) => years.length > 0)
  const part = before < 0 ? undefined : partOfYear(text.sentences[before]!)
  if (part === undefined) return undefined
  const years = [...new Set(named[before]!.years.map(({ to }) => to))]
  return part === 'fiscal-year' ? { years, isFiscal: true } : { years }
}

/** Number of sentences for which the parties and the period of a figure remain valid, unless another period is named. */
const reach = 2

/** Returns how many sentences up to this one, at most two, name no time. */
function sentencesWithoutTime(index: number, text: TextOfClaims): number {
  const near = namedBySentence(text).slice(Math.max(0, index - reach + 1), index + 1)
  const last = near.findLastIndex(({ years }) => years.length > 0)
  return near.length - 1 - last
}

/** Matches a word before exports, imports or sales. It names a good unless it is about size or time: `farm exports`, `wine sales`. */
const goodBefore = /(?<![\p{L}’'-])(\p{Ll}[\p{L}-]*|^\p{Lu}\p{Ll}+) (?:exports?|imports?|shipments?|sales|deliveries|purchases)\b/gu
const noGood: ReadonlySet<string> = new Set(
  'goods merchandise product commodity total all overall its their our his her whose the these those such any no and of in as while but that when which if so then than by direct annual yearly monthly bilateral mutual two-way combined global world foreign external overseas outbound inbound record more most fewer less other same both or from to for with on into at domestic recorded official net gross weak strong low high new big small large largest biggest greatest highest smallest lowest fastest own own-account only also again further still main great greater higher lower larger smaller better former latter earlier later rather whatever whether under over never ever after however many some few current past present previous national regional state after since despite because between whereas although though'.split(
    ' ',
  ),
)
/** Matches a word after `exports of` or `sales of`. It names a good unless it is a number, a state or a trader: `Imports of knitwear`. */
const goodBehind =
  /\b(?:exports?|imports?|shipments?|sales|deliveries|purchases) of (?:(?:its|their|his|her|our|the|other|such|these|those|more|fewer|new|most|some|many) )*(\p{Ll}[\p{L}-]+)/gu
const noGoodBehind: ReadonlySet<string> = new Set(
  'country countries state states nation nations bloc union kingdom republic island islands continent region regions member members neighbour neighbours neighbor neighbors partner partners economy economies power powers government ally allies side sides about around almost over nearly roughly close up between just only what everything anything everybody everyone more less products commodities services city hub year years month months period quarter half decade last first same'.split(
    ' ',
  ),
)
/** Matches a reference to a good named before: `Transportation equipment, sales of which rose to 1.1 billion`. */
const goodMeant = /\b(?:exports?|imports?|shipments?|sales|deliveries|purchases) of (?:which|them|these|those|it)\b/i
const namesGood = (sentence: string, date: string): boolean =>
  goodMeant.test(sentence) ||
  matchesOf(sentence, goodBefore).some(([, word = '']) => isGood(word, date) && !/(?:ing|ed|ly)$/.test(word)) ||
  matchesOf(sentence, goodBehind).some(([, word = '']) => isGood(word, date) && !noGoodBehind.has(word))

const isGood = (word: string, date: string): boolean => !noGood.has(word.toLowerCase()) && actorsIn(word, date).length === 0

/**
 * Whether one of the two sentences before is about goods and services, and this sentence does not name goods: `Trade in goods and services was worth 23.5
 * billion. Britain imported 15.7`.
 */
const isWithServicesBefore = (index: number, sentences: readonly string[]): boolean =>
  !/\b(?:goods|merchandise|commodit(?:y|ies))\b/i.test(sentences[index]!) &&
  sentences.slice(Math.max(0, index - 2), index).some((one) => /\b(?:goods|trade|exports|imports)(?:,? and| in) services\b/i.test(one))

const anyTime =
  /\b(?:1[5-9]|20)\d\d\b|\bFY ?\d\d|\b(?:last|this|previous|past|next|coming|current|same|following) (?:\w+ )?(?:year|month|week|quarter|half|decade|spring|summer|autumn|fall|winter)s?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:years?|decades?|months?) (?:ago|earlier|before|later)\b|\b(?:today|now|currently|still|since|yesterday|recent(?:ly)?|annual(?:ly)?|each year|every year)\b/i

const firstTimes = new WeakMap<readonly string[], number>()

/**
 * Whether neither this sentence nor any earlier one names a time. A claim is then dated only by the day of the document, although the event may be old.
 */
function isUndated(index: number, sentences: readonly string[]): boolean {
  const known = firstTimes.get(sentences)
  const first = known ?? sentences.findIndex((one) => anyTime.test(one))
  if (known === undefined) firstTimes.set(sentences, first)
  return first < 0 || first > index
}
