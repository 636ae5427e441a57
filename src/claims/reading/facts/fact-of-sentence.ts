import { existedOn, stateOf } from '../../../states/index.ts'
import type { ClaimPeriod } from '../../claim.ts'
import type { FactSaid, FactTime } from '../../said/fact-said.ts'
import { daysOf, endOf, periodFromTo, startOf } from '../../text/calendar.ts'
import type { FactMention } from '../../text/facts/fact-mentions.ts'
import type { ActorMention, TextSpan, TimeMention } from '../../text/mention.ts'
import { actorsIn } from '../../text/names/actors.ts'
import type { Analysis } from '../sentence/analysis.ts'

/** A fact that a sentence tells, with its parties and its time. */
export interface FactOfSentence {
  readonly said: FactSaid
  /** Null: neither the clause nor what is around it names a time. */
  readonly period: ClaimPeriod | null
}

/** Marks and words that begin another clause. */
const turn =
  /[;:]| [–—] |,? (?:after|before|when|while|whereas|because|although|though|if|but|which|who|where|that|as|so)\b(?! (?:a|an|the) (?:result|consequence)\b)|, and (?=\p{Lu}|the |it |they )/gu

/** Returns the clause that a fact stands in. Words such as `before 1990` begin none. */
function clauseAround(text: string, fact: FactMention, brackets: readonly TextSpan[]): TextSpan {
  let [start, end] = [0, text.length]
  for (const { index, 0: words } of text.matchAll(turn)) {
    if (brackets.some((one) => isWithin({ start: index, end: index + words.length }, one))) continue
    // names of lands are lists
    if (fact.words.frame === 'land' && /[;:]/.test(words)) continue
    if (
      /(?:before|after)$/.test(words) &&
      /^ (?:\d|January|February|March|April|May|June|July|August|September|October|November|December)/.test(
        text.slice(index + words.length),
      )
    )
      continue
    if (index + words.length <= fact.start) start = index + words.length
    else if (index >= fact.end) {
      end = index
      break
    }
  }
  return { start, end }
}

/** Spans of the words in brackets. */
const bracketsIn = (text: string): readonly TextSpan[] =>
  [...text.matchAll(/\([^()]*\)/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }))

const isWithin = (inner: TextSpan, outer: TextSpan): boolean => inner.start >= outer.start && inner.end <= outer.end

/**
 * Reads a fact with its parties and its time from the clause in which it stands.
 *
 * @param parties   the parties that the sentence and its context give, where the clause itself names one side alone
 * @param around   the time that they give, where the clause names none
 */
export function factOfSentence(
  sentence: Analysis,
  fact: FactMention,
  parties: readonly string[],
  around: ClaimPeriod | null,
): FactOfSentence | undefined {
  const brackets = bracketsIn(sentence.text)
  const clause = clauseAround(sentence.text, fact, brackets)
  const isTold = (span: TextSpan): boolean => isWithin(span, clause) && !brackets.some((one) => isWithin(span, one))
  const times = sentence.times.filter((time) => isTold(time) && time.role !== 'base')
  const time = timeOfFact(sentence.text, fact, times)
  const actors = actorsOfTime(sentence, time?.period).filter(
    (actor) => actor.ids.length > 0 && isTold(actor) && !times.some((one) => isWithin(actor, one)),
  )
  const named = nameOf(sentence.text, fact, clause, time?.span)
  const sides = sidesOf(sentence.text, fact, actors, named, parties)
  if (sides === undefined || [...sides.by, ...sides.on].some((id) => stateOf(id) === undefined)) return undefined
  const { words, isDenied, isEver } = fact
  const when = time?.when ?? (around === null ? undefined : 'from' in around ? 'throughout' : 'within')
  return {
    said: {
      meanings: words.meanings,
      ...sides,
      ...(when === undefined ? {} : { when }),
      ...(time === undefined && around !== null ? { isLoose: true as const } : {}),
      ...(named === undefined ? {} : { name: named.name }),
      ...(isDenied ? { isDenied } : {}),
      ...(isEver ? { isEver } : {}),
      ...(words.isSigned && /sign|conclud|initial|agreed/i.test(sentence.text.slice(fact.start, fact.end + 60)) ? { isSigned: true } : {}),
      ...(when === undefined && isPresent(sentence.text.slice(fact.start, fact.end)) ? { isNow: true } : {}),
    },
    period: time?.period ?? around,
  }
}

