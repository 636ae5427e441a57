import { firstStandingYear } from '../../measures/standing/standing.ts'
import { type StandingOrder, standingClasses } from '../../measures/standing/standing-classes.ts'
import { standingConstants } from '../../measures/standing/standing-constants.ts'
import type { StandingFact } from '../../measures/standing/standing-facts.ts'
import type { StandingMoves } from '../../measures/standing/standing-moves.ts'
import type { StandingSentence } from '../forms/standing-sentence.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import { pastWords } from './past-relations.ts'
import type { PairStanding } from './standing-of-pairs.ts'

const { provenPeace } = standingConstants

/** How many facts the sentence names; the others are in the list. */
const named = 3

/** Puts a standing into words. */
export function standingWords(standing: PairStanding, a: string, b: string): StandingSentence {
  const { order, since, certainty, moves } = standing
  const shown = chosenFacts(standing)
  const reasons = reasonsOf(standing, shown)
  const reason = reasons.length === 0 ? nothingKnown(standing) : joinedFacts(reasons, standing.day)
  return {
    class: standing.class,
    order,
    since,
    certainty,
    sentence: `${atStart(a)} and ${inSentence(b)}: ${levelWords(standing)}${sinceWords(standing, reasons)} ${reason}${beforeWords(standing)}.`,
    facts: shown.map(shownFact),
    ...(certainty === 'at-least' && standing.past.length > 0 ? { past: standing.past.map(shownFact) } : {}),
    wouldMove: [...better(standing, moves), ...worse(standing, moves)],
  }
}

function shownFact({ text, from, to, source }: StandingFact): StandingSentence['facts'][number] {
  return { text, from, to, source }
}

const levelWords = ({ class: level, certainty }: Pick<PairStanding, 'class' | 'certainty'>): string =>
  certainty === 'at-least' ? 'at peace' : level

/** A name with its article at the beginning of a sentence: `The Bahamas`. */
function atStart(name: string): string {
  const text = inSentence(name)
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}

/** Says that there is no rivalry and no close bond, what the relations were before, and why the closest wide pact is no close bond. */
function nothingKnown({ beside, past, day }: PairStanding): string {
  const oldest = [...beside].sort((x, y) => x.from.localeCompare(y.from))
  const closest = oldest.find(({ text }) => /Defence|Assistance/.test(text)) ?? oldest[0]
  const pact = closest?.why === undefined ? '' : `; ${withYears(closest, day)} is not counted as one, since ${closest.why}`
  return `no rivalry and no close bond is on record${pastWords(past)}${pact}`
}

/** Since when the record has both as states, where the run is as old as that; a record that begins in 1946 may not go back to the beginning. */
function asFarBack(since: number): string {
  return since === firstStandingYear
    ? `, as far back as the record goes (${since}):`
    : `, as far back as the record has both as states (${since}):`
}

/**
 * Says since when. A year in which merely the record begins is told as such; where each of the facts named is younger than the run, today's facts are not what
 * began it, and where one is older, it is the states that are young.
 */
function sinceWords({ since, before, certainty, order }: PairStanding, reasons: readonly StandingFact[]): string {
  const years = reasons.map(({ from }) => Number(from.slice(0, 4)))
  const youngerThanRun = years.length > 0 && years.every((year) => year > since)
  if (before === undefined) {
    if (youngerThanRun) return ':'
    return certainty === 'at-least' || years.some((year) => year < since) ? asFarBack(since) : `, since ${since}:`
  }
  if (order === 5 && isTenYearsOld(reasons, since)) return `, since ${since}, ten years into`
  return youngerThanRun || order === 5 ? `, since ${since}, today by` : `, since ${since}:`
}

function isTenYearsOld(communities: readonly StandingFact[], year: number): boolean {
  return communities.length > 0 && communities.every(({ from }) => from <= `${year - provenPeace.value}-12-31`)
}

/** The facts that the sentence names: of a security community those that had lasted ten years when it became one, where they are still in force. */
function reasonsOf({ order, since, before }: PairStanding, shown: readonly StandingFact[]): readonly StandingFact[] {
  const old = order === 5 && before !== undefined ? shown.filter((fact) => isTenYearsOld([fact], since)) : []
  return (old.length > 0 ? old : shown).slice(0, named)
}

