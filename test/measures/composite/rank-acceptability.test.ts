import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Alternatives,
  acceptability,
  centralWeights,
  rankBounds,
  rankQuantile,
  ranksUnder,
} from '../../../src/measures/composite/rank-acceptability.ts'
import { rankPieces, searchedRank } from '../../../src/measures/composite/rank-along-weights.ts'
import { simplexPoints } from '../../../src/measures/composite/simplex-points.ts'

/** A few alternatives with whole scores, so that ties happen, and positive weights. */
const field = fc
  .record({ components: fc.integer({ min: 2, max: 4 }), count: fc.integer({ min: 1, max: 12 }) })
  .chain(({ components, count }) =>
    fc.record({
      components: fc.constant(components),
      count: fc.constant(count),
      which: fc.integer({ min: 0, max: count - 1 }),
      scores: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: components * count, maxLength: components * count }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: components, maxLength: components }),
    }),
  )

const alternatives = (one: { components: number; count: number; scores: readonly number[] }): Alternatives => ({
  ...one,
  scores: Float64Array.from(one.scores),
})

/** The rank by its definition, over all others, without short cuts. */
function plainRank({ count, components, scores }: Alternatives, which: number, weights: ArrayLike<number>): number {
  const sum = (i: number): number =>
    Array.from({ length: components }, (_, c) => weights[c]! * scores[i * components + c]!).reduce((x, y) => x + y, 0)
  return 1 + Array.from({ length: count }, (_, i) => i).filter((i) => sum(i) > sum(which)).length
}

describe('rank under weights', () => {
  test('is one more than how many have a higher weighted sum', () => {
    fc.assert(
      fc.property(field, ({ which, weights, ...one }) => {
        const all = alternatives(one)
        expect(ranksUnder(all, which, Float64Array.from(weights))[0]).toBe(plainRank(all, which, weights))
      }),
    )
  })

  test('does not hang on the sum of the weights, on the scale of all scores, or on the order of components', () => {
    fc.assert(
      fc.property(field, fc.integer({ min: 2, max: 64 }), ({ which, weights, ...one }, times) => {
        const rank = (given: Alternatives, w: readonly number[]): number => ranksUnder(given, which, Float64Array.from(w))[0]!
        const own = rank(alternatives(one), weights)
        expect(
          rank(
            alternatives(one),
            weights.map((w) => w * times),
          ),
        ).toBe(own)
        expect(rank(alternatives({ ...one, scores: one.scores.map((score) => score * times + 3) }), weights)).toBe(own)
        const turned = one.scores.map((_, at) => one.scores[at - (at % one.components) + one.components - 1 - (at % one.components)]!)
        expect(rank(alternatives({ ...one, scores: turned }), [...weights].reverse())).toBe(own)
      }),
    )
  })

  test('one that another dominates never ranks above it, whatever the weights', () => {
    fc.assert(
      fc.property(field, ({ which, ...one }) => {
        const all = alternatives(one)
        const points = simplexPoints(64, one.components, new Float64Array(one.components - 1).fill(0.5))
        const own = ranksUnder(all, which, points)
        for (let other = 0; other < one.count; other++) {
          const gaps = Array.from(
            { length: one.components },
            (_, c) => all.scores[other * one.components + c]! - all.scores[which * one.components + c]!,
          )
          if (!gaps.every((gap) => gap >= 0)) continue
          const above = ranksUnder(all, other, points)
          own.forEach((rank, i) => {
            expect(above[i]).toBeLessThanOrEqual(rank)
          })
        }
      }),
    )
  })

  test('never passes the bounds that dominance sets', () => {
    fc.assert(
      fc.property(field, ({ which, weights, ...one }) => {
        const all = alternatives(one)
        const { best, worst } = rankBounds(all, which)
        const rank = plainRank(all, which, weights)
        expect(rank).toBeGreaterThanOrEqual(best)
        expect(rank).toBeLessThanOrEqual(worst)
      }),
    )
  })
})

