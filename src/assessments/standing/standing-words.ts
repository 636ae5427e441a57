import { firstStandingYear } from '../../measures/standing/standing.ts'
import { standingWordsOf, withStandingTerm } from '../../measures/standing/standing-classes.ts'
import { standingConstants } from '../../measures/standing/standing-constants.ts'
import type { StandingFact } from '../../measures/standing/standing-facts.ts'
import type { Clause } from '../../measures/standing/standing-rule.ts'
import type { StandingSentence } from '../forms/standing-sentence.ts'
import { toldDateWords, toldPeriodWords } from '../forms/told-date-words.ts'
import { inSentence } from '../forms/wording.ts'
import { commonBody } from './bond-facts.ts'
import { chosenFacts, factText, factWords, isGoingOn, joinedFacts } from './fact-words.ts'
import { moveWords } from './move-words.ts'
import { pastWords } from './past-relations.ts'
import type { PairStanding } from './standing-of-pairs.ts'

const { provenPeace, forceAlone, forceWithIssue } = standingConstants

/** How many facts the sentence names; the others are in the list. */
const named = 3

/** Puts a standing into words. */
export function standingWords(standing: PairStanding, a: string, b: string): StandingSentence {
  const { order, since, certainty } = standing
  const shown = chosenFacts(standing)
  return {
    class: standing.class,
    order,
    since,
    certainty,
    sentence: `${atStart(a)} and ${inSentence(b)} ${placement(standing, shown)}${beforeWords(standing)}.`,
    facts: shown.map(shownFact),
    ...(certainty === 'at-least' && standing.past.length > 0 ? { past: standing.past.map(shownFact) } : {}),
    wouldMove: moveWords(standing),
  }
}

function shownFact({ text, from, to, source }: StandingFact): StandingSentence['facts'][number] {
  return { text, from, to, source }
}

/** A name with its article at the beginning of a sentence: `The Bahamas`. */
function atStart(name: string): string {
  const text = inSentence(name)
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}

/** Says how the two stand, since when, and why. */
function placement(standing: PairStanding, shown: readonly StandingFact[]): string {
  if (standing.order === 0) return warWords(standing, shown)
  if (standing.certainty === 'at-least') return `${sinceWords(standing, 'at peace')}: ${nothingKnown(standing)}`
  return byFacts(standing, reasonsOf(standing, shown))
}

/** A war that is over counts for its year, but nobody is at war any more. */
function warWords({ since, day }: PairStanding, shown: readonly StandingFact[]): string {
  const year = Number(day.slice(0, 4))
  const ongoing = shown.filter((fact) => isGoingOn(fact, day))
  const [first] = ongoing.map(({ from }) => from).sort()
  if (first !== undefined) {
    const names = joinedFacts(ongoing.slice(0, named), day, Number(first.slice(0, 4)))
    return `have been at war since ${toldDateWords(monthOf(first, '01-01'))}: ${names}`
  }
  const [last] = shown
  const years = since === year - 1 ? `in ${since} and ${year}` : `in each year from ${since} to ${year}`
  const period = toldPeriodWords(monthOf(last!.from, '01-01'), monthOf(last!.to!, '12-31'))
  return `were at war ${since === year ? period : `${years}, last ${period}`} (${factText(last!)})`
}

/** A day as its month, or as its year where it stands for the beginning or the end of one. */
function monthOf(day: string, ofYear: string): string {
  return day.endsWith(ofYear) ? day.slice(0, 4) : day.slice(0, 7)
}

/** Says that there is no rivalry and nothing that the rule counts as a close bond, what the relations were before, and why the closest body or wide pact is none. */
function nothingKnown({ beside, past, day, before }: PairStanding): string {
  const oldest = [...beside].sort((x, y) => x.from.localeCompare(y.from))
  const closest =
    oldest.findLast(({ text }) => text.startsWith(commonBody)) ?? oldest.find(({ text }) => /Defence|Assistance/.test(text)) ?? oldest[0]
  const pact = closest?.why === undefined ? '' : `; ${factWords(closest, day)} is not counted, since ${closest.why}`
  return `no rivalry, defence treaty or close common body is on record${before === undefined ? '' : ' since then'}${pastWords(past)}${pact}`
}

/** Says since when; a year in which merely the record begins is told as such. */
function sinceWords(standing: PairStanding, words: string): string {
  const { since, before, day } = standing
  const force = lastForce(standing)
  if (before !== undefined && force !== undefined)
    return `have been ${words} since ${since}, when ${yearWords(yearsAfterForce[before.clause]!)} had passed since the last use of force (${inBrackets(force, day)})`
  if (before?.class === 'at war') return `have been ${words} since their war ended in ${since - 1}${nameOfWar(before.facts, day)}`
  if (before !== undefined) return `have been ${words} since ${since}`
  const begin = since === firstStandingYear ? 'the first year of this record' : 'the first year of both in this record'
  return `have been ${words} since at least ${since}, ${begin}`
}

