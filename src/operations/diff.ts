import type { DiffAnswer } from '../reports/editions.ts'
import type { Context, Input, Operation } from './operation.ts'

/** What changed since last time. */
export const diffOperation: Operation = {
  name: 'diff',
  summary: 'what a new edition changed, row by row and in sum',
  description:
    'Compares two snapshots: by default the newest of your store with the one that it was made from. A new vintage of an equal figure is no change.',
  parameters: [
    { name: 'before', kind: 'text', positional: true, help: 'the older snapshot, by id or path (default: the parent of the newer)' },
    { name: 'snapshot', kind: 'text', help: 'the newer snapshot (default: the newest of your store)' },
    { name: 'limit', kind: 'integer', default: 40, most: 1_000_000, help: 'how many rows to list; the counts are of all' },
  ],
  formats: ['table', 'json', 'csv'],
  examples: ['visavis diff', 'visavis diff 9658b09e --limit 1000 --format csv'],
  load: async () => {
    const [{ z }, reports] = await Promise.all([import('zod'), import('../reports/editions.ts')])
    const named = { id: z.string(), created: z.string() }
    const count = z.number().int()
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      before: z.strictObject(named),
      after: z.strictObject({ ...named, note: z.string() }),
      counts: z.array(
        z.strictObject({
          table: z.string(),
          source: z.string(),
          added: count,
          removed: count,
          changed: count,
          unchanged: count,
          largest: z.number().nullable(),
        }),
      ),
      rows: z.array(
        z.strictObject({
          table: z.string(),
          source: z.string(),
          change: z.enum(['added', 'removed', 'changed']),
          key: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    })
    return { output, run, show: { table: reports.diffText, csv: reports.diffCsv } }
  },
}

async function run(input: Input, context: Context): Promise<DiffAnswer> {
  const [{ difference, findSnapshot, openSnapshot }, { VisavisError }] = await Promise.all([
    import('../store/index.ts'),
    import('../errors.ts'),
  ])
  const newer = await findSnapshot({ snapshot: input['snapshot'] as string | undefined, env: context.env })
  const after = await openSnapshot(newer.directory)
  try {
    const base = (input['before'] as string | undefined) ?? after.manifest.parent
    if (base === null) {
      const message = `snapshot ${after.manifest.id} was not made from another one: there is nothing to compare it with`
      throw new VisavisError('NoSnapshot', message, { hint: 'visavis diff OLDER_SNAPSHOT' })
    }
    const older = await findSnapshot({ snapshot: base, env: context.env })
    const before = await openSnapshot(older.directory)
    try {
      const { counts, rows } = await difference(before, after, input['limit'] as number)
      const { id, created, note } = after.manifest
      return {
        schemaVersion: 1,
        before: { id: before.manifest.id, created: before.manifest.created },
        after: { id, created, note },
        counts,
        rows,
      }
    } finally {
      before.close()
    }
  } finally {
    after.close()
  }
}
