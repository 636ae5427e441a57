import { expect, test } from 'vitest'
import { modelRuns } from '../../src/measures/reproductions/model-runs-table.ts'
import { checkInput } from '../../src/operations/index.ts'
import { liberationDayOperation } from '../../src/operations/scenarios/liberation-day.ts'
import { scenarioOperation } from '../../src/operations/scenarios/scenario.ts'

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
  async (_, { command, welfare }) => {
    const { results, groups = [] } = await answered(command)
    const union = groups.filter(({ name }) => name === 'European Union').map((group) => ({ iso3: 'EUU', welfare: group.welfare }))
    const found = [...results, ...union].flatMap((one) => (one.welfare === null ? [] : [`${one.iso3} ${twoDecimals(one.welfare)}`]))
    expect(welfare.trim().split(/\s+/).join(' ')).toBe(found.join(' '))
  },
)

function twoDecimals(value: number): string {
  const text = value.toFixed(2)
  return text === '-0.00' ? '0.00' : text
}
