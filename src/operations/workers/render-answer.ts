import { VisavisError } from '../../errors.ts'
import { printableText } from '../../reports/text/printable.ts'
import { answerJson } from '../request/answer-json.ts'
import type { CompanionFile, OperationImplementation } from '../request/operation.ts'
import type { RenderOptions } from '../request/worker-messages.ts'

/** A rendered answer, whole, or in pieces if it may be longer than the longest string of JavaScript. */
export type AnswerBody = string | Uint8Array | Iterable<string | Uint8Array>

/** Most bytes of an answer that is wanted whole, and not as a stream. */
const mostWhole = 512 * 2 ** 20

/**
 * Renders an answer in the requested format.
 *
 * @throws VisavisError TooLarge for an answer that is wanted as bytes and would be longer than half a GB
 */
export async function renderAnswer(work: OperationImplementation, result: unknown, form: RenderOptions): Promise<AnswerBody> {
  const body = await renderBody(work, result, form)
  if (form.bytes !== true || body instanceof Uint8Array) return body
  return typeof body === 'string' ? new TextEncoder().encode(body) : joined(body)
}

/** Returns a body as a command writes it: a text ends with a line break. */
export function commandBody<Body>(body: Body): Body | string {
  return typeof body === 'string' && !body.endsWith('\n') ? `${body}\n` : body
}

/** Returns the files to be written beside the file of an answer. */
export function companionsOf(work: OperationImplementation, result: unknown, { file, format }: RenderOptions): readonly CompanionFile[] {
  return file === undefined ? [] : (work.beside?.(result as never, file, format) ?? [])
}

async function renderBody(work: OperationImplementation, result: unknown, { format, indent, columns }: RenderOptions): Promise<AnswerBody> {
  const pieces = format === 'csv' || format === 'json' || format === 'jsonl' ? work.inPieces?.[format] : undefined
  if (pieces !== undefined) return pieces(result as never)
  if (format === 'json') return answerJson(result, indent)
  if (format === 'parquet' || format === 'dta') return work.inBytes![format](result as never)
  if (format === 'zip') return work.show.zip!(result as never)
  const text = await (format === 'table' ? work.show.table!(result as never, columns) : work.show[format]!(result as never))
  // names, titles and sentences are of others; JSON escapes them, CSV and HTML have rules of their own
  return format === 'table' || format === 'full' || format === 'md' ? printableText(text) : text
}

function joined(pieces: Iterable<string | Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    length += bytes.length
    if (length > mostWhole)
      throw new VisavisError('TooLarge', `the answer is larger than ${mostWhole / 2 ** 20} MB`, {
        hint: 'ask for less at once, or for a smaller format; the command line writes files of any size',
      })
    parts.push(bytes)
  }
  return Buffer.concat(parts, length)
}
