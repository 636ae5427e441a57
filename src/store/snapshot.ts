import { join, resolve } from 'node:path'
import { VisavisError } from '../errors.ts'
import { sqlLiteral } from './cells.ts'
import type { Manifest } from './manifest.ts'
import { columnsOfTable } from './part-rows.ts'
import { openSession, type Session, type SessionOptions } from './session.ts'
import { ancestryOf, newestFirst } from './snapshot-order.ts'
import { type TableName, tables, tablesWithAddedColumns } from './tables.ts'
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

export type { Manifest, Part } from './manifest.ts'
export type { TableContent } from './part-rows.ts'
export { type SnapshotContent, type SnapshotDescription, writeSnapshot } from './snapshot-write.ts'

/** An opened snapshot: a DuckDB of this process with one view for each table of `tables.ts`. */
export interface Snapshot {
  readonly manifest: Manifest
  readonly directory: string
  columns: Session['columns']
  rows: Session['rows']
  close(): void
}

export interface OpenOptions extends SessionOptions {
  /** How parts are checked: `hash` reads every byte, `size` only their sizes. Default: `hash` for snapshots of up to 64 MiB, `size` for larger ones. */
  readonly check?: 'hash' | 'size'
  /**
   * A snapshot of up to this many bytes is read into memory entirely, for callers with many queries: a query then takes a third of the time. 0 (never) unless
   * given.
   */
  readonly inMemory?: number
}

/** The size in bytes up to which every part of a snapshot is hashed when it is opened; at this size that takes a tenth of a second. */
const alwaysHashed = 64 * 2 ** 20

/**
 * Opens the snapshot in `directory`, or the newest one of a root (a directory with a folder `snapshots/`, such as the bundled record).
 *
 * A table that the snapshot lacks becomes an empty view with its columns.
 *
 * @throws NoSnapshot, TornSnapshot (naming the file and its fault), or UnreadableHome
 */
export async function openSnapshot(directory: string, options: OpenOptions = {}): Promise<Snapshot> {
  const place = await snapshotAt(directory)
  const manifest = await readManifest(place)
  const root = rootOf(place)
  const depth = options.check ?? (bytesOf(manifest) <= alwaysHashed ? 'hash' : 'size')
  const [problems, session] = await Promise.all([partProblems(root, manifest, depth), openSession({ connections: 2, ...options })])
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
 * Lists the intact snapshots of a root, sorted by `newestFirst`. Damaged ones are left out: their manifest is cut off or altered, or a part is missing or has
 * another size. `tornSnapshots` lists those, and `verifySnapshot` describes the fault. If the root does not exist, the list is empty.
 */
export async function listSnapshots(root: string): Promise<Manifest[]> {
  return [...(await surveyRoot(root)).whole]
}

/** Lists the directories of damaged snapshots under a root. */
export async function tornSnapshots(root: string): Promise<string[]> {
  return (await surveyRoot(root)).torn.map(({ directory }) => directory)
}

/** The directory of a damaged snapshot, and its faults. */
export interface DamagedSnapshot {
  readonly directory: string
  readonly problems: readonly IntegrityProblem[]
}

/** The snapshots under a root, intact and damaged. */
export interface RootSurvey {
  readonly root: string
  /** The intact snapshots, newest first. */
  readonly whole: readonly Manifest[]
  readonly torn: readonly DamagedSnapshot[]
  /** All snapshots with a readable manifest, even if a part is damaged; newest first. */
  readonly known: readonly Manifest[]
}

/** Reads the manifests of all snapshots of a root and checks the sizes of their parts. */
export async function surveyRoot(root: string): Promise<RootSurvey> {
  const known: Manifest[] = []
  const broken: DamagedSnapshot[] = []
  for (const directory of await snapshotDirectories(root)) {
    const manifest = await readManifest(directory).catch((error: VisavisError) => error)
    if (!(manifest instanceof Error)) {
      known.push(manifest)
      const problems = await partProblems(root, manifest, 'size')
      if (problems.length > 0) broken.push({ directory, problems })
      // a directory without a manifest is an unfinished write, which is not an error
    } else if (manifest.code !== 'NoSnapshot') broken.push({ directory, problems: problemsOf(manifest, directory) })
  }
  const torn = broken.sort((a, b) => (a.directory < b.directory ? -1 : 1))
  const ids = new Set(torn.map(idOf))
  const ordered = newestFirst(known)
  return { root, whole: ordered.filter(({ id }) => !ids.has(id)), torn, known: ordered }
}

const idOf = ({ directory }: DamagedSnapshot): string => directory.slice(-16)

/**
 * Returns the newest snapshot of a root among those that pass the filter; undefined if none passes.
 *
 * @throws TornSnapshot if that snapshot is damaged, or if one with an unreadable manifest may be newer, because it is not known to be an ancestor of the newest
 */
export function newestOf(all: RootSurvey, isLetThrough: (manifest: Manifest) => boolean = () => true): Manifest | undefined {
  const chosen = all.known.find(isLetThrough)
  const below = chosen === undefined ? new Set<string>() : ancestryOf(chosen, all.known).ids
  const unread = all.torn.filter((one) => !all.known.some(({ id }) => id === idOf(one)))
  const inDoubt = all.torn.find((one) => idOf(one) === chosen?.id) ?? unread.find((one) => !below.has(idOf(one)))
  if (inDoubt !== undefined) throw tornNewest(all, inDoubt, all.whole.find(isLetThrough))
  return chosen
}

/**
 * Makes the error for a damaged newest snapshot. An older snapshot is not used instead, since the answer would then come from another record than the reader
 * expects.
 */
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

/** Returns the query that reads a table of a snapshot from its parts: the definition of its view. */
export function tableSource(root: string, table: TableName, manifest: Manifest): string {
  const columns = columnsOfTable(table)
  const files = (manifest.tables[table] ?? []).map((part) => join(root, part.file))
  if (files.length === 0) return noRows(table)
  return `SELECT ${columns.map(([name]) => name).join(', ')} FROM ${partsSource(table, files)}`
}

/** Returns the FROM expression that reads parts of a table with all its columns; a column that parts of an earlier version lack is NULL there. */
export function partsSource(table: TableName, files: readonly string[]): string {
  // DuckDB reads an existing path literally, even if it contains `*`, `?` or `[`
  const list = files.map(sqlLiteral).join(', ')
  if (!tablesWithAddedColumns.has(table)) return `read_parquet([${list}])`
  return `(${noRows(table)} UNION ALL BY NAME SELECT * FROM read_parquet([${list}], union_by_name = true))`
}

function noRows(table: TableName): string {
  const columns = columnsOfTable(table).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`)
  return `SELECT ${columns.join(', ')} WHERE false`
}
