import { basename } from 'node:path'
import type { Hono, Context as HttpContext } from 'hono'
import { VisavisError } from '../errors.ts'
import { answerersFor } from '../operations/answering/door-answerers.ts'
import type { Context, Format, Input, Operation } from '../operations/asked/operation.ts'
import { publicDownload } from '../operations/reading/public-download.ts'
import { type RememberedAnswer, tagOf, tagOfBody } from './answers.ts'
import { hasAlready } from './coding.ts'
import { answerName } from './file-name.ts'
import { answerIn, formatAsked } from './formats.ts'
import { operationPath, readsOnly } from './operation-path.ts'
import { problemFor } from './problem.ts'
import { progressStream, type RequestProgress } from './progress.ts'
import { checkedInput, queryInput } from './question.ts'
import { notModified, respond, warningHeader } from './respond.ts'
import { withinTime } from './time-limit.ts'
import type { Workbench } from './workbench.ts'

/** The routes of an operation: POST always, GET where it only reads. */
export function addOperationRoutes(app: Hono, operation: Operation, workbench: Workbench): void {
  const path = operationPath(operation)
  if (readsOnly(operation)) app.get(path, (c) => answeredGet(c, operation, workbench))
  app.post(path, (c) => answeredPost(c, operation, workbench))
}

async function answeredGet(c: HttpContext, operation: Operation, workbench: Workbench): Promise<Response> {
  const asked = c.req.query('format')
  const format = formatAsked(operation, asked)
  const input = await checkedInput(operation, queryInput(operation, c.req.queries()), { mayWrite: false, uploads: workbench.uploads })
  const how = { named: asked !== undefined, accepted: c.req.header('accept-encoding') }
  const warnings: string[] = []
  const warn = (text: string): void => void warnings.push(text)
  const work = (asker: AbortSignal): Promise<RememberedAnswer> => answerOf(operation, input, format, workbench, asker, { warn })
  if (!isSettled(operation, input)) {
    const answer = await work(c.req.raw.signal)
    const tag = tagOfBody(answer)
    if (hasAlready(c.req.header('if-none-match'), tag)) return notModified(tag, warningHeader(warnings))
    return respond(answer, { ...fresh(tag), ...warningHeader(warnings) }, how)
  }
  const today = workbench.today()
  const record = await workbench.found.of(input, today)
  const tag = tagOf([workbench.version, basename(record.directory), operation.name, input, format, today])
  // a cached answer may lack the warning about the record as it is now
  const warned = warningHeader(record.unexpected === true ? [`This rests on ${record.why}.`] : [])
  if (hasAlready(c.req.header('if-none-match'), tag)) return notModified(tag, warned)
  const kept = workbench.kept.get(tag)
  const answer = kept ?? (await workbench.underWay.join(tag, c.req.raw.signal, work))
  if (kept === undefined) workbench.kept.keep(tag, answer)
  return respond(answer, { ...fresh(tag), ...warned }, how)
}

/** A browser may cache the answer but must revalidate it each time. */
const fresh = (tag: string): Record<string, string> => ({ etag: tag, 'cache-control': 'private, no-cache' })

/**
 * Whether snapshot, day and inputs fully determine the answer. Not so for a page on the web or the user's saved data, nor for an operation
 * with a snapshot but no day: it compares snapshots or saved assessments.
 */
export function isSettled({ parameters, keeps }: Pick<Operation, 'parameters' | 'keeps'>, input: Input): boolean {
  const fetched = parameters.some(({ name, file }) => file === true && [input[name]].flat().some(isAddress))
  const takes = (name: string): boolean => parameters.some((one) => one.name === name)
  return keeps !== true && !fetched && (takes('asOf') || !takes('snapshot'))
}

const isAddress = (value: unknown): boolean => typeof value === 'string' && /^https?:\/\//i.test(value)

async function answeredPost(c: HttpContext, operation: Operation, workbench: Workbench): Promise<Response> {
  const body = await jsonBody(c)
  const { format: asked, ...raw } = body
  if (asked !== undefined && typeof asked !== 'string') throw new VisavisError('Usage', 'format: must be a text')
  const format = formatAsked(operation, asked)
  const input = await checkedInput(operation, raw, { mayWrite: true, uploads: workbench.uploads })
  const work = (progress: RequestProgress, signal: AbortSignal): Promise<RememberedAnswer> =>
    answerOf(operation, input, format, workbench, signal, progress)
  if (c.req.header('accept')?.includes('text/event-stream'))
    return progressStream(work, c.req.raw.signal, (thrown) => problemFor(workbench, thrown))
  const how = { named: asked !== undefined, accepted: c.req.header('accept-encoding') }
  const warnings: string[] = []
  const answer = await work({ warn: (text) => void warnings.push(text) }, c.req.raw.signal)
  return respond(answer, { 'cache-control': 'no-store', ...warningHeader(warnings) }, how)
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

/** Computes an answer within the time limit. */
async function answerOf(
  operation: Operation,
  input: Input,
  format: Format,
  workbench: Workbench,
  asker: AbortSignal,
  progress: RequestProgress,
): Promise<RememberedAnswer> {
  const { env, limits, stopping } = workbench
  return withinTime({ milliseconds: limits.milliseconds, stopping, asker }, (signal) => {
    const now = new Date().toISOString()
    const context: Context = { env, today: workbench.today(), now, signal, download: publicDownload, ...progress }
    const worked = async (): Promise<RememberedAnswer> => {
      const { body } = await answerersFor(operation).formed(operation, input, context, { format, bytes: true })
      return answerIn(body as Uint8Array, format, answerName(operation, input))
    }
    return operation.quick === true ? worked() : workbench.turns.take(signal, worked)
  })
}
