import { Worker } from 'node:worker_threads'
import { VisavisError } from '../../errors.ts'
import { tellOfMemory } from '../../memory/talk.ts'
import { operations } from '../catalogue.ts'
import { publicDownload } from '../reading/public-download.ts'
import type { Context, Operation } from '../request/operation.ts'
import { ProgressWriter, watchedPace } from '../request/reading-progress.ts'
import { openRecordCache } from '../request/record-cache.ts'
import type { MessageFromWorker, MessageToWorker, SerializedError, WorkerRequest } from '../request/worker-messages.ts'
import { batchReadOperation } from './batch-read.ts'
import { companionsOf, renderAnswer } from './render-answer.ts'

// Entry point of the child process that worker-process.ts starts. It answers one request at a time and may be killed at any moment.
const cache = process.argv[2] as 'memory' | 'disk' | 'nothing'
/** Id of the parent process. It is passed as an argument, as `process.ppid` changes if the parent has already ended. */
const parentId = Number(process.argv[3])
/** The folder of the server for rows in the order of their pairs; empty for other pools. */
const orders = process.argv[4] || undefined
/** Most megabytes of DuckDB. */
const memory = process.argv[5] === undefined ? undefined : Number(process.argv[5])
const records = cache === 'nothing' ? undefined : openRecordCache(cache, 2, { memory, orders })
/** Writes to the shared progress file, which is file descriptor 4 (see reading-progress.ts). */
const progressWriter = new ProgressWriter(4)
let stopping = new AbortController()
let resume = (): void => undefined

process.on('message', (message: MessageToWorker) => {
  if ('ask' in message) void handleRequest(message.ask)
  else if ('more' in message) resume()
  else stopping.abort()
})
// Ctrl-C reaches parent and child alike; the parent decides what happens to the request
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())

const send = (message: MessageFromWorker): void => void process.send?.(message)

tellOfMemory(
  (text) => send({ kind: 'warn', text }),
  (what, done, total) => send({ kind: 'count', what, done, total }),
)

/** Starts a thread that kills this process when the parent has ended, as a busy event loop does not notice the end of the parent. */
function exitWithParent(): void {
  const look = `setInterval(() => { if (process.ppid !== ${parentId}) process.kill(process.pid, 'SIGKILL') }, 500)`
  watcher ??= new Worker(look, { eval: true, execArgv: [] })
  watcher.unref()
}
let watcher: Worker | undefined

async function handleRequest(request: WorkerRequest): Promise<void> {
  stopping = new AbortController()
  exitWithParent()
  const heartbeat = setInterval(() => progressWriter.heartbeat(), 100)
  try {
    await sendAnswer(request)
  } catch (thrown) {
    send({ kind: 'failed', error: serializedError(thrown) })
  } finally {
    clearInterval(heartbeat)
    progressWriter.stop()
    send({ kind: 'free', memory: process.memoryUsage.rss() })
  }
}

async function sendAnswer(request: WorkerRequest): Promise<void> {
  const work = await (await operationOf(request)).load()
  const result = await work.run(request.input, contextOf(request))
  const outcome = {
    met: work.met?.(result as never) === true,
    lacks: work.lacks?.(result as never) === true,
    next: work.next?.(result as never) ?? [],
  }
  if (request.options === null) return send({ kind: 'answer', answer: result, comes: 'whole', ...outcome, beside: [] })
  const beside = companionsOf(work, result, request.options)
  for (const text of work.notes?.(result as never, request.options.format) ?? []) send({ kind: 'warn', text })
  const body = await renderAnswer(work, result, request.options)
  if (typeof body === 'string' || body instanceof Uint8Array) {
    for (let at = 0; at < body.length; at += chunkSize) send({ kind: 'part', part: body.slice(at, at + chunkSize) })
    return send({ kind: 'answer', answer: null, comes: typeof body === 'string' ? 'as text' : 'as bytes', ...outcome, beside })
  }
  send({ kind: 'answer', answer: null, comes: 'in pieces', ...outcome, beside })
  for (const piece of inChunks(body)) {
    const taken = new Promise<void>((resolve) => (resume = resolve))
    send({ kind: 'piece', piece })
    await taken
    stopping.signal.throwIfAborted()
  }
}

async function operationOf({ operation: name, from }: WorkerRequest): Promise<Operation> {
  const own = [...operations, batchReadOperation]
  const all = from === undefined ? own : ((await import(from)) as { operations: readonly Operation[] }).operations
  return all.find((one) => one.name === name)!
}

function contextOf(request: WorkerRequest): Context {
  const { env, today, now, stdin, record, forgetsTexts } = request
  const pace = watchedPace(request.reading, progressWriter)
  return {
    ...{ env, today, now, signal: stopping.signal, pace, record, forgetsTexts },
    ...(records === undefined ? {} : { records }),
    ...(request.publicOnly ? { download: publicDownload } : {}),
    ...(stdin === null ? {} : { stdin: () => singleChunk(stdin) }),
    warn: (text, of) => send({ kind: 'warn', text, of }),
    onCount: (what, done, total) => send({ kind: 'count', what, done, total }),
    onProgress: (progress) => send({ kind: 'progress', progress }),
  }
}

async function* singleChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Size of the parts and pieces in which an answer is sent, in characters (text) or bytes (binary). */
const chunkSize = 2 ** 18

function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let buffer = ''
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (buffer !== '') yield buffer
      buffer = ''
      yield piece
      continue
    }
    buffer += piece
    if (buffer.length < chunkSize) continue
    yield buffer
    buffer = ''
  }
  if (buffer !== '') yield buffer
}

function serializedError(thrown: unknown): SerializedError {
  const { message, stack, code } = (thrown instanceof Error ? thrown : new Error(String(thrown))) as NodeJS.ErrnoException
  if (!(thrown instanceof VisavisError)) return { code: null, message, hint: undefined, candidates: [], stack, errno: code }
  const cause = thrown.cause instanceof Error ? thrown.cause.stack : undefined
  return { code: thrown.code, message, hint: thrown.hint, candidates: thrown.candidates, stack: cause, errno: undefined }
}
