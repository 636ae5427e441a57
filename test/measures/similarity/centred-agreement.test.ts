import { describe, expect, test } from 'vitest'
import { centredAgreement, centredError, centredSums, centredVotes, type Votes } from '../../../src/measures/index.ts'

/** Positions by roll call of four states. */
function votes(...rollCalls: string[]): Votes {
  return { states: 4, rollCalls: rollCalls.length, positions: Uint8Array.from(rollCalls.join(''), Number) }
}

const agreement = (of: Votes, i: number, j: number): number => centredAgreement(centredSums(centredVotes(of), i, j))

describe('centred agreement', () => {
  test('worked by hand: two against two', () => {
    // deviations -1, -1, 1, 1; s² = 1: the same side 1 - 0/3, opposite sides 1 - 4/3
    expect(agreement(votes('1133'), 0, 1)).toBe(1)
    expect(agreement(votes('1133'), 0, 2)).toBeCloseTo(-1 / 3, 12)
  })

  test('unanimous roll calls change nothing, however many: an agenda of near-consensus moves no figure', () => {
    const divided = ['1133', '1312', '2113']
    const more = [...divided, ...new Array(200).fill('1111')]
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 3],
    ] as const)
      expect(agreement(votes(...more), i, j)).toBeCloseTo(agreement(votes(...divided), i, j), 12)
  })

  test('a roll call on which one of the two has no position says nothing; none in common is undefined', () => {
    expect(centredSums(centredVotes(votes('1133', '0133')), 0, 1).n).toBe(1)
    expect(agreement(votes('0133'), 0, 1)).toBeNaN()
    expect(agreement(votes('1111'), 0, 1)).toBeNaN()
  })

  test('the sums of two windows add up, and so does the error over them', () => {
    const [one, two, both] = [votes('1133', '1312'), votes('2113', '3311'), votes('1133', '1312', '2113', '3311')].map(centredVotes)
    const [x, y, z] = [one!, two!, both!].map((part) => centredSums(part, 0, 2))
    expect(x!.difference + y!.difference).toBeCloseTo(z!.difference, 12)
    expect(x!.scale + y!.scale).toBeCloseTo(z!.scale, 12)
    expect(centredError([one!, two!], 0, 2)).toBeCloseTo(centredError([both!], 0, 2), 12)
  })
})
