import { open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { VisavisError } from '../errors.ts'

/** An answer as it is written: at once, or piece by piece. */
export type Answered = string | Uint8Array | Iterable<string> | AsyncIterable<string>

/**
 * Writes a file so that it is there whole or not at all: a full disk or a kill leaves what was there before.
 * A device or a pipe is written to as it is.
 *
 * @throws VisavisError DiskFull, CannotWrite
 */
export async function writeWhole(path: string, text: Answered): Promise<void> {
  try {
    const special = await stat(path).then(
      (found) => !found.isFile(),
      () => false,
    )
    await (special ? writeFile(path, text) : replace(path, text))
  } catch (cause) {
    // what makes the answer piece by piece has errors of its own
    if (cause instanceof VisavisError) throw cause
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT')
      throw new VisavisError('DiskFull', `no space left to write ${path}`, { cause })
    throw new VisavisError('CannotWrite', `${path} cannot be written: ${(cause as Error).message}`, { cause })
  }
}

async function replace(path: string, text: Answered): Promise<void> {
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
