import { availableParallelism } from 'node:os'
import { VisavisError } from '../../errors.ts'
import { newBarrier } from '../../numeric/barrier.ts'
import { runThreads } from '../../numeric/threads.ts'
import { emptyEstimate, type IdealPointEstimate, itemWidth } from './ideal-point-estimate.ts'
import { type FitJob, workOnFit } from './ideal-point-fit.ts'
import { type PriorName, priorOf, sharedDoubles } from './ideal-point-prior.ts'
import type { IdealPointSample } from './ideal-point-sample.ts'
import { type Poles, polesOf, startingValues, type WarmStart } from './ideal-point-start.ts'

export interface IdealPointOptions {
  /** Default: `bailey-strezhnev-voeten`. */
  readonly prior?: PriorName
  /** Direction of the scale; default: the United States high, Russia low. */
  readonly poles?: Poles
  /**
   * Root mean square step at which the fit has converged. Default 0.0005, a three-hundredth of the median standard
   * error of a position.
   */
  readonly tolerance?: number
  /** Default 500. */
  readonly iterations?: number
  /** Default: 1 for a small sample, otherwise the number of available processors. The result is the same bit for bit. */
  readonly threads?: number
  readonly warm?: WarmStart
}

export interface IdealPoints {
  readonly sample: IdealPointSample
  readonly poles: Poles
  readonly prior: PriorName
  /** Position of each cell: mean 0 and variance 1 over all cells, including each cell's own uncertainty. */
  readonly theta: Float64Array
  /**
   * Standard deviation of each, from the curvature of the likelihood with the items' uncertainty. It excludes the
   * uncertainty of a session's common level.
   */
  readonly sd: Float64Array
  /**
   * Slope, first cut point (yes to abstention), second (abstention to no) of each item, then their covariance: nine
   * numbers per item.
   */
  readonly items: Float64Array
  readonly converged: boolean
  /** Root mean square and largest step of each iteration. */
  readonly trace: readonly { readonly root: number; readonly largest: number }[]
  /** The working state, for `--posterior` and for tests. */
  readonly estimate: IdealPointEstimate
}

const defaultPoles: Poles = { high: 'USA', low: 'RUS' }
const smallSample = 100_000

/**
 * Estimates dynamic ordinal ideal points: an ordinal probit of votes (yes, abstention, no) on one dimension. Roll calls on the
 * same text share an item, slopes have a normal prior, and each state's position depends on its neighbouring session's.
 *
 * P(yes) = Phi(c1 - b x), P(no) = Phi(b x - c2); b ~ N(0, 1); c1, c2 ~ N(0, 49/3), the variance of the authors' flat
 * prior on [-7, 7]; x as `prior` specifies; over all cells x has mean 0 and variance 1. Estimated by a Gaussian
 * variational approximation without latent utilities: cells and items in turn take Newton steps on expected scores,
 * with Anderson acceleration. A state that votes once gets a wide interval; a session without a shared item is linked
 * to others only by the prior.
 *
 * @param sample   see `makeSample`
 * @throws VisavisError BadInput where no item divides the states, no two of them oppose each other, or an earlier fit
 * is invalid
 * @see Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61(2), 430-456; Opper & Archambeau 2009, Neural Computation 21(3)
 */
export async function idealPoints(sample: IdealPointSample, options: IdealPointOptions = {}): Promise<IdealPoints> {
  const { prior = 'bailey-strezhnev-voeten', tolerance = 5e-4, iterations = 500, warm } = options
  if (!(tolerance > 0) || !(iterations >= 1)) throw new VisavisError('Usage', 'tolerance must be above 0 and iterations at least 1')
  const poles = polesOf(sample, options.poles ?? defaultPoles)
  const estimate = emptyEstimate(sample, priorOf(sample, prior))
  startingValues(sample, estimate, poles, warm)
  const threads = Math.max(1, options.threads ?? (sample.itemCell.length < smallSample ? 1 : availableParallelism()))
  const job: FitJob = {
    sample,
    estimate,
    threads,
    tolerance,
    barrier: newBarrier(),
    trace: sharedDoubles(2 * iterations),
    progress: new Int32Array(new SharedArrayBuffer(8)),
  }
  if (threads === 1) workOnFit(job, 0)
  else {
    const data = Array.from({ length: threads }, (_, rank) => ({ job, rank }))
    await runThreads(import.meta.url, './ideal-point-worker', data)
  }
  return summary(sample, estimate, { poles, prior, job })
}

function summary(
  sample: IdealPointSample,
  estimate: IdealPointEstimate,
  about: { poles: Poles; prior: PriorName; job: FitJob },
): IdealPoints {
  const { poles, prior, job } = about
  if (mirrored(sample, estimate, poles)) mirror(estimate)
  const n = sample.cellState.length
  const done = job.progress[0]!
  const trace = Array.from({ length: done }, (_, i) => ({ root: job.trace[2 * i]!, largest: job.trace[2 * i + 1]! }))
  return {
    sample,
    poles,
    prior,
    theta: Float64Array.from({ length: n }, (_, i) => estimate.cells[2 * i]!),
    sd: Float64Array.from({ length: n }, (_, i) => Math.sqrt(estimate.cells[2 * i + 1]!)),
    items: estimate.items,
    converged: trace[done - 1]!.root < job.tolerance,
    trace,
    estimate,
  }
}

/** Whether the low pole has a higher position than the high one, each averaged over its sessions. */
function mirrored(sample: IdealPointSample, estimate: IdealPointEstimate, poles: Poles): boolean {
  const mean = (label: string): number => {
    const own = Array.from(sample.cellState.keys()).filter((cell) => sample.states[sample.cellState[cell]!] === label)
    return own.reduce((sum, cell) => sum + estimate.cells[2 * cell]!, 0) / own.length
  }
  return mean(poles.high) < mean(poles.low)
}

/** Reverses the scale: positions and slopes change sign, cut points do not. */
function mirror({ cells, anchors, items }: IdealPointEstimate): void {
  for (let cell = 0; cell < anchors.length; cell++) {
    cells[2 * cell] = -cells[2 * cell]!
    anchors[cell] = -anchors[cell]!
  }
  for (let at = 0; at < items.length; at += itemWidth) for (const k of [0, 4, 5]) items[at + k] = -items[at + k]!
}
