import { standingConstants } from '../../measures/standing/standing-constants.ts'
import type { Snapshot } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import type { FactGatherer } from './fact-gatherer.ts'
import type { FactScope } from './fact-scope.ts'

interface TroopYear {
  readonly host: string
  readonly year: number
  readonly value: number
  readonly source: string
}

/** The last year in which the counts have forces on operations; those of Afghanistan, Iraq and Syria end with it. */
const lastFullCount = 2017

/** A count that falls to less than this share in the year after has lost the forces on operations. */
const lostOperations = 0.5

/**
 * Gathers forces of the United States that a host has had for years. Whether it consents is left to the rule: between states with force or an open issue no bond
 * counts. Where the counts fall silent the forces are not known to have left: such a bond goes on until an embassy is closed or relations end.
 */
export async function gatherTroops(snapshot: Snapshot, facts: FactGatherer, scope: FactScope): Promise<void> {
  if (scope !== undefined && !scope.includes('USA')) return
  const rows = (await snapshot.rows(
    `SELECT to_id AS host, CAST(substr(start_date, 1, 4) AS INTEGER) AS year, value, source FROM observations
     WHERE indicator = 'us-forces' AND from_id = 'USA' ORDER BY host, year, source`,
  )) as unknown as TroopYear[]
  const { hostedForces, hostedYears } = standingConstants
  const last = Math.max(...rows.map(({ year }) => year))
  const ends = await brokenOff(snapshot)
  for (const [host, years] of grouped(rows, (row) => row.host)) {
    const many = years.filter(({ value }) => value >= hostedForces.value)
    for (const { from, to } of runsOf(many.map(({ year }) => year))) {
      const settled = from + hostedYears.value - 1
      if (to < settled) continue
      const silent = to < last && to >= lastFullCount && settled <= lastFullCount && isSilent(years)
      const end = silent ? (ends.get(host) ?? null) : to === last ? null : `${to}-12-31`
      facts.bond('USA', host, {
        kind: 'troops',
        from: `${settled}-01-01`,
        to: end,
        text: `US forces of ${hostedForces.value.toLocaleString('en-US')} or more in the country for five years`,
        source: many[0]!.source,
        counted: { first: from, ...(silent ? { last: lastFullCount } : {}) },
      })
    }
  }
}

/** Whether the count ceases after the last full year, or loses the forces on operations. */
function isSilent(years: readonly TroopYear[]): boolean {
  const [full, next] = [lastFullCount, lastFullCount + 1].map((wanted) => years.find(({ year }) => year === wanted)?.value)
  return full !== undefined && (next === undefined || next < lostOperations * full)
}

/** The last day before an embassy was closed, or relations with the United States ended, after the last full count. */
async function brokenOff(snapshot: Snapshot): Promise<ReadonlyMap<string, string>> {
  const rows = (await snapshot.rows(
    `SELECT state_a, state_b, start_date FROM interstate_relations
     WHERE 'USA' IN (state_a, state_b) AND (kind = 'no-relations' OR (kind = 'lower-relations' AND form = 'embassy closed')) AND start_date > $after
     ORDER BY start_date DESC`,
    { after: `${lastFullCount}-12-31` },
  )) as unknown as { state_a: string; state_b: string; start_date: string }[]
  // the first of several stays
  return new Map(rows.map(({ state_a, state_b, start_date }) => [state_a === 'USA' ? state_b : state_a, dayBefore(start_date)]))
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
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
