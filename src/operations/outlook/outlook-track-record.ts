import type { TrackRecordAnswer } from '../../reports/outlook/track-record-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** What was forecast in the back-tests, and how well? */
export const outlookTrackRecordOperation: Operation = {
  name: 'outlook track-record',
  summary: 'how good forecasts of the past were: skill, coverage, reliability, votes',
  description:
    'Returns the scores of the back-tests by target and horizon: skill over no change or the base rate with its interval, coverage of the bands, reliability of the probabilities of events, and forecasts of votes.',
  parameters: [],
  quick: true,
  formats: ['table', 'json', 'csv'],
  examples: ['visavis outlook track-record', 'visavis outlook track-record --format csv -o track-record.csv'],
  load: async () => {
    const [{ trackRecordSchema }, reports] = await Promise.all([
      import('./track-record-schema.ts'),
      import('../../reports/outlook/track-record-text.ts'),
    ])
    return { output: trackRecordSchema, run, show: { table: reports.trackRecordText, csv: reports.trackRecordCsv } }
  },
}

/** What the back-tests rest on. */
const sources = [
  ...['un-votes', 'un-resolutions', 'visavis-ideal-points', 'cow-trade', 'imf-dots-world', 'baci-2022', 'baci-2023', 'world-bank'],
  ...['interstate-relations', 'territorial-claims', 'ucdp-acd', 'sanctions-regimes', 'bloc-memberships'],
]

async function run(_: Input, context: Context): Promise<TrackRecordAnswer> {
  const [
    { readBacktest, readEventScores },
    { readOutlookFits },
    rows,
    { storedEventModels },
    { citationsOf },
    record,
    { registeredSources },
  ] = await Promise.all([
    import('./outlook-data.ts'),
    import('../../outlook/targets/stored-fits.ts'),
    import('./track-record-rows.ts'),
    import('../../outlook/events/event-models.ts'),
    import('../../reports/outlook/source-citation.ts'),
    import('../storage/record.ts'),
    import('../../sources/registered-sources.ts'),
  ])
  const [fits, backtest, events, found] = await Promise.all([
    readOutlookFits(),
    readBacktest(),
    readEventScores(),
    record.findRecord({}, context),
  ])
  const { sources: cards } = await record.manifestOf(found.directory)
  // trade before 2010 is in the back-test, and not in the record
  const missing = registeredSources.filter(({ id }) => sources.includes(id) && !cards.some((card) => card.id === id))
  const others = await Promise.all(missing.map((source) => source.load()))
  const models = storedEventModels()
  const quantities = rows.scoreRows(backtest)
  return {
    schemaVersion: 1,
    snapshots: { quantities: fits.snapshot, events: models.snapshot },
    quantities: rows.quantityRecords(quantities, fits),
    events: [
      ...rows.moveRecords(quantities, fits),
      ...rows.eventRecords(rows.scoreRows(events.scores), rows.scoreRows(events.reliability), models),
    ],
    votes: rows.voteRecords(rows.scoreRows(events.votes)),
    sources: citationsOf([...cards, ...others.map(({ card }) => card)], sources),
  }
}
