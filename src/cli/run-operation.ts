import { basename } from 'node:path'
import { VisavisError } from '../errors.ts'
import type { Format, Input, Operation } from '../operations/request/operation.ts'
import { commandBody } from '../operations/workers/render-answer.ts'
import { commandPool } from '../operations/workers/worker-pools.ts'
import { printableText } from '../reports/text/printable.ts'
import type { ProcessContext } from './process-context.ts'
import { progressLine } from './progress-line.ts'
import type { WritableAnswer } from './write-answer-file.ts'

/** Command-line options that every operation has. */
export interface OutputOptions {
  readonly format: Format
  readonly json?: boolean
  readonly full?: boolean
  readonly output?: string
  readonly quiet?: boolean
}

/**
 * Runs an operation and writes its answer in the requested format; suggested next commands go to stderr.
 *
 * @returns   the exit code: 4 if a condition of `watch` or `read --fail-on` is met, 3 if nothing could be answered, else 0
 */
export async function runOperation(
  operation: Operation,
  raw: Record<string, unknown>,
  flags: OutputOptions,
  processContext: ProcessContext,
): Promise<0 | 3 | 4> {
  const asked = flags.json ? 'json' : flags.full ? 'full' : flags.format
  const { checkInput } = await import('../operations/request/input-schema.ts')
  const known = new Set(operation.parameters.map((parameter) => parameter.name))
  const input = checkInput(operation, Object.fromEntries(Object.entries(raw).filter(([name]) => known.has(name))))
  const { format, output } = await targetOf(operation, asked, flags.output, processContext)
  const now = new Date().toISOString()
  const { env, stdin, signal, stderr } = processContext
  const progress = progressLine(stderr, flags.quiet === true)
  // even with --quiet a script must learn that its figures come from an unexpected record
  const warn = (text: string, of?: 'record'): void => {
    if (flags.quiet !== true || of === 'record') stderr.write(`${printableText(text)}\n`)
  }
  const context = { env, today: now.slice(0, 10), now, stdin, signal, warn, onProgress: progress.onProgress, onCount: progress.onCount }
  const options = { format, indent: 2, ...(output === undefined ? shownOn(processContext) : { file: basename(output) }) }
  const { body, met, lacks, next, beside } = await commandPool.rendered(operation, input as Input, context, options).finally(progress.clear)
  await writeAnswer(commandBody(body), output, processContext)
  if (output !== undefined && output !== '-' && beside.length > 0)
    await (await import('./data-set-target.ts')).writeCompanions(output, beside)
  if (flags.quiet !== true && next.length > 0) stderr.write(`\nNext:\n${next.map((line) => `  ${line}\n`).join('')}`)
  return met ? 4 : lacks ? 3 : 0
}

/** The columns of the terminal that the answer is shown on; none for a pipe, whose reader may be of any width. */
function shownOn({ stdout: { isTTY, columns } }: ProcessContext): { columns?: number } {
  return isTTY === true && columns !== undefined && columns > 0 ? { columns } : {}
}

/** Binary formats, which are useless on a terminal; of these only data sets may go to a pipe. */
const binaryFormats: ReadonlySet<Format> = new Set<Format>(['zip', 'parquet', 'dta'])

async function targetOf(
  operation: Operation,
  asked: Format,
  output: string | undefined,
  { stdout }: ProcessContext,
): Promise<{ readonly format: Format; readonly output: string | undefined }> {
  const isPiped = asked !== 'zip' && stdout.isTTY !== true
  if (binaryFormats.has(asked) && output === undefined && !isPiped)
    throw new VisavisError('Usage', `${asked === 'zip' ? 'a zip' : `the format ${asked}`} needs a file to go to`, {
      hint: `visavis ${operation.name} … --format ${asked} -o FILE.${asked}`,
    })
  if (operation.dataSet !== true) return { format: asked, output }
  return (await import('./data-set-target.ts')).dataSetTarget(operation, asked, output)
}

/** Writes an answer: to a file, which is replaced only once it is complete, or to stdout if no file or `-` is given. */
export async function writeAnswer(
  text: WritableAnswer,
  file: string | undefined,
  { stdout }: Pick<ProcessContext, 'stdout'>,
): Promise<void> {
  if (file === undefined || file === '-') {
    if (typeof text === 'string' || text instanceof Uint8Array) stdout.write(text)
    else for await (const piece of text) if (stdout.write(piece) === false) await untilDrained(stdout)
    return
  }
  const { writeAnswerFile } = await import('./write-answer-file.ts')
  await writeAnswerFile(file, text)
}

/** Waits until the reader of stdout has caught up (backpressure). */
function untilDrained(stdout: ProcessContext['stdout']): Promise<unknown> {
  return new Promise((resolve) => stdout.once?.('drain', resolve as () => void) ?? resolve(undefined))
}
