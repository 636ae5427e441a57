import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'
import type { Context } from '../request/operation.ts'

/** The content of a document and its name. */
export interface NamedBytes {
  readonly bytes: Uint8Array
  readonly name: string
}

/** Size limit in bytes, above that of every document format, so that an endless stream is not read forever. */
const sizeLimit = 120e6

/**
 * Reads a file, or standard input (`-`); addresses are read by `downloadSource`.
 *
 * @param command   the command that reads it, for hints
 * @throws VisavisError BadInput for a missing file or a folder; TooLarge
 */
export async function readSource(file: string, context: Pick<Context, 'stdin'>, command = 'read'): Promise<NamedBytes> {
  if (file === '-') return { bytes: await readStream(standardInput(context, command), 'standard input'), name: 'stdin' }
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT')
      throw new VisavisError('BadInput', `there is no file ${file}`, { hint: `visavis ${command} --help`, cause })
    throw new VisavisError('BadInput', `${file} cannot be read: ${cause.message}`, { cause })
  })
  if (found.isDirectory())
    throw new VisavisError('BadInput', `${file} is a folder`, { hint: `visavis ${command} ${file.replace(/\/$/, '')}/FILE` })
  try {
    return { bytes: await readStream(createReadStream(file), file), name: basename(file) }
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    throw new VisavisError('BadInput', `${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

function standardInput({ stdin }: Pick<Context, 'stdin'>, command: string): AsyncIterable<Uint8Array> {
  if (stdin !== undefined) return stdin()
  throw new VisavisError('Usage', 'there is no standard input here', { hint: `visavis ${command} FILE` })
}

async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of stream) {
    pieces.push(piece)
    length += piece.length
    if (length > sizeLimit) {
      throw new VisavisError('TooLarge', `${name} has more than ${sizeLimit / 1e6} MB`, { hint: 'give the part that you want read' })
    }
  }
  return Buffer.concat(pieces)
}
