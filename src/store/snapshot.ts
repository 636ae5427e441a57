import { join, resolve } from 'node:path'
import { VisavisError } from '../errors.ts'
import { columnsOfTable } from './content.ts'
import type { Manifest } from './manifest.ts'
import { chainOf, newestFirst } from './order.ts'
import { openSession, type Session, type SessionOptions } from './session.ts'
import { grownTables, type TableName, tables } from './tables.ts'
import { type IntegrityProblem, partProblems, problemsOf, readManifest, rootOf, snapshotDirectories, snapshotsIn, torn } from './verify.ts'

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
 * The snapshots of a root, newest first: none before one that was made from it, else by `created`, then by id. Those that are not whole (a manifest cut or altered, a part missing
 * or of another size) are left out: `tornSnapshots` names them, `verifySnapshot` says what is wrong. A root that does not exist has none.
 */
export async function listSnapshots(root: string): Promise<Manifest[]> {
  return [...(await survey(root)).whole]
}

/** Directories of snapshots under a root that are not whole. */
export async function tornSnapshots(root: string): Promise<string[]> {
  return (await survey(root)).torn.map(({ directory }) => directory)
}

/** A snapshot that is not whole. */
export interface Torn {
  readonly directory: string
  readonly problems: readonly IntegrityProblem[]
}

/** What lies under a root. */
export interface Survey {
  readonly root: string
  /** Newest first. */
  readonly whole: readonly Manifest[]
  readonly torn: readonly Torn[]
  /** All whose manifest can be read, those with a damaged part too: newest first. */
  readonly known: readonly Manifest[]
}

/** All snapshots of a root in one reading. */
export async function survey(root: string): Promise<Survey> {
  const known: Manifest[] = []
  const broken: Torn[] = []
  for (const directory of await snapshotDirectories(root)) {
    const manifest = await readManifest(directory).catch((error: VisavisError) => error)
    if (!(manifest instanceof Error)) {
      known.push(manifest)
      const problems = await partProblems(root, manifest, 'size')
      if (problems.length > 0) broken.push({ directory, problems })
      // a directory without manifest is a write that did not end: nothing was promised
    } else if (manifest.code !== 'NoSnapshot') broken.push({ directory, problems: problemsOf(manifest, directory) })
  }
  const torn = broken.sort((a, b) => (a.directory < b.directory ? -1 : 1))
  const ids = new Set(torn.map(idOf))
  const ordered = newestFirst(known)
  return { root, whole: ordered.filter(({ id }) => !ids.has(id)), torn, known: ordered }
}

const idOf = ({ directory }: Torn): string => directory.slice(-16)

/**
 * The newest snapshot of a root that is let through; nothing where there is none.
 *
 * @throws VisavisError TornSnapshot where it is not whole, or where one that cannot be read may be newer: nothing says what it was made from, and nothing was made from it that is chosen
 */
export function newestOf(all: Survey, isLetThrough: (manifest: Manifest) => boolean = () => true): Manifest | undefined {
  const chosen = all.known.find(isLetThrough)
  const below = chosen === undefined ? new Set<string>() : chainOf(chosen, all.known).ids
  const unread = all.torn.filter((one) => !all.known.some(({ id }) => id === idOf(one)))
  const inDoubt = all.torn.find((one) => idOf(one) === chosen?.id) ?? unread.find((one) => !below.has(idOf(one)))
  if (inDoubt !== undefined) throw tornNewest(all, inDoubt, all.whole.find(isLetThrough))
  return chosen
}

/** Nothing older is put in its place unasked: an answer would rest on another record than its reader believes. */
function tornNewest({ root }: Survey, { directory, problems }: Torn, next: Manifest | undefined): VisavisError {
  const aside = `mv '${directory}' '${join(resolve(root), `torn-${directory.slice(-16)}`)}' to go on without it`
  const older = next === undefined ? '' : `, or name an older one: --snapshot ${next.id}   (of ${next.created.slice(0, 10)})`
  return torn(directory, problems, `restore that file from a copy, or ${aside}${older}`)
}

async function snapshotAt(directory: string): Promise<string> {
  const found = newestOf(await survey(directory))
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
