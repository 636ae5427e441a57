import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { type ResourceLimits, Worker } from 'node:worker_threads'

/**
 * Runs threads until all have ended. If one fails, the others are stopped, since they may be waiting for the failed one.
 *
 * @param here   `import.meta.url` of the caller
 * @param file   path of the thread's module from the caller, without extension: `./bootstrap-worker`; in the built package all such modules are in `chunks`
 * @param data   the data for each thread, one element per thread; shared memory stays shared
 * @param tell   called with each message of a thread
 * @throws the error that ended a thread
 */
export async function runThreads(here: string, file: string, data: readonly unknown[], tell?: (message: unknown) => void): Promise<void> {
  const threads = data.map((workerData) => startThread(here, file, { workerData, resourceLimits: { maxYoungGenerationSizeMb: young } }))
  if (tell !== undefined) for (const thread of threads) thread.on('message', tell)
  try {
    await Promise.all(threads.map((thread) => ended(thread, file)))
  } catch (cause) {
    await Promise.all(threads.map((thread) => thread.terminate()))
    throw cause
  }
}

/**
 * Megabytes for objects that live shortly, in three spaces. With what V8 takes itself, a thread that holds a whole record spends a fifth of its time on moving
 * what one pair needs.
 */
const young = 192

/** The data of a thread and its memory limit; shared memory in the data stays shared. */
export interface ThreadStart {
  readonly workerData: unknown
  readonly resourceLimits?: ResourceLimits
}

/**
 * Starts one thread, for callers that exchange messages with it.
 *
 * @param here   `import.meta.url` of the caller
 * @param file   path of the thread's module from the caller, as in `runThreads`
 */
export function startThread(here: string, file: string, start: ThreadStart): Worker {
  const { url, isTypeScript } = moduleBeside(here, file)
  return isTypeScript ? typeScriptThread(here, url, start) : new Worker(url, start)
}

/**
 * Returns the address of a module that runs in its own thread or process. In the built package the module is in `chunks`. In a checkout it is TypeScript next
 * to its caller, unless the environment variable VISAVIS_CHUNKS names a folder with built modules. The tests set this variable: they start hundreds of
 * threads, and loading TypeScript takes most of a second for each.
 *
 * @param here   `import.meta.url` of the caller
 * @param file   path of the module from the caller, without extension
 * @example moduleBeside('file:///a/dist/operations/index.js', './worker').url.href   // 'file:///a/dist/chunks/worker.js'
 */
export function moduleBeside(here: string, file: string): { readonly url: URL; readonly isTypeScript: boolean } {
  if (!here.endsWith('.ts')) return { url: new URL(`../chunks/${file}.js`, here), isTypeScript: false }
  const built = process.env['VISAVIS_CHUNKS']
  if (built !== undefined) return { url: new URL(`${file}.js`, pathToFileURL(`${built}/`)), isTypeScript: false }
  return { url: new URL(`${file}.ts`, here), isTypeScript: true }
}

/** Returns the flags with which a process of its own can run such a module: in a checkout Node must be told how to load TypeScript. */
export function loaderFlags({ isTypeScript }: Pick<ReturnType<typeof moduleBeside>, 'isTypeScript'>): string[] {
  return isTypeScript ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []
}

function ended(thread: Worker, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the thread ${file} ended with code ${code}`))))
  })
}

// Starts a thread from TypeScript, which only a checkout does. A new thread does not inherit the loader of TypeScript (vitest has none to inherit), so the
// thread loads it itself.
function typeScriptThread(here: string, url: URL, given: ThreadStart): Worker {
  const home = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const loader = new URL('./dist/esm/api/index.mjs', home).href
  const start = `import(${JSON.stringify(loader)}).then((tsx) => tsx.tsImport(${JSON.stringify(url.href)}, ${JSON.stringify(here)}))`
  return new Worker(start, { eval: true, execArgv: [], ...given })
}
