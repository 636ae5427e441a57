import { VisavisError } from '../../errors.ts'
import { sha256Of } from '../../store/disk.ts'
import {
  type DependenceRequest,
  dependenceAnswer,
  dependenceOfYear,
  dependenceRequest,
  productDependenceOperation,
} from '../questions/product-dependence.ts'
import { planFormat } from './plan-format.ts'
import type { PlannableWork } from './plannable.ts'

/** Megabytes for DuckDB in a cell: two processes then stay below four gigabytes. */
const usualMemory = 1200

interface DependenceInput {
  readonly request: DependenceRequest
  /** SHA-256 of each file by its path. */
  readonly files: Readonly<Record<string, string>>
}

/** Dependence by product, of which each year is an item. A cell reads, and checks by their hash, only the files of its own years. The joined result is the CSV of the command. */
export const productDependenceWork: PlannableWork = {
  operation: productDependenceOperation.name,
  cell: 1,
  plan: async ({ format, snapshot: _, ...input }) => {
    planFormat(productDependenceOperation.name, format, ['csv'])
    const request = await dependenceRequest(input as never)
    const paths = [...new Set(request.trade.years.flatMap(({ files }) => files))]
    const files: Record<string, string> = {}
    for (const path of paths) files[path] = await sha256Of(path)
    return { input: { request, files } satisfies DependenceInput, items: request.trade.years.length }
  },
  ending: () => 'csv',
  open: async (plan, { memory }) => {
    const { request, files } = plan.input as unknown as DependenceInput
    return {
      run: async ({ from, to }) => {
        const pieces: Uint8Array[] = []
        for (const year of request.trade.years.slice(from, to)) {
          for (const path of year.files) await refuseOther(path, files[path]!)
          // the other processors have cells of their own
          pieces.push(await dependenceOfYear(request, year, { threads: 1, memory: memory ?? usualMemory }))
        }
        return { part: Buffer.concat(pieces) }
      },
      close: () => undefined,
    }
  },
  async *join(plan, parts) {
    const { dependenceCsv } = await import('../../reports/answers/product-dependence.ts')
    const { request } = plan.input as unknown as DependenceInput
    yield* dependenceCsv(await dependenceAnswer(request, []))
    for await (const { part } of parts) yield part
  },
}

/** Refuses a file that is not the one of the plan. */
async function refuseOther(path: string, hash: string): Promise<void> {
  const found = await sha256Of(path).catch((cause: Error) => {
    throw new VisavisError('BadInput', `${path} cannot be read: ${cause.message}`, {
      hint: 'all machines need the files at the same path',
      cause,
    })
  })
  if (found !== hash)
    throw new VisavisError('BadInput', `${path} is not the file of the plan: its hash is another one`, {
      hint: 'plan anew, or bring back the file',
    })
}