const membership = 'common membership of '

/** Lists facts with their years; common membership of several bodies is said once. */
function joinedFacts(facts: readonly StandingFact[], day: string): string {
  const shown = facts.map((fact, i) => {
    const goesOn = i > 0 && [fact, facts[i - 1]!].every(({ text }) => text.startsWith(membership))
    return withYears(goesOn ? { ...fact, text: fact.text.slice(membership.length) } : fact, day)
  })
  return joinedWords(shown)
}

/** Says how the pair stood before, and the first reason; not of a war, whose end the facts tell, and not of a security community, which grew out of its facts. */
function beforeWords({ since, before, order, day }: PairStanding): string {
  if (before === undefined || order === 5) return ''
  const until = `until ${since - 1}`
  if (before.class === 'at war') return `; at war ${until}`
  if (before.certainty === 'at-least') return `; at peace without a close bond on record ${until}`
  const [reason] = chosenFacts({ facts: before.facts, day: `${since - 1}-12-31` })
  return `; ${before.class} ${until}${reason === undefined ? '' : ` (${reason.text}, ${yearsOf(reason, day)})`}`
}

/** The first of the facts that place a pair, with its years; undefined where there is none. */
export function leadingFactWords(facts: readonly StandingFact[], day: string): string | undefined {
  const [first] = chosenFacts({ facts, day })
  return first === undefined ? undefined : withYears(first, day)
}

const kindOrder = [
  'force',
  'community',
  'pact',
  'body',
  'troops',
  'armistice',
  'state-of-war',
  'claim',
  'no-relations',
  'lower-relations',
  'enmity',
] as const
/** Treaties that say the same as membership of the body that rests on them. */
const foundingTreaties: ReadonlyMap<string, string> = new Map([[`${membership}NATO`, 'the North Atlantic Treaty']])
const sizeOrder = ['whole-state', 'province', 'sector', 'islet', 'sea'] as const

/**
 * The facts of the deciding clause without repetition: the first of each kind, then the second. Our own table comes before the yearly rows of the same fighting,
 * the latest use of force before older ones, and a claim to a province before one to waters.
 */
function chosenFacts({ facts: all, day }: Pick<PairStanding, 'facts' | 'day'>): StandingFact[] {
  const facts = all.filter(({ text }) => !all.some((other) => foundingTreaties.get(other.text) === text))
  const own = facts.filter(({ kind, source }) => kind === 'force' && !source.startsWith('ucdp'))
  const fresh = facts.filter((fact) => fact.kind !== 'force' || own.includes(fact) || !own.some((other) => touches(fact, other)))
  const texts = new Set<string>()
  const unique = [...fresh]
    .sort((x, y) => weightWithin(x, day).localeCompare(weightWithin(y, day)))
    .filter(({ text }) => !texts.has(text) && texts.add(text) !== undefined)
  const place = new Map(unique.map((fact) => [fact, unique.filter(({ kind }) => kind === fact.kind).indexOf(fact)]))
  return unique.sort((x, y) => place.get(x)! - place.get(y)! || kindRank(x) - kindRank(y))
}

function kindRank({ kind }: StandingFact): number {
  const rank = (kindOrder as readonly string[]).indexOf(kind)
  return rank < 0 ? kindOrder.length : rank
}

/** A text that sorts the facts of one kind. */
function weightWithin(fact: StandingFact, day: string): string {
  if (fact.kind === 'force') {
    const end = fact.to === null || fact.to > day ? day : fact.to
    return String(99_999_999 - Number(end.replaceAll('-', '')))
  }
  const size = 'size' in fact && fact.size !== undefined ? sizeOrder.indexOf(fact.size) : 0
  return `${size}${fact.from}`
}

function touches(one: StandingFact, other: StandingFact): boolean {
  return (
    (other.to === null || one.from.slice(0, 4) <= other.to.slice(0, 4)) && (one.to === null || one.to.slice(0, 4) >= other.from.slice(0, 4))
  )
}

function withYears(fact: StandingFact, day: string): string {
  const years = yearsOf(fact, day)
  // the name of a short event often has its year
  if (/^\d+$/.test(years) && fact.text.includes(years)) return fact.text
  return fact.text.endsWith(')') ? `${fact.text.slice(0, -1)}, ${years})` : `${fact.text} (${years})`
}

