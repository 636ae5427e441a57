import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { setImmediate as turn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type BootstrapOptions, bootstrapJob, type DyadIntervals, intervalsOf } from './bootstrap.ts'
import { type SharedJob, takeChunk } from './bootstrap-chunks.ts'
import type { Votes } from './votes.ts'

export interface ThreadedBootstrapOptions extends BootstrapOptions {
  /** Threads in all, this one included; default: as many as the machine runs at once. */
  readonly threads?: number
}

/**
 * `bootstrapDyads` on several threads: the same answer, bit for bit. This thread takes part, but hands control back between pieces of work.
 *
 * @param votes     positions, row-major by roll call
 * @param options   as for `bootstrapDyads`, and threads
 */
export async function bootstrapDyadsThreaded(votes: Votes, options: ThreadedBootstrapOptions = {}): Promise<DyadIntervals> {
  const { threads = availableParallelism(), ...rest } = options
  const job = bootstrapJob(votes, rest)
  const shared: SharedJob = { plan: job.plan, room: job.room, taken: new Int32Array(new SharedArrayBuffer(4)) }
  const helpers = Array.from({ length: Math.max(0, threads - 1) }, () => startWorker(shared))
  while (takeChunk(shared)) await turn()
  await Promise.all(helpers)
  return intervalsOf(job)
}

/** Starts one more thread on a job; resolves when it has found nothing left to take. */
export function startWorker(workerData: SharedJob): Promise<void> {
  const worker = import.meta.url.endsWith('.ts')
    ? typeScriptWorker(workerData)
    : new Worker(besides('./bootstrap-worker.js'), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`bootstrap thread ended with code ${code}`))))
  })
}

// Only a checkout runs from TypeScript. A new thread does not inherit the loader there (and under vitest there is none to inherit), so it brings its own.
function typeScriptWorker(workerData: SharedJob): Worker {
  const home = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const loader = new URL('./dist/esm/api/index.mjs', home).href
  const file = besides('./bootstrap-worker.ts').href
  const start = `import(${JSON.stringify(loader)}).then((tsx) => tsx.tsImport(${JSON.stringify(file)}, ${JSON.stringify(import.meta.url)}))`
  return new Worker(start, { eval: true, execArgv: [], workerData })
}

function besides(name: string): URL {
  return new URL(name, import.meta.url)
}
