import type { StandingOrder } from './standing-classes.ts'
import { standingConstants } from './standing-constants.ts'
import type { Bond, OpenIssue, PairFacts, Pressure, StandingFact, UseOfForce } from './standing-facts.ts'
import { endedWithin, type Situation, sameDayEarlier, situationOn, yearOf } from './standing-situation.ts'

/** The clauses of the rule in the order in which they are tried. The first that holds places the pair. */
export type Clause =
  | 'war'
  | 'force-and-issue'
  | 'repeated-force'
  | 'hostile-issues'
  | 'opposed-leaders'
  | 'recent-force'
  | 'open-issue'
  | 'opposed-alliances'
  | 'embargo'
  | 'held-back'
  | 'community'
  | 'bond'
  | 'nothing-known'

/** The class on a day, the clause of the rule that gave it, and the facts that the clause names. */
export interface Placement {
  readonly order: StandingOrder
  readonly clause: Clause
  readonly because: readonly StandingFact[]
  /** Where nothing places the pair: wide pacts that bind it. */
  readonly beside?: readonly Bond[]
}

const { forceWithIssue, forceAlone, repeatedForce, longFighting, provenPeace } = standingConstants

/**
 * Places a pair on a day by the published rule: the first clause that holds.
 *
 * War counts on any day of the year up to the given one; everything else as it stood on the day.
 *
 * @param facts   the facts of the pair, of all times
 * @param day     `YYYY-MM-DD`: the last day of a year, or the day of the record in the current year
 * @example placedOn({ border: false, near: false, force: [], issues: [], pressures: [], bonds: [] }, '2018-12-31').order   // 3
 */
export function placedOn(facts: PairFacts, day: string): Placement {
  const now = situationOn(facts, day)
  const hostile = hostileIssues(now)
  return severe(now, hostile) ?? lesser(now, hostile) ?? peace(now)
}

function severe(now: Situation, hostile: readonly OpenIssue[]): Placement | undefined {
  const within = forceWithin(now, forceWithIssue.value)
  if (now.war.length > 0) return { order: 0, clause: 'war', because: now.war }
  if (hostile.length > 0 && within.length > 0) return { order: 1, clause: 'force-and-issue', because: [...within, ...hostile] }
  if (isRepeated(now)) return { order: 1, clause: 'repeated-force', because: within }
  const joined = enmityWithCause(now)
  if (joined.length > 0) return { order: 1, clause: 'hostile-issues', because: joined }
  return byPressure(now, 'opposed-leaders', 1)
}

function lesser(now: Situation, hostile: readonly OpenIssue[]): Placement | undefined {
  const recent = forceWithin(now, forceAlone.value)
  if (recent.length > 0) return { order: 2, clause: 'recent-force', because: recent }
  if (hostile.length > 0) return { order: 2, clause: 'open-issue', because: hostile }
  return byPressure(now, 'opposed-alliances', 2) ?? byPressure(now, 'embargo', 2) ?? bySanctions(now)
}

function peace(now: Situation): Placement {
  const { communities, otherBonds, widePacts, day } = now
  const inTheWay = obstacles(now)
  if (inTheWay.length > 0) return { order: 3, clause: 'held-back', because: inTheWay }
  const bonds = [...communities, ...otherBonds]
  if (bonds.length === 0) return { order: 3, clause: 'nothing-known', because: [], beside: widePacts }
  const proven = communities.filter(({ from }) => from <= sameDayEarlier(day, provenPeace.value))
  if (proven.length > 0 && now.claims.grave.length === 0) return { order: 5, clause: 'community', because: proven }
  return { order: 4, clause: 'bond', because: bonds }
}

/** What keeps two states that are not rivals from warm peace. */
function obstacles(now: Situation): StandingFact[] {
  const { issues, pressures, claims, communities } = now
  const apart = issues.filter(({ kind }) => kind === 'no-relations' || kind === 'non-recognition')
  const outsideCommunities = [
    ...[...claims.grave, ...claims.islets, ...claims.waters],
    ...issues.filter(({ kind }) => kind === 'lower-relations'),
  ]
  return [...forceWithin(now, provenPeace.value), ...(communities.length > 0 ? [] : outsideCommunities), ...apart, ...pressures]
}

/**
 * The issues that make a rivalry: claims over which force was used; grave ones unless a community or a pact binds the two; islets between neighbours without
 * any bond; declared enmity, war not ended, an armistice; and relations broken off between neighbours.
 */
function hostileIssues({ issues, claims, communities, otherBonds, border, near }: Situation): OpenIssue[] {
  const pacts = otherBonds.some(({ kind }) => kind === 'pact')
  const isBound = communities.length > 0 || otherBonds.length > 0
  return [
    ...claims.fought,
    ...(communities.length > 0 || pacts ? [] : claims.grave),
    ...(isBound ? [] : claims.islets),
    ...issues.filter(({ kind, manner }) => {
      if (kind === 'no-relations') return manner !== 'moved' && (manner === 'broken' ? near : border)
      return kind !== 'non-recognition' && kind !== 'lower-relations'
    }),
  ]
}

/** Declared enmity over a claim or an armistice without peace; or an armistice without relations. */
function enmityWithCause({ issues, claims }: Situation): readonly OpenIssue[] {
  const has = (kind: OpenIssue['kind']): boolean => issues.some((issue) => issue.kind === kind)
  const claimed = [...claims.fought, ...claims.grave]
  const apart = issues.some(({ kind, manner }) => kind === 'no-relations' && manner !== 'moved')
  const holds = (has('enmity') && (has('armistice') || claimed.length > 0)) || (has('armistice') && apart)
  return holds ? [...claimed, ...issues] : []
}

function byPressure(now: Situation, kind: 'opposed-leaders' | 'opposed-alliances' | 'embargo', order: 1 | 2): Placement | undefined {
  const because = now.pressures.filter((pressure) => pressure.kind === kind)
  return because.length > 0 ? { order, clause: kind, because } : undefined
}

/** Economic sanctions both ways, or of one side after relations were broken off. */
function bySanctions({ pressures, issues }: Situation): Placement | undefined {
  const sanctions = pressures.filter(({ kind }) => kind === 'sanctions')
  const broken = sanctions.length === 0 ? [] : issues.filter(({ manner }) => manner === 'broken')
  const mutual = new Set(sanctions.map(({ by }: Pressure) => by)).size > 1
  return mutual || broken.length > 0 ? { order: 2, clause: 'embargo', because: [...broken, ...sanctions] } : undefined
}

function forceWithin({ episodes, day }: Situation, years: number): UseOfForce[] {
  return episodes.filter((episode) => endedWithin(episode, day, years)).flatMap(({ uses }) => uses)
}

/** A second separate use of force within ten years, the last within five; or fighting that is in its third year. */
function isRepeated({ episodes, day }: Situation): boolean {
  const recent = episodes.filter((episode) => endedWithin(episode, day, forceWithIssue.value))
  const last = recent.at(-1)
  if (last === undefined || !endedWithin(last, day, forceAlone.value)) return false
  if (recent.length >= repeatedForce.value) return true
  return yearOf(last.to) === yearOf(day) && yearOf(last.from) <= yearOf(day) - longFighting.value + 1
}
