import type { Claim } from '../../../claim.ts'
import type { Caution, FigureDoubts } from '../../../said/figure-doubts.ts'
import { namedBySentence } from '../../../text/around/named-in-text.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { isOfOtherRegion, isRegion, regionsNamedIn } from '../../../text/names/country-groups.ts'
import type { QueryFamily } from '../../../text/topics/query-families.ts'
import { topicsIn } from '../../../text/topics/topics.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** A figure with its text, and the tables that it is tested with. */
export interface Figure {
  readonly claim: Claim
  readonly text: TextOfClaims
  readonly family: QueryFamily | undefined
}

/** The unit in which a claim is tested: a comparison in per cent is made one in times. */
const unitTested = ({ kind, unit, value, period_base: base }: Claim): string | null =>
  kind === 'comparison' && unit === 'percent_change' && value !== null && base === null ? 'times' : unit

const partYear =
  /\b(?:first|second|third|fourth|last) (?:half|quarter)|\b(?:half|quarter)[- ]year|\bQ[1-4]\b|\bmonth(?:s|ly)?\b|\b(?:per|a) day\b|\bdaily\b|\bso far\b|\byear[- ]to[- ]date\b|\bfiscal\b|\bfinancial year\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\b(?:[Oo]n|[Ii]n|[Ff]or|[Ss]ince|[Uu]ntil|of) May\b/i
const modal =
  /\b(?:would|could|might|should|if|target(?:s|ed)?|goals?|aim(?:s|ed)?|pledge[sd]?|plan(?:s|ned)?|hope[sd]?|promise[sd]?|potential|expect(?:s|ed)?|forecast|project(?:s|ed)|wants?)\b/i
const negated =
  /\b(?:not|never|no longer|failed to|without(?! (?:a|any) (?:break|pause|interruption)\b)|excluding|except|apart from|non-?oil|non-?energy|if|instead of)\b/i
/** Matches the usual assumption of a forecast (`if the trend goes on`), which does not make the forecast conditional. */
const ifAsNow =
  /\bif (?:the|this|that|these|current|present|such) (?:\w+ )?(?:trends?|pace|rates?|momentum|tempo) (?:goes? on|continues?|holds?|persists?|lasts?|is kept up|are kept up)\b/gi
/** Topics of single goods, of services, or of other subjects: a figure next to such words may not be about all goods. */
const narrower: ReadonlySet<string> = new Set(
  'services crude-oil oil-products coal gas gas-pipeline lng electricity uranium reactors energy semiconductors technology electronics vehicles machinery food metals arms arms-imports arms-exports arms-contract weapon-systems investment aid loans remittances students'.split(
    ' ',
  ),
)

