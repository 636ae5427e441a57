import type { FactRow, Universe } from '../../memory/index.ts'
import type { Evidence } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'

/** A year of an armed conflict in which two states stood on opposing sides; the two in the order of their codes. */
export interface ConflictYear {
  readonly conflict: string
  readonly kind: 'interstate' | 'internal'
  readonly territory: string | null
  /** ISO3 codes of the parties of either side, with a blank between; null for the armed opponents of a government. */
  readonly side_a: string
  readonly side_b: string | null
  readonly state_a: string
  /** 1 for a party, 2 for one that took part in support of one. */
  readonly role_a: 1 | 2
  readonly state_b: string
  readonly role_b: 1 | 2
  readonly year: number
  /** 2 with 1,000 or more battle-related deaths. */
  readonly intensity: 1 | 2
  readonly episode_ended: string | null
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

/**
 * Returns the years of armed conflict that may be seen on a day, each with what is known of it then, by year and conflict.
 *
 * @param facts   of one pair; those that are no armed conflict are left out
 */
export function conflictYears(facts: readonly FactRow[], day: string): ConflictYear[] {
  const years = facts.filter(({ kind, seen }) => kind === 'armed-conflict' && seen <= day).flatMap((fact) => yearsOfFact(fact, day))
  return years.sort((x, y) => x.year - y.year || (x.conflict < y.conflict ? -1 : Number(x.conflict > y.conflict)))
}

function yearsOfFact(fact: FactRow, day: string): ConflictYear[] {
  const { a, b, amount, start_told, end_told, form, name, number, sides, source, vintage, locator } = fact
  const first = Number(start_told.slice(0, 4))
  const [side_a, side_b = null] = sides!.split(' / ') as [string, string?]
  const parties = new Set(sides!.split(/[ /]+/))
  const roleOf = (state: string): 1 | 2 => (parties.has(state) ? 1 : 2)
  const years = Array.from({ length: amount! }, (_, i) => first + i).filter((year) => year === first || `${year}-12-31` <= day)
  return years.map((year) => ({
    conflict: number!,
    kind: side_b === null ? 'internal' : 'interstate',
    territory: name,
    ...{ side_a, side_b, state_a: a, role_a: roleOf(a), state_b: b, role_b: roleOf(b) },
    year,
    intensity: form === 'war' ? 2 : 1,
    // a day is that of the last year
    episode_ended: year === first + amount! - 1 && end_told?.length === 10 && end_told <= day ? end_told : null,
    ...{ source, vintage, locator },
  }))
}

/**
 * Returns the rows behind a figure, one entry for each source. The list of all conflicts is always among them: where it has no row, that is the evidence.
 *
 * @param condition   SQL that selects the rows beside their source
 */
export function conflictEvidence(
  { source, vintage }: Pick<Universe, 'source' | 'vintage'>,
  years: readonly Pick<ConflictYear, 'source' | 'vintage'>[],
  condition: string,
): Evidence[] {
  const groups = grouped(years, (row) => row.source)
  if (!groups.has(source)) groups.set(source, [])
  return [...groups].map(([id, own]) => ({
    source: id,
    vintage: own[0]?.vintage ?? vintage,
    rows: `conflicts where source = '${id}' and ${condition}`,
    count: own.length,
  }))
}
