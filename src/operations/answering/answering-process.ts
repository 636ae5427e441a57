import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { VisavisError } from '../../errors.ts'
import type { Context } from '../asked/operation.ts'
import type { Asked, Beside, FromProcess, ToldError, ToProcess } from '../asked/process-messages.ts'
import { openStand, type Stand } from '../asked/reading-progress.ts'
import { Pieces } from './answer-stream.ts'

/** The reply to a request: the answer itself, or its rendering, whole or as a stream. */
export interface Reply extends Beside {
  readonly answer: unknown
}

/** Callbacks for warnings and progress. */
export type Ears = Pick<Context, 'warn' | 'onCount' | 'onProgress'>

/** A text reader has stalled: at a sentence (counted from 0), or outside any sentence (null). */
export class StandsStill extends Error {
  readonly sentence: number | null

  constructor(sentence: number | null) {
    super('the reading stands still')
    this.sentence = sentence
  }
}

/** Limit of the V8 heap of one worker process, in MB. */
const mostHeap = 2048
/** Milliseconds that a cancelled request has to stop by itself before its process is killed. */
const patience = 1000

interface Job {
  hear(message: FromProcess): void
  fail(cause: Error): void
  end(): void
}

const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

/**
 * A worker process that answers one request at a time and can be killed at any moment. A thread would not do: ending one while DuckDB runs
 * a query crashes the whole process, and native memory does not count against a thread's memory limit.
 */
export class AnsweringProcess {
  readonly #child: ChildProcess
  readonly #stand: Stand
  readonly #onRest: (one: AnsweringProcess) => void
  #job: Job | undefined
  #said = ''
  /** The process has ended, or is about to. */
  gone = false
  /** Resident memory after the last answer, in bytes. */
  held = 0

  /**
   * @param cache   where the process keeps opened records between requests
   * @param onIdle   called when the process is free for the next request, or gone
   */
  constructor(keeps: 'memory' | 'disk' | 'nothing', onRest: (one: AnsweringProcess) => void) {
    this.#onRest = onRest
    this.#stand = openStand()
    this.#child = started(keeps, this.#stand.fd)
    alive.add(this.#child)
    this.#child.stderr?.on('data', (text) => {
      this.#said = `${this.#said}${text}`.slice(-20_000)
    })
    this.#child.on('message', (message) => this.#hear(message as FromProcess))
    this.#child.on('error', (cause) => this.#lost(cause))
    this.#child.on('exit', (code, signal) => {
      alive.delete(this.#child)
      this.#stand.close()
      this.#lost(endedBy(code, signal, this.#said))
    })
    this.#rests()
  }

  /**
   * Sends a request.
   *
   * @param signal   aborted when the caller no longer wants the answer: the process is asked to stop, and killed if it does not
   * @throws what the operation throws; VisavisError Interrupted, or TooLarge where memory runs out; ReadingStalled
   */
  ask(asked: Asked, ears: Ears, signal: AbortSignal | undefined): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const pieces = new Pieces(() => this.#send({ more: true }))
      const parts: (string | Uint8Array)[] = []
      const watch = this.#stand.watch((sentence) => this.#kill(new StandsStill(sentence)))
      let late: NodeJS.Timeout | undefined
      const stop = (): void => {
        this.#send({ stop: true })
        late ??= setTimeout(() => this.#kill(interrupted()), patience)
      }
      this.#job = {
        hear: (message) => {
          if (message.kind === 'part') parts.push(message.part)
          else if (message.kind === 'answer') resolve({ ...message, answer: answerOf(message, parts, pieces) })
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
      this.#works()
      this.#send({ ask: asked })
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop, { once: true })
    })
  }

  /** Kills the process. */
  end(): void {
    this.gone = true
    this.#child.kill('SIGKILL')
  }

  #send(message: ToProcess): void {
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }

  #hear(message: FromProcess): void {
    if (message.kind === 'free') {
      this.held = message.held
      this.#rest()
    } else this.#job?.hear(message)
  }

  #kill(cause: Error): void {
    this.end()
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
    this.#rests()
    this.#onRest(this)
  }

  #works(): void {
    this.#child.ref()
    this.#child.channel?.ref()
  }

  /** An idle worker must not keep the parent process alive. */
  #rests(): void {
    this.#child.unref()
    this.#child.channel?.unref()
    ;(this.#child.stderr as { unref?: () => void } | null)?.unref?.()
  }
}

function answerOf(
  { answer, comes }: Extract<FromProcess, { kind: 'answer' }>,
  parts: readonly (string | Uint8Array)[],
  pieces: Pieces,
): unknown {
  if (comes === 'whole') return answer
  if (comes === 'in pieces') return pieces
  return comes === 'as text' ? parts.join('') : Buffer.concat(parts as readonly Uint8Array[])
}

function started(keeps: string, stand: number): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts')
  const file = fileURLToPath(new URL(isSource ? './answering-worker.ts' : '../chunks/answering-worker.js', import.meta.url))
  return fork(file, [keeps, String(process.pid)], {
    execArgv: [`--max-old-space-size=${mostHeap}`, ...engine(), ...(isSource ? typescript() : [])],
    serialization: 'advanced',
    // only the parent writes to stdout
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', stand],
  })
}

/**
 * V8 flags. A command reads a text once: compiling hundreds of regular expressions first to bytecode and then to machine code takes a fifth
 * of its time. Node 20 also optimises functions after a few milliseconds, with too little type feedback, and discards most of that code;
 * optimising later makes 200 texts a quarter faster.
 */
function engine(): string[] {
  return ['--regexp-tier-up-ticks=0', ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=700000'] : [])]
}

/** Loads TypeScript files: needed in a checkout, not in the built package. */
function typescript(): string[] {
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
}

function hearProgress(message: FromProcess, { warn, onCount, onProgress }: Ears): void {
  if (message.kind === 'warn') warn?.(message.text, message.of)
  if (message.kind === 'count') onCount?.(message.what, message.done, message.total)
  if (message.kind === 'progress') onProgress?.(message.progress)
}

/** The error of a cancelled request. */
export const interrupted = (): VisavisError => new VisavisError('Interrupted', 'the question was called off')

/** Keeps an operation's own error about being interrupted. */
function interruptedBy(error: ToldError): Error {
  return error.code === 'Interrupted' ? thrownAgain(error) : interrupted()
}

function thrownAgain({ code, message, hint, stack, errno }: ToldError): Error {
  const cause = Object.assign(new Error(message), stack === undefined ? {} : { stack }, errno === undefined ? {} : { code: errno })
  if (code === null) return cause
  return new VisavisError(code, message, { ...(hint === undefined ? {} : { hint }), ...(stack === undefined ? {} : { cause }) })
}

function endedBy(code: number | null, signal: string | null, said: string): Error {
  if (/heap out of memory|Allocation failed/.test(said))
    return new VisavisError('TooLarge', `this takes more than ${mostHeap} MB of memory`, {
      hint: 'ask for less at once, or give a part of the text',
    })
  // Ctrl-C also reaches a child process that has not yet installed its handler
  if (signal === 'SIGINT') return interrupted()
  return new Error(`the process that answers ended with ${signal ?? `code ${code}`}${said === '' ? '' : `: ${said.trim()}`}`)
}
