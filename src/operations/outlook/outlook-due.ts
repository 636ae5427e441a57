import type { OutlookDueAnswer } from '../../reports/outlook/ledger-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** Which kept forecasts of pairs can be settled by now? */
export const outlookDueOperation: Operation = {
  name: 'outlook due',
  summary: 'kept outlooks whose day has come, as questions with rules and distributions',
  description:
    'Lists the forecasts kept by visavis outlook --keep that can be settled by a day; with --all, also those that wait. JSON has each as a question of a forecasting platform: ' +
    'title, criteria, fine print, days, range, and a distribution of 201 points. A ledger file that was changed is refused.',
  parameters: [
    { name: 'date', kind: 'day', help: 'due by this day (default: today)' },
    { name: 'all', kind: 'flag', help: 'also forecasts that are not due yet' },
    { name: 'snapshot', kind: 'text', help: 'only forecasts made from this snapshot, by id' },
  ],
  formats: ['table', 'json', 'csv'],
  examples: ['visavis outlook due', 'visavis outlook due --all --json', 'visavis outlook due --date 2028-01-01'],
  load: async () => {
    const [{ outlookDueSchema }, reports] = await Promise.all([
      import('./ledger-schema.ts'),
      import('../../reports/outlook/ledger-text.ts'),
    ])
    return { output: outlookDueSchema, run, show: { table: reports.outlookDueText, csv: reports.outlookDueCsv } }
  },
}

async function run(input: Input, context: Context): Promise<OutlookDueAnswer> {
  const [{ ledgerDigest, outlookFolder, readOutlookLedger }, { outlookQuestion }, { periodEnd }] = await Promise.all([
    import('./outlook-ledger.ts'),
    import('../../outlook/targets/outlook-question.ts'),
    import('../request/period.ts'),
  ])
  const on = input['date'] === undefined ? context.today : periodEnd(input['date'] as string)
  const whole = await readOutlookLedger(context)
  const from = input['snapshot'] as string | undefined
  const ledger = whole.filter(({ forecast }) => from === undefined || forecast.snapshot === from)
  const isDue = ({ forecast }: (typeof ledger)[number]): boolean => forecast.target.resolution.day <= on
  const waiting = ledger.filter((entry) => !isDue(entry))
  const shown = input['all'] === true ? ledger : ledger.filter(isDue)
  return {
    schemaVersion: 1,
    on,
    folder: outlookFolder(context),
    digest: ledgerDigest(whole),
    due: shown.map(({ forecast, resolution }) => ({
      ...forecast,
      question: outlookQuestion(forecast.target, forecast.pair.names.join(' and '), forecast.kept.slice(0, 10)),
      resolution: resolution ?? null,
    })),
    waiting: waiting.length,
    next: waiting[0]?.forecast.target.resolution.day ?? null,
  }
}
