import { describe, expect, test } from 'vitest'
import { agreementNetwork } from '../../../src/measures/communities/agreement-network.ts'
import { stableCommunities } from '../../../src/measures/communities/community-stability.ts'

/** Positions of states, one text each: 1 yes, 2 abstain, 3 no, 0 none. */
function positions(...states: readonly string[]): Uint8Array {
  return Uint8Array.from(states.join(''), Number)
}

describe('agreement network', () => {
  test('a vote that all cast alike ties nobody', () => {
    expect([...agreementNetwork(positions('11', '11', '11'), 3)]).toEqual(new Array(9).fill(0))
  })

  test('a tie is agreement less the chance of two states drawn at random, on the roll calls of both alone', () => {
    // chance: 1/3 (two against one), then 0 of the one pair that voted
    const [, ab, ac, , , bc] = agreementNetwork(positions('11', '13', '30'), 3)
    expect(ab).toBeCloseTo((1 - 1 / 3 + 0 - 0) / 2, 12)
    expect([ac, bc]).toEqual([0, 0])
  })

  test('who never varies has ties as well', () => {
    const [, tie] = agreementNetwork(positions('1111', '1111', '3333', '1313'), 4)
    expect(tie).toBeGreaterThan(0.3)
  })

  test('a roll call that counts twice is the same as one that is there twice', () => {
    const twice = agreementNetwork(positions('113', '131', '313'), 3, [2, 1, 0])
    // chance is of the roll call and not of the draw
    expect(twice[1]).toBeCloseTo(agreementNetwork(positions('111', '113', '331'), 3)[1]!, 12)
  })
})

describe('communities and their stability', () => {
  const first = '1313131311331313'
  const second = '3131313133113131'
  const votes = positions(first, first, first, second, second, second, '1313313133331331')

  test('two camps are found, and whoever is in one stays in it', () => {
    const found = stableCommunities(votes, 7, { seed: 1, resamples: 40 })
    const { communities } = found.consensus
    expect([communities[0], communities[1], communities[2]]).toEqual(new Array(3).fill(communities[0]))
    expect([communities[3], communities[4], communities[5]]).toEqual(new Array(3).fill(communities[3]))
    expect(communities[0]).not.toBe(communities[3])
    expect(found.together[1]).toBe(1)
    expect(found.stays[0]).toBeGreaterThan(found.stays[6]!)
    expect(found.rand.mean).toBeGreaterThan(0.3)
    expect(found.rand.low).toBeLessThanOrEqual(found.rand.mean)
  })

  test('the same seed gives the same figures, bit for bit', () => {
    const once = stableCommunities(votes, 7, { seed: 3, resamples: 20 })
    expect(stableCommunities(votes, 7, { seed: 3, resamples: 20 })).toEqual(once)
  })
})