/** The war that ended in the year before, in brackets. */
function nameOfWar(facts: readonly StandingFact[], day: string): string {
  const [war] = chosenFacts({ facts, day })
  if (war === undefined) return ''
  return ` (${war.from.slice(0, 4) === war.to?.slice(0, 4) ? factText(war) : inBrackets(war, day)})`
}

/**
 * Says since when and by which facts. Where each of them is younger than the run, what began it is named too, or no beginning is told if nothing did; where one is
 * older, it is the states that are young. A war with whose end the run begins is not named again.
 */
function byFacts(standing: PairStanding, shown: readonly StandingFact[]): string {
  const { since, before, beginning, order, day } = standing
  const words = withStandingTerm(standing.class)
  const afterWar = before?.class === 'at war'
  const told = lastForce(standing)
  const reasons = shown.filter((fact) => !(afterWar && before.facts.includes(fact)) && fact.text !== told?.text)
  if (reasons.length === 0)
    return `${sinceWords(standing, words)}${told === undefined ? `, no more than ${yearWords(forceAlone.value)} ago` : ''}`
  const years = reasons.map(({ from }) => Number(from.slice(0, 4)))
  if (!afterWar && years.every((year) => year > since)) {
    const [begun] = before === undefined ? [] : chosenFacts({ facts: beginning, day: `${since}-12-31` })
    const today = joinedFacts(reasons, day)
    if (begun === undefined) return `are ${words}: ${today}`
    const first = before!.facts.includes(begun) ? '' : `, first through ${factWords(begun, day, since)}`
    return `${sinceWords(standing, words)}${first}, today through ${today}`
  }
  if (order === 5 && before !== undefined && isTenYearsOld(reasons, since))
    return `${sinceWords(standing, words)}, ten years into ${joinedFacts(reasons, day)}`
  // a fact of the first year is what began it, though the record begins with that year too
  const isDated = before === undefined && since > firstStandingYear && years.every((year) => year >= since)
  const when = isDated ? `have been ${words} since ${since}` : sinceWords(standing, words)
  return `${when}: ${joinedFacts(reasons, day, since)}`
}

function isTenYearsOld(communities: readonly StandingFact[], year: number): boolean {
  return communities.length > 0 && communities.every(({ from }) => from <= `${year - provenPeace.value}-12-31`)
}

/** The facts that the sentence names: of a security community those that had lasted ten years when it became one, where they are still in force. */
function reasonsOf({ order, since, before }: PairStanding, shown: readonly StandingFact[]): readonly StandingFact[] {
  const old = order === 5 && before !== undefined ? shown.filter((fact) => isTenYearsOld([fact], since)) : []
  return (old.length > 0 ? old : shown).slice(0, named)
}

/** How many years a use of force keeps a pair where these clauses of the rule place it. */
const yearsAfterForce: Readonly<Partial<Record<Clause, number>>> = {
  'force-and-issue': forceWithIssue.value,
  'repeated-force': forceAlone.value,
  'recent-force': forceAlone.value,
  'held-back': provenPeace.value,
}

/** The use of force that kept a pair in the class before until enough years had passed; undefined where something else ended that class. */
function lastForce({ since, before, order }: PairStanding): StandingFact | undefined {
  if (before === undefined || order === 5 || before.certainty === 'at-least') return undefined
  const [reason] = chosenFacts({ facts: before.facts, day: `${since - 1}-12-31` })
  const wait = yearsAfterForce[before.clause]
  const isCounted = reason?.kind === 'force' && wait !== undefined && Number(reason.to?.slice(0, 4)) === since - 1 - wait
  return isCounted ? reason : undefined
}

/** Fewer years than this after the World War say nothing: the record begins then, and has no fact of the peace. */
const fewFirstYears = 10

/**
 * Says how the pair stood before, from when to when, and the first reason, unless it is one of today's or younger than that time; not of a war, with whose end the
 * sentence begins, and not of a security community, which grew out of its facts. Peace in the first years of the record is not told: only facts of it are missing.
 */
function beforeWords(standing: PairStanding): string {
  const { since, before, order, facts, day } = standing
  if (before === undefined || order === 5 || before.class === 'at war') return ''
  const [first, last] = [before.since, since - 1]
  if (before.order === 3 && first === firstStandingYear && last < first + fewFirstYears) return ''
  const years = first === last ? `in ${last}` : `from ${first} to ${last}`
  if (before.certainty === 'at-least') return `; ${years} at peace, no defence treaty or close common body on record`
  const place = standingWordsOf[before.class]
  if (lastForce(standing) !== undefined) return `; ${years} ${place}`
  const [reason] = chosenFacts({ facts: before.facts, day: `${last}-12-31` })
  const isTold = reason === undefined || facts.some(({ text }) => text === reason.text) || Number(reason.from.slice(0, 4)) > first
  return `; ${years} ${place}${isTold ? '' : ` (${inBrackets(reason, day)})`}`
}

function yearWords(count: number): string {
  return count === 5 ? 'five years' : 'ten years'
}

/** A fact with its years within brackets: `Korean War, 1950 to 1953`. */
function inBrackets(fact: StandingFact, day: string): string {
  return factWords(fact, day).replace(/ \(([^()]*)\)$/, ', $1')
}
