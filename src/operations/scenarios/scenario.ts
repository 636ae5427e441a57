import type { Preset } from '../../scenarios/presets-table.ts'
import type { ScenarioRequest } from '../../scenarios/run-scenario.ts'
import type { ScenarioAnswer } from '../../scenarios/scenario-answer.ts'
import type { Scenario } from '../../scenarios/shocks/scenario.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** What would a change of trade policy cost whom? */
export const scenarioOperation: Operation = {
  name: 'scenario',
  summary: 'what if: who loses and who gains from tariffs, bans, blocs, by a model',
  description:
    'Works out a scenario in general equilibrium from a file or a preset: tariffs, trade costs, bans, blocs, productivity, transfers, on trade tables of 187 states (one sector), ' +
    '81 economies (28 sectors) or 41 (31 sectors with input links). Tells who loses and gains, with intervals, what moves the result most, and the gap to a published figure. A model, not a forecast.',
  parameters: [
    {
      name: 'file',
      kind: 'text',
      positional: true,
      most: 4096,
      file: true,
      stdin: true,
      help: 'a scenario file (YAML or JSON), - for standard input; or the id of a preset',
    },
    { name: 'preset', kind: 'text', help: 'a scenario of the package, by its id: see visavis scenario list' },
    {
      name: 'data',
      kind: 'text',
      file: true,
      most: 4096,
      help: 'a folder with a base of your own',
    },
    {
      name: 'gravity',
      kind: 'text',
      file: true,
      most: 4096,
      help: 'an answer of visavis gravity --json, for withdrawals',
    },
    { name: 'text', kind: 'text', most: 20_000, help: 'the content of a scenario file, in place of the file' },
    { name: 'central', kind: 'flag', help: 'only the central case, without draws and variations' },
    { name: 'draws', kind: 'integer', least: 20, most: 10_000, help: "draws of what is uncertain (default: the file's, else 100)" },
    {
      name: 'shares',
      kind: 'flag',
      help: 'split the spread of results over what is uncertain (slow)',
    },
    { name: 'seed', kind: 'integer', help: "seed of the draws (default: the file's, else 1)" },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis scenario --preset econpol-2022-allies-russia',
    'visavis scenario --preset econpol-2022-eu-china --draws 500 --json',
    'visavis scenario my-scenario.yaml --data my-tables',
    'visavis scenario end-of-agreement.yaml --gravity estimate.json',
    'visavis scenario my-scenario.yaml --format csv -o result.csv',
  ],
  load: async () => {
    const [{ scenarioAnswerSchema }, reports] = await Promise.all([
      import('./scenario-schema.ts'),
      import('../../reports/scenarios/scenario-text.ts'),
    ])
    return {
      output: scenarioAnswerSchema,
      run,
      show: { ...reports.scenarioPage, csv: reports.scenarioCsv },
      next: ({ preset }: ScenarioAnswer) => [
        `visavis scenario ${preset ?? 'FILE'} --format csv   every economy`,
        'visavis scenario list   presets, bases, sectors and elasticities',
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<ScenarioAnswer> {
  const [{ runScenario }, { withRecord }] = await Promise.all([import('../../scenarios/run-scenario.ts'), import('../storage/record.ts')])
  return withRecord(input, context, async (snapshot) =>
    runScenario({
      ...(await scenarioRequest(input, context, snapshot)),
      onDraw: async (done, of) => {
        context.onCount?.('draws', done, of)
        await stopIfAborted(context)
      },
    }),
  )
}

/**
 * Reads the scenario that is asked for, and gathers what it needs.
 *
 * @throws VisavisError Usage or BadInput for a file, preset or base that means nothing
 */
export async function scenarioRequest(input: Input, context: Context, snapshot: Snapshot): Promise<ScenarioRequest> {
  const [{ lastDayFor }, { storedMemberships }, { membersOn }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../assessments/record/memberships.ts'),
    import('../../states/index.ts'),
  ])
  const asked = await askedScenario(input, context)
  const folder = input['data'] as string | undefined
  const base = folder === undefined ? undefined : await (await import('./base-folder.ts')).readBaseFolder(folder, context.today)
  const { all } = await storedMemberships(snapshot)
  return {
    scenario: asked.scenario,
    base,
    // what is published is about another table
    ...(asked.preset === undefined ? {} : { preset: base === undefined ? asked.preset : { ...asked.preset, published: [], gap: null } }),
    membersOf: (bloc, day) => membersOn(all, bloc, day),
    estimateOf: async (origin) => (await import('./gravity-estimates.ts')).gravityEstimate(origin, input, context),
    shares: input['shares'] === true,
    measureAlignment: async (question) =>
      (await import('./measure-alignment.ts')).measureAlignment(question, {
        ...{ snapshot, context },
        last: lastDayFor(input, context, snapshot, undefined),
      }),
    draws: input['draws'] as number | undefined,
    seed: input['seed'] as number | undefined,
    central: input['central'] === true,
  }
}

/** The scenario that is asked for: a preset, or a file. */
async function askedScenario(input: Input, context: Context): Promise<{ scenario: Scenario; preset?: Preset }> {
  const [{ presets }, { parseScenario }, { VisavisError }] = await Promise.all([
    import('../../scenarios/presets-table.ts'),
    import('../../scenarios/shocks/scenario-file.ts'),
    import('../../errors.ts'),
  ])
  const [file, named, text] = ['file', 'preset', 'text'].map((name) => input[name] as string | undefined)
  if ([file, named, text].filter((one) => one !== undefined).length !== 1)
    throw new VisavisError('Usage', 'give a scenario file, its text or a preset, one of the three', { hint: 'visavis scenario list' })
  if (text !== undefined) return { scenario: parseScenario(text) }
  const preset = presets.find(({ id }) => id === (named ?? file))
  if (preset !== undefined) return { scenario: preset.scenario, preset }
  if (named !== undefined) throw new VisavisError('Usage', `preset: there is no preset "${named}"`, { hint: 'visavis scenario list' })
  const { readSource } = await import('../reading/read-source.ts')
  const { bytes } = await readSource(file!, context, 'scenario')
  return { scenario: parseScenario(new TextDecoder().decode(bytes)) }
}

/** Lets an interrupt be heard between draws. */
async function stopIfAborted({ signal }: Context): Promise<void> {
  await new Promise(setImmediate)
  signal?.throwIfAborted()
}
