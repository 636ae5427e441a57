import { VisavisError } from '../../errors.ts'
import { operations } from '../catalogue.ts'
import { publicDownload } from '../reading/public-download.ts'
import type { CompanionFile, Context, Input, Operation, ProgressCallbacks } from '../request/operation.ts'
import { withTableLimits } from '../request/table-limits.ts'
import type { ReadingLimits, RenderOptions, WorkerRequest } from '../request/worker-messages.ts'
import { batchReadOperation } from './batch-read.ts'
import { type AnswerBody, companionsOf, renderAnswer } from './render-answer.ts'
import { interruptedError, ReadingStalled, WorkerProcess, type WorkerReply } from './worker-process.ts'
import type { KeptRecords, WorkerOptions } from './worker-start.ts'

/** Options of a worker pool. */
interface WorkerPoolOptions extends WorkerOptions {
  /** Most worker processes at a time; further requests wait. */
  readonly size: number
  /** Most milliseconds that reading one text may take. */
  readonly textTimeout: number
}

/** A rendered answer, whether its condition is met or nothing could be answered, suggested next commands, and files beside it. */
interface RenderedAnswer {
  readonly body: AnswerBody | AsyncIterable<string | Uint8Array>
  readonly met: boolean
  readonly lacks: boolean
  readonly next: readonly string[]
  readonly beside: readonly CompanionFile[]
}

/** Milliseconds after which an idle process is ended, unless it is the only idle one. */
const idleTime = 10_000
/**
 * A process that holds more than this many bytes after an answer is ended, to return its memory to the system. One that keeps records in memory holds some 600 MB
 * after its first text; ending it would mean loading the record for every text anew.
 */
const memoryCeiling: Readonly<Record<KeptRecords, number>> = { memory: 1536 * 2 ** 20, disk: 640 * 2 ** 20, nothing: 320 * 2 ** 20 }
/** If the only idle process holds more than `bytes`, it is replaced by a fresh one after `after` further milliseconds. */
const renewal = { after: 60_000, bytes: 180 * 2 ** 20 }

/** A question that each new process answers before any other, so that what nearly all questions need is loaded when a reader asks. */
export interface WarmQuestion {
  readonly operation: Operation
  readonly input: Input
  readonly context: Context
}

/** Operations that a worker process finds by name. An operation that the caller defines without `from` runs in this process instead. */
const ownOperations: ReadonlySet<Operation> = new Set([...operations, batchReadOperation])

