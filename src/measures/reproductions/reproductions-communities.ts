import { adjustedRand } from '../communities/adjusted-rand.ts'
import { bestPartition } from '../communities/louvain.ts'
import { modularity } from '../communities/modularity.ts'
import { clubNetwork, clubSplit, publishedClubMembers, publishedPartitions } from './published-examples.ts'
import { type Reproduction, roundingTolerance } from './reproduction.ts'

const clubTest = 'test/reference/communities.test.ts'
const networkx = 'networkx 3.6.1'

/** Modularity and similarity of partitions, compared with published values. */
export const communitiesReproductions: readonly Reproduction[] = [
  {
    id: 'modularity-club',
    measure: 'communities',
    what: "modularity of the split of Zachary's karate club that happened",
    where: networkx,
    published: 0.3582347140039448,
    tolerance: 1e-12,
    ours: () => modularity(clubNetwork(false), clubSplit),
    test: clubTest,
  },
  {
    id: 'modularity-club-weighted',
    measure: 'communities',
    what: 'modularity of that split, ties weighted by settings',
    where: networkx,
    published: 0.39143756676224206,
    tolerance: 1e-12,
    ours: () => modularity(clubNetwork(true), clubSplit),
    test: clubTest,
  },
  {
    id: 'best-club',
    measure: 'communities',
    what: "highest modularity of Zachary's karate club",
    where: 'the known optimum of the literature',
    published: 0.4198,
    tolerance: roundingTolerance(4),
    ours: () => bestPartition(clubNetwork(false), publishedClubMembers, { seed: 1 }).modularity,
    test: clubTest,
  },
  {
    id: 'best-club-weighted',
    measure: 'communities',
    what: 'highest modularity of the club, ties weighted by settings',
    where: `${networkx}, best of 200 runs`,
    published: 0.44490358126721763,
    tolerance: 1e-12,
    ours: () => bestPartition(clubNetwork(true), publishedClubMembers, { seed: 1 }).modularity,
    test: clubTest,
  },
  {
    id: 'adjusted-rand',
    measure: 'communities',
    what: 'adjusted Rand index of two partitions of ten objects',
    where: 'Hubert and Arabie 1985',
    published: 0.313,
    tolerance: roundingTolerance(3),
    ours: () => adjustedRand(publishedPartitions.u, publishedPartitions.v),
    test: clubTest,
  },
  ...(
    [
      ['1985-kappa', 0.33972626563174707, 0.33972225068164097],
      ['1985-s', 0.03668867009383782, 0.03668867009383729],
      ['2018-kappa', 0.3974551318237899, 0.3974551318237893],
      ['2018-s', 0.09359853019434386, 0.09359853019435474],
    ] as const
  ).map(([key, published, ours]) => ({
    id: `network-${key}`,
    measure: 'communities',
    what: `highest modularity of the network of votes ${key.slice(0, 4)}, tied by ${key.endsWith('s') ? 'S' : 'kappa'} above 0`,
    where: 'leidenalg 0.10.2, best of 21 seeds',
    published,
    tolerance: 1e-5,
    ours,
    test: clubTest,
    ...(Math.abs(ours - published) > 1e-9 ? { note: 'Leiden finds a partition that is better by four millionths.' } : {}),
  })),
]
