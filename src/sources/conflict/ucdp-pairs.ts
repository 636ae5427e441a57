import type { Columns } from '../../store/session.ts'
import { type TableRow, tableColumns } from '../rows/table-columns.ts'
import type { UcdpConflictYear } from './ucdp-rows.ts'

type PairRow = TableRow<'conflicts'>

/** A state of a side: role 1 if it is a party of the conflict, 2 if it takes part in support of one. */
interface Participant {
  readonly iso3: string
  readonly role: 1 | 2
}

/**
 * Returns the rows of the table `conflicts`: for a conflict between states each state of one side with each of the other; for an internal conflict the government
 * with each state that takes part against it. States that only support the two sides of an internal conflict are no row: they need not have fought each other.
 *
 * @param from   id and vintage of the source's card
 */
export function conflictColumns(years: readonly UcdpConflictYear[], from: { readonly id: string; readonly vintage: string }): Columns {
  const rows = new Map<string, PairRow>()
  for (const year of years) {
    for (const [a, b] of opposedIn(year)) {
      const row = pairRow(year, a, b, from)
      const key = `${year.conflict.padStart(8)} ${year.year} ${row.state_a} ${row.state_b}`
      const before = rows.get(key)
      if (before === undefined || before.intensity! < row.intensity!) rows.set(key, row)
    }
  }
  return tableColumns(
    'conflicts',
    [...rows].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, row]) => row),
  )
}

function opposedIn({ type, a, helpersOfA, b, helpersOfB }: UcdpConflictYear): [Participant, Participant][] {
  const [first, second] =
    type === 2 ? [sideOf(a, helpersOfA), sideOf(b, helpersOfB)] : type === 4 ? [sideOf(a, []), sideOf([], helpersOfB)] : [[], []]
  return first.flatMap((one) => second.filter(({ iso3 }) => iso3 !== one.iso3).map((other): [Participant, Participant] => [one, other]))
}

function sideOf(parties: readonly string[], helpers: readonly string[]): Participant[] {
  return [...parties.map((iso3) => ({ iso3, role: 1 as const })), ...helpers.map((iso3) => ({ iso3, role: 2 as const }))]
}

function pairRow(
  of: UcdpConflictYear,
  one: Participant,
  other: Participant,
  { id, vintage }: { readonly id: string; readonly vintage: string },
): PairRow {
  const [a, b] = one.iso3 < other.iso3 ? [one, other] : [other, one]
  const kind = of.type === 2 ? 'interstate' : 'internal'
  return {
    ...{ conflict: of.conflict, kind, territory: of.territory, side_a: of.a.join(' '), side_b: of.b.length === 0 ? null : of.b.join(' ') },
    ...{ state_a: a.iso3, role_a: a.role, state_b: b.iso3, role_b: b.role, year: of.year, intensity: of.intensity },
    ...{ began: of.began, episode_began: of.episodeBegan, episode_ended: of.episodeEnded, source: id, vintage, locator: of.locator },
  }
}
