import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { wholeVotes, wholeVotesEvidence } from '../votes/vote-matrix.ts'
import { placeWindow } from '../votes/vote-place-figures.ts'
import { pairIndex, placeSessions, votePlaces } from '../votes/vote-places.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

/** Returns each state's place with one state, as a share, by the year in which the last of three sessions opened. */
export async function worldPlaces({ snapshot, to }: WorldInputs, chosen: string): Promise<WorldReading> {
  const [voters, window] = [await votersOf(snapshot), await placeWindow(snapshot, to)]
  const evidence = wholeVotesEvidence(await wholeVotes(snapshot), to)
  const cells = new WorldCells()
  const own = voters.indexOf(chosen)
  if (own < 0 || window === undefined) return { column: cells.column, evidence }
  for (let last = placeSessions; last <= window.last; last++) {
    const { places, n } = await votePlaces(snapshot, last - placeSessions + 1, last)
    for (const [i, state] of voters.entries()) {
      const at = i === own ? -1 : pairIndex(voters.length, own, i)
      const place = places[at]
      if (place !== undefined && !Number.isNaN(place)) cells.set(state, openingYear(last), { value: place / 100, n: n[at]! })
    }
  }
  return { column: cells.column, evidence }
}
