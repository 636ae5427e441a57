import type { ChangesAnswer } from '../../assessments/standing/standing-changes.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** Which pairs of states stand to each other in another class than some years ago? */
export const changesOperation: Operation = {
  name: 'changes',
  summary: 'what moved: pairs that stand better or worse than some years ago',
  description:
    'Compares the class of standing of every pair of states, from war to security community, between two years, and lists the pairs that moved: those that are or were nearest to war first, ' +
    'of equal ones the larger economies, each with the dated facts behind it. With a state, only its pairs.',
  parameters: [
    { name: 'state', kind: 'text', positional: true, help: 'only pairs of this state' },
    { name: 'from', kind: 'year', help: 'the earlier year, 1946 or later (default: two years before the later one)' },
    { name: 'to', kind: 'year', help: 'the later year (default: the year of the record)' },
    { name: 'limit', kind: 'integer', inTables: 10, least: 1, most: 20_000, help: 'most pairs of each direction' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis changes',
    'visavis changes Iran --from 2015',
    'visavis changes --from 1989 --to 1992 --format csv -o end-of-cold-war.csv',
  ],
  load: async () => {
    const [{ movedPairsSchema }, reports] = await Promise.all([
      import('../schemas/standing/moved-pairs-schema.ts'),
      import('../../reports/standing/moved-pairs.ts'),
    ])
    return {
      output: movedPairsSchema,
      run,
      show: { table: reports.movedPairsText, csv: reports.movedPairsCsv, md: reports.movedPairsMarkdown },
      next: ({ worse, better }: ChangesAnswer) =>
        [...worse.rows, ...better.rows]
          .slice(0, 1)
          .map(({ iso3_a, iso3_b }) => `visavis assess ${iso3_a} ${iso3_b}   how the two stand in all domains`),
    }
  },
}

async function run(input: Input, context: Context): Promise<ChangesAnswer> {
  const [{ standingChanges }, { withRecord, lastDayFor }, { requestedChanges }] = await Promise.all([
    import('../../assessments/standing/standing-changes.ts'),
    import('../storage/record.ts'),
    import('../request/changes-request.ts'),
  ])
  return withRecord(input, context, (snapshot) =>
    standingChanges(snapshot, requestedChanges(input, lastDayFor(input, context, snapshot, undefined))),
  )
}
