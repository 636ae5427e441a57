import type { Claim } from '../../../claim.ts'
import type { Caution } from '../../../said/figure-doubts.ts'
import { isOfOtherRegion, isRegion, regionsNamedIn } from '../../../text/names/country-groups.ts'
import { mayMatch } from '../../../text/patterns/matches.ts'
import type { QueryFamily } from '../../../text/topics/query-families.ts'
import { isGrowthClaim } from '../around/growth-words.ts'
import { namedBySentence } from '../around/named-in-text.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { isNarrower, negated } from './sentence-doubts.ts'

/** A figure with its text, and the tables that it is tested with. */
export interface FigureOfText {
  readonly claim: Claim
  readonly text: TextOfClaims
  readonly family: QueryFamily | undefined
  /** What the words of its sentence are a reason for, in every figure or in some. */
  readonly words: ReadonlySet<Caution>
}

/** The unit in which a claim is tested: a comparison in per cent is made one in times. */
const unitTested = ({ kind, unit, value, period_base: base }: Claim): string | null =>
  kind === 'comparison' && unit === 'percent_change' && value !== null && base === null ? 'times' : unit

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

function isBesideOther({ claim, claim: { sentence, start, end } }: FigureOfText): boolean {
  if (unitTested(claim) === 'times' && asLarge.test(sentence)) return true
  const beside = mayMatch(besideOther, sentence) ? besideOther.exec(sentence) : null
  return beside !== null && !(beside.index >= end && ownVerb.test(sentence.slice(0, start)))
}

const budgets = /\bbudgets?\b|\bbudgetary\b|\bappropriat\w+|\brequest(?:s|ed)?\b|\bproposed?\b|\bearmarked\b/i

const plainGoods = /\b(?:goods|trad(?:e|ed|ing)|commerce|turnover|merchandise|exports?|exported|imports?|imported)\b/i

const wholeGoods = /\b(?:goods|trad(?:e|ed|ing)|commerce|turnover|merchandise|total|overall)\b/i

/**
 * Whether the sentences before are about single goods, and the claim's sentence names neither a good nor all goods: in a text on arms, `the second-largest
 * purchaser` is a purchaser of arms.
 */
function isOfGoodBefore({ claim: { sentence, sentence_index: index, unit }, text }: FigureOfText): boolean {
  // in a text on gas, a share of the imports is a share of the gas imports
  if ((unit === 'percent' ? wholeGoods : plainGoods).test(sentence)) return false
  if (unit !== 'rank') return text.sentences.slice(Math.max(0, index - 2), index).some(isNarrower)
  const last = text.sentences.slice(0, index).findLast((one) => isNarrower(one) || wholeGoods.test(one))
  return last !== undefined && isNarrower(last)
}

/** Matches words on a long time. A rank next to them is not that of a single year: `The United States, the main source for decades`. */
const ofLong =
  /\b(?:for|over) (?:(?:many|several|some|two|three|the past|the last) )*(?:years|decades|centuries|generations)\b|\blong(?:-?time|-?standing)?\b|\btraditional(?:ly)?\b|\bhistorical(?:ly)?\b|\bonce\b|\bformer(?:ly)?\b/i
const isOfLong = ({ kind, sentence, start, end }: Claim): boolean =>
  kind === 'ranking' && ofLong.test(sentence.slice(Math.max(0, start - 30), end + 40))

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
const isOfItAlone = ({ claim: { unit, sentence, sentence_index: index }, text }: FigureOfText): boolean =>
  unit === 'percent' &&
  /\b(?:of|in) (?:it|them|this|that|these|those)\b/i.test(sentence) &&
  namedBySentence(text)[index]?.states.length === 0

/** Matches the usual assumption of a forecast (`if the trend goes on`), which does not make the forecast conditional. */
const ifAsNow =
  /\bif (?:the|this|that|these|current|present|such) (?:\w+ )?(?:trends?|pace|rates?|momentum|tempo) (?:goes? on|continues?|holds?|persists?|lasts?|is kept up|are kept up)\b/gi

/** A reason not to hold figures against a claim, whatever else is known. */
type Rule = readonly [Caution, (figure: FigureOfText) => boolean]

/** Makes a rule of words that hold for some figures only. */
const word = (caution: Caution, holds: (figure: FigureOfText) => boolean = () => true): Rule => [
  caution,
  (figure) => figure.words.has(caution) && holds(figure),
]

const isOfGdp = ({ claim }: FigureOfText): boolean => claim.measured?.topic === 'gdp' && !isGrowthClaim(claim)
const isOfGoods = ({ family }: FigureOfText): boolean => family === 'goods'

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
  ['growth-rate', (figure) => isOfGdp(figure) && /\bgrowth\b|\brate\b/i.test(figure.claim.sentence)],
  [
    'beside-output',
    (figure) => isOfGdp(figure) && /\b(?:spen[dt]\w*|expenditures?|budgets?|debts?|deficit)\b/i.test(figure.claim.sentence),
  ],
  [
    'other-output',
    (figure) => isOfGdp(figure) && /\bPPP\b|\bpurchasing[- ]power\b|\bper (?:head|capita|person)\b/i.test(figure.claim.sentence),
  ],
  word('modal', ({ claim }) => claim.kind !== 'forecast'),
  word(
    'negated',
    ({ claim: { kind, sentence } }) => kind !== 'ranking' && (kind !== 'forecast' || negated.test(sentence.replaceAll(ifAsNow, ''))),
  ),
  word('one-good', isOfGoods),
  ['one-good-before', (figure) => isOfGoods(figure) && isOfGoodBefore(figure)],
  word('services', isOfGoods),
  word('services-before', isOfGoods),
  word('part-of-country'),
  word('narrower', isOfGoods),
]

/**
 * Returns why figures against a claim may not be of what is meant: its words are ambiguous, or it was probably misread. Of the reasons that hold whatever the
 * period and the parties are, only the first is given.
 */
export function misreadingCautions(figure: FigureOfText): Caution[] {
  const { claim, words } = figure
  const { sentence, unit, end } = claim
  const found: (Caution | undefined)[] = [
    ...ofAll.filter((caution) => words.has(caution)),
    unit === 'percent' && ofThoseBefore.test(sentence.slice(end)) ? 'share-of-these' : undefined,
    rules.find(([, holds]) => holds(figure))?.[0],
  ]
  return found.filter((one) => one !== undefined)
}

const ofAll: readonly Caution[] = ['no-time', 'part-of-year', 'fiscal-year']

/** Returns the regions that the sentence names, if a party of the claim is another region. */
export function otherRegions({ actors, sentence }: Claim): readonly string[] | undefined {
  if (!actors.some(isRegion)) return undefined
  const named = regionsNamedIn(sentence)
  return isOfOtherRegion(named, actors) ? named : undefined
}
