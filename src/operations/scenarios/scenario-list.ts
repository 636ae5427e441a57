import type { ScenarioList } from '../../scenarios/scenario-list.ts'
import type { Operation } from '../request/operation.ts'

/** Which scenarios, tables and elasticities are there? */
export const scenarioListOperation: Operation = {
  name: 'scenario list',
  summary: 'presets, bases, sectors and elasticities of scenarios',
  description:
    'Lists the scenarios of the package, named after the papers they follow, the tables of trade they can start from, with economies, sectors and published elasticities, and the form of a scenario file.',
  parameters: [],
  formats: ['table', 'json', 'md'],
  examples: ['visavis scenario list', 'visavis scenario list --json'],
  load: async () => {
    const [{ scenarioListSchema }, reports] = await Promise.all([
      import('./scenario-schema.ts'),
      import('../../reports/scenarios/scenario-list-text.ts'),
    ])
    return {
      output: scenarioListSchema,
      run: async (): Promise<ScenarioList> => (await import('../../scenarios/scenario-list.ts')).scenarioList(),
      show: { table: reports.scenarioListText, md: reports.scenarioListMarkdown },
    }
  },
}
