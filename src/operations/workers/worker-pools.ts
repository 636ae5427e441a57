import type { Operation } from '../request/operation.ts'
import { WorkerPool } from './worker-pool.ts'

// The worker pools of this process, by use. No worker is started before the first request.

/** For the command line: as many workers as texts are read at once; each request opens its own record. */
export const commandPool: WorkerPool = new WorkerPool({ size: 64, cache: 'nothing', textTimeout: 600_000 })

/** For servers: a few workers, whose records stay open. Read from disk, since the bundled record in memory takes 250 MB per process. */
const serverPool: WorkerPool = new WorkerPool({ size: 4, cache: 'disk', textTimeout: 240_000 })

/** For operations that answer in milliseconds, so that they need not wait behind slow ones. */
const quickPool: WorkerPool = new WorkerPool({ size: 1, cache: 'disk', textTimeout: 240_000 })

/** The pool of a server that runs this operation. */
export function poolFor({ quick }: Pick<Operation, 'quick'>): WorkerPool {
  return quick === true ? quickPool : serverPool
}

/** Starts processes before the first request. */
export function warmPools(): void {
  for (const pool of [quickPool, serverPool]) pool.warm()
}

/** Kills all worker processes of the servers. */
export function closePools(): void {
  for (const pool of [quickPool, serverPool]) pool.close()
}
