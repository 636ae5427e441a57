import { VisavisError } from '../../errors.ts'
import type { ReadSummary } from '../../reports/claims/claims-answer.ts'
import { PlanItems } from '../../work/plan-items.ts'
import { readOperation } from '../questions/read.ts'
import { textPaths } from '../reading/text-paths.ts'
import { checkInput } from '../request/input-schema.ts'
import { readTexts, type TextError, textPool, totalsOfTexts } from '../workers/read-many.ts'
import { outOfMemory } from '../workers/worker-process.ts'
import { type PlannableWork, planContext } from './plannable.ts'

interface ReadAllInput {
  readonly date: string | null
  readonly format: 'csv' | 'jsonl'
  /** The folder from which relative paths of texts are meant. */
  readonly folder: string
}

/** What a cell tells beside its rows. */
export interface TextNotes {
  readonly summaries: readonly (ReadSummary | null)[]
  readonly failed: readonly { readonly file: string; readonly error: TextError }[]
}

/** Texts that could not be read are named up to this many. */
const mostNamed = 100

/** Reading many texts, of which each is an item. The joined result has the bytes of `visavis read-all`. */
export const readAllWork: PlannableWork = {
  operation: 'read-all',
  cell: 40,
  plan: async ({ paths, date, format }) => {
    const files = await textPaths(paths as readonly string[])
    const [first] = files
    checkInput(readOperation, { file: first, date })
    return { input: { date: date ?? null, format: format ?? 'csv', folder: process.cwd() }, items: files.count, list: files }
  },
  ending: (plan) => (plan.input as unknown as ReadAllInput).format,
  open: async (plan, { planFile, memory }) => {
    const { date, format, folder } = plan.input as unknown as ReadAllInput
    // texts keep the names by which they were given, as they stand in the rows
    process.chdir(folder)
    const { context, input } = planContext(plan)
    const items = new PlanItems(planFile)
    const pool = textPool(1, memory)
    return {
      run: async ({ from, to }) => {
        const files = await items.between(from, to)
        const pieces: string[] = []
        const summaries: (ReadSummary | null)[] = []
        const failed: TextNotes['failed'][number][] = []
        for await (const { piece, summary, error, index } of readTexts(
          { files, format, date: date ?? undefined, ...input },
          context,
          pool,
        )) {
          // a result must not depend on --memory
          if (memory !== undefined && error?.message === outOfMemory(memory))
            throw new VisavisError('TooLarge', `${files[index]}: ${error.message}`, { hint: '--memory gives it more' })
          pieces.push(piece)
          summaries.push(summary)
          if (error !== null) failed.push({ file: files[index]!, error })
        }
        return { part: Buffer.from(pieces.join('')), notes: { summaries, failed } satisfies TextNotes }
      },
      close: () => pool.close(),
    }
  },
  async *join(plan, parts) {
    if ((plan.input as unknown as ReadAllInput).format === 'csv') yield (await import('../../reports/claims/claims-csv.ts')).batchHeader
    for await (const { part } of parts) yield part
  },
  summary: (notes) => {
    const cells = notes as readonly TextNotes[]
    const failed = cells.flatMap((one) => one.failed)
    return {
      lines: [
        totalsOfTexts(cells.flatMap(({ summaries }) => summaries)),
        ...failed.slice(0, mostNamed).map(({ file, error }) => `${file}: ${error.code}: ${error.message}`),
        ...(failed.length > mostNamed ? [`and ${failed.length - mostNamed} more texts that could not be read`] : []),
      ],
      isWhole: failed.length === 0,
    }
  },
}
