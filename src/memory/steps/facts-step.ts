import { nonStateMembers } from '../../states/index.ts'
import { type Fact, type FactColumn, factColumns } from '../catalogue/fact.ts'
import { type Step, sqlOf } from './step.ts'

/** The first and the last day that a date can mean, from its text: YYYY, YYYY-MM or YYYY-MM-DD. */
const firstDay = (told: string): string => `${told} || CASE length(${told}) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END`
const lastDay = (told: string): string =>
  `CASE length(${told}) WHEN 4 THEN ${told} || '-12-31' WHEN 7 THEN last_day((${told} || '-01')::DATE)::VARCHAR ELSE ${told} END`

/** Members of blocs that are no states of the record: nobody can ask for them. */
const territories = nonStateMembers.map((id) => `'${id}'`).join(', ')

const given: Partial<Record<FactColumn, string>> = {
  pair: "least(a, b) || ' ' || greatest(a, b)",
  a: 'least(a, b)',
  b: 'greatest(a, b)',
  seen: `coalesce(seen, ${firstDay('start_told')})`,
  start_first: firstDay('start_told'),
  start_last: lastDay('start_told'),
  end_first: firstDay('end_told'),
  end_last: lastDay('end_told'),
}

/** Makes the step that gathers the facts of all kinds, in the order of the pairs. */
export function factsStep(facts: readonly Fact[]): Step {
  return {
    id: 'facts',
    from: { tables: [...new Set(facts.flatMap(({ from }) => from.tables))], steps: [] },
    sql: (manifest) =>
      `SELECT * FROM (${facts.map((fact) => rowsOf(fact.kind, sqlOf(fact, manifest))).join('\nUNION ALL\n')}) WHERE a NOT IN (${territories}) AND b NOT IN (${territories})`,
    order: ['pair', 'start_first', 'kind', 'name', 'form', 'actor', 'end_told', 'locator'],
  }
}

function rowsOf(kind: string, sql: string): string {
  const columns = Object.entries(factColumns) as [FactColumn, string][]
  const blank = columns.map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`)
  const listed = columns.map(([name, type]) => `(${name === 'kind' ? `'${kind}'` : (given[name] ?? name)})::${type} AS ${name}`)
  return `SELECT ${listed.join(', ')} FROM (SELECT * FROM (SELECT ${blank.join(', ')} WHERE false) UNION ALL BY NAME (${sql}))`
}
