import type { ResilienceAnswer } from '../../reports/scenarios/resilience.ts'
import type { CutQuestion } from '../../scenarios/coalitions/reserves.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { tradeParameters } from './trade-parameters.ts'
import type { NamedSide, TradeQuestion } from './trade-question.ts'

/** What does moving trade away from partners cost, and what does it save if they cut it? */
export const resilienceOperation: Operation = {
  name: 'resilience',
  summary: 'what diversifying, stocks or a friend save if partners cut trade',
  description:
    'For a target and partners who may cut trade with it: its loss in the first year, what moving trade elsewhere beforehand or a stock of some goods costs every year and saves in that one, ' +
    'and what a partner that does not join saves. In general equilibrium; a model, not a forecast.',
  parameters: [
    { name: 'target', kind: 'text', positional: true, required: true, help: 'a state or a bloc' },
    { name: 'against', kind: 'text', required: true, most: 2000, help: 'states or blocs with commas who may cut trade with it' },
    {
      name: 'shortRun',
      kind: 'integer',
      least: 10,
      most: 100,
      default: 38,
      help: 'first-year elasticity in percent of the long run',
    },
    { name: 'stock', kind: 'text', most: 500, help: 'sectors whose goods the target stores, with commas' },
    { name: 'months', kind: 'integer', least: 1, most: 12, help: 'how long the stock lasts (default: 1, 3, 6 and 12)' },
    {
      name: 'carrying',
      kind: 'integer',
      least: 1,
      most: 100,
      default: 10,
      help: 'yearly cost of a stock in percent of its value',
    },
    ...tradeParameters,
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis resilience EU --against CHN',
    'visavis resilience JPN --against CHN,KOR --sectors C26 --stock C26 --months 6',
    'visavis resilience JPN --against CHN --sectors C26 --json',
  ],
  load: async () => {
    const [{ resilienceSchema }, reports] = await Promise.all([
      import('./coalition-schema.ts'),
      import('../../reports/scenarios/resilience.ts'),
    ])
    return {
      output: resilienceSchema,
      run,
      show: { ...reports.resiliencePage, csv: reports.resilienceCsv },
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
  const inFirstYear = { target: target.party, cut, elasticity: shortRun }
  const stock = await stockOf(input, question, { ...inFirstYear, partners })
  const friends = await friendsOf(question, sides, inFirstYear, { unprepared: found[0]!.unprepared, longRun })
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
    stock,
    friends,
    unprepared: found[0]!.unprepared,
    longRun: found[0]!.longRun,
    base: shared.baseOfAnswer(question),
    notes: [
      `In the first year trade responds ${shortRunPercent} % as strongly as in the long run. The usual 38 % is the ratio of 0.76 in the year after a tariff to about 2 in the long run, estimated by Boehm, Levchenko and Pandalai-Nayar (2023), American Economic Review 113(4).`,
      'In the long run the world after a cut is the same with and without preparation: what is saved is saved in the first year.',
      'A yearly probability from which preparing pays weighs losses with and without a cut alike, one year at a time. It is close to the ratio of the two elasticities, and it is not the probability of a cut.',
      ...(stock === null
        ? []
        : [
            `A stock is worth the purchases of so many months and costs ${stock.carryingPercent} % of that a year (interest, storage, decay: an assumption, --carrying). While it lasts, the target has these goods as before and all other trade with the partners is cut. The loss of the year is the mean, weighted by months.`,
          ]),
      ...shared.tradeNotes(question, [target, ...sides]),
    ],
  }
}

/** Months of stocks that are compared unless a number is given. */
const usualMonths = [1, 3, 6, 12]

async function stockOf(input: Input, question: TradeQuestion, cut: CutQuestion): Promise<ResilienceAnswer['stock']> {
  const asked = input['stock'] as string | undefined
  const [{ VisavisError }, { stockpile }] = await Promise.all([import('../../errors.ts'), import('../../scenarios/coalitions/reserves.ts')])
  if (asked === undefined) {
    if (input['months'] === undefined) return null
    throw new VisavisError('Usage', 'months: of which sectors? Name them with --stock', { hint: '--stock C26 --months 6' })
  }
  const { sectors, sectorNames } = question.card
  const codes = [...new Set(asked.split(',').map((code) => code.trim()))].filter((code) => code !== '')
  const stored = codes.map((code) => {
    if (code === 'SERV')
      throw new VisavisError('Usage', 'stock: services cannot be stored', { hint: 'visavis scenario list   lists sectors' })
    const s = sectors.indexOf(code)
    if (s >= 0 && question.cut.sectors.includes(s)) return s
    throw new VisavisError(
      'Usage',
      `stock: ${s < 0 ? `there is no sector "${code}" in this base` : `trade in ${code} is not cut, so a stock saves nothing`}`,
      {
        hint: `sectors that are cut: ${question.cut.sectors.map((at) => sectors[at]).join(' ')}`,
      },
    )
  })
  if (stored.length === 0) throw new VisavisError('Usage', 'stock: names no sector')
  const carryingPercent = input['carrying'] as number
  const months = input['months'] === undefined ? usualMonths : [input['months'] as number]
  return {
    sectors: stored.map((s) => sectorNames[s]!),
    carryingPercent,
    rows: months.map((one) => {
      const finding = stockpile(question.base, cut, { sectors: stored, months: one, carrying: carryingPercent / 100 })
      if (!finding.converged)
        throw new VisavisError('BadInput', 'the model has no solution for this cut with a stock', { hint: 'cut less: --factor 2' })
      const { value, premium, prepared, saved, breakEven } = finding
      return { months: one, value, premium, prepared, saved, breakEven: breakEven === null ? null : 100 * breakEven }
    }),
  }
}

/** What the target loses if one of several partners does not join the cut. */
async function friendsOf(
  question: TradeQuestion,
  sides: readonly NamedSide[],
  inFirstYear: Omit<CutQuestion, 'partners'>,
  all: { readonly unprepared: number; readonly longRun: Float64Array },
): Promise<ResilienceAnswer['friends']> {
  if (sides.length < 2) return []
  const [{ cutLosses }, { sharesOfTable }, shared] = await Promise.all([
    import('../../scenarios/coalitions/reserves.ts'),
    import('../../scenarios/models/trade-shares.ts'),
    import('./trade-answer.ts'),
  ])
  const shares = sharesOfTable(question.base)
  return sides.map((side) => {
    const partners = [...new Set(sides.flatMap((other) => (other === side ? [] : other.party)))].filter(
      (i) => !side.party.includes(i) && !inFirstYear.target.includes(i),
    )
    const firstYear = partners.length === 0 ? 0 : cutLosses(shares, { ...inFirstYear, partners }).target
    const later = partners.length === 0 ? 0 : cutLosses(shares, { ...inFirstYear, partners, elasticity: all.longRun }).target
    return { ...shared.sideOfAnswer(side), firstYear, saved: all.unprepared - firstYear, longRun: later }
  })
}
