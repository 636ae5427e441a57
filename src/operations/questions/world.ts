import type { WorldAnswer } from '../../assessments/world/world.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** What is one measure of every state towards a chosen state or bloc, year by year? */
export const worldOperation: Operation = {
  name: 'world',
  summary: 'one measure of every state towards a state or bloc, year by year',
  description:
    'For every state and year: place among all pairs in votes, similarity of votes, distance of ideal points, standing, shared blocs, commitments, armed conflict, shares of trade and arms, sanctions regimes, similarity of speeches ' +
    'towards the chosen state or bloc, with 90 % intervals where there are any. Towards a bloc the figures of its members of the year are put together, and how many is told. ' +
    'As a table one year, ranked; as CSV a row for each state and year, those without a figure too: unknown, or no state then.',
  parameters: [
    { name: 'of', kind: 'text', positional: true, required: true, help: 'a state or a bloc: CHN, China, Beijing, EU, NATO …' },
    {
      name: 'measure',
      kind: 'text',
      default: 'place',
      help: 'what is measured: place, kappa, standing, blocs …, or a figure of visavis catalogue by its id (import-share, goods-flow, conflict-intensity …)',
    },
    { name: 'bloc', kind: 'text', help: 'a bloc whose members are marked among all' },
    { name: 'year', kind: 'year', help: 'one year (default: all)' },
    { name: 'from', kind: 'year', help: 'first year' },
    { name: 'to', kind: 'year', help: 'last year' },
    { name: 'draws', kind: 'integer', default: 200, least: 100, most: 2000, help: 'bootstrap draws behind each interval of votes' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis world CHN --year 2024',
    'visavis world EU --measure ideal-point --year 2024',
    'visavis world Russia --measure export-share-of-chosen --format csv -o partners.csv',
    'visavis world USA --year 2024 --bloc BRICS',
    'visavis world USA --measure agreement --from 1970 --json',
  ],
  load: async () => {
    const [{ worldSchema }, reports] = await Promise.all([import('../schemas/world-schema.ts'), import('../../reports/answers/world.ts')])
    return {
      output: worldSchema,
      run,
      show: { ...reports.worldPage, csv: reports.worldCsv },
      next: ({ of, latest }: WorldAnswer) =>
        latest === null
          ? ['visavis sources   what the record holds']
          : [`visavis communities --year ${latest}   groups of states that vote alike`, `visavis states ${of.iso3}`],
    }
  },
}

async function run(input: Input, context: Context): Promise<WorldAnswer> {
  const [{ world }, { worldMeasure }, { withRecord, lastDayFor }, { optionalBloc, partyNamed }, { refuseFuture, requestedPeriod }] =
    await Promise.all([
      import('../../assessments/world/world.ts'),
      import('../../assessments/world/world-measures.ts'),
      import('../storage/record.ts'),
      import('../request/parties.ts'),
      import('../request/period.ts'),
    ])
  const [year, from, to] = [input['year'], input['from'], input['to']] as (number | undefined)[]
  const asked = [year ?? from, year ?? to].map((one) => (one === undefined ? undefined : String(one)))
  const window = requestedPeriod(asked[0], asked[1])
  refuseFuture(window, asked[0], context.today)
  return withRecord(input, context, async (snapshot) => {
    const last = lastDayFor(input, context, snapshot, undefined)
    const chosen = partyNamed(input['of'] as string, window.to ?? last)
    const { draws, seed } = input as { draws: number; seed: number }
    const marked = optionalBloc(input['bloc'] as string | undefined, window.to ?? last)
    const measure = worldMeasure(input['measure'] as string)
    return world(snapshot, {
      chosen,
      measure,
      marked,
      from: year ?? from,
      until: year ?? to,
      to: last,
      draws,
      seed,
      signal: context.signal,
    })
  })
}
