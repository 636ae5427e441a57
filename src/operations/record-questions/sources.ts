import { VisavisError } from '../../errors.ts'
import type { SourcesAnswer } from '../../reports/answers/sources.ts'
import type { Acquisition } from '../../sources/fetching/acquisition.ts'
import type { Snapshot, SourceCard } from '../../store/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** Which sources does the record hold, with which coverage, vintage and licence? */
export const sourcesOperation: Operation = {
  name: 'sources',
  summary: 'what the record holds: coverage, vintage, licence',
  description:
    'Lists the sources of a snapshot with their rows, coverage, vintage, licence and the day on which their next edition is due; with an id, one source whole, quirks included.',
  parameters: [
    { name: 'id', kind: 'text', positional: true, help: 'one source: un-votes, baci …' },
    { name: 'all', kind: 'flag', help: 'also what is not held but can be read, and where to get it' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis sources', 'visavis sources un-votes', 'visavis sources --all', 'visavis sources sipri-register'],
  quick: true,
  load: async () => {
    const [{ z }, { sourceCardSchema }, reports] = await Promise.all([
      import('zod'),
      import('../schemas/estimate-schema.ts'),
      import('../../reports/answers/sources.ts'),
    ])
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      snapshot: z.strictObject({ id: z.string(), created: z.string(), note: z.string() }),
      sources: z.array(
        z.intersection(
          sourceCardSchema,
          z.object({
            held: z.boolean(),
            rows: z.record(z.string(), z.number().int()),
            get: z.string().describe('where it comes from'),
            release: z
              .strictObject({
                rhythm: z.string(),
                covers: z.string().nullable().describe('last day that the next edition covers'),
                due: z.string().nullable().describe('day by which the next edition is due; null: it follows no calendar'),
                overdue: z.boolean().describe('whether it was due before today'),
              })
              .describe('when the source comes out anew'),
            takes: z.string().nullable().describe('what files visavis add takes of it; null where it takes none'),
          }),
        ),
      ),
    })
    return { output, run, show: { table: reports.sourcesText, csv: reports.sourcesCsv, md: reports.sourcesMarkdown } }
  },
}

async function run(input: Input, context: Context): Promise<SourcesAnswer> {
  const [{ withRecord }, { acquisitionOf }, { loadSourceCards, readers }, { isOverdue, releaseOf }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../sources/fetching/acquisition.ts'),
    import('../../sources/index.ts'),
    import('../../store/release-calendar.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const { id, created, note, sources } = snapshot.manifest
    const others = (await loadSourceCards()).filter((card) => sources.every((held) => held.id !== card.id))
    const chosen = requestedSources(input, sources, others)
    const rows = await rowsBySource(snapshot)
    const listed = chosen.map((card) => ({
      ...card,
      held: sources.includes(card),
      rows: rows.get(card.id) ?? {},
      get: howToObtain(acquisitionOf(card)),
      release: { ...releaseOf(card), overdue: sources.includes(card) && isOverdue(releaseOf(card), context.today) },
      takes: readers.find(({ id }) => id === card.id)?.takes ?? null,
    }))
    return { schemaVersion: 1, snapshot: { id, created, note }, sources: listed }
  })
}

/** Returns the requested sources: one by id; by default all in the record; with `--all` also those that can be added. */
function requestedSources(input: Input, held: readonly SourceCard[], others: readonly SourceCard[]): readonly SourceCard[] {
  const asked = input['id'] as string | undefined
  const all = [...held, ...others]
  if (asked === undefined) return input['all'] === true ? all : held
  const found = all.filter((card) => card.id === asked)
  if (found.length > 0) return found
  throw new VisavisError('UnknownSource', `there is no source "${asked}". There are ${all.map((card) => card.id).join(', ')}.`, {
    hint: 'visavis sources --all',
  })
}

/** Counts the rows of each source in the snapshot, by table. */
async function rowsBySource(snapshot: Snapshot): Promise<Map<string, Record<string, number>>> {
  const { tables } = await import('../../store/tables.ts')
  const withSource = Object.entries(tables).flatMap(([table, columns]) => ('source' in columns ? [table] : []))
  const rows = new Map<string, Record<string, number>>()
  for (const table of withSource) {
    const counts = await snapshot.rows(`SELECT source, count(*)::INTEGER AS rows FROM ${table} GROUP BY source`)
    for (const row of counts) {
      const source = String(row['source'])
      rows.set(source, { ...rows.get(source), [table]: row['rows'] as number })
    }
  }
  return rows
}

/** Says in one line how to obtain a source. */
function howToObtain({ source, byHand, fetch }: Acquisition): string {
  const script = fetch.length === 0 ? [] : [`visavis pull ${source}`]
  const hand = byHand === null ? [] : [`bring ${byHand.bring} from ${byHand.address} (${byHand.why})`]
  return [...script, ...hand].join('; ')
}
