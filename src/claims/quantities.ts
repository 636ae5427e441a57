import { currencyOf, currencySigns, currencyWords } from './currencies.ts'
import { hedgeAt } from './hedges.ts'
import type { QuantityMention } from './mention.ts'
import { fractionOf, fractionPattern, numberOf, numberPattern, scaleOf, scalePattern } from './number-words.ts'
import { physicalUnit, physicalUnits } from './physical-units.ts'

type Read = Pick<QuantityMention, 'kind' | 'value' | 'unit'> &
  Partial<Pick<QuantityMention, 'low' | 'high' | 'noun' | 'qualifier' | 'bound'>>

/** One rule of the grammar: what it looks like, what it makes of it, and an example that its test reads. */
export interface QuantityRule {
  readonly name: string
  readonly pattern: RegExp
  read(groups: Readonly<Record<string, string | undefined>>): Read | undefined
  readonly example: string
}

const N = numberPattern
const S = scalePattern
const dash = String.raw`\s?(?:-|–|—|\bto\b|\band\b)\s?`
const pattern = (source: string): RegExp => new RegExp(String.raw`(?<![\w$€£¥₹₽.,])${source}`, 'giu')
const percentSign = String.raw`(?:\s?%|[\s-]per ?cent\b|[\s-]pct\b)`
const pointWords = String.raw`(?:[\s-]percentage[\s-]points?\b|\s?pp\b|\s?p\.p\.|[\s-]points?\b(?= of))`

/** Amounts of money are told in the scale that the text uses, thousand upward. */
function money(number: string, scale: string | undefined, currency: string | undefined): Read | undefined {
  const code = currency === undefined ? undefined : currencyOf(currency)
  const factor = scaleOf(scale)
  if (code === undefined || Number.isNaN(numberOf(number))) return undefined
  const name = factor >= 1e12 ? 'bn' : factor >= 1e9 ? 'bn' : factor >= 1e6 ? 'mn' : ''
  const value = (numberOf(number) * factor) / (name === 'bn' ? 1e9 : name === 'mn' ? 1e6 : 1)
  return { kind: 'money', value: tidy(value), unit: name === '' ? code : `${code} ${name}` }
}

/** 0.1 + 0.2 is 0.3 for a reader. */
const tidy = (value: number): number => Number(value.toPrecision(12))

function range(one: Read | undefined, other: Read | undefined): Read | undefined {
  if (one === undefined || other === undefined || one.value >= other.value) return undefined
  return { ...other, value: tidy((one.value + other.value) / 2), low: one.value, high: other.value, bound: 'range' }
}

const percent = (value: number): Read => ({ kind: 'percent', value: tidy(value), unit: 'percent' })

