import type { QuantityMention, TextSpan } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween } from '../../text/span-text.ts'
import { type Analysis, cuesOf, gapBetween } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'
import { changeInAmount, isPromised, multipleHead, percentHead } from './changes.ts'
import { isClaimByItself } from './claimed-numbers.ts'

/** Returns the heads made of numbers; two numbers that are the ends of a change make one head. */
export function amountHeads(sentence: Analysis): Head[] {
  const kept = sentence.quantities
    .filter((quantity) => isClaimByItself(sentence, quantity))
    .filter((quantity, i, all) => !isRestated(sentence, quantity, i, all))
  const heads: Head[] = []
  for (let i = 0; i < kept.length; i++) {
    const [one, next, third] = [kept[i]!, kept[i + 1], kept[i + 2]]
    const leads = next !== undefined && third !== undefined && changeBetween(sentence, next, third)?.rule === 'from-to'
    const joined = next === undefined || leads ? undefined : changeBetween(sentence, one, next)
    const onBase = joined === undefined && third !== undefined && next !== undefined && isChangeOnBase(sentence, one, next, third)
    heads.push(
      joined ?? (onBase ? changeHead(sentence, one, third, 'on-base') : exceededHead(sentence, one, kept)) ?? headOfNumber(sentence, one),
    )
    if (onBase) heads.push(headOfNumber(sentence, next))
    if (joined !== undefined || onBase) i += onBase ? 2 : 1
  }
  return [
    ...heads,
    ...zeroHeads(sentence).filter((zero) => heads.every((head) => gapBetween(head, zero) > 20 && areSeparated(sentence.text, head, zero))),
  ]
}

const areSeparated = (text: string, a: TextSpan, b: TextSpan): boolean =>
  /[,;]/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))

const transferVerb =
  '(?:deliver(?:s|ed)?|s[oe]l[dl]s?|b(?:uys?|ought)|export(?:s|ed)?|import(?:s|ed)?|ship(?:s|ped)?|suppl(?:y|ies|ied)|receiv(?:es|ed)|sen[dt]s?|spen[dt]s?|len[dt]s?|show(?:s|ed)?|record(?:s|ed)?|report(?:s|ed)?|bought|took|takes|taken)'
/** Units in expressions for zero: `Not a drop of oil was`. */
const smallestUnit = '(?:drop|barrel|tonne|ton|cargo|tank|shell|molecule|cubic met(?:re|er)|cent|dollar|euro)'
const movedBefore = String.raw`(?= (?:\w+ ){0,5}?(?:was|were|is|has|had|have|came|comes|went|goes|flowed|flows|arrived|left|crossed|reached)\b)`
/** Words after `nothing` that make it a zero amount: `Nothing has come from Iran`. */
const cameThrough = String.raw`(?= (?:has |had |have )?(?:ever )?(?:come|came|comes|went|gone|flowed|arrived|been (?:bought|sold|shipped|delivered|imported)|was (?:bought|sold|shipped|delivered|imported)) (?:from|to|in|through|by|out)\b)`
const zeroObject = String.raw`\b${transferVerb} (?<none>no|none|nothing)\b`
const zeroBalance = String.raw`\b(?<balance>(?:was|were|is|are|been|nearly|almost|roughly) (?:close to |next to |virtually )?(?:in balance|balanced|nil|zero|non-?existent))\b`
const zeroSubject = String.raw`\b(?<nil>not a (?:single )?${smallestUnit}${movedBefore}|(?:hardly anything|next to nothing|almost nothing|nothing|none)${cameThrough})`
const zeroWords = new RegExp([zeroObject, zeroBalance, zeroSubject].join('|'), 'gi')

/** Returns the head of a zero in words: `delivered no major weapons`, `trade was in balance`. At most one per sentence. */
function zeroHeads(sentence: Analysis): Head[] {
  return [...sentence.text.matchAll(zeroWords)]
    .filter(
      () =>
        sentence.topics.some(({ topic }) => ['trade', 'energy', 'arms', 'investment', 'finance'].includes(topic.domain)) ||
        /\bnone of (?:it|them|this)\b/.test(sentence.text),
    )
    .slice(0, 1)
    .map(
      (match): Head => ({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'quantity',
        value: 0,
        unit: null,
        qualifier: (match.groups!['none'] ?? match.groups!['nil'])?.toLowerCase() ?? match[0].toLowerCase(),
        rule: 'nothing',
      }),
    )
}

