import type { Server } from 'node:http'
import { type AddressInfo, isIPv6 } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { VisavisError } from '../errors.ts'
import { operations } from '../operations/catalogue.ts'
import { packageFile, packageVersion } from '../operations/package-files.ts'
import { publicDownload } from '../operations/reading/public-download.ts'
import { checkInput } from '../operations/request/input-schema.ts'
import { CurrentRecord, type RecordEvent } from '../operations/storage/current-record.ts'
import { RecordLookup } from '../operations/storage/record-lookup.ts'
import { tryRecord } from '../operations/workers/try-record.ts'
import type { WarmQuestion } from '../operations/workers/worker-pool.ts'
import { warmPools } from '../operations/workers/worker-pools.ts'
import { AnswerCache, type CachedAnswer } from './answer-cache.ts'
import { workbenchApp } from './app.ts'
import { answerAsJson } from './operation-routes.ts'
import { readPages } from './pages/pages.ts'
import type { PublicOptions } from './public/public-options.ts'
import { PublicServer } from './public/public-server.ts'
import type { RequestRecord } from './public/request-log.ts'
import { daysAhead, WorkAhead } from './public/work-ahead.ts'
import { RequestQueue } from './request-queue.ts'
import { defaultLimits, type Limits, publicLimits, type ServerState } from './server-state.ts'
import { SharedWork } from './shared-work.ts'
import { openUploads } from './uploads.ts'

export interface ServeOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Port to listen on; 0 or undefined: any free port. */
  readonly port?: number
  readonly limits?: Partial<Limits>
  /** Address to listen on; loopback if undefined. */
  readonly host?: string
  /** Set if the server is open to the public: read-only, with limits for each client. */
  readonly open?: PublicOptions
  /** Whether a process computes an answer before anybody asks: the first reader then waits a tenth as long. */
  readonly warm?: boolean
  /** Called with every request to a public server and with every change of its record. */
  readonly onEvent?: (event: ServerEvent) => void
  /** Called with each unexpected error; the client is told only that an internal error occurred. */
  readonly onFault?: (thrown: unknown) => void
}

/** What a public server reports. */
export type ServerEvent = RequestRecord | (RecordEvent & { readonly time: string })

/** A listening server. */
export interface RunningServer {
  readonly url: string
  /** Refuses new requests, waits this many milliseconds for those in progress (default 1000), aborts the rest, and closes. */
  stop(milliseconds?: number): Promise<void>
  /** Makes a public server look for a newer snapshot at once; resolves when it is in use or refused. */
  reload(): Promise<void>
}

/** Size of the answer cache in bytes. Compressed bodies take up to a quarter more. */
const cacheBytes = 48 * 2 ** 20
/** Size of the cache of a public server, which keeps answers compressed: over two thousand pairs. */
const publicCacheBytes = 256 * 2 ** 20

