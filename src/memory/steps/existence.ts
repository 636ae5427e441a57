import { existedIn, states } from '../../states/index.ts'
import type { Step } from './step.ts'

const [first, last] = [1816, 2100]

/** The years in which each state existed, one row for each stretch of them. */
export const existence: Step = {
  id: 'existence',
  from: { tables: [], steps: [] },
  sql: () => `SELECT * FROM (VALUES ${states.flatMap((state) => stretches(state)).join(', ')}) AS t(state, from_year, to_year)`,
  order: ['state', 'from_year'],
}

function stretches(state: (typeof states)[number]): string[] {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => existedIn(state, year))
  const starts = years.filter((year, i) => i === 0 || years[i - 1] !== year - 1)
  return starts.map(
    (from, i) => `('${state.iso3}', ${from}, ${years[(starts[i + 1] === undefined ? years.length : years.indexOf(starts[i + 1]!)) - 1]})`,
  )
}