/** The rules in the order in which they are tried; what one has taken the next cannot. */
export const quantityRules: readonly QuantityRule[] = [
  {
    name: 'money-range',
    pattern: pattern(
      `(?:between )?(?<sign>${currencySigns})\\s?(?<a>${N})(?<sa>${S})?${dash}(?:${currencySigns})?\\s?(?<b>${N})(?<s>${S})`,
    ),
    read: ({ sign, a, sa, b, s }) => range(money(a!, sa ?? s, sign), money(b!, s, sign)),
    example: '$6.5-6.7 billion',
  },
  {
    name: 'money-sign',
    pattern: pattern(`(?<sign>${currencySigns})\\s?(?<n>${N})(?<s>${S})?`),
    read: ({ sign, n, s }) => money(n!, s, sign),
    example: 'US$147 billion',
  },
  {
    name: 'money-words-range',
    pattern: pattern(`(?:between )?(?<a>${N})${dash}(?<b>${N})(?<s>${S})\\s(?:worth of )?(?<word>${currencyWords})`),
    read: ({ a, b, s, word }) => range(money(a!, s, word), money(b!, s, word)),
    example: '5 to 6 billion euros',
  },
  {
    name: 'money-words',
    pattern: pattern(`(?<n>${N})(?<s>${S})?[\\s-](?<word>${currencyWords})`),
    read: ({ n, s, word }) => money(n!, s, word),
    example: '550 billion dollars',
  },
  {
    name: 'percent-range',
    pattern: pattern(`(?:between )?(?<a>${N})${percentSign}?${dash}(?<b>${N})${percentSign}`),
    read: ({ a, b }) => range(percent(numberOf(a!)), percent(numberOf(b!))),
    example: '45-50 per cent',
  },
  {
    name: 'percentage-points',
    pattern: pattern(`(?<n>${N})${pointWords}`),
    read: ({ n }) => ({ kind: 'percentage-points', value: numberOf(n!), unit: 'percentage_points' }),
    example: '2.4 percentage points',
  },
  {
    name: 'percent',
    pattern: pattern(`(?<n>${N})${percentSign}`),
    read: ({ n }) => percent(numberOf(n!)),
    example: '26.3%',
  },
  {
    name: 'out-of',
    pattern: pattern(`(?<a>${N}) (?:in(?: every)?|out of(?: every)?) (?<b>${N})\\b(?!\\s?(?:%|per|years?|months?|days?|bn|billion))`),
    read: ({ a, b }) => (numberOf(a!) < numberOf(b!) ? { ...percent((100 * numberOf(a!)) / numberOf(b!)) } : undefined),
    example: 'one in five',
  },
  {
    name: 'fold',
    pattern:
      /(?<![\w.])(?<n>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|hundred)[\s-]?fold\b/giu,
    read: ({ n }) => ({ kind: 'times', value: n === 'hundred' ? 100 : numberOf(n!), unit: 'times' }),
    example: 'tenfold',
  },
  {
    name: 'times',
    pattern: pattern(`(?<n>${N})(?:[\\s-]times|x)\\b(?! (?:a|per|each|in|since|during|this|last|when) )`),
    read: ({ n }) => ({ kind: 'times', value: numberOf(n!), unit: 'times' }),
    example: '12 times',
  },
  {
    name: 'multiple-verb',
    pattern:
      /\b(?<verb>doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|trebl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)|quintupl(?:ed?|es|ing)|halv(?:ed?|es|ing)|twice)\b/giu,
    read: ({ verb }) => ({ kind: 'times', value: multiple(verb!), unit: 'times' }),
    example: 'more than doubled',
  },
  {
    name: 'fraction',
    pattern: new RegExp(
      `(?<![\\w-])(?<part>${fractionPattern})(?! (?:of (?:this|last|the) (?:year|century|month)|(?:a|an) (?:million|billion|dozen)|quarter|million|billion|year|time|place|largest|biggest|world|party|parties|countr|state|person|day|week|consecutive|straight|in (?:a|the) row))(?<!first half|second half|latter half)(?<!first quarter|second quarter|third quarter|fourth quarter)`,
      'giu',
    ),
    read: ({ part }) => ({ ...percent(fractionOf(part!)), qualifier: part!.toLowerCase() }),
    example: 'two-thirds',
  },
  {
    name: 'physical',
    pattern: pattern(`(?<n>${N})(?<s>${S})?[\\s-]?(?<word>${physicalUnits})`),
    read: ({ n, s, word }) => physicalUnit(numberOf(n!) * scaleOf(s), word!),
    example: '38 billion cubic metres',
  },
  {
    name: 'duration',
    pattern: pattern(
      `(?<n>${N})[\\s-](?<word>years?|months?|weeks?|days?|decades?|hours?|minutes?)\\b(?! (?:ago|earlier|before|later|from now))`,
    ),
    read: ({ n, word }) => ({ kind: 'duration', value: numberOf(n!), unit: word!.replace(/s?$/, 's') }),
    example: '75 years',
  },
  {
    name: 'count',
    pattern: pattern(`(?<n>${N})(?<s>${S})?(?=[\\s-][a-z])`),
    read: ({ n, s }) => {
      const value = tidy(numberOf(n!) * scaleOf(s))
      return isYear(n!, s) || /^an? ?$/i.test(n!) ? undefined : { kind: 'count', value, unit: 'count' }
    },
    example: '180 tanks',
  },
]

function multiple(verb: string): number {
  const word = verb.toLowerCase()
  return /^halv/.test(word) ? 0.5 : /^tr/.test(word) ? 3 : /^quad/.test(word) ? 4 : /^quin/.test(word) ? 5 : 2
}

/** Four digits without a separator between 1800 and 2100 are a year unless a scale follows. */
const isYear = (number: string, scale: string | undefined): boolean => scale === undefined && /^(?:18|19|20)\d\d$/.test(number)

/**
 * The amounts of a sentence, in their order, each with its hedge; times and ranks are read elsewhere.
 *
 * @param taken   spans that are something else already (dates): no amount begins in them
 * @example quantitiesIn('Exports rose 31% to about $18bn')[1].value   // 18
 */
export function quantitiesIn(text: string, taken: readonly { readonly start: number; readonly end: number }[] = []): QuantityMention[] {
  const found: QuantityMention[] = []
  const free = (start: number, end: number): boolean => [...taken, ...found].every((span) => end <= span.start || start >= span.end)
  for (const rule of quantityRules) {
    for (const match of text.matchAll(rule.pattern)) {
      const end = match.index + match[0].length
      if (!free(match.index, end)) continue
      const read = rule.read(match.groups!)
      if (read === undefined || !Number.isFinite(read.value)) continue
      found.push(hedged(text, { start: match.index, end, qualifier: null, bound: 'stated', rule: rule.name, ...read }))
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A fraction's own words belong to its hedge: `almost two-thirds`. */
function hedged(text: string, quantity: QuantityMention): QuantityMention {
  const hedge = hedgeAt(text.slice(0, quantity.start), text.slice(quantity.end))
  if (hedge === undefined) return quantity
  const qualifier = quantity.qualifier === null ? hedge.text : `${hedge.text} ${quantity.qualifier}`
  return { ...quantity, start: quantity.start - hedge.length, qualifier, bound: quantity.bound === 'range' ? 'range' : hedge.bound }
}
