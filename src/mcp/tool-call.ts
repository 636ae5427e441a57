import type { CallToolResult, ServerContext } from '@modelcontextprotocol/server'
import { describeError, VisavisError } from '../errors.ts'
import type { Context, Format, OperationImplementation } from '../operations/request/operation.ts'
import { poolFor } from '../operations/workers/worker-pools.ts'
import { citableSources } from './citations.ts'
import { commandsAsTools, toolCallOf } from './commands-as-tools.ts'
import { fencedAnswer, fencedError, finishFences, withNotice } from './fence.ts'
import { progressNotifications } from './progress.ts'
import { renderBrief, renderFenced } from './render-fenced.ts'
import type { McpSession } from './session.ts'
import { answerUri, mediaTypes, type SessionAnswer } from './session-answers.ts'
import { shortAnswer, tableLimit } from './short-answer.ts'
import { structuredAnswer } from './structured-answer.ts'
import { parseToolCall, type ToolCall } from './tool-arguments.ts'
import type { OfferedTool } from './tool-definition.ts'
import { type UntrustedFields, untrustedFields } from './untrusted-fields.ts'

/** A warning quotes what others wrote between “ and ”. */
const quotedText: UntrustedFields = { here: 'quoted', named: new Map() }

/** Most next calls suggested with an answer. */
const maxSuggestions = 3

/** Formats of the whole answer that a short answer links to, besides its own. */
const linkedFormats = ['md', 'json', 'csv'] as const

/** Runs a tool and returns a short answer; the whole answer stays available as a resource until the process ends. */
export async function callTool(offered: OfferedTool, given: unknown, request: ServerContext, session: McpSession): Promise<CallToolResult> {
  try {
    const { operation } = offered
    const question = await parseToolCall(offered, given, session.files)
    const warnings: string[] = []
    const context = contextOf(question, request, session, (text) => warnings.push(String(fencedAnswer(text, quotedText))))
    const work = await operation.load()
    const result = await Promise.race([poolFor(operation).result(operation, question.input, context), rejectOnAbort(context.signal)])
    const kept = session.answers.keep({ operation, ...question, today: context.today }, result, context.now)
    return await shortResult(kept, work, context, session, warnings)
  } catch (thrown) {
    return errorResult(thrown, session)
  }
}

/** Makes the context of an operation for a request. A text sent in place of a file is read as standard input. */
export function contextOf(
  { text }: Pick<ToolCall, 'text'>,
  request: ServerContext,
  { env, today, ending }: McpSession,
  warn: (text: string) => void,
): Context {
  const signals = [request.mcpReq.signal, ...(ending === undefined ? [] : [ending])]
  const stdin = text === undefined ? {} : { stdin: () => bytesOf(text) }
  return {
    env,
    today: today(),
    now: new Date().toISOString(),
    signal: AbortSignal.any(signals),
    warn,
    ...stdin,
    ...progressNotifications(request),
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** Returns a promise that rejects when the request is cancelled, so that a call ends even if the operation ignores its signal. */
function rejectOnAbort(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new VisavisError('Interrupted', 'the question was called off'))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
  })
}

async function shortResult(
  kept: SessionAnswer,
  work: OperationImplementation,
  context: Context,
  session: McpSession,
  warnings: readonly string[],
): Promise<CallToolResult> {
  const { operation, input, result, tag } = kept
  const { form, text } = await bestFormat(work, result)
  const whole = answerUri(tag, form)
  const forms = [form, ...linkedFormats.filter((one) => one !== form && operation.formats.includes(one))]
  const links = forms.map((one) => ({
    type: 'resource_link' as const,
    uri: answerUri(tag, one),
    name: `${tag}.${one}`,
    description: `the whole answer as ${one}`,
    mimeType: mediaTypes[one],
  }))
  const sources = await citableSources(result, input, context)
  const next = suggestedCalls(work, result, session)
  const short = shortAnswer(renderBrief(work, result) ?? text, result, sources, {
    whole,
    warnings,
    brief: work.brief !== undefined,
    next,
  })
  const others = forms.slice(1).map((one) => `.${one}`)
  const where = `The whole answer: ${whole}${others.length === 0 ? '' : ` (or ${others.join(', ')})`}, as a resource or by the tool answer_lines.`
  return {
    content: [{ type: 'text', text: withNotice(finishFences(`${short}\n\n${where}`)) }, ...links],
    structuredContent: structuredAnswer(result, untrustedFields(work.output), answerUri(tag, 'json')),
  }
}

/** Returns the suggested next commands as tool calls. Left out: `cite`, and commands that only change the format or that write to the store. */
function suggestedCalls(work: OperationImplementation, result: unknown, { operations }: McpSession): string[] {
  const offered = (work.next?.(result as never) ?? []).filter(
    (command) => !/ --(format|json|save|keep|pull)\b| -o |^visavis (pull|add|cite)\b/.test(command),
  )
  return offered.flatMap((command) => toolCallOf(operations, command) ?? []).slice(0, maxSuggestions)
}

/**
 * Renders an answer in the format best suited to an assistant. This is Markdown, as an aligned text table spends many characters on spaces.
 * But if the Markdown is only a table, plain text is used if it says more, such as the limits of an indicator or the quirks of a source.
 */
async function bestFormat(work: OperationImplementation, result: unknown): Promise<{ form: Format; text: string }> {
  if (work.show.md === undefined) return { form: 'table', text: String(await renderFenced(work, result, 'table')) }
  const md = String(await renderFenced(work, result, 'md'))
  if (!/^\|[^\n]*(\n\|[^\n]*)*\n?$/.test(md) || work.show.table === undefined) return { form: 'md', text: md }
  const text = String(await renderFenced(work, result, 'table'))
  const more = characterCount(text) / characterCount(md)
  return more > 1.25 || (more > 1 && text.length <= tableLimit) ? { form: 'table', text } : { form: 'md', text: md }
}

function characterCount(text: string): number {
  return text.replaceAll(/[\s|:-]/g, '').length
}

/**
 * Returns an error as a tool result, with the same code and message as on the command line, and its suggested command as a tool call. An
 * unexpected error reveals only that it is internal.
 */
export function errorResult(thrown: unknown, { operations }: Pick<McpSession, 'operations'>): CallToolResult {
  const { code, message, hint: command, candidates } = internalIfUnknown(thrown)
  const hint = command === undefined ? undefined : (toolCallOf(operations, command) ?? commandsAsTools(operations, command))
  const clientError = new VisavisError(
    code,
    fencedError(code, commandsAsTools(operations, message)),
    hint === undefined ? {} : { hint: finishFences(hint) },
  )
  return {
    isError: true,
    content: [{ type: 'text', text: withNotice(describeError(clientError), 'below') }],
    structuredContent: {
      code,
      message: clientError.message,
      ...(clientError.hint === undefined ? {} : { hint: clientError.hint }),
      ...(candidates.length === 0 ? {} : { candidates }),
    },
  }
}

function internalIfUnknown(thrown: unknown): VisavisError {
  if (thrown instanceof VisavisError) return thrown
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOSPC') return new VisavisError('DiskFull', 'no space left on the disk')
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return new VisavisError('CannotWrite', 'the store cannot be written')
  process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`)
  return new VisavisError('Internal', 'a fault of ours: please report it')
}
