import type { CoalitionAnswer } from '../../reports/scenarios/coalition.ts'
import type { CoalitionFindings } from '../../scenarios/coalitions/coalition-answer.ts'
import type { CoalitionGame } from '../../scenarios/coalitions/coalition-game.ts'
import type { CoalitionJob } from '../../scenarios/coalitions/coalition-job.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { tradeParameters } from './trade-parameters.ts'
import type { NamedSide, TradeQuestion } from './trade-question.ts'

/** What would a coalition cost its target and its members, and who contributes what? */
export const coalitionOperation: Operation = {
  name: 'coalition',
  summary: 'what a coalition that cuts trade costs its target and its members',
  description:
    "Cuts trade between a target and each coalition of the members named, in general equilibrium: each member's contribution to the target's loss and its own cost, the coalitions " +
    'that no other beats, payments between members after which all lose the same share, and the coalition from which the target loses a given percentage. A model, not a forecast.',
  parameters: [
    { name: 'target', kind: 'text', positional: true, required: true, help: 'a state or a bloc' },
    { name: 'members', kind: 'text', required: true, most: 2000, help: 'states or blocs with commas; a bloc acts as one: USA,EU,JPN' },
    { name: 'loss', kind: 'text', help: 'the smallest coalition from which it loses so many percent' },
    {
      name: 'orders',
      kind: 'integer',
      least: 4,
      most: 2000,
      default: 40,
      help: 'orders of joining that are drawn',
    },
    { name: 'exact', kind: 'flag', help: 'solve all coalitions of up to 10 members (up to 6 always)' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the orders' },
    ...tradeParameters,
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis coalition RUS --members USA,EU,GBR,JPN',
    'visavis coalition CHN --members USA,EU,JPN,KOR --factor 2 --loss 0.5',
    'visavis coalition RUS --members EU,TUR,IND,CHN --sectors B06,C19 --base icio-2022 --json',
  ],
  load: async () => {
    const [{ coalitionSchema }, reports] = await Promise.all([
      import('./coalition-schema.ts'),
      import('../../reports/scenarios/coalition.ts'),
    ])
    return {
      output: coalitionSchema,
      run,
      show: { ...reports.coalitionPage, csv: reports.coalitionCsv },
      next: ({ target, members }: CoalitionAnswer) => [
        `visavis leverage "${target.name}" "${members[0]!.name}"   what the two can do to each other`,
      ],
    }
  },
}

/** Up to so many members all coalitions are solved unasked: 64 of them. */
const exactUnasked = 6

async function run(input: Input, context: Context): Promise<CoalitionAnswer> {
  const { solveCoalitions } = await import('../../scenarios/coalitions/coalition-workers.ts')
  const { game, job, needed, answer } = await openCoalition(input, context)
  const onDone = (done: number): void => context.onCount?.('coalitions', done, needed.length)
  await solveCoalitions(game, job, needed, { signal: context.signal, onDone })
  return answer()
}

/** A question about a coalition whose coalitions are not solved yet. */
export interface OpenCoalition {
  readonly game: CoalitionGame
  readonly job: CoalitionJob
  /** The coalitions to solve; what the game does not have once the answer is made is solved then. */
  readonly needed: readonly bigint[]
  answer(): Promise<CoalitionAnswer>
}

/**
 * Reads who is against whom and lists the coalitions to solve.
 *
 * @throws VisavisError Usage, BadInput or UnknownState for a name, base or number that means nothing
 */
export async function openCoalition(input: Input, context: Context): Promise<OpenCoalition> {
  const [{ openTradeQuestion }, { tradeCoalition }, { coalitionFindings }, { coalitionsNeeded }, { separateSides }] = await Promise.all([
    import('./trade-question.ts'),
    import('../../scenarios/coalitions/trade-coalition.ts'),
    import('../../scenarios/coalitions/coalition-answer.ts'),
    import('../../scenarios/coalitions/shapley.ts'),
    import('./separate-sides.ts'),
  ])
  const question = await openTradeQuestion(input, context)
  const target = question.side(input['target'] as string, 'target')
  const members = separateSides(target, question.sides(input['members'] as string, 'members'))
  const model = question.modelWith(question.elasticities)
  const cut = { ...question.cut, direction: 'both' as const }
  const threat = { target: target.party, candidates: members, cut }
  const game = tradeCoalition(model, threat)
  const exact = members.length <= exactUnasked || (input['exact'] === true && members.length <= 10)
  const [orders, seed] = [2 * Math.ceil((input['orders'] as number) / 2), input['seed'] as number]
  const sampling = exact ? undefined : { orders, seed }
  const loss = await lossOf(input)
  return {
    game,
    job: { base: input['data'] === undefined ? question.card.id : question.base, elasticities: question.elasticities.values, threat },
    needed: coalitionsNeeded(members.length, sampling),
    answer: async () => {
      const sizes = members.map(({ party }) => party.reduce((sum, i) => sum + model.expenditure[i]!, 0))
      return answerOf(question, target, members, coalitionFindings(game, { sizes, sampling, loss }), seed)
    },
  }
}

async function lossOf(input: Input): Promise<number | undefined> {
  if (input['loss'] === undefined) return undefined
  const { numberOption } = await import('../request/number-option.ts')
  return numberOption(input, 'loss', { least: 0, most: 100, unless: 1 })
}

async function answerOf(
  question: TradeQuestion,
  target: NamedSide,
  members: readonly NamedSide[],
  findings: CoalitionFindings,
  seed: number,
): Promise<CoalitionAnswer> {
  const { baseOfAnswer, cutWords, rangeOverSets, sideOfAnswer, tradeNotes } = await import('./trade-answer.ts')
  const { percentLoss, cutTrade } = await import('../../scenarios/coalitions/trade-coalition.ts')
  const everybody = members.flatMap(({ party }) => party)
  const range = rangeOverSets(question, (model) => {
    const solved = model.solve(cutTrade(model, everybody, target.party, { ...question.cut, direction: 'both' }))
    return [solved.converged ? percentLoss(model, solved, target.party) : Number.NaN]
  })
  const named = (positions: readonly number[]) => positions.map((i) => members[i]!.name)
  const { targetLoss, cost, costPercent, shapley, frontierMethod, threshold, transferVolume, solved } = findings
  return {
    schemaVersion: 1,
    target: sideOfAnswer(target),
    cut: cutWords(question),
    ...{ targetLoss, targetLossRange: range[0]!, cost, costPercent },
    members: members.map((side, i) => ({ ...sideOfAnswer(side), ...findings.members[i]! })),
    shapley: { ...shapley, seed },
    frontier: findings.frontier.map((point) => ({ ...point, members: named(point.members) })),
    frontierMethod,
    threshold:
      threshold === null
        ? null
        : {
            loss: threshold.loss,
            members: threshold.point === undefined ? null : named(threshold.point.members),
            targetLoss: threshold.point?.targetLoss ?? null,
            cost: threshold.point?.cost ?? null,
            method: threshold.method,
          },
    ...{ transferVolume, solved },
    base: baseOfAnswer(question),
    notes: tradeNotes(question, [target, ...members]),
  }
}
