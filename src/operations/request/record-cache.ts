import { openSnapshot, type Snapshot } from '../../store/index.ts'
import { PairOrders } from './pair-orders.ts'

/** A cache of opened records, used by servers. */
export interface RecordCache {
  /** Returns the record in a directory, and opens the record if it is not open yet. */
  open(directory: string): Promise<Snapshot>
  /** Closes and forgets a record, so that the next request opens it anew; for a record whose files may be gone or corrupt. */
  drop(directory: string): void
  close(): void
}

/** Size on disk, in bytes, of the largest record that is held in memory. The bundled record has 8.6 MB; the one of 5.8 MB made the process some 270 MB larger. */
const largestInMemory = 16 * 2 ** 20
/** Usual limit of DuckDB's memory for one record, in megabytes; beyond it DuckDB uses temporary files. */
export const usualMemory = 1000

/**
 * Makes a cache that keeps the most recently used records open. A snapshot never changes, so an open one stays valid.
 *
 * @param where   `memory`: small records are held in memory; `disk`: records are read from disk at each query
 * @param most   most records kept open; the least recently used is closed first
 * @param options   `memory`: most megabytes of DuckDB for one record; `orders`: a folder in which the rows of records are put in the order of their pairs, which
 *                  is not done if undefined
 */
export function openRecordCache(
  where: 'memory' | 'disk' = 'memory',
  most = 3,
  { memory = usualMemory, orders }: { readonly memory?: number | undefined; readonly orders?: string | undefined } = {},
): RecordCache {
  const options = { threads: 1, connections: 2, memoryLimit: `${memory}MB`, inMemory: where === 'memory' ? largestInMemory : 0 }
  const pairOrders = orders === undefined ? undefined : new PairOrders(orders)
  const inOrder = async (opened: Promise<Snapshot>): Promise<Snapshot> => {
    const snapshot = await opened
    await pairOrders?.use(snapshot)
    return snapshot
  }
  const open = new Map<string, Promise<Snapshot>>()
  const drop = (directory: string): void => {
    const found = open.get(directory)
    open.delete(directory)
    found?.then((snapshot) => snapshot.close()).catch(() => undefined)
  }
  return {
    open: (directory) => {
      const found = open.get(directory) ?? openSnapshot(directory, options)
      open.delete(directory)
      open.set(directory, found)
      found.catch(() => open.delete(directory))
      for (const oldest of open.keys()) {
        if (open.size <= most) break
        drop(oldest)
      }
      return inOrder(found)
    },
    drop,
    close: () => {
      for (const directory of [...open.keys()]) drop(directory)
    },
  }
}
