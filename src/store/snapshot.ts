import { join, resolve } from 'node:path'
import { VisavisError } from '../errors.ts'
import { columnsOfTable } from './content.ts'
import type { Manifest } from './manifest.ts'
import { openSession, type Session, type SessionOptions } from './session.ts'
import { grownTables, type TableName, tables } from './tables.ts'
import { partProblems, readManifest, rootOf, snapshotDirectories, torn, verifySnapshot } from './verify.ts'

export type { Content } from './content.ts'
export type { Manifest, Part } from './manifest.ts'
export { type About, type Contents, writeSnapshot } from './snapshot-write.ts'

/** An opened snapshot: one view per table of `tables.ts` in a DuckDB of this process's own. */
export interface Snapshot {
  readonly manifest: Manifest
  readonly directory: string
  columns: Session['columns']
  rows: Session['rows']
  close(): void
}

export interface OpenOptions extends SessionOptions {
  /** `hash` reads every byte; the default does so for snapshots up to 64 MiB and looks at the sizes of the parts of larger ones. */
  readonly check?: 'hash' | 'size'
  /** Snapshots of up to so many bytes are read into memory whole, for who asks them many questions: a question then costs a third. None unless given. */
  readonly inMemory?: number
}

/** Up to this many bytes opening hashes every part: a tenth of a second. */
const alwaysHashed = 64 * 2 ** 20

/**
 * Opens the snapshot in `directory`, or the newest one of a root (a directory that holds `snapshots/`, such as the bundled record).
 *
 * A table that the snapshot lacks is an empty view with its columns. Throws NoSnapshot, TornSnapshot (which file, and what is wrong with it), or UnreadableHome.
 */
export async function openSnapshot(directory: string, options: OpenOptions = {}): Promise<Snapshot> {
  const place = await snapshotAt(directory)
  const manifest = await readManifest(place)
  const root = rootOf(place)
  const depth = options.check ?? (bytesOf(manifest) <= alwaysHashed ? 'hash' : 'size')
  const [problems, session] = await Promise.all([partProblems(root, manifest, depth), openSession(options)])
  try {
    if (problems.length > 0) throw torn(place, problems)
    await session.run(bytesOf(manifest) <= (options.inMemory ?? -1) ? copies(root, manifest) : views(root, manifest))
  } catch (cause) {
    session.close()
    throw cause instanceof VisavisError && cause.code !== 'Internal'
      ? cause
      : torn(place, [{ file: place, what: `cannot be read: ${(cause as Error).message}` }])
  }
  return { manifest, directory: place, columns: session.columns, rows: session.rows, close: session.close }
}

/**
 * The snapshots of a root, newest first (by `created`, then by id). Those that are not whole (a manifest cut or altered, a part missing or of another size) are
 * left out: `tornSnapshots` names them, `verifySnapshot` says what is wrong. A root that does not exist has none.
 */
export async function listSnapshots(root: string): Promise<Manifest[]> {
  return (await survey(root)).whole
}

/** Directories of snapshots under a root that are not whole. */
export async function tornSnapshots(root: string): Promise<string[]> {
  return (await survey(root)).torn
}

/** Both lists in one reading. */
export async function survey(root: string): Promise<{ whole: Manifest[]; torn: string[] }> {
  const whole: Manifest[] = []
  const broken: string[] = []
  for (const directory of await snapshotDirectories(root)) {
    const manifest = await readManifest(directory).catch((error: VisavisError) => error)
    if (!(manifest instanceof Error) && (await partProblems(root, manifest, 'size')).length === 0) whole.push(manifest)
    // a directory without manifest is a write that did not end: nothing was promised
    else if (!(manifest instanceof Error) || manifest.code !== 'NoSnapshot') broken.push(directory)
  }
  return { whole: whole.sort(newestFirst), torn: broken.sort() }
}

function newestFirst(a: Manifest, b: Manifest): number {
  return Date.parse(b.created) - Date.parse(a.created) || (a.id < b.id ? -1 : 1)
}

async function snapshotAt(directory: string): Promise<string> {
  const { whole, torn: broken } = await survey(directory)
  if (whole[0] !== undefined) return join(resolve(directory), 'snapshots', whole[0].id)
  if (broken[0] !== undefined) throw torn(broken[0], await verifySnapshot(broken[0]))
  return resolve(directory)
}

function bytesOf(manifest: Manifest): number {
  return Object.values(manifest.tables)
    .flat()
    .reduce((sum, part) => sum + part.bytes, 0)
}

function views(root: string, manifest: Manifest): string {
  return (Object.keys(tables) as TableName[]).map((table) => `CREATE VIEW ${table} AS ${tableSource(root, table, manifest)}`).join(';\n')
}

function copies(root: string, manifest: Manifest): string {
  return (Object.keys(tables) as TableName[]).map((table) => `CREATE TABLE ${table} AS ${tableSource(root, table, manifest)}`).join(';\n')
}

/** The query that reads a table of a snapshot from its parts: what its view is made of. */
export function tableSource(root: string, table: TableName, manifest: Manifest): string {
  const columns = columnsOfTable(table)
  const files = (manifest.tables[table] ?? []).map((part) => join(root, part.file))
  if (files.length === 0) return noRows(table)
  return `SELECT ${columns.map(([name]) => name).join(', ')} FROM ${partsSource(table, files)}`
}

/** What stands after FROM to read parts of a table with all of its columns, those included that a part of an earlier version lacks. */
export function partsSource(table: TableName, files: readonly string[]): string {
  const list = files.map(quoted).join(', ')
  if (!grownTables.has(table)) return `read_parquet([${list}])`
  return `(${noRows(table)} UNION ALL BY NAME SELECT * FROM read_parquet([${list}], union_by_name = true))`
}

function noRows(table: TableName): string {
  const columns = columnsOfTable(table).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`)
  return `SELECT ${columns.join(', ')} WHERE false`
}

/** A path as SQL text. DuckDB takes a path that exists as it is, `*`, `?` and `[` included. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`
}
