import type { ClaimPeriod } from '../../../claim.ts'
import { fiscalYearOf } from '../../../text/calendar.ts'
import { yearsOfPeriod } from '../../../text/days-of-text.ts'
import type { ActorMention, TextSpan, TimeMention } from '../../../text/mention.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { timesIn } from '../../../text/times/times.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** A period that a sentence names, with its years and its position. */
export interface NamedTime extends TextSpan {
  readonly period: ClaimPeriod
  readonly from: number
  readonly to: number
  /** Whether the period is only a base of comparison: `more than in 2021`, `the smallest since 2010`. */
  readonly isBase: boolean
  /** Computes the period of `ten years earlier` or `by then` from a period named earlier; undefined for all other periods. */
  readonly anchored: TimeMention['anchored']
}

/** What a sentence itself names: states and blocs, whether a pronoun refers to one, and periods with their positions. */
export interface NamedStates {
  readonly mentions: readonly ActorMention[]
  readonly states: readonly string[]
  /** Actors named in the possessive: `Israel's`. */
  readonly owners: readonly string[]
  readonly refers: boolean
  readonly years: readonly NamedTime[]
}

/** Matches words before `since` which show that the year is only a base of comparison: `The smallest since`, `its highest level since`. */
const superlativeBefore = /\b(?:\p{Ll}{2,}est|most|least|worst|first|record|low|high|peak)(?: [\w’'-]+){0,4} $/u

const known = new WeakMap<readonly string[], readonly NamedStates[]>()

/** Returns what each sentence of a text names; computed once for a text. */
export function namedBySentence({ sentences, date }: Pick<TextOfClaims, 'sentences' | 'date'>): readonly NamedStates[] {
  const found = known.get(sentences)
  if (found !== undefined) return found
  const named = sentences.map((text) => actorsIn(text, dayIn(date)))
  const all = named.flatMap((mentions) => mentions.flatMap(({ ids }) => [...ids]))
  const made = sentences.map((text, index): NamedStates => {
    const mentions = named[index]!
    const states = mentions.filter(isStateOrBloc).flatMap(idsOf)
    const owners = mentions.filter(({ possessive }) => possessive).flatMap(({ ids }) => [...ids])
    const years = timesIn(text, { date, fiscal: fiscalYearOf([...mentions.flatMap(({ ids }) => [...ids]), ...all]) }).map(
      ({ period, start, end, role, anchored }) => ({
        ...yearsOfPeriod(period),
        period,
        start,
        end,
        isBase: role === 'base' || (role === 'since' && superlativeBefore.test(text.slice(0, start))),
        anchored,
      }),
    )
    return { mentions, states: [...new Set(states)], owners, refers: mentions.some(({ form }) => form === 'pronoun'), years }
  })
  known.set(sentences, made)
  return made
}

/** States meant by `the North` and `the South` in a text on Korea. */
const koreas: Readonly<Record<string, string>> = { north: 'PRK', south: 'KOR' }
const idsOf = ({ ids, rule }: ActorMention): string[] => (koreas[rule] === undefined ? [...ids] : [koreas[rule]])

const isStateOrBloc = ({ rule }: ActorMention): boolean => rule !== 'organisation' && rule !== 'region'

/** Returns the states in the title of a text; empty without a title. */
export function titleStates({ title = '', date }: Pick<TextOfClaims, 'title' | 'date'>): string[] {
  return [...new Set(actorsIn(title, dayIn(date)).filter(isStateOrBloc).flatMap(idsOf))]
}

const dayIn = (date: string): string => (date.length === 10 ? date : `${date}-01-01`.slice(0, 10))

/** Returns the periods of a sentence, except those that are only a base of comparison. */
export const statedTimes = ({ years }: Pick<NamedStates, 'years'>): readonly NamedTime[] => years.filter(({ isBase }) => !isBase)

/** Returns the periods meant by `ten years earlier` or `by then`, counted from each period of the last earlier sentence that names any. */
export function relativeTimes({ years }: NamedStates, before: readonly NamedStates[]): ClaimPeriod[] {
  if (years.every(({ anchored }) => anchored === undefined)) return []
  const last = before.findLast((one) => one.years.some(({ isBase }) => !isBase))
  const told = last === undefined ? [] : statedTimes(last)
  return years.flatMap(({ anchored }) => (anchored === undefined ? [] : told.map(({ period }) => anchored(period))))
}

const clauseMark = /[;:]|,(?=\s)|\s[–—-]\s|\s(?:while|whereas|but|although|though)\s/g

/** Returns the clause around a part of a sentence, up to the next clause boundaries. */
export function clauseAround(sentence: string, { start, end }: TextSpan): TextSpan {
  const marks = [...sentence.matchAll(clauseMark)].map((match) => match.index)
  return {
    start: marks.findLast((at) => at < start) ?? 0,
    end: marks.find((at) => at >= end) ?? sentence.length,
  }
}

/** Returns the states and blocs named within a span of a sentence. */
export function namedWithin({ mentions }: NamedStates, { start, end }: TextSpan): string[] {
  const inside = mentions.filter((one) => isStateOrBloc(one) && one.start >= start && one.end <= end)
  return [...new Set(inside.flatMap(idsOf))]
}
