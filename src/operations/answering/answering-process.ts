import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { VisavisError } from '../../errors.ts'
import { moduleBeside } from '../../numeric/threads.ts'
import type { Context } from '../asked/operation.ts'
import type { Asked, Beside, FromProcess, ToldError, ToProcess } from '../asked/process-messages.ts'
import { openStand, type Stand } from '../asked/reading-progress.ts'
import { Pieces } from './answer-stream.ts'

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

/** Memory of the engine that one question may take, in MB. */
const mostHeap = 2048
/** Milliseconds that a question which is called off may still take, to end in good order. */
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
 * A process that answers one question at a time and can be ended whatever it does. A thread cannot: where one is ended while the tables are asked, DuckDB's library takes the
 * whole process down; nor is what a library holds beside the engine counted against a thread's memory.
 */
export class AnsweringProcess {
  readonly #child: ChildProcess
  readonly #stand: Stand
  readonly #onRest: (one: AnsweringProcess) => void
  #job: Job | undefined
  #said = ''
  /** It has ended, or is about to. */
  gone = false
  /** Bytes that it held when it had answered last. */
  held = 0

  /**
   * @param keeps   how it holds records between questions
   * @param onRest   told when it is free for the next question, or gone
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
   * Asks it a question.
   *
   * @param signal   raised when the answer is not wanted any more: it is asked to stop, and ended where it does not
   * @throws what the operation throws; Interrupted; TooLarge where the memory does not suffice; StandsStill
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

  /** Ends it, whatever it does. */
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

  /** One that has nothing to do keeps no process alive. */
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
  const { url, isTypeScript } = moduleBeside(import.meta.url, './answering-worker')
  return fork(fileURLToPath(url), [keeps, String(process.pid)], {
    execArgv: [`--max-old-space-size=${mostHeap}`, ...engine(), ...(isTypeScript ? typescript() : [])],
    serialization: 'advanced',
    // nothing but the answer goes to stdout
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', stand],
  })
}

/**
 * A command reads a text once: compiling each of hundreds of patterns first for an interpreter and then for the processor costs a fifth of its time. And Node 20 makes fast
 * code of what ran for some milliseconds, long before it is known how it will be used, and throws most of it away: later is sooner, by a quarter for 200 texts.
 */
function engine(): string[] {
  return ['--regexp-tier-up-ticks=0', ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=700000'] : [])]
}

/** Only a checkout runs from TypeScript. */
function typescript(): string[] {
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
}

function hearProgress(message: FromProcess, { warn, onCount, onProgress }: Ears): void {
  if (message.kind === 'warn') warn?.(message.text, message.of)
  if (message.kind === 'count') onCount?.(message.what, message.done, message.total)
  if (message.kind === 'progress') onProgress?.(message.progress)
}

/** What is said of a question that was called off. */
export const interrupted = (): VisavisError => new VisavisError('Interrupted', 'the question was called off')

/** What an operation says of being stopped is told as it says it. */
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
  // Ctrl-C reaches it too, before it listens
  if (signal === 'SIGINT') return interrupted()
  return new Error(`the process that answers ended with ${signal ?? `code ${code}`}${said === '' ? '' : `: ${said.trim()}`}`)
}
