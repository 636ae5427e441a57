import type { EveryOutlookAnswer } from '../../assessments/outlook/every-outlook.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** How will every pair of states stand? */
export const outlookAllOperation: Operation = {
  name: 'outlook all',
  summary: 'the forecasts of every pair of states, one row each',
  description:
    'Forecasts every pair of states in existence: each quantity and event of the outlook at 1, 2, 3, 5 and 10 years, some 1.5 million rows, the very forecasts of outlook with five digits. ' +
    'CSV or JSON Lines, written piece by piece; as a table, for how many pairs each is forecast.',
  parameters: [
    { name: 'state', kind: 'text', help: 'only pairs with this state' },
    { name: 'horizon', kind: 'integer', least: 1, most: 100, help: 'only so many years ahead: 1, 2, 3, 5 or 10' },
    { name: 'target', kind: 'text', help: 'only this quantity or kind of event, such as agreement-rate or armed-conflict' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'jsonl', 'csv'],
  examples: [
    'visavis outlook all --format csv -o outlook.csv',
    'visavis outlook all --format jsonl --horizon 5 -o in-five-years.jsonl',
    'visavis outlook all --target armed-conflict --horizon 1 --format csv',
    'visavis outlook all --state Kenya',
  ],
  load: async () => {
    const [{ outlookAllSchema }, { PackedOutlooks }, { rowsAsJson }, reports] = await Promise.all([
      import('./outlook-all-schema.ts'),
      import('../../assessments/outlook/every-outlook-rows.ts'),
      import('../../reports/text/row-pieces.ts'),
      import('../../reports/outlook/outlook-all.ts'),
    ])
    return {
      output: outlookAllSchema,
      run,
      show: {
        table: reports.outlookAllText,
        csv: (answer: EveryOutlookAnswer) => [...reports.outlookAllCsv(answer)].join(''),
        jsonl: (answer: EveryOutlookAnswer) => [...reports.outlookAllLines(answer)].join(''),
      },
      inPieces: { csv: reports.outlookAllCsv, json: rowsAsJson, jsonl: reports.outlookAllLines },
      received: (data: EveryOutlookAnswer) => ({ ...data, rows: new PackedOutlooks(data.rows.pieces) }),
    }
  },
}

async function run(input: Input, context: Context): Promise<EveryOutlookAnswer> {
  const [{ everyOutlook }, { withRecord, lastDayFor }, { filterState }, { readOutlookFits }, { requestedHorizon }] = await Promise.all([
    import('../../assessments/outlook/every-outlook.ts'),
    import('../storage/record.ts'),
    import('../request/filter-state.ts'),
    import('../../outlook/targets/stored-fits.ts'),
    import('./requested-horizon.ts'),
  ])
  const [horizon, target] = [await requestedHorizon(input), await requestedTarget(input)]
  return withRecord(input, context, async (snapshot) => {
    const to = lastDayFor(input, context, snapshot, undefined)
    const state = await filterState(input['state'] as string | undefined, to)
    const onProgress = context.onCount === undefined ? undefined : (done: number, total: number) => context.onCount!('pairs', done, total)
    return everyOutlook({ to, state, horizon, target }, snapshot, await readOutlookFits(), { onProgress, signal: context.signal })
  })
}

async function requestedTarget(input: Input): Promise<string | undefined> {
  const target = input['target'] as string | undefined
  if (target === undefined) return undefined
  const [{ quantities, quantityNamed }, { askedEvents }, { VisavisError }] = await Promise.all([
    import('../../outlook/targets/quantities.ts'),
    import('../../outlook/events/event-words.ts'),
    import('../../errors.ts'),
  ])
  const kinds = ['standing-up', 'standing-down', ...askedEvents]
  if (quantityNamed(target) !== undefined || kinds.includes(target.split(':')[0]!)) return target
  throw new VisavisError(
    'Usage',
    `--target: there is no forecast of "${target.slice(0, 60)}". It is one of: ${[...quantities.map(({ id }) => id), ...kinds].join(', ')}`,
  )
}
