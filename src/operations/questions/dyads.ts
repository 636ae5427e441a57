import type { DomainId } from '../../assessments/forms/domains.ts'
import type { EveryDyadAnswer, EveryDyadRequest } from '../../assessments/pairs/every-dyad.ts'
import type { Snapshot } from '../../store/index.ts'
import { domainParameter } from '../request/domain-parameter.ts'
import { filterState } from '../request/filter-state.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** What is each figure of each domain for every pair of states on a day? */
export const dyadsOperation: Operation = {
  name: 'dyads',
  summary: 'every pair of states on a day, each figure of each domain',
  description:
    'Assesses every pair of states in existence on a day. As CSV a row for each figure of each domain of each pair, some half a million, the very figures of assess; ' +
    'as a table, of how many pairs each domain can be told. Unknown figures have a row without a value. Figures of single years are left to assess.',
  parameters: [
    { name: 'from', kind: 'day', help: 'first year or day of the votes (default: the latest full year)' },
    { name: 'to', kind: 'day', help: 'last year or day of all figures (default: the day of the record)' },
    { name: 'state', kind: 'text', help: 'only pairs with this state' },
    domainParameter,
    { name: 'draws', kind: 'integer', default: 200, least: 100, most: 10_000, help: 'bootstrap draws behind each interval of votes' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv'],
  examples: [
    'visavis dyads',
    'visavis dyads --format csv -o dyads.csv',
    'visavis dyads --state India --format csv -o india.csv',
    'visavis dyads --domain trade --to 2015 --json -o trade-2015.json',
  ],
  load: async () => {
    const [{ dyadsSchema }, { unpackedDyadRows }, { rowsAsJson }, reports] = await Promise.all([
      import('../schemas/dyads-schema.ts'),
      import('../../assessments/pairs/every-dyad-rows.ts'),
      import('../../reports/text/row-pieces.ts'),
      import('../../reports/answers/dyads.ts'),
    ])
    return {
      output: dyadsSchema,
      run,
      show: { table: reports.dyadsText, csv: (answer: EveryDyadAnswer) => [...reports.dyadsCsv(answer)].join('') },
      inPieces: { csv: reports.dyadsCsv, json: rowsAsJson },
      received: (data: EveryDyadAnswer) => ({ ...data, rows: unpackedDyadRows(data.rows) }),
      next: ({ most }: EveryDyadAnswer) => [
        'visavis dyads --format csv -o dyads.csv   every figure, one row each',
        ...most.slice(0, 1).map(({ a, b }) => `visavis assess ${a} ${b}   one pair with its sentences, events and rows behind each figure`),
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<EveryDyadAnswer> {
  const [{ everyDyad }, { withRecord }] = await Promise.all([
    import('../../assessments/pairs/every-dyad.ts'),
    import('../storage/record.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const onProgress = context.onCount === undefined ? undefined : (done: number, total: number) => context.onCount!('pairs', done, total)
    return everyDyad(await dyadRequest(input, context, snapshot), snapshot, { onProgress, signal: context.signal })
  })
}

/**
 * Resolves what is asked of all pairs: the window by the record, the state by its code.
 *
 * @throws VisavisError BadDate, UnknownState, AmbiguousName
 */
export async function dyadRequest(input: Input, context: Context, snapshot: Snapshot): Promise<EveryDyadRequest> {
  const [{ lastDayFor }, { refuseFuture, requestedPeriod }] = await Promise.all([
    import('../storage/record.ts'),
    import('../request/period.ts'),
  ])
  const window = requestedPeriod(input['from'] as string | undefined, input['to'] as string | undefined)
  refuseFuture(window, input['to'] as string | undefined, context.today)
  const to = lastDayFor(input, context, snapshot, window.to)
  const { from } = requestedPeriod(window.from, to)
  const state = await filterState(input['state'] as string | undefined, to)
  const { draws, seed, domain } = input as { draws: number; seed: number; domain?: DomainId }
  return { from, to, state, domain, draws, seed }
}
