import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { VisavisError } from '../../errors.ts'
import { moduleBeside } from '../../numeric/threads.ts'
import type { ProgressCallbacks } from '../request/operation.ts'
import { openProgressFile, type ProgressFile } from '../request/reading-progress.ts'
import type { AnswerOutcome, MessageFromWorker, MessageToWorker, SerializedError, WorkerRequest } from '../request/worker-messages.ts'
import { ChunkStream } from './chunk-stream.ts'

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

/** Limit of the V8 heap of one worker process, in MB. */
const heapLimit = 2048
/** Milliseconds in which a cancelled request must stop by itself; then its process is killed. */
const stopTimeout = 1000

interface PendingRequest {
  receive(message: MessageFromWorker): void
  fail(cause: Error): void
  end(): void
}

const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

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
   * @param cache   whether the process keeps records open between requests: in memory, on disk (read at each query), or not at all
   * @param onIdle   called when the process is free for the next request, or has ended
   */
  constructor(cache: 'memory' | 'disk' | 'nothing', onIdle: (one: WorkerProcess) => void) {
    this.#onIdle = onIdle
    this.#progressFile = openProgressFile()
    this.#child = startWorker(cache, this.#progressFile.fd)
    alive.add(this.#child)
    this.#child.stderr?.on('data', (text) => {
      this.#stderrText = `${this.#stderrText}${text}`.slice(-20_000)
    })
    this.#child.on('message', (message) => this.#receive(message as MessageFromWorker))
    this.#child.on('error', (cause) => this.#fail(cause))
    this.#child.on('exit', (code, signal) => {
      alive.delete(this.#child)
      this.#progressFile.close()
      this.#fail(exitError(code, signal, this.#stderrText))
    })
    this.#unref()
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
          else if (message.kind === 'piece') pieces.add(message.text)
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
    this.#unref()
    this.#onIdle(this)
  }

  #ref(): void {
    this.#child.ref()
    this.#child.channel?.ref()
  }

  /** Lets the parent process end while this worker is idle. */
  #unref(): void {
    this.#child.unref()
    this.#child.channel?.unref()
    ;(this.#child.stderr as { unref?: () => void } | null)?.unref?.()
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

function startWorker(cache: string, progressFd: number): ChildProcess {
  const { url, isTypeScript } = moduleBeside(import.meta.url, './operation-worker')
  return fork(fileURLToPath(url), [cache, String(process.pid)], {
    execArgv: [`--max-old-space-size=${heapLimit}`, ...engineFlags(), ...(isTypeScript ? typescriptFlags() : [])],
    serialization: 'advanced',
    // only the parent writes to stdout
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', progressFd],
  })
}

/**
 * Returns flags of V8 that make reading faster. Regular expressions are compiled to machine code at once: compiling hundreds of them first to
 * bytecode takes a fifth of the time of a command that reads one text. In Node 20 functions are optimised later: by default that happens after a
 * few milliseconds, with too little type feedback, and most of that code is discarded. Later optimisation reads 200 texts a quarter faster.
 */
function engineFlags(): string[] {
  return ['--regexp-tier-up-ticks=0', ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=700000'] : [])]
}

/** Returns flags that let Node load TypeScript files, as needed in a checkout but not in the built package. */
function typescriptFlags(): string[] {
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
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

function exitError(code: number | null, signal: string | null, stderrText: string): Error {
  if (/heap out of memory|Allocation failed/.test(stderrText))
    return new VisavisError('TooLarge', `this takes more than ${heapLimit} MB of memory`, {
      hint: 'ask for less at once, or give a part of the text',
    })
  // Ctrl-C also reaches a child process that has not yet installed its handler
  if (signal === 'SIGINT') return interruptedError()
  return new Error(`the process that answers ended with ${signal ?? `code ${code}`}${stderrText === '' ? '' : `: ${stderrText.trim()}`}`)
}
