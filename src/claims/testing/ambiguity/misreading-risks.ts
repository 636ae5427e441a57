import type { Claim } from '../../claim.ts'
import { namedBySentence } from '../../text/around/named-in-text.ts'
import { actorsIn } from '../../text/names/actors.ts'
import { namesOtherRegion } from '../../text/names/country-groups.ts'
import { topicsIn } from '../../text/topics/topics.ts'
import { fuelRisk } from '../comparability/fuel-definitions.ts'
import type { AskedClaim } from '../questions/question.ts'
import { dayAfter } from '../record/record-query.ts'
import { type DaySpan, isWholeYear, shiftYears } from '../record/series.ts'

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

function isBesideOther({ sentence, start, end, unit }: Claim): boolean {
  if (unit === 'times' && asLarge.test(sentence)) return true
  const beside = besideOther.exec(sentence)
  return beside !== null && !(beside.index >= end && ownVerb.test(sentence.slice(0, start)))
}

/**
 * Returns why a claim must not be called wrong although the figures contradict it: its words are ambiguous, or it was probably misread. Undefined if there is
 * no such risk. Modal words (`would`) are no risk in a forecast, since it is always about the future.
 */
export function misreadingRisk(asked: AskedClaim): string | undefined {
  const { claim, question } = asked
  const { sentence } = claim
  if (asked.bench.areSlotsGiven) return undefined
  if (isUndated(asked)) return 'neither the sentence nor one before it names a time'
  if (isOfLong(claim)) return 'the place is told of a long time'
  if (isBesideOther(claim)) return 'it may be compared with another figure of the sentence'
  if (isOfOthersSpending(claim)) return 'the share is of what another spends'
  if (isOfThoseBefore(claim) || isOfItAlone(asked)) return 'the whole of the share is told in the words before'
  if (namesOtherRegion(sentence, claim.actors)) return 'the sentence names another region'
  if (claim.kind === 'share' && claim.unit === 'percent' && claim.value !== null && claim.value > 100)
    return 'no part is more than the whole'
  if (claim.kind === 'quantity' && partOfBefore.test(sentence.slice(0, claim.start))) return 'the amount is a part of what was told before'
  if (isWholeOfShare(claim)) return 'the amount may be the whole that a share is of'
  if (question.subject.family === 'held' && claim.unit !== 'percent_change' && !heldWords.test(sentence))
    return 'the figure of the record is what is held in all, the claim may be about one deal'
  if (question.subject.thing === 'defence-spending' && !isSpendingKnown(asked))
    return 'the spending of that year was not known when the text was written'
  if (question.subject.thing === 'defence-spending' && budgets.test(sentence)) return 'a budget is not what was spent'
  if (question.subject.thing === 'gdp' && /\bgrowth\b|\brate\b/i.test(sentence)) return 'the sentence may speak of the rate of growth'
  if (question.subject.thing === 'gdp' && /\b(?:spen[dt]\w*|expenditures?|budgets?|debts?|deficit)\b/i.test(sentence))
    return 'output may only be what something else is held against'
  if (question.subject.thing === 'gdp' && /\bPPP\b|\bpurchasing[- ]power\b|\bper (?:head|capita|person)\b/i.test(sentence))
    return 'the sentence may speak of another measure of output'
  if (isOfYear(question.days) && speaksOfPart(sentence, question.days)) return 'the sentence may be about a part of the year'
  if (isOfYear(question.days) && isInPartBefore(asked)) return 'the sentence before is about a part of the year'
  if (claim.kind !== 'forecast' && modal.test(sentence)) return 'the sentence speaks of what is planned or possible'
  if (claim.kind !== 'ranking' && negated.test(claim.kind === 'forecast' ? sentence.replaceAll(ifAsNow, '') : sentence))
    return 'the sentence takes something out or denies something'
  if (question.isDirectionOpen) return 'the sentence leaves open which way the goods go'
  if (question.subject.family === 'goods' && namesGood(sentence, asked.bench.date)) return 'the sentence speaks of some goods, not of all'
  if (question.subject.family === 'goods' && isOfGoodBefore(asked)) return 'the sentences before speak of some goods, not of all'
  if (question.subject.family === 'goods' && /\bservices?\b/i.test(sentence)) return 'the sentence speaks of services'
  if (question.subject.family === 'goods' && isWithServicesBefore(asked)) return 'the sentences before speak of services as well'
  if (ofPart.test(sentence)) return 'the sentence names a part of a country'
  if (question.subject.family === 'goods' && topicsIn(sentence).some(({ topic }) => narrower.has(topic.id)))
    return 'the sentence speaks of some goods or services beside all goods'
  if (question.subject.thing === 'energy' && !/\b(?:fossil|energy|fuels?)\b/i.test(sentence)) return 'the sentence may speak of one fuel'
  if (question.subject.family === 'fossil' && topicsIn(sentence).some(({ topic }) => isOtherFuel(topic.id, question.subject.thing)))
    return 'the sentence speaks of another fuel as well'
  return fuelRisk(asked)
}