/** The mentions of states, with those that have ceased to exist since: `Yugoslavia` in 1955 is not the state that has its seat now. */
function actorsOfTime({ actors, text }: Analysis, period: ClaimPeriod | undefined): readonly ActorMention[] {
  if (period === undefined) return actors
  const { from, to } = daysOf(period)
  const gone = [from, to]
    .flatMap((day) => actorsIn(text, day))
    .filter(({ ids, form }) => form === 'name' && ids.some((id) => stateOf(id) !== undefined && !existedOn(stateOf(id)!, '9999-12-31')))
  return actors.map((actor) => gone.find(({ start }) => start === actor.start) ?? actor)
}

const isPresent = (words: string): boolean =>
  /^(?:has|have|is|are|does|do|remains?|claims?|maintains?|recogni[sz]es)\b(?! (?:been|had)\b)/i.test(words)

interface TimeOfFact {
  readonly when: FactTime
  readonly period: ClaimPeriod
  readonly span: TextSpan
}

/** The time after a fact, else the last one before it: `On 5 June 2017 A broke off relations with B`. */
function timeOfFact(text: string, fact: TextSpan, times: readonly TimeMention[]): TimeOfFact | undefined {
  const after = times.filter(({ start }) => start >= fact.end)
  const [first, second] = after
  const before = times.findLast(({ end }) => end <= fact.start)
  const time = first ?? before
  if (time === undefined) return undefined
  if (
    time === first &&
    second !== undefined &&
    /^,? (?:and )?(?:to|until|till|through|up to) (?:the )?$/i.test(gapBefore(text, first, second))
  )
    return {
      when: 'throughout',
      period: periodFromTo(startOf(first.period), endOf(second.period)),
      span: { start: leadStart(text, first), end: second.end },
    }
  const span = { start: leadStart(text, time), end: time.end }
  const words = text.slice(span.start, span.end)
  const when = whenOf(words, time)
  const period = when === 'since' ? { at: startOf(time.period) } : when === 'until' ? { at: endOf(time.period) } : time.period
  return { when, period, span }
}

/** What stands between two times, with a word that the second may begin with. */
const gapBefore = (text: string, { end }: TextSpan, { start, end: last }: TextSpan): string =>
  `${text.slice(end, start)}${/^(?:to|until|till|through|up to) /i.exec(text.slice(start, last))?.[0] ?? ''}`

