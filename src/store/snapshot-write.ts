import { copyFile, rename, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { VisavisError } from '../errors.ts'
import { type CodedColumn, type CodedColumns, codedOrCells, constantTextOf, rowCountOf } from './coded-texts.ts'
import {
  ensureDirectory,
  flush,
  removeOldTemporaries,
  removeTemporary,
  sha256Of,
  temporaryIn,
  writeAtomically,
  writeError,
} from './disk.ts'
import { type Manifest, manifestWithId, type Part, printManifest } from './manifest.ts'
import { partFile } from './part-path.ts'
import { canonicalRows, checkedColumns, checkQueryColumns, columnsOfTable, stagedRows, type TableContent } from './part-rows.ts'
import { rowOrder } from './row-order.ts'
import { openSession, type Session } from './session.ts'
import type { SourceCard } from './source-card.ts'
import { type TableName, tables } from './tables.ts'
import { snapshotsIn } from './verify.ts'

/** The description of a new snapshot, and the session in which its `sql` contents run. */
export interface SnapshotDescription {
  readonly sources: readonly SourceCard[]
  /**
   * ISO day or UTC instant. It is a parameter and not read from the clock, so that the same input gives the same snapshot. Snapshots that are made from one
   * another need instants: if two have the same day, only the ids decide which is newer.
   */
  readonly created: string
  readonly note: string
  readonly parent?: string | null
  readonly session?: Session
  /** Called after all parts are written and right before the manifest is written; if it throws, no snapshot is made. */
  readonly stillWanted?: () => Promise<void>
}

/** Rows by table. Several contents of one table become several parts. */
export type SnapshotContent = Readonly<Partial<Record<TableName, TableContent | readonly TableContent[]>>>

/**
 * Writes a snapshot under `root` and returns its manifest. The same rows, sources and description give the same bytes and the same id, whatever the order of
 * the rows.
 *
 * Parts are written first, under temporary names. The manifest is written last, in one step. So a reader finds the complete snapshot or none, even if this
 * process is killed, and two writers at the same time each add their own. A table without rows has no part. To add to the newest snapshot use `nextSnapshot`,
 * so that two writers do not build on the same one.
 *
 * @throws BadInput for content that does not fit the tables (in the case of `columns` before anything is written), DiskFull, or CannotWrite
 */
export async function writeSnapshot(root: string, content: SnapshotContent, about: SnapshotDescription): Promise<Manifest> {
  const checked = checkedContent(content)
  const { session: given, stillWanted, parent = null, ...words } = about
  await manifestWithId({ ...words, parent, tables: {} }) // checked here too, so that an invalid description fails before the work
  const session = given ?? (await openSession())
  try {
    const parts = await writeParts(session, resolve(root), checked)
    const manifest = await manifestWithId({ ...words, parent, tables: parts })
    const directory = join(snapshotsIn(resolve(root)), manifest.id)
    await stillWanted?.()
    await ensureDirectory(directory)
    await writeAtomically(join(directory, 'manifest.json'), printManifest(manifest))
    return manifest
  } catch (cause) {
    throw writeError(cause, resolve(root))
  } finally {
    if (given === undefined) session.close()
  }
}

async function writeParts(session: Session, root: string, content: [TableName, Checked[]][]): Promise<Manifest['tables']> {
  await ensureDirectory(join(root, 'parts'))
  await removeOldTemporaries(join(root, 'parts'))
  const parts: Record<string, readonly Part[]> = {}
  for (const [table, contents] of content) {
    const written: Part[] = []
    for (const rows of contents) written.push(...(await writePart(session, root, table, rows)))
    parts[table] = written
  }
  return parts
}

/** Content for a table, with its columns checked. */
type Checked = Exclude<TableContent, { columns: unknown }> | { readonly checked: CodedColumns }

function checkedContent(content: SnapshotContent): [TableName, Checked[]][] {
  const unknown = Object.keys(content).find((name) => !Object.hasOwn(tables, name))
  if (unknown !== undefined)
    throw new VisavisError('BadInput', `a snapshot has no table ${unknown}; it has ${Object.keys(tables).join(', ')}`)
  return (Object.keys(tables) as TableName[]).flatMap((table): [TableName, Checked[]][] => {
    const rows = content[table]
    if (rows === undefined) return []
    const list = Array.isArray(rows) ? (rows as readonly TableContent[]) : [rows as TableContent]
    return [[table, list.map((one) => ('columns' in one ? { checked: checkedColumns(table, one.columns) } : one))]]
  })
}

async function writePart(session: Session, root: string, table: TableName, content: Checked): Promise<Part[]> {
  if ('carried' in content) return [await carry(content.carried, content.root, root)]
  const temporary = temporaryIn(join(root, 'parts'))
  try {
    const rows =
      'sql' in content
        ? await copyQuery(session, table, content.sql, temporary)
        : await copyColumns(session, table, content.checked, temporary)
    if (rows === 0) return []
    await flush(temporary)
    const sha256 = await sha256Of(temporary)
    const { size } = await stat(temporary)
    await place(temporary, join(root, partFile(sha256)), sha256)
    await flush(join(root, 'parts'))
    return [{ file: partFile(sha256), sha256, bytes: size, rows }]
  } finally {
    await removeTemporary(temporary)
  }
}

/** Copies a part from another root unchanged, after checking its hash. */
async function carry(part: Part, from: string, root: string): Promise<Part> {
  const temporary = temporaryIn(join(root, 'parts'))
  try {
    if ((await sha256Of(join(root, part.file)).catch(() => undefined)) === part.sha256) return part
    await copyFile(join(from, part.file), temporary)
    await flush(temporary)
    if ((await sha256Of(temporary)) !== part.sha256)
      throw new VisavisError('TornSnapshot', `${join(from, part.file)} is not what its manifest says`)
    await rename(temporary, join(root, part.file))
    await flush(join(root, 'parts'))
    return part
  } finally {
    await removeTemporary(temporary)
  }
}

/** Moves a part into place. If an intact part is already there, it stays, since a reader may have it open; a damaged part is replaced. */
async function place(temporary: string, file: string, sha256: string): Promise<void> {
  const there = await sha256Of(file).catch(() => undefined)
  if (there !== sha256) await rename(temporary, file)
}

async function copyQuery(session: Session, table: TableName, sql: string, file: string): Promise<number> {
  const query = `(${sql.trim().replace(/;$/, '')}\n)`
  const described = await inputErrors(table, () => session.rows(`DESCRIBE ${query}`))
  const result = described.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
  return copyRows(session, table, canonicalRows(table, query, checkQueryColumns(table, result)), file)
}

/**
 * Writes columns as a part and returns the number of rows. The rows are sorted by `rowOrder`, which is faster than DuckDB, and then written from a table in
 * which repeated texts are coded as numbers.
 */
async function copyColumns(session: Session, table: TableName, columns: CodedColumns, file: string): Promise<number> {
  if (rowCountOf(columns) === 0) return 0
  const staged = `staged_${temporaryIn('').replace(/\W/g, '_')}`
  const constants = new Map(
    Object.entries(columns).flatMap(([name, column]) => constantTextOf(column).map((text) => [name, text] as const)),
  )
  const varying = columnsOfTable(table).flatMap(([name, type]): [string, string, CodedColumn][] =>
    constants.has(name) ? [] : [[name, type, codedOrCells(columns[name]!)]],
  )
  if (varying.length === 0) return copyRows(session, table, stagedRows(table, `range(${rowCountOf(columns)})`, constants), file)
  await session.run(`CREATE TABLE ${staged} (${varying.map(([name, type, column]) => `${name} ${stagedType(type, column)}`).join(', ')})`)
  try {
    await session.append(staged, Object.fromEntries(varying.map(([name, , column]) => [name, column])), rowOrder(columns))
    return await copyRows(session, table, stagedRows(table, staged, constants), file)
  } finally {
    await session.run(`DROP TABLE ${staged}`)
  }
}

function stagedType(type: string, column: CodedColumn): string {
  return 'codes' in column ? `ENUM(${column.texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')})` : type
}

/**
 * Writes the rows of a query as a part and returns their number. DuckDB uses one thread for this. With up to eight threads the bytes were the same, but DuckDB
 * does not guarantee that.
 */
async function copyRows(session: Session, table: TableName, rows: string, file: string): Promise<number> {
  const [before] = await session.rows("SELECT current_setting('threads') AS threads")
  await session.run('SET threads = 1')
  try {
    const copy = `COPY (${rows}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`
    const [done] = await inputErrors(table, () => session.rows(copy))
    return Number(done!.Count)
  } finally {
    await session.run(`SET threads = ${before!.threads}`)
  }
}

/** Runs the work and turns DuckDB's errors about a query or its rows into BadInput. Errors about files are left to `writeError`. */
async function inputErrors<T>(table: TableName, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const message = (error as Error).message.split('\nin: ')[0]!
    const refused = /^DuckDB: (Invalid Input|Conversion|Binder|Parser|Catalog|Out of Range) Error: /
    if (!refused.test(message)) throw error
    throw new VisavisError('BadInput', `content for ${table}: ${message.replace(refused, '')}`, { cause: error })
  }
}
