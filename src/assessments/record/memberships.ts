import { blocs, existedOn, type Membership, membersOn, states } from '../../states/index.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** The memberships in the record, from which a pair's shared institutions are read. */
export interface StoredMemberships {
  /** All memberships of all states and times. */
  readonly all: readonly Membership[]
  /** The memberships of one state. */
  of(state: string): readonly Membership[]
}

/** Reads the memberships of a snapshot. */
export const storedMemberships: SnapshotCache<[], StoredMemberships> = cachedBySnapshot(async (snapshot) => {
  const all = (await snapshot.rows('SELECT * FROM memberships')) as unknown as Membership[]
  const byState = grouped(all, ({ state }) => state)
  return { all, of: (state: string) => byState.get(state) ?? [] }
})

/** Counts the blocs that each pair of states existing on a day shares; the counts are in ascending order. */
export const sharedBlocCounts: SnapshotCache<[date: string], Float64Array> = cachedBySnapshot(async (snapshot, date) =>
  pairCounts((await storedMemberships(snapshot)).all, date).sort(),
)

/** Returns how many members each bloc has on a day. */
export const blocSizes: SnapshotCache<[date: string], ReadonlyMap<string, number>> = cachedBySnapshot(async (snapshot, date) => {
  const { all } = await storedMemberships(snapshot)
  return new Map(blocs.map(({ id }) => [id, membersOn(all, id, date).length]))
})

function pairCounts(memberships: readonly Membership[], date: string): Float64Array {
  const alive = states.filter((state) => existedOn(state, date)).map((state) => state.iso3)
  const place = new Map(alive.map((iso3, i) => [iso3, i]))
  const counts = new Float64Array((alive.length * (alive.length - 1)) / 2)
  for (const bloc of blocs) {
    const members = membersOn(memberships, bloc.id, date)
      .flatMap((iso3) => place.get(iso3) ?? [])
      .sort((x, y) => x - y)
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) counts[pairIndex(members[i]!, members[j]!, alive.length)]! += 1
    }
  }
  return counts
}

function pairIndex(i: number, j: number, n: number): number {
  return (i * (2 * n - i - 1)) / 2 + (j - i - 1)
}
