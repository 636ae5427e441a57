import type { Assessment, Ledger } from '../assessments/index.ts'
import { inSentence } from '../assessments/phrases.ts'
import type { Context, Input, Operation, Work } from './operation.ts'
import { recordParameters } from './record-parameters.ts'

/** How do A and B stand, in which domains, since when, how sure are we? */
export const assessOperation: Operation = {
  name: 'assess',
  summary: 'how two states stand to each other, domain by domain',
  description:
    'Assesses a pair of states in twelve domains: level, percentile among all pairs, ten-year change, interval and source of every figure; ' +
    'what the record cannot tell is said to be unknown, with what would tell.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state: CHN, China, Beijing …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state' },
    { name: 'from', kind: 'day', help: 'first year or day of the votes (default: the latest full year)' },
    { name: 'to', kind: 'day', help: 'last year or day of all figures (default: the day of the record)' },
    { name: 'draws', kind: 'integer', default: 200, least: 100, most: 10_000, help: 'bootstrap draws behind each interval of votes' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws' },
    { name: 'save', kind: 'flag', help: 'keep the assessment, for visavis diff A B to compare a later one with' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md', 'html', 'zip'],
  examples: [
    'visavis assess CHN RUS',
    'visavis assess Germany Poland --to 2015',
    'visavis assess Iran "Saudi Arabia" --format md -o memo.md',
    'visavis assess CHN RUS --format html -o china-russia.html',
  ],
  load: async () => {
    const [schema, text, markdown, csv] = await Promise.all([
      import('./assessment-schema.ts'),
      import('../reports/assessment-text.ts'),
      import('../reports/assessment-markdown.ts'),
      import('../reports/assessment-csv.ts'),
    ])
    const work: Work = {
      output: schema.assessmentSchema,
      run,
      show: {
        table: text.assessmentText,
        md: markdown.assessmentMarkdown,
        csv: csv.assessmentCsv,
        html: async (answer: Assessment) => (await import('../reports/html.ts')).assessmentHtml(answer, await ledgerOf(answer)),
        zip: async (answer: Assessment) => (await import('../reports/zip-bundle.ts')).assessmentZip(answer, await ledgerOf(answer)),
      },
      next,
    }
    return work
  },
}

async function ledgerOf({ a, b }: Assessment): Promise<Ledger | undefined> {
  return (await import('../assessments/ledger.ts')).bundledLedger(a.iso3, b.iso3)
}

async function run(input: Input, context: Context): Promise<Assessment> {
  const [{ assess }, { withRecord, lastDayFor }, { dyadNamed }, { notInFuture, windowOf }] = await Promise.all([
    import('../assessments/index.ts'),
    import('./record.ts'),
    import('./dyad.ts'),
    import('./period.ts'),
  ])
  const window = windowOf(input['from'] as string | undefined, input['to'] as string | undefined)
  notInFuture(window, input['to'] as string | undefined, context.today)
  return withRecord(input, context, async (snapshot) => {
    const to = lastDayFor(input, context, snapshot, window.to)
    const { from } = windowOf(window.from, to)
    const [a, b] = dyadNamed(input['a'] as string, input['b'] as string, { from, to })
    const assessment = await assess({ a, b, from, to, draws: input['draws'] as number, seed: input['seed'] as number }, snapshot)
    if (input['save'] === true) await (await import('./saved-assessments.ts')).saveAssessment(assessment, context)
    return assessment
  })
}

function next(assessment: Assessment): string[] {
  const { a, b, to } = assessment
  const votes = assessment.domains.some((domain) => domain.id === 'diplomacy' && domain.state === 'observed')
  const measures = [
    `visavis measure similarity ${a.iso3} ${b.iso3} --by year   every year, with intervals`,
    `visavis measure similarity ${a.iso3} --year ${Number(to.slice(0, 4)) - 1}   who votes with ${inSentence(a.name)}`,
  ]
  return [
    `visavis assess ${a.iso3} ${b.iso3} --to ${Number(to.slice(0, 4)) - 10}   the same pair ten years ago`,
    ...(votes ? measures : []),
    `visavis assess ${a.iso3} ${b.iso3} --format md -o memo.md   the page for a memo; --json has every row behind it`,
    `visavis assess ${a.iso3} ${b.iso3} --format html -o page.html   one page with charts, for a browser or paper`,
    'visavis cite   how to cite the sources',
  ]
}
