import { describe, expect, test } from 'vitest'
import { adjustedRand } from '../../src/measures/communities/adjusted-rand.ts'
import { bestPartition } from '../../src/measures/communities/louvain.ts'
import { modularity } from '../../src/measures/communities/modularity.ts'
import {
  clubNetwork as network,
  publishedClubMembers as nodes,
  publishedPartitions,
} from '../../src/measures/reproductions/published-examples.ts'
import { reproductions } from '../../src/measures/reproductions/reproductions.ts'
import { expectReproduced } from './reproduced.ts'
import { havePublished, lines } from './unvotes.ts'

describe("Zachary's karate club", () => {
  test('has 78 ties', () => {
    expect(network(false).reduce((sum, tie) => sum + tie, 0)).toBe(156)
  })

  test('modularity of the split that happened, and the best of it, as networkx has them; the example of Hubert and Arabie', () => {
    expectReproduced('communities', 5)
  })

  test('the known optimum of modularity, 0.4198 in four communities, is found from any of ten seeds', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const found = bestPartition(network(false), nodes, { seed })
      expect([seed, found.count, found.modularity.toFixed(4)]).toEqual([seed, 4, '0.4198'])
    }
  })

  test('what is told of a partition is its modularity', () => {
    const found = bestPartition(network(true), nodes, { seed: 1 })
    expect(modularity(network(true), found.communities)).toBe(found.modularity)
  })

  test('the same seed gives the same partition', () => {
    expect(bestPartition(network(true), nodes, { seed: 5 })).toEqual(bestPartition(network(true), nodes, { seed: 5 }))
  })
})

describe('adjusted Rand index', () => {
  // counts by both: 1 1 0 / 1 2 1 / 0 0 4 (rows u, columns v): 7 pairs in one class of both, 13 and 14 in one of each, of 45; worked out by hand
  const { u, v } = publishedPartitions

  test('the example of Hubert and Arabie 1985, by hand', () => {
    expect(adjustedRand(u, v)).toBeCloseTo((7 - (13 * 14) / 45) / ((13 + 14) / 2 - (13 * 14) / 45), 12)
  })

  test('names of classes do not matter, and whom one partition leaves out does not count', () => {
    expect(adjustedRand(u, v)).toBe(
      adjustedRand(
        v.map((x) => 7 - x),
        u,
      ),
    )
    expect(adjustedRand([...u, -1], [...v, 0])).toBe(adjustedRand(u, v))
    expect(adjustedRand(u, u)).toBe(1)
  })
})

describe.skipIf(!havePublished)('networks of votes (needs ../shared)', () => {
  test.each(['1985-kappa', '1985-s', '2018-kappa', '2018-s'])(
    '%s: the best of 21 runs is as near the best of leidenalg as we say',
    (key) => {
      const { published, ours, tolerance } = reproductions.find(({ id }) => id === `network-${key}`)!
      const { size, ties } = tiesOf(key)
      const found = bestPartition(ties, size, { runs: 21, seed: 1 }).modularity
      expect(found).toBeCloseTo(ours as number, 12)
      expect(Math.abs(found - published)).toBeLessThanOrEqual(tolerance!)
    },
  )
})

/** Pairs with ten votes in common and a figure above 0, tied by it. */
function tiesOf(key: string): { size: number; ties: Float64Array } {
  const [year, measure] = key.split('-')
  const column = measure === 's' ? 3 : 6
  const pairs = lines(`reference/similarity/un_${year}.csv.gz`).map((line) => line.split(','))
  const place = new Map([...new Set(pairs.flatMap(([a, b]) => [a!, b!]))].map((state, i) => [state, i]))
  const ties = new Float64Array(place.size ** 2)
  for (const pair of pairs) {
    const [a, b, tie] = [place.get(pair[0]!)!, place.get(pair[1]!)!, Number(pair[column])]
    if (Number(pair[2]) < 10 || !(tie > 0)) continue
    ties[a * place.size + b] = tie
    ties[b * place.size + a] = tie
  }
  return { size: place.size, ties }
}
