import type { ScenarioList } from '../../scenarios/scenario-list.ts'
import { type Column, markdownTable, textTable } from '../text/table.ts'

/** Lists the presets and bases as text. */
export function scenarioListText(list: ScenarioList): string {
  return page(list, textTable)
}

export function scenarioListMarkdown(list: ScenarioList): string {
  return page(list, markdownTable)
}

const presetColumns: readonly Column[] = [{ title: 'preset' }, { title: 'base' }, { title: 'what' }]
const baseColumns: readonly Column[] = [
  { title: 'base' },
  { title: 'economies', align: 'right' },
  { title: 'sectors', align: 'right' },
  { title: 'input links' },
  { title: 'elasticities' },
]

function page(
  { presets, bases }: ScenarioList,
  table: (columns: readonly Column[], rows: readonly (readonly string[])[]) => string,
): string {
  const papers = [...new Set(presets.map(({ paper }) => paper))]
  return [
    table(
      presetColumns,
      presets.map(({ id, scenario }) => [id, scenario.base, scenario.name]),
    ),
    table(
      baseColumns,
      bases.map(({ id, economies, sectors, inputLinks, elasticities }) => [
        id,
        String(economies.length),
        String(sectors.length),
        inputLinks ? 'yes' : 'no',
        elasticities.map((set) => set.id).join(' '),
      ]),
    ),
    `The presets follow:\n${papers.map((paper) => `- ${paper}`).join('\n')}`,
    'A file of your own, in YAML or JSON: begin with the scenario of a preset (--json has all, and the JSON schema of a file).\n',
  ].join('\n\n')
}
