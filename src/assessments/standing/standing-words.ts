import { type StandingOrder, standingClasses } from '../../measures/standing/standing-classes.ts'
import type { StandingFact } from '../../measures/standing/standing-facts.ts'
import type { StandingMoves } from '../../measures/standing/standing-moves.ts'
import type { StandingSentence } from '../forms/standing-sentence.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import type { PairStanding } from './standing-of-pairs.ts'

/** How many facts the sentence names; the others are in the list. */
const named = 3

/** Puts a standing into words. */
export function standingWords(standing: PairStanding, a: string, b: string): StandingSentence {
  const { order, since, certainty, moves } = standing
  const shown = chosenFacts(standing)
  const reasons = shown.slice(0, named)
  const reason = reasons.length === 0 ? nothingKnown(standing) : joinedFacts(reasons, standing.day)
  return {
    class: standing.class,
    order,
    since,
    certainty,
    sentence: `${atStart(a)} and ${inSentence(b)}: ${levelWords(standing)}${sinceWords(standing, reasons)} ${reason}${beforeWords(standing)}.`,
    facts: shown.map(({ text, from, to, source }) => ({ text, from, to, source })),
    wouldMove: [...better(standing, moves), ...worse(standing, moves)],
  }
}

const levelWords = ({ class: level, certainty }: Pick<PairStanding, 'class' | 'certainty'>): string =>
  certainty === 'at-least' ? 'at peace' : level

/** A name with its article at the beginning of a sentence: `The Bahamas`. */
function atStart(name: string): string {
  const text = inSentence(name)
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}

/** Says that there is no rivalry and no close bond; a pact of a whole continent is named, since it is a bond that does not place a pair. */
function nothingKnown({ beside }: PairStanding): string {
  const oldest = [...beside].sort((x, y) => x.from.localeCompare(y.from))
  const closest = oldest.find(({ text }) => /Defence|Assistance/.test(text)) ?? oldest[0]
  return closest === undefined
    ? 'no rivalry and no close bond is on record'
    : `no rivalry is on record, and no bond but a pact of a whole region, ${closest.text}`
}

/**
 * Says since when. A year in which merely the record begins is told as such; where each of the facts named is younger than the run, today's facts are not what
 * began it.
 */
function sinceWords({ since, before, certainty, order }: PairStanding, reasons: readonly StandingFact[]): string {
  const youngerThanRun = reasons.length > 0 && reasons.every(({ from }) => Number(from.slice(0, 4)) > since)
  if (before === undefined) {
    if (youngerThanRun) return ':'
    return certainty === 'at-least' ? `, as far back as the record goes (${since}):` : `, since ${since}:`
  }
  if (order === 5) return `, since ${since}, ten years into`
  return youngerThanRun ? `, since ${since}, today by` : `, since ${since}:`
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
  return fact.text.endsWith(')') ? `${fact.text.slice(0, -1)}, ${years})` : `${fact.text} (${years})`
}

function yearsOf({ from, to }: StandingFact, day: string): string {
  const [first, last] = [from.slice(0, 4), to === null || to > day ? undefined : to.slice(0, 4)]
  if (last === undefined) return `since ${first}`
  return first === last ? first : `${first} to ${last}`
}

function better({ order, clause }: PairStanding, { byTime, byEnd, byEndOfAll }: StandingMoves): string[] {
  if (order === 5) return []
  if (clause === 'war') return ['It would leave war when the fighting ends.']
  const time = byTime === undefined ? [] : [timeSentence(order, byTime)]
  const ends = byEnd.slice(0, 2).map((move) => `${ending(move.fact)} would make it ${aClass(move.order)}.`)
  if (time.length + ends.length > 0) return [...time, ...ends]
  if (byEndOfAll !== undefined) return [`Only the end of all of these together would make it ${aClass(byEndOfAll)}.`]
  if (order < 3) return ['No single fact holds it there: what is open would have to be settled, and no force used for ten years.']
  return [order === 4 ? 'Ten years in a common community such as NATO or the European Union would make it a security community.' : up]
}

const up = 'A treaty of defence narrower than a continent, or a common body that integrates its members, would make it warm peace.'

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
