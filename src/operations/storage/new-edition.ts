import { join } from 'node:path'
import type { ZodType } from 'zod'
import type { AddAnswer } from '../../reports/answers/add-pull-diff.ts'
import type { FetchedProvenance } from '../../sources/fetching/import-edition.ts'
import type { RowsByTable } from '../../sources/reader/edition.ts'
import type { LoadedReader, QueriesByTable } from '../../sources/reader/reader.ts'
import type { Snapshot, SnapshotBuild, SnapshotContent } from '../../store/index.ts'
import type { TableName } from '../../store/tables.ts'
import type { Context } from '../request/operation.ts'

/** The input files of a new edition. */
export interface EditionFiles {
  readonly loaded: LoadedReader
  readonly paths: readonly string[]
  /** Where the files were fetched from; undefined if the user provided them. */
  readonly came?: FetchedProvenance
  /** The snapshot to which the edition is added; undefined: the newest one. */
  readonly into: string | undefined
  /** Whether to store the files despite doubts about them. */
  readonly accept: boolean
}

/**
 * Reads the files of a source and makes a new snapshot, in which they replace the source's earlier data. A failed read changes nothing.
 * Concurrent calls wait for one another, and each builds on the snapshot made before.
 */
export async function addEdition(files: EditionFiles, context: Context): Promise<AddAnswer> {
  const { nextSnapshot } = await import('../../store/index.ts')
  const { env, now, signal, onCount } = context
  const warn = (text: string): void => context.warn?.(text, 'record')
  let most = 0
  const onWait = (ahead: number): void => {
    most = Math.max(most, ahead)
    onCount?.('others that write to this store first', most - ahead, most)
  }
  const answer = await nextSnapshot({ into: files.into, env, now, signal, warn, onWait }, (building) => editionOn(building, files, context))
  await remember(answer.snapshot, context)
  return answer
}

/** Works out what the new snapshot says of every pair. The snapshot is written by then: where this fails, the next question tries again. */
async function remember({ id, home }: AddAnswer['snapshot'], { warn }: Pick<Context, 'warn'>): Promise<void> {
  const [{ prepareMemory }, { readManifest }] = await Promise.all([import('../../memory/index.ts'), import('../../store/verify.ts')])
  const directory = join(home, 'snapshots', id)
  try {
    await prepareMemory({ directory, manifest: await readManifest(directory) })
  } catch (cause) {
    warn?.(`The snapshot ${id} is whole; what it says of every pair will be worked out at the next question (${firstLine(cause)}).`)
  }
}

const firstLine = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]!

async function editionOn(
  { home, parent, write }: SnapshotBuild,
  { loaded, paths, came, accept }: EditionFiles,
  context: Context,
): Promise<AddAnswer> {
  const [{ importEdition }, { judgeEdition }, store] = await Promise.all([
    import('../../sources/fetching/import-edition.ts'),
    import('../../sources/editions/edition-doubts.ts'),
    import('../../store/index.ts'),
  ])
  const session = await store.openSession()
  try {
    const bringing = { held: parent, session, day: context.today, came }
    const { card, cards, gone, content: read, notes: readerNotes, rows, queries } = await importEdition(loaded, paths, bringing)
    const ids = [...cards.map(({ id }) => id), ...gone]
    const { content, notes: judged } = await judgeEdition({ id: card.id, ids, content: read, held: parent, session, accept })
    const notes = [...readerNotes, ...judged]
    const edition = { cards, gone, content: contentsOf(content, queries), note: `${card.id}: ${card.vintage}` }
    const tables = Object.keys(queries)
    const before = await rowCounts(parent, card.id, tables)
    if (tables.length > 0) await session.run(`SET memory_limit = '${queryMemory}'`)
    const manifest = await write(tables.length > 0 ? { ...edition, session } : edition)
    const brought = { ...rows, ...(await queriedRowCounts(join(home, 'snapshots', manifest.id), card.id, tables)) }
    return {
      schemaVersion: 1,
      source: card.id,
      vintage: card.vintage,
      rows: brought,
      coverage: card.coverage.map(({ indicator, from, to }) => ({ indicator, from, to })),
      notes: [...notes, ...fewerThan(before, brought)],
      snapshot: { id: manifest.id, parent: parent.manifest.id, created: manifest.created, home },
    }
  } finally {
    session.close()
  }
}

/** Memory limit of DuckDB for sorting; beyond it DuckDB uses temporary files. */
const queryMemory = '1GB'

function contentsOf(content: RowsByTable, queries: QueriesByTable): SnapshotContent {
  const held = Object.entries(content).map(([table, columns]) => [table, { columns }] as const)
  const queried = Object.entries(queries).map(([table, list]) => [table, list.map((sql) => ({ sql }))] as const)
  return Object.fromEntries([...held, ...queried])
}

/**
 * Returns a note for each table that now has fewer rows of the source. Only tables filled by SQL queries are compared here; `judgeEdition`
 * compares the others.
 */
function fewerThan(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): string[] {
  return Object.entries(before).flatMap(([table, rows]) => {
    const now = after[table] ?? 0
    if (now >= rows) return []
    const [had, has] = [rows.toLocaleString('en-US'), now.toLocaleString('en-US')]
    return [`${table}: ${had} rows before, ${has} now. All files of a source are given at once; visavis diff shows which rows are gone.`]
  })
}

/** Counts the rows of a source in each of these tables of the snapshot in a directory. */
async function queriedRowCounts(directory: string, source: string, tables: readonly string[]): Promise<Record<string, number>> {
  if (tables.length === 0) return {}
  const { openSnapshot } = await import('../../store/index.ts')
  const snapshot = await openSnapshot(directory, { check: 'size' })
  try {
    return await rowCounts(snapshot, source, tables)
  } finally {
    snapshot.close()
  }
}

/** Counts the rows of a source in those of these tables that have a source column. */
async function rowCounts(snapshot: Snapshot, source: string, names: readonly string[]): Promise<Record<string, number>> {
  const { tables } = await import('../../store/tables.ts')
  const found = names.filter((name) => 'source' in tables[name as TableName])
  const counts = await Promise.all(
    found.map((table) => snapshot.rows(`SELECT count(*)::INTEGER AS rows FROM ${table} WHERE source = $source`, { source })),
  )
  return Object.fromEntries(found.map((table, i) => [table, counts[i]![0]!['rows'] as number]))
}

/** Returns the schema of each field of an answer about a new edition. */
export async function newEditionFields(): Promise<Record<keyof AddAnswer, ZodType>> {
  const [{ z }, { untrustedText }] = await Promise.all([import('zod'), import('../schemas/untrusted-text.ts')])
  return {
    schemaVersion: z.literal(1),
    source: z.string(),
    vintage: z.string(),
    rows: z.record(z.string(), z.number().int()),
    coverage: z.array(z.strictObject({ indicator: z.string(), from: z.string(), to: z.string() })),
    notes: z.array(untrustedText()).describe('what the files leave open, and how they went together with what was held'),
    snapshot: z.strictObject({ id: z.string(), parent: z.string(), created: z.string(), home: z.string() }),
  }
}
