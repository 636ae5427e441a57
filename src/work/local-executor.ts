import { VisavisError } from '../errors.ts'
import { CellPool } from './processes/cell-pool.ts'
import { CellCrash, type CellProcessStart } from './processes/cell-process.ts'
import type { Execution, Executor } from './run-plan.ts'

/** How often a cell is tried before it is parked. */
const mostTries = 3

/**
 * Returns an executor that runs cells on this machine, in as many processes as are given. It needs no service.
 *
 * @param processes   number of cells that run at once
 */
export function localExecutor(start: CellProcessStart, processes: number): Executor {
  return async ({ folder, missing, signal, onDone }: Execution) => {
    const pool = new CellPool(start, folder)
    const stop = (): void => pool.close()
    signal.addEventListener('abort', stop, { once: true })
    let [next, done] = [0, 0]
    let fatal: unknown
    const takeCells = async (): Promise<void> => {
      while (next < missing.length && !signal.aborted && fatal === undefined) {
        const index = missing[next++]!
        for (let tries = 1; !signal.aborted; tries++) {
          try {
            await pool.run(index)
            onDone(++done)
            break
          } catch (cause) {
            if (signal.aborted) break
            if (isOfMachine(cause)) {
              fatal ??= cause
              break
            }
            // the same input fails the same way; only what ended a process may not happen again
            if (cause instanceof CellCrash && tries < mostTries) continue
            await folder.park(index, { message: (cause as Error).message, tries })
            break
          }
        }
      }
    }
    try {
      await Promise.all(Array.from({ length: Math.min(processes, missing.length) }, takeCells))
    } finally {
      signal.removeEventListener('abort', stop)
      pool.close()
    }
    if (fatal !== undefined) throw fatal
  }
}

/** Whether an error is one of this machine, which no cell could run on now, and not of the cell. */
export function isOfMachine(cause: unknown): cause is VisavisError {
  return cause instanceof VisavisError && ['DiskFull', 'CannotWrite', 'NoSnapshot', 'TornSnapshot', 'UnreadableHome'].includes(cause.code)
}
