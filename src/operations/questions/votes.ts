import type { PairedVotesAnswer, Split } from '../../assessments/pairs/pair-roll-calls.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { cutNote } from '../request/table-limits.ts'

/** On which roll calls did both parties have a position, and how did each vote? */
export const votesOperation: Operation = {
  name: 'votes',
  summary: 'the roll calls that two states, or blocs, had in common',
  description:
    'Lists roll calls of the UN General Assembly on which both had a position, the newest first, with date, symbol, title and both votes; by window, issue, words of the title, ' +
    'and by whether they voted the same, one abstained, or yes stood against no. Of a bloc the position is that of more than half of its members (as of the last day) that took one.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state or a bloc: CHN, China, Beijing, EU, NATO …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state or bloc' },
    { name: 'from', kind: 'day', help: 'first year or day' },
    { name: 'to', kind: 'day', help: 'last year or day (default: the day of the record)' },
    {
      name: 'issue',
      kind: 'choice',
      choices: ['me', 'nu', 'di', 'hr', 'co', 'ec', 'none', 'not-coded'],
      help: 'votes on one issue: Middle East, nuclear, disarmament, human rights, colonialism, economy; on none of them, or not coded',
    },
    {
      name: 'kind',
      kind: 'choice',
      choices: ['all', 'whole'],
      default: 'whole',
      help: 'all recorded votes, or only those on a resolution as a whole',
    },
    {
      name: 'split',
      kind: 'choice',
      choices: ['same', 'partial', 'opposing'],
      help: 'the same position, one abstaining, or yes against no',
    },
    { name: 'words', kind: 'text', help: 'words that symbol and title must have' },
    { name: 'limit', kind: 'integer', inTables: 50, least: 1, most: 1_000_000, help: 'roll calls (50 in a table; else all)' },
    { name: 'offset', kind: 'integer', default: 0, help: 'roll calls left out at the beginning' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis votes CHN RUS --split opposing',
    'visavis votes USA Israel --from 2024 --words palestine',
    'visavis votes Russia EU --from 2022 --issue hr --format csv -o votes.csv',
  ],
  load: async () => {
    const [{ votesSchema }, reports] = await Promise.all([
      import('../schemas/votes-schema.ts'),
      import('../../reports/parts/paired-votes.ts'),
    ])
    return {
      output: votesSchema,
      run,
      show: { table: reports.pairedVotesText, csv: reports.pairedVotesCsv, md: reports.pairedVotesMarkdown },
      notes: ({ votes, total, offset }: PairedVotesAnswer, format) => cutNote('roll calls', votes.length, total - offset, format),
    }
  },
}

async function run(input: Input, context: Context): Promise<PairedVotesAnswer> {
  const [{ pairedVotes }, { partiesOn }, { withRecord, lastDayFor }, { partiesNamed }, { refuseFuture, requestedPeriod }] =
    await Promise.all([
      import('../../assessments/pairs/pair-roll-calls.ts'),
      import('../../assessments/blocs/bloc-parties.ts'),
      import('../storage/record.ts'),
      import('../request/parties.ts'),
      import('../request/period.ts'),
    ])
  const window = requestedPeriod(input['from'] as string | undefined, input['to'] as string | undefined)
  refuseFuture(window, (input['from'] ?? input['to']) as string | undefined, context.today)
  return withRecord(input, context, async (snapshot) => {
    const to = lastDayFor(input, context, snapshot, window.to)
    const { from } = requestedPeriod(window.from, to)
    const named = partiesNamed(input['a'] as string, input['b'] as string, { from, to })
    const [a, b] = await partiesOn(snapshot, named, to)
    return pairedVotes(snapshot, {
      ...{ a, b, from, to },
      issue: input['issue'] as string | undefined,
      wholeOnly: input['kind'] === 'whole',
      split: input['split'] as Split | undefined,
      words: input['words'] as string | undefined,
      offset: input['offset'] as number,
      limit: input['limit'] as number | undefined,
    })
  })
}
