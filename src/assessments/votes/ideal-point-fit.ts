import type { IdealPointPosterior } from '../../measures/ideal-point-posterior/ideal-point-posterior.ts'
import { itemWidth } from '../../measures/ideal-points/ideal-point-estimate.ts'
import type { PriorName } from '../../measures/ideal-points/ideal-point-prior.ts'
import { type Ballot, type IdealPointSample, makeSample, votesOfCell } from '../../measures/ideal-points/ideal-point-sample.ts'
import type { Poles, WarmStart } from '../../measures/ideal-points/ideal-point-start.ts'
import { type IdealPoints, idealPoints } from '../../measures/ideal-points/ideal-points.ts'
import { quantile } from '../../numeric/quantile.ts'

/** How an estimate was made. */
export interface FitAbout {
  readonly prior: PriorName
  readonly method: 'variational' | 'posterior'
  /** `last fit`: started from an earlier fit of the same model on an earlier record. */
  readonly begun: 'cold' | 'last fit'
  readonly iterations: number
  readonly converged: boolean
  readonly rollCalls: number
  readonly votes: number
  /** Number of items that divide any states; roll calls on one text share an item. */
  readonly items: number
  readonly unanimous: number
  readonly poles: Poles
  /**
   * Posterior draws: their number, the maximum chain disagreement, and the minimum effective number of draws for 95 %
   * of the cells.
   */
  readonly posterior: { readonly chains: number; readonly draws: number; readonly largestRhat: number; readonly effective: number } | null
}

/**
 * The stored part of a fit: positions of all states in all sessions with 90 % intervals, and the items. Cells are
 * ordered by session, then by state.
 */
export interface FittedPoints {
  /** State labels: ISO3 codes, or the numbers of a sample file. */
  readonly states: readonly string[]
  readonly cellState: Int32Array
  readonly cellSession: Int32Array
  readonly cellVotes: Int32Array
  readonly theta: Float64Array
  readonly sd: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** Draws of each cell, cell by cell; empty without a posterior. */
  readonly draws: Float32Array
  readonly items: readonly string[]
  /** Slope, first and second cut point of each item. */
  readonly itemParameters: Float64Array
  readonly about: FitAbout
}

export interface FitRequest {
  readonly states: readonly string[]
  readonly ballots: readonly Ballot[]
  readonly prior: PriorName
  readonly poles: Poles
  readonly threads: number | undefined
  /** Seed for the posterior draws; undefined: use the approximation only. */
  readonly posteriorSeed?: number | undefined
  readonly chains?: number | undefined
  readonly warm?: WarmStart | undefined
}

/** 5 % of a normal distribution lies beyond this many standard deviations on each side. */
export const normalQuantile95 = 1.6448536269514722

/** Estimates ideal points and returns the stored part of the fit. */
export async function fitPoints(request: FitRequest): Promise<FittedPoints> {
  const { posteriorSeed: seed, chains, threads } = request
  const { fit, fitted } = await openFit(request)
  if (seed === undefined) return fitted(undefined)
  const { idealPointPosterior } = await import('../../measures/ideal-point-posterior/ideal-point-posterior.ts')
  return fitted(
    await idealPointPosterior(fit, {
      seed,
      ...(chains === undefined ? {} : { chains }),
      ...(threads === undefined ? {} : { threads }),
    }),
  )
}

/** An estimate whose posterior is not drawn yet. */
export interface OpenFit {
  readonly fit: IdealPoints
  /** Returns the stored part of the fit, with draws or without. */
  fitted(drawn: IdealPointPosterior | undefined): FittedPoints
}

/** Estimates ideal points without drawing from the posterior. */
export async function openFit({ states, ballots, prior, poles, threads, warm }: FitRequest): Promise<OpenFit> {
  const sample = makeSample(states, ballots)
  const fit = await idealPoints(sample, {
    prior,
    poles,
    ...(threads === undefined ? {} : { threads }),
    ...(warm === undefined ? {} : { warm }),
  })
  const fitted = (drawn: IdealPointPosterior | undefined): FittedPoints => ({
    ...cellsOf(sample, fit, drawn),
    items: sample.items,
    itemParameters: Float64Array.from({ length: 3 * sample.items.length }, (_, i) => fit.items[Math.floor(i / 3) * itemWidth + (i % 3)]!),
    about: {
      prior,
      method: drawn === undefined ? 'variational' : 'posterior',
      begun: warm === undefined ? 'cold' : 'last fit',
      iterations: fit.trace.length,
      converged: fit.converged,
      rollCalls: ballots.length,
      votes: sample.itemCell.length,
      items: sample.items.length,
      unanimous: sample.unanimous,
      poles: fit.poles,
      posterior: drawn === undefined ? null : posteriorAbout(drawn),
    },
  })
  return { fit, fitted }
}

