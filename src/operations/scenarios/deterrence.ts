import type { DeterrenceAnswer, DeterrenceRow } from '../../reports/scenarios/deterrence.ts'
import type { DeterrenceLosses, DeterrenceTable } from '../../scenarios/coalitions/deterrence.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { tradeParameters } from './trade-parameters.ts'
import type { NamedSide, TradeQuestion } from './trade-question.ts'

/** What would a threatened coalition cost its target and its members, and what can the target do before? */
export const deterrenceOperation: Operation = {
  name: 'deterrence',
  summary: 'what a threatened coalition would cost, and what its target can do before',
  description:
    'Losses of a target and of those who threaten to cut trade with it, in the first year and later: with all, without each, and with others; and what the target saves by diversifying or by stocks. ' +
    'In general equilibrium; no probability that a threat works.',
  parameters: [
    { name: 'target', kind: 'text', positional: true, required: true, help: 'a state or a bloc' },
    {
      name: 'members',
      kind: 'text',
      required: true,
      most: 2000,
      help: 'who threatens, with commas; a bloc acts as one',
    },
    { name: 'others', kind: 'text', most: 2000, help: 'who might join, with commas' },
    { name: 'loss', kind: 'text', help: 'the coalition from which it loses so many percent' },
    {
      name: 'shortRun',
      kind: 'integer',
      least: 10,
      most: 100,
      default: 38,
      help: 'first-year elasticity in percent of the long run',
    },
    ...tradeParameters,
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis deterrence CHN --members USA,EU,JPN,KOR --others IND,GBR --loss 1',
    'visavis deterrence RUS --members EU --sectors B06,C19',
  ],
  load: async () => {
    const [{ deterrenceSchema }, reports] = await Promise.all([
      import('./deterrence-schema.ts'),
      import('../../reports/scenarios/deterrence.ts'),
    ])
    return {
      output: deterrenceSchema,
      run,
      show: { ...reports.deterrencePage, csv: reports.deterrenceCsv },
      next: ({ target, members }: DeterrenceAnswer) => [
        `visavis coalition "${target.name}" --members "${members.map(({ name }) => name).join(',')}"   who contributes what`,
        `visavis resilience "${target.name}" --against "${members.map(({ name }) => name).join(',')}"   more ways to prepare`,
      ],
    }
  },
}

/** Part of trade that is moved, and months of a stock, in the line on what the target can do before. */
const moved = 0.5
const months = 6
const carryingPercent = 10

async function run(input: Input, context: Context): Promise<DeterrenceAnswer> {
  const [{ openTradeQuestion }, { deterrenceTable }, { preparation }, shared, { VisavisError }] = await Promise.all([
    import('./trade-question.ts'),
    import('../../scenarios/coalitions/deterrence.ts'),
    import('../../scenarios/coalitions/preparation.ts'),
    import('./trade-answer.ts'),
    import('../../errors.ts'),
  ])
  const question = await openTradeQuestion(input, context)
  const target = question.side(input['target'] as string, 'target')
  const { separateSides } = await import('./separate-sides.ts')
  const asked = input['others'] as string | undefined
  const named = question.sides(input['members'] as string, 'members')
  const sides = separateSides(target, [...named, ...(asked === undefined ? [] : question.sides(asked, 'others'))])
  const [members, others] = [sides.slice(0, named.length), sides.slice(named.length)]
  if (members.length === 0 || members.length > 12)
    throw new VisavisError('Usage', `members: ${members.length} are named; 1 to 12 can be`, { hint: 'a bloc is one member: USA,EU,JPN' })
  const longRun = question.elasticities.values
  const shortRunPercent = input['shortRun'] as number
  const shortRun = longRun.map((value) => (value * shortRunPercent) / 100)
  const cut = { ...question.cut, direction: 'both' as const }
  const parties = { target: target.party, members: members.map(({ party }) => party), others: others.map(({ party }) => party) }
  const table = await deterrenceTable(question.base, { ...parties, cut, shortRun, longRun }, async (done, of) => {
    context.onCount?.('coalitions', done, of)
    await new Promise(setImmediate)
    context.signal?.throwIfAborted()
  })
  const rows = rowsOf(table, members, others)
  const partners = parties.members.flat()
  const prepared = preparation(question.base, { target: target.party, partners, cut, moved, longRun, shortRun })
  if (!prepared.converged || !everyOne(table).every(({ converged }) => converged))
    throw new VisavisError('BadInput', 'the model has no solution for one of these coalitions', { hint: 'cut less: --factor 2' })
  const { premium, prepared: loss, unprepared } = prepared
  return {
    schemaVersion: 1,
    target: shared.sideOfAnswer(target),
    members: members.map(shared.sideOfAnswer),
    others: others.map(shared.sideOfAnswer),
    cut: shared.cutWords(question),
    shortRunPercent,
    rows,
    laterRange: await laterRange(question, target, partners),
    threshold: await thresholdOf(input, rows),
    before: {
      moved: { percent: 100 * moved, premium, prepared: loss, saved: unprepared - loss },
      stock: await stockBefore(question, { target: target.party, partners, cut, elasticity: shortRun }),
    },
    base: shared.baseOfAnswer(question),
    notes: [
      `In the first year trade responds ${shortRunPercent} % as strongly as in the long run (Boehm, Levchenko and Pandalai-Nayar 2023).`,
      `A stock costs ${carryingPercent} % of its value a year: an assumption, which visavis resilience lets you change. Services are not stored.`,
      'Whether a threat is believed, what is asked, and what both sides would do short of it are not in a model of trade.',
      ...shared.tradeNotes(question, [target, ...members, ...others]),
    ],
  }
}

