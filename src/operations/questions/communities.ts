import type { CommunitiesAnswer } from '../../assessments/votes/communities.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** Which groups of states vote alike? The groups are found in the votes, not given in advance. */
export const communitiesOperation: Operation = {
  name: 'communities',
  summary: 'groups of states that vote alike, found in the votes, with their stability',
  description:
    'Communities of the network in which two states are tied by how much more often they vote alike than two states drawn at random would on the same roll calls of the UN ' +
    'General Assembly (whole resolutions). Found by Louvain on resampled roll calls; the consensus is shown, with its modularity, and how often each state stays with its ' +
    'community. A community is named by its three most populous members; no label is made up.',
  parameters: [
    { name: 'year', kind: 'year', help: 'calendar year of the votes (default: the latest full year)' },
    { name: 'years', kind: 'integer', default: 1, least: 1, most: 20, help: 'how many years, the last of which is --year' },
    { name: 'resamples', kind: 'integer', default: 100, least: 20, most: 1000, help: 'how often the roll calls are drawn anew' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws and of the order of moves' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis communities --year 2024',
    'visavis communities --year 1985 --years 3',
    'visavis communities --year 1970 --format csv -o communities-1970.csv',
  ],
  load: async () => {
    const [{ communitiesSchema }, reports] = await Promise.all([
      import('../schemas/communities-schema.ts'),
      import('../../reports/answers/communities.ts'),
    ])
    return {
      output: communitiesSchema,
      run,
      show: { ...reports.communitiesPage, csv: reports.communitiesCsv },
    }
  },
}

async function run(input: Input, context: Context): Promise<CommunitiesAnswer> {
  const [{ findCommunities }, { lastVote }, { withRecord, lastDayFor }, { refuseFuture, requestedPeriod }] = await Promise.all([
    import('../../assessments/votes/communities.ts'),
    import('../../assessments/votes/vote-matrix.ts'),
    import('../storage/record.ts'),
    import('../request/period.ts'),
  ])
  const { year, years, resamples, seed } = input as { year?: number; years: number; resamples: number; seed: number }
  const asked = year === undefined ? undefined : String(year)
  refuseFuture(requestedPeriod(undefined, asked), asked, context.today)
  return withRecord(input, context, async (snapshot) => {
    const to = lastDayFor(input, context, snapshot, undefined)
    const until = year ?? lastFullYear([to, (await lastVote(snapshot)) ?? to].sort()[0]!)
    const onDone = context.onCount === undefined ? undefined : (done: number) => context.onCount!('resamples', done, resamples)
    return findCommunities(snapshot, { from: until - years + 1, until, to, resamples, seed }, { onDone, signal: context.signal })
  })
}

/** Returns the last year whose votes are nearly complete. As most votes are taken in December, a year counts from its 15 December on. */
function lastFullYear(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) >= '12-15' ? 0 : 1)
}
