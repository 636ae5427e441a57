import { copyFile, rename, stat, statfs } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { VisavisError } from '../../errors.ts'
import {
  ensureDirectory,
  flush,
  removeOldTemporaries,
  removeTemporary,
  sha256Of,
  temporaryIn,
  writeAtomically,
  writeError,
} from '../disk.ts'
import { type Manifest, type Part, printManifest } from '../manifest.ts'
import { partProblems, readManifest, snapshotsIn } from '../verify.ts'
import { type WriterWait, withWriterTurn } from './writer-turns.ts'

/** A place that records are fetched from: a folder or a server. */
export interface RecordPlace {
  /** The place as it is shown, without a password. */
  readonly shown: string
  /**
   * Returns the manifest of a record, checked against its id.
   *
   * @throws VisavisError NoSnapshot if the record is not there
   */
  manifest(id: string, root: string): Promise<Manifest>
  /** Writes a part of a record to a file of its own on the disk of `root`. Whether it is that part is checked afterwards. */
  part(part: Part, id: string, root: string): Promise<WrittenFile>
  /** Bytes of parts that an earlier try has left, which take no more room. */
  left?(id: string, root: string): Promise<number>
  /** Called when the record is complete: nothing that was kept for another try is needed any more. */
  done?(id: string, root: string): Promise<void>
}

/** A file that has just been written. */
export interface WrittenFile {
  readonly path: string
  /** SHA-256 of the bytes as they were written, if it is known; then they are on the disk too. */
  readonly sha256?: string
}

/** What is done, and how one waits for others. */
export interface FetchWait extends Pick<WriterWait, 'signal' | 'onWait'> {
  /** Called when the manifest is there and after each part. */
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined
}

/** How far a record is. */
export interface FetchProgress {
  /** Number of all parts. */
  readonly of: number
  /** Bytes of the parts that are complete, and of all. */
  readonly bytes: number
  readonly ofBytes: number
  /** Parts that were on this machine before. */
  readonly wereHere: number
}

/** The longest wait for another process that fetches, in milliseconds: a record of many gigabytes over a slow line. */
const patience = 24 * 3600 * 1000

/**
 * Fetches a record to a root, once for all processes that share it: they wait for one another. Each part is checked against its hash before it gets its name,
 * and the manifest is written last, so no part of a record is ever taken for the whole. Parts that are complete are kept for another try.
 *
 * @param others   roots on this machine; parts that they have are copied instead of fetched
 * @returns whether it was fetched; false if another process did in the meantime
 * @throws VisavisError NoSnapshot if the place does not have it, TornSnapshot if what comes is not the record, DiskFull, CannotWrite, Interrupted; what the
 *   place throws
 */
export async function fetchRecord(
  id: string,
  place: RecordPlace,
  root: string,
  others: readonly string[],
  waiting: FetchWait,
): Promise<boolean> {
  try {
    return await withWriterTurn(root, () => fetchInTurn(id, place, root, others, waiting), { ...waiting, patience })
  } catch (cause) {
    throw writeError(cause, root)
  }
}

async function fetchInTurn(
  id: string,
  place: RecordPlace,
  root: string,
  others: readonly string[],
  { signal, onProgress }: FetchWait,
): Promise<boolean> {
  const directory = join(snapshotsIn(resolve(root)), id)
  if (await isWholeAt(directory, root)) return false
  const manifest = await place.manifest(id, root)
  await ensureDirectory(join(root, 'parts'))
  await removeOldTemporaries(join(root, 'parts'))
  const parts = uniqueParts(manifest)
  const missing: Part[] = []
  for (const part of parts) if (!(await isIntact(root, part))) missing.push(part)
  await checkRoom(root, place, sumOf(missing) - ((await place.left?.(id, root)) ?? 0))
  const ofBytes = sumOf(parts)
  let [bytes, wereHere] = [ofBytes - sumOf(missing), parts.length - missing.length]
  const report = (): void => onProgress?.({ of: parts.length, bytes, ofBytes, wereHere })
  report()
  for (const part of missing) {
    if (signal?.aborted) throw new VisavisError('Interrupted', `called off while the record ${id} was fetched; complete parts are kept`)
    const copy = await copyFromOne(others, part, root)
    if (copy !== undefined) wereHere++
    await putPart(copy ?? (await place.part(part, id, root)), part, root, place)
    bytes += part.bytes
    report()
  }
  await ensureDirectory(directory)
  await writeAtomically(join(directory, 'manifest.json'), printManifest(manifest))
  await place.done?.(id, root)
  return true
}

