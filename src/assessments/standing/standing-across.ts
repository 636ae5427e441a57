import { firstStandingYear } from '../../measures/standing/standing.ts'
import { type StandingOrder, standingClasses, standingWordsOf } from '../../measures/standing/standing-classes.ts'
import type { StandingFact } from '../../measures/standing/standing-facts.ts'
import { placedOn } from '../../measures/standing/standing-rule.ts'
import { nameOn, type State, stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { StandingAcross, StandingGroup } from '../forms/standing-sentence.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import { grouped } from '../rows/grouped.ts'
import { pairInYear } from './pair-years.ts'
import { standingFacts } from './standing-record.ts'

/** One side: a state by itself, or the members of a bloc on the day. */
interface Side {
  readonly name: string
  readonly isBloc: boolean
  readonly members: readonly string[]
}

/** A group of so many pairs or fewer is named and not only counted. */
const mostNamed = 4

/**
 * How the members of two sides stand to each other, pair by pair, on a day: how many pairs are in each class, the worst first.
 *
 * @param lastDay   the day after which nothing counts
 * @returns         undefined if the record has no facts of relations, or no pair can be placed, such as before 1946
 */
export async function standingAcross(snapshot: Snapshot, a: Side, b: Side, lastDay: string): Promise<StandingAcross | undefined> {
  const facts = await standingFacts(snapshot)
  if (facts === undefined) return undefined
  const year = Number(lastDay.slice(0, 4))
  const groups = new Map<string, { order: StandingOrder; certainty: StandingGroup['certainty']; pairs: PlacedPair[] }>()
  const unplaced: [State, State][] = []
  for (const pair of a.members.flatMap((x) => b.members.map((y): [State, State] => [stateOf(x)!, stateOf(y)!]))) {
    const inYear = year < firstStandingYear ? undefined : pairInYear(...pair, year, lastDay)
    if (inYear === undefined) {
      unplaced.push(pair)
      continue
    }
    const { order, clause, because } = placedOn(facts.of(pair[0].iso3, pair[1].iso3), inYear.day)
    const certainty = clause === 'nothing-known' ? 'at-least' : 'placed'
    const key = `${order} ${certainty}`
    groups.set(key, {
      order,
      certainty,
      pairs: [...(groups.get(key)?.pairs ?? []), { pair, reason: clause === 'held-back' ? reasonOf(because) : undefined }],
    })
  }
  if (groups.size === 0) return undefined
  const found = [...groups.values()]
    .sort((x, y) => x.order - y.order || (x.certainty === 'placed' ? -1 : 1))
    .map(({ order, certainty, pairs }) => ({
      class: standingClasses[order],
      order,
      certainty,
      pairs: pairs.length,
      named: namesOf(pairs, a, b, lastDay),
    }))
  const of = found.reduce((sum, { pairs }) => sum + pairs, unplaced.length)
  return { sentence: sentenceOf(of, found, unplaced.length, a, b, lastDay), pairs: of, unplaced: unplaced.length, groups: found }
}

/** A pair with what keeps it from closer ties, where something does. */
interface PlacedPair {
  readonly pair: readonly [State, State]
  readonly reason: string | undefined
}

/** What keeps two states that are no rivals from closer ties, in a few words. */
const reasons: Readonly<Partial<Record<StandingFact['kind'], string>>> = {
  sanctions: 'sanctions of one side',
  'no-relations': 'no diplomatic relations',
  'non-recognition': 'no recognition',
  'lower-relations': 'lowered relations',
  claim: 'a claim to territory',
  force: 'force in the last ten years',
}

function reasonOf(because: readonly StandingFact[]): string | undefined {
  return because.map(({ kind }) => reasons[kind]).find((words) => words !== undefined)
}

/**
 * Names the members of a small group that the other side does not share: states opposite a state, pairs of two blocs; each reason that holds them back after those
 * that have it.
 */
function namesOf(pairs: readonly PlacedPair[], a: Side, b: Side, day: string): string[] {
  const mostOf = a.isBloc && b.isBloc ? mostNamed / 2 : mostNamed
  if (pairs.length > mostOf) return []
  const nameOf = ({ pair }: PlacedPair): string =>
    [...(a.isBloc ? [pair[0]] : []), ...(b.isBloc ? [pair[1]] : [])].map((state) => inSentence(nameOn(state, day))).join(' with ')
  return [...grouped(pairs, ({ reason }) => reason ?? '')].flatMap(([reason, held]) => {
    const names = held.map(nameOf)
    return reason === '' ? names : [`${joinedWords(names)}: ${reason}`]
  })
}

function sentenceOf(of: number, groups: readonly StandingGroup[], unplaced: number, a: Side, b: Side, day: string): string {
  const atWar = groups[0]?.order === 0 ? [] : ['none at war']
  const parts = groups.map((group) => `${inDigits(group.pairs)} ${placeOf(group, day.slice(0, 4))}`)
  const left = unplaced === 0 ? [] : [`${inDigits(unplaced)} not placed, as both were not states together`]
  const sides = `${sideWords(a)} with ${a.isBloc && b.isBloc ? sideWords(b).replace('a member', 'one') : sideWords(b)}`
  return `Of ${of === 1 ? 'the one pair' : `the ${inDigits(of)} pairs`} of ${sides}: ${joinedWords([...atWar, ...parts, ...left])}.`
}

/** What a group has in common, and who is in it; a war that ended in the year still places its pair. */
function placeOf({ class: name, certainty, named }: StandingGroup, year: string): string {
  const words = name === 'at war' ? `at war in ${year}` : certainty === 'placed' ? standingWordsOf[name] : 'at peace as far as is known'
  const term =
    certainty === 'at-least'
      ? 'no rivalry, defence treaty or close common body on record'
      : /^(?:at war|.* rivalry)$/.test(name)
        ? undefined
        : name
  const names = named.some((name) => name.includes(': ')) ? named.join('; ') : joinedWords(named)
  const besides = [...(term === undefined ? [] : [term]), ...(named.length === 0 ? [] : [names])]
  return besides.length === 0 ? words : `${words} (${besides.join('; ')})`
}

function sideWords({ name, isBloc }: Side): string {
  return isBloc ? `a member of ${inSentence(name)}` : inSentence(name)
}

function inDigits(count: number): string {
  return count.toLocaleString('en-US')
}
