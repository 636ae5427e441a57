import { z } from 'zod'
import { baseIds, baseNamed } from './data/bases.ts'
import { elasticitySetsOf } from './data/elasticity-sets.ts'
import { presets } from './presets-table.ts'
import { type Scenario, scenarioSchema } from './shocks/scenario.ts'

/** What a scenario can be made of. */
export interface ScenarioList {
  readonly schemaVersion: 1
  readonly presets: readonly { readonly id: string; readonly paper: string; readonly scenario: Scenario }[]
  readonly bases: readonly {
    readonly id: string
    readonly title: string
    readonly year: number
    readonly economies: readonly string[]
    readonly sectors: readonly { readonly code: string; readonly name: string }[]
    readonly inputLinks: boolean
    readonly elasticities: readonly { readonly id: string; readonly title: string; readonly citation: string | null }[]
    readonly source: string
    readonly licence: string
  }[]
  /** JSON schema of a scenario file. */
  readonly file: unknown
}

/** Lists presets, bases with their economies, sectors and elasticities, and the form of a scenario file. */
export function scenarioList(): ScenarioList {
  return {
    schemaVersion: 1,
    presets: presets.map(({ id, paper, scenario }) => ({ id, paper, scenario })),
    bases: baseIds.map((id) => {
      const base = baseNamed(id)
      const { title, year, sectors, sectorNames, source, licence } = base.card
      return {
        id,
        title,
        year,
        economies: base.economies,
        sectors: sectors.map((code, s) => ({ code, name: sectorNames[s]! })),
        inputLinks: base.links !== undefined,
        elasticities: elasticitySetsOf(base).map(({ id: set, title: name, citation }) => ({ id: set, title: name, citation })),
        source,
        licence,
      }
    }),
    file: z.toJSONSchema(scenarioSchema),
  }
}
