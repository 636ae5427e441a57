import { randomBytes } from 'node:crypto'
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { removeTemporary } from '../../store/disk.ts'

/** The headers of the answer that the partial bytes belong to: enough to request the rest, and to notice that the content has changed since. */
export interface PartialFileHeader {
  readonly url: string
  readonly finalUrl: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly contentType: string | null
  readonly encoding: 'gzip' | null
  /** Bytes of the complete answer as transferred; null if the provider does not state the number. */
  readonly total: number | null
  /** The value for `If-Range`: an entity tag or a date that identifies exactly these bytes; null if the rest cannot be requested. */
  readonly validator: string | null
}

/** A partial download on the disk: a file with the bytes as received, and beside it one with what is known of them, as JSON. */
export interface PartialFile {
  readonly path: string
  readonly about: PartialFileHeader
}

/** Partial files that this process is writing. Other processes recognise them as in use by the process number in their names. */
const held = new Set<string>()
const monthMs = 30 * 24 * 3600 * 1000

const nameOf = (directory: string, key: string): string => join(directory, `${key}-${process.pid}-${randomBytes(4).toString('hex')}.part`)

/** The file beside a partial one with what is known of it. */
const besides = (path: string): string => `${path}.about`

export async function createPartialFile(directory: string, key: string, about: PartialFileHeader): Promise<PartialFile> {
  const path = nameOf(directory, key)
  held.add(path)
  try {
    await writeFile(besides(path), JSON.stringify(about), { flag: 'wx' })
    await writeFile(path, '', { flag: 'wx' })
  } catch (cause) {
    await removePartialFile({ path })
    throw cause
  }
  return { path, about }
}

/**
 * Takes over the partial file that an earlier run left under the same key, if no process is writing it. Of several, the first readable one; undefined if there
 * is none.
 */
export async function takeOverPartialFile(directory: string, key: string): Promise<PartialFile | undefined> {
  for (const name of (await readdir(directory)).filter((one) => one.startsWith(`${key}-`) && one.endsWith('.part')).sort()) {
    const left = join(directory, name)
    if (held.has(left) || writerLives(Number(name.slice(key.length + 1).split('-')[0]))) continue
    const path = nameOf(directory, key)
    held.add(path)
    // whoever renames the bytes has them
    const taken = await rename(left, path).then(
      () => true,
      () => false,
    )
    if (taken) await rename(besides(left), besides(path)).catch(() => undefined)
    const part = taken ? await readPart(path) : undefined
    if (part !== undefined) return part
    await removePartialFile({ path })
  }
  return undefined
}

function writerLives(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Reads what is known of a partial file; undefined if it is a month old, or if nothing is known of it. */
async function readPart(path: string): Promise<PartialFile | undefined> {
  try {
    const { mtimeMs } = await stat(path)
    if (mtimeMs < Date.now() - monthMs) return undefined
    return { path, about: JSON.parse(await readFile(besides(path), 'utf8')) as PartialFileHeader }
  } catch {
    return undefined
  }
}

/** Returns how many bytes of the answer the partial file has. */
export async function bytesReceived(part: PartialFile): Promise<number> {
  return (await stat(part.path)).size
}

/** Returns how many bytes of partial files are in a cache. */
export async function bytesOfPartialFiles(cacheDir: string): Promise<number> {
  const folder = join(cacheDir, 'parts')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.part'))
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Leaves the partial file on the disk for a later run. Removes it if it is empty, or if the rest cannot be requested. */
export async function keepPartialFile(part: PartialFile): Promise<void> {
  if (part.about.validator === null || (await bytesReceived(part).catch(() => 0)) === 0) return await removePartialFile(part)
  held.delete(part.path)
}

export async function removePartialFile(part: Pick<PartialFile, 'path'>): Promise<void> {
  await removeTemporary(part.path)
  await removeTemporary(besides(part.path))
  held.delete(part.path)
}
