import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { VisavisError } from '../errors.ts'

/** The prefix of unfinished files. Readers ignore such files; `removeOldTemporaries` removes old ones. */
const temporaryPrefix = '.writing-'

/** Returns a new temporary path in a directory, different from those of all other writers. */
export function temporaryIn(directory: string): string {
  return join(directory, `${temporaryPrefix}${process.pid}-${randomBytes(6).toString('hex')}`)
}

/**
 * Creates a directory and its parents, and waits until their names are on the disk.
 *
 * Node's `recursive` option is not used: it reports ENOENT both for a full and for a read-only disk, and the user should learn which of the two it is.
 */
export async function ensureDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(directory)).isDirectory()) return
    if (code !== 'ENOENT' || dirname(directory) === directory) throw cause
    await ensureDirectory(dirname(directory))
    await ensureDirectory(directory)
    return
  }
  await flush(dirname(directory))
}

/** Waits until the bytes of a file, or the names in a directory, are on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
    // Windows cannot open a directory, and writes names to the disk without being asked
    if (process.platform === 'win32') return undefined
    throw cause
  })
  try {
    await handle?.sync()
  } catch (cause) {
    if (process.platform !== 'win32') throw cause
  } finally {
    await handle?.close()
  }
}

/** Writes text to `path` in one step: a reader sees all of the text or none, even if this process is killed. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = temporaryIn(dirname(path))
  try {
    await writeExclusively(temporary, text)
    await rename(temporary, path)
  } catch (cause) {
    await removeTemporary(temporary)
    throw cause
  }
  await flush(dirname(path))
}

/** Error codes of file systems without hard links. */
const noLinks = /^(EPERM|ENOSYS|ENOTSUP|EOPNOTSUPP|EMLINK)$/

/**
 * Writes text to `path` if no file is there. Returns true if the text was written, false if the file existed; an existing file is never overwritten, even if
 * others write at the same time. A reader sees all of the text or none; but on a file system without hard links (exFAT, some network ones) a process killed
 * while writing may leave a part of it.
 */
export async function writeOnce(path: string, text: string): Promise<boolean> {
  const temporary = temporaryIn(dirname(path))
  await writeAtomically(temporary, text)
  try {
    await link(temporary, path).catch(async (cause: NodeJS.ErrnoException) => {
      if (!noLinks.test(cause.code ?? '')) throw cause
      await writeExclusively(path, text)
    })
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cause
  } finally {
    await removeTemporary(temporary)
  }
}

async function writeExclusively(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes an unfinished file. If that fails, the failure is ignored, since readers ignore such files. */
export async function removeTemporary(temporary: string): Promise<void> {
  await rm(temporary, { force: true }).catch(() => undefined)
}

/** Removes the unfinished files that are at least a day old: their writers were killed. */
export async function removeOldTemporaries(directory: string, now: number = Date.now()): Promise<void> {
  const dayAgo = now - 24 * 3600 * 1000
  const left = (await readdir(directory)).filter((name) => name.startsWith(temporaryPrefix)).map((name) => join(directory, name))
  for (const path of left) {
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && found.mtimeMs < dayAgo) await removeTemporary(path)
  }
}

/** Returns the SHA-256 of a file, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(block as Buffer)
  return hash.digest('hex')
}

const full = /ENOSPC|EDQUOT|EFBIG|no space left on device|disk quota exceeded|file too large/i
const forbidden =
  /EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|permission denied|operation not permitted|read-only file system|not a directory/i

/** Whether a write failed since there was no room, by the code of the system or the words of DuckDB. */
export function isDiskFull(cause: unknown): boolean {
  const { code = '', message = '' } = cause as NodeJS.ErrnoException
  return full.test(`${code} ${message}`)
}

/**
 * Turns a failed write under `root` into an error for the user. Node's errors are recognised by code, DuckDB's by text; any other error is returned
 * unchanged.
 */
export function writeError(cause: unknown, root: string): unknown {
  const { code = '', message = '' } = cause as NodeJS.ErrnoException
  const text =
    cause instanceof VisavisError && cause.code === 'Internal'
      ? firstLine(message)
      : cause instanceof VisavisError
        ? ''
        : `${code} ${message}`
  if (full.test(text)) {
    return new VisavisError('DiskFull', `no room to write the snapshot under ${root}; the snapshots already there are untouched`, {
      hint: `free some space, or set VISAVIS_HOME to another disk (df -h '${root}' shows what is left)`,
      cause,
    })
  }
  if (forbidden.test(text)) {
    return new VisavisError('CannotWrite', `cannot write under ${root}: ${firstLine(message)}`, {
      hint: 'set VISAVIS_HOME to a directory you may write to',
      cause,
    })
  }
  return cause
}

/**
 * Turns the failure of a query for which there was no room, on the disk of the temporary directory or in memory, into an error for the user; any other error is
 * returned unchanged.
 */
export function roomError(cause: unknown): unknown {
  if (!(cause instanceof VisavisError) || cause.code !== 'Internal') return cause
  const text = firstLine(cause.message)
  if (full.test(text) || /failed to offload|max_temp_directory_size/i.test(text)) {
    return new VisavisError('DiskFull', `no room for the temporary files of DuckDB in ${tmpdir()}`, {
      hint: `free some space, or set TMPDIR to a folder on another disk (df -h '${tmpdir()}' shows what is left)`,
      cause,
    })
  }
  if (/out of memory/i.test(text)) return new VisavisError('TooLarge', 'the memory that DuckDB may use is not enough', { cause })
  return cause
}

/** Returns DuckDB's message without the SQL statement, which may contain any words. */
function firstLine(message: string): string {
  return message.split('\nin: ')[0]!
}
