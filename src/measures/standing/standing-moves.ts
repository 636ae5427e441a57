import type { StandingOrder } from './standing-classes.ts'
import type { PairFacts, StandingFact } from './standing-facts.ts'
import { type Placement, placedOn } from './standing-rule.ts'
import { yearOf } from './standing-situation.ts'

/** What would move a pair to another class, found by applying the rule to changed facts. */
export interface StandingMoves {
  /** The first later year in which the class is better although no fact changes, because force lies longer ago or a community is older. */
  readonly byTime: { readonly year: number; readonly order: StandingOrder } | undefined
  /** Facts whose end alone would give a better class, the best first. */
  readonly byEnd: readonly { readonly fact: StandingFact; readonly order: StandingOrder }[]
  /** The class if all facts that place the pair ended; undefined if it would be no better. */
  readonly byEndOfAll: StandingOrder | undefined
  /** The class after a clash on the day; undefined if it would be no worse. */
  readonly byForce: StandingOrder | undefined
}

/** How many years ahead time alone is followed: more than the longest wait of the rule. */
const horizon = 25

/**
 * What would move a pair up or down.
 *
 * @param placement   the result of `placedOn(facts, day)`
 * @example standingMoves({ border: true, near: true, force: [], issues: [], pressures: [], bonds: [] }, '2018-12-31', { order: 3, clause: 'nothing-known', because: [] }).byForce   // 2
 */
export function standingMoves(facts: PairFacts, day: string, placement: Placement): StandingMoves {
  const { order, because } = placement
  const after = (changed: PairFacts): StandingOrder => placedOn(changed, day).order
  const byEnd = [...new Set(because)]
    .map((fact) => ({ fact, order: after(without(facts, [fact], day)) }))
    .filter((move) => move.order > order)
  const all = after(without(facts, because, day))
  const clash = after(withClash(facts, day))
  return {
    byTime: laterBetter(facts, day, order),
    byEnd: byEnd.sort((x, y) => y.order - x.order),
    byEndOfAll: all > order ? all : undefined,
    byForce: clash < order ? clash : undefined,
  }
}

function laterBetter(facts: PairFacts, day: string, order: StandingOrder): StandingMoves['byTime'] {
  const known = upTo(facts, day)
  for (let year = yearOf(day) + 1; year <= yearOf(day) + horizon; year++) {
    const later = placedOn(known, `${year}-12-31`).order
    if (later > order) return { year, order: later }
  }
  return undefined
}

/** What was known on the day and is taken to go on: a war that goes on would go on. */
function upTo(facts: PairFacts, day: string): PairFacts {
  const begun = <F extends StandingFact>(list: readonly F[]): F[] =>
    list
      .filter(({ from }) => from <= day)
      .map((fact) => (fact.kind !== 'force' && fact.to !== null && fact.to >= day ? { ...fact, to: null } : fact))
  return {
    ...facts,
    force: begun(facts.force),
    issues: begun(facts.issues),
    pressures: begun(facts.pressures),
    bonds: begun(facts.bonds),
  }
}

/** The facts without some of them; a use of force is history and cannot end. */
function without(facts: PairFacts, gone: readonly StandingFact[], day: string): PairFacts {
  const kept = <F extends StandingFact>(list: readonly F[]): F[] => list.filter((fact) => !gone.includes(fact))
  return {
    ...facts,
    force: facts.force.map((use) =>
      gone.includes(use) && (use.to === null || use.to >= day) ? { ...use, to: `${yearOf(day) - 1}-12-31` } : use,
    ),
    issues: kept(facts.issues),
    pressures: kept(facts.pressures),
    bonds: facts.bonds,
  }
}

function withClash(facts: PairFacts, day: string): PairFacts {
  return { ...facts, force: [...facts.force, { kind: 'force', level: 'clash', from: day, to: day, text: '', source: '' }] }
}
