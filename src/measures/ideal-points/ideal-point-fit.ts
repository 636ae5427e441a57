import { type AndersonMixing, andersonMixing } from '../../numeric/anderson.ts'
import { type Barrier, waitAtBarrier } from '../../numeric/barrier.ts'
import type { IdealPointEstimate } from './ideal-point-estimate.ts'
import { updateItems } from './ideal-point-items.ts'
import { updateCells } from './ideal-point-position-step.ts'
import type { IdealPointSample } from './ideal-point-sample.ts'
import { standardise } from './ideal-point-standardise.ts'

/** A fit in progress, as shared by its threads. */
export interface FitJob {
  readonly sample: IdealPointSample
  readonly estimate: IdealPointEstimate
  readonly threads: number
  readonly barrier: Barrier
  /** The fit stops when the root mean square step of the positions falls below this. */
  readonly tolerance: number
  /**
   * Two numbers per iteration: root mean square step, largest step. Its length sets the maximum number of iterations.
   */
  readonly trace: Float64Array
  /** Iterations done; whether to stop. */
  readonly progress: Int32Array
}

const memory = 5
const unmixed = 6

/**
 * Works on a fit as one of its threads until it has converged or reached the maximum number of iterations. Thread 0
 * does the serial part.
 */
export function workOnFit(job: FitJob, rank: number): void {
  const { sample, estimate, threads, barrier, progress, trace } = job
  const [items, cells] = [shareOf(sample.itemStart, rank, threads), shareOf(sample.cellStart, rank, threads)]
  const mixing = rank === 0 ? andersonMixing(sample.cellState.length, memory, unmixed) : undefined
  while (Atomics.load(progress, 1) === 0) {
    updateItems(sample, estimate, ...items)
    waitAtBarrier(barrier, threads)
    updateCells(sample, estimate, ...cells)
    waitAtBarrier(barrier, threads)
    if (mixing !== undefined) {
      const done = Atomics.load(progress, 0)
      const step = take(estimate, mixing)
      trace.set(step, 2 * done)
      Atomics.store(progress, 0, done + 1)
      if (step[0] < job.tolerance || 2 * (done + 1) >= trace.length) Atomics.store(progress, 1, 1)
    }
    waitAtBarrier(barrier, threads)
  }
}

/** Takes the step, accelerates it, and returns its length. */
function take(estimate: IdealPointEstimate, mixing: AndersonMixing): [root: number, largest: number] {
  const { cells, anchors } = estimate
  const before = positions(cells)
  const largest = standardise(estimate)
  const after = positions(cells)
  const kept = Float64Array.from(after)
  const root = mixing.mix(before, after)
  for (let i = 0; i < after.length; i++) {
    cells[2 * i] = after[i]!
    anchors[i] = anchors[i]! + after[i]! - kept[i]!
  }
  return [root, largest]
}

function positions(cells: Float64Array): Float64Array {
  const list = new Float64Array(cells.length / 2)
  for (let i = 0; i < list.length; i++) list[i] = cells[2 * i]!
  return list
}

/** Returns the thread's range of rows, so that all threads have about as many votes. */
function shareOf(start: Int32Array, rank: number, threads: number): [from: number, to: number] {
  const rows = (start.length - 1) / 3
  const total = start[start.length - 1]!
  const boundary = (share: number): number => {
    let row = 0
    while (row < rows && start[3 * row]! < share * total) row++
    return row
  }
  return [rank === 0 ? 0 : boundary(rank / threads), rank === threads - 1 ? rows : boundary((rank + 1) / threads)]
}
