import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { packageFile } from '../../store/package-files.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { votesDigest } from './ideal-point-votes.ts'
import { placeSessions, usualPoints } from './vote-places.ts'

/** Places of all pairs that were computed with the record, so that a forecast of one pair need not rank all of them at each of its sessions. */
export interface StoredPlaces {
  /**
   * The place of a pair in a session and the two before; NaN where it has none, undefined for a session that is not stored.
   *
   * @param pair   as `pairIndex` numbers it
   */
  readonly at: (session: number, pair: number) => number | undefined
}

/** What stands before the places in their file. */
export interface PlacesHeader {
  readonly schemaVersion: 1
  /** Of the votes and ideal points from which the places follow, as `placesDigest` gives it. */
  readonly digest: string
  readonly first: number
  readonly last: number
  readonly pairs: number
  /** Pairs with a place, by session. */
  readonly ranked: readonly number[]
}

/** One JSON line, and then for each pair and session twice the mid-rank among all pairs as a number of 16 bits; 0 where it has no place. */
export const placesFile = 'data/outlook/vote-places.ranks'

/** A digest of all that places follow from: places are valid only for a record with the same one. Undefined without ideal points. */
export const placesDigest: SnapshotCache<[], string | undefined> = cachedBySnapshot(async (snapshot) => {
  const points = await usualPoints(snapshot)
  if (points.size === 0) return undefined
  const hash = createHash('md5').update(`${placeSessions} ${await votesDigest(snapshot)}`)
  for (const [session, own] of points) {
    hash.update(`${session} ${own.map(({ state }) => state).join(' ')}`)
    hash.update(Float64Array.from(own, ({ point }) => point))
  }
  return hash.digest('hex')
})

/** Reads the stored places; undefined where the record has other votes or ideal points than those that they were computed from. */
export const storedPlaces: SnapshotCache<[], StoredPlaces | undefined> = cachedBySnapshot(async (snapshot) => {
  const [bytes, digest] = await Promise.all([placesBytes(), placesDigest(snapshot)])
  if (bytes === undefined || digest === undefined) return undefined
  const end = bytes.indexOf(10)
  const header = JSON.parse(bytes.toString('utf8', 0, end)) as PlacesHeader
  if (header.schemaVersion !== 1 || header.digest !== digest) return undefined
  const { first, last, pairs, ranked } = header
  const sessions = last - first + 1
  return {
    at: (session, pair) => {
      if (session < first || session > last || !(pair < pairs)) return undefined
      const doubled = bytes.readUInt16LE(end + 1 + 2 * (pair * sessions + session - first))
      return doubled === 0 ? Number.NaN : placeOfRank(doubled, ranked[session - first]!)
    },
  }
})

/**
 * Returns the place that belongs to twice a mid-rank, by the arithmetic of `midRankPercentiles`, so that stored and computed places are equal to the last bit.
 *
 * @example placeOfRank(3, 4)   // 37.5
 */
export function placeOfRank(doubled: number, ranked: number): number {
  return (50 * doubled) / ranked
}

let kept: Promise<Buffer | undefined> | undefined

function placesBytes(): Promise<Buffer | undefined> {
  kept ??= readFile(packageFile(placesFile)).catch(() => undefined)
  return kept
}