/** Returns the head of a comparison to which an amount belongs: `Imports exceeded those from X and Y together ($7.8 billion)`. Undefined for other amounts. */
function exceededHead(sentence: Analysis, one: QuantityMention, all: readonly QuantityMention[]): Head | undefined {
  if (one.kind !== 'money') return undefined
  const cue = cuesOf(sentence, ['compare'], { start: 0, end: one.start }).find(({ text }) =>
    /^(?:exceed|outstrip|surpass|overt|outpac|eclips|dwarf|outsold)/i.test(text),
  )
  if (cue === undefined || all.some((quantity) => gapBetween(cue, quantity) <= 1)) return undefined
  // `overtook Japan as the largest partner, with trade of 118 billion`: the amount belongs to the subject
  if (/, (?:with|at|on)\b/.test(textBetween(sentence.text, cue, one))) return undefined
  return { ...headOfNumber(sentence, one), kind: 'comparison', cue, rule: 'exceeded-amount' }
}

/** Whether a number is only another form of the number next to it and is not read: of `SAR91 billion ($24.3 billion)` only the dollars are. */
function isRestated(sentence: Analysis, quantity: QuantityMention, i: number, all: readonly QuantityMention[]): boolean {
  const exact = all[i + 1]
  if (
    ['fraction', 'multiple-verb'].includes(quantity.rule) &&
    exact?.kind === 'percent' &&
    isMadeExactInBrackets(sentence.text, quantity, exact)
  )
    return true
  const first = all[i - 1]
  if (quantity.kind === 'physical')
    return first?.kind === 'physical' && first.unit !== quantity.unit && isBracketed(sentence.text, first, quantity)
  if (quantity.rule === 'nearly-all' && exact?.kind === 'percent' && exact.start - quantity.end < 25) return true
  if (quantity.kind !== 'money') return false
  const other = [all[i + 1], all[i - 1]].find(
    (one) => one?.kind === 'money' && one.unit !== quantity.unit && isBracketed(sentence.text, quantity, one),
  )
  return other !== undefined && (other.unit.startsWith('USD') || (!quantity.unit.startsWith('USD') && other.start < quantity.start))
}

/**
 * Whether a figure in brackets gives the exact value of the words before it, and is read instead of them: `more than doubled (+155%)`, `more than half came
 * from X (74%)`.
 */
