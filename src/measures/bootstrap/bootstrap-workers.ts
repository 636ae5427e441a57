import { availableParallelism } from 'node:os'
import { runChunks } from '../../numeric/chunks.ts'
import type { Votes } from '../similarity/votes.ts'
import { type BootstrapOptions, bootstrapJob, type DyadIntervals, intervalsOf } from './bootstrap.ts'
import { bootstrapPairs } from './bootstrap-pairs.ts'

export interface ThreadedBootstrapOptions extends BootstrapOptions {
  /** Total number of threads, including this one; default: the number of available processors. */
  readonly threads?: number
}

const pairsAtOnce = 128

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
  const { plan, room } = job
  await runChunks<void>(
    import.meta.url,
    './bootstrap-worker',
    { plan, room },
    {
      ...{ items: room.pairs, size: pairsAtOnce, threads, takesPart: true },
      own: () => (from, to) => bootstrapPairs(plan, room, from, to),
    },
  )
  return intervalsOf(job)
}
