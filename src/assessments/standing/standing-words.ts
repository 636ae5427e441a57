import { type StandingClass, type StandingOrder, standingClasses } from '../../measures/standing/standing-classes.ts'
import type { StandingFact } from '../../measures/standing/standing-facts.ts'
import type { StandingMoves } from '../../measures/standing/standing-moves.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import type { PairStanding } from './standing-of-pairs.ts'

/** A fact that places the pair. */
export interface ShownFact {
  readonly text: string
  readonly from: string
  readonly to: string | null
  readonly source: string
}

/** The standing of a pair as an assessment shows it. */
export interface StandingSentence {
  readonly class: StandingClass
  readonly order: StandingOrder
  /** First year of the unbroken run in this class. */
  readonly since: number
  /** `at-least`: the record is too thin to place the pair higher than negative peace. */
  readonly certainty: 'placed' | 'at-least'
  /** One plain sentence. */
  readonly sentence: string
  readonly facts: readonly ShownFact[]
  /** What would move the pair up, then down, one sentence each. */
  readonly wouldMove: readonly string[]
}

/** How many facts the sentence names; the others are in the list. */
const named = 3

/** Puts a standing into words. */
export function standingWords(standing: PairStanding, a: string, b: string): StandingSentence {
  const { order, since, certainty, moves } = standing
  const shown = chosenFacts(standing)
  const level = certainty === 'at-least' ? 'negative peace or better' : standing.class
  const reason = shown.length === 0 ? nothingKnown : joinedWords(shown.slice(0, named).map((fact) => withYears(fact, standing.day)))
  return {
    class: standing.class,
    order,
    since,
    certainty,
    sentence: `${a} and ${inSentence(b)}: ${level}, since ${since}: ${reason}.`,
    facts: shown.map(({ text, from, to, source }) => ({ text, from, to, source })),
    wouldMove: [...better(standing, moves), ...worse(moves)],
  }
}

const nothingKnown = 'the record names neither a rivalry nor a bond that would place the pair'

/** The facts of the deciding clause without repetition: present ones first, then the latest; our own table before the yearly rows of the same fighting. */
function chosenFacts({ facts, day }: PairStanding): StandingFact[] {
  const own = facts.filter(({ kind, source }) => kind === 'force' && !source.startsWith('ucdp'))
  const fresh = facts.filter((fact) => fact.kind !== 'force' || own.includes(fact) || !own.some((other) => touches(fact, other)))
  const rank = (fact: StandingFact): number => (fact.kind === 'force' ? 0 : fact.kind === 'community' ? 1 : fact.kind === 'pact' ? 2 : 3)
  const end = ({ to }: StandingFact): string => (to === null || to > day ? day : to)
  const sorted = [...fresh].sort(
    (x, y) =>
      rank(x) - rank(y) ||
      (x.kind === 'force' && end(x) !== end(y) ? (end(x) > end(y) ? -1 : 1) : x.from < y.from ? -1 : Number(x.from > y.from)),
  )
  const texts = new Set<string>()
  const unique = sorted.filter(({ text }) => !texts.has(text) && texts.add(text) !== undefined)
  return balanced(unique)
}

/** Of many uses of force only the latest is named before the issues. */
function balanced(facts: readonly StandingFact[]): StandingFact[] {
  const force = facts.filter(({ kind }) => kind === 'force')
  return [...force.slice(0, 1), ...facts.filter(({ kind }) => kind !== 'force'), ...force.slice(1)]
}

function touches(one: StandingFact, other: StandingFact): boolean {
  return (
    (other.to === null || one.from.slice(0, 4) <= other.to.slice(0, 4)) && (one.to === null || one.to.slice(0, 4) >= other.from.slice(0, 4))
  )
}

function withYears({ text, from, to }: StandingFact, day: string): string {
  const [first, last] = [from.slice(0, 4), to === null || to > day ? undefined : to.slice(0, 4)]
  if (last === undefined) return `${text} (since ${first})`
  return first === last ? `${text} (${first})` : `${text} (${first} to ${last})`
}

function better({ order, clause }: PairStanding, { byTime, byEnd, byEndOfAll }: StandingMoves): string[] {
  if (order === 5) return []
  if (clause === 'war') return ['It would leave war when the fighting ends.']
  const time = byTime === undefined ? [] : [timeSentence(order, byTime)]
  const ends = byEnd.slice(0, 2).map((move) => `The end of ${ending(move.fact)} would make it ${aClass(move.order)}.`)
  if (time.length + ends.length > 0) return [...time, ...ends]
  if (byEndOfAll !== undefined) return [`Only the end of all of these together would make it ${aClass(byEndOfAll)}.`]
  return [order === 4 ? 'Ten years in a common community such as NATO or the European Union would make it a security community.' : up]
}

const up = 'A treaty of defence, or a common body that integrates its members, would make it warm peace.'

function timeSentence(order: StandingOrder, { year, order: later }: NonNullable<StandingMoves['byTime']>): string {
  if (order >= 4) return `It becomes ${aClass(later)} in ${year} if nothing changes.`
  return `If no force is used, it becomes ${aClass(later)} in ${year}.`
}

function ending({ kind, text }: StandingFact): string {
  return kind === 'force' ? `the fighting (${text})` : text.replace(/^no (.*)$/, 'the lack of $1')
}

function worse({ byForce }: StandingMoves): string[] {
  return byForce === undefined ? [] : [`A use of force would make it ${aClass(byForce)}.`]
}

function aClass(order: StandingOrder): string {
  const name = standingClasses[order]
  return /rivalry|community/.test(name) ? `a ${name}` : name
}
