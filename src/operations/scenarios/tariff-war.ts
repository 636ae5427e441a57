import type { TariffPlayer, TariffWarAnswer } from '../../reports/scenarios/tariff-war.ts'
import type { BestTariff, TariffWar } from '../../scenarios/coalitions/tariff-war.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { tradeParameters } from './trade-parameters.ts'
import type { NamedSide } from './trade-question.ts'

/** Which uniform tariff is best for a state or bloc, and where do two to four end that answer each other? */
export const tariffWarOperation: Operation = {
  name: 'tariff-war',
  summary: 'the best uniform tariff of one, and the tariffs of a war of two to four',
  description:
    'For each state or bloc named: the uniform additional tariff at which it gains most while nobody answers. With two to four of them also the tariffs of a war: each answers the others ' +
    'until none gains by another tariff (Nash equilibrium). In general equilibrium; a model, not a forecast.',
  parameters: [
    { name: 'players', kind: 'list', positional: true, required: true, help: 'one to four states or blocs' },
    { name: 'eachOther', kind: 'flag', help: 'tariffs fall only on goods of the other players (default: on all imports)' },
    ...tradeParameters
      .filter(({ name }) => name === 'base' || name === 'elasticities')
      .map((one) => (one.name === 'base' ? { ...one, default: 'baci-2023' } : one)),
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis tariff-war USA', 'visavis tariff-war USA CHN EU', 'visavis tariff-war USA CHN --each-other --base icio-2022'],
  load: async () => {
    const [{ tariffWarSchema }, reports] = await Promise.all([
      import('./tariff-war-schema.ts'),
      import('../../reports/scenarios/tariff-war.ts'),
    ])
    return {
      output: tariffWarSchema,
      run,
      show: { ...reports.tariffWarPage, csv: reports.tariffWarCsv },
    }
  },
}

async function run(input: Input, context: Context): Promise<TariffWarAnswer> {
  const [{ openTradeQuestion }, { blocTariffs }, { bestTariff, tariffWar }, { balancedTradeModel }, shared] = await Promise.all([
    import('./trade-question.ts'),
    import('../../scenarios/coalitions/bloc-tariffs.ts'),
    import('../../scenarios/coalitions/tariff-war.ts'),
    import('../../scenarios/coalitions/coalition-job.ts'),
    import('./trade-answer.ts'),
  ])
  const question = await openTradeQuestion(input, context)
  const players = await distinct((input['players'] as readonly string[]).map((name) => question.side(name, 'players')))
  const onEverybody = input['eachOther'] !== true
  if (!onEverybody && players.length === 1) await refuse('one player has no other whose goods it could tax')
  const parties = players.map(({ party }) => party)
  const payoff = blocTariffs(balancedTradeModel(question.base, question.elasticities.values), parties, {
    tariffsBefore: question.base.tariffs,
    onEverybody,
  })
  const none = players.map(() => 0)
  let answers = 0
  const onAnswer = async (): Promise<void> => {
    context.onCount?.('answers', ++answers, answers)
    await new Promise(setImmediate)
    context.signal?.throwIfAborted()
  }
  const alone: BestTariff[] = []
  for (const [i] of players.entries()) {
    alone.push(bestTariff(payoff, i, none))
    await onAnswer()
  }
  const war = players.length === 1 ? undefined : await tariffWar(payoff, players.length, { onAnswer })
  const again = war?.converged ? await tariffWar(payoff, players.length, { start: players.map(() => 0.5), onAnswer }) : undefined
  return {
    schemaVersion: 1,
    players: players.map(
      (side, i): TariffPlayer => ({
        ...shared.sideOfAnswer(side),
        alone: { tariff: 100 * alone[i]!.tariff, welfare: alone[i]!.welfare },
        war: war === undefined ? null : { tariff: 100 * war.tariffs[i]!, welfare: war.welfare[i]! },
      }),
    ),
    on: onEverybody ? 'everybody' : 'each other',
    converged: war?.converged ?? true,
    rounds: war?.rounds ?? 0,
    sameFromSecondStart: war === undefined ? null : again !== undefined && alike(war, again),
    base: shared.baseOfAnswer(question),
    notes: [
      'States that are not named do not answer: what the players gain, these lose.',
      'All trade was balanced first: with fixed deficits, an economy that runs one would gain by any tariff.',
      ...shared.tradeNotes(question, players, 'without deficits'),
      'Tariffs are uniform over goods and found to a hundredth of a percentage point, up to 200 %.',
    ],
  }
}

/** Within a tenth of a percentage point. */
function alike(one: TariffWar, other: TariffWar): boolean {
  return other.converged && one.tariffs.every((tariff, i) => Math.abs(tariff - other.tariffs[i]!) < 1e-3)
}

async function distinct(sides: readonly NamedSide[]): Promise<readonly NamedSide[]> {
  if (sides.length > 4) await refuse(`there are ${sides.length}, and four are the most`)
  const codes = sides.flatMap(({ economies }) => economies)
  const twice = codes.find((code, i) => codes.indexOf(code) !== i)
  if (twice !== undefined) await refuse(`${twice} plays twice`)
  return sides
}

async function refuse(why: string): Promise<never> {
  const { VisavisError } = await import('../../errors.ts')
  throw new VisavisError('Usage', `players: ${why}`, { hint: 'visavis tariff-war USA CHN EU' })
}
