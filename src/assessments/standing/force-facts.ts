import type { ForceLevel } from '../../measures/standing/standing-facts.ts'
import type { Snapshot } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import type { FactGatherer } from './fact-gatherer.ts'
import { type FactScope, ofScope } from './fact-scope.ts'

interface Hostilities {
  readonly state_a: string
  readonly state_b: string
  readonly form: string
  readonly name: string | null
  readonly start_date: string
  readonly end_date: string | null
  readonly source: string
}

interface ConflictYear {
  readonly kind: string
  readonly territory: string | null
  readonly state_a: string
  readonly role_a: number
  readonly state_b: string
  readonly role_b: number
  readonly year: number
  readonly intensity: number
  readonly source: string
}

/** Gathers uses of force: hostilities of the reviewed table, and armed conflicts of UCDP in which both were parties. */
export async function gatherForce(snapshot: Snapshot, facts: FactGatherer, scope: FactScope): Promise<void> {
  const { where, parameters } = ofScope(scope)
  const hostilities = await snapshot.rows(
    `SELECT state_a, state_b, form, name, start_date, end_date, source FROM interstate_relations WHERE kind = 'hostilities' AND ${where} ORDER BY ALL`,
    parameters,
  )
  for (const row of hostilities as unknown as Hostilities[]) {
    facts.force(row.state_a, row.state_b, {
      kind: 'force',
      level: row.form as ForceLevel,
      from: row.start_date,
      to: row.end_date,
      text: row.name ?? 'hostilities',
      source: row.source,
    })
  }
  const years = await snapshot.rows(
    `SELECT kind, territory, state_a, role_a, state_b, role_b, year, intensity, source FROM conflicts
     WHERE (kind = 'internal' OR (role_a = 1 AND role_b = 1)) AND ${where} ORDER BY state_a, state_b, year, intensity DESC, source, conflict`,
    parameters,
  )
  for (const rows of grouped(years as unknown as ConflictYear[], ({ state_a, state_b }) => `${state_a} ${state_b}`).values()) {
    for (const run of runsOf(rows)) facts.force(run[0]!.state_a, run[0]!.state_b, useOfForce(run))
  }
}

/** A conflict between states with 1,000 deaths in a year is war; the deaths of an internal conflict are not those of the two states. */
function levelOf({ kind, intensity }: ConflictYear): ForceLevel {
  return kind === 'interstate' && intensity >= 2 ? 'war' : 'fighting'
}

/** Splits the years of a pair into runs of years that follow each other at one level; of several conflicts in a year the gravest counts. */
function runsOf(rows: readonly ConflictYear[]): ConflictYear[][] {
  const gravest = [...grouped(rows, ({ year }) => String(year)).values()].map(
    (ofYear) => ofYear.find((row) => levelOf(row) === 'war') ?? ofYear[0]!,
  )
  const runs: ConflictYear[][] = []
  for (const row of gravest) {
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && row.year === last.year + 1 && levelOf(row) === levelOf(last)) runs.at(-1)!.push(row)
    else runs.push([row])
  }
  return runs
}

function useOfForce(run: readonly ConflictYear[]): Parameters<FactGatherer['force']>[2] {
  const [first, last] = [run[0]!, run.at(-1)!]
  const over = first.territory === null ? '' : ` over ${first.territory}`
  return {
    kind: 'force',
    level: levelOf(first),
    from: `${first.year}-01-01`,
    to: `${last.year}-12-31`,
    text: first.kind === 'interstate' ? `armed conflict${over}` : `armed conflict${over} on opposing sides`,
    source: first.source,
  }
}
