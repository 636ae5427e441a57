import type { Hono, Context as HttpContext } from 'hono'
import { VisavisError } from '../errors.ts'
import type { Context, Input, Operation } from '../operations/operation.ts'
import { findRecord } from '../operations/record.ts'
import { type Answer, tagOf } from './answers.ts'
import { formatAsked, inFormat } from './formats.ts'
import { operationPath, readsOnly } from './operation-path.ts'
import { problemOf, problemOfThrown, problemResponse } from './problem.ts'
import { type Progress, progressStream } from './progress.ts'
import { checkedInput, queryInput } from './question.ts'
import type { Workbench } from './workbench.ts'

/** An operation at its path: GET where it only reads, POST always. */
export function addOperationRoutes(app: Hono, operation: Operation, workbench: Workbench): void {
  const path = operationPath(operation)
  if (readsOnly(operation)) app.get(path, (c) => answeredGet(c, operation, workbench))
  app.post(path, (c) => answeredPost(c, operation, workbench))
}

async function answeredGet(c: HttpContext, operation: Operation, workbench: Workbench): Promise<Response> {
  const format = formatAsked(operation, c.req.query('format'))
  const input = await checkedInput(operation, queryInput(operation, c.req.queries()), { mayWrite: false, uploads: workbench.uploads })
  const today = workbench.today()
  const record = await findRecord(input, { env: workbench.env, today })
  const tag = tagOf([workbench.version, record.directory, operation.name, input, format, today])
  if (c.req.header('if-none-match') === tag) return new Response(null, { status: 304, headers: { etag: tag } })
  const kept = workbench.kept.get(tag)
  const answer = kept ?? (await answerOf(operation, input, format, workbench, c.req.raw.signal, {}))
  if (kept === undefined) workbench.kept.keep(tag, answer)
  return respond(answer, { etag: tag, 'cache-control': 'private, no-cache' }, c.req.query('format') !== undefined)
}

async function answeredPost(c: HttpContext, operation: Operation, workbench: Workbench): Promise<Response> {
  const body = await jsonBody(c)
  const { format: asked, ...raw } = body
  const format = formatAsked(operation, asked as string | undefined)
  const input = await checkedInput(operation, raw, { mayWrite: true, uploads: workbench.uploads })
  const work = (progress: Progress, signal: AbortSignal): Promise<Answer> => answerOf(operation, input, format, workbench, signal, progress)
  if (c.req.header('accept')?.includes('text/event-stream')) return progressStream(work, c.req.raw.signal)
  return respond(await work({}, c.req.raw.signal), { 'cache-control': 'no-store' }, asked !== undefined)
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

/** Works an answer out, within the time that a question may take. */
async function answerOf(
  operation: Operation,
  input: Input,
  format: ReturnType<typeof formatAsked>,
  workbench: Workbench,
  asker: AbortSignal,
  progress: Progress,
): Promise<Answer> {
  const late = AbortSignal.timeout(workbench.limits.milliseconds)
  const signal = AbortSignal.any([late, asker, workbench.stopping])
  const { env, records } = workbench
  const now = new Date().toISOString()
  const context: Context = { env, today: workbench.today(), now, signal, records, ...progress }
  const work = await operation.load()
  return Promise.race([
    work.run(input, context).then((result) => inFormat(work, result, format, operation.name.replaceAll(' ', '-'))),
    ended(late, workbench.stopping),
  ])
}

/** Rejects when the time is up, or the server stops: an operation that does not listen must not hold the reader. */
function ended(late: AbortSignal, stopping: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    late.addEventListener('abort', () => reject(new TimeUp('the answer took longer than a question may take')))
    stopping.addEventListener('abort', () => reject(new TimeUp('the server is stopping')))
  })
}

/** Thrown where a question is given up. */
export class TimeUp extends Error {}

function respond({ body, type, filename }: Answer, headers: Record<string, string>, named: boolean): Response {
  const disposition = named && filename !== undefined ? { 'content-disposition': `inline; filename="${filename}"` } : {}
  // a report is a document of its own: it styles itself, and nothing in it may run
  const own = type.startsWith('text/html')
    ? { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" }
    : {}
  return new Response(body.slice(), { headers: { 'content-type': type, ...headers, ...disposition, ...own } })
}

/** What is answered where something was thrown. */
export function thrownResponse(thrown: unknown): Response {
  if (thrown instanceof TimeUp) return problemResponse(problemOf('TimedOut', thrown.message))
  return problemResponse(problemOfThrown(thrown))
}
