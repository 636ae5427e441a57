import { VisavisError } from '../../errors.ts'
import type { Context, Input, Operation } from '../asked/operation.ts'
import type { WorkerRequest, RenderOptions, ReadingLimits } from '../asked/process-messages.ts'
import { operations } from '../catalogue.ts'
import { publicDownload } from '../reading/public-download.ts'
import { type AnswerBody, renderAnswer } from './answer-form.ts'
import { WorkerProcess, type ProgressCallbacks, interruptedError, type WorkerReply, ReadingStalled } from './answering-process.ts'
import { batchReadOperation } from './read-of-many.ts'

/** Options of a worker pool. */
interface WorkerPoolOptions {
  /** Where records stay between requests: in memory, read from disk each time, or not at all. */
  readonly keeps: 'memory' | 'disk' | 'nothing'
  /** Most processes at a time; further requests wait. */
  readonly most: number
  /** Milliseconds that reading one text may take. */
  readonly text: number
}

/** A rendered answer, whether its condition is met, and suggested next commands. */
interface RenderedAnswer {
  readonly body: AnswerBody | AsyncIterable<string>
  readonly met: boolean
  readonly next: readonly string[]
}

/** Milliseconds after which an idle process ends, except the last one. */
const idleTime = 10_000
/** A process that holds more than this many bytes after an answer is ended, to return its memory to the system. */
const memoryCeiling = 320 * 2 ** 20
/** The last idle process is replaced by a fresh one after `after` further milliseconds where it holds more than `bytes`. */
const renewal = { after: 60_000, holds: 180 * 2 ** 20 }

/** Operations that a worker finds by name. One that a caller has added to the catalogue runs in this process. */
const ownOperations: ReadonlySet<Operation> = new Set([...operations, batchReadOperation])

/**
 * A pool of worker processes. The server stays responsive while they work, and can end a request at Ctrl-C, a closed connection or a time
 * limit.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions
  readonly #free: { readonly answerer: WorkerProcess; ends: NodeJS.Timeout }[] = []
  readonly #all = new Set<WorkerProcess>()
  readonly #waiting: (() => void)[] = []

  constructor(options: WorkerPoolOptions) {
    this.#options = options
  }

  /** The answer as the operation returns it. */
  async result(operation: Operation, input: Input, context: Context): Promise<unknown> {
    const work = await operation.load()
    if (!canBeSent(operation, context)) return work.run(input, context)
    const { answer } = await this.#ask(operation, input, context, null)
    return work.received?.(answer as never) ?? answer
  }

  /** The rendered answer. */
  async formed(operation: Operation, input: Input, context: Context, form: RenderOptions): Promise<RenderedAnswer> {
    if (!canBeSent(operation, context)) return renderHere(operation, input, context, form)
    const { answer, met, next } = await this.#ask(operation, input, context, form)
    return { body: answer as RenderedAnswer['body'], met, next }
  }

  /** Starts one process before the first request. */
  warm(): void {
    if (this.#all.size === 0) this.#rest(this.#started())
  }

  /** Kills all processes. */
  close(): void {
    const all = [...this.#all]
    for (const { ends } of this.#free.splice(0)) clearTimeout(ends)
    for (const one of all) one.end()
  }

  async #ask(operation: Operation, input: Input, context: Context, form: RenderOptions | null): Promise<WorkerReply> {
    const { signal } = context
    const asked = await workerRequest(operation, input, context, form)
    const ears = withoutRepeatedWarnings(context)
    const began = Date.now()
    let reading: ReadingLimits = { refused: [], end: null, until: began + this.#options.text }
    for (;;) {
      const answerer = await this.#taken(signal)
      try {
        return await answerer.ask({ ...asked, reading }, ears, signal)
      } catch (cause) {
        if (!(cause instanceof ReadingStalled)) throw cause
        reading = limitsAfterStall(reading, cause.sentence, { began, text: this.#options.text })
      }
    }
  }

  async #taken(signal: AbortSignal | undefined): Promise<WorkerProcess> {
    for (;;) {
      if (signal?.aborted) throw interruptedError()
      const free = this.#free.pop()
      if (free !== undefined) clearTimeout(free.ends)
      if (free?.answerer.gone === false) return free.answerer
      if (free !== undefined) this.#all.delete(free.answerer)
      else if (this.#all.size < this.#options.most) return this.#started()
      else await this.#turn(signal)
    }
  }

  /** Resolves when a process is free or gone, or the request is cancelled. */
  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const come = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(come), 1)
        resolve()
      }
      this.#waiting.push(come)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  #started(): WorkerProcess {
    const answerer = new WorkerProcess(this.#options.keeps, (one) => this.#rest(one))
    this.#all.add(answerer)
    return answerer
  }

  #rest(answerer: WorkerProcess): void {
    if (answerer.held > memoryCeiling) answerer.end()
    if (answerer.gone) this.#all.delete(answerer)
    else this.#free.push({ answerer, ends: setTimeout(() => this.#idle(answerer), idleTime).unref() })
    this.#waiting.shift()?.()
  }

  /** Requests go to the process used last, so unused ones collect at the bottom of the stack. */
  #idle(answerer: WorkerProcess): void {
    if (this.#free.length > 1) this.#leaves(answerer)
    else if (answerer.held > renewal.holds) this.#free[0]!.ends = setTimeout(() => this.#renew(answerer), renewal.after).unref()
  }

  #renew(answerer: WorkerProcess): void {
    if (this.#leaves(answerer) && this.#all.size === 0) this.#rest(this.#started())
  }

  /** Ends the process if it is idle; returns whether it did. */
  #leaves(answerer: WorkerProcess): boolean {
    const at = this.#free.findIndex((one) => one.answerer === answerer)
    if (at < 0) return false
    this.#free.splice(at, 1)
    this.#all.delete(answerer)
    answerer.end()
    return true
  }
}

