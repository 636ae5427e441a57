import { open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { VisavisError } from '../errors.ts'

/** An answer to be written, in one piece or as a stream of pieces. */
export type WritableAnswer = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/**
 * Writes a file atomically: if the disk is full or the process is killed, the old content stays. Devices and pipes are written to directly.
 *
 * @throws VisavisError DiskFull, CannotWrite
 */
export async function writeAnswerFile(path: string, text: WritableAnswer): Promise<void> {
  try {
    const special = await stat(path).then(
      (found) => !found.isFile(),
      () => false,
    )
    await (special ? writeFile(path, text) : replaceFile(path, text))
  } catch (cause) {
    // errors of the streaming renderer itself pass through
    if (cause instanceof VisavisError) throw cause
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT')
      throw new VisavisError('DiskFull', `no space left to write ${path}`, { cause })
    throw new VisavisError('CannotWrite', `${path} cannot be written: ${(cause as Error).message}`, { cause })
  }
}

async function replaceFile(path: string, text: WritableAnswer): Promise<void> {
  const part = `${path}.part-${process.pid}`
  try {
    const file = await open(part, 'w')
    try {
      await writeFile(file, text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    throw cause
  }
}
