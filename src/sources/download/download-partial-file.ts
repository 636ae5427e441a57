import { randomBytes } from 'node:crypto'
import { open, readdir, rename, stat } from 'node:fs/promises'
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

/** A partial download on the disk: one line of JSON (`about`), then the bytes as received. */
export interface PartialFile {
  readonly path: string
  readonly about: PartialFileHeader
  /** Offset in the file at which the bytes of the answer begin. */
  readonly offset: number
}

/** Partial files that this process is writing. Other processes recognise them as in use by the process number in their names. */
const held = new Set<string>()
const longestHeader = 65_536
const monthMs = 30 * 24 * 3600 * 1000

const nameOf = (directory: string, key: string): string => join(directory, `${key}-${process.pid}-${randomBytes(4).toString('hex')}.part`)

export async function createPartialFile(directory: string, key: string, about: PartialFileHeader): Promise<PartialFile> {
  const path = nameOf(directory, key)
  const line = `${JSON.stringify(about)}\n`
  held.add(path)
  try {
    const handle = await open(path, 'wx')
    await handle.writeFile(line).finally(() => handle.close())
  } catch (cause) {
    await removePartialFile({ path })
    throw cause
  }
  return { path, about, offset: Buffer.byteLength(line) }
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
    const taken = await rename(left, path).then(
      () => true,
      () => false,
    )
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

async function readPart(path: string): Promise<PartialFile | undefined> {
  const handle = await open(path, 'r')
  try {
    const { mtimeMs } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHeader), 0, longestHeader, 0)
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    if (end < 0 || mtimeMs < Date.now() - monthMs) return undefined
    return { path, about: JSON.parse(buffer.toString('utf8', 0, end)) as PartialFileHeader, offset: end + 1 }
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}

/** Returns how many bytes of the answer the partial file has. */
export async function bytesReceived(part: PartialFile): Promise<number> {
  return (await stat(part.path)).size - part.offset
}

/** Leaves the partial file on the disk for a later run. Removes it if it is empty, or if the rest cannot be requested. */
export async function keepPartialFile(part: PartialFile): Promise<void> {
  if (part.about.validator === null || (await bytesReceived(part).catch(() => 0)) === 0) return await removePartialFile(part)
  held.delete(part.path)
}

export async function removePartialFile(part: Pick<PartialFile, 'path'>): Promise<void> {
  await removeTemporary(part.path)
  held.delete(part.path)
}
