import type { EvidenceAnswer } from '../../reports/parts/evidence.ts'
import { domainParameter } from '../request/domain-parameter.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { cutNote } from '../request/table-limits.ts'

/** On which rows of which sources does a figure rest? */
export const evidenceOperation: Operation = {
  name: 'evidence',
  summary: 'the rows behind one figure of an assessment',
  description:
    'Shows what one figure of visavis assess rests on: its method, each source with citation, licence and edition, and the very rows of the record, no more and no less. ' +
    'An unknown figure has no rows: then why, and what would tell.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state or a bloc: CHN, China, Beijing, EU, NATO …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state or bloc' },
    {
      name: 'figure',
      kind: 'text',
      positional: true,
      required: true,
      help: 'id of the figure, as assess --json has it: kappa_quadratic …',
    },
    domainParameter,
    { name: 'period', kind: 'text', help: 'span of time of the figure, where several have its id: 2015' },
    { name: 'from', kind: 'day', help: 'first year or day of the votes, as for assess' },
    { name: 'to', kind: 'day', help: 'last year or day of all figures (default: the day of the record)' },
    { name: 'draws', kind: 'integer', default: 200, least: 100, most: 10_000, help: 'bootstrap draws behind each interval of votes' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws' },
    { name: 'limit', kind: 'integer', inTables: 200, least: 1, most: 1_000_000, help: 'rows of each source (200 in a table; else all)' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis evidence CHN RUS kappa_quadratic',
    'visavis evidence CHN RUS kappa_quadratic.series --period 1989 --format csv -o votes-1989.csv',
    'visavis evidence USA IND goods-trade --to 2015',
  ],
  load: async () => {
    const [{ evidenceAnswerSchema }, reports] = await Promise.all([
      import('../schemas/figure-evidence-schema.ts'),
      import('../../reports/parts/evidence.ts'),
    ])
    return {
      output: evidenceAnswerSchema,
      run,
      show: { table: reports.evidenceText, csv: reports.evidenceCsv, md: reports.evidenceMarkdown },
      notes: ({ behind }: EvidenceAnswer, format) =>
        behind.flatMap(({ source, rows, total }) => cutNote(`rows of ${source.id}`, rows.length, total, format)),
    }
  },
}

async function run(input: Input, context: Context): Promise<EvidenceAnswer> {
  const [{ pairFromInput, withAssessor }, { figuresById, rowsBehind }, { unknownFigureError }] = await Promise.all([
    import('../storage/pair-assessor.ts'),
    import('../../assessments/record/figure-rows.ts'),
    import('../request/unknown-figure.ts'),
  ])
  return withAssessor(input, context, async (assessor, snapshot) => {
    const assessment = await assessor(pairFromInput(input))
    const of = { domain: input['domain'] as string | undefined, period: input['period'] as string | undefined }
    const [figure] = figuresById(assessment, input['figure'] as string, of)
    if (figure === undefined) throw unknownFigureError(assessment, input['figure'] as string, of)
    const { a, b, to } = assessment
    return {
      ...{
        schemaVersion: 1,
        a: { iso3: a.iso3, name: a.name },
        b: { iso3: b.iso3, name: b.name },
        to,
        snapshot: assessment.snapshot,
        figure,
      },
      behind: await rowsBehind(snapshot, assessment, figure, input['limit'] as number | undefined),
    }
  })
}