function yearsOf({ from, to }: StandingFact, day: string): string {
  const [first, last] = [from.slice(0, 4), to === null || to > day ? undefined : to.slice(0, 4)]
  if (last === undefined) return `since ${first}`
  return first === last ? first : `${first} to ${last}`
}

function fromWar({ facts, day }: PairStanding): string {
  const goesOn = facts.some(({ to }) => to === null || to > day)
  return goesOn
    ? 'It would leave war when the fighting ends.'
    : `It would leave war in ${Number(day.slice(0, 4)) + 1} without new fighting.`
}

function better(standing: PairStanding, { byTime, byEnd, byEndOfAll }: StandingMoves): string[] {
  const { order, clause } = standing
  if (order === 5) return []
  if (clause === 'war') return [fromWar(standing)]
  const time = byTime === undefined ? [] : [timeSentence(order, byTime)]
  const ends = byEnd.slice(0, 2).map((move) => `${ending(move.fact)} would make it ${aClass(move.order)}.`)
  if (time.length + ends.length > 0) return [...time, ...ends]
  if (byEndOfAll !== undefined) return [`Only the end of all of these together would make it ${aClass(byEndOfAll)}.`]
  if (order < 3) return ['No single fact holds it there: what is open would have to be settled, and no force used for ten years.']
  return [order === 4 ? toCommunity(standing) : toWarmPeace(standing)]
}

/** What makes a security community; a body that the two are in is named, since it does not. In an old community only a claim to territory is in the way. */
function toCommunity({ facts }: PairStanding): string {
  if (facts.some(({ kind }) => kind === 'community'))
    return 'An end of the claim to territory between them would make it a security community.'
  const bodies = [...new Set(facts.filter(({ kind }) => kind === 'body').map(({ text }) => text.replace(membership, '')))].slice(0, 2)
  const not =
    bodies.length === 0 ? '' : `; ${joinedWords(bodies)} ${bodies.length === 1 ? 'is not counted as one' : 'are not counted as such'}`
  return `Ten years together in a community such as NATO or the European Union would make it a security community${not}.`
}

/** What makes warm peace: a close bond, and an end of what stands in its way. */
function toWarmPeace({ facts, beside }: PairStanding): string {
  const closer = beside.some(({ text }) => /Defence|Assistance|Charter|Pact/.test(text)) ? 'a closer' : 'a'
  const bond = `${closer} treaty to defend each other, or membership of both in a close body such as ASEAN or Mercosur,`
  const way = facts.length === 1 && facts[0]!.kind !== 'force' ? ending(facts[0]!) : 'An end of what stands between them'
  const text = facts.length === 0 ? bond : `${way}, together with ${bond.replace('other, or', 'other or')}`
  return `${text[0]!.toUpperCase()}${text.slice(1)} would make it warm peace.`
}

function timeSentence(order: StandingOrder, { year, order: later }: NonNullable<StandingMoves['byTime']>): string {
  if (order >= 4) return `It becomes ${aClass(later)} in ${year} if nothing changes.`
  return `If no force is used, it becomes ${aClass(later)} in ${year}.`
}

function ending({ kind, text }: StandingFact): string {
  if (kind === 'sanctions') return 'An end of the sanctions of one side'
  if (kind === 'force') return `The end of the fighting (${text})`
  if (kind === 'claim') return `A settlement of ${text}`
  if (kind === 'no-relations') return 'A return of diplomatic relations'
  if (kind === 'lower-relations') return 'A return of ambassadors'
  if (kind === 'non-recognition') return 'Recognition'
  return kind === 'armistice' ? 'A peace treaty' : `The end of ${text}`
}

/** Of pairs without a quarrel, force is too far from thought to be told. */
function worse({ order, clause }: PairStanding, { byForce }: StandingMoves): string[] {
  if (order === 1) return ['War would move it down.']
  if (order === 5 || clause === 'nothing-known') return []
  return byForce === undefined ? [] : [`A use of force would make it ${aClass(byForce)}.`]
}

function aClass(order: StandingOrder): string {
  const name = standingClasses[order]
  return /rivalry|community/.test(name) ? `a ${name}` : name
}
