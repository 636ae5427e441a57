import { VisavisError } from '../../errors.ts'
import { operations } from '../catalogue.ts'
import { publicDownload } from '../reading/public-download.ts'
import type { Context, Input, Operation, ProgressCallbacks } from '../request/operation.ts'
import type { ReadingLimits, RenderOptions, WorkerRequest } from '../request/worker-messages.ts'
import { batchReadOperation } from './batch-read.ts'
import { type AnswerBody, renderAnswer } from './render-answer.ts'
import { interruptedError, ReadingStalled, WorkerProcess, type WorkerReply } from './worker-process.ts'

/** Options of a worker pool. */
interface WorkerPoolOptions {
  /** Where records stay between requests: in memory, read from disk each time, or not at all. */
  readonly cache: 'memory' | 'disk' | 'nothing'
  /** Most processes at a time; further requests wait. */
  readonly size: number
  /** Milliseconds that reading one text may take. */
  readonly textTimeout: number
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
const renewal = { after: 60_000, bytes: 180 * 2 ** 20 }

/** Operations that a worker finds by name. One that a caller has added to the catalogue runs in this process. */
const ownOperations: ReadonlySet<Operation> = new Set([...operations, batchReadOperation])

/**
 * A pool of worker processes. The server stays responsive while they work, and can end a request at Ctrl-C, a closed connection or a time
 * limit.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions
  readonly #free: { readonly worker: WorkerProcess; timer: NodeJS.Timeout }[] = []
  readonly #all = new Set<WorkerProcess>()
  readonly #waiting: (() => void)[] = []

  constructor(options: WorkerPoolOptions) {
    this.#options = options
  }

  /** The answer as the operation returns it. */
  async result(operation: Operation, input: Input, context: Context): Promise<unknown> {
    const work = await operation.load()
    if (!canBeSent(operation, context)) return work.run(input, context)
    const { answer } = await this.#send(operation, input, context, null)
    return work.received?.(answer as never) ?? answer
  }

  /** The rendered answer. */
  async rendered(operation: Operation, input: Input, context: Context, options: RenderOptions): Promise<RenderedAnswer> {
    if (!canBeSent(operation, context)) return renderHere(operation, input, context, options)
    const { answer, met, next } = await this.#send(operation, input, context, options)
    return { body: answer as RenderedAnswer['body'], met, next }
  }

