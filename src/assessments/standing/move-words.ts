import { type StandingOrder, standingClasses, withStandingTerm } from '../../measures/standing/standing-classes.ts'
import type { StandingFact } from '../../measures/standing/standing-facts.ts'
import type { StandingMoves } from '../../measures/standing/standing-moves.ts'
import { joinedWords } from '../forms/wording.ts'
import { isGoingOn, membership } from './fact-words.ts'
import type { PairStanding } from './standing-of-pairs.ts'

/** What would move a pair up, then down, one sentence each. */
export function moveWords(standing: PairStanding): string[] {
  return [...better(standing, standing.moves), ...worse(standing, standing.moves)]
}

function fromWar({ facts, day }: PairStanding): string {
  return facts.some((fact) => isGoingOn(fact, day))
    ? 'It would leave war when the fighting ends.'
    : `It would leave war in ${Number(day.slice(0, 4)) + 1} without new fighting.`
}

function better(standing: PairStanding, { byTime, byEnd, byEndOfAll }: StandingMoves): string[] {
  const { order, clause } = standing
  if (order === 5) return []
  if (clause === 'war') return [fromWar(standing)]
  const time = byTime === undefined ? [] : [timeSentence(order, byTime)]
  const ends = byEnd.slice(0, 2).map((move) => `${ending(move.fact)} would put them ${placeWords(move.order)}.`)
  if (time.length + ends.length > 0) return [...time, ...ends]
  if (byEndOfAll !== undefined) return [`Only the end of all of these together would put them ${placeWords(byEndOfAll)}.`]
  if (order < 3) return ['No single fact holds it there: what is open would have to be settled, and no force used for ten years.']
  return [order === 4 ? toCommunity(standing) : toWarmPeace(standing)]
}

/** What makes a security community; a body that the two are in is named, since it does not. In an old community only a claim to territory is in the way. */
function toCommunity({ facts }: PairStanding): string {
  if (facts.some(({ kind }) => kind === 'community'))
    return `An end of the claim to territory between them would put them ${placeWords(5)}.`
  const bodies = [...new Set(facts.filter(({ kind }) => kind === 'body').map(({ text }) => text.replace(membership, '')))].slice(0, 2)
  const not =
    bodies.length === 0 ? '' : `; ${joinedWords(bodies)} ${bodies.length === 1 ? 'is not counted as one' : 'are not counted as such'}`
  return `Ten years together in a community such as NATO or the European Union would put them ${placeWords(5)}${not}.`
}

/** What makes warm peace: a close bond, and an end of what stands in its way. */
function toWarmPeace({ facts, beside }: PairStanding): string {
  const closer = beside.some(({ text }) => /Defence|Assistance|Charter|Pact/.test(text)) ? 'a closer' : 'a'
  const bond = `${closer} treaty to defend each other, or membership of both in a close body such as ASEAN or Mercosur,`
  const way = facts.length === 1 && facts[0]!.kind !== 'force' ? ending(facts[0]!) : 'An end of what stands between them'
  const text = facts.length === 0 ? bond : `${way}, together with ${bond.replace('other, or', 'other or')}`
  return `${text[0]!.toUpperCase()}${text.slice(1)} would put them ${placeWords(4)}.`
}

function timeSentence(order: StandingOrder, { year, order: later }: NonNullable<StandingMoves['byTime']>): string {
  if (order >= 4) return `They will be ${placeWords(later)} from ${year} on if nothing changes.`
  return `If no force is used, they will be ${placeWords(later)} from ${year} on.`
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
  return byForce === undefined ? [] : [`A use of force would put them ${placeWords(byForce)}.`]
}

function placeWords(order: StandingOrder): string {
  return withStandingTerm(standingClasses[order])
}
