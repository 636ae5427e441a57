import { describe, expect, test } from 'vitest'
import { frontier, threshold } from '../../../src/scenarios/coalitions/coalition-frontier.ts'
import { type CoalitionGame, type CoalitionSolver, coalitionGame } from '../../../src/scenarios/coalitions/coalition-game.ts'
import { equalisingTransfers } from '../../../src/scenarios/coalitions/equalising-transfers.ts'
import { coalitionsNeeded, exactShapley, sampledShapley } from '../../../src/scenarios/coalitions/shapley.ts'

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `P${i}`)

/** A game whose harm depends on the members as given, and whose members lose one each. */
const game = (n: number, harm: (members: readonly number[]) => number): CoalitionGame =>
  coalitionGame(names(n), (members) => ({
    targetLoss: harm(members),
    losses: Array.from({ length: n }, (_, i) => (members.includes(i) ? 1 : 0)),
  }))

const shapley = (one: CoalitionGame): number[] => exactShapley(one).contributions.map((c) => c.shapley)

/** Airport game: who needs a longer runway pays for it. */
const airport = (lengths: readonly number[]) => game(lengths.length, (members) => Math.max(0, ...members.map((i) => lengths[i]!)))

/** The value of an airport game: each stretch of the runway is shared by those who need it. */
function airportValue(lengths: readonly number[], i: number): number {
  const steps = [...new Set(lengths)].sort((a, b) => a - b).filter((step) => step <= lengths[i]!)
  return steps.reduce((sum, step, k) => sum + (step - (steps[k - 1] ?? 0)) / lengths.filter((length) => length >= step).length, 0)
}

describe('Shapley values', () => {
  test('glove game: of one left and two right gloves the left one is worth two thirds', () => {
    const gloves = game(3, (members) => (members.includes(0) && members.length > 1 ? 1 : 0))
    expect(shapley(gloves)).toEqual([expect.closeTo(2 / 3, 14), expect.closeTo(1 / 6, 14), expect.closeTo(1 / 6, 14)])
  })

  test('airport game: runways of 1, 2 and 4 are worth 1/3, 5/6 and 17/6', () => {
    expect(shapley(airport([1, 2, 4]))).toEqual([expect.closeTo(1 / 3, 14), expect.closeTo(5 / 6, 14), expect.closeTo(17 / 6, 14)])
  })

  test('majority of three votes: 2, 1, 1 and 1 of five share as 1/2, 1/6, 1/6, 1/6', () => {
    const votes = [2, 1, 1, 1]
    const majority = game(4, (members) => (members.reduce((sum, i) => sum + votes[i]!, 0) >= 3 ? 1 : 0))
    expect(shapley(majority)).toEqual([1 / 2, 1 / 6, 1 / 6, 1 / 6].map((value) => expect.closeTo(value, 14)))
  })

  test('they add up to what all do beyond none, equal members are worth the same, and a member without effect nothing', () => {
    const odd = game(9, (members) => 5 + Math.sqrt(members.filter((i) => i !== 4).reduce((sum, i) => sum + (i >> 1), 0)))
    const { contributions, total } = exactShapley(odd)
    expect(contributions.reduce((sum, c) => sum + c.shapley, 0)).toBeCloseTo(total, 12)
    expect(total).toBeCloseTo(Math.sqrt(14), 12)
    expect(contributions[2]!.shapley).toBeCloseTo(contributions[3]!.shapley, 12)
    expect(contributions[4]!.shapley).toBeCloseTo(0, 12)
  })

  test('alone and last are those of the first and the last to join', () => {
    const [first] = exactShapley(airport([3, 2, 1])).contributions
    expect([first!.alone, first!.last]).toEqual([3, 1])
  })

  test('each coalition is solved once', () => {
    let calls = 0
    const counted = coalitionGame(names(5), (members) => {
      calls++
      return { targetLoss: members.length, losses: [0, 0, 0, 0, 0] }
    })
    exactShapley(counted)
    frontier(counted)
    sampledShapley(counted, { orders: 40, seed: 1 })
    expect([calls, counted.solved()]).toEqual([32, 32])
  })

  test('the coalitions named in advance are all that are solved', () => {
    for (const sampling of [undefined, { orders: 10, seed: 4 }]) {
      const one = airport([1, 2, 3, 4, 5, 6])
      const needed = coalitionsNeeded(6, sampling)
      for (const coalition of needed) one.outcome(coalition)
      if (sampling === undefined) exactShapley(one)
      else sampledShapley(one, sampling)
      expect(one.solved()).toBe(needed.length)
    }
  })

  test('eleven candidates are too many for all coalitions', () => {
    expect(() => exactShapley(airport(Array(11).fill(1)))).toThrow(/up to 10 candidates, not 11/)
  })
})

