import { stateOf } from '../../../../states/index.ts'
import type { Claim } from '../../../claim.ts'
import { daysOf, fiscalYearOf } from '../../../text/calendar.ts'
import type { TextSpan } from '../../../text/mention.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { timesIn } from '../../../text/times/times.ts'

/** The sentences of a text and its date. */
export interface SentencesOfText {
  readonly sentences: readonly string[]
  readonly date: string
}

/** Matches the words and marks that separate two statements of a sentence. */
const boundary =
  /[;:]|, (?:and|but|yet|while|whereas|although|though|so|nor|or|as|which|where|when)\b|\b(?:but|(?<!\bnot )yet|while|whereas|although)\b/giu

/**
 * Returns the statement of a sentence that contains a span.
 *
 * @example clauseOf('India joined in 2017, and Pakistan came in later.', { start: 0, end: 12 }).text   // 'India joined in 2017'
 */
export function clauseOf(sentence: string, span: TextSpan): TextSpan & { readonly text: string } {
  let [start, end] = [0, sentence.length]
  for (const match of sentence.matchAll(boundary)) {
    if (match.index <= span.start && match.index + match[0].length <= span.start) start = match.index + match[0].length
    else if (match.index >= span.end) {
      end = match.index
      break
    }
  }
  return { start, end, text: sentence.slice(start, end).trim() }
}

/**
 * Whether words are negated.
 *
 * @example isNegated('is no member of')   // true
 */
