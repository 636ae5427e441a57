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
  const known = knownUntil(text, index)
  const earlier = known.texts.slice(0, -1).join(' ')
  const { unit, value, value_from: from } = claim
  if (value !== null && !isNumberInText({ value, unit }, sentence, earlier)) return { fault: 'number' }
  if (from !== null && ![sentence, ...known.texts.slice(-3, -1)].some((one) => isNumberInText({ value: from, unit }, one, earlier)))
    return { fault: 'number' }
  if (!claim.actors.every((id) => known.parties.has(id) || isNamedByCode(id, known.texts))) return { fault: 'party' }
  if (
    ![claim.period, claim.period_base].every(
      (period) => period === null || [startOf(period), endOf(period)].every((end) => known.isTime(end)),
    )
  )
    return { fault: 'time' }
  return areNamesKnown(claim, known) ? place : { fault: 'name' }
}

/** What a text has said up to the end of a sentence. */
interface Known {
  /** The title and the sentences, the last of them last. */
  readonly texts: readonly string[]
  readonly parties: ReadonlySet<string>
  isTime(end: string): boolean
}

/** The parties and times of one sentence: `spans` are periods, from and to; `years` stand in digits. */
interface Named {
  readonly parties: readonly string[]
  readonly spans: readonly (readonly [from: string, to: string])[]
  readonly years: readonly string[]
}

const cached = new WeakMap<GroundText, { readonly named: readonly Named[]; readonly known: Map<number, Known> }>()

function knownUntil(text: GroundText, index: number): Known {
  const own = cached.get(text) ?? { named: namedInSentences(text), known: new Map<number, Known>() }
  cached.set(text, own)
  const known = own.known.get(index) ?? makeKnown(text, own.named.slice(0, index + 2), index)
  own.known.set(index, known)
  return known
}

/** Finds the parties and times of the title and of every sentence, once for a text. */
function namedInSentences({ sentences, title, date }: GroundText): Named[] {
  const texts = [title, ...sentences]
  const day = date ?? '9999'
  const resolve = congoResolver(texts)
  const parties = texts.map((one) => [
    ...resolve(actorsIn(one, day)).flatMap(({ ids }) => [...ids]),
    ...(wholeWorld.test(one) ? ['WLD'] : []),
  ])
  const fiscal = fiscalYearOf([...new Set(parties.flat())])
  return texts.map((one, i) => ({
    parties: parties[i]!,
    spans: timesIn(one, { date: day, fiscal })
      .filter(({ absolute }) => absolute || date !== null)
      .map(({ period }) => [startOf(period), endOf(period)]),
    years: yearsWritten(one),
  }))
}

const wholeWorld = /\b(?:world|global(?:ly)?|international(?:ly)?|worldwide|all (?:countries|states|nations))\b/i

function makeKnown({ sentences, title, date }: GroundText, named: readonly Named[], index: number): Known {
  const texts = [title, ...sentences.slice(0, index + 1)]
  const years = new Set([...named.flatMap((one) => one.years), ...(date === null ? [] : [date.slice(0, 4)])])
  const spans = named.flatMap((one) => one.spans)
  return { texts, parties: new Set(named.flatMap(({ parties }) => parties)), isTime: (end) => isTimeKnown(end, { texts, years, spans }) }
}

const isNamedByCode = (id: string, texts: readonly string[]): boolean =>
  /^[A-Z]{3}$/.test(id) && texts.some((one) => new RegExp(`\\b${id}\\b`).test(one))

/** Whether the end of a period is as the texts have it: its year, and its month and day where it has them. */
function isTimeKnown(
  end: string,
  { texts, years, spans }: { readonly texts: readonly string[]; readonly years: ReadonlySet<string>; readonly spans: Named['spans'] },
): boolean {
  const [year = '', month, dayOfMonth] = end.split('-')
  if (!years.has(year) && !spans.some(([from, to]) => from.slice(0, 4) <= year && year <= to.slice(0, 4))) return false
  if (month === undefined || /-(?:01-01|12-31)$/.test(end)) return true
  const has = (time: string): boolean => spans.some((span) => span.some((one) => one.startsWith(time)))
  if (has(end)) return true
  const isMonth = has(`${year}-${month}`) || texts.some((one) => months[Number(month) - 1]?.test(one))
  return isMonth && (dayOfMonth === undefined || texts.some((one) => new RegExp(`(?<!\\d)0?${Number(dayOfMonth)}(?!\\d)`).test(one)))
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').map((name) => new RegExp(`\\b${name}`))

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
function areNamesKnown({ indicator, actors }: Slots, { texts, parties }: Known): boolean {
  if (indicator === null) return true
  const named = actorsIn(indicator, '9999').flatMap(({ ids }) => ids)
  const documents = indicator.match(/\b(?:ES-\d+|\d+)\/\d+\b/g) ?? []
  return named.every((id) => parties.has(id) || actors.includes(id)) && documents.every((one) => texts.some((text) => text.includes(one)))
}