function everyOne({ all, without, joined, growing }: DeterrenceTable): DeterrenceLosses[] {
  return [all, ...without.flatMap((one) => (one === null ? [] : [one])), ...joined, ...growing.map(({ losses }) => losses)]
}

function rowsOf(table: DeterrenceTable, members: readonly NamedSide[], others: readonly NamedSide[]): DeterrenceRow[] {
  const row = (kind: DeterrenceRow['kind'], who: string | null, { converged, ...losses }: DeterrenceLosses): DeterrenceRow => ({
    kind,
    who,
    ...losses,
  })
  return [
    row('named', null, table.all),
    ...table.without.flatMap((losses, i) => (losses === null ? [] : [row('without', members[i]!.name, losses)])),
    ...table.joined.map((losses, i) => row('with', others[i]!.name, losses)),
    ...table.growing.map(({ member, losses }) => row('growing', members[member]!.name, losses)),
  ]
}

async function laterRange(
  question: TradeQuestion,
  target: NamedSide,
  partners: readonly number[],
): Promise<DeterrenceAnswer['laterRange']> {
  const [{ cutLosses }, { sharesOfTable }, { rangeOfSets }] = await Promise.all([
    import('../../scenarios/coalitions/reserves.ts'),
    import('../../scenarios/models/trade-shares.ts'),
    import('./trade-answer.ts'),
  ])
  const shares = sharesOfTable(question.base)
  const [range] = rangeOfSets(question, ({ values }) => {
    const found = cutLosses(shares, { target: target.party, partners, cut: { ...question.cut, direction: 'both' }, elasticity: values })
    return [found.converged ? found.target : Number.NaN]
  })
  return range!
}

async function thresholdOf(input: Input, rows: readonly DeterrenceRow[]): Promise<DeterrenceAnswer['threshold']> {
  if (input['loss'] === undefined) return null
  const { numberOption } = await import('../request/number-option.ts')
  const loss = numberOption(input, 'loss', { least: 0.001, most: 100, unless: 1 })
  const growing = rows.filter(({ kind }) => kind === 'growing')
  const at = growing.findIndex(({ later }) => later >= loss)
  return { loss, members: at < 0 ? null : growing.slice(0, at + 1).map(({ who }) => who!) }
}

async function stockBefore(
  { base, card, cut }: TradeQuestion,
  question: Parameters<typeof import('../../scenarios/coalitions/reserves.ts').stockpile>[1],
): Promise<DeterrenceAnswer['before']['stock']> {
  const { stockpile } = await import('../../scenarios/coalitions/reserves.ts')
  const sectors = cut.sectors.filter((s) => card.sectors[s] !== 'SERV')
  if (sectors.length === 0) return null
  const { value, premium, prepared, saved } = stockpile(base, question, { sectors, months, carrying: carryingPercent / 100 })
  return { months, carryingPercent, value, premium, prepared, saved }
}
