import { access, constants, copyFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ensureDirectory, flush, removeOldTemporaries, removeTemporary, sha256Of, temporaryIn } from '../../store/disk.ts'
import { type Manifest, openSession, type Session, sqlLiteral, type TableName, tables } from '../../store/index.ts'
import { tableSource } from '../../store/snapshot.ts'
import { type MemoryPart, partName, readIndex, writeIndex } from './index-file.ts'
import { stepKeys } from './keys.ts'
import { inOrder, type Step, sqlOf, viewOf } from './step.ts'

/** Rows that are read together. With fewer, finding the right ones takes longer than reading them. */
const rowGroup = 16_384

export interface BuildRequest {
  readonly root: string
  readonly manifest: Manifest
  readonly steps: readonly Step[]
  /** Where the parts are kept. */
  readonly folder: string
  /** Other folders of parts: what is there with the same key is copied. */
  readonly others?: readonly string[]
  /** Told before each step that is run: its id, its place among those to run, and their number. */
  readonly onStep?: (id: string, at: number, of: number) => void
}

/**
 * Works out the steps of a snapshot's memory that its folder lacks, and writes its index last. A part that is there with the key, size and hash of an index is
 * used as it is. Killing the process at any moment leaves the index that was there, or none.
 *
 * @throws what DuckDB says of a query, or the disk of a file
 */
export async function buildMemory({ root, manifest, steps, folder, others = [], onStep }: BuildRequest): Promise<readonly MemoryPart[]> {
  await ensureDirectory(folder)
  await removeOldTemporaries(folder)
  const keys = stepKeys(manifest, steps)
  const known = await wholeParts(folder)
  const all = inOrder(steps)
  const wanted = all.map(({ id }) => partName(id, keys.get(id)!)).filter((file) => !known.has(file))
  for (const part of await copiedParts(others, wanted, folder)) known.set(part.file, part)
  const open = all.filter(({ id }) => known.get(partName(id, keys.get(id)!)) === undefined)
  if (open.length > 0) {
    const session = await openSession()
    try {
      await session.run(viewsOf(root, manifest, all))
      for (const step of all) {
        const file = partName(step.id, keys.get(step.id)!)
        if (open.includes(step)) {
          onStep?.(step.id, open.indexOf(step), open.length)
          known.set(file, { key: keys.get(step.id)!, ...(await writePart(session, step, sqlOf(step, manifest), join(folder, file))) })
        }
        await session.run(viewOfPart(step, join(folder, file)))
      }
    } finally {
      session.close()
    }
  }
  const parts = all.map(({ id }) => known.get(partName(id, keys.get(id)!))!)
  await writeIndex(folder, manifest.id, parts)
  await removeForgotten(folder)
  return parts
}

function viewsOf(root: string, manifest: Manifest, steps: readonly Step[]): string {
  const read = new Set<TableName>(steps.flatMap(({ from }) => from.tables))
  const used = (Object.keys(tables) as TableName[]).filter((table) => read.has(table))
  return used.map((table) => `CREATE VIEW ${table} AS ${tableSource(root, table, manifest)}`).join(';\n')
}

/** Returns the statement that makes a part readable under the name of its step. */
export function viewOfPart(step: Pick<Step, 'id'>, file: string): string {
  return `CREATE OR REPLACE VIEW ${viewOf(step)} AS SELECT * FROM read_parquet(${sqlLiteral(file)})`
}

async function writePart(session: Session, step: Step, sql: string, path: string): Promise<Omit<MemoryPart, 'key'>> {
  const folder = dirname(path)
  const temporary = temporaryIn(folder)
  try {
    const [done] = await session.rows(
      `COPY (SELECT * FROM (${sql}) ORDER BY ${step.order.join(', ')})
       TO ${sqlLiteral(temporary)} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION V2, ROW_GROUP_SIZE ${rowGroup})`,
    )
    await flush(temporary)
    const [sha256, { size }] = await Promise.all([sha256Of(temporary), stat(temporary)])
    await rename(temporary, path)
    await flush(folder)
    return { step: step.id, file: basename(path), sha256, bytes: size, rows: Number(done!['Count']) }
  } finally {
    await removeTemporary(temporary)
  }
}

/** Returns the parts that the indexes of a folder name and that are there as they say, by file. */
async function wholeParts(folder: string): Promise<Map<string, MemoryPart>> {
  const found = new Map<string, MemoryPart>()
  for (const name of await readdir(folder)) {
    const snapshot = /^([0-9a-f]{16})\.json$/.exec(name)?.[1]
    const index = snapshot === undefined ? undefined : await readIndex(folder, snapshot)
    if (typeof index !== 'object') continue
    for (const part of index)
      if (!found.has(part.file) && part.file === partName(part.step, part.key) && (await partFault(folder, part)) === undefined)
        found.set(part.file, part)
  }
  return found
}

/** Copies those of the wanted parts that other folders have. A copy that fails is no fault: the part is then worked out. */
async function copiedParts(others: readonly string[], wanted: readonly string[], folder: string): Promise<MemoryPart[]> {
  const copied = new Map<string, MemoryPart>()
  for (const other of others) {
    const known = await wholeParts(other).catch(() => new Map<string, MemoryPart>())
    for (const file of wanted) {
      const part = known.get(file)
      if (part !== undefined && !copied.has(file) && (await isCopied(join(other, file), join(folder, file), part))) copied.set(file, part)
    }
  }
  return [...copied.values()]
}

async function isCopied(from: string, to: string, { sha256 }: MemoryPart): Promise<boolean> {
  const temporary = temporaryIn(dirname(to))
  try {
    await copyFile(from, temporary)
    if ((await sha256Of(temporary)) !== sha256) return false
    await flush(temporary)
    await rename(temporary, to)
    await flush(dirname(to))
    return true
  } catch {
    return false
  } finally {
    await removeTemporary(temporary)
  }
}

/** Says what is wrong with the file of a part: missing, of another size, or of other bytes; undefined if nothing is. */
export async function partFault(folder: string, { file, bytes, sha256 }: MemoryPart): Promise<string | undefined> {
  const path = join(folder, file)
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  )
  if (size === undefined) return `${file} is missing`
  if (size !== bytes) return `${file} has ${size} bytes instead of ${bytes}`
  return (await sha256Of(path)) === sha256 ? undefined : `${file} was altered`
}

const aDay = 24 * 3600 * 1000

/** Removes parts that no index names and that are a day old: those of earlier versions. Another process may read a younger one. */
async function removeForgotten(folder: string): Promise<void> {
  const names = await readdir(folder)
  const indexes = await Promise.all(names.flatMap((name) => (name.endsWith('.json') ? [readIndex(folder, name.slice(0, -5))] : [])))
  const named = new Set(indexes.flatMap((index) => (typeof index === 'object' ? index.map(({ file }) => file) : [])))
  for (const name of names.filter((one) => one.endsWith('.parquet') && !named.has(one))) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > aDay) await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}

/** Whether files can be written in a folder, or in the nearest of its parents that exists. */
export async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    async (cause: NodeJS.ErrnoException) => (cause.code === 'ENOENT' ? isWritable(join(folder, '..')) : false),
  )
}
