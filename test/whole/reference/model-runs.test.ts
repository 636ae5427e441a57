import { expect, test } from 'vitest'
import { modelRuns } from '../../../src/measures/reproductions/model-runs-table.ts'
import { reproductions } from '../../../src/measures/reproductions/reproductions.ts'
import { checkInput } from '../../../src/operations/index.ts'
import { liberationDayOperation } from '../../../src/operations/scenarios/liberation-day.ts'
import { scenarioOperation } from '../../../src/operations/scenarios/scenario.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-30', now: '2026-11-30T00:00:00.000Z' }

interface Run {
  readonly results: readonly { readonly iso3: string; readonly welfare: number | null }[]
  readonly groups?: readonly { readonly name: string; readonly welfare: number | null }[]
}

/** Answers the command of a run; few draws, which do not change the central result. */
async function answered(command: string): Promise<Run> {
  const [, retaliation = 'none'] = /--retaliation (\w+)/.exec(command) ?? []
  const preset = /--preset ([\w-]+)/.exec(command)?.[1]
  const operation = preset === undefined ? liberationDayOperation : scenarioOperation
  const uncertain = preset?.startsWith('econpol') === true ? { draws: 20 } : {}
  const { run } = await operation.load()
  return (await run(checkInput(operation, preset === undefined ? { retaliation } : { preset, ...uncertain }), context)) as Run
}

const rerun = modelRuns.filter(({ command }) => command.startsWith('visavis scenario'))

test.each(rerun.map((run) => [run.id, run] as const))(
  '%s: the command gives what is kept for answers to texts',
  async (id, { command, welfare }) => {
    const { results, groups = [] } = await answered(command)
    const union = groups.filter(({ name }) => name === 'European Union').map((group) => ({ iso3: 'EUU', welfare: group.welfare }))
    const found = [...results, ...union].flatMap((one) => (one.welfare === null ? [] : [`${one.iso3} ${twoDecimals(one.welfare)}`]))
    if (id.startsWith('econpol')) expectOnPage(results, groups)
    expect(welfare.trim().split(/\s+/).join(' ')).toBe(found.join(' '))
  },
)

function twoDecimals(value: number): string {
  const text = value.toFixed(2)
  return text === '-0.00' ? '0.00' : text
}

const onPage: Readonly<Record<string, readonly string[]>> = {
  allies: ['allies', 'RUS'],
  'European Union': ['EU', 'CHN'],
  West: ['West', 'East'],
}

/** The page of the model shows the same numbers beside the published ones. */
function expectOnPage(results: Run['results'], groups: NonNullable<Run['groups']>): void {
  const found = new Map([
    ...results.map((one) => [one.iso3, one.welfare] as const),
    ...groups.map((one) => [one.name, one.welfare] as const),
  ])
  const ids = onPage[groups[0]!.name]!
  for (const id of ids) {
    const shown = reproductions.find((one) => one.id === `econpol-many-sectors-model-${id}`)!.ours
    expect([id, Number(found.get(id === 'EU' ? 'European Union' : id)!.toFixed(2))]).toEqual([id, shown])
  }
}
