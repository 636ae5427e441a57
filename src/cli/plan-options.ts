import { type Command, InvalidArgumentError } from 'commander'
import { VisavisError } from '../errors.ts'
import type { Context, Format, Operation } from '../operations/request/operation.ts'
import type { ProcessContext } from './process-context.ts'

/** Options of commands whose work can be written as a plan. */
export interface PlanOptions {
  readonly plan?: string
  readonly cell?: number
}

/** Adds the options `--plan` and `--cell`. */
export function addPlanOptions(command: Command): Command {
  return command
    .option('--plan <file>', 'write the work as a plan for visavis work, and do none of it')
    .option('--cell <number>', 'with --plan: items of a cell (default: some ten seconds of work)', (text) => {
      if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 on.')
      return Number(text)
    })
}

/** @throws VisavisError Usage if the size of a cell is given without a plan */
export function refuseCellAlone({ plan, cell }: PlanOptions): void {
  if (plan === undefined && cell !== undefined)
    throw new VisavisError('Usage', '--cell goes with --plan', { hint: '--plan plan.json --cell 40' })
}

/**
 * Writes the plan of an operation.
 *
 * @param raw      what was given on the command line
 * @param format   of the result; undefined: the usual one
 * @throws VisavisError Usage together with `-o`, and as the operation itself for a wrong input
 */
export async function planOperation(
  operation: Pick<Operation, 'name' | 'parameters'>,
  raw: Readonly<Record<string, unknown>>,
  options: { readonly file: string; readonly cell: number | undefined; readonly format: Format | undefined },
  processContext: ProcessContext,
): Promise<void> {
  const { checkInput } = await import('../operations/request/input-schema.ts')
  if (raw['output'] !== undefined)
    throw new VisavisError('Usage', '--plan does none of the work, so that there is nothing to write to -o', {
      hint: `visavis work run ${options.file} -o result/   runs the plan`,
    })
  const known = new Set(operation.parameters.map(({ name }) => name))
  const input = checkInput(operation as Operation, Object.fromEntries(Object.entries(raw).filter(([name]) => known.has(name))))
  const { format, ...rest } = options
  await writePlanOf(operation.name, format === undefined ? input : { ...input, format }, rest, processContext)
}

/** Writes a plan, and says on stderr what it holds and how it is run. */
export async function writePlanOf(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  { file, cell }: { readonly file: string; readonly cell: number | undefined },
  { env, signal, stdin, stderr }: ProcessContext,
): Promise<void> {
  const { planWork } = await import('../operations/work/run-work.ts')
  const now = new Date().toISOString()
  const context: Context = { env, today: now.slice(0, 10), now, signal, stdin, warn: (text) => void stderr.write(`${text}\n`) }
  const plan = await planWork(operation, input, context, { file, cell })
  const cells = Math.ceil(plan.items / plan.cell)
  stderr.write(
    `${file}: ${plan.items.toLocaleString('en-US')} items in ${cells.toLocaleString('en-US')} cells, plan ${plan.hash.slice(0, 12)}\n\nNext:\n  visavis work run ${file} -o result/\n`,
  )
}
