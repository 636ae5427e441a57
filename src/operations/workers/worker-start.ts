import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loaderFlags, moduleBeside } from '../../numeric/threads.ts'
import { openProgressFile, type ProgressFile } from '../request/reading-progress.ts'

/** Whether a worker process keeps records open between requests: in memory, on disk (read at each query), or not at all. */
export type KeptRecords = 'memory' | 'disk' | 'nothing'

/** How a worker process is started. */
export interface WorkerOptions {
  readonly cache: KeptRecords
  /** Most megabytes of its heap, and again of DuckDB; default: as usual. */
  readonly memory?: number | undefined
  /** Whether it has a lower priority. A pool of such processes ends them when there is nothing to do. */
  readonly isBackground?: boolean
}

/** A worker process that has been started; it may still be loading its modules. */
export interface StartedWorker {
  readonly child: ChildProcess
  readonly progressFile: ProgressFile
}

/** Usual limit of the V8 heap of one worker process, in MB. */
export const heapLimit = 2048

const alive = new Set<ChildProcess>()
/** The folder in which the workers of a server keep the rows of a record in the order of their pairs. */
let orders: string | undefined
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
  if (orders !== undefined) rmSync(orders, { recursive: true, force: true })
})

let early: StartedWorker | undefined

/**
 * Starts the worker process of a command before anything else is loaded. Both processes then load their modules at the same time, on two processors, instead of
 * one after the other. The process is used by the first request that keeps no records; if there is none, it ends with this process.
 */
export function startWorkerEarly(): StartedWorker {
  early = start({ cache: 'nothing' })
  return early
}

/** Returns a worker process: the one started early, if it is as the options want it and still runs, or else a new one. */
export function startWorker(options: WorkerOptions): StartedWorker {
  const { cache, memory } = options
  const found = cache === 'nothing' && memory === undefined ? early : undefined
  if (found === undefined) return start(options)
  early = undefined
  if (alive.has(found.child) && found.child.connected) return found
  found.progressFile.close()
  return start(options)
}

function start({ cache, memory, isBackground = false }: WorkerOptions): StartedWorker {
  const progressFile = openProgressFile()
  const module = moduleBeside(import.meta.url, './operation-worker')
  const orders = cache === 'disk' ? ordersFolder() : ''
  const words = [cache, String(process.pid), orders, ...(memory === undefined ? [] : [String(memory)])]
  const child = fork(fileURLToPath(module.url), words, {
    execArgv: [`--max-old-space-size=${memory ?? heapLimit}`, ...engineFlags(), ...loaderFlags(module)],
    serialization: 'advanced',
    // only the parent writes to stdout
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', progressFile.fd],
  })
  if (isBackground) lowerPriority(child)
  alive.add(child)
  // an error that nobody listens for would end this process
  for (const event of ['error', 'exit']) child.on(event, () => alive.delete(child))
  unref(child)
  return { child, progressFile }
}

/** Makes the folder when it is first needed; empty where none can be made. */
function ordersFolder(): string {
  try {
    orders ??= mkdtempSync(join(tmpdir(), 'visavis-pairs-'))
  } catch {
    return ''
  }
  return orders
}

/** Where all processors are busy, a process in the background gets a third of the time of another: more would delay readers, less would never come to an end. */
const backgroundPriority = 5

/** Lets other processes go first. It is done at once, as threads have the priority of the one that starts them; where it is not allowed, all go alike. */
function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, backgroundPriority)
  } catch {
    // a system without priorities
  }
}

/** Lets this process end while the worker is idle. */
export function unref(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  ;(child.stderr as { unref?: () => void } | null)?.unref?.()
}

/**
 * Returns flags of V8 that make reading faster. Regular expressions are compiled to machine code at once: compiling hundreds of them first to
 * bytecode takes a fifth of the time of a command that reads one text. In Node 20 functions are optimised later: by default that happens after a
 * few milliseconds, with too little type feedback, and most of that code is discarded. Later optimisation reads 200 texts a quarter faster.
 */
function engineFlags(): string[] {
  return ['--regexp-tier-up-ticks=0', ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=700000'] : [])]
}
