import type { CiteAnswer } from '../../reports/answers/citations.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** How to cite the sources of a snapshot and this software? */
export const citeOperation: Operation = {
  name: 'cite',
  summary: 'how to cite the record, its sources and this software',
  description: 'Prints citations of the sources of a snapshot (all, or those named) and of this software, with version and snapshot id.',
  parameters: [
    { name: 'ids', kind: 'list', positional: true, help: 'sources, by id (default: all of the record)' },
    { name: 'style', kind: 'choice', choices: ['text', 'bibtex', 'csl'], default: 'text', help: 'reference list, BibTeX, or CSL JSON' },
    ...recordParameters,
  ],
  formats: ['table', 'json'],
  examples: ['visavis cite', 'visavis cite un-votes baci --style bibtex', 'visavis cite --style csl -o sources.json'],
  quick: true,
  load: async () => {
    const [{ z }, { sourceCardSchema }, { citationsText }] = await Promise.all([
      import('zod'),
      import('../schemas/estimate-schema.ts'),
      import('../../reports/answers/citations.ts'),
    ])
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      software: z.strictObject({ title: z.string(), version: z.string(), licence: z.string() }),
      snapshot: z.strictObject({ id: z.string(), created: z.string() }),
      style: z.enum(['text', 'bibtex', 'csl']),
      sources: z.array(sourceCardSchema),
    })
    return { output, run, show: { table: citationsText } }
  },
}

async function run(input: Input, context: Context): Promise<CiteAnswer> {
  const [{ withRecord }, { VisavisError }, { packageVersion }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../errors.ts'),
    import('../../store/package-files.ts'),
  ])
  const version = packageVersion()
  return withRecord(input, context, async ({ manifest }) => {
    const asked = (input['ids'] ?? []) as readonly string[]
    const missing = asked.find((id) => manifest.sources.every((source) => source.id !== id))
    if (missing !== undefined) throw new VisavisError('UnknownSource', `the record has no source "${missing}"`, { hint: 'visavis sources' })
    return {
      schemaVersion: 1,
      software: { title: 'Vis-à-vis', version, licence: 'Apache-2.0' },
      snapshot: { id: manifest.id, created: manifest.created },
      style: input['style'] as CiteAnswer['style'],
      sources: manifest.sources.filter((source) => asked.length === 0 || asked.includes(source.id)),
    }
  })
}
