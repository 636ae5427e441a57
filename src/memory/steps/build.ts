import { access, constants, copyFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ensureDirectory, flush, removeOldTemporaries, removeTemporary, sha256Of, temporaryIn } from '../../store/disk.ts'
import { type Manifest, openSession, type Session, sqlLiteral } from '../../store/index.ts'
import { tableSource } from '../../store/snapshot.ts'
import { type MemoryPart, partName, readIndex, writeIndex } from './index-file.ts'
import { keyOf, partsOfTable, stepKeys } from './keys.ts'
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
 * used as it is; one of another snapshot that was made from the same rows is copied. Killing the process at any moment leaves the index that was there, or none.
 *
 * @throws what DuckDB says of a query, or the disk of a file
 */
export async function buildMemory({ root, manifest, steps, folder, others = [], onStep }: BuildRequest): Promise<readonly MemoryPart[]> {
  await ensureDirectory(folder)
  await removeOldTemporaries(folder)
  const keys = stepKeys(manifest, steps)
  const here = await wholeParts(folder)
  const there = (await Promise.all(others.map((other) => wholeParts(other).catch(() => [])))).flat()
  const all = inOrder(steps)
  const parts = new Map<string, MemoryPart>()
  for (const { id } of all) {
    const key = keys.get(id)!
    const part =
      here.find((one) => one.file === partName(id, key)) ?? (await copied(there, (one) => one.file === partName(id, key), folder, key))
    if (part !== undefined) parts.set(id, part)
  }
  const open = all.filter(({ id }) => !parts.has(id))
  if (open.length > 0) {
    const session = await openSession()
    try {
      for (const step of all) {
        if (open.includes(step)) {
          onStep?.(step.id, open.indexOf(step), open.length)
          const key = keys.get(step.id)!
          await session.run(viewsOf(root, manifest, step))
          const inputs = await inputsOf(session, manifest, step, parts)
          const same = await copied([...here, ...there], (one) => one.inputs === inputs, folder, key)
          const path = join(folder, partName(step.id, key))
          parts.set(step.id, same ?? { key, inputs, ...(await writePart(session, step, sqlOf(step, manifest), path)) })
        }
        await session.run(viewOfPart(step, join(folder, parts.get(step.id)!.file)))
      }
    } finally {
      session.close()
    }
  }
  const made = all.map(({ id }) => parts.get(id)!)
  await writeIndex(folder, manifest.id, made)
  await removeForgotten(folder)
  return made
}

/** Returns the statements that make the tables of a step readable: of the observations only those of the indicators that it names. */
function viewsOf(root: string, manifest: Manifest, { from: { tables, indicators } }: Step): string {
  return tables
    .map((table) => {
      const only =
        table === 'observations' && indicators !== undefined ? ` WHERE indicator IN (${indicators.map(sqlLiteral).join(', ')})` : ''
      return `CREATE OR REPLACE VIEW ${table} AS SELECT * FROM (${tableSource(root, table, manifest)})${only}`
    })
    .join(';\n')
}

/** Returns a hash of the query of a step and of all rows that it reads, in any order; the views of its tables are there. */
async function inputsOf(session: Session, manifest: Manifest, step: Step, before: ReadonlyMap<string, MemoryPart>): Promise<string> {
  const { tables, indicators, steps } = step.from
  const read: unknown[] = steps.map(({ id }) => before.get(id)!.sha256)
  for (const table of tables)
    read.push(
      table === 'observations' && indicators !== undefined
        ? await session.rows(`SELECT count(*)::VARCHAR AS n, sum(hash(one)::HUGEINT)::VARCHAR AS hashes FROM ${table} one`)
        : partsOfTable(manifest, table),
    )
  return keyOf(step, manifest, read)
}

/** Returns the statement that makes a part readable under the name of its step. */
export function viewOfPart(step: Pick<Step, 'id'>, file: string): string {
  return `CREATE OR REPLACE VIEW ${viewOf(step)} AS SELECT * FROM read_parquet(${sqlLiteral(file)})`
}

async function writePart(session: Session, step: Step, sql: string, path: string): Promise<Omit<MemoryPart, 'key' | 'inputs'>> {
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

interface PartInFolder extends MemoryPart {
  readonly folder: string
}

/** Returns the parts that the indexes of a folder name and that are there as they say, each once. */
async function wholeParts(folder: string): Promise<PartInFolder[]> {
  const found = new Map<string, PartInFolder>()
  for (const name of await readdir(folder)) {
    const snapshot = /^([0-9a-f]{16})\.json$/.exec(name)?.[1]
    const index = snapshot === undefined ? undefined : await readIndex(folder, snapshot)
    if (typeof index !== 'object') continue
    for (const part of index)
      if (!found.has(part.file) && part.file === partName(part.step, part.key) && (await partFault(folder, part)) === undefined)
        found.set(part.file, { ...part, folder })
  }
  return [...found.values()]
}

/** Copies the first part that is wanted, under the name of a key. A copy that fails is no fault: the part is then worked out. */
async function copied(
  parts: readonly PartInFolder[],
  isWanted: (part: MemoryPart) => boolean,
  to: string,
  key: string,
): Promise<MemoryPart | undefined> {
  const found = parts.find(isWanted)
  if (found === undefined) return undefined
  const { folder, ...part } = found
  const file = partName(part.step, key)
  return (await isCopied(join(folder, part.file), join(to, file), part)) ? { ...part, key, file } : undefined
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
