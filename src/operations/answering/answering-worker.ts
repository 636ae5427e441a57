import { Worker } from 'node:worker_threads'
import { VisavisError } from '../../errors.ts'
import { keepRecords } from '../asked/kept-records.ts'
import type { Context, Operation } from '../asked/operation.ts'
import type { Asked, FromProcess, ToldError, ToProcess } from '../asked/process-messages.ts'
import { OwnStand } from '../asked/reading-progress.ts'
import { operations } from '../catalogue.ts'
import { publicDownload } from '../reading/public-download.ts'
import { readingPace } from '../reading/reading-pace.ts'
import { formed } from './answer-form.ts'
import { readOfManyOperation } from './read-of-many.ts'

// The entry point of the child process that worker-process.ts starts: it answers one request at a time and may be killed at any moment.
const keeps = process.argv[2] as 'memory' | 'disk' | 'nothing'
/** Passed as an argument: `process.ppid` may already be another process if the parent has ended by now. */
const asker = Number(process.argv[3])
const records = keeps === 'nothing' ? undefined : keepRecords(keeps, 2)
/** File descriptor of the shared progress file (see reading-progress.ts). */
const stand = new OwnStand(4)
let stopping = new AbortController()
let goOn = (): void => undefined

process.on('message', (message: ToProcess) => {
  if ('ask' in message) void answer(message.ask)
  else if ('more' in message) goOn()
  else stopping.abort()
})
// Ctrl-C reaches parent and child alike; the parent decides what happens to the request
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())

const tell = (message: FromProcess): void => void process.send?.(message)

/** A busy event loop does not notice that the parent has ended, so a thread checks for it. */
function endWithAsker(): void {
  const look = `setInterval(() => { if (process.ppid !== ${asker}) process.kill(process.pid, 'SIGKILL') }, 500)`
  watcher ??= new Worker(look, { eval: true, execArgv: [] })
  watcher.unref()
}
let watcher: Worker | undefined

async function answer(asked: Asked): Promise<void> {
  stopping = new AbortController()
  endWithAsker()
  const beating = setInterval(() => stand.beat(), 100)
  try {
    await answered(asked)
  } catch (thrown) {
    tell({ kind: 'failed', error: toldError(thrown) })
  } finally {
    clearInterval(beating)
    stand.rest()
    tell({ kind: 'free', held: process.memoryUsage.rss() })
  }
}

async function answered(asked: Asked): Promise<void> {
  const work = await (await operationOf(asked)).load()
  const result = await work.run(asked.input, contextOf(asked))
  const beside = { met: work.met?.(result as never) === true, next: work.next?.(result as never) ?? [] }
  if (asked.form === null) return tell({ kind: 'answer', answer: result, comes: 'whole', ...beside })
  const body = await formed(work, result, asked.form)
  if (typeof body === 'string' || body instanceof Uint8Array) {
    for (let at = 0; at < body.length; at += portion) tell({ kind: 'part', part: body.slice(at, at + portion) })
    return tell({ kind: 'answer', answer: null, comes: typeof body === 'string' ? 'as text' : 'as bytes', ...beside })
  }
  tell({ kind: 'answer', answer: null, comes: 'in pieces', ...beside })
  for (const text of inPortions(body)) {
    const taken = new Promise<void>((resolve) => (goOn = resolve))
    tell({ kind: 'piece', text })
    await taken
    stopping.signal.throwIfAborted()
  }
}

async function operationOf({ operation: name, from }: Asked): Promise<Operation> {
  const own = [...operations, readOfManyOperation]
  const all = from === undefined ? own : ((await import(from)) as { operations: readonly Operation[] }).operations
  return all.find((one) => one.name === name)!
}

function contextOf(asked: Asked): Context {
  const { env, today, now, stdin } = asked
  const pace = readingPace(asked.reading, stand)
  return {
    ...{ env, today, now, signal: stopping.signal, pace },
    ...(records === undefined ? {} : { records }),
    ...(asked.publicOnly ? { download: publicDownload } : {}),
    ...(stdin === null ? {} : { stdin: () => once(stdin) }),
    warn: (text, of) => tell({ kind: 'warn', text, of }),
    onCount: (what, done, total) => tell({ kind: 'count', what, done, total }),
    onProgress: (progress) => tell({ kind: 'progress', progress }),
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Characters or bytes per message. */
const portion = 2 ** 18

function* inPortions(pieces: Iterable<string>): Generator<string> {
  let held = ''
  for (const piece of pieces) {
    held += piece
    if (held.length < portion) continue
    yield held
    held = ''
  }
  if (held !== '') yield held
}

function toldError(thrown: unknown): ToldError {
  const { message, stack, code } = (thrown instanceof Error ? thrown : new Error(String(thrown))) as NodeJS.ErrnoException
  if (!(thrown instanceof VisavisError)) return { code: null, message, hint: undefined, stack, errno: code }
  const cause = thrown.cause instanceof Error ? thrown.cause.stack : undefined
  return { code: thrown.code, message, hint: thrown.hint, stack: cause, errno: undefined }
}