  /** Starts one process before the first request. */
  warm(): void {
    if (this.#all.size === 0) this.#release(this.#startWorker())
  }

  /** Kills all processes. */
  close(): void {
    const all = [...this.#all]
    for (const { timer } of this.#free.splice(0)) clearTimeout(timer)
    for (const one of all) one.end()
  }

  async #send(operation: Operation, input: Input, context: Context, options: RenderOptions | null): Promise<WorkerReply> {
    const { signal } = context
    const request = await workerRequest(operation, input, context, options)
    const callbacks = withoutRepeatedWarnings(context)
    const began = Date.now()
    let reading: ReadingLimits = { refused: [], end: null, until: began + this.#options.textTimeout }
    for (;;) {
      const worker = await this.#takeWorker(signal)
      try {
        return await worker.ask({ ...request, reading }, callbacks, signal)
      } catch (cause) {
        if (!(cause instanceof ReadingStalled)) throw cause
        reading = limitsAfterStall(reading, cause.sentence, { began, timeout: this.#options.textTimeout })
      }
    }
  }

  async #takeWorker(signal: AbortSignal | undefined): Promise<WorkerProcess> {
    for (;;) {
      if (signal?.aborted) throw interruptedError()
      const free = this.#free.pop()
      if (free !== undefined) clearTimeout(free.timer)
      if (free?.worker.ended === false) return free.worker
      if (free !== undefined) this.#all.delete(free.worker)
      else if (this.#all.size < this.#options.size) return this.#startWorker()
      else await this.#workerFree(signal)
    }
  }

  /** Resolves when a process is free or gone, or the request is cancelled. */
  #workerFree(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const proceed = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(proceed), 1)
        resolve()
      }
      this.#waiting.push(proceed)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  #startWorker(): WorkerProcess {
    const worker = new WorkerProcess(this.#options.cache, (one) => this.#release(one))
    this.#all.add(worker)
    return worker
  }

  #release(worker: WorkerProcess): void {
    if (worker.memory > memoryCeiling) worker.end()
    if (worker.ended) this.#all.delete(worker)
    else this.#free.push({ worker, timer: setTimeout(() => this.#idle(worker), idleTime).unref() })
    this.#waiting.shift()?.()
  }

  /** Requests go to the process used last, so unused ones collect at the bottom of the stack. */
  #idle(worker: WorkerProcess): void {
    if (this.#free.length > 1) this.#remove(worker)
    else if (worker.memory > renewal.bytes) this.#free[0]!.timer = setTimeout(() => this.#renew(worker), renewal.after).unref()
  }

  #renew(worker: WorkerProcess): void {
    if (this.#remove(worker) && this.#all.size === 0) this.#release(this.#startWorker())
  }

  /** Ends the process if it is idle; returns whether it did. */
  #remove(worker: WorkerProcess): boolean {
    const at = this.#free.findIndex((one) => one.worker === worker)
    if (at < 0) return false
    this.#free.splice(at, 1)
    this.#all.delete(worker)
    worker.end()
    return true
  }
}

/** Only data can be sent to a process: not an operation defined by the caller, nor its own download function. */
function canBeSent(operation: Operation, { download }: Context): boolean {
  return (ownOperations.has(operation) || operation.from !== undefined) && (download === undefined || download === publicDownload)
}

async function renderHere(operation: Operation, input: Input, context: Context, options: RenderOptions): Promise<RenderedAnswer> {
  const work = await operation.load()
  const result = await work.run(input, context)
  const met = work.met?.(result as never) === true
  return { body: await renderAnswer(work, result, options), met, next: work.next?.(result as never) ?? [] }
}

async function workerRequest(
  operation: Operation,
  input: Input,
  context: Context,
  options: RenderOptions | null,
): Promise<Omit<WorkerRequest, 'reading'>> {
  const { env, today, now } = context
  const stdin = await readStandardInput(operation, input, context)
  const publicOnly = context.download === publicDownload
  return { operation: operation.name, from: operation.from, input, options, env: { ...env }, today, now, stdin, publicOnly }
}

/** The content of standard input, where the request reads it: a worker process has no standard input. */
async function readStandardInput({ parameters }: Operation, input: Input, context: Context): Promise<Uint8Array | null> {
  if (!parameters.some(({ name, stdin }) => stdin === true && input[name] === '-')) return null
  const { readSource } = await import('../reading/read-source.ts')
  const { signal } = context
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(interruptedError()), { once: true })
  })
  return (await Promise.race([readSource('-', context), aborted])).bytes
}

/** A retried request does not repeat its warnings. */
function withoutRepeatedWarnings({ warn, onCount, onProgress }: Context): ProgressCallbacks {
  const shown = new Set<string>()
  const once: Context['warn'] = (text, of) => {
    if (!shown.has(text)) warn?.(text, of)
    shown.add(text)
  }
  return { warn: once, onCount, onProgress }
}

/** Least milliseconds left to a text after a retry. */
const leastRetryTime = 30_000

/** Limits for the retry after a reader stalled: skip that sentence; if half of the time is used up, stop before it. */
function limitsAfterStall(
  { refused }: ReadingLimits,
  sentence: number | null,
  { began, timeout }: { readonly began: number; readonly timeout: number },
): ReadingLimits {
  if (sentence === null)
    throw new VisavisError('TooLarge', 'the text takes too long to be read', { hint: 'give the part that you want read' })
  const now = Date.now()
  return {
    refused: [...refused, sentence],
    end: now - began > timeout / 2 ? sentence : null,
    until: Math.max(began + timeout, now + leastRetryTime),
  }
}
