import { availableParallelism } from 'node:os'
import { type ErrorCode, VisavisError } from '../../errors.ts'
import type { ReadSummary } from '../../reports/claims/claims-answer.ts'
import type { Context } from '../request/operation.ts'
import { findRecord } from '../storage/record.ts'
import { batchReadOperation, type ReadChunk } from './batch-read.ts'
import { WorkerPool } from './worker-pool.ts'

/** A request to read many texts, with options that apply to all of them. */
export interface ReadManyRequest {
  readonly files: readonly string[]
  readonly format: 'csv' | 'jsonl'
  readonly date?: string | undefined
  readonly asOf?: string | undefined
  readonly snapshot?: string | undefined
}

export type TextError = Pick<VisavisError, 'code' | 'message' | 'hint'>

/** Codes of errors that concern a single text, so that the others are still read. Any other error, such as a corrupt record, ends the run. */
const singleTextErrors: ReadonlySet<ErrorCode> = new Set(['BadInput', 'TooLarge', 'Internal'])

/** The result of reading one text: its rows of CSV or its line of JSON, and its summary, or the error if it could not be read. */
export interface TextResult {
  /** Index of the text among the requested files. */
  readonly index: number
  readonly piece: string
  readonly summary: ReadSummary | null
  readonly error: TextError | null
}

/**
 * Reads many texts in parallel and yields the results in the order of the files, each as soon as all earlier ones are done. A text that cannot
 * be read does not end the run.
 *
 * @param onText   called with the result of each text, in the order of the files
 * @returns   the header and then the rows of a CSV, text by text; or a line of JSON for each text
 * @throws VisavisError if the record cannot be found or opened; Interrupted if the signal is aborted
 */
export async function* readMany(request: ReadManyRequest, context: Context, onText: (read: TextResult) => void): AsyncGenerator<string> {
  const { files } = request
  const { why, unexpected } = await findRecord({ asOf: request.asOf, snapshot: request.snapshot }, context)
  if (unexpected) context.warn?.(`This rests on ${why}.`, 'record')
  const texts = textPool(Math.max(1, Math.min(availableParallelism(), files.length)))
  try {
    if (request.format === 'csv') yield (await import('../../reports/claims/claims-csv.ts')).batchHeader
    for await (const read of readTexts(request, context, texts)) {
      onText(read)
      context.onCount?.('texts', read.index + 1, files.length)
      yield read.piece
    }
  } finally {
    texts.close()
  }
}

/**
 * Makes a pool of processes that read texts and keep the record open between them.
 *
 * @param memory   most megabytes of the heap of a process, and again of DuckDB; default: as usual
 */
export const textPool = (size: number, memory?: number): WorkerPool =>
  new WorkerPool({ size, cache: 'memory', textTimeout: textLimit, memory })

/**
 * Reads texts in the processes of a pool and yields the results in the order of the files. A text that cannot be read does not end the run.
 *
 * @throws VisavisError for errors that concern more than one text
 */
export async function* readTexts(request: ReadManyRequest, context: Context, pool: WorkerPool): AsyncGenerator<TextResult> {
  for await (const read of inOrder(request, context, pool)) {
    if (read.error !== null && !singleTextErrors.has(read.error.code)) throw asError(read.error)
    yield read
  }
}

/** Most milliseconds that reading one text may take. */
const textLimit = 600_000

const asError = ({ code, message, hint }: TextError): VisavisError => new VisavisError(code, message, hint === undefined ? {} : { hint })

/** Yields the results in the order of the files. Each worker begins the next file as soon as it is done with one. */
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
    // if the consumer stops early, the workers start no further files
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

/** Converts anything thrown to the error of one text; an unexpected error becomes `Internal`, which does not end the run. */
function errorOf(cause: unknown): TextError {
  if (cause instanceof VisavisError) return { code: cause.code, message: cause.message, hint: cause.hint }
  return { code: 'Internal', message: `${(cause as Error).message} (a fault of ours: please report it)`, hint: undefined }
}

/** Returns a line with the totals over all texts; null: one that could not be read. */
export function totalsOfTexts(summaries: readonly (ReadSummary | null)[]): string {
  const own = summaries.filter((one) => one !== null)
  const sum = (of: (one: ReadSummary) => number): string => own.reduce((all, one) => all + of(one), 0).toLocaleString('en-US')
  const verdicts = (['supported', 'partly', 'contradicted', 'unverifiable'] as const).map(
    (one) => `${sum(({ byVerdict }) => byVerdict[one])} ${one}`,
  )
  return `${own.length.toLocaleString('en-US')} texts with ${sum(({ sentences }) => sentences)} sentences and ${sum(({ claims }) => claims)} claims that can be checked: ${verdicts.join(', ')}.`
}
