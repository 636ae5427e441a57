import { describe, expect, test } from 'vitest'
import { adjustedRand } from '../../src/measures/adjusted-rand.ts'
import { bestPartition } from '../../src/measures/louvain.ts'
import { modularity } from '../../src/measures/modularity.ts'

/** Zachary 1977, Journal of Anthropological Research 33: who met whom outside the karate club, and in how many settings. Node, then later nodes with the number of settings. */
const zachary: readonly (readonly [number, string])[] = [
  [0, '1:4 2:5 3:3 4:3 5:3 6:3 7:2 8:2 10:2 11:3 12:1 13:3 17:2 19:2 21:2 31:2'],
  [1, '2:6 3:3 7:4 13:5 17:1 19:2 21:2 30:2'],
  [2, '3:3 7:4 8:5 9:1 13:3 27:2 28:2 32:2'],
  [3, '7:3 12:3 13:3'],
  [4, '6:2 10:3'],
  [5, '6:5 10:3 16:3'],
  [6, '16:3'],
  [8, '30:3 32:3 33:4'],
  [9, '33:2'],
  [13, '33:3'],
  [14, '32:3 33:2'],
  [15, '32:3 33:4'],
  [18, '32:1 33:2'],
  [19, '33:1'],
  [20, '32:3 33:1'],
  [22, '32:2 33:3'],
  [23, '25:5 27:4 29:3 32:5 33:4'],
  [24, '25:2 27:3 31:2'],
  [25, '31:7'],
  [26, '29:4 33:2'],
  [27, '33:4'],
  [28, '31:2 33:2'],
  [29, '32:4 33:2'],
  [30, '32:3 33:3'],
  [31, '32:4 33:4'],
  [32, '33:5'],
]
const nodes = 34
/** Who stayed with the instructor (0) and who left with the officers (1). */
const split = Int32Array.from('0000000001000011001010111111111111', Number)

function network(weighted: boolean): Float64Array {
  const found = new Float64Array(nodes * nodes)
  for (const [i, others] of zachary) {
    for (const [j, weight] of others.split(' ').map((pair) => pair.split(':').map(Number) as [number, number])) {
      found[i * nodes + j] = weighted ? weight : 1
      found[j * nodes + i] = weighted ? weight : 1
    }
  }
  return found
}

describe("Zachary's karate club", () => {
  test('has 78 ties', () => {
    expect(network(false).reduce((sum, tie) => sum + tie, 0)).toBe(156)
  })

  test('modularity of the split that happened: as networkx 3.6.1 has it, with and without weights, to 1e-12', () => {
    expect(modularity(network(false), split)).toBeCloseTo(0.3582347140039448, 12)
    expect(modularity(network(true), split)).toBeCloseTo(0.39143756676224206, 12)
  })

  test('the known optimum of modularity, 0.4198 in four communities, is found from any of ten seeds', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const found = bestPartition(network(false), nodes, { seed })
      expect([seed, found.count, found.modularity.toFixed(4)]).toEqual([seed, 4, '0.4198'])
    }
  })

  test('with weights the best of 200 runs of networkx, 0.4449, is reached', () => {
    const found = bestPartition(network(true), nodes, { seed: 1 })
    expect(found.modularity).toBeCloseTo(0.44490358126721763, 12)
    expect(modularity(network(true), found.communities)).toBe(found.modularity)
  })

  test('the same seed gives the same partition', () => {
    expect(bestPartition(network(true), nodes, { seed: 5 })).toEqual(bestPartition(network(true), nodes, { seed: 5 }))
  })
})

describe('adjusted Rand index', () => {
  // counts by both: 1 1 0 / 1 2 1 / 0 0 4 (rows u, columns v): 7 pairs in one class of both, 13 and 14 in one of each, of 45; worked out by hand
  const u = [0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
  const v = [0, 1, 0, 1, 1, 2, 2, 2, 2, 2]

  test('the example of Hubert and Arabie 1985: 0.313', () => {
    expect(adjustedRand(u, v)).toBeCloseTo((7 - (13 * 14) / 45) / ((13 + 14) / 2 - (13 * 14) / 45), 12)
    expect(adjustedRand(u, v)).toBeCloseTo(0.313, 3)
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
