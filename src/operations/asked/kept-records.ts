import { openSnapshot, type Snapshot } from '../../store/index.ts'

/** Records that stay open between questions, for a door that is asked many. */
export interface KeptRecords {
  /** The record in a directory, opened once. */
  open(directory: string): Promise<Snapshot>
  /** Forgets a record that turned out to be gone or torn: the next question opens it anew. */
  drop(directory: string): void
  close(): void
}

/** The bundled record has 2.3 MB, and takes some 100 MB as it is held. */
const inMemory = 16 * 2 ** 20
/** What the tables of one record may take, in all; more goes to the folder for temporary files. */
const memoryLimit = '1GB'

/**
 * Keeps the last few records open: a snapshot never changes, so what was opened stays right.
 *
 * @param where   held in memory where it is small, or read from disk each time
 * @param most   how many; the one asked for longest ago is closed first
 */
export function keepRecords(where: 'memory' | 'disk' = 'memory', most = 3): KeptRecords {
  const open = new Map<string, Promise<Snapshot>>()
  const drop = (directory: string): void => {
    const found = open.get(directory)
    open.delete(directory)
    found?.then((snapshot) => snapshot.close()).catch(() => undefined)
  }
  return {
    open: (directory) => {
      const found = open.get(directory) ?? openSnapshot(directory, { threads: 1, memoryLimit, inMemory: where === 'memory' ? inMemory : 0 })
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