const isMadeExactInBrackets = (text: string, one: TextSpan, exact: TextSpan): boolean =>
  /^[^,;()]{0,60}\(\s*$/.test(textBetween(text, one, exact))

function isBracketed(text: string, one: TextSpan, other: TextSpan): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  return /^\s*[(,[]\s*(?:or |about |around |roughly |some |≈|~|equivalent to )*$/i.test(textBetween(text, first, second))
}

const hedgeBeforeNumber = String.raw`(?: (?:an? (?:expected|projected|planned|forecast)|just|only|about|around|some|nearly|almost|roughly|approximately|barely|merely|over|under|more than|less than|an? (?:\w+ )?(?:peak|high|low|record|total|level|figure|gap|deficit|surplus|sum|amount|value) of|a mere|a record|as (?:much|little|many|few) as))*`
const baseBefore = new RegExp(
  String.raw`^[^;]{0,90}?\b(?:compare[ds]? (?:with|to)|from|against|versus|vs\.?|as opposed to|instead of|when (?:it|they|the (?:figure|total|sum)) (?:was|were|had been|stood at|had stood at))${hedgeBeforeNumber}\s*$`,
  'i',
)
/** Words between two numbers. If a time follows the second number, that number is the base of comparison: `39.4% after 38.5% in 2021`. */
const afterBase = new RegExp(String.raw`^(?:[^;,]{0,40},)?(?:[^;,]{0,40}) after${hedgeBeforeNumber}\s*$`, 'i')
const earlierTime =
  /^ (?:in|during|for) (?:(?:the )?(?:same|year-earlier|corresponding|prior)|\d{4}|the (?:previous|preceding|first|second|third|fourth)|(?:\w+ )?(?:\d{4}|\d\d\d\d-\d\d))|^ (?:the|a) (?:year|month|quarter) (?:before|earlier)/i
/** Words for a former state of affairs: `Chad, which used to export 700 million, now sells 3.8 billion`. */
const formerState = /\b(?:used to|once|had been|formerly|long)\b[^.;]{0,60}$/i
const presentState = /^[^.;]{0,50}\b(?:now|today|nowadays)\b[^.;]{0,40}$/i
/** Words between the two ends of a change: `The deficit of 104.6 billion widened to 123.5`. */
const movedTo =
  /^(?: (?:in|a|the|by|during) [\w ]{1,20})?,? (?:[\w’'-]+ ){0,3}?(?:widened|narrowed|grew|rose|fell|fallen|risen|grown|shrunk|shrank|climbed|dropped|increased|decreased|declined|swelled|slipped|jumped|soared|surged|expanded|turned)(?: \w+)? (?:in)?to(?: (?:about|around|some|nearly|almost|over|just|only|more than|a record))* $/i
const endBefore = new RegExp(String.raw`^(?:[^,;]|,(?! (?:and|while))){0,60}\b(?:to|became)${hedgeBeforeNumber}\s*$`, 'i')

/** Whether three numbers are a level, its change and the earlier level: `reached 83.5 billion, a growth of 37.6% on the 64.6 billion of 2021`. */
function isChangeOnBase(sentence: Analysis, level: QuantityMention, change: QuantityMention, base: QuantityMention): boolean {
  return (
    level.kind === base.kind &&
    level.kind !== 'percent' &&
    change.kind === 'percent' &&
    level.unit.slice(0, 3) === base.unit.slice(0, 3) &&
    /^[^;]{0,40}$/.test(textBetween(sentence.text, level, change)) &&
    /^[,)]?(?: (?:up|down|more|less|higher|lower|above|below))? (?:on|from|over|than|against|compared (?:with|to))(?: the| its| their| in [^,;]{3,25}, when (?:it|they) (?:was|were|had been|stood at))? $/i.test(
      textBetween(sentence.text, change, base),
    )
  )
}

const fromBefore = new RegExp(String.raw`\bfrom${hedgeBeforeNumber}\s*$`, 'i')

/** Returns two amounts in the same scale: `From 5.4 million tonnes to 608,000 tonnes`, both in millions. */
function inCommonScale(one: QuantityMention, next: QuantityMention): [QuantityMention, QuantityMention] {
  const inMillions = (quantity: QuantityMention, other: QuantityMention): QuantityMention =>
    other.unit === `mn ${quantity.unit}` ? { ...quantity, value: quantity.value / 1e6, unit: other.unit } : quantity
  return [inMillions(one, next), inMillions(next, one)]
}

const changeVerb =
  /\b(?:f[ae]ll(?:en)?|rose|risen|grew|grown|dropped|declined|increased|decreased|shrank|slipped|climbed|went (?:up|down)|changed|moved)\b|\(from [^)]* to /

/** Whether the brackets contain only the two ends of a change: `fell for fertilisers (from 29 to 22 per cent) and oil (28 to 21)`. */
const isBracketedChange = ({ text }: Analysis, one: TextSpan, next: TextSpan): boolean =>
  /^ to $/.test(textBetween(text, one, next)) &&
  text[one.start - 1] === '(' &&
  /^[^(,]{0,12}\)/.test(textAfter(text, next)) &&
  changeVerb.test(textBefore(text, one))

/** Returns the head of a change, if two numbers are its ends; otherwise undefined. */
function changeBetween(sentence: Analysis, left: QuantityMention, right: QuantityMention): Head | undefined {
  const [one, next] = inCommonScale(left, right)
  if (one.kind !== next.kind || one.unit.slice(0, 3) !== next.unit.slice(0, 3) || one.unit === 'percent_change') return undefined
  const between = textBetween(sentence.text, one, next)
  const before = textBefore(sentence.text, one)
  if (/^ (?:for|in the case of|among) (?:the )?\p{Lu}/u.test(textAfter(sentence.text, next))) return undefined
  if (fromBefore.test(before) && endBefore.test(between)) return changeHead(sentence, next, one, 'from-to')
  if (isBracketedChange(sentence, one, next)) return changeHead(sentence, next, one, 'from-to')
  if (formerState.test(before) && presentState.test(between)) return changeHead(sentence, next, one, 'used-to')
  if (movedTo.test(between) && !/\b(?:and|but|while|their|its)\b/.test(between)) return changeHead(sentence, next, one, 'moved-to')
  if (afterBase.test(between) && earlierTime.test(textAfter(sentence.text, next))) return changeHead(sentence, one, next, 'after-earlier')
  if (
    one.kind === 'count' &&
    one.noun !== next.noun &&
    one.noun !== undefined &&
    next.noun !== undefined &&
    !/\bfrom\b/.test(before.slice(-25)) &&
    /\bfrom\b/.test(between)
  )
    return undefined
  if (/\bbecame(?: a| an)?\s*$/i.test(between) && one.kind !== 'count') return changeHead(sentence, next, one, 'became')
  if (/\b(?:and|while|whereas|although|but|with)\b(?! \$)/.test(between.replace(/compared with/i, '')) || !baseBefore.test(between))
    return undefined
  return changeHead(sentence, one, next, 'up-from')
}

/** Returns the earlier number in the unit of the later: `used to sell 700 million, now 3.8 billion`. */
function inUnitOfEnd(from: QuantityMention, to: QuantityMention): QuantityMention {
  const [one, other] = [from, to].map(({ unit }) => /^([A-Z]{3}) ([mb]n)$/.exec(unit))
  if (one == null || other == null || one[1] !== other[1] || one[2] === other[2]) return from
  return { ...from, value: Number((from.value * (one[2] === 'mn' ? 0.001 : 1000)).toPrecision(12)), unit: to.unit }
}

function changeHead(sentence: Analysis, to: QuantityMention, base: QuantityMention, rule: string): Head {
  const from = inUnitOfEnd(base, to)
  const span = { start: Math.min(to.start, from.start), end: Math.max(to.end, from.end) }
  const hoped = /\b(?:expected|projected|planned|forecast)\s*$/i.test(textBefore(sentence.text, to))
  const kind = isPromised(sentence, from) ? 'attribution' : hoped ? 'forecast' : 'trend'
  return { ...span, kind, quantity: to, from, value: claimedValue(to), unit: to.unit, qualifier: qualifierOf(sentence, to), rule }
}

/** Whether `times` counts how often something was done, as nothing rises or is compared: `have met 39 times`, `used their vetoes ten times on Syria`. */
const isFrequency = (sentence: Analysis, quantity: QuantityMention): boolean =>
  quantity.rule === 'times' &&
  /^\s*(?:$|[.,;)]|(?:on|over|at|about|together|already|so far|since|in)\b)/i.test(textAfter(sentence.text, quantity)) &&
  (repeatedDeed.test(textBefore(sentence.text, quantity)) ||
    repeatedVeto.test(textBefore(sentence.text, quantity)) ||
    cuesOf(sentence, ['up', 'down', 'compare'], { start: 0, end: quantity.end }).length === 0)

/** Words before how often a veto was cast: `Has used its veto more than`. */
const repeatedVeto = /\b(?:used|wielded|exercised|cast) (?:its|their|the|a) (?:right of )?veto\b[^.;,\d]{0,60}$/i

/** Words before a frequency: `Have met more than`, `visited the country at least`. */
const repeatedDeed =
  /\b(?:met|visited|spoken|talked|travel+ed|vetoed|voted|abstained)(?: [\p{L}’'-]+){0,5} (?:(?:more|less|fewer) than |at least |over |about |some |nearly |almost )?$/iu

/** Returns the head of one number, by the words around it. */
function headOfNumber(sentence: Analysis, quantity: QuantityMention): Head {
  const base = {
    start: quantity.start,
    end: quantity.end,
    quantity,
    value: claimedValue(quantity),
    unit: quantity.unit,
    qualifier: qualifierOf(sentence, quantity),
  }
  if (quantity.kind === 'percent' || quantity.kind === 'percentage-points') return percentHead(sentence, quantity, base)
  if (quantity.kind === 'times' && isFrequency(sentence, quantity)) return { ...base, kind: 'count', unit: 'count', rule: 'how-often' }
  if (quantity.kind === 'times') return multipleHead(sentence, quantity, base)
  if (quantity.kind === 'duration') return { ...base, ...durationHead(sentence, quantity), rule: 'duration' }
  if (quantity.noun === 'anniversary') return { ...base, kind: 'event', unit: 'years', rule: 'anniversary' }
  const change = changeInAmount(sentence, quantity)
  if (change !== undefined) return { ...base, ...change, value: base.value * (change.sign === -1 ? -1 : 1) }
  if (/\b(?:expected|projected|planned|forecast)\s*$/i.test(textBefore(sentence.text, quantity)) && sentence.times.length > 0)
    return { ...base, kind: 'forecast', rule: 'expected' }
  if (isPromised(sentence, quantity)) return { ...base, kind: 'attribution', rule: 'promised' }
  return { ...base, kind: quantity.kind === 'count' ? 'count' : 'quantity', rule: `amount-${quantity.kind}` }
}

/** Returns what a duration claims: `75 years of relations` is an anniversary, an event; how long an alliance or custom has lasted is a count of years. */
function durationHead({ text }: Analysis, { value, unit }: QuantityMention): Pick<Head, 'kind' | 'value' | 'unit'> {
  if (/\b(?:relations|ties|anniversary)\b/i.test(text)) return { kind: 'event', value, unit }
  return /^decade/i.test(unit) ? { kind: 'count', value: 10 * value, unit: 'years' } : { kind: 'count', value, unit }
}

/** Returns the value of a number; a fraction in words is rounded to one decimal. */
const claimedValue = (quantity: QuantityMention): number =>
  Math.round(quantity.value * 1000) / 1000 === quantity.value || quantity.value < 0.1
    ? quantity.value
    : Math.round(quantity.value * 10) / 10

function qualifierOf(sentence: Analysis, quantity: QuantityMention): string | null {
  const record = /\b(?:a |an )?(?:new )?(record|all-time high|historic high)(?: of| high of)?\s*$/i.exec(
    textBefore(sentence.text, quantity),
  )
  return quantity.qualifier ?? record?.[1]?.toLowerCase() ?? null
}
