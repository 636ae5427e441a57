import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kappaDraws } from '../../../src/measures/bootstrap/kappa-draws.ts'
import { bordaShares, headToHead, rankOf, weightedGeometricMeans, weightedMeans } from '../../../src/measures/composite/aggregation.ts'
import type { Alternatives } from '../../../src/measures/composite/rank-acceptability.ts'
import { bootstrapDyads, midRankPercentile } from '../../../src/measures/index.ts'
import { PercentileScale } from '../../../src/measures/similarity/percentile-scale.ts'
import { tradeIntensity } from '../../../src/measures/trade/trade-intensity.ts'
import { quantile } from '../../../src/numeric/quantile.ts'
import { randomStream } from '../../../src/numeric/random.ts'
import { expectNear } from '../plain-measures.ts'

const three: Alternatives = { count: 3, components: 2, scores: Float64Array.of(90, 10, 50, 50, 20, 80) }

describe('ways to put components together', () => {
  test('the geometric mean punishes what is uneven, the arithmetic does not', () => {
    expect([...weightedMeans(three, [1, 1])]).toEqual([50, 50, 50])
    expect([...weightedGeometricMeans(three, [1, 1])].map(Math.round)).toEqual([30, 50, 40])
    expect(weightedGeometricMeans({ count: 1, components: 2, scores: Float64Array.of(0, 50) }, [1, 1])[0]).toBe(0)
  })

  test('only the proportions of weights count, and permuting components with their weights changes nothing', () => {
    for (const mean of [weightedMeans, weightedGeometricMeans, bordaShares]) {
      const own = mean(three, [3, 1])
      const turned = mean({ ...three, scores: Float64Array.of(10, 90, 50, 50, 80, 20) }, [2, 6])
      own.forEach((value, i) => {
        expectNear(turned[i], value, `alternative ${i}`)
      })
    }
  })

  test('Borda is 1 for the first in everything, 0 for the last, and averages a half', () => {
    const all = { count: 4, components: 2, scores: Float64Array.of(4, 9, 3, 8, 2, 8, 1, 1) }
    const shares = bordaShares(all, [1, 2])
    expect([shares[0], shares[3]].map((share) => share!.toFixed(9))).toEqual(['1.000000000', '0.000000000'])
    expect(shares.reduce((sum, share) => sum + share, 0) / 4).toBeCloseTo(0.5, 12)
  })

  test('head to head: how much higher does not count, ties of weight are ties, and a win of one is a loss of the other', () => {
    expect(headToHead(three, 1, [1, 1])).toEqual({ wins: 0, ties: 2, losses: 0 })
    expect(headToHead(three, 1, [2, 1])).toEqual({ wins: 1, ties: 0, losses: 1 })
    const total = [0, 1, 2].map((which) => headToHead(three, which, [2, 1]))
    expect(total.reduce((sum, { wins, losses }) => sum + wins - losses, 0)).toBe(0)
  })

  test('ties share the better rank', () => {
    expect([0, 1, 2, 3].map((i) => rankOf(Float64Array.of(5, 7, 7, 1), i))).toEqual([3, 1, 1, 4])
  })
})

describe('scale of percentiles', () => {
  const figure = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(Number.NaN))

  test('places every value where the mid-rank among the population is', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 60 }), fc.array(figure, { maxLength: 20 }), (population, others) => {
        const scale = new PercentileScale(Float64Array.from(population))
        for (const value of [...population, ...others]) expectNear(scale.at(value), midRankPercentile(population, value), `${value}`)
      }),
    )
  })

  test('ends of the scale: below all is 0, above all is 100, of nothing there is none', () => {
    const scale = new PercentileScale(Float64Array.of(1, 2))
    expect([scale.at(-1e9), scale.at(1e9), scale.known]).toEqual([0, 100, 2])
    expect(new PercentileScale(new Float64Array(0)).at(1)).toBeNaN()
  })
})

describe('kappa in every draw', () => {
  test('has the interval that the bootstrap of all dyads gives with the same seed', () => {
    const stream = randomStream(4, 'votes of a test')
    const votes = { states: 6, rollCalls: 90, positions: Uint8Array.from({ length: 540 }, () => stream.below(4)) }
    const expected = bootstrapDyads(votes, { draws: 100, seed: 7 })
    const draws = kappaDraws(votes, expected.a, expected.b, 100, 7)
    expect(expected.a.length).toBe(15)
    expected.low.kappa_quadratic.forEach((low, row) => {
      const own = draws.slice(row * 100, (row + 1) * 100)
      expectNear(quantile(own, 0.05), low, `low end of pair ${row}`)
      expectNear(quantile(own, 0.95), expected.high.kappa_quadratic[row], `high end of pair ${row}`)
    })
  })
})

describe('intensity of trade', () => {
  test('compares with what the sizes lead to expect: three that trade alike among themselves are at 1.5, for none trades with itself', () => {
    expect([...tradeIntensity(3, [0, 0, 1], [1, 2, 2], Float64Array.of(4, 4, 4))]).toEqual([1.5, 1.5, 1.5])
  })

  test('two small states that trade only with each other stand above two giants that trade ten times as much', () => {
    const [small, giants] = tradeIntensity(5, [0, 2, 2, 3], [1, 3, 4, 4], Float64Array.of(1, 10, 30, 30))
    expect(small!).toBeGreaterThan(10 * giants!)
  })

  test('does not hang on the currency, and what is unknown is in no sum', () => {
    const [a, b] = [
      [0, 0, 1, 0],
      [1, 2, 2, 3],
    ]
    const own = tradeIntensity(4, a, b, Float64Array.of(3, 1, 2, Number.NaN))
    const other = tradeIntensity(4, a, b, Float64Array.of(3e9, 1e9, 2e9, Number.NaN))
    own.forEach((value, pair) => {
      expectNear(other[pair], value, `pair ${pair}`)
    })
    expect(own[3]).toBeNaN()
    expectNear(own[0], (3 * 12) / (4 * 5), 'first pair')
  })
})
