import type { LiberationDayReport } from '../../reports/scenarios/liberation-day.ts'
import type { LiberationDayOptions } from '../../scenarios/liberation-day/liberation-day.ts'
import type { TradeInputs } from '../../scenarios/liberation-day/trade-inputs.ts'
import { stateOf } from '../../states/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import type { RecordInputs } from './liberation-day-record.ts'

/** What do the US tariffs of April 2025 do to every economy, without and with retaliation? */
export const liberationDayOperation: Operation = {
  name: 'scenario liberation-day',
  summary: 'the US tariffs of 2 April 2025 in the model of Ignatenko and others',
  description:
    'Welfare, trade deficit, exports, imports, employment, prices and tariff revenue of all economies after the US tariffs, by the published model with its own parameters. ' +
    'Without --data: goods trade and GDP of 2023 from the record, and the tariffs as ordered. With --data: the files of the replication package.',
  parameters: [
    {
      name: 'retaliation',
      kind: 'choice',
      choices: ['none', 'reciprocal', 'optimal'],
      default: 'none',
      help: 'reciprocal: the same tariffs on US goods; optimal: those that the paper derives as best for the partners',
    },
    {
      name: 'rebate',
      kind: 'choice',
      choices: ['income-tax', 'lump-sum'],
      default: 'income-tax',
      help: 'what the revenue does: lower the income tax, or go to all alike',
    },
    { name: 'elasticity', kind: 'text', help: 'how many percent trade falls for one percent of cost (default 4; 0.5 to 20)' },
    {
      name: 'model',
      kind: 'choice',
      choices: ['wedge', 'eaton-kortum'],
      default: 'wedge',
      help: 'eaton-kortum: no part of a sale is paid locally',
    },
    { name: 'tariff', kind: 'text', help: 'announced (default), optimal, or a percentage on everyone' },
    { name: 'everyone', kind: 'flag', help: 'at least 10 % also on the six states that the order exempts, as the paper assumes' },
    {
      name: 'data',
      kind: 'text',
      file: true,
      most: 4096,
      help: 'a folder with trade_cepii.csv, gdp.csv, tariffs.csv and country_labels.csv',
    },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis scenario liberation-day',
    'visavis scenario liberation-day --retaliation optimal --format csv',
    'visavis scenario liberation-day --tariff optimal --rebate lump-sum',
    'visavis scenario liberation-day --data replication --elasticity 8',
  ],
  load: async () => {
    const [{ liberationDaySchema }, reports] = await Promise.all([
      import('./liberation-day-schema.ts'),
      import('../../reports/scenarios/liberation-day.ts'),
    ])
    return {
      output: liberationDaySchema,
      run,
      show: { ...reports.liberationDayPage, csv: reports.liberationDayCsv },
      next: ({ retaliation }: LiberationDayReport) => [
        retaliation === 'none'
          ? 'visavis scenario liberation-day --retaliation reciprocal   if the partners answer'
          : 'visavis scenario liberation-day   if they do not',
        'visavis scenario liberation-day --format csv -o tariffs.csv   all economies',
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<LiberationDayReport> {
  const options = await requested(input)
  const folder = input['data'] as string | undefined
  if (folder !== undefined) {
    const { readLiberationDayFiles } = await import('./liberation-day-files.ts')
    return report(options, await readLiberationDayFiles(folder), input)
  }
  const [{ withRecord }, { liberationDayInputs }, { figureSources }] = await Promise.all([
    import('../storage/record.ts'),
    import('./liberation-day-record.ts'),
    import('../../assessments/forms/figure-sources.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const found = await liberationDayInputs(snapshot)
    const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
    const { id, created } = snapshot.manifest
    const sources = figureSources(found.evidence, cards)
    return { ...(await report(options, found.inputs, input, found)), snapshot: { id, created }, evidence: found.evidence, sources }
  })
}

async function requested(input: Input): Promise<Required<LiberationDayOptions>> {
  const { numberOption } = await import('../request/number-option.ts')
  const tariff = (input['tariff'] ?? 'announced') as string
  return {
    retaliation: input['retaliation'] as Required<LiberationDayOptions>['retaliation'],
    rebate: input['rebate'] as Required<LiberationDayOptions>['rebate'],
    model: input['model'] as Required<LiberationDayOptions>['model'],
    elasticity: numberOption(input, 'elasticity', { least: 0.5, most: 20, unless: 4 }),
    tariff:
      tariff === 'announced' || tariff === 'optimal' ? tariff : numberOption(input, 'tariff', { least: 0, most: 1000, unless: 0 }) / 100,
    secondStart: true,
  }
}

async function report(
  options: Required<LiberationDayOptions>,
  inputs: TradeInputs,
  input: Input,
  found?: RecordInputs,
): Promise<LiberationDayReport> {
  const { liberationDay } = await import('../../scenarios/liberation-day/liberation-day.ts')
  const everyone = input['everyone'] === true
  const tariffs = everyone ? inputs.tariffs.map((share) => Math.max(0.1, share)) : inputs.tariffs
  const answer = liberationDay({ ...inputs, tariffs }, options)
  const { retaliation, rebate, elasticity, model, tariff } = options
  const { economies: results, uniformTariff, retaliation: onUsGoods, world, converged, residual, steps, sameFromSecondStart } = answer
  return {
    schemaVersion: 1,
    scenario: 'liberation-day',
    ...{ model, retaliation, rebate, elasticity },
    tariff: {
      kind: typeof tariff === 'number' ? 'uniform' : tariff,
      percent: uniformTariff === null ? null : 100 * uniformTariff,
      onUsGoods: onUsGoods === null ? null : { least: 100 * onUsGoods.least, greatest: 100 * onUsGoods.greatest },
      source: tariff === 'announced' && found !== undefined ? found.tariffSource : null,
    },
    base: {
      kind: found === undefined ? 'folder' : 'record',
      economies: inputs.iso3.length,
      filled: found === undefined ? null : { flows: found.filled.flows, percent: 100 * found.filled.share },
      leftOut: found?.withoutGdp ?? [],
    },
    ...{ converged, residual, steps, sameFromSecondStart, world, results },
    assumptions: [...assumptions(options, everyone, found), ...undefinedWelfare(results)],
    citation:
      'Ignatenko, Lashkaripour, Macedoni and Simonovska (2025), Making America great again? The economic impacts of Liberation Day tariffs, Journal of International Economics 157, 104138; package of July 2025.',
    snapshot: null,
    evidence: [],
    sources: [],
  }
}

function undefinedWelfare(results: LiberationDayReport['results']): string[] {
  const states = results.filter(({ welfare }) => welfare === null).map(({ iso3 }) => nameOf(iso3))
  if (states.length === 0) return []
  return [`Welfare is undefined for ${states.join(', ')}: exports on record are so far above GDP that little is left to spend.`]
}

const nameOf = (iso3: string): string => stateOf(iso3)?.name ?? iso3

function assumptions(options: Required<LiberationDayOptions>, everyone: boolean, found: RecordInputs | undefined): string[] {
  const sentences = [
    'One sector. No tariffs were in force before, and no input links between industries are modelled.',
    'Each economy lends or borrows abroad the same share of world income as in the base year, so its deficit moves with prices only.',
    options.rebate === 'income-tax'
      ? 'Tariff revenue lowers the income tax, so more people work.'
      : 'Tariff revenue is paid out to all alike, so nobody works more for it.',
  ]
  if (found === undefined) return sentences
  const named = found.withoutGdp.length === 0 ? [] : [`Left out, for want of GDP: ${found.withoutGdp.map(nameOf).join(', ')}.`]
  const exempt =
    options.tariff !== 'announced'
      ? []
      : everyone
        ? ['At least 10 % is charged on everyone, as in the paper.']
        : [
            'As ordered, nothing is charged on Canada, Mexico, Russia, Belarus, Cuba and North Korea. The paper charges at least 10 % there, and so finds more for the United States (+1.13 %): see --everyone.',
            'China has 54 %: 34 % of this order and 20 % of two earlier orders of 2025. Goods that the order exempts, such as fuels and medicines, are charged too.',
          ]
  return [
    ...sentences,
    ...exempt,
    `${found.filled.flows} flows that BACI does not have for 2023 are those of 2022 or 2021: ${(100 * found.filled.share).toFixed(1)} % of all trade. Flows below 100,000 dollars count as none.`,
    ...named,
  ]
}
