import { availableParallelism } from 'node:os'
import { VisavisError } from '../../errors.ts'
import { runChunks } from '../../numeric/chunks.ts'
import { effectiveDraws, potentialScaleReduction } from '../../numeric/convergence.ts'
import { quantile } from '../../numeric/quantile.ts'
import { itemWidth } from '../ideal-points/ideal-point-estimate.ts'
import { updateCells } from '../ideal-points/ideal-point-position-step.ts'
import { sharedDoubles } from '../ideal-points/ideal-point-prior.ts'
import { constraintForces } from '../ideal-points/ideal-point-standardise.ts'
import type { IdealPoints } from '../ideal-points/ideal-points.ts'
import { type ChainStart, itemStride } from './ideal-point-posterior-chain-state.ts'
import { type PosteriorJob, runChain } from './ideal-point-posterior-sampler.ts'

export interface PosteriorOptions {
  /** Draws kept per chain; default 420. */
  readonly draws?: number
  /** Sweeps between kept draws; default 2. */
  readonly every?: number
  /** Warm-up sweeps per chain; default 80. */
  readonly warmup?: number
  /** Default 2. */
  readonly chains?: number
  /** A safe integer; default 1. */
  readonly seed?: number
  /**
   * Default: the number of available processors; more threads than chains are not used. The result is the same bit for
   * bit.
   */
  readonly threads?: number
}

export interface IdealPointPosterior {
  readonly chains: number
  /** Draws kept per chain. */
  readonly draws: number
  /** Mean and standard deviation of each cell, in the order of the sample. */
  readonly mean: Float64Array
  readonly sd: Float64Array
  /** Disagreement of the chains on each cell: see `potentialScaleReduction`. */
  readonly rhat: Float64Array
  /** Effective number of independent draws of each cell. */
  readonly effective: Float64Array
  /** For each chain: log density of votes and items at each sweep, including warm-up. */
  readonly trace: readonly Float64Array[]
  /** Quantile p of each cell. */
  quantile(p: number): Float64Array
  /**
   * All draws of a cell, chain after chain. The same index in two cells is the same draw, so differences preserve the
   * correlation.
   */
  drawsOf(cell: number): Float64Array
}

/**
 * Draws from the posterior of ideal points, items and the common level of sessions, by Metropolis-Hastings within
 * Gibbs, starting from the fit.
 *
 * A sweep moves each item given the cells, then each cell given the items; proposals are normal around a Newton step.
 * It then moves the level and spread of each session, and of all sessions up to each. There are no latent utilities.
 * Mean 0 and variance 1 are constrained as in the fit, and each draw is rescaled exactly. In the authors' prior a cell
 * depends on a draw of its neighbour's conditional mean, as in their sampler, but not the reverse; the random walk is
 * symmetric. A draw with reversed poles is mirrored.
 *
 * @param fit   see `idealPoints`
 * @throws VisavisError Usage where an option is out of range
 * @see Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61(2), 430-456, and the authors' published code
 */
export async function idealPointPosterior(fit: IdealPoints, options: PosteriorOptions = {}): Promise<IdealPointPosterior> {
  const job = jobOf(fit, options)
  await runChunks<void>(import.meta.url, './ideal-point-posterior-worker', job, {
    ...{ items: job.chains, size: 1, threads: Math.min(job.chains, options.threads ?? availableParallelism()) },
    own: () => (chain) => runChain(job, chain),
  })
  return summary(job)
}

/** The chains of a posterior, each to be run anywhere. */
export interface OpenPosterior {
  readonly chains: number
  /** Runs a chain and returns its draws, by draw and cell, and its trace. */
  run(chain: number): ChainDraws
  /** Returns the posterior from the draws of all chains, in order. */
  joined(chains: readonly ChainDraws[]): IdealPointPosterior
}

export interface ChainDraws {
  readonly kept: Float32Array
  readonly trace: Float64Array
}

/**
 * Prepares the chains of `idealPointPosterior`, whose result they have bit for bit.
 *
 * @throws VisavisError Usage where an option is out of range
 */
