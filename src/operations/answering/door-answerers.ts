import type { Operation } from '../asked/operation.ts'
import { Answerers } from './answering.ts'

// The worker pools of this process, by use. No worker is started before the first request.

/** For the command line: as many workers as texts are read at once; each request opens its own record. */
export const commandAnswerers: Answerers = new Answerers({ most: 64, keeps: 'nothing', text: 600_000 })

/** For servers: a few workers, whose records stay open. Read from disk, since the bundled record in memory takes 250 MB per process. */
const doorAnswerers: Answerers = new Answerers({ most: 4, keeps: 'disk', text: 240_000 })

/** For operations that answer in milliseconds, so that they need not wait behind slow ones. */
const quickAnswerers: Answerers = new Answerers({ most: 1, keeps: 'disk', text: 240_000 })

/** The pool of a server that runs this operation. */
export function answerersFor({ quick }: Pick<Operation, 'quick'>): Answerers {
  return quick === true ? quickAnswerers : doorAnswerers
}

/** Starts processes before the first request. */
export function warmAnswerers(): void {
  for (const answerers of [quickAnswerers, doorAnswerers]) answerers.warm()
}

/** Kills all worker processes of the servers. */
export function endAnswerers(): void {
  for (const answerers of [quickAnswerers, doorAnswerers]) answerers.close()
}
