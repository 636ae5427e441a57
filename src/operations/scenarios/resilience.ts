import type { ResilienceAnswer } from '../../reports/scenarios/resilience.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { tradeParameters } from './trade-parameters.ts'

/** What does moving trade away from partners cost, and what does it save if they cut it? */
export const resilienceOperation: Operation = {
  name: 'resilience',
  summary: 'what moving trade elsewhere before a cut costs and saves',
  description:
    'For a target and partners who may cut trade with it: its loss in the first year of a cut, and what moving a quarter, half or three quarters of this trade elsewhere beforehand costs every ' +
    'year and saves in that year. In general equilibrium, without input links; a model, not a forecast.',
  parameters: [
    { name: 'target', kind: 'text', positional: true, required: true, help: 'a state or a bloc' },
    { name: 'against', kind: 'text', required: true, most: 2000, help: 'states or blocs with commas who may cut trade with it' },
    {
      name: 'shortRun',
      kind: 'integer',
      least: 10,
      most: 100,
      default: 38,
      help: 'elasticity of the first year in percent of that of the long run',
    },
    ...tradeParameters,
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis resilience EU --against CHN', 'visavis resilience JPN --against CHN --sectors C26 --json'],
  load: async () => {
    const [{ resilienceSchema }, reports] = await Promise.all([
      import('./coalition-schema.ts'),
      import('../../reports/scenarios/resilience.ts'),
    ])
    return {
      output: resilienceSchema,
      run,
      show: { table: reports.resilienceText, csv: reports.resilienceCsv, md: reports.resilienceMarkdown },
    }
  },
}

/** Parts of trade that are moved. */
const parts = [0.25, 0.5, 0.75]

async function run(input: Input, context: Context): Promise<ResilienceAnswer> {
  const [{ openTradeQuestion }, { preparation }, { VisavisError }, shared] = await Promise.all([
    import('./trade-question.ts'),
    import('../../scenarios/coalitions/preparation.ts'),
    import('../../errors.ts'),
    import('./trade-answer.ts'),
  ])
  const question = await openTradeQuestion(input, context)
  const target = question.side(input['target'] as string, 'target')
  const sides = question.sides(input['against'] as string, 'against')
  const partners = [...new Set(sides.flatMap(({ party }) => party))].filter((i) => !target.party.includes(i))
  if (partners.length === 0)
    throw new VisavisError('Usage', 'against: names nobody but the target', { hint: 'visavis resilience EU --against CHN' })
  const longRun = question.elasticities.values
  const shortRunPercent = input['shortRun'] as number
  const shortRun = longRun.map((value) => (value * shortRunPercent) / 100)
  const cut = { ...question.cut, direction: 'both' as const }
  const table = question.base
  const found = parts.map((moved) => preparation(table, { target: target.party, partners, cut, moved, longRun, shortRun }))
  if (!found.every(({ converged, unprepared, prepared }) => converged && Number.isFinite(unprepared + prepared)))
    throw new VisavisError('BadInput', 'the model has no solution for this cut in the first year', { hint: 'cut less: --factor 2' })
  return {
    schemaVersion: 1,
    target: shared.sideOfAnswer(target),
    partners: sides.map(shared.sideOfAnswer),
    cut: shared.cutWords(question),
    shortRunPercent,
    rows: found.map(({ premium, unprepared, prepared, breakEven }, k) => ({
      moved: 100 * parts[k]!,
      premium,
      prepared,
      saved: unprepared - prepared,
      breakEven: breakEven === null ? null : 100 * breakEven,
    })),
    unprepared: found[0]!.unprepared,
    longRun: found[0]!.longRun,
    base: shared.baseOfAnswer(question),
    notes: [
      `In the first year trade responds ${shortRunPercent} % as strongly as in the long run. The usual 38 % is the ratio of 0.76 in the year after a tariff to about 2 in the long run, estimated by Boehm, Levchenko and Pandalai-Nayar (2023), American Economic Review 113(4).`,
      'In the long run the world after a cut is the same with and without preparation: what is saved is saved in the first year.',
      'A yearly probability from which preparing pays weighs losses with and without a cut alike, one year at a time. It is close to the ratio of the two elasticities, and it is not the probability of a cut.',
      ...shared.tradeNotes(question, [target, ...sides]),
    ],
  }
}