export function openPosterior(fit: IdealPoints, options: PosteriorOptions = {}): OpenPosterior {
  const job = jobOf(fit, options)
  const [keptEach, traceEach] = [job.kept.length / job.chains, job.trace.length / job.chains]
  return {
    chains: job.chains,
    run: (chain) => {
      runChain(job, chain)
      return {
        kept: job.kept.slice(chain * keptEach, (chain + 1) * keptEach),
        trace: job.trace.slice(chain * traceEach, (chain + 1) * traceEach),
      }
    },
    joined: (chains) => {
      for (const [chain, { kept, trace }] of chains.entries()) {
        job.kept.set(kept, chain * keptEach)
        job.trace.set(trace, chain * traceEach)
      }
      return summary(job)
    },
  }
}

function jobOf(fit: IdealPoints, { draws = 420, every = 2, warmup = 80, chains = 2, seed = 1 }: PosteriorOptions): PosteriorJob {
  const whole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least
  if (!whole(draws, 4) || !whole(every, 1) || !whole(warmup, 0) || !whole(chains, 1) || !Number.isSafeInteger(seed))
    throw new VisavisError(
      'Usage',
      'a posterior needs whole numbers: draws from 4, sweeps per draw and chains from 1, warm-up from 0, a seed',
    )
  const { sample, poles } = fit
  const cellsOf = (label: string): Int32Array =>
    Int32Array.from(sample.cellState.keys()).filter((cell) => sample.states[sample.cellState[cell]!] === label)
  const room = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)
  return {
    start: startOf(fit),
    seed,
    chains,
    warmup,
    draws,
    every,
    high: cellsOf(poles.high),
    low: cellsOf(poles.low),
    kept: new Float32Array(room(4 * chains * draws * fit.theta.length)),
    trace: sharedDoubles(chains * (warmup + draws * every)),
  }
}

function startOf({ sample, estimate, prior, theta, sd, items }: IdealPoints): ChainStart {
  updateCells(sample, estimate, 0, theta.length)
  const { scale, shift } = constraintForces(estimate)
  const weights = weightsOf({ sample, estimate, items })
  return {
    sample,
    prior: estimate.prior,
    priorName: prior,
    positions: theta,
    deviations: sd,
    anchors: estimate.anchors,
    items: Float64Array.from({ length: itemStride * sample.items.length }, (_, i) => {
      return items[Math.floor(i / itemStride) * itemWidth + (i % itemStride)]!
    }),
    squarePull: weights.map((weight) => weight * scale),
    linearPull: weights.map((weight) => weight * shift),
  }
}

/** Returns how strongly the constraints hold each cell: the sum of its items' squared slopes, and its prior. */
function weightsOf({ sample, estimate, items }: Pick<IdealPoints, 'sample' | 'estimate' | 'items'>): Float64Array {
  const { cellStart, cellItem, cellState } = sample
  const { precision, next } = estimate.prior
  return Float64Array.from(cellState, (_, cell) => {
    let sum = precision[cell]! + (next[cell]! < 0 ? 0 : precision[next[cell]!]!)
    for (let k = cellStart[3 * cell]!; k < cellStart[3 * cell + 3]!; k++) {
      const at = cellItem[k]! * itemWidth
      sum += items[at]! ** 2 + items[at + 3]!
    }
    return sum
  })
}

function summary(job: PosteriorJob): IdealPointPosterior {
  const { chains, draws, trace, start } = job
  const n = start.positions.length
  const drawsOf = (cell: number): Float64Array => Float64Array.from({ length: chains * draws }, (_, draw) => job.kept[draw * n + cell]!)
  const result = { mean: new Float64Array(n), sd: new Float64Array(n), rhat: new Float64Array(n), effective: new Float64Array(n) }
  for (let cell = 0; cell < n; cell++) {
    const values = drawsOf(cell)
    const split = Array.from({ length: chains }, (_, chain) => values.subarray(chain * draws, (chain + 1) * draws))
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    result.mean[cell] = mean
    result.sd[cell] = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
    result.rhat[cell] = potentialScaleReduction(split)
    result.effective[cell] = effectiveDraws(split)
  }
  const sweeps = trace.length / chains
  return {
    chains,
    draws,
    ...result,
    trace: Array.from({ length: chains }, (_, chain) => trace.slice(chain * sweeps, (chain + 1) * sweeps)),
    quantile: (p) => Float64Array.from({ length: n }, (_, cell) => quantile(drawsOf(cell), p)),
    drawsOf,
  }
}