const budgets = /\bbudgets?\b|\bbudgetary\b|\bappropriat\w+|\brequest(?:s|ed)?\b|\bproposed?\b|\bearmarked\b/i

/** Whether the words mention a part of a year. If the claim's period is a fiscal year, the word `fiscal` does not count. */
const speaksOfPart = (sentence: string, days: DaySpan): boolean =>
  partYear.test(isWholeYear(days) ? sentence : sentence.replaceAll(/\b(?:fiscal|financial)(?: years?)?\b/gi, ''))

/** Whether a period is a calendar year, or twelve months that begin in another month than January. */
const isOfYear = (days: DaySpan): boolean =>
  isWholeYear(days) || (days.from.slice(5, 7) !== '01' && dayAfter(days.to) === shiftYears(days, 1).from)

/**
 * Whether the spending of the claimed year was already published when the text was written: it is published in the following April. Before that, the text means
 * a budget, a plan or last year's figure, unless nearby figures are of the same year. A document dated to the month counts as written at its end.
 */
function isSpendingKnown({ claim, question, bench: { date, contextSupported, corroborated } }: AskedClaim): boolean {
  const knownFrom = `${Number(question.days.to.slice(0, 4)) + 1}-04-15`
  return (
    (date.length === 7 ? `${date}-31` : date) >= knownFrom || contextSupported?.has(claim) === true || corroborated?.has(claim) === true
  )
}

