import { join, resolve } from 'node:path'
import { VisavisError } from '../errors.ts'
import { columnsOfTable } from './content.ts'
import type { Manifest } from './manifest.ts'
import { ancestryOf, newestFirst } from './order.ts'
import { openSession, type Session, type SessionOptions } from './session.ts'
import { grownTables, type TableName, tables } from './tables.ts'
import {
  type IntegrityProblem,
  partProblems,
  problemsOf,
  readManifest,
  rootOf,
  snapshotDirectories,
  snapshotsIn,
  tornSnapshotError,
} from './verify.ts'

export type { Content } from './content.ts'
export type { Manifest, Part } from './manifest.ts'
export { type Contents, type SnapshotAbout, writeSnapshot } from './snapshot-write.ts'

/** An opened snapshot: one view per table of `tables.ts` in a DuckDB of this process. */
export interface Snapshot {
  readonly manifest: Manifest
  readonly directory: string
  columns: Session['columns']
  rows: Session['rows']
  close(): void
}

export interface OpenOptions extends SessionOptions {
  /** `hash` reads every byte. Default: `hash` for snapshots up to 64 MiB, the sizes of the parts for larger ones. */
  readonly check?: 'hash' | 'size'
  /** Snapshots of up to this many bytes are read into memory entirely, for callers with many queries: each then takes a third of the time. 0 unless given. */
  readonly inMemory?: number
}

/** Up to this many bytes every part is hashed on opening: a tenth of a second. */
const alwaysHashed = 64 * 2 ** 20

/**
 * Opens the snapshot in `directory`, or the newest one of a root (a directory that holds `snapshots/`, such as the bundled record).
 *
 * A table that the snapshot lacks is an empty view with its columns.
 *
 * @throws NoSnapshot, TornSnapshot (with the file and its fault), or UnreadableHome
 */
export async function openSnapshot(directory: string, options: OpenOptions = {}): Promise<Snapshot> {
  const place = await snapshotAt(directory)
  const manifest = await readManifest(place)
  const root = rootOf(place)
  const depth = options.check ?? (bytesOf(manifest) <= alwaysHashed ? 'hash' : 'size')
  const [problems, session] = await Promise.all([partProblems(root, manifest, depth), openSession(options)])
  try {
    if (problems.length > 0) throw tornSnapshotError(place, problems)
    await session.run(bytesOf(manifest) <= (options.inMemory ?? -1) ? copies(root, manifest) : views(root, manifest))
  } catch (cause) {
    session.close()
    throw cause instanceof VisavisError && cause.code !== 'Internal'
      ? cause
      : tornSnapshotError(place, [{ file: place, what: `cannot be read: ${(cause as Error).message}` }])
  }
  return { manifest, directory: place, columns: session.columns, rows: session.rows, close: session.close }
}

/**
 * The snapshots of a root, newest first: none before one that was made from it, else by `created`, then by id. Damaged ones (a manifest cut off or altered,
 * a part missing or of another size) are left out: `tornSnapshots` names them, `verifySnapshot` describes the fault. A root that does not exist has none.
 */
export async function listSnapshots(root: string): Promise<Manifest[]> {
  return [...(await surveyRoot(root)).whole]
}

/** Directories of damaged snapshots under a root. */
export async function tornSnapshots(root: string): Promise<string[]> {
  return (await surveyRoot(root)).torn.map(({ directory }) => directory)
}

/** A damaged snapshot. */
export interface DamagedSnapshot {
  readonly directory: string
  readonly problems: readonly IntegrityProblem[]
}

/** The snapshots under a root. */
export interface RootSurvey {
  readonly root: string
  /** Newest first. */
  readonly whole: readonly Manifest[]
  readonly torn: readonly DamagedSnapshot[]
  /** All with a readable manifest, also those with a damaged part: newest first. */
  readonly known: readonly Manifest[]
}

/** Reads all snapshots of a root once. */
export async function surveyRoot(root: string): Promise<RootSurvey> {
  const known: Manifest[] = []
  const broken: DamagedSnapshot[] = []
  for (const directory of await snapshotDirectories(root)) {
    const manifest = await readManifest(directory).catch((error: VisavisError) => error)
    if (!(manifest instanceof Error)) {
      known.push(manifest)
      const problems = await partProblems(root, manifest, 'size')
      if (problems.length > 0) broken.push({ directory, problems })
      // a directory without manifest is an unfinished write, which is not an error
    } else if (manifest.code !== 'NoSnapshot') broken.push({ directory, problems: problemsOf(manifest, directory) })
  }
  const torn = broken.sort((a, b) => (a.directory < b.directory ? -1 : 1))
  const ids = new Set(torn.map(idOf))
  const ordered = newestFirst(known)
  return { root, whole: ordered.filter(({ id }) => !ids.has(id)), torn, known: ordered }
}

const idOf = ({ directory }: DamagedSnapshot): string => directory.slice(-16)

/**
 * The newest snapshot of a root among those that pass the filter; undefined where there is none.
 *
 * @throws TornSnapshot where it is damaged, or where an unreadable one may be newer: its ancestors are unknown, and the chosen one is not among its
 *   descendants
 */
export function newestOf(all: RootSurvey, isLetThrough: (manifest: Manifest) => boolean = () => true): Manifest | undefined {
  const chosen = all.known.find(isLetThrough)
  const below = chosen === undefined ? new Set<string>() : ancestryOf(chosen, all.known).ids
  const unread = all.torn.filter((one) => !all.known.some(({ id }) => id === idOf(one)))
  const inDoubt = all.torn.find((one) => idOf(one) === chosen?.id) ?? unread.find((one) => !below.has(idOf(one)))
  if (inDoubt !== undefined) throw tornNewest(all, inDoubt, all.whole.find(isLetThrough))
  return chosen
}

/** The error for a damaged newest snapshot. An older one is not used in its place: the answer would rest on another record than the reader believes. */
function tornNewest({ root }: RootSurvey, { directory, problems }: DamagedSnapshot, next: Manifest | undefined): VisavisError {
  const aside = `mv '${directory}' '${join(resolve(root), `torn-${directory.slice(-16)}`)}' to go on without it`
  const older = next === undefined ? '' : `, or name an older one: --snapshot ${next.id}   (of ${next.created.slice(0, 10)})`
  return tornSnapshotError(directory, problems, `restore that file from a copy, or ${aside}${older}`)
}

async function snapshotAt(directory: string): Promise<string> {
  const found = newestOf(await surveyRoot(directory))
  return found === undefined ? resolve(directory) : join(snapshotsIn(resolve(directory)), found.id)
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

/** The query for a table of a snapshot over its parts: the definition of its view. */
export function tableSource(root: string, table: TableName, manifest: Manifest): string {
  const columns = columnsOfTable(table)
  const files = (manifest.tables[table] ?? []).map((part) => join(root, part.file))
  if (files.length === 0) return noRows(table)
  return `SELECT ${columns.map(([name]) => name).join(', ')} FROM ${partsSource(table, files)}`
}

/** The FROM expression that reads parts of a table with all of its columns, also those that parts of an earlier version lack. */
export function partsSource(table: TableName, files: readonly string[]): string {
  const list = files.map(quoted).join(', ')
  if (!grownTables.has(table)) return `read_parquet([${list}])`
  return `(${noRows(table)} UNION ALL BY NAME SELECT * FROM read_parquet([${list}], union_by_name = true))`
}

function noRows(table: TableName): string {
  const columns = columnsOfTable(table).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`)
  return `SELECT ${columns.join(', ')} WHERE false`
}

/** A path as SQL text. DuckDB reads an existing path literally, `*`, `?` and `[` included. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`
}
