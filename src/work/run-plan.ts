import { VisavisError } from '../errors.ts'
import { cellCount } from './plan.ts'
import { ResultFolder } from './result-folder.ts'
import type { FinishedPart, ResultSummary, WorkKind } from './work-kind.ts'

/** What an executor is given besides the cells. */
export interface Execution {
  readonly folder: ResultFolder
  /** Numbers of the cells to run, in order. */
  readonly missing: readonly number[]
  readonly signal: AbortSignal
  /** Called whenever the number of finished cells has changed. */
  readonly onDone: (done: number) => void
  /** Tells people something, such as that no worker takes the cells. */
  readonly tell: (text: string) => void
}

/** Runs cells somewhere until each has its part in the folder or is parked there as failed. It throws only if it cannot go on. */
export type Executor = (execution: Execution) => Promise<void>

/** The result of a plan. */
export interface PlanResult {
  readonly file: string
  readonly sha256: string
  readonly summary: ResultSummary
}

/** How a plan is run; none of these options changes the result. */
export interface RunOptions {
  readonly executor: Executor
  readonly signal: AbortSignal
  readonly onCount?: ((what: string, done: number, total: number) => void) | undefined
  readonly tell: (text: string) => void
}

/**
 * Runs what is missing of a plan and joins the parts. What was done before is kept, whoever did it and wherever.
 *
 * @throws VisavisError BadInput if cells failed, with their errors; Interrupted if the signal is aborted; what the executor throws
 */
export async function runPlan(planFile: string, path: string, kind: WorkKind, options: RunOptions): Promise<PlanResult> {
  const { executor, signal, onCount, tell } = options
  const folder = await ResultFolder.create(path, planFile)
  const total = cellCount(folder.plan)
  await folder.unpark()
  const missing = await folder.missing()
  if (missing.length < total) tell(`${total - missing.length} of ${total} cells were done before`)
  if (missing.length > 0)
    await executor({ folder, missing, signal, tell, onDone: (done) => onCount?.('cells', total - missing.length + done, total) })
  if (signal.aborted) throw interrupted(await folder.missing(), total)
  const failed = await folder.failed()
  if (failed.length > 0) throw someFailed(failed, total)
  const notes: unknown[] = []
  async function* noting(): AsyncGenerator<FinishedPart> {
    for await (const part of folder.parts()) {
      if (part.notes !== undefined) notes.push(part.notes)
      yield part
    }
  }
  const { file, sha256 } = await folder.writeResult(kind.ending(folder.plan), kind.join(folder.plan, noting()))
  return { file, sha256, summary: kind.summary?.(notes) ?? { lines: [], isWhole: true } }
}

function interrupted(missing: readonly number[], total: number): VisavisError {
  return new VisavisError('Interrupted', `stopped with ${total - missing.length} of ${total} cells done, which are kept`, {
    hint: 'run the plan again to go on',
  })
}

function someFailed(failed: Awaited<ReturnType<ResultFolder['failed']>>, total: number): VisavisError {
  const shown = failed.slice(0, 5).map(({ from, to, message, tries }) => `items ${from + 1} to ${to}, tried ${tries} times: ${message}`)
  const more = failed.length > shown.length ? `\n  and ${failed.length - shown.length} more` : ''
  return new VisavisError('BadInput', `${failed.length} of ${total} cells failed; the others are kept\n  ${shown.join('\n  ')}${more}`, {
    hint: 'mend what is wrong, then run the plan again: only these cells are tried anew',
  })
}
