import type { SourcesAnswer } from '../reports/sources.ts'
import type { Context, Input, Operation } from './operation.ts'
import { recordParameters } from './record-parameters.ts'

/** What the record holds: vintage, coverage, licence. */
export const sourcesOperation: Operation = {
  name: 'sources',
  summary: 'what the record holds: coverage, vintage, licence',
  description:
    'Lists the sources of a snapshot with their rows, coverage, vintage and licence; with an id, one source whole, quirks included.',
  parameters: [{ name: 'id', kind: 'text', positional: true, help: 'one source: un-votes, baci …' }, ...recordParameters],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis sources', 'visavis sources un-votes', 'visavis sources --json'],
  load: async () => {
    const [{ z }, { sourceCardSchema }, reports] = await Promise.all([
      import('zod'),
      import('./estimate-schema.ts'),
      import('../reports/sources.ts'),
    ])
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      snapshot: z.strictObject({ id: z.string(), created: z.string(), note: z.string() }),
      sources: z.array(sourceCardSchema),
    })
    return { output, run, show: { table: reports.sourcesText, csv: reports.sourcesCsv, md: reports.sourcesMarkdown } }
  },
}

async function run(input: Input, context: Context): Promise<SourcesAnswer> {
  const [{ withRecord }, { tables }, { VisavisError }] = await Promise.all([
    import('./record.ts'),
    import('../store/index.ts'),
    import('../errors.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const { id, created, note, sources } = snapshot.manifest
    const asked = input['id'] as string | undefined
    const held = asked === undefined ? sources : sources.filter((source) => source.id === asked)
    if (held.length === 0) {
      throw new VisavisError(
        'UnknownSource',
        `the record has no source "${asked}". It has ${sources.map((source) => source.id).join(', ')}.`,
        { hint: 'visavis sources' },
      )
    }
    const withSource = Object.entries(tables).flatMap(([table, columns]) => ('source' in columns ? [table] : []))
    const counts = await Promise.all(
      withSource.map((table) => snapshot.rows(`SELECT source, count(*)::INTEGER AS rows FROM ${table} GROUP BY source`)),
    )
    const rowsOf = (source: string): Record<string, number> =>
      Object.fromEntries(
        withSource.flatMap((table, i) => counts[i]!.filter((row) => row['source'] === source).map((row) => [table, row['rows'] as number])),
      )
    return { schemaVersion: 1, snapshot: { id, created, note }, sources: held.map((source) => ({ ...source, rows: rowsOf(source.id) })) }
  })
}