describe('rank along a line of weights', () => {
  test('each piece holds the rank that its middle has, and the pieces fill the line', () => {
    fc.assert(
      fc.property(field, ({ which, weights, ...one }) => {
        const all = alternatives(one)
        const to = [...weights].reverse()
        const { starts, ranks } = rankPieces(all, which, weights, to)
        expect([starts[0], starts.at(-1), starts.length]).toEqual([0, 1, ranks.length + 1])
        ranks.forEach((rank, i) => {
          expect(starts[i + 1]).toBeGreaterThan(starts[i]!)
          // not at round parts, where two may change places with it at once and be equal for that point only
          for (const part of [0.2371, 0.5113, 0.7437]) {
            const t = starts[i]! + part * (starts[i + 1]! - starts[i]!)
            // equal sums of whole numbers come out a rounding apart between the pieces: only pieces with room are looked into
            if (starts[i + 1]! - starts[i]! < 1e-6) continue
            const at = weights.map((weight, c) => (1 - t) * weight + t * to[c]!)
            expect(Math.abs(plainRank(all, which, at) - rank)).toBeLessThanOrEqual(tiesOf(all, which, weights, to))
          }
        })
      }),
    )
  })

  test('with two components the best and the worst that are found are the best and the worst of a fine grid', () => {
    fc.assert(
      fc.property(field, ({ which, ...one }) => {
        if (one.components !== 2) return
        const all = alternatives(one)
        const grid = Array.from({ length: 997 }, (_, i) => plainRank(all, which, [i + 0.3183, 996.6817 - i]))
        const start = Float64Array.of(0.5001, 0.4999)
        expect(searchedRank(all, which, start, 1).rank).toBe(Math.min(...grid))
        expect(searchedRank(all, which, start, -1).rank).toBe(Math.max(...grid))
      }),
    )
  })

  test('where two change places at the middle of a piece the weights are taken beside it', () => {
    const all = { count: 10, components: 2, scores: Float64Array.of(3, 0, 6, 0, 2, 4, 2, 3, 5, 0, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0) }
    const { rank, weights } = searchedRank(all, 5, Float64Array.of(1 / 3 + 1e-5, 2 / 3 - 1e-5), 1)
    expect(rank).toBe(2)
    expect(ranksUnder(all, 5, weights)[0]).toBe(2)
    expect(ranksUnder(all, 5, Float64Array.of(0.5, 0.5))[0]).toBe(1)
  })

  test('two that change places with it at the same point, the other way each, leave no piece between them', () => {
    const all = { count: 6, components: 3, scores: Float64Array.of(0, 0, 0, 0, 0, 0, 3, 5, 3, 0, 0, 0, 6, 2, 6, 2, 6, 2) }
    const start = Float64Array.from([3, 5, 1], (weight) => weight / 9 + 1e-5 * weight ** 2)
    const { rank, weights } = searchedRank(all, 2, start, 1)
    expect([rank, ranksUnder(all, 2, weights)[0]]).toEqual([2, 2])
  })

  test('the weights that are found give the rank that is told', () => {
    fc.assert(
      fc.property(field, ({ which, weights, ...one }) => {
        const all = alternatives(one)
        const whole = weights.reduce((sum, weight) => sum + weight, 0)
        const { rank, weights: at } = searchedRank(
          all,
          which,
          Float64Array.from(weights, (weight) => weight / whole + 1e-5 * weight ** 2),
          1,
        )
        expect(rank).toBeLessThanOrEqual(
          ranksUnder(
            all,
            which,
            Float64Array.from(weights, (weight) => weight / whole + 1e-5 * weight ** 2),
          )[0]!,
        )
        expect(ranksUnder(all, which, at)[0]).toBe(rank)
      }),
    )
  })
})

/** Others that are equal all along the line: rounding may put them on either side. */
function tiesOf({ count, components, scores }: Alternatives, which: number, ...ends: readonly (readonly number[])[]): number {
  const lead = (i: number, weights: readonly number[]): number =>
    weights.reduce((sum, weight, c) => sum + weight * (scores[i * components + c]! - scores[which * components + c]!), 0)
  return Array.from({ length: count }, (_, i) => i).filter((i) => ends.every((weights) => lead(i, weights) === 0)).length - 1
}

describe('shares over all weights', () => {
  const triangle = alternatives({ count: 3, components: 3, scores: [9, 0, 0, 0, 9, 0, 0, 0, 9] })

  test('three that are each alone in one component share the first rank in thirds', () => {
    const points = simplexPoints(6000, 3, [0.1, 0.7])
    for (const which of [0, 1, 2]) expect(acceptability(ranksUnder(triangle, which, points), 1)).toBeCloseTo(1 / 3, 2)
  })

  test('the central weights of the first rank are the middle of the weights that give it: 11/18, 7/36, 7/36', () => {
    const points = simplexPoints(20_000, 3, [0.1, 0.7])
    const central = centralWeights(ranksUnder(triangle, 0, points), points, 1)!
    expect(central[0]).toBeCloseTo(11 / 18, 2)
    expect(central[1]).toBeCloseTo(7 / 36, 2)
    expect(central[0]! + central[1]! + central[2]!).toBeCloseTo(1, 12)
  })

  test('exactly, on the line of two: the share is the length of the pieces', () => {
    const { starts, ranks } = rankPieces(alternatives({ count: 2, components: 2, scores: [1, 0, 0, 3] }), 0, [1, 0], [0, 1])
    const shares = Float64Array.from(ranks, (_, i) => starts[i + 1]! - starts[i]!)
    expect(acceptability(ranks, 1, shares)).toBe(0.25)
    expect([rankQuantile(ranks, 0.25, shares), rankQuantile(ranks, 0.26, shares)]).toEqual([1, 2])
    expect(centralWeights(ranks, Float64Array.of(0.9, 0.1, 0.4, 0.6), 1, shares)).toEqual(Float64Array.of(0.9, 0.1))
    expect(centralWeights(ranks, Float64Array.of(0.9, 0.1, 0.4, 0.6), 0, shares)).toBeUndefined()
  })
})

describe('points spread over all weights', () => {
  test.each([2, 3, 4, 5])(
    'of %i components: none below 0, each sums to 1, mean 1/k and variance (k-1)/(k²(k+1)) as a uniform distribution has',
    (k) => {
      const count = 4096
      const points = simplexPoints(count, k, new Float64Array(k - 1).fill(0.3))
      for (let c = 0; c < k; c++) {
        const own = Float64Array.from({ length: count }, (_, i) => points[i * k + c]!)
        const mean = own.reduce((sum, x) => sum + x, 0) / count
        expect(mean).toBeCloseTo(1 / k, 2)
        expect(own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count).toBeCloseTo((k - 1) / (k * k * (k + 1)), 2)
        expect(Math.min(...own)).toBeGreaterThanOrEqual(0)
      }
      for (let i = 0; i < count; i++) expect(points.subarray(i * k, (i + 1) * k).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12)
    },
  )

  test('more even than chance: the share of a third is within 0.3 % of a third from 1,024 points, where chance errs by 1.5 %', () => {
    const points = simplexPoints(1024, 3, [0.4, 0.2])
    const first = Array.from({ length: 1024 }, (_, i) => points[3 * i]!).filter((weight) => weight > 1 - Math.sqrt(1 / 3)).length
    expect(Math.abs(first / 1024 - 1 / 3)).toBeLessThan(0.003)
  })
})
