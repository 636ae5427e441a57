import { openMemory } from '../../memory/index.ts'
import { states } from '../../states/index.ts'
import { areNeighbours } from '../../states/tables/neighbours.ts'
import { inList } from '../rows/conditions.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** An enemy, a rival and a neighbour are looked for though they trade little: as often as if they had this share of the state's exports or imports. */
const asShare = { enemy: 0.4, rival: 0.15, neighbour: 0.1 }

/** Kinds of facts that make an enemy while they are in force, and those that make a rival. */
const enmities = ['armed-conflict', 'hostilities', 'state-of-war', 'armistice', 'enmity']
const rivalries = ['territorial-claim', 'closed-border']

/** Returns the states that are looked for together with a state: its largest trading partners, its rivals and its neighbours, the closest first. */
export const closestPartners: SnapshotCache<[id: string], readonly string[]> = cachedBySnapshot(async (snapshot, id) => {
  await openMemory(snapshot)
  const rows = await snapshot.rows(
    `WITH shares AS (SELECT b AS other, year, value FROM stored_figures WHERE a = $id AND figure IN ('export-share', 'import-share')),
     rivals AS (
       SELECT if(a = $id, b, a) AS other, max(if(kind IN ${inList(enmities)}, ${asShare.enemy}, ${asShare.rival})) AS value FROM facts
       WHERE $id IN (a, b) AND end_told IS NULL AND kind IN ${inList([...enmities, ...rivalries])} GROUP BY other)
     SELECT other, max(value) AS weight FROM shares WHERE year > (SELECT max(year) FROM shares) - 5 GROUP BY other
     UNION ALL FROM rivals`,
    { id },
  )
  const weights = new Map(states.filter(({ iso3 }) => areNeighbours(id, iso3)).map(({ iso3 }) => [iso3, asShare.neighbour]))
  for (const { other, weight } of rows) weights.set(String(other), (weights.get(String(other)) ?? 0) + Number(weight))
  return [...weights].sort(([x, one], [y, other]) => other - one || (x < y ? -1 : 1)).map(([iso3]) => iso3)
})