describe('Shapley values from drawn orders', () => {
  const lengths = Array.from({ length: 30 }, (_, i) => ((7 * i) % 30) + 1)
  const estimate = sampledShapley(airport(lengths), { orders: 400, seed: 3 })

  test('are within their errors of the true ones: two thirds within one, all within four', () => {
    const z = estimate.contributions.map(({ shapley: value, error }, i) => Math.abs(value - airportValue(lengths, i)) / error)
    expect(z.filter((one) => one < 1).length).toBeGreaterThan(15)
    expect(Math.max(...z)).toBeLessThan(4)
  })

  test('add up to the total exactly', () => {
    expect(estimate.contributions.reduce((sum, c) => sum + c.shapley, 0)).toBeCloseTo(30, 10)
  })

  test('are the same for the same seed and others for another', () => {
    const again = (seed: number) => sampledShapley(airport(lengths), { orders: 20, seed }).contributions.map((c) => c.shapley)
    expect(again(5)).toEqual(again(5))
    expect(again(5)).not.toEqual(again(6))
  })

  test('a reversed order cancels what a linear trend adds: the error is zero', () => {
    const square = game(12, (members) => members.length ** 2)
    const { contributions } = sampledShapley(square, { orders: 10, seed: 1 })
    for (const { shapley: value, error } of contributions) expect([value, error]).toEqual([expect.closeTo(12, 10), expect.closeTo(0, 10)])
  })

  test.each([3, 7, 0, 2.5])('%d orders are refused', (orders) => {
    expect(() => sampledShapley(airport([1, 2]), { orders, seed: 1 })).toThrow(/orders: needs an even number from 4 on/)
  })
})

describe('the frontier of harm against cost', () => {
  /** Harm adds up; costs are given. */
  const market = (harms: readonly number[], costs: readonly number[]) =>
    coalitionGame(names(harms.length), (members) => ({
      targetLoss: members.reduce((sum, i) => sum + harms[i]!, 0),
      losses: costs.map((cost, i) => (members.includes(i) ? cost : 0)),
    }))

  test('has no coalition that another beats, worked out by hand', () => {
    const { points, method } = frontier(market([5, 4, 3], [6, 1, 3]))
    expect(method).toBe('exact')
    expect(points.map(({ members, targetLoss, cost }) => [members, targetLoss, cost])).toEqual([
      [[], 0, 0],
      [[1], 4, 1],
      [[1, 2], 7, 4],
      [[0, 1], 9, 7],
      [[0, 1, 2], 12, 10],
    ])
  })

  test('a member that harms nothing is never in it, one that joins at a gain always is', () => {
    const { points } = frontier(market([2, 0, 3], [1, 1, -1]))
    expect(points.map(({ members }) => members)).toEqual([[2], [0, 2]])
  })

  test('costs of candidates that stay out do not count', () => {
    const free = coalitionGame(names(2), (members) => ({
      targetLoss: members.length,
      losses: [1, 100].map((cost) => (members.length > 0 ? cost : 0)),
    }))
    expect(frontier(free).points.map(({ members, cost }) => [members, cost])).toEqual([
      [[], 0],
      [[0], 1],
      [[0, 1], 101],
    ])
  })

  test('beyond ten candidates it grows by the best harm for its cost', () => {
    const harms = Array.from({ length: 12 }, (_, i) => i + 1)
    const { points, method } = frontier(market(harms, Array(12).fill(1)))
    expect([method, points.length]).toEqual(['stepwise', 13])
    expect(points[3]!.members).toEqual([9, 10, 11])
  })

  test('the smallest coalition that reaches a loss, and the cheaper one of two', () => {
    const one = market([5, 4, 3, 5], [6, 1, 3, 2])
    expect(threshold(one, 8).point).toMatchObject({ members: [1, 3], cost: 3 })
    expect(threshold(one, 5).point).toMatchObject({ members: [3] })
    expect(threshold(one, 0).point).toMatchObject({ members: [] })
    expect(threshold(one, 18).point).toBeUndefined()
    expect(threshold(market(Array(12).fill(1), Array(12).fill(1)), 5)).toMatchObject({ method: 'stepwise', point: { targetLoss: 5 } })
  })
})

describe('equalising transfers', () => {
  test('leave all members with the same share, and cancel out', () => {
    const { share, received, volume } = equalisingTransfers([30, -5, 15], [100, 200, 100])
    expect(share).toBeCloseTo(0.1, 15)
    expect(received).toEqual([expect.closeTo(20, 12), expect.closeTo(-25, 12), expect.closeTo(5, 12)])
    expect(volume).toBeCloseTo(25, 12)
  })

  test('nobody pays in a coalition of nobody, and a size of zero is refused', () => {
    expect(equalisingTransfers([], [])).toEqual({ share: 0, received: [], volume: 0 })
    expect(() => equalisingTransfers([1], [0])).toThrow(RangeError)
  })
})

describe('a game', () => {
  const broken =
    (losses: readonly number[], targetLoss = 1): CoalitionSolver =>
    () => ({ targetLoss, losses })

  test('that does not solve is refused with its members', () => {
    expect(() => coalitionGame(names(3), broken([0, Number.NaN, 0])).outcome(0b101n)).toThrow(/no solution for the coalition of P0, P2/)
    expect(() => coalitionGame(names(3), broken([0, 0])).outcome(0n)).toThrow(/no solution for the coalition of nobody/)
    expect(() => coalitionGame(names(1), broken([0], Number.POSITIVE_INFINITY)).outcome(1n)).toThrow(/no solution/)
  })

  test.each([0, 201])('of %d candidates is refused', (n) => {
    expect(() => coalitionGame(names(n), broken([]))).toThrow(/1 to 200 candidates/)
  })
})
