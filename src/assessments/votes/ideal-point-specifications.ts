import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { multiverse, type NamedSpecification, type SpecifiedPoint } from '../../measures/ideal-points/ideal-point-multiverse.ts'
import { distanceBetween } from './ideal-point-fit.ts'
import { distanceOnCommonScale } from './ideal-point-scale.ts'

/** A pair's distance in one session under one specification. */
export interface MultiverseRow {
  readonly specification: string
  /** How it differs from the default specification. */
  readonly what: string
  readonly thetaA: number | null
  readonly thetaB: number | null
  readonly distance: number | null
  readonly low90: number | null
  readonly high90: number | null
  /** In standard deviations of all positions of the session. */
  readonly standardised: number | null
  /** Percentile among the distances of all pairs in the session. */
  readonly percentile: number | null
  /** Why the figure is missing. */
  readonly reason: string | null
}

/** A pair's distance under every specification. */
export interface MultiverseAnswer {
  readonly session: number
  readonly year: number
  readonly rows: readonly MultiverseRow[]
  /** Lowest and highest over the specifications with a figure, and their names; null where none has one. */
  readonly standardised: SpecificationSpread | null
  readonly percentile: SpecificationSpread | null
}

export interface SpecificationSpread {
  readonly low: number
  readonly high: number
  readonly lowest: string
  readonly highest: string
  readonly specifications: number
}

/**
 * Computes a pair's distance in a session under every specification, on a common scale.
 *
 * @param points   positions of that session by specification name
 */
export function acrossSpecifications(
  points: ReadonlyMap<string, readonly SpecifiedPoint[]>,
  session: number,
  a: string,
  b: string,
): MultiverseAnswer {
  const rows = multiverse.map((named) => rowOf(named, points.get(named.name) ?? [], a, b))
  return {
    session,
    year: openingYear(session),
    rows,
    standardised: spreadOf(rows, 'standardised'),
    percentile: spreadOf(rows, 'percentile'),
  }
}

function rowOf({ name, what }: NamedSpecification, points: readonly SpecifiedPoint[], a: string, b: string): MultiverseRow {
  const { positions, byState } = sessionOf(points)
  const [x, y] = [byState.get(a), byState.get(b)]
  const reason = points.length === 0 ? 'no such votes in this session' : `no votes of ${x === undefined ? a : b} in this session`
  if (x === undefined || y === undefined) return { ...silent, specification: name, what, reason }
  const spread = Math.hypot(x.sd, y.sd)
  const { distance, low, high } = distanceBetween(x.point - y.point, spread)
  const { standardised, percentile } = distanceOnCommonScale(positions, distance)
  return {
    ...{ specification: name, what, thetaA: x.point, thetaB: y.point },
    ...{ distance, low90: low, high90: high, standardised, percentile, reason: null },
  }
}

interface Session {
  readonly positions: readonly number[]
  readonly byState: ReadonlyMap<string, SpecifiedPoint>
}

const sessions = new WeakMap<readonly SpecifiedPoint[], Session>()

/** Returns the points of a session by state, computed once per list for all pairs. */
function sessionOf(points: readonly SpecifiedPoint[]): Session {
  const known = sessions.get(points)
  if (known !== undefined) return known
  // if a state is listed twice, the first entry counts
  const byState = new Map([...points].reverse().map((one) => [one.state, one]))
  const made = { positions: points.map(({ point }) => point), byState }
  sessions.set(points, made)
  return made
}

const silent = {
  ...{ thetaA: null, thetaB: null, distance: null, low90: null, high90: null },
  ...{ standardised: null, percentile: null },
}

function spreadOf(rows: readonly MultiverseRow[], of: 'standardised' | 'percentile'): SpecificationSpread | null {
  const sorted = rows.filter((row) => row[of] !== null).sort((x, y) => x[of]! - y[of]!)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return null
  return { low: first[of]!, high: last[of]!, lowest: first.specification, highest: last.specification, specifications: sorted.length }
}
