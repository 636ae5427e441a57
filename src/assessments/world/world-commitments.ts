import { vintageOf } from '../forms/unknown.ts'
import { isBoundOn, type TreatyParty, treatyParties } from '../relations/treaty-parties.ts'
import { referenceDay, WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

const source = 'alliance-commitments'

/**
 * Counts the treaties with a written commitment between a state and the chosen state at the end of each year. `defence`: at least
 * one of the two owes the other defence. The table is incomplete: a count is a lower bound, and no treaty is unknown.
 */
export async function readCommitments(bench: WorldInputs, chosen: string, kind: 'any' | 'defence'): Promise<WorldReading> {
  const parties = await treatyParties(bench.snapshot)
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

function boundOn(parties: readonly TreatyParty[], chosen: string, day: string, kind: 'any' | 'defence'): Map<string, Set<string>> {
  const inForce = parties.filter((party) => isBoundOn(party, day))
  const own = new Map(inForce.filter(({ state }) => state === chosen).map((party) => [party.treaty, party]))
  const found = new Map<string, Set<string>>()
  for (const { treaty, state, defence } of inForce) {
    const mine = own.get(treaty)
    if (state === chosen || mine === undefined || (kind === 'defence' && defence !== true && mine.defence !== true)) continue
    found.set(state, (found.get(state) ?? new Set()).add(treaty))
  }
  return found
}
