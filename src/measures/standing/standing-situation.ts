import type { Bond, OpenIssue, PairFacts, Pressure, StandingFact, UseOfForce } from './standing-facts.ts'

/** Uses of force that overlap or follow within a year, taken as one. */
export interface Episode {
  readonly from: string
  readonly to: string
  readonly uses: readonly UseOfForce[]
}

/** The facts of a pair that count on one day. */
export interface Situation {
  readonly day: string
  readonly border: boolean
  readonly near: boolean
  /** Wars of the year, up to the day. */
  readonly war: readonly UseOfForce[]
  /** Separate uses of force that had begun, the latest last; what goes on ends on the day. */
  readonly episodes: readonly Episode[]
  readonly issues: readonly OpenIssue[]
  readonly pressures: readonly Pressure[]
  readonly bonds: readonly Bond[]
}

/** Selects what counts on a day. */
export function situationOn(facts: PairFacts, day: string): Situation {
  const holds = ({ from, to }: StandingFact): boolean => from <= day && (to === null || to >= day)
  const firstDay = `${day.slice(0, 4)}-01-01`
  return {
    day,
    border: facts.border,
    near: facts.near,
    war: facts.force.filter(({ level, from, to }) => level === 'war' && from <= day && (to === null || to >= firstDay)),
    episodes: episodesBy(facts.force, day),
    issues: facts.issues.filter(holds),
    pressures: facts.pressures.filter(holds),
    bonds: facts.bonds.filter(holds),
  }
}

/** Joins uses of force of one year or of two years that follow each other, so that one war in two sources counts once. */
function episodesBy(force: readonly UseOfForce[], day: string): Episode[] {
  const begun = force.filter(({ from }) => from <= day).sort((x, y) => (x.from < y.from ? -1 : Number(x.from > y.from)))
  const found: Episode[] = []
  for (const use of begun) {
    const to = use.to === null || use.to > day ? day : use.to
    const last = found.at(-1)
    if (last === undefined || Number(use.from.slice(0, 4)) > Number(last.to.slice(0, 4)) + 1) found.push({ from: use.from, to, uses: [use] })
    else found[found.length - 1] = { from: last.from, to: to > last.to ? to : last.to, uses: [...last.uses, use] }
  }
  return found
}

/** Whether a use of force ended in this year or in one of the `years` years before. */
export function endedWithin({ to }: Episode, day: string, years: number): boolean {
  return Number(to.slice(0, 4)) >= Number(day.slice(0, 4)) - years
}

/**
 * The same day some years earlier.
 *
 * @example yearsBefore('2018-12-31', 10)   // '2008-12-31'
 */
export function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`
}
