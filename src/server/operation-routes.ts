import { basename } from 'node:path'
import type { Hono, Context as HttpContext } from 'hono'
import { VisavisError } from '../errors.ts'
import { publicDownload } from '../operations/reading/public-download.ts'
import type { Context, Format, Input, Operation, ProgressCallbacks } from '../operations/request/operation.ts'
import { poolFor } from '../operations/workers/worker-pools.ts'
import { type CachedAnswer, etagOf, etagOfBody } from './answer-cache.ts'
import { answerFileName } from './answer-file-name.ts'
import { matchesEtag } from './content-encoding.ts'
import { requestedFormat, toCachedAnswer } from './formats.ts'
import { isReadOnly, operationPath } from './operation-path.ts'
import { problemOfError } from './problem.ts'
import { progressStream } from './progress.ts'
import { queryInput, validateInput } from './request-input.ts'
import { notModified, respond, warningHeader } from './respond.ts'
import type { ServerState } from './server-state.ts'
import { withTimeLimit } from './time-limit.ts'

/** Adds the routes of an operation: POST always, GET unless the operation always writes. */
export function addOperationRoutes(app: Hono, operation: Operation, workbench: ServerState): void {
  const path = operationPath(operation)
  if (isReadOnly(operation)) app.get(path, (c) => handleGet(c, operation, workbench))
  app.post(path, (c) => handlePost(c, operation, workbench))
}

async function handleGet(c: HttpContext, operation: Operation, workbench: ServerState): Promise<Response> {
  const asked = c.req.query('format')
  const format = requestedFormat(operation, asked)
  const input = await validateInput(operation, queryInput(operation, c.req.queries()), {
    mayWrite: false,
    uploads: workbench.uploads,
    env: workbench.env,
  })
  const options = { named: asked !== undefined, accepted: c.req.header('accept-encoding') }
  const warnings: string[] = []
  const warn = (text: string): void => void warnings.push(text)
  const work = (client: AbortSignal): Promise<CachedAnswer> => computeAnswer(operation, input, format, workbench, client, { warn })
  if (!isCacheable(operation, input)) {
    const answer = await work(c.req.raw.signal)
    const tag = etagOfBody(answer)
    if (matchesEtag(c.req.header('if-none-match'), tag)) return notModified(tag, warningHeader(warnings))
    return respond(answer, { ...cacheHeaders(tag), ...warningHeader(warnings) }, options)
  }
  const { tag, warned, answer } = await cachedAnswer(operation, input, format, workbench)
  if (matchesEtag(c.req.header('if-none-match'), tag)) return notModified(tag, warned)
  return respond(await answer(c.req.raw.signal, work), { ...cacheHeaders(tag), ...warned }, options)
}

/** An answer that the snapshot, the day and the inputs determine: its tag, warnings about the record, and how to get it. */
interface DeterminedAnswer {
  readonly tag: string
  readonly warned: Record<string, string>
  /** Takes the answer from the cache, joins the request that is computing it, or computes it. */
  readonly answer: (client: AbortSignal, work: (client: AbortSignal) => Promise<CachedAnswer>) => Promise<CachedAnswer>
}

async function cachedAnswer(operation: Operation, input: Input, format: Format, workbench: ServerState): Promise<DeterminedAnswer> {
  const today = workbench.today()
  const record = await workbench.found.of(input, today)
  const tag = etagOf([workbench.version, basename(record.directory), operation.name, input, format, today])
  // the answer may have been cached before the record became unexpected, so the warning is made anew
  const warned = warningHeader(record.unexpected === true ? [`This rests on ${record.why}.`] : [])
  return {
    tag,
    warned,
    answer: async (client, work) => {
      const cached = workbench.cache.get(tag)
      if (cached !== undefined) return cached
      const answer = await workbench.inProgress.join(tag, client, work)
      workbench.cache.set(tag, answer)
      return answer
    },
  }
}

