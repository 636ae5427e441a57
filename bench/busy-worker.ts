import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { answerCells } from '../src/work/processes/answer-cells.ts'
import { busy, busyWork } from './busy-work.ts'

// Cells of arithmetic: in a process of a plan, or in a bare thread that takes numbers from a shared counter.
if (isMainThread) answerCells(async () => busyWork)
else {
  const { taken, cells, rounds } = workerData as { taken: Int32Array; cells: number; rounds: number }
  for (let cell = Atomics.add(taken, 0, 1); cell < cells; cell = Atomics.add(taken, 0, 1))
    parentPort!.postMessage([cell, busy(cell, rounds)])
}
