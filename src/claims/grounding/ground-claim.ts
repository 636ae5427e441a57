import type { Claim } from '../claim.ts'
import { endOf, fiscalYearOf, startOf } from '../text/calendar.ts'
import type { TextSpan } from '../text/mention.ts'
import { actorsIn, congoResolver } from '../text/names/actors.ts'
import { timesIn } from '../text/times/times.ts'
import { isNumberInText } from './number-in-text.ts'
import { quoteInSentence } from './quote-in-sentence.ts'

/** Why a claim is not that of the text, in the order in which this is examined. */
export const groundingFaults = ['sentence', 'quote', 'number', 'party', 'time', 'name'] as const
export type GroundingFault = (typeof groundingFaults)[number]

/** The text that claims are said to be from. */
export interface GroundText {
  readonly sentences: readonly string[]
  /** The title; empty where there is none. */
  readonly title: string
  /** The day of the text, against which `last year` is understood; null where it is not known: only times that the text states then count. */
  readonly date: string | null
}

type Slots = Pick<Claim, 'actors' | 'indicator' | 'period' | 'period_base' | 'value' | 'value_from' | 'unit'>

/**
 * Decides whether a claim that something else has read out of a text is grounded in it: the quoted words stand in its sentence, its number stands there
 * in some usual way of writing, and its parties, times, organisations and documents are named there or before. What is measured is not examined.
 *
 * @param claim      its slots, with actors as ids
 * @param quote      the words that it is said to be from
 * @param sentence   the index of the sentence that it is said to be from
 * @returns          the place of the quoted words, or the first fault
 */
export function groundedIn(
  text: GroundText,
  claim: Slots,
  { quote, sentence: index }: { readonly quote: string; readonly sentence: number },
): TextSpan | { readonly fault: GroundingFault } {
  const sentence = text.sentences[index]
  if (sentence === undefined) return { fault: 'sentence' }
  const place = quoteInSentence(quote, sentence)
  if (place === undefined) return { fault: 'quote' }
  const named = namedIn(text)
  const before = [text.title, ...text.sentences.slice(Math.max(0, index - sentencesOfScale), index)].join(' ')
  const { unit, value, value_from: from } = claim
  if (value !== null && !isNumberInText({ value, unit }, sentence, before)) return { fault: 'number' }
  const near = text.sentences.slice(Math.max(0, index - sentencesOfBase), index + 1)
  if (from !== null && !near.some((one) => isNumberInText({ value: from, unit }, one, before))) return { fault: 'number' }
  if (!claim.actors.every((id) => named.isParty(id, index))) return { fault: 'party' }
  const ends = [claim.period, claim.period_base].flatMap((period) => (period === null ? [] : [startOf(period), endOf(period)]))
  if (!ends.every((end) => named.isTime(end, index))) return { fault: 'time' }
  return areNamesKnown(claim, named, index) ? place : { fault: 'name' }
}

/** Sentences before a number in which the scale or currency of all numbers may be named, and in which the level may stand from which a change began. */
const [sentencesOfScale, sentencesOfBase] = [10, 2]

/** What a text names, from which sentence on. */
interface NamedInText {
  /** Whether a party is named up to the end of a sentence. */
  isParty(id: string, until: number): boolean
  /** Whether the end of a period is as the text has it up to the end of a sentence: its year, and its month and day where it has them. */
  isTime(end: string, until: number): boolean
  /** Whether these very words stand in the text up to the end of a sentence. */
  hasWords(words: string, until: number): boolean
}

const cached = new WeakMap<GroundText, NamedInText>()

function namedIn(text: GroundText): NamedInText {
  const named = cached.get(text) ?? findNamed(text)
  cached.set(text, named)
  return named
}

/** Sentences in which each thing stands first; -1 is the title. */
type First<T> = Map<T, number>

function note<T>(first: First<T>, things: Iterable<T>, at: number): void {
  for (const one of things) if (!first.has(one)) first.set(one, at)
}

const wholeWorld = /\b(?:world|global(?:ly)?|international(?:ly)?|worldwide|all (?:countries|states|nations))\b/i

