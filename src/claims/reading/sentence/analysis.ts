import { type FiscalYear, fiscalYearOf } from '../../text/calendar.ts'
import { type Cue, type CueKind, cuesIn } from '../../text/claim-cues.ts'
import type { ActorMention, ReadSentence, TextSpan } from '../../text/mention.ts'
import { actorsIn } from '../../text/names/actors.ts'
import { quantitiesIn } from '../../text/numbers/quantities.ts'
import { timesIn } from '../../text/times/times.ts'
import { type Topic, type TopicMention, topicsIn } from '../../text/topics/topics.ts'

/** A sentence with everything the grammars find in it. */
export interface Analysis extends ReadSentence {
  readonly topics: readonly TopicMention[]
  readonly cues: readonly Cue[]
  /** The topic of the whole text; undefined if no topic dominates. */
  readonly documentTopic?: Topic
}

/**
 * Reads one sentence with all grammars.
 *
 * @param date     date of the document
 * @param states   states named anywhere in the text; they determine whose fiscal year applies
 * @param actors   mentions of states in this sentence, if already found; finding them is the slowest step
 * @param fiscal   fiscal year of the publisher, if the text names one
 */
export function analyse(
  index: number,
  text: string,
  date: string,
  states: readonly string[],
  actors: readonly ActorMention[] = actorsIn(text, date.length === 10 ? date : `${date}-01-01`.slice(0, 10)),
  fiscal: FiscalYear = fiscalYearOf([...actors.flatMap(({ ids }) => [...ids]), ...states]),
): Analysis {
  const times = timesIn(text, { date, fiscal })
  return {
    index,
    text,
    times,
    quantities: quantitiesIn(text, times),
    actors,
    topics: topicsIn(text),
    cues: cuesIn(text),
  }
}

export const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end
export const within = (inner: TextSpan, outer: TextSpan): boolean => inner.start >= outer.start && inner.end <= outer.end
/** Counts the characters between two spans; 0 if they touch or overlap. */
export const gapBetween = (a: TextSpan, b: TextSpan): number => Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end))

/** Returns the cues of some kinds within a part of the sentence (default: the whole sentence). */
export function cuesOf(sentence: Analysis, kinds: readonly CueKind[], part: TextSpan = { start: 0, end: sentence.text.length }): Cue[] {
  return sentence.cues.filter((cue) => kinds.includes(cue.kind) && within(cue, part))
}

/** Returns the span nearest to `to`; of two at the same distance, the one listed first. Undefined if there is none. */
export function nearest<T extends TextSpan>(to: TextSpan, among: readonly T[]): T | undefined {
  return among.reduce<T | undefined>(
    (best, one) => (best === undefined || gapBetween(to, one) < gapBetween(to, best) ? one : best),
    undefined,
  )
}