/**
 * Returns the answer of an operation as JSON, the same bytes as GET sends, and shared with requests for them.
 *
 * @throws VisavisError if the inputs are invalid or the operation refuses them
 */
export async function jsonAnswer(
  operation: Operation,
  raw: Record<string, unknown>,
  workbench: ServerState,
  client: AbortSignal,
): Promise<unknown> {
  const input = await validateInput(operation, raw, { mayWrite: false, uploads: workbench.uploads, env: workbench.env })
  const { answer } = await cachedAnswer(operation, input, 'json', workbench)
  const { body } = await answer(client, (signal) => computeAnswer(operation, input, 'json', workbench, signal, { warn: () => undefined }))
  return JSON.parse(new TextDecoder().decode(body))
}

/** A browser may cache the answer but must revalidate it each time. */
const cacheHeaders = (tag: string): Record<string, string> => ({ etag: tag, 'cache-control': 'private, no-cache' })

/**
 * Whether snapshot, day and inputs fully determine the answer. They do not if a page on the web is read, or if the operation uses data that
 * the user has saved: it is marked `keeps`, or takes a snapshot but no day (and so compares snapshots or saved assessments).
 */
export function isCacheable({ parameters, keeps }: Pick<Operation, 'parameters' | 'keeps'>, input: Input): boolean {
  const fetched = parameters.some(({ name, file }) => file === true && [input[name]].flat().some(isAddress))
  const takes = (name: string): boolean => parameters.some((one) => one.name === name)
  return keeps !== true && !fetched && (takes('asOf') || !takes('snapshot'))
}

const isAddress = (value: unknown): boolean => typeof value === 'string' && /^https?:\/\//i.test(value)

async function handlePost(c: HttpContext, operation: Operation, workbench: ServerState): Promise<Response> {
  const body = await jsonBody(c)
  const { format: asked, ...raw } = body
  if (asked !== undefined && typeof asked !== 'string') throw new VisavisError('Usage', 'format: must be a text')
  const format = requestedFormat(operation, asked)
  const input = await validateInput(operation, raw, { mayWrite: true, uploads: workbench.uploads, env: workbench.env })
  const work = (progress: ProgressCallbacks, signal: AbortSignal): Promise<CachedAnswer> =>
    computeAnswer(operation, input, format, workbench, signal, progress)
  if (c.req.header('accept')?.includes('text/event-stream'))
    return progressStream(work, c.req.raw.signal, (thrown) => problemOfError(workbench, thrown))
  const options = { named: asked !== undefined, accepted: c.req.header('accept-encoding') }
  const warnings: string[] = []
  const answer = await work({ warn: (text) => void warnings.push(text) }, c.req.raw.signal)
  return respond(answer, { 'cache-control': 'no-store', ...warningHeader(warnings) }, options)
}

async function jsonBody(c: HttpContext): Promise<Record<string, unknown>> {
  const text = await c.req.text()
  if (text === '') return {}
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? ''))
    throw new VisavisError('Usage', 'the inputs are given as application/json')
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  } catch {
    throw new VisavisError('Usage', 'the body is no JSON')
  }
  throw new VisavisError('Usage', 'the body is a JSON object of inputs by name')
}

/** Computes an answer within the time limit; slow operations wait for their turn. */
async function computeAnswer(
  operation: Operation,
  input: Input,
  format: Format,
  workbench: ServerState,
  client: AbortSignal,
  progress: ProgressCallbacks,
): Promise<CachedAnswer> {
  const { env, limits, stopping } = workbench
  return withTimeLimit({ milliseconds: limits.milliseconds, stopping, client }, (signal) => {
    const now = new Date().toISOString()
    const context: Context = { env, today: workbench.today(), now, signal, download: publicDownload, ...progress }
    const worked = async (): Promise<CachedAnswer> => {
      const { body } = await poolFor(operation).rendered(operation, input, context, { format, bytes: true })
      return toCachedAnswer(body as Uint8Array, format, answerFileName(operation, input))
    }
    return operation.quick === true ? worked() : workbench.turns.take(signal, worked)
  })
}
