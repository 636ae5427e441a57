import { basename } from 'node:path'
import type { Hono, Context as HttpContext } from 'hono'
import { VisavisError } from '../errors.ts'
import { publicDownload } from '../operations/reading/public-download.ts'
import { checkInput } from '../operations/request/input-schema.ts'
import type { Context, Format, Input, Operation, ProgressCallbacks } from '../operations/request/operation.ts'
import type { FoundSnapshot } from '../operations/storage/current-record.ts'
import { aheadPool, poolFor } from '../operations/workers/worker-pools.ts'
import { type CachedAnswer, etagOf, etagOfBody } from './answer-cache.ts'
import { answerFileName } from './answer-file-name.ts'
import { matchesEtag } from './content-encoding.ts'
import { requestedFormat, toCachedAnswer } from './formats.ts'
import { isReadOnly, operationPath } from './operation-path.ts'
import { problemOfError } from './problem.ts'
import { progressStream } from './progress.ts'
import { RequestRefused } from './public/request-refused.ts'
import type { AskedQuestion } from './public/work-ahead.ts'
import { inlineFile, queryInput, validateInput } from './request-input.ts'
import { notModified, packedAnswer, respond, warningHeader } from './respond.ts'
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
    ...{ mayWrite: false, uploads: workbench.uploads, env: workbench.env, isReadOnly: workbench.open !== undefined },
  })
  const options = { named: asked !== undefined, accepted: c.req.header('accept-encoding') }
  const warnings: string[] = []
  const warn = (text: string): void => void warnings.push(text)
  const today = workbench.today()
  // a server of one reader finds the record of an answer that is not cached when it computes it
  const isFound = workbench.open !== undefined || isCacheable(operation, input)
  const record = isFound ? await workbench.found.of(input, today).catch((cause) => refused(cause, input, workbench)) : undefined
  const question: Question = { operation, input, format, record, stdin: undefined }
  const work = (client: AbortSignal): Promise<CachedAnswer> => computeAnswer(question, workbench, client, { warn })
  if (record === undefined || !isCacheable(operation, input)) {
    const answer = await work(c.req.raw.signal)
    const tag = etagOfBody(answer)
    if (matchesEtag(c.req.header('if-none-match'), tag)) return notModified({ ...cacheHeaders(tag, workbench), ...warningHeader(warnings) })
    return respond(answer, { ...cacheHeaders(tag, workbench), ...warningHeader(warnings) }, options)
  }
  const tag = tagOf(question, record, workbench)
  if (format === 'json') workbench.open?.ahead.count({ operation: operation.name, inputs: input })
  // the answer may have been cached before the record became unexpected, so the warning is made anew
  const warned = warningHeader(record.unexpected === true ? [`This rests on ${record.why}.`] : [])
  if (matchesEtag(c.req.header('if-none-match'), tag)) return notModified({ ...cacheHeaders(tag, workbench), ...warned })
  const answer = await keptAnswer(tag, workbench, c.req.raw.signal, work)
  return respond(answer, { ...cacheHeaders(tag, workbench), ...warned }, options)
}

function tagOf({ operation, input, format }: Question, record: FoundSnapshot, { version, today }: ServerState): string {
  return etagOf([version, basename(record.directory), operation.name, input, format, today()])
}

/** Returns the answer with this tag from the cache, or computes and keeps it. A public server keeps it compressed, as it then has room for ten times as many. */
export async function keptAnswer(
  tag: string,
  { cache, inProgress, open }: ServerState,
  client: AbortSignal,
  work: (client: AbortSignal) => Promise<CachedAnswer>,
): Promise<CachedAnswer> {
  const cached = cache.get(tag)
  if (cached !== undefined) return cached
  const answer = await inProgress.join(tag, client, open === undefined ? work : async (signal) => packedAnswer(await work(signal)))
  cache.set(tag, answer)
  return answer
}

