import { vintageOf } from '../forms/unknown.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { referenceDay, WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

const source = 'alliance-commitments'

interface Party {
  readonly treaty: string
  readonly state: string
  readonly start_date: string | null
  readonly end_date: string | null
  readonly defence: boolean | null
}

/**
 * Counts the treaties with a written commitment between a state and the chosen state at the end of each year. `defence`: at least
 * one of the two owes the other defence. The table is incomplete: a count is a lower bound, and no treaty is unknown.
 */
export async function readCommitments(bench: WorldInputs, chosen: string, kind: 'any' | 'defence'): Promise<WorldReading> {
  const parties = await partiesOf(bench.snapshot)
  const window = bench.cards.get(source)?.coverage[0]
  const cells = new WorldCells()
  const [first, last] = [Number(window?.from.slice(0, 4)), Number(bench.to.slice(0, 4))]
  for (let year = first; window !== undefined && year <= last; year++) {
    const day = referenceDay(year, bench.to)
    if (day > window.to) continue
    for (const [state, treaties] of boundOn(parties, chosen, day, kind)) cells.set(state, year, { value: treaties.size })
  }
  const rows = `commitments where start_date <= '${bench.to}'`
  return { column: cells.column, evidence: [{ source, vintage: vintageOf(bench.cards, source), rows, count: parties.length }] }
}

function boundOn(parties: readonly Party[], chosen: string, day: string, kind: 'any' | 'defence'): Map<string, Set<string>> {
  const inForce = parties.filter(
    ({ start_date, end_date }) => (start_date === null || start_date <= day) && (end_date === null || end_date >= day),
  )
  const own = new Map(inForce.filter(({ state }) => state === chosen).map((party) => [party.treaty, party]))
  const found = new Map<string, Set<string>>()
  for (const { treaty, state, defence } of inForce) {
    const mine = own.get(treaty)
    if (state === chosen || mine === undefined || (kind === 'defence' && defence !== true && mine.defence !== true)) continue
    found.set(state, (found.get(state) ?? new Set()).add(treaty))
  }
  return found
}

const partiesOf = cachedBySnapshot(async (snapshot): Promise<Party[]> => {
  const rows = await snapshot.rows(
    'SELECT treaty, state, start_date, end_date, defence FROM commitments ORDER BY treaty, state, start_date',
  )
  return rows as unknown as Party[]
})
