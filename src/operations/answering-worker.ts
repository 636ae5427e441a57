import { getEventListeners } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { VisavisError } from '../errors.ts'
import type { ThreadData } from './answering-thread.ts'
import { type Asked, cell, type FromThread, type ToldError, type ToThread } from './asked.ts'
import { operations } from './catalogue.ts'
import { formed } from './formed.ts'
import { keepRecords } from './kept-records.ts'
import type { Context, Operation } from './operation.ts'
import { publicDownload } from './public-download.ts'
import { readOfManyOperation } from './read-of-many.ts'
import { readingPace } from './reading-pace.ts'

// A thread of answering-thread.ts: it answers one question at a time, and may be ended at any moment from outside.
const port = parentPort!
const { keeps } = workerData as ThreadData
const records = keeps === null ? undefined : keepRecords(keeps, 2)
let stopping = new AbortController()
let goOn = (): void => undefined

port.on('message', (message: ToThread) => {
  if ('ask' in message) void answer(message.ask)
  else if ('more' in message) goOn()
  else stop()
})

const tell = (message: FromThread, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved)

function stop(): void {
  tell({ kind: 'stopping', heard: getEventListeners(stopping.signal, 'abort').length > 0 })
  stopping.abort()
}

async function answer(asked: Asked): Promise<void> {
  stopping = new AbortController()
  const beating = setInterval(() => Atomics.add(asked.cells, cell.beat, 1), 100)
  try {
    await answered(asked)
  } catch (thrown) {
    tell({ kind: 'failed', error: toldError(thrown) })
  } finally {
    clearInterval(beating)
    const { heapUsed, external } = process.memoryUsage()
    tell({ kind: 'free', heap: heapUsed + external })
  }
}

async function answered(asked: Asked): Promise<void> {
  const work = await (await operationOf(asked)).load()
  const result = await work.run(asked.input, contextOf(asked))
  const beside = { met: work.met?.(result as never) === true, next: work.next?.(result as never) ?? [] }
  if (asked.form === null) return tell({ kind: 'answer', answer: result, inPieces: false, ...beside })
  const body = await formed(work, result, asked.form)
  if (typeof body === 'string') return tell({ kind: 'answer', answer: body, inPieces: false, ...beside })
  if (body instanceof Uint8Array) return tell({ kind: 'answer', answer: body, inPieces: false, ...beside }, ownBuffer(body))
  tell({ kind: 'answer', answer: null, inPieces: true, ...beside })
  for (const text of inPortions(body)) {
    const taken = new Promise<void>((resolve) => (goOn = resolve))
    tell({ kind: 'piece', text })
    await taken
    stopping.signal.throwIfAborted()
  }
}

async function operationOf({ operation: name, from }: Asked): Promise<Operation> {
  const all = from === undefined ? [...operations, readOfManyOperation] : ((await import(from)) as { operations: readonly Operation[] }).operations
  return all.find((one) => one.name === name)!
}

function contextOf(asked: Asked): Context {
  const { env, today, now, stdin } = asked
  return {
    ...{ env, today, now, signal: stopping.signal, pace: readingPace(asked) },
    ...(records === undefined ? {} : { records }),
    ...(asked.publicOnly ? { download: publicDownload } : {}),
    ...(stdin === null ? {} : { stdin: () => once(stdin) }),
    warn: (text) => tell({ kind: 'warn', text }),
    onCount: (what, done, total) => tell({ kind: 'count', what, done, total }),
    onProgress: (progress) => tell({ kind: 'progress', progress }),
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Characters that cross over at a time. */
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

/** The memory of what is sent away moves over with it, unless others stand in it too. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

function toldError(thrown: unknown): ToldError {
  const { message, stack, code } = (thrown instanceof Error ? thrown : new Error(String(thrown))) as NodeJS.ErrnoException
  if (!(thrown instanceof VisavisError)) return { code: null, message, hint: undefined, stack, errno: code }
  const cause = thrown.cause instanceof Error ? thrown.cause.stack : undefined
  return { code: thrown.code, message, hint: thrown.hint, stack: cause, errno: undefined }
}
