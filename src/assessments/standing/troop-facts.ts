import { standingConstants } from '../../measures/standing/standing-constants.ts'
import type { Snapshot } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import type { FactGatherer } from './fact-gatherer.ts'
import type { FactScope } from './fact-scope.ts'

interface TroopYear {
  readonly host: string
  readonly year: number
  readonly source: string
}

/**
 * Gathers forces of the United States that a host has had for years. Whether it consents is left to the rule: between states with force or an open issue no bond
 * counts.
 */
export async function gatherTroops(snapshot: Snapshot, facts: FactGatherer, scope: FactScope): Promise<void> {
  if (scope !== undefined && !scope.includes('USA')) return
  const rows = (await snapshot.rows(
    `SELECT to_id AS host, CAST(substr(start_date, 1, 4) AS INTEGER) AS year, source FROM observations
     WHERE indicator = 'us-forces' AND from_id = 'USA' AND value >= $least ORDER BY host, year, source`,
    { least: standingConstants.hostedForces.value },
  )) as unknown as TroopYear[]
  const last = Math.max(...rows.map(({ year }) => year))
  for (const [host, years] of grouped(rows, (row) => row.host)) {
    for (const { from, to } of runsOf(years.map(({ year }) => year))) {
      const settled = from + standingConstants.hostedYears.value - 1
      if (to < settled) continue
      facts.bond('USA', host, {
        kind: 'troops',
        from: `${settled}-01-01`,
        to: to === last ? null : `${to}-12-31`,
        text: `US forces of ${standingConstants.hostedForces.value.toLocaleString('en-US')} or more in the country`,
        source: years[0]!.source,
      })
    }
  }
}

/** Runs of years; a single missing year, such as 2008, which the counts leave out, does not end one. */
function runsOf(years: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const year of years) {
    const run = runs.at(-1)
    if (run === undefined || year > run.to + 2) runs.push({ from: year, to: year })
    else run.to = year
  }
  return runs
}
