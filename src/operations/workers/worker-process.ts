import type { ChildProcess } from 'node:child_process'
import { VisavisError } from '../../errors.ts'
import type { ProgressCallbacks } from '../request/operation.ts'
import type { ProgressFile } from '../request/reading-progress.ts'
import type { AnswerOutcome, MessageFromWorker, MessageToWorker, SerializedError, WorkerRequest } from '../request/worker-messages.ts'
import { ChunkStream } from './chunk-stream.ts'
import { heapLimit, startWorker, unref, type WorkerOptions } from './worker-start.ts'

/** The reply to a request: the unrendered answer, or the rendered answer, whole or as a stream. */
export interface WorkerReply extends AnswerOutcome {
  readonly answer: unknown
}

/** Thrown if reading a text has stalled: in the sentence with this index (from 0), or outside any sentence (null). */
export class ReadingStalled extends Error {
  readonly sentence: number | null

  constructor(sentence: number | null) {
    super('the reading stands still')
    this.sentence = sentence
  }
}

/** Milliseconds in which a cancelled request must stop by itself; then its process is killed. */
const stopTimeout = 1000

interface PendingRequest {
  receive(message: MessageFromWorker): void
  fail(cause: Error): void
  end(): void
}

/**
 * A worker process that answers one request at a time and can be killed at any moment. A thread could not replace it: ending a thread while
 * DuckDB runs a query crashes the whole process, and native memory does not count towards the memory limit of a thread.
 */
export class WorkerProcess {
  readonly #child: ChildProcess
  readonly #progressFile: ProgressFile
  readonly #onIdle: (one: WorkerProcess) => void
  #pending: PendingRequest | undefined
  #stderrText = ''
  /** Whether the process has ended or is about to. */
  ended = false
  /** Resident memory after the last answer, in bytes. */
  memory = 0

  /**
   * @param onIdle   called when the process is free for the next request, or has ended
   */
  constructor(options: WorkerOptions, onIdle: (one: WorkerProcess) => void) {
    this.#onIdle = onIdle
    const { child, progressFile } = startWorker(options)
    this.#child = child
    this.#progressFile = progressFile
    this.#child.stderr?.on('data', (text) => {
      this.#stderrText = `${this.#stderrText}${text}`.slice(-20_000)
    })
    this.#child.on('message', (message) => this.#receive(message as MessageFromWorker))
    this.#child.on('error', (cause) => this.#fail(cause))
    this.#child.on('exit', (code, signal) => {
      this.#progressFile.close()
      this.#fail(exitError(code, signal, this.#stderrText, options.memory))
    })
    unref(this.#child)
  }

  /**
   * Sends a request and resolves with its reply.
   *
   * @param signal   aborted when the caller no longer wants the answer: the process is asked to stop, and killed if it does not
   * @throws what the operation throws; VisavisError Interrupted if cancelled, TooLarge if memory runs out; ReadingStalled if reading stalls
   */
  ask(request: WorkerRequest, callbacks: ProgressCallbacks, signal: AbortSignal | undefined): Promise<WorkerReply> {
    return new Promise((resolve, reject) => {
      const pieces = new ChunkStream(() => this.#send({ more: true }))
      const parts: (string | Uint8Array)[] = []
      const watch = this.#progressFile.watch((sentence) => this.#kill(new ReadingStalled(sentence)))
      let killTimer: NodeJS.Timeout | undefined
      const stop = (): void => {
        this.#send({ stop: true })
        killTimer ??= setTimeout(() => this.#kill(interruptedError()), stopTimeout)
      }
      this.#pending = {
        receive: (message) => {
          if (message.kind === 'part') parts.push(message.part)
          else if (message.kind === 'answer') resolve({ ...message, answer: replyBody(message, parts, pieces) })
          else if (message.kind === 'piece') pieces.add(message.piece)
          else if (message.kind === 'failed')
            this.#pending?.fail(signal?.aborted ? interruption(message.error) : rebuiltError(message.error))
          else reportProgress(message, callbacks)
        },
        fail: (cause) => {
          reject(cause)
          pieces.fail(cause)
        },
        end: () => {
          clearInterval(watch)
          clearTimeout(killTimer)
          signal?.removeEventListener('abort', stop)
          pieces.end()
        },
      }
      this.#ref()
      this.#send({ ask: request })
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop, { once: true })
    })
  }

  /** Kills the process. */
  end(): void {
    this.ended = true
    this.#child.kill('SIGKILL')
  }

  #send(message: MessageToWorker): void {
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }

  #receive(message: MessageFromWorker): void {
    if (message.kind === 'free') {
      this.memory = message.memory
      this.#release()
    } else this.#pending?.receive(message)
  }

  #kill(cause: Error): void {
    this.end()
    this.#fail(cause)
  }

  #fail(cause: Error): void {
    this.ended = true
    this.#pending?.fail(cause)
    this.#release()
  }

  #release(): void {
    const pending = this.#pending
    if (pending === undefined) return
    this.#pending = undefined
    pending.end()
    unref(this.#child)
    this.#onIdle(this)
  }

  #ref(): void {
    this.#child.ref()
    this.#child.channel?.ref()
  }
}

function replyBody(
  { answer, comes }: Extract<MessageFromWorker, { kind: 'answer' }>,
  parts: readonly (string | Uint8Array)[],
  pieces: ChunkStream,
): unknown {
  if (comes === 'whole') return answer
  if (comes === 'in pieces') return pieces
  return comes === 'as text' ? parts.join('') : Buffer.concat(parts as readonly Uint8Array[])
}

function reportProgress(message: MessageFromWorker, { warn, onCount, onProgress }: ProgressCallbacks): void {
  if (message.kind === 'warn') warn?.(message.text, message.of)
  if (message.kind === 'count') onCount?.(message.what, message.done, message.total)
  if (message.kind === 'progress') onProgress?.(message.progress)
}

/** Makes the error of a cancelled request. */
export const interruptedError = (): VisavisError => new VisavisError('Interrupted', 'the question was called off')

/** Returns the error of a cancelled request: the operation's own error if its code is `Interrupted`, otherwise a general one. */
function interruption(error: SerializedError): Error {
  return error.code === 'Interrupted' ? rebuiltError(error) : interruptedError()
}

function rebuiltError({ code, message, hint, candidates, stack, errno }: SerializedError): Error {
  const cause = Object.assign(new Error(message), stack === undefined ? {} : { stack }, errno === undefined ? {} : { code: errno })
  if (code === null) return cause
  return new VisavisError(code, message, { ...(hint === undefined ? {} : { hint }), candidates, ...(stack === undefined ? {} : { cause }) })
}

/** What is said of a request that a process has too little memory for. */
export const outOfMemory = (megabytes: number = heapLimit): string => `this takes more than ${megabytes} MB of memory`

function exitError(code: number | null, signal: string | null, stderrText: string, memory: number | undefined): Error {
  if (/heap out of memory|Allocation failed/.test(stderrText))
    return new VisavisError('TooLarge', outOfMemory(memory), {
      hint: 'ask for less at once, or give a part of the text',
    })
  // Ctrl-C also reaches a child process that has not yet installed its handler
  if (signal === 'SIGINT') return interruptedError()
  return new Error(`the process that answers ended with ${signal ?? `code ${code}`}${stderrText === '' ? '' : `: ${stderrText.trim()}`}`)
}