export function isNegated(text: string): boolean {
  return /\b(?:no|not|never|neither|nor|none|without|cannot)\b|n['’]t\b/i.test(text)
}

/** Returns at most this many sentences before a claim's own, the nearest first. */
export function sentencesBefore(claim: Claim, bench: SentencesOfText, most: number): readonly string[] {
  return bench.sentences.slice(Math.max(0, claim.sentence_index - most), claim.sentence_index).reverse()
}

/** Whether the sentence itself names the claim's period. A period carried over from another sentence cannot refute a claim. */
export function hasOwnPeriod(claim: Pick<Claim, 'sentence' | 'period' | 'actors'>, bench: Pick<SentencesOfText, 'date'>): boolean {
  if (claim.period === null) return false
  const { from, to } = daysOf(claim.period)
  return timesIn(claim.sentence, { date: bench.date, fiscal: fiscalYearOf(claim.actors) }).some(({ period }) => {
    const time = daysOf(period)
    return (time.from >= from && time.to <= to) || (from >= time.from && to <= time.to)
  })
}

/** Returns the states that a text names by any word for them; words such as `the country` do not count. */
export function actorsNamedIn(text: string, date: string): ReadonlySet<string> {
  return new Set(actorsIn(text, daysOf({ at: date }).from).flatMap(({ ids }) => [...ids]))
}

const placed = new WeakMap<readonly string[], ReadonlyMap<string, readonly number[]>>()

/** Returns for each state and bloc the indices of the sentences that name it; computed once for a text. */
export function sentencesNaming({ sentences, date }: SentencesOfText): ReadonlyMap<string, readonly number[]> {
  const known = placed.get(sentences)
  if (known !== undefined) return known
  const found = new Map<string, number[]>()
  for (const [index, text] of sentences.entries())
    for (const id of actorsNamedIn(text, date)) {
      const places = found.get(id)
      if (places === undefined) found.set(id, [index])
      else places.push(index)
    }
  placed.set(sentences, found)
  return found
}

/**
 * Whether every actor is named in the claim's sentence, or in the last sentence before that names states, and no other state is named there. Otherwise a state
 * may have been mistaken for another.
 */
export function areActorsNamed(claim: Claim, bench: SentencesOfText, actors: readonly string[] = claim.actors): boolean {
  const own = [...actorsNamedIn(claim.sentence, bench.date)].filter((id) => stateOf(id) !== undefined)
  if (actors.every((actor) => own.includes(actor))) return actors.length > 0
  if (own.some((id) => !claim.actors.includes(id))) return false
  if (/\b(?:the two|both|each other|one another|the pair)\b/i.test(claim.sentence)) return isPairOfText(bench, actors)
  const nearest = sentencesBefore(claim, bench, 3)
    .map((text) => [...actorsNamedIn(text, bench.date)].filter((id) => stateOf(id) !== undefined))
    .find((ids) => ids.length > 0)
  return (
    actors.length > 0 &&
    nearest !== undefined &&
    nearest.every((id) => claim.actors.includes(id)) &&
    actors.every((id) => [...nearest, ...own].includes(id))
  )
}

/** A text is about some states if each of them is named at least this many times as often as any other state. */
const dominanceRatio = 1.5

/** Whether a text is about these states and hardly any other, and the sentence names no other state: then `both`, `the country` or `the ban` refer to them. */
export function isTextAboutActors(text: SentencesOfText, sentence: string, actors: readonly string[]): boolean {
  const isState = (id: string): boolean => stateOf(id) !== undefined || id === 'EUU'
  if ([...actorsNamedIn(sentence, text.date)].some((id) => isState(id) && !actors.includes(id))) return false
  const places = sentencesNaming(text)
  const others = [...places].filter(([id]) => isState(id) && !actors.includes(id)).map(([, { length }]) => length)
  const least = Math.max(2, dominanceRatio * Math.max(0, ...others))
  return actors.length > 0 && actors.every((id) => isState(id) && (places.get(id)?.length ?? 0) >= least)
}

/** Whether the sentence before begins with the state: then `it` refers to that state. */
export function isSubjectBefore({ sentence_index: index }: Claim, { sentences, date }: SentencesOfText, id: string): boolean {
  const [first] = actorsIn(sentences[index - 1] ?? '', daysOf({ at: date }).from).filter(({ ids }) => ids.length > 0)
  return first !== undefined && first.start < 6 && first.ids.includes(id)
}

/** Whether these one or two states are named more often than any third state: then `the two` refers to them. */
function isPairOfText(text: SentencesOfText, actors: readonly string[]): boolean {
  const counts = new Map([...sentencesNaming(text)].filter(([id]) => stateOf(id) !== undefined).map(([id, { length }]) => [id, length]))
  const third = [...counts.values()].sort((a, b) => b - a)[2] ?? 0
  return actors.length > 0 && actors.length <= 2 && actors.every((actor) => (counts.get(actor) ?? 0) > third)
}

/** Whether a number is part of the name of a resolution, a draft or an article. */
export function isPartOfDocumentName({ sentence, start, end }: Pick<Claim, 'sentence' | 'start' | 'end'>): boolean {
  return (
    /(?:\/|\b(?:resolutions?|drafts?|articles?|no\.?|number|paragraph) )$/i.test(sentence.slice(0, start)) ||
    /^\//.test(sentence.slice(end))
  )
}

/**
 * Returns the actor directly before some words, with the actors joined to it: `Russia and China (vetoed)`.
 *
 * @example subjectsBefore('China abstained when Russia alone vetoed it', 34, '2020-01-01').join()   // 'RUS'
 */
export function subjectsBefore(sentence: string, start: number, date: string): readonly string[] {
  const mentions = actorsIn(sentence.slice(0, start), date).filter(({ ids }) => ids.length > 0)
  const last = mentions.at(-1)
  if (last === undefined || start - last.end > 40) return []
  const joined = [last]
  for (let i = mentions.length - 2; i >= 0; i--) {
    const between = sentence.slice(mentions[i]!.end, joined[0]!.start)
    if (!/^(?:,| and|, and)? (?:and )?(?:the )?$/i.test(between)) break
    joined.unshift(mentions[i]!)
  }
  return joined.flatMap(({ ids }) => [...ids])
}

/** Whether a sentence hints at a time that is not read as a period: `once`, `later`, `under Obama`. */
export function hasTimeHint(text: string): boolean {
  return /\b(?:once|earlier|later|before|after|then|ago|until|under|when|time|years?|months?|weeks?|decades?|autumn|spring|summer|winter)\b/i.test(
    text,
  )
}

/**
 * Returns the symbols of documents in a text: of the General Assembly with `A/RES/` in front, of the Security Council with `S/`.
 *
 * @example symbolsIn('under resolution ES-11/1 and draft S/2022/720').join()   // 'A/RES/ES-11/1,S/2022/720'
 */
export function symbolsIn(text: string): readonly string[] {
  const assembly = [
    ...text.matchAll(/\b(?:A\/RES\/|(?:[Aa]ssembly )?[Rr]esolutions? (?:no\.? )?|(?=ES-))((?:ES-)?\d{1,2}\/\d{1,3}[A-Z]?)\b/g),
  ]
  // `resolution 2758 (XXVI)` is of the Assembly's first thirty sessions, `resolution 242 (1967)` of the Council
  const older = [...text.matchAll(/\b[Rr]esolutions? (\d{1,4}(?: ?[A-Z])?) ?\(((?:ES-)?[IVXLS]+|\d{4})\)/g)].map(([, number, session]) =>
    /^\d/.test(session!) ? `S/RES/${number}` : `A/RES/${number!.replace(/ /g, '')}(${session})`,
  )
  return [
    ...assembly.map((match) => `A/RES/${match[1]}`),
    ...older,
    ...[...text.matchAll(/\bS\/(?:RES\/)?\d{2,4}(?:\/\d+)?/g)].map(([one]) => one),
  ]
}