/**
 * Answers a question as JSON from the record given, from the cache or for it: for pages that show an answer, and before anybody asks.
 *
 * @param isAhead   whether nobody waits for the answer: it is then made in a process of lower priority, and takes no turn
 */
export async function answerAsJson(
  { operation: name, inputs }: AskedQuestion,
  record: FoundSnapshot,
  workbench: ServerState,
  signal: AbortSignal,
  { isAhead = false }: { readonly isAhead?: boolean } = {},
): Promise<CachedAnswer> {
  const operation = workbench.operations.find((one) => one.name === name)!
  const question: Question = { operation, input: checkInput(operation, inputs), format: 'json', record, stdin: undefined, isAhead }
  return keptAnswer(tagOf(question, record, workbench), workbench, signal, (client) => computeAnswer(question, workbench, client, {}))
}

/** A browser may cache the answer but must revalidate it each time. A proxy in front of a public server may hand it out for some seconds. */
function cacheHeaders(tag: string, { open }: ServerState): Record<string, string> {
  return { etag: tag, 'cache-control': open === undefined ? 'private, no-cache' : 'public, max-age=0, s-maxage=5, must-revalidate' }
}

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
  const { format: asked, ...given } = body
  if (asked !== undefined && typeof asked !== 'string') throw new VisavisError('Usage', 'format: must be a text')
  const format = requestedFormat(operation, asked)
  const { raw, name: inline, bytes: stdin } = inlineFile(operation, given)
  const isPublic = workbench.open !== undefined
  const input = await validateInput(operation, raw, {
    ...{ mayWrite: true, uploads: workbench.uploads, env: workbench.env, isReadOnly: isPublic, inline },
  })
  const record = isPublic
    ? await workbench.found.of(input, workbench.today()).catch((cause) => refused(cause, input, workbench))
    : undefined
  const work = (progress: ProgressCallbacks, signal: AbortSignal): Promise<CachedAnswer> =>
    computeAnswer({ operation, input, format, record, stdin }, workbench, signal, progress)
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

/** A question whose inputs are valid. */
interface Question {
  readonly operation: Operation
  readonly input: Input
  readonly format: Format
  /** The record that the answer rests on, where it is known before. */
  readonly record: Context['record']
  /** The file that is in the request itself. */
  readonly stdin: Uint8Array | undefined
  readonly isAhead?: boolean
}

/** Computes an answer within the time limit; slow operations wait for their turn. */
async function computeAnswer(
  { operation, input, format, record, stdin, isAhead = false }: Question,
  workbench: ServerState,
  client: AbortSignal,
  progress: ProgressCallbacks,
): Promise<CachedAnswer> {
  const { env, limits, stopping, turns, open } = workbench
  const takesTurn = operation.quick !== true && !isAhead
  if (takesTurn && turns.length >= limits.waiting)
    throw new RequestRefused('Busy', 'too many questions wait for an answer', 'try again in a few seconds')
  return withTimeLimit({ milliseconds: limits.milliseconds, stopping, client }, (signal) => {
    const now = new Date().toISOString()
    const kept = open === undefined ? {} : { record, forgetsTexts: true }
    const file = stdin === undefined ? {} : { stdin: () => once(stdin) }
    const context: Context = { env, today: workbench.today(), now, signal, download: publicDownload, ...kept, ...file, ...progress }
    const worked = async (): Promise<CachedAnswer> => {
      const { body } = await (isAhead ? aheadPool : poolFor(operation)).rendered(operation, input, context, { format, bytes: true })
      return toCachedAnswer(body as Uint8Array, format, answerFileName(operation, input))
    }
    return takesTurn ? turns.take(signal, worked) : worked()
  }).catch((cause) => refused(cause, input, workbench))
}

/** Throws what to tell the reader of an error. */
function refused(cause: unknown, input: Input, { open }: ServerState): never {
  throw open === undefined ? cause : open.refusalFor(cause, input)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