function findNamed({ sentences, title, date }: GroundText): NamedInText {
  const texts = [title, ...sentences]
  const day = date ?? '9999'
  const resolve = congoResolver(texts)
  const parties: First<string> = new Map()
  for (const [i, one] of texts.entries()) {
    note(
      parties,
      resolve(actorsIn(one, day)).flatMap(({ ids }) => [...ids]),
      i - 1,
    )
    if (wholeWorld.test(one)) note(parties, ['WLD'], i - 1)
    note(parties, one.match(/\b[A-Z]{3}\b/g) ?? [], i - 1)
  }
  const fiscal = fiscalYearOf([...parties.keys()])
  const [years, spans, words]: [First<string>, First<string>, First<string>] = [new Map(), new Map(), new Map()]
  if (date !== null) note(years, [date.slice(0, 4)], -1)
  for (const [i, one] of texts.entries()) {
    note(years, yearsWritten(one), i - 1)
    const times = timesIn(one, { date: day, fiscal }).filter(({ absolute }) => absolute || date !== null)
    note(
      spans,
      times.map(({ period }) => `${startOf(period)} ${endOf(period)}`),
      i - 1,
    )
    note(words, one.match(monthOrNumber) ?? [], i - 1)
  }
  const isKnown = <T>(first: First<T>, one: T, until: number): boolean => (first.get(one) ?? Number.POSITIVE_INFINITY) <= until
  return {
    isParty: (id, until) => isKnown(parties, id, until),
    isTime: (end, until) => {
      const known = [...spans].flatMap(([span, at]) => (at <= until ? [span.split(' ') as [string, string]] : []))
      return isTimeKnown(
        end,
        known,
        (year) => isKnown(years, year, until),
        (word) => isKnown(words, word, until),
      )
    },
    hasWords: (one, until) => texts.slice(0, until + 2).some((text) => text.includes(one)),
  }
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
/** The beginnings of names of months, and numbers that may be days. */
const monthOrNumber = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?<!\d)\d{1,2}(?!\d)/g

function isTimeKnown(
  end: string,
  spans: readonly (readonly [from: string, to: string])[],
  isYear: (year: string) => boolean,
  isWord: (word: string) => boolean,
): boolean {
  const [year = '', month, dayOfMonth] = end.split('-')
  if (!isYear(year) && !spans.some(([from, to]) => from.slice(0, 4) <= year && year <= to.slice(0, 4))) return false
  if (month === undefined || /-(?:01-01|12-31)$/.test(end)) return true
  const has = (time: string): boolean => spans.some((span) => span.some((one) => one.startsWith(time)))
  if (has(end)) return true
  const isMonth = has(`${year}-${month}`) || isWord(months[Number(month) - 1]!)
  return isMonth && (dayOfMonth === undefined || isWord(String(Number(dayOfMonth))) || isWord(dayOfMonth))
}

/** The years that a text has in digits: also the second of `2023/24`, and those of `the 1990s`. */
function yearsWritten(text: string): string[] {
  return [...text.matchAll(/(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)(?<decade>s)?(?:\s?[/–-]\s?(?<second>\d\d)(?!\d))?/g)].flatMap((match) => {
    const year = match[0].slice(0, 4)
    const { decade, second } = match.groups!
    const ofDecade = decade === undefined ? [] : Array.from({ length: 10 }, (_, i) => String(Number(year) + i))
    return [year, ...ofDecade, ...(second === undefined ? [] : [`${year.slice(0, 2)}${second}`])]
  })
}

/** Whether the organisations, states and documents that the indicator names are named in the text too. */
function areNamesKnown({ indicator, actors }: Slots, named: NamedInText, until: number): boolean {
  if (indicator === null) return true
  const parties = actorsIn(indicator, '9999').flatMap(({ ids }) => ids)
  const documents = indicator.match(/\b(?:ES-\d+|\d+)\/\d+\b/g) ?? []
  return parties.every((id) => actors.includes(id) || named.isParty(id, until)) && documents.every((one) => named.hasWords(one, until))
}
