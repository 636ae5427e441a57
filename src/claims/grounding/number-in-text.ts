import type { TextSpan } from '../text/mention.ts'
import { currencyOf, currencySigns, currencyWords } from '../text/numbers/currencies.ts'
import {
  fractionOf,
  fractionPattern,
  numberOf,
  numberPattern,
  ordinalOf,
  ordinalPattern,
  scaleOf,
  scalePattern,
} from '../text/numbers/number-words.ts'
import { quantitiesIn } from '../text/numbers/quantities.ts'
import { matchesOf } from '../text/patterns/matches.ts'

/** A number as a text has it: the amount in single units, and whether it is said to be money (by currency), a part of a hundred, or a multiple. */
interface WrittenNumber extends TextSpan {
  readonly amount: number
  readonly currency?: string
  readonly sort?: 'percent' | 'times' | 'rank'
  /** Whether it has no scale, sign or unit of its own, so that another word of the text may give it one: `in billions of dollars: 2022 89, 2023 111`. */
  readonly isBare: boolean
  /** Whether it is a fraction in words, which a number in digits can only approach: `two thirds`. */
  readonly isFraction?: boolean
}

/** How far a number may be from the one in the text: by the rounding of fractions, and of sums in floating point. */
const slack = { exact: 1e-6, fraction: 0.02 }

const written = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<sign>${currencySigns})?\\s?(?<n>${numberPattern})(?<s>${scalePattern})?(?:[\\s-](?<word>${currencyWords}))?(?<percent>\\s?%|[\\s-]per ?cent\\b|[\\s-]?pct\\b|[\\s-]percentage[\\s-]points?\\b)?`,
  'giu',
)
const fraction = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${fractionPattern}|half)`, 'giu')
const ordinal = new RegExp(`(?<![\\p{L}\\p{N}])${ordinalPattern}(?![\\p{L}\\p{N}])`, 'giu')

/** Words that are a number without being one. */
const numberWords: readonly (readonly [RegExp, Omit<WrittenNumber, keyof TextSpan>])[] = [
  [/\b(?:doubl(?:e|ed|es|ing)|twice|two-?fold)\b/gi, { amount: 2, sort: 'times', isBare: false }],
  [/\b(?:tripl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|three-?fold)\b/gi, { amount: 3, sort: 'times', isBare: false }],
  [/\bquadrupl(?:e|ed|es|ing)\b/gi, { amount: 4, sort: 'times', isBare: false }],
  [/\bhal(?:ved|ves|ving)\b/gi, { amount: 0.5, sort: 'times', isBare: false }],
  [
    /\b(?:largest|biggest|top|leading|main|chief|principal|foremost|highest|most|greatest|number one|smallest|lowest)\b/gi,
    { amount: 1, sort: 'rank', isBare: false },
  ],
  [/\b(?:no|none|nothing|never|zero|neither|nil)\b/gi, { amount: 0, isBare: false }],
  [/\b(?:all|entire|entirely|wholly|exclusively|every)\b/gi, { amount: 100, sort: 'percent', isBare: false }],
  [/\b(?:both|a couple|a pair)\b/gi, { amount: 2, isBare: false }],
  [/\b(?:an?|single|once|sole|only)\b/gi, { amount: 1, isBare: false }],
]

const yearLike = /^(?:1[5-9]|20|21)\d\d$/

/**
 * Whether a number stands in a text, in any usual way of writing: `1.2 bn` and `1,200 million`, `50 %` and `half`, `2 times` and `doubled`, `3` and `third`.
 * The sign is left aside, since texts put it into words (`fell by`), and so is the difference between parts of a hundred and points.
 *
 * @param unit      the unit as published: `USD bn`, `percent`, `mn tonnes`; null for a number alone
 * @param sentence  where the number has to stand
 * @param before    the text before it, which may name the scale or the currency once for all
 * @example isNumberInText({ value: 1.2, unit: 'USD bn' }, 'Exports came to $1,200 million.')   // true
 * @example isNumberInText({ value: 50, unit: 'percent' }, 'Almost half of it went to China.')   // true
 * @example isNumberInText({ value: 60, unit: 'percent' }, 'Almost half of it went to China.')   // false
 * @example isNumberInText({ value: 1.2, unit: 'USD bn' }, 'Exports came to $1.2 million.')   // false
 */
export function isNumberInText(
  { value, unit }: { readonly value: number; readonly unit: string | null },
  sentence: string,
  before = '',
): boolean {
  const amount = Math.abs(value)
  if (!Number.isFinite(amount * 1e12)) return false
  return numbersIn(sentence).some((one) => fits(one, amount, unit, `${before} ${sentence}`))
}

