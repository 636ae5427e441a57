import { rename } from 'node:fs/promises'
import { openSession } from './session.ts'
import { type Snapshot, tableSource } from './snapshot.ts'
import { type TableName, tables } from './tables.ts'
import { readManifest, rootOf } from './verify.ts'

/** The view of a snapshot's observations in the order of their pairs, with a column `pair`. */
const view = 'observations_by_pair'

/**
 * The value of `pair`: both codes in alphabetical order; for a row about one state alone or with the world, or with a state as partner of the EU, the code of
 * that state.
 */
const pairOfRow = `CASE WHEN to_id IS NULL OR to_id = 'WLD' THEN from_id WHEN from_id IN ('WLD', 'EU') THEN to_id
  ELSE least(from_id, to_id) || ' ' || greatest(from_id, to_id) END`

/** Rows that are read together. With fewer, finding the right ones takes longer than reading them. */
const rowGroup = 16_384

/** Bytes on disk of the largest table that is held in memory. */
const largestHeld = 2 ** 20

const withPairOrder = new WeakSet<Snapshot>()

/**
 * Writes the observations of a snapshot in the order of their pairs to a Parquet file. They are ordered by indicator in the record, where the rows of one pair lie
 * in every part: reading them from there takes 60 ms, from this file 8. It takes two seconds and three times the room, so only a process that is asked for many
 * pairs uses it, and only for as long as it runs. The file appears under its name when it is complete.
 *
 * @param directory   of the snapshot itself, not of a root
 * @throws what DuckDB says if the file cannot be written
 */
export async function writePairOrder(directory: string, file: string): Promise<void> {
  const manifest = await readManifest(directory)
  // with little memory the rows are sorted on disk
  const session = await openSession({ threads: 1, memoryLimit: '200MB' })
  try {
    const rows = tableSource(rootOf(directory), 'observations', manifest)
    const made = `${file}.${process.pid}`
    await session.run(
      `COPY (SELECT *, ${pairOfRow} AS pair FROM (${rows}) ORDER BY pair) TO '${made.replaceAll("'", "''")}' (FORMAT parquet, ROW_GROUP_SIZE ${rowGroup})`,
    )
    await rename(made, file)
  } finally {
    session.close()
  }
}

/**
 * Makes a snapshot read the rows of pairs from a file that `writePairOrder` has written from it, and holds its small tables in memory: a query of one of them then
 * takes one or two milliseconds less, and a pair needs a dozen.
 */
export async function readInPairOrder(snapshot: Snapshot, file: string): Promise<void> {
  await snapshot.rows('SET GLOBAL parquet_metadata_cache = true')
  for (const name of Object.keys(tables) as TableName[]) {
    const bytes = (snapshot.manifest.tables[name] ?? []).reduce((sum, part) => sum + part.bytes, 0)
    if (bytes > largestHeld) continue
    await snapshot.rows(`CREATE TABLE held_${name} AS SELECT * FROM ${name}`)
    await snapshot.rows(`CREATE OR REPLACE VIEW ${name} AS SELECT * FROM held_${name}`)
  }
  await snapshot.rows(`CREATE OR REPLACE VIEW ${view} AS SELECT * FROM read_parquet('${file.replaceAll("'", "''")}')`)
  withPairOrder.add(snapshot)
}

/** Makes a snapshot read the rows of pairs from its own parts again, as its file is gone. */
export function readAsStored(snapshot: Snapshot): void {
  withPairOrder.delete(snapshot)
}

/** Whether the rows of pairs are read in their order, as in a process that is asked for many pairs. */
export function isInPairOrder(snapshot: Snapshot): boolean {
  return withPairOrder.has(snapshot)
}

/**
 * Returns what to read the rows of two states from and a condition that all of them meet: rows between the two and, with `alone`, rows about one of them alone,
 * with the world or with the EU. Other rows may meet the condition too, so the caller's own condition must stand beside it.
 */
export function sourceOfPair(snapshot: Snapshot, a: string, b: string, alone: boolean): { readonly from: string; readonly where: string } {
  if (!withPairOrder.has(snapshot)) return { from: 'observations', where: 'true' }
  const pairs = [a < b ? `${a} ${b}` : `${b} ${a}`, ...(alone ? [a, b] : [])]
  return { from: `${view} AS observations`, where: `pair IN (${pairs.map((one) => `'${one}'`).join(', ')})` }
}
