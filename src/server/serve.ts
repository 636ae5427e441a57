import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { VisavisError } from '../errors.ts'
import { operations } from '../operations/catalogue.ts'
import { packageFile, packageVersion } from '../operations/package-files.ts'
import { RecordLookup } from '../operations/storage/record-lookup.ts'
import { warmPools } from '../operations/workers/worker-pools.ts'
import { AnswerCache, type CachedAnswer } from './answer-cache.ts'
import { workbenchApp } from './app.ts'
import { readPages } from './pages.ts'
import { RequestQueue } from './request-queue.ts'
import { defaultLimits, type Limits } from './server-state.ts'
import { SharedWork } from './shared-work.ts'
import { openUploads } from './uploads.ts'

export interface ServeOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Port to listen on; 0 or undefined: any free port. */
  readonly port?: number
  readonly limits?: Partial<Limits>
  /** Called with each unexpected error; the client is told only that an internal error occurred. */
  readonly onFault?: (thrown: unknown) => void
}

/** A listening server. */
export interface RunningServer {
  readonly url: string
  /** Refuses new requests, waits this many milliseconds for those in progress (default 1000), aborts the rest, and closes. */
  stop(milliseconds?: number): Promise<void>
}

/** Size of the answer cache in bytes. Compressed bodies take up to a quarter more. */
const cacheBytes = 48 * 2 ** 20

/**
 * Serves the workbench on loopback.
 *
 * @throws VisavisError Usage if the port is taken or not allowed
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const limits = { ...defaultLimits, ...options.limits }
  const [closing, stopping] = [new AbortController(), new AbortController()]
  const uploads = openUploads(limits.file)
  let port = 0
  const workbench = {
    ...{ operations, version: packageVersion(), env: options.env, uploads, limits },
    today: () => new Date().toISOString().slice(0, 10),
    found: new RecordLookup(options.env),
    cache: new AnswerCache(cacheBytes),
    inProgress: new SharedWork<CachedAnswer>(),
    // two at a time: one request computes while the other waits for the database
    turns: new RequestQueue(2, 2000),
    closing: closing.signal,
    stopping: stopping.signal,
    fault: options.onFault ?? (() => undefined),
  }
  const pages = await readPages(packageFile('dist/app'))
  const app = workbenchApp(workbench, { port: () => port, pages })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  // a busy server must not close an idle connection
  server.keepAliveTimeout = limits.milliseconds
  port = await listen(server, options.port ?? 0)
  warmPools()
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async (milliseconds = 1000) => {
      closing.abort()
      await closeConnections(server, milliseconds, () => stopping.abort())
      await uploads.close()
    },
  }
}

/** Closes all connections: idle ones at once, busy ones after their answer. After this many milliseconds busy ones are aborted. */
async function closeConnections(server: Server, milliseconds: number, giveUp: () => void): Promise<void> {
  const sweeping = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => {
    giveUp()
    // leave time for the error response to be sent
    setTimeout(() => server.closeAllConnections(), 100).unref()
  }, milliseconds)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(late)
  clearInterval(sweeping)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portError(port, cause)))
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function portError(port: number, cause: NodeJS.ErrnoException): VisavisError {
  const why = cause.code === 'EADDRINUSE' ? 'is taken' : cause.code === 'EACCES' ? 'is not allowed' : `cannot be had (${cause.message})`
  return new VisavisError('Usage', `port ${port} ${why}`, { hint: 'visavis serve   takes any free one', cause })
}
