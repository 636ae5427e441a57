import { firstStandingYear, type Standing, standingOf } from '../../measures/standing/standing.ts'
import type { OpenIssue } from '../../measures/standing/standing-facts.ts'
import { type StandingMoves, standingMoves } from '../../measures/standing/standing-moves.ts'
import { cowOn, gwOn, type State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { type PairInYear, pairInYear, pairsInYear } from './pair-years.ts'
import { standingFacts, standingFactsOf } from './standing-record.ts'

/** One pair in the form of the published table. */
export interface StandingRow {
  readonly iso3_a: string
  readonly iso3_b: string
  /** Correlates of War and Gleditsch-Ward numbers on the day; null where the list does not count the state. */
  readonly cow_a: number | null
  readonly cow_b: number | null
  readonly gw_a: number | null
  readonly gw_b: number | null
  readonly class: Standing['class']
  readonly order: Standing['order']
  readonly since: number
  readonly certainty: Standing['certainty']
}

/** The standing of one pair, with its facts. */
export interface PairStanding extends Standing {
  /** The day on which the pair is placed: the last of the year, or of the record, on which both were states. */
  readonly day: string
  readonly moves: StandingMoves
  /** Missing or lowered relations and recognition that ended within the unbroken run of years in this class, the oldest first. */
  readonly past: readonly OpenIssue[]
}

const ofRelations: ReadonlySet<string> = new Set<OpenIssue['kind']>(['no-relations', 'lower-relations', 'non-recognition'])

/**
 * The standing of a pair in a year; undefined if the record has no facts of relations, or the two were not states together in that year since 1946.
 *
 * @param lastDay   the day of the record, or an earlier one after which nothing counts
 */
export async function standingOfPair(
  snapshot: Snapshot,
  a: State,
  b: State,
  year: number,
  lastDay: string,
): Promise<PairStanding | undefined> {
  const facts = await standingFactsOf(snapshot, a.iso3, b.iso3)
  const pair = pairInYear(a, b, year, lastDay)
  if (facts === undefined || pair === undefined || year < firstStandingYear) return undefined
  const { day, first } = pair
  const own = facts.of(a.iso3, b.iso3)
  const standing = standingOf(own, day, first)
  const placement = { order: standing.order, clause: standing.clause, because: standing.facts }
  const past = own.issues.filter(({ kind, to }) => ofRelations.has(kind) && to !== null && to < day && to >= `${standing.since}-01-01`)
  return { ...standing, day, moves: standingMoves(own, day, placement), past: past.sort((x, y) => x.from.localeCompare(y.from)) }
}

/**
 * The standing of every pair in a year, each once, by the codes of the two.
 *
 * @param only   only pairs of this state
 * @returns       undefined if the record has no facts of relations
 */
export async function standingOfYear(
  snapshot: Snapshot,
  year: number,
  lastDay: string,
  only: State | undefined,
): Promise<StandingRow[] | undefined> {
  const facts = await standingFacts(snapshot)
  if (facts === undefined) return undefined
  const pairs = pairsInYear(year, lastDay).filter(({ a, b }) => only === undefined || a.iso3 === only.iso3 || b.iso3 === only.iso3)
  return pairs.map((pair) => rowOf(pair, standingOf(facts.of(pair.a.iso3, pair.b.iso3), pair.day, pair.first)))
}

function rowOf({ a, b, day }: PairInYear, standing: Standing): StandingRow {
  return {
    iso3_a: a.iso3,
    iso3_b: b.iso3,
    cow_a: cowOn(a, day) ?? null,
    cow_b: cowOn(b, day) ?? null,
    gw_a: gwOn(a, day) ?? null,
    gw_b: gwOn(b, day) ?? null,
    class: standing.class,
    order: standing.order,
    since: standing.since,
    certainty: standing.certainty,
  }
}
