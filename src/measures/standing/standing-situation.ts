import type { Bond, OpenIssue, PairFacts, Pressure, StandingFact, UseOfForce } from './standing-facts.ts'

/** Uses of force of one year, or of years that follow each other, taken as one. */
interface Episode {
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
  /** Open issues without the claims. */
  readonly issues: readonly OpenIssue[]
  readonly claims: OpenClaims
  readonly pressures: readonly Pressure[]
  readonly communities: readonly Bond[]
  /** Bodies, pacts and troops. */
  readonly otherBonds: readonly Bond[]
  readonly widePacts: readonly Bond[]
}

/** The open claims by what they mean. */
interface OpenClaims {
  /** Force was used while they stood, by the day or later. */
  readonly fought: readonly OpenIssue[]
  /** To a province or a whole state. */
  readonly grave: readonly OpenIssue[]
  readonly islets: readonly OpenIssue[]
  readonly waters: readonly OpenIssue[]
}

/** Selects what counts on a day. */
export function situationOn(facts: PairFacts, day: string): Situation {
  const holds = ({ from, to }: StandingFact): boolean => from <= day && (to === null || to >= day)
  const firstDay = `${day.slice(0, 4)}-01-01`
  const open = facts.issues.filter(holds)
  const bonds = facts.bonds.filter(holds)
  return {
    day,
    border: facts.border,
    near: facts.near,
    war: facts.force.filter(({ level, from, to }) => level === 'war' && from <= day && (to === null || to >= firstDay)),
    episodes: episodesBy(facts.force, day),
    issues: open.filter(({ kind }) => kind !== 'claim'),
    claims: claimsOf(
      open.filter(({ kind }) => kind === 'claim'),
      facts,
    ),
    pressures: facts.pressures.filter(holds),
    communities: bonds.filter(({ kind }) => kind === 'community'),
    otherBonds: bonds.filter(({ kind }) => kind !== 'community' && kind !== 'wide-pact'),
    widePacts: bonds.filter(({ kind }) => kind === 'wide-pact'),
  }
}

function claimsOf(claims: readonly OpenIssue[], { force, near }: PairFacts): OpenClaims {
  const isFought = ({ from, to }: OpenIssue): boolean =>
    force.some((use) => (use.to === null || use.to >= from) && (to === null || use.from <= to))
  const calm = claims.filter((claim) => !isFought(claim))
  const of = (...sizes: OpenIssue['size'][]): OpenIssue[] => calm.filter(({ size }) => sizes.includes(size))
  return {
    fought: claims.filter(isFought),
    grave: of('province', 'whole-state'),
    islets: near ? of('islet') : [],
    waters: near ? of('sea') : [],
  }
}

function episodesBy(force: readonly UseOfForce[], day: string): Episode[] {
  const begun = force.filter(({ from }) => from <= day).sort((x, y) => (x.from < y.from ? -1 : Number(x.from > y.from)))
  const found: Episode[] = []
  for (const use of begun) {
    const to = use.to === null || use.to > day ? day : use.to
    const last = found.at(-1)
    if (last === undefined || yearOf(use.from) > yearOf(last.to) + 1) found.push({ from: use.from, to, uses: [use] })
    else found[found.length - 1] = { from: last.from, to: to > last.to ? to : last.to, uses: [...last.uses, use] }
  }
  return found
}

/** Whether a use of force ended in this year or in one of the `years` years before. */
export function endedWithin({ to }: Episode, day: string, years: number): boolean {
  return yearOf(to) >= yearOf(day) - years
}

/**
 * The year of a day.
 *
 * @example yearOf('2018-12-31')   // 2018
 */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/**
 * The same day some years earlier.
 *
 * @example sameDayEarlier('2018-12-31', 10)   // '2008-12-31'
 */
export function sameDayEarlier(day: string, years: number): string {
  return `${String(yearOf(day) - years).padStart(4, '0')}${day.slice(4)}`
}
