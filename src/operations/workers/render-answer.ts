import { answerJson } from '../request/answer-json.ts'
import type { OperationImplementation } from '../request/operation.ts'
import type { RenderOptions } from '../request/worker-messages.ts'

/** A rendered answer, whole, or in pieces if it may be longer than the longest string of JavaScript. */
export type AnswerBody = string | Uint8Array | Iterable<string>

/** Renders an answer in the requested format. */
export async function renderAnswer(work: OperationImplementation, result: unknown, form: RenderOptions): Promise<AnswerBody> {
  const body = await renderBody(work, result, form)
  if (form.bytes !== true || body instanceof Uint8Array) return body
  return new TextEncoder().encode(typeof body === 'string' ? body : [...body].join(''))
}

async function renderBody(work: OperationImplementation, result: unknown, { format, indent }: RenderOptions): Promise<AnswerBody> {
  const pieces = format === 'csv' || format === 'json' || format === 'jsonl' ? work.inPieces?.[format] : undefined
  if (pieces !== undefined) return pieces(result as never)
  if (format === 'json') return answerJson(result, indent)
  return format === 'zip' ? work.show.zip!(result as never) : work.show[format]!(result as never)
}