const lead = /(?:^|[ ,(])((?:ever )?(?:since|until|till|before|after|by|from|between|up to|in|on|during)(?: the)? )$/i

/** Where the words of a time begin: with `since`, `until` or `before`, if they stand before it. */
function leadStart(text: string, { start }: TextSpan): number {
  const before = lead.exec(text.slice(Math.max(0, start - 16), start))
  return before === null ? start : start - before[1]!.length
}

function whenOf(words: string, { role, period }: TimeMention): FactTime {
  const isSpan = 'from' in period && (/^(?:from|between)\b/i.test(words) || /\d\s?[-–—]\s?\d| (?:to|until|till|through) /.test(words))
  if (isSpan) return 'throughout'
  if (/^(?:ever )?since\b|^from\b/i.test(words) || role === 'since') return /^after\b/i.test(words) ? 'after' : 'since'
  if (/^before\b/i.test(words)) return 'before'
  if (/^after\b/i.test(words)) return 'after'
  return /^(?:until|till|up to)\b/i.test(words) ? 'until' : 'within'
}

interface NamedIn {
  readonly name: string
  readonly span: TextSpan
}

/** The land that is claimed, or a name in brackets: `were at war (Korean War)`. */
function nameOf(text: string, fact: FactMention, clause: TextSpan, time: TextSpan | undefined): NamedIn | undefined {
  if (fact.words.frame === 'land') {
    const end = time !== undefined && time.start >= fact.end ? time.start : clause.end
    const rest = text.slice(fact.end, end).replace(/[\s,.]+$/, '')
    const name = rest.replace(/ (?:from|against) (?:the )?\p{Lu}.*$/u, '').trim()
    return name.length < 3 ? undefined : { name, span: { start: fact.end, end: fact.end + rest.indexOf(name) + name.length } }
  }
  const brackets = /^[^.;(]{0,60} \(([^()]{3,120})\)/.exec(text.slice(fact.end))
  const own = brackets ?? /\(([^()]{3,120})\)$/.exec(text.slice(fact.start, fact.end))
  return own === null ? undefined : { name: own[1]!, span: { start: fact.end, end: fact.end } }
}

type Sides = Pick<FactSaid, 'by' | 'on' | 'isDirected' | 'isLoose'>

const joined = /^,? (?:and|as well as|or) (?:both )?(?:the )?$|^, (?:and )?(?:the )?$/i

const preposition = /\b(?:with|from|in|into|to|against|on|by|at|for|than|unlike|like|over|under|despite) (?:the )?$/i

/** The subject before a place: the last group of parties joined by `and` that no preposition governs. */
function groupBefore(text: string, actors: readonly ActorMention[], at: number): readonly string[] {
  const before = actors.filter(({ end }) => end <= at)
  for (let last = before.length - 1; last >= 0; ) {
    const group = [before[last]!]
    last--
    for (; last >= 0 && joined.test(text.slice(before[last]!.end, group[0]!.start)); last--) group.unshift(before[last]!)
    if (!preposition.test(text.slice(0, group[0]!.start))) return distinct(group.flatMap(({ ids }) => ids))
  }
  return []
}

/** The group of parties joined by `and` that begins with the first mention after a place. */
function groupAfter(text: string, actors: readonly ActorMention[], at: number): readonly string[] {
  const after = actors.filter(({ start }) => start >= at)
  const group = after.slice(0, 1)
  for (let i = 1; i < after.length && joined.test(text.slice(group.at(-1)!.end, after[i]!.start)); i++) group.push(after[i]!)
  return distinct(group.flatMap(({ ids }) => ids))
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)]

/** Who acts on whom; undefined where the words leave it open. */
function sidesOf(
  text: string,
  fact: FactMention,
  actors: readonly ActorMention[],
  named: NamedIn | undefined,
  parties: readonly string[],
): Sides | undefined {
  const inside = distinct(actors.filter((one) => isWithin(one, fact)).flatMap(({ ids }) => ids))
  const before = groupBefore(text, actors, fact.start)
  if (fact.words.frame === 'land') return landSides(text, fact, actors, before, inside, named)
  if (inside.length === 2) return alike(inside)
  const after = groupAfter(text, actors, fact.end).filter((id) => !before.includes(id))
  // `relations with B were severed by A`
  if (inside.length === 1 && after.length === 1 && / by (?:the )?$/i.test(textBeforeFirst(text, actors, fact.end)))
    return { by: after, on: inside, isDirected: true }
  if (inside.length === 1 && before.length === 0 && after.length === 0)
    return fromContext(inside, [], parties, { ...fact, isPassive: true })
  if (before.length > 0 && after.length > 0) {
    if (fact.words.frame === 'alike') return { by: before, on: after }
    if (!fact.isPassive) return { by: before, on: after, isDirected: true }
    return / by (?:the )?$/i.test(textBeforeFirst(text, actors, fact.end)) ? { by: after, on: before, isDirected: true } : undefined
  }
  if (before.length === 2) return alike(before)
  if (before.length > 2 || after.length > 2) return undefined
  if (after.length === 2 && fact.words.frame === 'alike') return alike(after)
  return fromContext(before, after, parties, fact)
}

/** What stands between a place and the first mention after it. */
const textBeforeFirst = (text: string, actors: readonly ActorMention[], at: number): string =>
  text.slice(at, actors.find(({ start }) => start >= at)?.start ?? at)

const alike = ([a, b]: readonly string[]): Sides => ({ by: [a!], on: [b!] })

/** Completes a side that the clause does not name from the parties of the claim. */
function fromContext(
  before: readonly string[],
  after: readonly string[],
  parties: readonly string[],
  fact: FactMention,
): Sides | undefined {
  const [known] = [...before, ...after]
  const other = parties.find((id) => id !== known)
  if (parties.length !== 2 || other === undefined || (known !== undefined && !parties.includes(known))) return undefined
  if (known === undefined) return { ...alike(parties), isLoose: true }
  const isLoose = true as const
  const sides = before.length > 0 !== fact.isPassive ? { by: [known], on: [other], isLoose } : { by: [other], on: [known], isLoose }
  return fact.words.frame === 'acts' ? { ...sides, isDirected: true } : sides
}

function landSides(
  text: string,
  fact: FactMention,
  actors: readonly ActorMention[],
  before: readonly string[],
  inside: readonly string[],
  named: NamedIn | undefined,
): Sides | undefined {
  if (before.length === 2 && inside.length === 0) return alike(before)
  if (before.length !== 1) return undefined
  const from = actors.find(({ start }) => start >= fact.end && / (?:from|against|with) (?:the )?$/i.test(text.slice(0, start)))
  const on = inside.length > 0 ? inside : (from?.ids ?? [])
  if (on.length === 0 && named === undefined) return undefined
  return { by: before, on, ...(inside.length > 0 ? {} : { isDirected: true as const }) }
}
