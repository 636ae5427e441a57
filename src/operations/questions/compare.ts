import type { DomainId } from '../../assessments/forms/domains.ts'
import type { Assessment } from '../../assessments/index.ts'
import type { CompareAnswer } from '../../reports/answers/compare.ts'
import { domainParameter } from '../request/domain-parameter.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import type { Pair } from '../storage/pair-assessor.ts'

const mostPairs = 12

/** How do several pairs of states or blocs compare? */
export const compareOperation: Operation = {
  name: 'compare',
  summary: 'several pairs side by side, one domain or all',
  description:
    'Says of several pairs which stand, vote and trade closer, and whether that has changed; puts their figures side by side: the leading figure of each domain, every level of one domain, or one figure, each with interval, period, percentile and ten-year ' +
    'change; what is not known of a pair is said. By year where the record holds series. The figures are those of visavis assess.',
  parameters: [
    {
      name: 'pairs',
      kind: 'list',
      positional: true,
      required: true,
      help: `up to ${mostPairs} pairs of states or blocs: CHN-RUS USA-IND RUS-EU`,
    },
    domainParameter,
    { name: 'figure', kind: 'text', help: 'only the figure of this id: kappa_quadratic, goods-trade …' },
    { name: 'by', kind: 'choice', choices: ['year'], help: 'also year by year, where the record holds a series' },
    { name: 'from', kind: 'day', help: 'first year or day of the votes, as for assess' },
    { name: 'to', kind: 'day', help: 'last year or day of all figures (default: the day of the record)' },
    { name: 'draws', kind: 'integer', default: 200, least: 100, most: 10_000, help: 'bootstrap draws behind each interval of votes' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis compare VNM-CHN VNM-USA',
    'visavis compare CHN-RUS USA-IND USA-JPN',
    'visavis compare CHN-RUS CHN-PAK --domain trade',
    'visavis compare CHN-RUS USA-IND --figure kappa_quadratic --by year --format csv -o kappa.csv',
  ],
  load: async () => {
    const [{ compareSchema }, reports] = await Promise.all([
      import('../schemas/compare-schema.ts'),
      import('../../reports/answers/compare.ts'),
    ])
    return { output: compareSchema, run, show: { table: reports.compareText, csv: reports.compareCsv, md: reports.compareMarkdown } }
  },
}

async function run(input: Input, context: Context): Promise<CompareAnswer> {
  const [{ withAssessor }, { comparedRows, comparedSeries, comparedSources }, { comparisonSentences }, { unknownFigureError }] =
    await Promise.all([
      import('../storage/pair-assessor.ts'),
      import('../../assessments/pairs/compare.ts'),
      import('../../reports/overview/comparison-sentences.ts'),
      import('../request/unknown-figure.ts'),
    ])
  const pairs = await pairsIn(input, context)
  return withAssessor(input, context, async (assessor) => {
    const assessments: Assessment[] = []
    for (const pair of pairs) {
      context.signal?.throwIfAborted()
      assessments.push(await assessor(pair))
      context.onCount?.('pairs', assessments.length, pairs.length)
    }
    await refuseDuplicates(assessments)
    const of = { domain: input['domain'] as DomainId | undefined, figure: input['figure'] as string | undefined }
    const rows = comparedRows(assessments, of)
    const series = comparedSeries(assessments, of)
    if (of.figure !== undefined && rows.length + series.length === 0) throw unknownFigureError(assessments[0]!, of.figure, of)
    const years = input['by'] === 'year' ? series : null
    const [{ from, to, snapshot }] = assessments as [Assessment, ...Assessment[]]
    return {
      ...{ schemaVersion: 1, from, to, snapshot, domain: of.domain ?? null, figure: of.figure ?? null },
      sentences: of.figure === undefined ? comparisonSentences(assessments, of.domain) : [],
      pairs: assessments.map(({ a, b }) => ({ a: { iso3: a.iso3, name: a.name }, b: { iso3: b.iso3, name: b.name } })),
      ...{ rows, years, sources: comparedSources(assessments, rows, years ?? []) },
    }
  })
}

async function pairsIn(input: Input, context: Context): Promise<Pair[]> {
  const [{ parsePair }, { periodEnd }, { VisavisError }] = await Promise.all([
    import('../storage/parse-pair.ts'),
    import('../request/period.ts'),
    import('../../errors.ts'),
  ])
  const texts = (input['pairs'] ?? []) as readonly string[]
  if (texts.length === 0 || texts.length > mostPairs)
    throw new VisavisError('Usage', `pairs: from 1 to ${mostPairs} are compared, not ${texts.length}`, {
      hint: 'visavis compare CHN-RUS USA-IND',
    })
  const to = input['to'] === undefined ? context.today : periodEnd(input['to'] as string)
  return texts.map((text) => parsePair(text, to))
}

/** Refuses a pair given twice, in either order or spelling. */
async function refuseDuplicates(assessments: readonly Assessment[]): Promise<void> {
  const names = assessments.map(({ a, b }) => [a.iso3, b.iso3].sort().join('-'))
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice === undefined) return
  const { VisavisError } = await import('../../errors.ts')
  throw new VisavisError('Usage', `pairs: ${twice} is named more than once`)
}
