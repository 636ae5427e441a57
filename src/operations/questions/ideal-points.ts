import type { IdealPointsAnswer } from '../../assessments/votes/ideal-point-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** What are the ideal points of states by their votes, how far apart are they, and what divides them? */
export const idealPointsOperation: Operation = {
  name: 'measure ideal-points',
  summary: 'ideal points from votes: positions, distances, what divides',
  description:
    'Positions of states on the one dimension that explains most of their votes in the UN General Assembly (dynamic ordinal probit; the United States high, Russia low), ' +
    'with their uncertainty. No state: all. One state: its positions over time. Two: their distance by session. The votes chosen are those estimated from.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, help: 'a state' },
    { name: 'b', kind: 'text', positional: true, help: 'another state' },
    { name: 'from', kind: 'day', help: 'votes from this year or day on' },
    { name: 'to', kind: 'day', help: 'votes up to this year or day' },
    { name: 'fromSession', kind: 'integer', least: 1, help: 'first session; special sessions count to the regular one under way' },
    { name: 'toSession', kind: 'integer', least: 1, help: 'last session' },
    {
      name: 'issue',
      kind: 'choice',
      choices: ['me', 'nu', 'di', 'hr', 'co', 'ec'],
      help: 'votes on one issue: Middle East, nuclear, disarmament, human rights, colonialism, economy',
    },
    { name: 'important', kind: 'flag', help: 'only votes that the US State Department listed as important' },
    {
      name: 'paragraphs',
      kind: 'choice',
      choices: ['before-1990', 'whole', 'all'],
      default: 'before-1990',
      help: 'votes on parts of a text, amendments, motions: to 1989 (as published), none, or all',
    },
    {
      name: 'votes',
      kind: 'choice',
      choices: ['ordinal', 'binary', 'yes-no'],
      default: 'ordinal',
      help: 'abstention between yes and no, counted as a no, or left out',
    },
    { name: 'link', kind: 'choice', choices: ['rules', 'none'], default: 'rules', help: 'whether votes on a recurring text share an item' },
    {
      name: 'prior',
      kind: 'choice',
      choices: ['bailey-strezhnev-voeten', 'random-walk', 'static'],
      default: 'bailey-strezhnev-voeten',
      help: 'how a position leans on that of the session before',
    },
    { name: 'divisive', kind: 'integer', least: 1, most: 1000, help: 'the N roll calls that divide the world, or the two, most' },
    { name: 'multiverse', kind: 'flag', help: 'the distance under all defensible specifications, side by side' },
    { name: 'session', kind: 'integer', least: 1, help: 'with --multiverse: which session (default: the latest)' },
    { name: 'posterior', kind: 'flag', help: 'draws from the posterior: full uncertainty, in minutes' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws' },
    { name: 'chains', kind: 'integer', least: 2, most: 64, default: 2, help: 'with --posterior: chains, each with 420 draws' },
    { name: 'threads', kind: 'integer', least: 1, most: 256, help: 'threads; the answer is the same' },
    { name: 'update', kind: 'flag', help: 'start from the last fit kept of an earlier record' },
    { name: 'sample', kind: 'text', file: true, help: 'a file of votes (rcid,item,session,votes) instead of the record' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis measure ideal-points CHN RUS',
    'visavis measure ideal-points Brazil --from 1990 --format csv',
    'visavis measure ideal-points CHN RUS --divisive 10 --from 2022',
    'visavis measure ideal-points CHN RUS --multiverse',
    'visavis measure ideal-points --sample bsv_rollcalls.csv.gz --format csv',
  ],
  load: async () => {
    const [{ idealPointsSchema }, reports, { idealPointsCsv }] = await Promise.all([
      import('../schemas/ideal-points-schema.ts'),
      import('../../reports/answers/ideal-points.ts'),
      import('../../reports/answers/ideal-points-csv.ts'),
    ])
    return {
      output: idealPointsSchema,
      run,
      show: { table: reports.idealPointsText, csv: idealPointsCsv, md: reports.idealPointsMarkdown },
      notes: (answer: IdealPointsAnswer, format) => (format === 'table' || format === 'md' ? reports.rankedStatesLeftOut(answer) : []),
      next,
    }
  },
}

function next({ a, b, sample, multiverse, rollCalls }: IdealPointsAnswer): string[] {
  if (sample !== null) return []
  const own = 'visavis measure ideal-points'
  if (a === null || b === null) {
    const all = a === null ? [`${own} --format csv -o points.csv   every state in every session`] : []
    return [...(rollCalls.length > 0 ? [] : [`${own} --divisive 10 --from 2020   the roll calls that divide most`]), ...all]
  }
  return [
    ...(multiverse !== null ? [] : [`${own} ${a} ${b} --multiverse   how much the distance hangs on the choices`]),
    ...(rollCalls.length > 0 ? [] : [`${own} ${a} ${b} --divisive 10 --from 2020   the roll calls that set them apart`]),
    `visavis measure similarity ${a} ${b} --by year   what rival measures say`,
  ]
}

async function run(input: Input, context: Context): Promise<IdealPointsAnswer> {
  const { parseIdealPointsRequest } = await import('../request/ideal-points-request.ts')
  const asked = parseIdealPointsRequest(input)
  if (asked.sample !== undefined) return (await import('../fits/ideal-points-sample.ts')).idealPointsFromSample(asked, asked.sample)
  return (await import('../fits/ideal-points-record.ts')).idealPointsFromRecord(asked, input, context)
}
