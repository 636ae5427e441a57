import { availableParallelism } from 'node:os'
import { type ErrorCode, VisavisError } from '../../errors.ts'
import type { ReadSummary } from '../../reports/claims/claims-answer.ts'
import type { Context } from '../request/operation.ts'
import { findRecord } from '../storage/record.ts'
import { batchReadOperation, type ReadChunk } from './batch-read.ts'
import { WorkerPool } from './worker-pool.ts'

/** Options that apply to every text. */
export interface ReadManyRequest {
  readonly files: readonly string[]
  readonly format: 'csv' | 'jsonl'
  readonly date?: string | undefined
  readonly asOf?: string | undefined
  readonly snapshot?: string | undefined
}

export type TextError = Pick<VisavisError, 'code' | 'message' | 'hint'>

/** Errors of a single text, an internal error among them; any other error (a corrupt record) affects all texts and ends the run. */
const singleTextErrors: ReadonlySet<ErrorCode> = new Set(['BadInput', 'TooLarge', 'Internal'])

/** The result of one text: its CSV rows or JSON line, and its summary or the error. */
export interface TextResult {
  /** Index among the files. */
  readonly index: number
  readonly piece: string
  readonly summary: ReadSummary | null
  readonly error: TextError | null
}

/**
 * Reads many texts in parallel and yields the results in the order of the files, each as soon as those before it are done. A text that
 * cannot be read does not stop the others.
 *
 * @param onText   called for each text, in order
 * @returns   chunks of a CSV (its header first), or a line of JSON for each text
 * @throws VisavisError as finding and opening the record do; Interrupted where the signal is aborted
 */
export async function* readMany(request: ReadManyRequest, context: Context, onText: (read: TextResult) => void): AsyncGenerator<string> {
  const { files } = request
  const { why, unexpected } = await findRecord({ asOf: request.asOf, snapshot: request.snapshot }, context)
  if (unexpected) context.warn?.(`This rests on ${why}.`, 'record')
  const texts = new WorkerPool({
    size: Math.max(1, Math.min(availableParallelism(), files.length)),
    cache: 'memory',
    textTimeout: textLimit,
  })
  try {
    if (request.format === 'csv') yield (await import('../../reports/claims/claims-csv.ts')).batchHeader
    for await (const read of inOrder(request, context, texts)) {
      if (read.error !== null && !singleTextErrors.has(read.error.code)) throw asError(read.error)
      onText(read)
      context.onCount?.('texts', read.index + 1, files.length)
      yield read.piece
    }
  } finally {
    texts.close()
  }
}

/** Milliseconds that one text may take. */
const textLimit = 600_000

const asError = ({ code, message, hint }: TextError): VisavisError => new VisavisError(code, message, hint === undefined ? {} : { hint })

/** The results in the order of the files; each worker takes the next file when it is done with one. */
async function* inOrder(request: ReadManyRequest, context: Context, pool: WorkerPool): AsyncGenerator<TextResult> {
  const { files } = request
  const results = new Map<number, TextResult>()
  let next = 0
  let wake = (): void => undefined
  const read = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      results.set(index, await readOne(index, request, context, pool))
      wake()
    }
  }
  const readers = Array.from({ length: availableParallelism() }, read)
  try {
    for (let index = 0; index < files.length; index++) {
      while (!results.has(index)) await new Promise<void>((resolve) => (wake = resolve))
      yield results.get(index)!
      results.delete(index)
    }
    await Promise.all(readers)
  } finally {
    // a consumer that stops early leaves no file to start
    next = files.length
  }
}

async function readOne(
  index: number,
  { files, format, date, asOf, snapshot }: ReadManyRequest,
  context: Context,
  pool: WorkerPool,
): Promise<TextResult> {
  const file = files[index]!
  const { env, today, now, signal } = context
  try {
    const input = { file, date, asOf, snapshot, rows: format === 'csv' }
    const { piece, summary } = (await pool.result(batchReadOperation, input, { env, today, now, signal })) as ReadChunk
    return { index, piece, summary, error: null }
  } catch (cause) {
    const error = errorOf(cause)
    return { index, piece: format === 'csv' ? '' : `${JSON.stringify({ file, error })}\n`, summary: null, error }
  }
}

/** An internal error in one text must not discard the others. */
function errorOf(cause: unknown): TextError {
  if (cause instanceof VisavisError) return { code: cause.code, message: cause.message, hint: cause.hint }
  return { code: 'Internal', message: `${(cause as Error).message} (a fault of ours: please report it)`, hint: undefined }
}