/**
 * A pool of worker processes that run operations. Meanwhile the calling process stays responsive, and can end a request at Ctrl-C, a closed
 * connection or a time limit.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions
  readonly #free: { readonly worker: WorkerProcess; timer: NodeJS.Timeout }[] = []
  readonly #all = new Set<WorkerProcess>()
  readonly #waiting: (() => void)[] = []
  #warmQuestion: WarmQuestion | undefined
  /** The process that answers the first question, and what processes held in memory after it. */
  #warming: WorkerProcess | undefined
  readonly #memoryWhenWarm = new WeakMap<WorkerProcess, number>()

  constructor(options: WorkerPoolOptions) {
    this.#options = options
  }

  /** Runs an operation and returns its answer unrendered. */
  async result(operation: Operation, input: Input, context: Context): Promise<unknown> {
    const work = await operation.load()
    if (!canBeSent(operation, context)) return work.run(input, context)
    const { answer } = await this.#send(operation, input, context, null)
    return work.received?.(answer as never) ?? answer
  }

  /** Runs an operation and returns its answer rendered. */
  async rendered(operation: Operation, given: Input, context: Context, options: RenderOptions): Promise<RenderedAnswer> {
    const input = withTableLimits(operation, given, options.format)
    if (!canBeSent(operation, context)) return renderHere(operation, input, context, options)
    const { answer, ...outcome } = await this.#send(operation, input, context, options)
    return { body: answer as RenderedAnswer['body'], ...outcome }
  }

  /** Resident memory of all processes after their last answers, in bytes. */
  get memory(): number {
    return [...this.#all].reduce((sum, { memory }) => sum + memory, 0)
  }

  /** Starts one process before the first request, and lets it answer a question, as will each process that replaces it. */
  warm(question?: WarmQuestion): void {
    this.#warmQuestion = question
    if (this.#all.size === 0) this.#startWarm()
  }

  /** Kills all processes. */
  close(): void {
    this.#warmQuestion = undefined
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
      // a new process would take as long as the one that is getting warm
      else if (this.#all.size < this.#options.size && this.#warming === undefined) return this.#startWorker()
      else await this.#workerFree(signal)
    }
  }

  /** Waits until a process is free or has ended, or the request is cancelled. */
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
    const worker = new WorkerProcess(this.#options, (one) => this.#release(one))
    this.#all.add(worker)
    return worker
  }

  #startWarm(): void {
    const worker = this.#startWorker()
    if (this.#warmQuestion === undefined) this.#release(worker)
    else {
      this.#warming = worker
      void this.#askFirst(worker, this.#warmQuestion)
    }
  }

  async #askFirst(worker: WorkerProcess, { operation, input, context }: WarmQuestion): Promise<void> {
    try {
      const request = await workerRequest(operation, input, context, null)
      const until = Date.now() + this.#options.textTimeout
      await worker.ask({ ...request, reading: { refused: [], end: null, until } }, {}, undefined)
    } catch {
      // whoever asks next is told what is wrong
    }
  }

  #release(worker: WorkerProcess): void {
    if (this.#warming === worker) {
      this.#warming = undefined
      this.#memoryWhenWarm.set(worker, worker.memory)
      // those who waited for it may also start processes of their own
      for (const proceed of this.#waiting.splice(1)) proceed()
    }
    const isLarge = !worker.ended && worker.memory > memoryCeiling[this.#options.cache]
    if (isLarge) worker.end()
    if (worker.ended) this.#all.delete(worker)
    if (isLarge && this.#warmQuestion !== undefined && this.#all.size === 0) this.#startWarm()
    if (!worker.ended) this.#free.push({ worker, timer: setTimeout(() => this.#idle(worker), idleTime).unref() })
    this.#waiting.shift()?.()
  }

  /** Ends a process that was idle for long, unless it is the only idle one of a pool in the foreground; that one is renewed later if it holds much memory. */
  #idle(worker: WorkerProcess): void {
    if (this.#free.length > 1 || this.#options.isBackground === true) this.#remove(worker)
    else if (worker.memory > Math.max(renewal.bytes, 1.25 * (this.#memoryWhenWarm.get(worker) ?? 0)))
      this.#free[0]!.timer = setTimeout(() => this.#renew(worker), renewal.after).unref()
  }

  #renew(worker: WorkerProcess): void {
    if (this.#remove(worker) && this.#all.size === 0) this.#startWarm()
  }

  /** Ends a process if it is idle, and returns whether it was. */
  #remove(worker: WorkerProcess): boolean {
    const at = this.#free.findIndex((one) => one.worker === worker)
    if (at < 0) return false
    this.#free.splice(at, 1)
    this.#all.delete(worker)
    worker.end()
    return true
  }
}

/** Whether a worker process can run the request: it can load the operation from a module, and needs no download function of the caller. */
function canBeSent(operation: Operation, { download }: Context): boolean {
  return (ownOperations.has(operation) || operation.from !== undefined) && (download === undefined || download === publicDownload)
}

async function renderHere(operation: Operation, input: Input, context: Context, options: RenderOptions): Promise<RenderedAnswer> {
  const work = await operation.load()
  const result = await work.run(input, context)
  const [met, lacks] = [work.met?.(result as never) === true, work.lacks?.(result as never) === true]
  for (const text of work.notes?.(result as never, options.format) ?? []) context.warn?.(text)
  const [next, beside] = [work.next?.(result as never) ?? [], companionsOf(work, result, options)]
  return { body: await renderAnswer(work, result, options), met, lacks, next, beside }
}

async function workerRequest(
  operation: Operation,
  input: Input,
  context: Context,
  options: RenderOptions | null,
): Promise<Omit<WorkerRequest, 'reading'>> {
  const { env, today, now, record, forgetsTexts = false } = context
  const stdin = await readStandardInput(operation, input, context)
  const publicOnly = context.download === publicDownload
  return {
    operation: operation.name,
    from: operation.from,
    input,
    options,
    env: { ...env },
    today,
    now,
    stdin,
    publicOnly,
    record,
    forgetsTexts,
  }
}

/** Reads standard input for a worker process, which has none of its own; null if the request does not read it. */
async function readStandardInput({ parameters }: Operation, input: Input, context: Context): Promise<Uint8Array | null> {
  if (!parameters.some(({ name, stdin }) => stdin === true && input[name] === '-')) return null
  const { readSource } = await import('../reading/read-source.ts')
  const { signal } = context
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(interruptedError()), { once: true })
  })
  return (await Promise.race([readSource('-', context), aborted])).bytes
}

/** Returns callbacks that report each warning only once, even if the request is retried. */
function withoutRepeatedWarnings({ warn, onCount, onProgress }: Context): ProgressCallbacks {
  const shown = new Set<string>()
  const once: Context['warn'] = (text, of) => {
    if (!shown.has(text)) warn?.(text, of)
    shown.add(text)
  }
  return { warn: once, onCount, onProgress }
}

/** Least milliseconds that a text gets for a retry. */
const leastRetryTime = 30_000

/**
 * Returns the limits for a retry after reading stalled in a sentence: this sentence is skipped; if half of the time is over, so are all later
 * ones. Throws TooLarge if reading stalled outside a sentence (null).
 */
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
