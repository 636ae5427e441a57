import type { FigureData } from '../figures/figure-files.ts'
import type { ScenarioAnswer } from './scenario-state.ts'
import { changeText, leastChange, modelWords } from './words.ts'

type Row = ScenarioAnswer['results'][number]

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)))

/** The source, model and elasticities behind a figure, for its files. */
export function provenanceOf({ base, scenario }: ScenarioAnswer): Pick<FigureData, 'sources' | 'method'> {
  const { elasticities } = scenario
  return {
    sources: [
      { id: base.id, title: base.title, citation: base.source, vintage: String(base.year), licence: base.licence },
      ...(elasticities.citation === null
        ? []
        : [{ id: elasticities.id, title: elasticities.title, citation: elasticities.citation, vintage: 'as published' }]),
    ],
    method: `Change of real spending in a long-run equilibrium of trade (${modelWords[scenario.model]}). Assumed: ${scenario.shocks.join(' ')}`,
  }
}

/** Every economy of the answer, for the files and tables of its charts. */
export function dataOfChanges(answer: ScenarioAnswer, rows: readonly Row[] = answer.results): FigureData {
  const drawn = answer.scenario.draws > 0
  return {
    columns: [
      { name: 'iso3', title: 'code' },
      { name: 'name', title: 'economy' },
      { name: 'welfare', title: 'real spending', unit: '%' },
      ...(drawn
        ? [
            { name: 'low90', title: '90 % of draws from', unit: '%' },
            { name: 'high90', title: 'to', unit: '%' },
          ]
        : []),
      { name: 'exports', title: 'exports', unit: '%' },
      { name: 'imports', title: 'imports', unit: '%' },
    ],
    rows: rows.map((row) => [
      row.iso3,
      row.name,
      rounded(row.welfare),
      ...(drawn ? [rounded(row.low90), rounded(row.high90)] : []),
      rounded(row.exports),
      rounded(row.imports),
    ]),
    ...provenanceOf(answer),
  }
}

/** Returns the economies that lose most and those that gain most, from the greatest loss to the greatest gain. */
export function extremesOf({ results }: ScenarioAnswer, count: number): Row[] {
  const known = results
    .filter(({ welfare }) => welfare !== null && Math.abs(welfare) >= leastChange)
    .sort((a, b) => a.welfare! - b.welfare!)
  const losers = known.filter(({ welfare }) => welfare! < 0).slice(0, count)
  return [...losers, ...known.filter(({ welfare }) => welfare! > 0).slice(-count)]
}

/** Says who loses and gains most, for readers who do not see the chart. */
export function altOfChanges(answer: ScenarioAnswer): string {
  const rows = extremesOf(answer, 5)
  const words = (of: readonly Row[]): string =>
    of.length === 0 ? 'nobody' : of.map(({ name, welfare }) => `${name} ${changeText(welfare)}`).join(', ')
  return `Change of real spending. Lose most: ${words(rows.filter(({ welfare }) => welfare! < 0))}. Gain most: ${words(rows.filter(({ welfare }) => welfare! > 0).reverse())}.`
}
