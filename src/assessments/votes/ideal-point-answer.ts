import { openingYear, type Specification } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { midRankPercentile } from '../../measures/similarity/percentile.ts'
import type { Evidence } from '../../store/index.ts'
import type { DividingRollCall } from './ideal-point-dividing.ts'
import { distanceOf, type FitAbout, type FittedPoints } from './ideal-point-fit.ts'
import { distanceOnCommonScale } from './ideal-point-scale.ts'
import type { MultiverseAnswer } from './ideal-point-specifications.ts'

/** A state's position in one session. */
export interface PositionRow {
  readonly iso3: string | null
  readonly cow: number | null
  readonly session: number
  /** The year in which the session opened. */
  readonly year: number
  readonly votes: number
  readonly theta: number
  readonly sd: number
  readonly low90: number
  readonly high90: number
  /** Percentile of the position among all states of the session. */
  readonly percentile: number
}

/** The distance of two states in one session. */
export interface DistanceRow {
  readonly session: number
  readonly year: number
  readonly votesA: number
  readonly votesB: number
  readonly thetaA: number
  readonly thetaB: number
  readonly distance: number
  readonly low90: number
  readonly high90: number
  /** In standard deviations of all states' positions in that session. */
  readonly standardised: number
  /** Percentile among the distances of all pairs in that session. */
  readonly percentile: number
  readonly pairs: number
}

export interface IdealPointsAnswer {
  readonly schemaVersion: 1
  readonly scope: 'all' | 'state' | 'pair'
  readonly a: string | null
  readonly b: string | null
  /** Name of a sample file; null where the record was used. */
  readonly sample: string | null
  readonly specification: Specification
  readonly fit: FitAbout & {
    readonly states: number
    readonly cells: number
    readonly sessions: { readonly from: number; readonly to: number }
  }
  readonly seed: number | null
  readonly snapshot: { readonly id: string; readonly created: string } | null
  readonly evidence: readonly Evidence[]
  readonly positions: readonly PositionRow[]
  readonly distances: readonly DistanceRow[]
  readonly rollCalls: readonly DividingRollCall[]
  readonly multiverse: MultiverseAnswer | null
}

/** The state that a label of the fit stands for. */
export type LabelledState = (label: string, session: number) => { readonly iso3: string | null; readonly cow: number | null }

/** Returns positions as rows, for all states or one, by state and session. */
export function positionRows(fit: FittedPoints, names: LabelledState, only?: string): PositionRow[] {
  const bySession = cellsBySession(fit)
  const rows = Array.from(fit.theta.keys()).flatMap((cell): PositionRow[] => {
    const label = fit.states[fit.cellState[cell]!]!
    if (only !== undefined && label !== only) return []
    const session = fit.cellSession[cell]!
    const all = bySession.get(session)!.map((other) => fit.theta[other]!)
    return [
      {
        ...names(label, session),
        session,
        year: openingYear(session),
        votes: fit.cellVotes[cell]!,
        theta: fit.theta[cell]!,
        sd: fit.sd[cell]!,
        low90: fit.low[cell]!,
        high90: fit.high[cell]!,
        percentile: midRankPercentile(all, fit.theta[cell]!),
      },
    ]
  })
  return rows.sort((x, y) => (x.cow ?? 9999) - (y.cow ?? 9999) || compare(x.iso3 ?? '', y.iso3 ?? '') || x.session - y.session)
}

/** Returns the distances of two states, one row per session. */
export function distanceRows(fit: FittedPoints, a: string, b: string): DistanceRow[] {
  return [...cellsBySession(fit)].flatMap(([session, cells]): DistanceRow[] => {
    const cellOf = (label: string): number | undefined => cells.find((cell) => fit.states[fit.cellState[cell]!] === label)
    const [i, j] = [cellOf(a), cellOf(b)]
    if (i === undefined || j === undefined) return []
    const positions = cells.map((cell) => fit.theta[cell]!)
    const { distance, low, high } = distanceOf(fit, i, j)
    return [
      {
        session,
        year: openingYear(session),
        votesA: fit.cellVotes[i]!,
        votesB: fit.cellVotes[j]!,
        thetaA: fit.theta[i]!,
        thetaB: fit.theta[j]!,
        distance,
        low90: low,
        high90: high,
        ...distanceOnCommonScale(positions, distance),
      },
    ]
  })
}

function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0
}

/** Returns the cells of each session, oldest first. */
function cellsBySession(fit: Pick<FittedPoints, 'cellSession'>): Map<number, number[]> {
  const sessions = new Map<number, number[]>()
  for (const [cell, session] of fit.cellSession.entries()) {
    const cells = sessions.get(session)
    if (cells === undefined) sessions.set(session, [cell])
    else cells.push(cell)
  }
  return sessions
}
