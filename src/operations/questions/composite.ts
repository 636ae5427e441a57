import type { CompositeAnswer, CompositeRequest } from '../../assessments/composite/composite-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** What is the composite score of a pair by the user's own weights, and how sensitive is it to them? */
export const compositeOperation: Operation = {
  name: 'composite',
  summary: 'one figure from several, by your weights, and what they do to it',
  description:
    'Weighs what you choose to weigh: each component as its percentile among all pairs, more = closer, over the pairs that have all of them. Beside it: rival ways ' +
    'to put them together, an interval, and the rank over all weights. There are no default weights: without --weights it tells what this record can weigh.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state: CHN, China, Beijing …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state' },
    { name: 'weights', kind: 'text', help: 'votes=2,blocs=1,trade=1: of votes, ideal-points, blocs, trade, speeches' },
    { name: 'to', kind: 'day', help: 'last year or day (default: the day of the record)' },
    {
      name: 'among',
      kind: 'choice',
      choices: ['all', 'a', 'b'],
      default: 'all',
      help: 'rank among all pairs, or those with one of the two',
    },
    { name: 'all', kind: 'flag', help: 'every ranked pair in the answer; as CSV, one row for each' },
    { name: 'draws', kind: 'integer', default: 200, least: 100, most: 2000, help: 'draws behind the intervals' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws and of the sampled weights' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md', 'html'],
  examples: [
    'visavis composite CHN RUS',
    'visavis composite CHN RUS --weights votes=2,blocs=1,trade=1',
    'visavis composite France Germany --weights votes=1,blocs=1 --among a',
    'visavis composite CHN RUS --weights votes=2,blocs=1,trade=1 --format html -o composite.html',
  ],
  load: async () => {
    const [{ compositeSchema }, reports, { compositeCsv }] = await Promise.all([
      import('../schemas/composite-schema.ts'),
      import('../../reports/answers/composite.ts'),
      import('../../reports/answers/composite-csv.ts'),
    ])
    return {
      output: compositeSchema,
      run,
      show: {
        table: reports.compositeText,
        csv: compositeCsv,
        md: reports.compositeMarkdown,
        html: async (answer: CompositeAnswer) => (await import('../../reports/page/composite-html.ts')).compositeHtml(answer),
      },
      next: ({ a, b, weights }: CompositeAnswer) => [
        `visavis composite ${a.iso3} ${b.iso3} --weights ${weights.map((one) => `${one.component}=${one.weight}`).join(',')} --format html -o composite.html   the rank over all weights, drawn`,
        `visavis assess ${a.iso3} ${b.iso3}   each domain by itself, never added up`,
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<CompositeAnswer> {
  const [{ composite }, { parseWeights }, { withRecord, lastDayFor }, { dyadNamed }, { refuseFuture, requestedPeriod }] = await Promise.all(
    [
      import('../../assessments/composite/composite.ts'),
      import('../request/composite-request.ts'),
      import('../storage/record.ts'),
      import('../request/parties.ts'),
      import('../request/period.ts'),
    ],
  )
  const weights = input['weights'] === undefined ? undefined : parseWeights(input['weights'] as string)
  const window = requestedPeriod(undefined, input['to'] as string | undefined)
  refuseFuture(window, input['to'] as string | undefined, context.today)
  return withRecord(input, context, async (snapshot) => {
    const to = lastDayFor(input, context, snapshot, window.to)
    const [a, b] = dyadNamed(input['a'] as string, input['b'] as string, { to })
    const among = input['among'] as CompositeRequest['among']
    const [draws, seed] = [input['draws'], input['seed']] as [number, number]
    return composite({ a, b, to, weights, among, draws, seed, all: input['all'] === true }, snapshot)
  })
}
