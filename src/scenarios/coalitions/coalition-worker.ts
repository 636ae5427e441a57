import { parentPort, workerData } from 'node:worker_threads'
import { type CoalitionShare, jobSolver } from './coalition-job.ts'

// Worker thread of coalition-workers.ts: solves its coalitions one by one, then ends.
const { job, coalitions, stop } = workerData as CoalitionShare
const solve = jobSolver(job)
for (const members of coalitions) {
  if (Atomics.load(stop, 0) === 1) break
  parentPort!.postMessage({ members, outcome: solve(members) })
}
