import type { OutlookHistoryAnswer } from '../../reports/outlook/history-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** What were the past values of what is forecast of two states? */
export const outlookHistoryOperation: Operation = {
  name: 'outlook history',
  summary: 'past values of what the outlook of two states forecasts',
  description:
    'Returns the series on which the forecasts of visavis outlook rest, by session of the General Assembly or by year. A value that is not known is missing, never zero.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv'],
  examples: ['visavis outlook history China Russia', 'visavis outlook history KEN TZA --format csv -o history.csv'],
  load: async () => {
    const [{ outlookHistorySchema }, reports] = await Promise.all([
      import('./track-record-schema.ts'),
      import('../../reports/outlook/history-text.ts'),
    ])
    return { output: outlookHistorySchema, run, show: { table: reports.historyText, csv: reports.historyCsv } }
  },
}

async function run(input: Input, context: Context): Promise<OutlookHistoryAnswer> {
  const [{ withRecord, lastDayFor }, { pairHistory }, { dyadNamed }, { citationsOf }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../assessments/outlook/pair-history.ts'),
    import('../request/parties.ts'),
    import('../../reports/outlook/source-citation.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const asOf = lastDayFor(input, context, snapshot, undefined)
    const [a, b] = dyadNamed(input['a'] as string, input['b'] as string, { from: asOf, to: asOf })
    const series = await pairHistory(snapshot, a, b, asOf)
    const { id, created, sources } = snapshot.manifest
    return {
      schemaVersion: 1,
      a: { iso3: a.iso3, name: a.name },
      b: { iso3: b.iso3, name: b.name },
      asOf,
      snapshot: { id, created },
      series,
      sources: citationsOf(
        sources,
        series.flatMap((one) => one.sources),
      ),
    }
  })
}
