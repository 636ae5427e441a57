import { monthPattern } from '../calendar.ts'
import { hedgeNextToNumber } from '../hedges.ts'
import type { QuantityMention, TextSpan } from '../mention.ts'
import { matchesOf } from '../patterns/matches.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../span-text.ts'
import { currencyOf, currencyWords } from './currencies.ts'
import { physicalUnit } from './physical-units.ts'
import { moneyInPublishedUnit, quantityRules } from './quantity-rules-table.ts'

/**
 * Finds the amounts of a sentence, in order, each with its hedge. Times and ranks are found elsewhere.
 *
 * @param taken   spans already found to be something else (dates): no amount may overlap them
 * @example quantitiesIn('Exports rose 31% to about $18bn')[1].value   // 18
 * @example quantitiesIn('Its share rose to 70 per cent, theirs slid to 24.')[1].unit   // 'percent'
 */
export function quantitiesIn(text: string, taken: readonly TextSpan[] = []): QuantityMention[] {
  const found: QuantityMention[] = []
  const free = (start: number, end: number): boolean => [...taken, ...found].every((span) => end <= span.start || start >= span.end)
  for (const rule of quantityRules) {
    for (const match of matchesOf(text, rule.pattern)) {
      const end = match.index + match[0].length
      if (!free(match.index, end) || isOrdinal(text, match[0], end)) continue
      const read = rule.read(match.groups ?? {})
      if (read === undefined || !Number.isFinite(read.value)) continue
      found.push(withHedge(text, { start: match.index, end, qualifier: null, bound: 'stated', rule: rule.name, ...read }))
    }
  }
  const ordered = withWeightUnit(
    text,
    found.sort((a, b) => a.start - b.start),
  )
  return ordered.map((one, i) => (one.rule === 'bare' && !isEnumerator(text, one) ? withNeighbourUnit(one, ordered, i) : one))
}

/** Whether a number in words is the first part of an ordinal: `the seventy-sixth session`, `its one hundred ninetysecond Member`. */
const isOrdinal = (text: string, words: string, end: number): boolean =>
  /(?:ty|hundred)$/i.test(words) &&
  /^[- ]{0,2}(?:and )?(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty[- ]{0,2})?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w{3,6}teenth|\w{3,6}tieth)\b(?!-)/i.test(
    text.slice(end, end + 40),
  )

/** Gives large numbers the unit that a sentence names once for all: `In cubic metres Chad had drawn 57.7 billion`. */
function withWeightUnit(text: string, all: readonly QuantityMention[]): readonly QuantityMention[] {
  const found = all.map((one, i) => withComparedWeight(text, one, all[i - 1]))
  const word = /\b[Ii]n (?:billions? of )?(cubic met(?:er|re)s|tonnes|tons|barrels)\b/.exec(text)?.[1]
  if (word === undefined) return found
  return found.map((one) => {
    const unit = one.kind === 'count' && scaleOf(one) > 1 ? physicalUnit(one.value, word) : undefined
    return unit === undefined ? one : { ...one, ...unit }
  })
}

const weightUnit = /\b(?:cubic met(?:er|re)s|(?:metric )?tons|tonnes|barrels)\b/i
const comparedTo =
  /^[^.;]{0,40}?\b(?:(?:up|down) from|against|compared (?:with|to)|versus)(?: (?:the|some|about|around|just|only|nearly|almost|over))* $/i

/** Gives a number without a unit the unit of the physical amount with which it is compared: `10 billion cubic metres, up from 8.7 billion`. */
function withComparedWeight(text: string, one: QuantityMention, before: QuantityMention | undefined): QuantityMention {
  if (before?.kind !== 'physical' || one.kind !== 'count' || scaleOf(one) === 1) return one
  const word = weightUnit.exec(textOfSpan(text, before))?.[0]
  const unit = word !== undefined && comparedTo.test(textBetween(text, before, one)) ? physicalUnit(one.value, word) : undefined
  return unit === undefined ? one : { ...one, ...unit }
}

/** Adds the hedge to a quantity. A fraction in words is kept after the hedge: `almost two-thirds`. */
function withHedge(text: string, quantity: QuantityMention): QuantityMention {
  const hedge = hedgeNextToNumber(textBefore(text, quantity), textAfter(text, quantity))
  if (hedge === undefined) return quantity
  const qualifier = quantity.qualifier === null ? hedge.text : `${hedge.text} ${quantity.qualifier}`
  return { ...quantity, start: quantity.start - hedge.length, qualifier, bound: quantity.bound === 'range' ? 'range' : hedge.bound }
}

const month = new RegExp(`\\b${monthPattern}\\s$`, 'i')

/** Whether a number only numbers the items of a list (`1. Russia 45%, 2. France 29%`) or follows a month. */
const isEnumerator = (text: string, { start, end }: TextSpan): boolean =>
  month.test(text.slice(0, start)) || (/(?:^|[:;,)-]\s*)$/.test(text.slice(0, start)) && /^[.)]\s/.test(text.slice(end)))

