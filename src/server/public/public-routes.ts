import type { HttpBindings } from '@hono/node-server'
import type { Hono, MiddlewareHandler } from 'hono'
import { memoryOfPools } from '../../operations/workers/worker-pools.ts'
import { isReadOnly, operationPath } from '../operation-path.ts'
import { problemOf, problemResponse } from '../problem.ts'
import type { ServerState } from '../server-state.ts'
import { clientNetwork } from './client-address.ts'
import { openMetricsType } from './openmetrics.ts'
import type { PublicServer } from './public-server.ts'
import { addRecordRoutes } from './record-routes.ts'

const isLimited = (path: string): boolean => ['/api/', '/picture/', '/dyad/'].some((start) => path.startsWith(start))

/** Refuses questions of a client that asks too much. Assets and pages come from memory and are not counted, except a page of a pair, which has a sentence of its answer. */
export function rateLimited(server: PublicServer): MiddlewareHandler {
  return async (c, next) => {
    if (!isLimited(c.req.path)) return next()
    const { incoming, outgoing } = c.env as HttpBindings
    const { address } = server.clientOf(incoming.socket.remoteAddress ?? '', c.req.header('x-forwarded-for'))
    const client = clientNetwork(address)
    const wait = server.rate.take(client)
    if (wait === 0) {
      outgoing.once('close', () => server.rate.done(client))
      return next()
    }
    server.limited++
    const refused = problemResponse(problemOf('TooManyRequests', 'too many questions from this address', `wait ${wait} s`))
    refused.headers.set('retry-after', String(wait))
    return refused
  }
}

/** Adds what an operator asks (`/healthz`, `/metrics`), and refuses what would write. */
export function addPublicRoutes(app: Hono, workbench: ServerState, server: PublicServer): void {
  app.get('/healthz', async () => healthOf(workbench, server))
  app.get('/metrics', (c) => {
    const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => c.req.header(name) !== undefined)
    const isLocal = /^(::ffff:)?127\.|^::1$/.test((c.env as HttpBindings).incoming.socket.remoteAddress ?? '') && !isForwarded
    if (!isLocal && !server.publicMetrics) return problemResponse(problemOf('NotFound', 'there is nothing at /metrics'))
    return metricsOf(workbench, server)
  })
  addRecordRoutes(app, server)
  app.use(rateLimited(server))
  const refusal = (): Response =>
    problemResponse(problemOf('ReadOnly', 'this server is read-only: it stores nothing', 'run visavis serve on your own machine'))
  app.all('/api/v1/files', refusal)
  for (const operation of workbench.operations.filter(writesStore)) app.all(operationPath(operation), refusal)
}

/** Whether an operation writes to the store of the server, so that the public may not ask it. */
export function writesStore(operation: ServerState['operations'][number]): boolean {
  return !isReadOnly(operation) || operation.keeps === true
}

async function healthOf(workbench: ServerState, { record }: PublicServer): Promise<Response> {
  const { version } = workbench
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  const failed = (why: string): Response => new Response(JSON.stringify({ status: 'unavailable', version, why }), { status: 503, headers })
  if (workbench.closing.aborted) return failed('the server is stopping')
  if (record.fault !== undefined) return failed(record.isStarting ? 'the server is not ready yet' : 'the record is not available')
  return new Response(JSON.stringify({ status: 'ok', version, snapshot: record.id }), { headers })
}

function metricsOf(workbench: ServerState, server: PublicServer): Response {
  const { record, metrics, rate, limited } = server
  const { cache, turns, version } = workbench
  const gauge = (name: string, help: string, value: number) => ({ name, help, value })
  const counter = (name: string, help: string, value: number) => ({ name, help, value, type: 'counter' as const })
  const text = metrics.text({ version, snapshot: record.id ?? '' }, [
    gauge('visavis_ready', '1 if there is a record to answer from', record.fault === undefined ? 1 : 0),
    counter('visavis_record_switches', 'how often another snapshot came into use', record.switches),
    gauge('visavis_questions_running', 'questions being computed', turns.running),
    gauge('visavis_queue_length', 'questions that wait for their turn', turns.length),
    counter('visavis_cache_hits', 'answers returned from memory', cache.hits),
    counter('visavis_cache_misses', 'answers that had to be computed', cache.misses),
    { ...gauge('visavis_cache_size_bytes', 'answers kept in memory', cache.bytes), unit: 'bytes' },
    counter('visavis_requests_limited', 'requests refused by the rate limit', limited),
    gauge('visavis_record_downloads', 'parts of records being sent', server.downloads.running),
    gauge('visavis_clients', 'clients with questions in the last moments', rate.clients),
    {
      ...gauge('visavis_workers_memory_bytes', 'memory of the processes that compute, after their last answers', memoryOfPools()),
      unit: 'bytes',
    },
    { ...gauge('process_resident_memory_bytes', 'memory of the server itself', process.memoryUsage.rss()), unit: 'bytes' },
    { ...counter('process_cpu_seconds', 'processor time of the server itself', cpuSeconds()), unit: 'seconds' },
    {
      ...gauge('process_start_time_seconds', 'when the server started, in Unix time', Date.now() / 1000 - process.uptime()),
      unit: 'seconds',
    },
  ])
  return new Response(text, { headers: { 'content-type': openMetricsType, 'cache-control': 'no-store' } })
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
