import { openSnapshot, type Snapshot } from '../../store/index.ts'

/** A cache of opened records, for a server. */
export interface RecordCache {
  /** The record in a directory, opened at the first use. */
  open(directory: string): Promise<Snapshot>
  /** Drops a record whose files are gone or corrupt, so that the next request opens it again. */
  drop(directory: string): void
  close(): void
}

/** Largest record held in memory, in bytes on disk. The bundled one has 2.3 MB and takes some 100 MB in memory. */
const largestInMemory = 16 * 2 ** 20
/** DuckDB memory limit of one record; more spills to temporary files. */
const memoryLimit = '1GB'

/**
 * Keeps the most recently used records open. A snapshot never changes, so an open one stays valid.
 *
 * @param where   `memory`: held in memory where small; `disk`: read from disk each time
 * @param most   how many records; the least recently used is closed first
 */
export function openRecordCache(where: 'memory' | 'disk' = 'memory', most = 3): RecordCache {
  const open = new Map<string, Promise<Snapshot>>()
  const drop = (directory: string): void => {
    const found = open.get(directory)
    open.delete(directory)
    found?.then((snapshot) => snapshot.close()).catch(() => undefined)
  }
  return {
    open: (directory) => {
      const found =
        open.get(directory) ?? openSnapshot(directory, { threads: 1, memoryLimit, inMemory: where === 'memory' ? largestInMemory : 0 })
      open.delete(directory)
      open.set(directory, found)
      found.catch(() => open.delete(directory))
      for (const oldest of open.keys()) {
        if (open.size <= most) break
        drop(oldest)
      }
      return found
    },
    drop,
    close: () => {
      for (const directory of [...open.keys()]) drop(directory)
    },
  }
}
