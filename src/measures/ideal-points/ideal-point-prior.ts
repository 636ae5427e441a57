import { cellsByState, type IdealPointSample, votesOfCell } from './ideal-point-sample.ts'

/** How a state's position in one session depends on its position in others. */
export type PriorName = 'bailey-strezhnev-voeten' | 'random walk' | 'static'

/** Prior of every cell: a normal distribution around the position of a neighbouring cell. */
export interface CellPrior {
  /** Cell with the position that is the prior mean; -1: the prior mean is 0. */
  readonly lag: Int32Array
  readonly precision: Float64Array
  /** Cell that depends on this one and pulls it back (random walk only); -1 = none. */
  readonly next: Int32Array
}

/** Variance of a step between sessions before weighting: the authors' smoothing parameter. */
const stepVariance = 0.5

/**
 * Returns the prior of each cell.
 *
 * `bailey-strezhnev-voeten`: a cell depends on the session before (after a gap: the last one present; a state's first
 * session on its second). Its variance is 0.5 n / (n + n'), where n and n' are its votes and its neighbour's. The
 * neighbour does not depend on the cell, as in the authors' sampler. `random walk`: the same steps, but a neighbour is
 * pulled too, and a state's first session has the prior N(0, 1). `static`: one cell per state, N(0, 1).
 *
 * @see Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61(2), and the authors' published code
 */
export function priorOf(sample: IdealPointSample, name: PriorName): CellPrior {
  const n = sample.cellState.length
  const lag = sharedInts(n).fill(-1)
  const next = sharedInts(n).fill(-1)
  const precision = sharedDoubles(n).fill(1)
  if (name === 'static') return { lag, precision, next }
  for (const cells of cellsByState(sample)) {
    cells.forEach((cell, i) => {
      const neighbour = i > 0 ? cells[i - 1]! : name === 'random walk' ? undefined : cells[1]
      if (neighbour === undefined) return
      const [here, there] = [votesOfCell(sample, cell), votesOfCell(sample, neighbour)]
      lag[cell] = neighbour
      precision[cell] = (here + there) / (stepVariance * here)
      if (name === 'random walk') next[neighbour] = cell
    })
  }
  return { lag, precision, next }
}

export function sharedDoubles(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length))
}

function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length))
}
