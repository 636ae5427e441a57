import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { badInput, VisavisError } from '../../errors.ts'

/** A source, and in words the files that it takes. */
export interface AcceptedFiles {
  readonly id: string
  readonly takes: string
}

/**
 * Checks the files given for a source, then reads them. Refused before the reader sees them: a file that is missing or not readable, a directory, an empty
 * file, a web page instead of data, and text in UTF-16. A refusal without a hint gets one: which files the source takes.
 *
 * @throws BadInput with the file, and a hint
 */
export async function readAfterFileChecks<T>(taker: AcceptedFiles, paths: readonly string[], read: () => Promise<T>): Promise<T> {
  try {
    for (const path of paths) await checkGiven(path, /HTML/.test(taker.takes))
    return await read()
  } catch (cause) {
    if (!(cause instanceof VisavisError) || cause.hint !== undefined) throw cause
    throw new VisavisError(cause.code, cause.message, {
      cause,
      hint: `${taker.id} takes ${taker.takes}; visavis sources ${taker.id} says where from`,
    })
  }
}

async function checkGiven(path: string, pagesToo: boolean): Promise<void> {
  const file = basename(path)
  const start = await startOf(path)
  if (start.length === 0) throw badInput(`${file} is empty`, 'fetch the file again')
  const mark = start.readUInt16LE(0)
  // Files in .xls and gzip begin with other bytes. A text that begins with this mark is UTF-16 to every program.
  if (mark === 0xfeff || mark === 0xfffe) {
    throw badInput(`${file}:1 is text in UTF-16; no provider writes it`, `iconv -f UTF-16 -t UTF-8 ${path}`)
  }
  if (!pagesToo && /^\s*<(!doctype\s+html|html|head|body)/i.test(start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))) {
    throw badInput(
      `${file}:1 is a web page, not data: the site answered with a page of its own`,
      'open it in a browser to see what the site says, and fetch the file again',
    )
  }
}

/** Returns the first bytes of a file. A zero is appended to a file of one byte, so that two bytes can always be read. */
async function startOf(path: string): Promise<Buffer> {
  const cannot = (why: string, cause: unknown): VisavisError =>
    badInput(`cannot read ${path}: ${why}`, { cause, hint: 'check the path, and whether you may read it' })
  try {
    const handle = await open(path)
    try {
      if ((await handle.stat()).isDirectory()) throw cannot('it is a directory, not a file', undefined)
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
      return bytesRead === 1 ? Buffer.concat([buffer.subarray(0, 1), Buffer.from([0])]) : buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    throw cannot(reasons[(cause as NodeJS.ErrnoException).code ?? ''] ?? (cause as Error).message, cause)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a directory, not a file',
  ENOTDIR: 'a part of its path is no directory',
}
