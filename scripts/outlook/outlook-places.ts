import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { votersOf } from '../../src/assessments/forms/roll-calls.ts'
import { type PlacesHeader, placeOfRank, placesDigest, placesFile } from '../../src/assessments/votes/stored-places.ts'
import { placeSessions, votePlaces } from '../../src/assessments/votes/vote-places.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../src/store/index.ts'
import { packageFile } from '../../src/store/package-files.ts'

/** From this session on places are stored: a forecast looks back nine sessions, so one as of 2006 needs no other. */
const first = 51

/**
 * Writes the places of all pairs in each session and the two before to data/outlook/vote-places.ranks, for the record that is given.
 * `npx tsx scripts/outlook/outlook-places.ts` does it for the bundled record; `outlook-backtest.ts` does it, too.
 */
export async function writePlaces(snapshot: Snapshot, last: number): Promise<void> {
  const digest = await placesDigest(snapshot)
  if (digest === undefined) throw new Error('the record has no ideal points of its own votes')
  const states = (await votersOf(snapshot)).length
  const [pairs, sessions] = [(states * (states - 1)) / 2, last - first + 1]
  const body = Buffer.alloc(2 * pairs * sessions)
  const ranked: number[] = []
  for (let session = first; session <= last; session++) {
    const { places, pairs: known } = await votePlaces(snapshot, session - placeSessions + 1, session)
    ranked.push(known)
    places.forEach((place, pair) => {
      if (Number.isNaN(place)) return
      const doubled = Math.round((place * known) / 50)
      if (placeOfRank(doubled, known) !== place) throw new Error(`session ${session}, pair ${pair}: ${place} is no mid-rank`)
      body.writeUInt16LE(doubled, 2 * (pair * sessions + session - first))
    })
  }
  const header: PlacesHeader = { schemaVersion: 1, digest, first, last, pairs, ranked }
  writeFileSync(packageFile(placesFile), Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const snapshot = await openSnapshot(bundledRecord())
  await writePlaces(snapshot, 80)
  snapshot.close()
}
