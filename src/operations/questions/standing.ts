import type { StandingAnswer } from '../../assessments/standing/standing-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** In which class do two states stand to each other, from war to security community, and since when? */
export const standingOperation: Operation = {
  name: 'measure standing',
  summary: 'standing of states: at war, rivalry, negative or warm peace, community',
  description:
    'Places each pair of states in each year since 1946 in one of six classes: at war, severe rivalry, lesser rivalry, negative peace, warm peace, security community. ' +
    'A published rule over dated facts decides, never a weighted score. Two states: the class, the facts that place them, since when, and what would move them. ' +
    'One state: its standing with all others. --all: every pair.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, help: 'a state' },
    { name: 'b', kind: 'text', positional: true, help: 'another state' },
    { name: 'year', kind: 'year', help: 'the year, 1946 or later (default: the year of the record)' },
    { name: 'all', kind: 'flag', help: 'every pair of states' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis measure standing India Pakistan',
    'visavis measure standing Kenya --year 2005',
    'visavis measure standing --year 2018 --all --format csv',
  ],
  load: async () => {
    const [{ standingSchema }, reports] = await Promise.all([
      import('../schemas/standing/standing-schema.ts'),
      import('../../reports/standing/standing.ts'),
    ])
    return {
      output: standingSchema,
      run,
      show: { table: reports.standingAnswerText, csv: reports.standingCsv, md: reports.standingAnswerMarkdown },
    }
  },
}

async function run(input: Input, context: Context): Promise<StandingAnswer> {
  const [{ standingAnswer }, { withRecord, lastDayFor }, { requestedStanding }] = await Promise.all([
    import('../../assessments/standing/standing-answer.ts'),
    import('../storage/record.ts'),
    import('../request/standing-request.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const lastDay = lastDayFor(input, context, snapshot, undefined)
    return standingAnswer(snapshot, requestedStanding(input, lastDay))
  })
}
