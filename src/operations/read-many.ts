import { availableParallelism } from 'node:os'
import { type ErrorCode, VisavisError } from '../errors.ts'
import { runThreads } from '../numeric/threads.ts'
import type { ReadSummary } from '../reports/claims-answer.ts'
import type { Context } from './operation.ts'
import { findRecord } from './record.ts'

/** What is asked of every text alike. */
export interface ManyTexts {
  readonly files: readonly string[]
  readonly format: 'csv' | 'jsonl'
  readonly date?: string | undefined
  readonly asOf?: string | undefined
  readonly snapshot?: string | undefined
}

/** What a thread is given; `taken` is shared, so that each text is read once. */
export interface ManyJob {
  readonly asked: ManyTexts
  readonly env: Readonly<Record<string, string | undefined>>
  readonly today: string
  readonly now: string
  readonly taken: Int32Array
}

export type TextError = Pick<VisavisError, 'code' | 'message' | 'hint'>

/** What is wrong with one text, a fault of ours at it among them; anything else, as a torn record, is wrong with all. */
const ofOneText: ReadonlySet<ErrorCode> = new Set(['BadInput', 'TooLarge', 'Internal'])

/** What came of a text: its rows or its line, and its numbers or why it could not be read. */
export interface ReadText {
  /** Its place among the files. */
  readonly at: number
  readonly piece: string
  readonly summary: ReadSummary | null
  readonly error: TextError | null
}

/**
 * Reads many texts on all processors: what `read` says of each, in the order of the files, each as soon as those before it are there. A text that cannot be read does not
 * keep the others back.
 *
 * @param onText   told of each text in turn
 * @returns   pieces of a CSV (its header first), or a line of JSON for each text
 * @throws VisavisError as finding and opening the record do; Interrupted where the signal is raised
 */
export async function* readMany(asked: ManyTexts, context: Context, onText: (read: ReadText) => void): AsyncGenerator<string> {
  const { files } = asked
  const { why, unexpected } = await findRecord({ asOf: asked.asOf, snapshot: asked.snapshot }, context)
  if (unexpected) context.warn?.(`This rests on ${why}.`, 'record')
  const { env, today, now } = context
  const job: ManyJob = { asked, env: { ...env }, today, now, taken: new Int32Array(new SharedArrayBuffer(4)) }
  // who wants no more leaves the threads nothing to take
  const stop = (): unknown => Atomics.store(job.taken, 0, files.length)
  context.signal?.addEventListener('abort', stop)
  try {
    if (asked.format === 'csv') yield (await import('../reports/claims-csv.ts')).manyHeader
    for await (const read of inOrder(job)) {
      if (context.signal?.aborted) break
      if (read.error !== null && !ofOneText.has(read.error.code)) throw asThrown(read.error)
      onText(read)
      context.onCount?.('texts', read.at + 1, files.length)
      yield read.piece
    }
    if (context.signal?.aborted) throw new VisavisError('Interrupted', 'the reading was stopped; nothing was kept')
  } finally {
    stop()
    context.signal?.removeEventListener('abort', stop)
  }
}

const asThrown = ({ code, message, hint }: TextError): VisavisError => new VisavisError(code, message, hint === undefined ? {} : { hint })

/** What the threads tell, in the order of the files. */
async function* inOrder(job: ManyJob): AsyncGenerator<ReadText> {
  const told = new Map<number, ReadText>()
  let wake = (): void => undefined
  const { length } = job.asked.files
  const threads = Math.max(1, Math.min(availableParallelism(), length))
  let fault: unknown
  let ended = false
  const running = runThreads(import.meta.url, './read-many-worker', new Array(threads).fill(job), (message) => {
    told.set((message as ReadText).at, message as ReadText)
    wake()
  })
    .catch((cause: unknown) => {
      fault = cause
    })
    .finally(() => {
      ended = true
      wake()
    })
  for (let at = 0; at < length; at++) {
    while (!told.has(at) && !ended) await new Promise<void>((resolve) => (wake = resolve))
    const next = told.get(at)
    if (next === undefined) break
    told.delete(at)
    yield next
  }
  await running
  if (fault !== undefined) throw fault
}