function fits(found: WrittenNumber, value: number, unit: string | null, text: string): boolean {
  const near = (a: number, b: number): boolean =>
    Math.abs(a - b) <= (found.isFraction === true ? slack.fraction : slack.exact) * Math.max(Math.abs(a), Math.abs(b))
  if (unit === 'rank') return near(found.amount, value) && (found.sort === 'rank' || found.isBare)
  if (unit !== null && /^perc/.test(unit)) return fitsPercent(found, value, near)
  if (unit === 'times') return near(found.amount, value) && found.sort !== 'percent' && found.sort !== 'rank'
  const { scale, word, currency } = partsOf(unit)
  if (currency !== undefined && found.currency !== undefined && found.currency !== currency) return false
  if (found.sort !== undefined || (currency === undefined && found.currency !== undefined && unit !== null)) return false
  if (near(found.amount, value * scale)) return true
  return found.isBare && scale !== 1 && word.test(text) && near(found.amount, value)
}

function fitsPercent({ amount, sort, isBare }: WrittenNumber, value: number, near: (a: number, b: number) => boolean): boolean {
  if (sort === 'times') return near(100 * Math.abs(amount - 1), value) || near(100 * amount, value)
  return (sort === 'percent' || isBare) && near(amount, value)
}

const scaleWords = /\b(?<scale>tn|bn|mn|m|th|k|million|billion|trillion|thousand)\b/i
/** What a text may write for a scale that a number in it does not have of its own. */
const spelled: Readonly<Record<number, RegExp>> = {
  1e12: /trillion|\btr?n\b/i,
  1e9: /billion|\bbl?n\b|(?<=\d)b\b/i,
  1e6: /million|\bml?n\b|(?<=\d)m\b/i,
  1e3: /thousand|(?<=\d)k\b|\b000\b/i,
}

/** The multiplier in a unit, how a text may write it, and the currency. `bcm` are billions too. */
function partsOf(unit: string | null): { readonly scale: number; readonly word: RegExp; readonly currency: string | undefined } {
  const named = unit === null ? undefined : scaleWords.exec(unit)?.groups?.['scale']
  const scale = unit === 'bcm' ? 1e9 : named === undefined ? 1 : named.toLowerCase() === 'th' ? 1e3 : scaleOf(named)
  return { scale, word: spelled[scale] ?? /(?!)/, currency: /^[A-Z]{3}(?= |$)/.exec(unit ?? '')?.[0] }
}

/** All numbers of a text, in every way in which it can be read: one place may give several. */
function numbersIn(text: string): WrittenNumber[] {
  const plain = matchesOf(text, written).flatMap((match) => writtenNumber(match, text))
  const fractions = matchesOf(text, fraction).map((match) => {
    const amount = match[0].toLowerCase() === 'half' ? 50 : fractionOf(match[0])
    return { ...spanOf(match), amount, sort: 'percent' as const, isBare: false, isFraction: true }
  })
  const ordinals = matchesOf(text, ordinal).map((match) => ({
    ...spanOf(match),
    amount: ordinalOf(match[0]),
    sort: 'rank' as const,
    isBare: false,
  }))
  const words = numberWords.flatMap(([pattern, number]) => matchesOf(text, pattern).map((match) => ({ ...spanOf(match), ...number })))
  return [...plain, ...fractions, ...ordinals, ...words, ...quantitiesAsWritten(text)].filter(({ amount }) => Number.isFinite(amount))
}

const spanOf = (match: RegExpExecArray): TextSpan => ({ start: match.index, end: match.index + match[0].length })

/** What follows a number that counts no things of its own: `rose from 89 to`, `2022: 89, 2023: 111`. */
const standsAlone = /^\s*(?:$|[.,;:!?()[\]/|–—-]|(?:to|and|in|from|by|against|for|at|a year|the year|while|but)\b)/

function writtenNumber(match: RegExpExecArray, text: string): WrittenNumber[] {
  const { sign, n, s, word, percent } = match.groups!
  const amount = numberOf(n!) * scaleOf(s)
  const currency = sign === undefined && word === undefined ? undefined : currencyOf((sign ?? word)!)
  if (percent !== undefined) return [{ ...spanOf(match), amount, sort: 'percent', isBare: false }]
  // a year is no amount, unless it is written as one
  if (yearLike.test(n!) && s === undefined && currency === undefined) return []
  const isBare = s === undefined && standsAlone.test(text.slice(match.index + match[0].length))
  return [{ ...spanOf(match), amount, isBare, ...(currency === undefined ? {} : { currency }) }]
}

/** The amounts that the grammar of quantities finds: with the units that a number takes from its neighbours, parts such as `one in four`, and ranges. */
function quantitiesAsWritten(text: string): WrittenNumber[] {
  return quantitiesIn(text).flatMap(({ kind, value, low, high, unit, start, end }) => {
    if (kind === 'duration') return []
    const { scale, currency } = partsOf(unit)
    const sort: WrittenNumber['sort'] = /^perc/.test(unit) ? 'percent' : kind === 'times' || kind === 'rank' ? kind : undefined
    const more = { ...(sort === undefined ? {} : { sort }), ...(currency === undefined || kind !== 'money' ? {} : { currency }) }
    return [value, low, high].flatMap((one) =>
      one === undefined || (kind === 'count' && yearLike.test(text.slice(start, end)))
        ? []
        : [{ start, end, amount: one * scale, isBare: false, isFraction: sort === 'percent' && !Number.isInteger(one), ...more }],
    )
  })
}