/** Matches a comparison with a figure of another flow or state: `more than double its exports of 75 billion`, `a third of the 916 billion spent by`. */
const besideOther =
  /\b(?:double|twice|triple|treble|times|(?:per ?cent|%) (?:more|less|higher|lower|larger|smaller) than|(?:more|less|higher|lower) than|(?:third|quarter|half|fifth|tenth) of) (?:(?:the|its|their) (?:[$€£]?[\d.,]+ ?(?:billion|million|trillion|bn|mn|per ?cent|%)(?! (?:of|in) (?:(?:19|20)\d\d|the (?:previous|year)))|(?:\w+ )?(?:exports|imports|sales|purchases|deliveries|deficit|surplus)\b(?! (?:of|in) (?:19|20)\d\d))|(?:U\.?S\.?|\p{Lu}\p{Ll}+)(?:['’]s?)? (?:exports|imports|sales|purchases|deliveries)\b)/iu

/** Matches the start of a sentence about a part of what the text has just mentioned: `Of that, 312 billion was traffic with Mexico`. */
const partOfBefore = /^(?:- )?(?:Out of|Of) (?:that|this|these|those|it|them|the (?:total|sum|whole))\b/

/** Matches the verb before a figure that has its own subject: `Trade with A came to 118.4 billion, slightly more than the 118.3 billion with B`. */
const ownVerb =
  /\b(?:came to|amounted to|total(?:l?ed)|reached|stood at|(?:was|were) worth)(?: (?:about|around|some|almost|nearly|over|just|more than))?(?: (?:a|US))? ?[$€£¥]?$/i

/** Matches a comparison with another state, not with an earlier time: `Trade with B was about half as large`, after a sentence on trade with A. */
const asLarge =
  /\b(?:half|third|quarter|twice|double|times) as (?:large|big|great|much|high|many|small)\b(?![^.;]*\b(?:as|than|against|compared|earlier|before|ago|since)\b)/i

function isBesideOther({ claim, claim: { sentence, start, end } }: Figure): boolean {
  if (unitTested(claim) === 'times' && asLarge.test(sentence)) return true
  const beside = besideOther.exec(sentence)
  return beside !== null && !(beside.index >= end && ownVerb.test(sentence.slice(0, start)))
}

/** Returns which words mention a part of a year: words for a part, or only those for a fiscal year, which may itself be the claim's period. */
function partOfYear(sentence: string): 'part-of-year' | 'fiscal-year' | undefined {
  if (!partYear.test(sentence)) return undefined
  return partYear.test(sentence.replaceAll(/\b(?:fiscal|financial)(?: years?)?\b/gi, '')) ? 'part-of-year' : 'fiscal-year'
}

/** Returns the years of the last earlier sentence that names any, if it is about a part of a year and the claim's sentence names no period. */
export function partOfYearBefore({ sentence_index: index }: Claim, text: TextOfClaims): FigureDoubts['partOfYearBefore'] {
  const named = namedBySentence(text)
  if ((named[index]?.years.length ?? 0) > 0) return undefined
  const before = named.slice(0, index).findLastIndex(({ years }) => years.length > 0)
  const part = before < 0 ? undefined : partOfYear(text.sentences[before]!)
  if (part === undefined) return undefined
  const years = [...new Set(named[before]!.years.map(({ to }) => to))]
  return part === 'fiscal-year' ? { years, isFiscal: true } : { years }
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
  [...sentence.matchAll(goodBefore)].some(([, word = '']) => isGood(word, date) && !/(?:ing|ed|ly)$/.test(word)) ||
  [...sentence.matchAll(goodBehind)].some(([, word = '']) => isGood(word, date) && !noGoodBehind.has(word))

const isGood = (word: string, date: string): boolean => !noGood.has(word.toLowerCase()) && actorsIn(word, date).length === 0

const plainGoods = /\b(?:goods|trad(?:e|ed|ing)|commerce|turnover|merchandise|exports?|exported|imports?|imported)\b/i

const wholeGoods = /\b(?:goods|trad(?:e|ed|ing)|commerce|turnover|merchandise|total|overall)\b/i

/**
 * Whether the sentences before are about single goods, and the claim's sentence names neither a good nor all goods: in a text on arms, `the second-largest
 * purchaser` is a purchaser of arms.
 */
function isOfGoodBefore({ claim: { sentence, sentence_index: index, unit }, text }: Figure): boolean {
  // in a text on gas, a share of the imports is a share of the gas imports
  if ((unit === 'percent' ? wholeGoods : plainGoods).test(sentence)) return false
  if (unit !== 'rank') return text.sentences.slice(Math.max(0, index - 2), index).some(isNarrower)
  const last = text.sentences.slice(0, index).findLast((one) => isNarrower(one) || wholeGoods.test(one))
  return last !== undefined && isNarrower(last)
}

const isNarrower = (sentence: string): boolean => topicsIn(sentence).some(({ topic }) => narrower.has(topic.id))

/** Matches words on a long time. A rank next to them is not that of a single year: `The United States, the main source for decades`. */
const ofLong =
  /\b(?:for|over) (?:(?:many|several|some|two|three|the past|the last) )*(?:years|decades|centuries|generations)\b|\blong(?:-?time|-?standing)?\b|\btraditional(?:ly)?\b|\bhistorical(?:ly)?\b|\bonce\b|\bformer(?:ly)?\b/i
const isOfLong = ({ kind, sentence, start, end }: Claim): boolean =>
  kind === 'ranking' && ofLong.test(sentence.slice(Math.max(0, start - 30), end + 40))

/**
 * Whether one of the two sentences before is about goods and services, and the claim's sentence does not name goods: `Trade in goods and services was worth
 * 23.5 billion. Britain imported 15.7`.
 */
const isWithServicesBefore = ({ claim: { sentence, sentence_index: index }, text }: Figure): boolean =>
  !/\b(?:goods|merchandise|commodit(?:y|ies))\b/i.test(sentence) &&
  text.sentences.slice(Math.max(0, index - 2), index).some((one) => /\b(?:goods|trade|exports|imports)(?:,? and| in) services\b/i.test(one))

/** Matches a part of a country: `Dublin exported 4.9 billion euros to the North`, `to Northern Ireland`. */
const ofPart =
  /\b(?:Northern Ireland|Scotland|Wales)\b|\b(?:to|from|with|in|into) the (?:North|South|East|West)\b(?!ern| \p{Lu})(?! (?:sea|pole|korean?|african?|american?|caucasus|pacific|atlantic|china))/u

const heldWords =
  /\b(?:stocks?|stood|total(?:s|led|ling)?|cumulative(?:ly)?|in all|hold(?:s|ing|ings)?|held|ow(?:e[sd]?|ing)|outstanding|debts?)\b/i

/** Whether an amount is not the share itself but its whole: `more than a third of its external debt of 131 billion`. */
function isWholeOfShare({ sentence, start, unit }: Claim): boolean {
  if (unit === 'percent') return false
  const before = sentence.slice(0, start)
  return (
    /\b(?:its|their|whose|total|overall|external|public|all)(?: [\w-]+){0,3} of(?: (?:about|around|some|almost|nearly|more than|over|only))?(?: US)?\s*[$€£]?$/i.test(
      before,
    ) && /%|\bper ?cent\b|\b(?:half|third|quarter|fifth|tenth)s?\b/i.test(before)
  )
}

/** Whether a share is of another state's spending: `34 per cent of its GDP, equivalent to 43 per cent of Russian spending`. */
const isOfOthersSpending = ({ sentence, end, unit }: Claim): boolean =>
  unit === 'percent' &&
  /^[^,;.]{0,12} of (?:the |that of )?(?!NATO|Europe|World|GDP)\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?(?:['’]s?)?(?: [\p{Ll}-]+){0,2} (?:spending|expenditure|budget|outlays?)\b/u.test(
    sentence.slice(end),
  )

/**
 * Matches words which show that a share is of flows named before, not of the world's trade: `Its imports rose, and the United States accounted for 70 per cent
 * of them`.
 */
const ofThoseBefore = /^ of (?:them|these|those)\b(?! states| countries)/

/** Whether a share breaks down what the text has mentioned, and is not a state's share: `Almost all of it, 92 percent, was armoured vehicles`. */
const isOfItAlone = ({ claim: { unit, sentence, sentence_index: index }, text }: Figure): boolean =>
  unit === 'percent' &&
  /\b(?:of|in) (?:it|them|this|that|these|those)\b/i.test(sentence) &&
  namedBySentence(text)[index]?.states.length === 0

const anyTime =
  /\b(?:1[5-9]|20)\d\d\b|\bFY ?\d\d|\b(?:last|this|previous|past|next|coming|current|same|following) (?:\w+ )?(?:year|month|week|quarter|half|decade|spring|summer|autumn|fall|winter)s?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:years?|decades?|months?) (?:ago|earlier|before|later)\b|\b(?:today|now|currently|still|since|yesterday|recent(?:ly)?|annual(?:ly)?|each year|every year)\b/i

const firstTimes = new WeakMap<readonly string[], number>()

/**
 * Whether neither the claim's sentence nor any earlier one names a time. The claim is then dated only by the day of the document, although the event may be
 * old.
 */
function isUndated({ claim, text: { sentences } }: Figure): boolean {
  const known = firstTimes.get(sentences)
  const first = known ?? sentences.findIndex((one) => anyTime.test(one))
  if (known === undefined) firstTimes.set(sentences, first)
  return first < 0 || first > claim.sentence_index
}

/** A reason not to hold figures against a claim, whatever else is known. */
type Rule = readonly [Caution, (figure: Figure) => boolean]

const is =
  (pattern: RegExp) =>
  ({ claim }: Figure): boolean =>
    pattern.test(claim.sentence)

const isOfGdp = ({ claim: { measured } }: Figure): boolean => measured?.topic === 'gdp'

/** The rules in order: the first that holds decides. */
const rules: readonly Rule[] = [
  ['long-time', ({ claim }) => isOfLong(claim)],
  ['other-figure', isBesideOther],
  ['spending-of-other', ({ claim }) => isOfOthersSpending(claim)],
  ['share-of-it', isOfItAlone],
  ['part-of-before', ({ claim: { kind, sentence, start } }) => kind === 'quantity' && partOfBefore.test(sentence.slice(0, start))],
  ['whole-of-share', ({ claim }) => isWholeOfShare(claim)],
  ['one-deal', ({ claim, family }) => family === 'held' && unitTested(claim) !== 'percent_change' && !heldWords.test(claim.sentence)],
  ['budget', ({ claim: { measured, sentence } }) => measured?.topic === 'defence-spending' && budgets.test(sentence)],
  ['growth-rate', (figure) => isOfGdp(figure) && is(/\bgrowth\b|\brate\b/i)(figure)],
  ['beside-output', (figure) => isOfGdp(figure) && is(/\b(?:spen[dt]\w*|expenditures?|budgets?|debts?|deficit)\b/i)(figure)],
  ['other-output', (figure) => isOfGdp(figure) && is(/\bPPP\b|\bpurchasing[- ]power\b|\bper (?:head|capita|person)\b/i)(figure)],
  ['modal', ({ claim: { kind, sentence } }) => kind !== 'forecast' && modal.test(sentence)],
  [
    'negated',
    ({ claim: { kind, sentence } }) =>
      kind !== 'ranking' && negated.test(kind === 'forecast' ? sentence.replaceAll(ifAsNow, '') : sentence),
  ],
  ['one-good', ({ claim, text, family }) => family === 'goods' && namesGood(claim.sentence, text.date)],
  ['one-good-before', (figure) => figure.family === 'goods' && isOfGoodBefore(figure)],
  ['services', (figure) => figure.family === 'goods' && is(/\bservices?\b/i)(figure)],
  ['services-before', (figure) => figure.family === 'goods' && isWithServicesBefore(figure)],
  ['part-of-country', is(ofPart)],
  ['narrower', ({ claim, family }) => family === 'goods' && isNarrower(claim.sentence)],
]

/**
 * Returns why figures against a claim may not be of what is meant: its words are ambiguous, or it was probably misread. Of the reasons that hold whatever the
 * period and the parties are, only the first is given.
 */
export function misreadingCautions(figure: Figure): Caution[] {
  const { claim } = figure
  const { sentence, unit, end } = claim
  return [
    isUndated(figure) ? ('no-time' as const) : undefined,
    unit === 'percent' && ofThoseBefore.test(sentence.slice(end)) ? ('share-of-these' as const) : undefined,
    partOfYear(sentence),
    rules.find(([, holds]) => holds(figure))?.[0],
  ].filter((one) => one !== undefined)
}

/** Returns the regions that the sentence names, if a party of the claim is another region. */
export function otherRegions({ actors, sentence }: Claim): readonly string[] | undefined {
  if (!actors.some(isRegion)) return undefined
  const named = regionsNamedIn(sentence)
  return isOfOtherRegion(named, actors) ? named : undefined
}

const budgets = /\bbudgets?\b|\bbudgetary\b|\bappropriat\w+|\brequest(?:s|ed)?\b|\bproposed?\b|\bearmarked\b/i
