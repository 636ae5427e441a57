import { availableParallelism } from 'node:os'
import { setImmediate as turn } from 'node:timers/promises'
import { runThreads } from '../../numeric/threads.ts'
import type { Votes } from '../similarity/votes.ts'
import { type BootstrapOptions, bootstrapJob, type DyadIntervals, intervalsOf } from './bootstrap.ts'
import { bootstrapNextChunk, type SharedJob } from './bootstrap-chunks.ts'

export interface ThreadedBootstrapOptions extends BootstrapOptions {
  /** Total number of threads, including this one; default: the number of available processors. */
  readonly threads?: number
}

/**
 * Runs `bootstrapDyads` on several threads, with the same result bit for bit. This thread takes part, but yields between
 * pieces of work.
 *
 * @param votes     positions, row-major by roll call
 * @param options   as for `bootstrapDyads`, and the number of threads
 */
export async function bootstrapDyadsThreaded(votes: Votes, options: ThreadedBootstrapOptions = {}): Promise<DyadIntervals> {
  const { threads = availableParallelism(), ...rest } = options
  const job = bootstrapJob(votes, rest)
  const shared: SharedJob = { plan: job.plan, room: job.room, taken: new Int32Array(new SharedArrayBuffer(4)) }
  const others = runThreads(import.meta.url, './bootstrap-worker', new Array(Math.max(0, threads - 1)).fill(shared))
  const own = async (): Promise<void> => {
    while (bootstrapNextChunk(shared)) await turn()
  }
  await Promise.all([others, own()])
  return intervalsOf(job)
}
