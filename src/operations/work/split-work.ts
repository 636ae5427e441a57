import type { CellRange, Plan } from '../../work/plan.ts'
import type { Context, Format, Input, Operation } from '../request/operation.ts'
import { commandBody, renderAnswer } from '../workers/render-answer.ts'
import { checkFiles, type PlanFiles, pinFiles } from './plan-files.ts'
import { planFormat } from './plan-format.ts'
import { cellRecords, type PlannableWork, planContext } from './plannable.ts'

/** An operation whose long part is many items, none of which depends on another. */
export interface SplitOperation {
  readonly operation: Operation
  /** Items of a cell unless the user says otherwise. */
  readonly cell: number
  /** Formats of the result; the first unless the user says otherwise. */
  readonly formats: readonly Format[]
  /** Replaces inputs that only this machine has, such as standard input. */
  readonly resolve?: (input: Input, context: Context) => Promise<Input>
  /**
   * Makes ready what all items need. It gives the same on any machine.
   *
   * @throws VisavisError as the operation for a wrong input
   */
  open(input: Input, context: Context): Promise<OpenSplit>
}

export interface OpenSplit {
  readonly items: number
  /** Works on the items of a cell. */
  run(cell: CellRange): Uint8Array | Promise<Uint8Array>
  /** Makes the answer of the operation from the parts of all cells, in order. */
  answer(parts: readonly CellPart[]): unknown
}

/** The bytes of a cell. */
export interface CellPart {
  readonly cell: CellRange
  readonly part: Uint8Array
}

interface SplitInput {
  readonly question: Input
  readonly format: Format
  readonly files: PlanFiles
}

/** Makes plans of an operation that can be split. The joined result has the bytes of the operation's own command. */
export function splitWork(split: SplitOperation): PlannableWork {
  const { operation, cell, formats } = split
  const opened = async (plan: Plan, context: Context): Promise<OpenSplit> => {
    const { question, files } = plan.input as unknown as SplitInput
    await checkFiles(question, files)
    return split.open(question, context)
  }
  return {
    ...{ operation: operation.name, cell },
    plan: async ({ format, ...given }, context) => {
      const chosen = planFormat(operation.name, format, formats)
      const { input, files } = await pinFiles(operation, (await split.resolve?.(given as Input, context)) ?? (given as Input))
      const { items } = await split.open(input, context)
      return { input: { question: input, format: chosen, files } satisfies SplitInput, items }
    },
    ending: (plan) => endings[(plan.input as unknown as SplitInput).format] ?? (plan.input as unknown as SplitInput).format,
    open: async (plan, { memory }) => {
      const { context } = planContext(plan)
      const { run } = await opened(plan, { ...context, records: cellRecords(memory) })
      return { run: async (one) => ({ part: await run(one) }), close: () => undefined }
    },
    async *join(plan, finished) {
      const { answer } = await opened(plan, planContext(plan).context)
      const parts: CellPart[] = []
      for await (const { cell: one, part } of finished) parts.push({ cell: one, part })
      const { format } = plan.input as unknown as SplitInput
      const body = commandBody(await renderAnswer(await operation.load(), await answer(parts), { format, indent: 2 }))
      if (typeof body === 'string' || body instanceof Uint8Array) yield body
      else yield* body
    },
  }
}

const endings: Readonly<Partial<Record<Format, string>>> = { table: 'txt', full: 'txt' }
