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

// The process of answering-process.ts: it answers one question at a time, and may be ended at any moment from outside.
const keeps = process.argv[2] as 'memory' | 'disk' | 'nothing'
/** Handed down, not looked up: by the time that this runs, the process that asked may be gone and another be the parent. */
const asker = Number(process.argv[3])
const records = keeps === 'nothing' ? undefined : keepRecords(keeps, 2)
/** Place of the file of stand.ts among those that are handed down. */
const stand = new OwnStand(4)
let stopping = new AbortController()
let goOn = (): void => undefined

process.on('message', (message: ToProcess) => {
  if ('ask' in message) void answer(message.ask)
  else if ('more' in message) goOn()
  else stopping.abort()
})
// Ctrl-C reaches a command and this process alike; the command says what becomes of it
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())

const tell = (message: FromProcess): void => void process.send?.(message)

/** Who is stuck in its work does not hear that nobody waits any more: a thread beside it looks whether the process that asked is still there. */
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

/** Characters or bytes that cross over at a time. */
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
