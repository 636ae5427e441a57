import type { Worker } from 'node:worker_threads'
import { VisavisError } from '../errors.ts'
import { startThread } from '../numeric/threads.ts'
import { type Asked, type Beside, cell, type FromThread, type ToldError, type ToThread } from './asked.ts'
import type { Context } from './operation.ts'
import { Pieces } from './pieces.ts'

/** How a thread holds records between questions: none, in memory, or read from disk each time. */
export interface ThreadData {
  readonly keeps: 'memory' | 'disk' | null
}

/** What came of a question: the answer itself or its form, whole or piece by piece. */
export interface Reply extends Beside {
  readonly answer: unknown
}

/** Who is told how far the work is. */
export type Ears = Pick<Context, 'warn' | 'onCount' | 'onProgress'>

/** A text stands still at a sentence (from 0), or between sentences (null). */
export class StandsStill extends Error {
  readonly sentence: number | null

  constructor(sentence: number | null) {
    super('the reading stands still')
    this.sentence = sentence
  }
}

/** Memory of the engine that one question may take, in MB; what tables and files hold beside it has limits of its own. */
const heapOfThread = 2048
/** Milliseconds that one sentence may take at a stretch: the slowest of all that we know takes a tenth of that. */
const sentenceLimit = 5000
/** And of processor time in all threads meanwhile: on a machine that has much else to do, a thread may have got next to none. */
const workedLimit = 2000
/** The same for what is about no one sentence: a page of a PDF, the whole of a text. */
const betweenLimit = 60_000
/** Milliseconds between two glances at a reading. */
const glance = 250
/** Milliseconds that a question which is called off may still take, to end in good order. */
const patience = 1000

interface Job {
  hear(message: FromThread): void
  fail(cause: Error): void
  end(): void
}

/** One thread, which answers one question at a time and can be ended whatever it does. */
export class AnsweringThread {
  readonly #worker: Worker
  readonly #onRest: (thread: AnsweringThread) => void
  #job: Job | undefined
  /** It has ended, or is about to. */
  gone = false
  /** Bytes that it held when it had answered last. */
  heap = 0

  /** @param onRest   told when it is free for the next question, or gone */
  constructor(workerData: ThreadData, onRest: (thread: AnsweringThread) => void) {
    this.#onRest = onRest
    const resourceLimits = { maxOldGenerationSizeMb: heapOfThread }
    this.#worker = startThread(import.meta.url, './answering-worker', { workerData, resourceLimits })
    // one that has nothing to do keeps no process alive
    this.#worker.unref()
    this.#worker.on('message', (message: FromThread) => this.#hear(message))
    this.#worker.on('error', (cause) => this.#lost(errorOfThread(cause)))
    this.#worker.on('exit', (code) => this.#lost(new VisavisError('Internal', `the thread that answers ended with code ${code}`)))
  }

  /**
   * Asks it a question.
   *
   * @param signal   raised when the answer is not wanted any more: the thread is asked to stop, and ended where it does not
   * @throws what the operation throws; Interrupted; TooLarge where the memory does not suffice; StandsStill
   */
  ask(asked: Asked, ears: Ears, signal: AbortSignal | undefined): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const pieces = new Pieces(() => this.#send({ more: true }))
      const watch = standingStill(asked.cells, (sentence) => this.#kill(new StandsStill(sentence)))
      let late: NodeJS.Timeout | undefined
      const stop = (): void => {
        this.#send({ stop: true })
        late ??= setTimeout(() => this.#kill(interrupted()), patience)
      }
      this.#job = {
        hear: (message) => {
          if (message.kind === 'answer') resolve({ ...message, answer: message.inPieces ? pieces : message.answer })
          else if (message.kind === 'piece') pieces.add(message.text)
          else if (message.kind === 'failed') this.#job?.fail(signal?.aborted ? interruptedBy(message.error) : thrownAgain(message.error))
          else hearProgress(message, ears)
        },
        fail: (cause) => {
          reject(cause)
          pieces.fail(cause)
        },
        end: () => {
          clearInterval(watch)
          clearTimeout(late)
          signal?.removeEventListener('abort', stop)
          pieces.end()
        },
      }
      this.#worker.ref()
      this.#send({ ask: asked })
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop, { once: true })
    })
  }

  /** Ends it, whatever it does. */
  async end(): Promise<void> {
    this.gone = true
    await this.#worker.terminate()
  }

  #send(message: ToThread): void {
    this.#worker.postMessage(message)
  }

  #hear(message: FromThread): void {
    if (message.kind !== 'free') return this.#job?.hear(message)
    this.heap = message.heap
    this.#rest()
  }

  #kill(cause: Error): void {
    void this.end()
    this.#lost(cause)
  }

  #lost(cause: Error): void {
    this.gone = true
    this.#job?.fail(cause)
    this.#rest()
  }

  #rest(): void {
    const job = this.#job
    if (job === undefined) return
    this.#job = undefined
    job.end()
    this.#worker.unref()
    this.#onRest(this)
  }
}

/** Looks now and then whether a reading goes on. Glances are counted rather than seconds: a machine that slept is none that stands still. */
function standingStill(cells: Asked['cells'], onStill: (sentence: number | null) => void): NodeJS.Timeout {
  let last = -1
  let still = 0
  let worked = 0
  return setInterval(() => {
    const beat = Atomics.load(cells, cell.beat)
    const now = process.cpuUsage()
    if (beat !== last) [still, worked] = [0, now.user]
    still++
    last = beat
    if (Atomics.load(cells, cell.reads) === 0) return
    const sentence = Atomics.load(cells, cell.sentence)
    if (still * glance > (sentence > 0 ? sentenceLimit : betweenLimit) && now.user - worked > workedLimit * 1000) onStill(sentence > 0 ? sentence - 1 : null)
  }, glance)
}

function hearProgress(message: FromThread, { warn, onCount, onProgress }: Ears): void {
  if (message.kind === 'warn') warn?.(message.text)
  if (message.kind === 'count') onCount?.(message.what, message.done, message.total)
  if (message.kind === 'progress') onProgress?.(message.progress)
}

/** What is said of a question that was called off. */
export const interrupted = (): VisavisError => new VisavisError('Interrupted', 'the question was called off')

/** What an operation says of being stopped is told as it says it. */
function interruptedBy(error: ToldError): VisavisError {
  return error.code === 'Interrupted' ? (thrownAgain(error) as VisavisError) : interrupted()
}

function thrownAgain({ code, message, hint, stack, errno }: ToldError): Error {
  const cause = Object.assign(new Error(message), stack === undefined ? {} : { stack }, errno === undefined ? {} : { code: errno })
  if (code === null) return cause
  return new VisavisError(code, message, { ...(hint === undefined ? {} : { hint }), ...(stack === undefined ? {} : { cause }) })
}

function errorOfThread(cause: unknown): Error {
  if ((cause as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return cause instanceof Error ? cause : new Error(String(cause))
  return new VisavisError('TooLarge', `this takes more than ${heapOfThread} MB of memory`, { hint: 'ask for less at once, or give a part of the text', cause })
}