async function isWholeAt(directory: string, root: string): Promise<boolean> {
  const manifest = await readManifest(directory).catch(() => undefined)
  return manifest !== undefined && (await partProblems(root, manifest, 'hash')).length === 0
}

function uniqueParts(manifest: Manifest): Part[] {
  return [...new Map(Object.values(manifest.tables).flatMap((parts) => parts.map((part) => [part.sha256, part]))).values()]
}

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { bytes }) => sum + bytes, 0)

async function isIntact(root: string, { file, sha256, bytes }: Part): Promise<boolean> {
  const path = join(root, file)
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() === true && found.size === bytes && (await sha256Of(path).catch(() => undefined)) === sha256
}

/** @throws VisavisError DiskFull if there is certainly too little room, before hours are spent */
async function checkRoom(root: string, { shown }: RecordPlace, needed: number): Promise<void> {
  const found = await statfs(root).catch(() => undefined)
  const free = found === undefined ? Infinity : found.bavail * found.bsize
  if (needed <= free) return
  const [short, room] = [needed, free].map((bytes) => (bytes / 1e6).toFixed(1))
  throw new VisavisError('DiskFull', `what is missing of the record at ${shown} takes ${short} MB, and ${root} has room for ${room} MB`, {
    hint: 'free some space, or set VISAVIS_HOME to another disk',
  })
}

/** Copies a part from the first root that has it whole; undefined if none has. */
async function copyFromOne(roots: readonly string[], part: Part, root: string): Promise<WrittenFile | undefined> {
  for (const other of roots) if (await isIntact(other, part)) return copyOfPart(other, part, root)
  return undefined
}

/**
 * Copies a part of another root to a new file in this root.
 *
 * @throws VisavisError TornSnapshot if it is not there or cannot be read
 */
export async function copyOfPart(from: string, { file }: Part, root: string): Promise<WrittenFile> {
  const temporary = temporaryIn(join(root, 'parts'))
  const source = join(from, file)
  try {
    if (!(await stat(source)).isFile()) throw new Error('it is not a file')
    await copyFile(source, temporary)
    return { path: temporary }
  } catch (cause) {
    await removeTemporary(temporary)
    const { code, message } = cause as NodeJS.ErrnoException
    if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code ?? '')) throw cause
    throw new VisavisError('TornSnapshot', `${source} cannot be copied: ${message}`, { cause })
  }
}

/** Gives a file the name of its part if its content is that part; otherwise removes it. */
async function putPart({ path, sha256: known }: WrittenFile, part: Part, root: string, { shown }: RecordPlace): Promise<void> {
  try {
    const { size } = await stat(path)
    const sha256 = known ?? (await sha256Of(path))
    if (size !== part.bytes || sha256 !== part.sha256)
      throw new VisavisError(
        'TornSnapshot',
        `${shown} has another ${part.file} than its manifest says: ${size} bytes with the SHA-256 ${sha256.slice(0, 16)}…, not ${part.bytes} with ${part.sha256.slice(0, 16)}…`,
        { hint: 'nothing of it is kept; see that the record there is whole, or take another place' },
      )
    if (known === undefined) await flush(path)
    await rename(path, join(root, part.file))
    await flush(join(root, 'parts'))
  } catch (cause) {
    await removeTemporary(path)
    throw cause
  }
}