/** Whether the sentence names no period, and the last earlier sentence that names one is about a part of the claimed year. */
function isInPartBefore({ claim, question, bench }: AskedClaim): boolean {
  const named = namedBySentence(bench)
  if ((named[claim.sentence_index]?.years.length ?? 0) > 0) return false
  const before = named.slice(0, claim.sentence_index).findLastIndex(({ years }) => years.length > 0)
  const isOfYear = named[before]?.years.some(({ to }) => to === Number(question.days.to.slice(0, 4))) === true
  return isOfYear && speaksOfPart(bench.sentences[before] ?? '', question.days)
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
function isOfGoodBefore({ claim: { sentence, sentence_index: index, unit }, bench }: AskedClaim): boolean {
  // in a text on gas, a share of the imports is a share of the gas imports
  if ((unit === 'percent' ? wholeGoods : plainGoods).test(sentence)) return false
  const isNarrower = (one: string): boolean => topicsIn(one).some(({ topic }) => narrower.has(topic.id))
  if (unit !== 'rank') return bench.sentences.slice(Math.max(0, index - 2), index).some(isNarrower)
  const last = bench.sentences.slice(0, index).findLast((one) => isNarrower(one) || wholeGoods.test(one))
  return last !== undefined && isNarrower(last)
}

/** Matches words on a long time. A rank next to them is not that of a single year: `The United States, the main source for decades`. */
const ofLong =
  /\b(?:for|over) (?:(?:many|several|some|two|three|the past|the last) )*(?:years|decades|centuries|generations)\b|\blong(?:-?time|-?standing)?\b|\btraditional(?:ly)?\b|\bhistorical(?:ly)?\b|\bonce\b|\bformer(?:ly)?\b/i
const isOfLong = ({ kind, sentence, start, end }: Claim): boolean =>
  kind === 'ranking' && ofLong.test(sentence.slice(Math.max(0, start - 30), end + 40))

/**
 * Whether one of the two sentences before is about goods and services, and the claim's sentence does not name goods: `Trade in goods and services was worth
 * 23.5 billion. Britain imported 15.7`.
 */
const isWithServicesBefore = ({ claim: { sentence, sentence_index: index }, bench }: AskedClaim): boolean =>
  !/\b(?:goods|merchandise|commodit(?:y|ies))\b/i.test(sentence) &&
  bench.sentences
    .slice(Math.max(0, index - 2), index)
    .some((one) => /\b(?:goods|trade|exports|imports)(?:,? and| in) services\b/i.test(one))

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
 * Whether a share is of flows that the preceding words name, not of the world's trade: `Its imports rose, and the United States accounted for 70 per cent of
 * them`.
 */
const isOfThoseBefore = ({ sentence, end, unit, actors }: Claim): boolean =>
  unit === 'percent' && actors.includes('WLD') && /^ of (?:them|these|those)\b(?! states| countries)/.test(sentence.slice(end))

/** Whether a share breaks down what the text has mentioned, and is not a state's share: `Almost all of it, 92 percent, was armoured vehicles`. */
const isOfItAlone = ({ claim: { unit, sentence, sentence_index: index }, bench }: AskedClaim): boolean =>
  unit === 'percent' &&
  /\b(?:of|in) (?:it|them|this|that|these|those)\b/i.test(sentence) &&
  namedBySentence(bench)[index]?.states.length === 0

const fuels: ReadonlySet<string> = new Set('crude-oil oil-products coal gas gas-pipeline lng'.split(' '))
/** Returns the group of a fuel: `gas` for pipeline gas and LNG, `oil` for crude and products, otherwise the fuel itself. */
const kinOf = (fuel: string): string =>
  fuel.startsWith('gas') || fuel === 'lng' ? 'gas' : fuel.startsWith('oil') || fuel === 'crude-oil' ? 'oil' : fuel
const isOtherFuel = (topic: string, thing: string): boolean => fuels.has(topic) && fuels.has(thing) && kinOf(topic) !== kinOf(thing)

const anyTime =
  /\b(?:1[5-9]|20)\d\d\b|\bFY ?\d\d|\b(?:last|this|previous|past|next|coming|current|same|following) (?:\w+ )?(?:year|month|week|quarter|half|decade|spring|summer|autumn|fall|winter)s?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:years?|decades?|months?) (?:ago|earlier|before|later)\b|\b(?:today|now|currently|still|since|yesterday|recent(?:ly)?|annual(?:ly)?|each year|every year)\b/i

/**
 * Whether neither the claim's sentence nor any earlier one names a time, and no nearby figure confirms the period. The claim is then dated only by the day of
 * the document, although the event may be old.
 */
const isUndated = ({ claim, bench: { sentences, corroborated, contextSupported } }: AskedClaim): boolean =>
  corroborated?.has(claim) !== true &&
  contextSupported?.has(claim) !== true &&
  !sentences.slice(0, claim.sentence_index + 1).some((one) => anyTime.test(one))

/** Whether the earlier period of a change is given by an event instead of a year: `than before the war`. */
export const isBaseUnstated = (sentence: string): boolean =>
  /\b(?:before|prior to|since) (?:the |its |their |this )?(?:[\w-]+ )?(?:war|invasion|crisis|pandemic|embargo|sanctions|coup|revolution|conflict|agreement|deal|crash|collapse)\b|\bpre-?(?:war|crisis|pandemic|invasion)\b|\b(?:as|than) before\b/i.test(
    sentence,
  )

/** Whether a sentence names exactly the two ends of a period of several years: `2013-17`, `from 2013 to 2017`. */
function namesWindow(sentence: string, { from, to }: DaySpan): boolean {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first !== last && new RegExp(`\\b${first}(?:[-/–]|\\D{1,12})(?:${last}|${last.slice(2)})\\b`).test(sentence)
}

const yearNamed = /\b(?:1[89]|20)\d\d\b/g

/**
 * Whether the text states the period. The sentence itself may name it, or the last earlier sentence that names a year, if it names no other year; or a nearby
 * figure confirms the period.
 */
export function isPeriodStated({ claim, bench }: AskedClaim, days: DaySpan): boolean {
  const { sentence, sentence_index } = claim
  const { sentences, corroborated, contextSupported } = bench
  if (bench.areSlotsGiven) return true
  if (corroborated?.has(claim) === true || contextSupported?.has(claim) === true) return true
  const before = sentences.slice(0, sentence_index).findLast((one) => one.match(yearNamed) !== null)
  const told = sentence.match(yearNamed) === null && before !== undefined ? new Set(before.match(yearNamed)) : new Set<string>()
  if (told.size === 1 && told.has(days.to.slice(0, 4))) return true
  if (before !== undefined && told.size > 0 && namesWindow(before, days)) return true
  const years = [days.from.slice(0, 4), days.to.slice(0, 4)]
  return (
    years.some((year) => sentence.includes(year) || new RegExp(`(?:[-/–’']|\\bFY ?)${year.slice(2)}\\b`).test(sentence)) ||
    /\b(?:last|this|previous|past) year\b|\ba year (?:ago|earlier|before)\b/i.test(sentence)
  )
}
