import { setImmediate as turn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { runThreads } from './threads.ts'

/** Works on the items from `from` to before `to`, and returns what became of them. */
export type ChunkRunner<Piece> = (from: number, to: number) => Piece | Promise<Piece>

/** Items that several threads take in chunks. */
interface Turns {
  readonly items: number
  readonly size: number
  /** Number of items already taken; in memory that all threads share. */
  readonly taken: Int32Array
}

interface ChunkThread {
  readonly job: unknown
  readonly turns: Turns
}

/** What became of one chunk. */
interface DoneChunk<Piece> {
  readonly from: number
  readonly to: number
  readonly piece: Piece
}

/** How chunks are run; none of this changes the pieces. */
export interface ChunkOptions<Piece> {
  readonly items: number
  /** Items of a chunk. */
  readonly size: number
  /** With 1, this thread does everything. */
  readonly threads: number
  /** Makes ready what works on chunks in this thread. It is not called if other threads do everything. */
  readonly own: () => ChunkRunner<Piece> | Promise<ChunkRunner<Piece>>
  /** Whether this thread is one of several, and works between its other duties. */
  readonly takesPart?: boolean
  /** Called with each piece as it comes, in any order, and the number of items done. It may throw to stop. */
  readonly onPiece?: (piece: Piece, done: number) => void
  /** Once it is aborted, no more chunks are taken, and the pieces so far are returned. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Shares numbered items among threads, which take them chunk by chunk until none is left. As a piece depends on its chunk alone, the result does not depend on
 * the number of threads or on who takes what.
 *
 * @param here   `import.meta.url` of the caller
 * @param file   path of the threads' module from the caller, as in `runThreads`; the module calls `answerChunks`
 * @param job    what each thread is given; shared memory stays shared
 * @returns the pieces in the order of the items
 * @throws what a runner or `onPiece` throws
 */
export async function runChunks<Piece>(here: string, file: string, job: unknown, options: ChunkOptions<Piece>): Promise<Piece[]> {
  const { items, size, threads, own, takesPart = false, onPiece, signal } = options
  const turns: Turns = { items, size, taken: new Int32Array(new SharedArrayBuffer(4)) }
  const chunks: DoneChunk<Piece>[] = []
  let done = 0
  let failure: { readonly cause: unknown } | undefined
  const stop = (): void => void Atomics.store(turns.taken, 0, items)
  const take = (chunk: DoneChunk<Piece>): void => {
    if (failure !== undefined) return
    chunks.push(chunk)
    done += chunk.to - chunk.from
    try {
      onPiece?.(chunk.piece, done)
    } catch (cause) {
      failure = { cause }
      stop()
    }
  }
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop)
  const works = threads <= 1 || takesPart
  const others = threads <= 1 ? 0 : threads - Number(takesPart)
  const data: ChunkThread = { job, turns }
  try {
    await Promise.all([
      runThreads(here, file, new Array(others).fill(data), (message) => take(message as DoneChunk<Piece>)),
      ...(works ? [takeChunks(turns, own, take)] : []),
    ])
  } catch (cause) {
    stop()
    throw cause
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  if (failure !== undefined) throw failure.cause
  return chunks.sort((x, y) => x.from - y.from).map(({ piece }) => piece)
}

/**
 * Makes this thread one that works on chunks for `runChunks`, until none is left.
 *
 * @param begin      makes ready what works on chunks
 * @param transfer   memory of a piece that is handed over and not copied
 */
export async function answerChunks<Job, Piece>(
  begin: (job: Job) => ChunkRunner<Piece> | Promise<ChunkRunner<Piece>>,
  transfer: (piece: Piece) => ArrayBuffer[] = () => [],
): Promise<void> {
  const { job, turns } = workerData as ChunkThread
  await takeChunks(
    turns,
    () => begin(job as Job),
    (chunk) => parentPort!.postMessage(chunk, transfer(chunk.piece)),
  )
}

async function takeChunks<Piece>(
  { items, size, taken }: Turns,
  begin: () => ChunkRunner<Piece> | Promise<ChunkRunner<Piece>>,
  tell: (chunk: DoneChunk<Piece>) => void,
): Promise<void> {
  const run = await begin()
  for (;;) {
    const from = Atomics.add(taken, 0, size)
    if (from >= items) return
    const to = Math.min(items, from + size)
    tell({ from, to, piece: await run(from, to) })
    // lets messages, such as a cancellation, come in between
    await turn()
  }
}
