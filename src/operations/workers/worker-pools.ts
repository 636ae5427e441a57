import type { Operation } from '../request/operation.ts'
import { type WarmQuestion, WorkerPool } from './worker-pool.ts'

// The worker pools of this process, by use. No worker is started before the first request.

/** The pool of the command line. Each request opens the record anew, as a command makes only one request. */
export const commandPool: WorkerPool = new WorkerPool({ size: 64, cache: 'nothing', textTimeout: 600_000 })

/** The pool of servers: a few workers that keep records open on disk, as the bundled record in memory would make each process some 270 MB larger. */
const serverPool: WorkerPool = new WorkerPool({ size: 4, cache: 'disk', textTimeout: 240_000 })

/** The pool for operations that answer in milliseconds, so that they need not wait behind slow ones. */
const quickPool: WorkerPool = new WorkerPool({ size: 1, cache: 'disk', textTimeout: 240_000 })

/** The pool for answers that nobody waits for yet. Its process runs while the others leave the processor idle, and ends when there is nothing to do. */
export const aheadPool: WorkerPool = new WorkerPool({ size: 1, cache: 'disk', textTimeout: 240_000, isBackground: true })

/** Returns the pool in which a server runs this operation. */
export function poolFor({ quick }: Pick<Operation, 'quick'>): WorkerPool {
  return quick === true ? quickPool : serverPool
}

/** Starts one process of each pool of a server before the first request; the one for slower operations begins with a question, if one is given. */
export function warmPools(question?: WarmQuestion): void {
  quickPool.warm()
  serverPool.warm(question)
}

/** Returns the memory of all worker processes of the servers after their last answers, in bytes. */
export function memoryOfPools(): number {
  return quickPool.memory + serverPool.memory + aheadPool.memory
}

/** Kills all worker processes of the servers. */
export function closePools(): void {
  for (const pool of [quickPool, serverPool, aheadPool]) pool.close()
}