const unitKinds: ReadonlySet<QuantityMention['kind']> = new Set(['money', 'percent', 'physical'])

/** Gives a number without a unit the unit of the amount before, else of the amount after: `from 89 billion euros to 55`. */
function withNeighbourUnit(bare: QuantityMention, all: readonly QuantityMention[], i: number): QuantityMention {
  const fits = ({ kind }: QuantityMention): boolean => (scaleOf(bare) > 1 ? kind === 'money' : unitKinds.has(kind))
  const before = all.slice(0, i).findLast(fits)
  const like = before ?? all.slice(i + 1).find((one) => fits(one) || scaleOf(one) > 1)
  const counted = all.slice(0, i).findLast(({ kind }) => kind !== 'duration')
  if (scaleOf(bare) === 1 && counted?.kind === 'count' && counted.noun !== undefined) return { ...bare, noun: counted.noun }
  if (like === undefined) return bare
  if (scaleOf(bare) > 1) return like.kind === 'money' ? inMoney(bare, like.unit) : bare
  if (like.kind === 'count') return { ...bare, value: bare.value * scaleOf(like), scale: scaleOf(like) }
  return { ...bare, kind: like.kind, unit: like.kind === 'percent' ? 'percent' : like.unit }
}

const scaleOf = ({ scale = 1 }: QuantityMention): number => (scale >= 1e6 ? scale : 1)

const inMoney = (bare: QuantityMention, unit: string): QuantityMention => ({
  ...bare,
  ...moneyInPublishedUnit(bare.value, unit.slice(0, 3), scaleOf(bare)),
})

/** Returns the currency into which a text converts its amounts: `Put into dollars, trade came to 312 billion`; undefined if there is none. */
function conversionCurrency(sentences: readonly { readonly text: string }[]): string | undefined {
  const currency = sentences.map(({ text }) => currencyWord.exec(text)?.[1]).find((word) => word !== undefined)
  return currency === undefined ? undefined : currencyOf(currency)
}

const currencyWord = new RegExp(`\\b(?:in|into|in terms of) (?:US |U\\.S\\. )?(${currencyWords})`)

/** Words before a number of people, which is not money: `The number of refugees fell to 3.1 million`. */
const headcountNoun = /\b(?:[Nn]umbers? of|[Pp]opulation|[Aa]rrivals|[Tt]ourist numbers|(?:[Vv]isitor|[Pp]assenger) numbers) [^.;]{0,80}$/

/**
 * Reads large numbers without a noun as money (`the figure had stood at 56.8 billion`), in the currency named last before them; if none is named before, in
 * the first one named later. In a text without currencies nothing becomes money. Numbers of people are not changed. A number that follows a physical amount of
 * the same scale in this or the previous sentence gets the unit of that amount.
 */
export function withCurrency<T extends { readonly text: string; readonly quantities: readonly QuantityMention[] }>(
  sentences: readonly T[],
): T[] {
  const all = sentences.flatMap(({ quantities }) => quantities)
  let unit = all.find(({ kind }) => kind === 'money')?.unit ?? conversionCurrency(sentences)
  let near: { readonly amount: QuantityMention; readonly index: number } | undefined
  return sentences.map((sentence, index) => {
    const quantities = sentence.quantities.map((one) => {
      const bare = ['bare', 'money-compound'].includes(one.rule) && one.kind === 'count' && scaleOf(one) > 1
      if (one.kind === 'money') unit = one.unit
      if (!bare) {
        if (magnitudeOf(one) > 1) near = { amount: one, index }
        return one
      }
      const like = near !== undefined && index - near.index <= 1 && magnitudeOf(near.amount) === scaleOf(one) ? near.amount : undefined
      const isOfHeads = like?.kind === 'count' || headcountNoun.test(textBefore(sentence.text, one))
      if (like !== undefined) near = { amount: like, index }
      if (like?.kind === 'physical') return { ...one, kind: like.kind, value: one.value / scaleOf(one), unit: like.unit }
      return unit === undefined || isOfHeads ? one : inMoney(one, unit)
    })
    return { ...sentence, quantities }
  })
}

const peopleOrVehicles =
  /^(?:people|persons|refugees|tourists|visitors|visits|guests|citizens|migrants|workers|passengers|cars|vehicles|students|[a-z]+(?:ians|eans|ese|mans))$/

/** Returns the scale in which an amount is written: 1e6 for `20 million tonnes`, 1 for an amount without a scale. */
function magnitudeOf({ kind, unit, value, noun, rule }: QuantityMention): number {
  if (kind === 'money') return unit.endsWith(' bn') ? 1e9 : unit.endsWith(' mn') ? 1e6 : 1
  if (kind === 'physical') return unit.startsWith('mn ') ? 1e6 : unit === 'bcm' ? 1e9 : 1
  const heads = kind === 'count' && noun !== undefined && rule !== 'bare' && peopleOrVehicles.test(noun)
  return heads && value >= 1e6 && value < 1e9 ? 1e6 : 1
}
