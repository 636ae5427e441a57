import { copyFile, rename, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { VisavisError } from '../errors.ts'
import { type Content, canonicalRows, checkedColumns, checkResult, columnsOfTable } from './content.ts'
import { discard, ensureDirectory, flush, sha256Of, sweep, temporaryIn, writeAtomically, writeError } from './disk.ts'
import { type Manifest, type Part, printManifest, sealManifest } from './manifest.ts'
import { partFile } from './part-file.ts'
import { openSession, type Session } from './session.ts'
import type { SourceCard } from './source-card.ts'
import { type TableName, tables } from './tables.ts'
import { snapshotsIn } from './verify.ts'

/** What a snapshot says of itself, and the session in which `sql` contents run. */
export interface About {
  readonly sources: readonly SourceCard[]
  /**
   * ISO day or UTC instant; given, not taken from the clock, so that the same input gives the same snapshot. Snapshots made in a chain need instants: of two that
   * were created at the same time neither is the newer one, and the ids decide.
   */
  readonly created: string
  readonly note: string
  readonly parent?: string | null
  readonly session?: Session
}

/** Rows by table; several contents of one table become several parts of it. */
export type Contents = Readonly<Partial<Record<TableName, Content | readonly Content[]>>>

/**
 * Writes a snapshot under `root` and returns its manifest. The same rows, sources and words give the same bytes and the same id, whatever the order of the rows.
 *
 * Parts are written first, under temporary names; the manifest comes last, in one rename. So a reader finds the whole snapshot or none, at whatever moment this
 * process is killed, and no lock is needed: two writers at once each add their own. A table without rows has no part.
 *
 * Throws BadInput for content that does not fit the tables (before anything is written where it is `columns`), DiskFull, or CannotWrite.
 */
export async function writeSnapshot(root: string, content: Contents, about: About): Promise<Manifest> {
  const checked = checkedContent(content)
  const { session: given, parent = null, ...words } = about
  await sealManifest({ ...words, parent, tables: {} }) // bad words should fail before the work, not after it
  const session = given ?? (await openSession())
  try {
    const parts = await writeParts(session, resolve(root), checked)
    const manifest = await sealManifest({ ...words, parent, tables: parts })
    const directory = join(snapshotsIn(resolve(root)), manifest.id)
    await ensureDirectory(directory)
    await writeAtomically(join(directory, 'manifest.json'), printManifest(manifest))
    return manifest
  } catch (cause) {
    throw writeError(cause, resolve(root))
  } finally {
    if (given === undefined) session.close()
  }
}

async function writeParts(session: Session, root: string, content: [TableName, Content[]][]): Promise<Manifest['tables']> {
  await ensureDirectory(join(root, 'parts'))
  await sweep(join(root, 'parts'))
  const parts: Record<string, readonly Part[]> = {}
  for (const [table, contents] of content) {
    const written: Part[] = []
    for (const rows of contents) written.push(...(await writePart(session, root, table, rows)))
    parts[table] = written
  }
  return parts
}

function checkedContent(content: Contents): [TableName, Content[]][] {
  const unknown = Object.keys(content).find((name) => !Object.hasOwn(tables, name))
  if (unknown !== undefined)
    throw new VisavisError('BadInput', `a snapshot has no table ${unknown}; it has ${Object.keys(tables).join(', ')}`)
  return (Object.keys(tables) as TableName[]).flatMap((table): [TableName, Content[]][] => {
    const rows = content[table]
    if (rows === undefined) return []
    const list = Array.isArray(rows) ? (rows as readonly Content[]) : [rows as Content]
    return [[table, list.map((one) => ('columns' in one ? { columns: checkedColumns(table, one.columns) } : one))]]
  })
}

async function writePart(session: Session, root: string, table: TableName, content: Content): Promise<Part[]> {
  if ('carried' in content) return [await carry(content.carried, content.root, root)]
  const temporary = temporaryIn(join(root, 'parts'))
  try {
    const rows =
      'sql' in content
        ? await copyQuery(session, table, content.sql, temporary)
        : await copyColumns(session, table, content.columns, temporary)
    if (rows === 0) return []
    await flush(temporary)
    const sha256 = await sha256Of(temporary)
    const { size } = await stat(temporary)
    await place(temporary, join(root, partFile(sha256)), sha256)
    await flush(join(root, 'parts'))
    return [{ file: partFile(sha256), sha256, bytes: size, rows }]
  } finally {
    await discard(temporary)
  }
}

/** Takes a part over from another root as it is; one that is not what its hash says is not taken. */
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
    await discard(temporary)
  }
}

/** A part that is already there and whole stays (a reader may have it open); one that is damaged is replaced by the good copy. */
async function place(temporary: string, file: string, sha256: string): Promise<void> {
  const there = await sha256Of(file).catch(() => undefined)
  if (there !== sha256) await rename(temporary, file)
}

async function copyQuery(session: Session, table: TableName, sql: string, file: string): Promise<number> {
  const query = `(${sql.trim().replace(/;$/, '')}\n)`
  const described = await inputErrors(table, () => session.rows(`DESCRIBE ${query}`))
  const result = described.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
  return copyRows(session, table, query, checkResult(table, result), file)
}

async function copyColumns(session: Session, table: TableName, columns: Parameters<Session['append']>[1], file: string): Promise<number> {
  const staged = `staged_${temporaryIn('').replace(/\W/g, '_')}`
  const list = columnsOfTable(table).map(([name, type]) => `${name} ${type}`)
  await session.run(`CREATE TABLE ${staged} (${list.join(', ')})`)
  try {
    await session.append(staged, columns)
    return await copyRows(session, table, staged, [], file)
  } finally {
    await session.run(`DROP TABLE ${staged}`)
  }
}

/** On one thread: no difference was found with up to eight, but DuckDB does not promise that it writes the same bytes then. */
async function copyRows(session: Session, table: TableName, from: string, blank: readonly string[], file: string): Promise<number> {
  const [before] = await session.rows("SELECT current_setting('threads') AS threads")
  await session.run('SET threads = 1')
  try {
    const copy = `COPY (${canonicalRows(table, from, blank)}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`
    const [done] = await inputErrors(table, () => session.rows(copy))
    return Number(done!.Count)
  } finally {
    await session.run(`SET threads = ${before!.threads}`)
  }
}

/** DuckDB's refusal of a query or of its rows is bad input; its trouble with files is told apart by `writeError`. */
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
