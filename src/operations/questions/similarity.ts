import type { SimilarityAnswer, SimilarityRequest } from '../../assessments/votes/similarity.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** How similar are the foreign policies of states by their votes, according to each rival measure? */
export const similarityOperation: Operation = {
  name: 'measure similarity',
  summary: 'similarity of votes: kappa, S, pi, tau-b, A, agreement',
  description:
    'Similarity of positions in the UN General Assembly. Two states: every measure with its interval and percentile, over a window or year by year. ' +
    'One state: all others ranked beside it, without a figure where fewer than 20 votes are in common. --all: every pair. ' +
    'Without --from, the last three sessions that ended. kappa with quadratic weights is the default measure; the rivals are not interchangeable with it.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, help: 'a state' },
    { name: 'b', kind: 'text', positional: true, help: 'another state' },
    { name: 'year', kind: 'year', help: 'one calendar year' },
    { name: 'from', kind: 'day', help: 'first year or day (default: the last three sessions; with --by year all years)' },
    { name: 'to', kind: 'day', help: 'last year or day' },
    { name: 'all', kind: 'flag', help: 'every pair of states' },
    { name: 'by', kind: 'choice', choices: ['window', 'year'], default: 'window', help: 'one figure for the window, or one a year' },
    {
      name: 'issue',
      kind: 'choice',
      choices: ['me', 'nu', 'di', 'hr', 'co', 'ec'],
      help: 'votes on one issue: Middle East, nuclear, disarmament, human rights, colonialism, economy',
    },
    {
      name: 'kind',
      kind: 'choice',
      choices: ['all', 'whole'],
      default: 'all',
      help: 'all recorded votes, or only those on a resolution as a whole',
    },
    { name: 'important', kind: 'flag', help: 'only votes that the US State Department listed as important' },
    { name: 'consensus', kind: 'choice', choices: ['keep', 'drop'], default: 'keep', help: 'votes in which all took the same position' },
    {
      name: 'absence',
      kind: 'choice',
      choices: ['skip', 'abstain'],
      default: 'skip',
      help: 'what it means that a UN member has no recorded position',
    },
    { name: 'draws', kind: 'integer', default: 200, most: 10_000, help: 'bootstrap draws behind each interval; 0 = none' },
    { name: 'intervals', kind: 'flag', help: 'with --all: also the ends of every interval, as further columns' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis measure similarity CHN RUS --year 2018',
    'visavis measure similarity CHN RUS --from 1971 --by year',
    'visavis measure similarity Brazil --year 2024 --issue hr',
    'visavis measure similarity --year 2018 --all --format csv',
  ],
  load: async () => {
    const [{ similaritySchema }, reports] = await Promise.all([
      import('../schemas/similarity-schema.ts'),
      import('../../reports/parts/similarity.ts'),
    ])
    return {
      output: similaritySchema,
      run,
      show: { table: reports.similarityText, csv: reports.similarityCsv, md: reports.similarityMarkdown },
    }
  },
}

async function run(input: Input, context: Context): Promise<SimilarityAnswer> {
  const [{ measureSimilarity }, { withRecord }] = await Promise.all([
    import('../../assessments/votes/similarity.ts'),
    import('../storage/record.ts'),
  ])
  const resolve = await similarityRequest(input, context)
  return withRecord(input, context, (snapshot) => measureSimilarity(snapshot, resolve(snapshot)))
}

/**
 * Checks what is asked before any data are read.
 *
 * @returns what resolves it by a record: its states and its window
 * @throws VisavisError Usage, BadDate
 */
export async function similarityRequest(input: Input, context: Context): Promise<(snapshot: Snapshot) => SimilarityRequest> {
  const [request, { lastDayFor }] = await Promise.all([import('../request/similarity-request.ts'), import('../storage/record.ts')])
  const asked = request.parseSimilarityRequest(input)
  return (snapshot) => request.resolveStates(asked, input, lastDayFor(input, context, snapshot, asked.to))
}
