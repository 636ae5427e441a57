import { type StandingClass, type StandingOrder, standingClasses } from './standing-classes.ts'
import type { Bond, PairFacts, StandingFact } from './standing-facts.ts'
import { type Clause, type Placement, placedOn } from './standing-rule.ts'
import { yearOf } from './standing-situation.ts'

/** How two states stand to each other in a year. */
export interface Standing {
  readonly class: StandingClass
  readonly order: StandingOrder
  /** The first year of the unbroken run of years in this class, not before 1946 and not before both were states. */
  readonly since: number
  /** `at-least` where nothing in the record places the pair: it may be better than negative peace. */
  readonly certainty: 'placed' | 'at-least'
  readonly clause: Clause
  /** The facts that the deciding clause of the rule names. */
  readonly facts: readonly StandingFact[]
  /** Where nothing places the pair: wide pacts that bind it. */
  readonly beside: readonly Bond[]
  /** The facts that placed the pair in the year `since`; those that place it today may be younger. */
  readonly beginning: readonly StandingFact[]
  /** How the pair stood in the year before `since`, and since when; undefined where the run begins with the pair, or with 1946. */
  readonly before: EarlierStanding | undefined
}

/** How a pair stood in an earlier year, and the facts that placed it there. */
export type EarlierStanding = Pick<Standing, 'class' | 'order' | 'since' | 'certainty' | 'clause' | 'facts'>

/** The first year that the measure covers. */
export const firstStandingYear = 1946

/**
 * The class of a pair in a year, and since when.
 *
 * @param facts   the facts of the pair, of all times
 * @param day     last day of the year, or the day of the record in the current year
 * @param first   the first year in which both were states; the run does not begin before it
 * @example standingOf({ border: false, near: false, force: [], issues: [], pressures: [], bonds: [] }, '2018-12-31', 1960).since   // 1960
 */
export function standingOf(facts: PairFacts, day: string, first: number): Standing {
  const { order, clause, because, beside = [] } = placedOn(facts, day)
  const begin = Math.max(first, firstStandingYear)
  const since = sinceWhen(facts, day, order, begin)
  return {
    class: standingClasses[order],
    order,
    since,
    certainty: certaintyOf(clause),
    clause,
    facts: because,
    beside,
    beginning: since === yearOf(day) ? because : placementIn(facts, since).because,
    before: since === begin ? undefined : classIn(facts, since - 1, begin),
  }
}

const certaintyOf = (clause: Clause): Standing['certainty'] => (clause === 'nothing-known' ? 'at-least' : 'placed')

function classIn(facts: PairFacts, year: number, first: number): EarlierStanding {
  const { order, clause, because } = placementIn(facts, year)
  const since = sinceWhen(facts, `${year}-12-31`, order, first)
  return { class: standingClasses[order], order, since, certainty: certaintyOf(clause), clause, facts: because }
}

function sinceWhen(facts: PairFacts, day: string, order: StandingOrder, first: number): number {
  if (isEmpty(facts)) return first
  let year = yearOf(day)
  while (year > first && placementIn(facts, year - 1).order === order) year -= 1
  return year
}

/** Whether the record has no fact about the pair, so that all years are alike. */
function isEmpty({ force, issues, pressures, bonds }: PairFacts): boolean {
  return force.length + issues.length + pressures.length + bonds.length === 0
}

function placementIn(facts: PairFacts, year: number): Placement {
  return placedOn(facts, `${year}-12-31`)
}