type Cells = Pick<FittedPoints, 'states' | 'cellState' | 'cellSession' | 'cellVotes' | 'theta' | 'sd' | 'low' | 'high' | 'draws'>

function cellsOf(sample: IdealPointSample, fit: IdealPoints, drawn: IdealPointPosterior | undefined): Cells {
  const theta = drawn?.mean ?? fit.theta
  const sd = drawn?.sd ?? fit.sd
  return {
    states: sample.states,
    cellState: Int32Array.from(sample.cellState),
    cellSession: Int32Array.from(sample.cellSession),
    cellVotes: Int32Array.from(sample.cellState, (_, cell) => votesOfCell(sample, cell)),
    theta,
    sd,
    low: drawn?.quantile(0.05) ?? theta.map((x, i) => x - normalQuantile95 * sd[i]!),
    high: drawn?.quantile(0.95) ?? theta.map((x, i) => x + normalQuantile95 * sd[i]!),
    draws: drawn === undefined ? new Float32Array(0) : allDraws(drawn, theta.length),
  }
}

function allDraws(drawn: IdealPointPosterior, cells: number): Float32Array {
  const each = drawn.chains * drawn.draws
  const draws = new Float32Array(cells * each)
  for (let cell = 0; cell < cells; cell++) draws.set(drawn.drawsOf(cell), cell * each)
  return draws
}

function posteriorAbout({ chains, draws, rhat, effective }: IdealPointPosterior): FitAbout['posterior'] {
  return { chains, draws: chains * draws, largestRhat: Math.max(...rhat), effective: Math.round(quantile(effective, 0.05)) }
}

/**
 * Returns starting values from an earlier fit: the positions of its cells and, for a session that it lacks, the state's position in its last session.
 */
export function warmFrom(fit: FittedPoints): WarmStart {
  const positions = new Map(Array.from(fit.theta, (theta, cell) => [`${fit.states[fit.cellState[cell]!]} ${fit.cellSession[cell]}`, theta]))
  const last = new Map(Array.from(fit.theta, (theta, cell) => [fit.states[fit.cellState[cell]!]!, theta]))
  const items = new Map(fit.items.map((item, i) => [item, i]))
  return {
    position: (state, session) => positions.get(`${state} ${session}`) ?? last.get(state),
    item: (item) => {
      const i = items.get(item)
      const [slope, first, second] = i === undefined ? [] : fit.itemParameters.subarray(3 * i, 3 * i + 3)
      return slope === undefined || first === undefined || second === undefined ? undefined : [slope, first, second]
    },
  }
}

/** Returns the distance between two cells, from the draws or else from two independent normals; see `distanceBetween`. */
export function distanceOf(fit: FittedPoints, a: number, b: number): IdealPointDifference {
  const difference = fit.theta[a]! - fit.theta[b]!
  const each = fit.draws.length / fit.theta.length
  if (each === 0) return distanceBetween(difference, Math.hypot(fit.sd[a]!, fit.sd[b]!))
  const differences = Float64Array.from({ length: each }, (_, i) => fit.draws[a * each + i]! - fit.draws[b * each + i]!)
  return unsigned(difference, quantile(differences, 0.05), quantile(differences, 0.95))
}

export interface IdealPointDifference {
  readonly distance: number
  readonly low: number
  readonly high: number
}

/**
 * Returns a distance with its 90 % interval, derived from the interval of the signed difference. If that interval contains 0,
 * the distance runs from 0 to the farther end, which covers at least 90 %.
 *
 * @param difference   difference of two positions
 * @param sd           standard deviation of that difference
 * @example distanceBetween(-0.5, 1).low   // 0
 */
export function distanceBetween(difference: number, sd: number): IdealPointDifference {
  return unsigned(difference, difference - normalQuantile95 * sd, difference + normalQuantile95 * sd)
}

function unsigned(difference: number, low: number, high: number): IdealPointDifference {
  if (low > 0) return { distance: Math.abs(difference), low, high }
  if (high < 0) return { distance: Math.abs(difference), low: -high, high: -low }
  return { distance: Math.abs(difference), low: 0, high: Math.max(-low, high) }
}
