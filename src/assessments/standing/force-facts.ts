import type { ForceLevel } from '../../measures/standing/standing-facts.ts'
import type { FactRow } from '../../memory/index.ts'
import { type ConflictYear, conflictYears } from '../relations/conflict-years.ts'
import { grouped } from '../rows/grouped.ts'
import type { FactGatherer } from './fact-gatherer.ts'

/** Gathers uses of force between two states: hostilities of the reviewed table, and armed conflicts of UCDP in which both were parties. */
export function gatherForce(rows: readonly FactRow[], facts: FactGatherer): void {
  for (const { kind, a, b, form, name, start_first, end_last, source } of rows) {
    if (kind !== 'hostilities') continue
    facts.force(a, b, { kind: 'force', level: form as ForceLevel, from: start_first, to: end_last, text: name ?? 'hostilities', source })
  }
  const years = conflictYears(rows, '9999-12-31').filter(
    ({ kind, role_a, role_b }) => kind === 'internal' || (role_a === 1 && role_b === 1),
  )
  const inOrder = years.sort(
    (x, y) => x.year - y.year || y.intensity - x.intensity || ordered(x.source, y.source) || ordered(x.conflict, y.conflict),
  )
  for (const run of runsOf(inOrder)) facts.force(run[0]!.state_a, run[0]!.state_b, useOfForce(run))
}

function ordered(x: string, y: string): number {
  return x < y ? -1 : Number(x > y)
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