/**
 * Serves the workbench, on loopback unless another address is given.
 *
 * @throws VisavisError Usage if the port is taken or not allowed, or an address is none
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const limits = { ...defaultLimits, ...(options.open === undefined ? {} : publicLimits), ...options.limits }
  const [closing, stopping] = [new AbortController(), new AbortController()]
  const uploads = openUploads(limits.file)
  let port = 0
  const env = options.open === undefined ? options.env : withoutReaders(options.env)
  const base = {
    ...{ operations, version: packageVersion(), env, uploads, limits },
    today: () => new Date().toISOString().slice(0, 10),
    cache: new AnswerCache(options.open === undefined ? cacheBytes : publicCacheBytes),
    inProgress: new SharedWork<CachedAnswer>(),
    // two at a time: one request computes while the other waits for the database
    turns: new RequestQueue(2, 2000),
    closing: closing.signal,
    stopping: stopping.signal,
    fault: options.onFault ?? (() => undefined),
  }
  const open = options.open === undefined ? undefined : openToPublic(options.open, base, options.onEvent)
  const workbench = { ...base, open, found: open?.record ?? new RecordLookup(env) }
  const pages = await readPages(packageFile('dist/app'))
  const onRequest = (request: RequestRecord): void => {
    open?.metrics.observe(open.kindOf(request.path), request.status, request.ms / 1000)
    options.onEvent?.(request)
  }
  const app = workbenchApp(workbench, { port: () => port, pages, onRequest })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  // a busy server must not close an idle connection
  server.keepAliveTimeout = limits.milliseconds
  if (open !== undefined) limitConnections(server)
  const host = options.host ?? '127.0.0.1'
  port = await listen(server, options.port ?? 0, host)
  warmPools(options.warm === true ? warmQuestion(base) : undefined)
  const look = (): void => {
    void open?.record.check()
    open?.workAhead(daysAhead(new Date()), closing.signal)
  }
  const looking = open === undefined ? undefined : setInterval(look, options.open?.lookEvery ?? lookEvery).unref()
  void open?.record.check()
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${port}`,
    stop: async (milliseconds = 1000) => {
      closing.abort()
      clearInterval(looking)
      await closeConnections(server, milliseconds, () => stopping.abort())
      await uploads.close()
    },
    reload: async () => open?.record.check(),
  }
}

/** A pair that has something in every domain, so that all is loaded that any pair needs. */
function warmQuestion({ env, today }: Pick<ServerState, 'env' | 'today'>): WarmQuestion {
  const operation = operations.find(({ name }) => name === 'assess')!
  const context = { env, today: today(), now: new Date().toISOString(), download: publicDownload }
  return { operation, input: checkInput(operation, { a: 'CHN', b: 'RUS' }), context }
}

/** Milliseconds between two looks at the store of a public server. */
const lookEvery = 2000

/** What a public server is built from. */
type Base = Omit<ServerState, 'open' | 'found'>

/** Most milliseconds for which a newer record waits until the questions that readers ask again and again are answered from it. */
const aheadOfSwitch = 600_000

function openToPublic(options: PublicOptions, base: Base, onEvent: ServeOptions['onEvent']): PublicServer {
  const { env, closing } = base
  const ahead: WorkAhead = new WorkAhead(options.ahead ?? 0, (question, { record: from, day }, signal) =>
    answerAsJson(question, from, { ...base, open, found: record, today: () => day }, signal, { isAhead: true }),
  )
  const record = new CurrentRecord({
    env,
    prepare: async (found) => {
      await tryRecord(found, env)
      if (record.fault !== undefined) return
      open.pauseAhead()
      await workFor(aheadOfSwitch, (signal) => ahead.work({ record: found, day: base.today() }, signal, 'repeated'))
    },
    onChange: (event) => {
      onEvent?.({ time: new Date().toISOString(), ...event })
      open.workAhead(daysAhead(new Date()), closing, true)
    },
  })
  const open: PublicServer = new PublicServer(options, { operations: base.operations, record, ahead, env })
  return open
}

/** Runs work with a signal that is raised after so many milliseconds. `AbortSignal.timeout` may be collected while it is only waited for. */
async function workFor(milliseconds: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), milliseconds)
  await work(late.signal).finally(() => clearTimeout(timer))
}

/** Removes the models to which a text may be sent: a public server sends nothing anywhere. */
function withoutReaders(env: ServeOptions['env']): ServeOptions['env'] {
  const names = new Set(operations.flatMap(({ parameters }) => parameters.map(({ allowedBy }) => allowedBy)))
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.has(name)))
}

/** Sets limits on slow connections. A proxy closes idle connections first, as it must not send a request to one that is being closed. */
function limitConnections(server: Server): void {
  server.keepAliveTimeout = 75_000
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.maxConnections = 4000
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

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portError(port, host, cause)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function portError(port: number, host: string, cause: NodeJS.ErrnoException): VisavisError {
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND')
    return new VisavisError('Usage', `${host} is no address of this machine`, { hint: 'visavis serve --public --host 0.0.0.0', cause })
  const why = cause.code === 'EADDRINUSE' ? 'is taken' : cause.code === 'EACCES' ? 'is not allowed' : `cannot be had (${cause.message})`
  return new VisavisError('Usage', `port ${port} ${why}`, { hint: 'visavis serve   takes any free one', cause })
}