/** Only data can be sent to a process: not an operation defined by the caller, nor its own download function. */
function canBeSent(operation: Operation, { download }: Context): boolean {
  return (ownOperations.has(operation) || operation.from !== undefined) && (download === undefined || download === publicDownload)
}

async function renderHere(operation: Operation, input: Input, context: Context, form: RenderOptions): Promise<RenderedAnswer> {
  const work = await operation.load()
  const result = await work.run(input, context)
  const met = work.met?.(result as never) === true
  return { body: await renderAnswer(work, result, form), met, next: work.next?.(result as never) ?? [] }
}

async function workerRequest(operation: Operation, input: Input, context: Context, form: RenderOptions | null): Promise<Omit<WorkerRequest, 'reading'>> {
  const { env, today, now } = context
  const stdin = await readStandardInput(operation, input, context)
  const publicOnly = context.download === publicDownload
  return { operation: operation.name, from: operation.from, input, form, env: { ...env }, today, now, stdin, publicOnly }
}

/** The content of standard input, where the request reads it: a worker process has no standard input. */
async function readStandardInput({ parameters }: Operation, input: Input, context: Context): Promise<Uint8Array | null> {
  if (!parameters.some(({ name, stdin }) => stdin === true && input[name] === '-')) return null
  const { readSource } = await import('../reading/read-source.ts')
  const { signal } = context
  const calledOff = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(interruptedError()), { once: true })
  })
  return (await Promise.race([readSource('-', context), calledOff])).bytes
}

/** A retried request does not repeat its warnings. */
function withoutRepeatedWarnings({ warn, onCount, onProgress }: Context): ProgressCallbacks {
  const told = new Set<string>()
  const once: Context['warn'] = (text, of) => {
    if (!told.has(text)) warn?.(text, of)
    told.add(text)
  }
  return { warn: once, onCount, onProgress }
}

/** Least milliseconds left to a text after a retry. */
const leastRetryTime = 30_000

/** Limits for the retry after a reader stalled: skip that sentence; if half of the time is used up, stop before it. */
function limitsAfterStall(
  { refused }: ReadingLimits,
  sentence: number | null,
  { began, text }: { readonly began: number; readonly text: number },
): ReadingLimits {
  if (sentence === null)
    throw new VisavisError('TooLarge', 'the text takes too long to be read', { hint: 'give the part that you want read' })
  const now = Date.now()
  return { refused: [...refused, sentence], end: now - began > text / 2 ? sentence : null, until: Math.max(began + text, now + leastRetryTime) }
}
