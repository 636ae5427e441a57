import { blocs, existedIn, type Membership, states } from '../../states/index.ts'
import { vintageOf } from '../forms/unknown.ts'
import { storedMemberships } from '../record/memberships.ts'
import { inForceOn } from '../rows/spells.ts'
import { referenceDay, WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

const source = 'bloc-memberships'

/**
 * Returns the number of the record's blocs that a state shares with the chosen state at the end of each year. No shared bloc is
 * zero, since membership lists are complete.
 */
export async function readSharedBlocs(bench: WorldInputs, chosen: string): Promise<WorldReading> {
  const { all } = await storedMemberships(bench.snapshot)
  const first = Number((bench.cards.get(source)?.coverage[0]?.from ?? '1946').slice(0, 4)) + 1
  const last = Number(bench.to.slice(0, 4))
  const known = new Set(blocs.map(({ id }) => id))
  const members = all.filter(({ bloc, role }) => role === 'member' && known.has(bloc))
  const cells = new WorldCells()
  const own = states.find(({ iso3 }) => iso3 === chosen)
  for (let year = first; all.length > 0 && year <= last; year++) {
    if (own === undefined || !existedIn(own, year)) continue
    const shared = sharedOn(members, chosen, referenceDay(year, bench.to))
    for (const state of states) {
      if (state.iso3 !== chosen && existedIn(state, year)) cells.set(state.iso3, year, { value: shared.get(state.iso3) ?? 0 })
    }
  }
  const rows = `memberships where role = 'member' and start_date <= '${bench.to}'`
  return { column: cells.column, evidence: [{ source, vintage: vintageOf(bench.cards, source), rows, count: members.length }] }
}

/** Returns the number of blocs shared with each state on a day. */
function sharedOn(members: readonly Membership[], chosen: string, day: string): ReadonlyMap<string, number> {
  const inForce = members.filter((one) => inForceOn(one, day))
  const own = new Set(inForce.filter(({ state }) => state === chosen).map(({ bloc }) => bloc))
  const pairs = new Set(inForce.filter(({ bloc }) => own.has(bloc)).map(({ state, bloc }) => `${state} ${bloc}`))
  const counts = new Map<string, number>()
  for (const pair of pairs) {
    const [state] = pair.split(' ') as [string]
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}
