import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BreakModel,
  bestPartitions,
  breakIntervals,
  changePoints,
  driftShare,
  fitSegment,
  pelt,
  segmentRss,
} from '../../../src/measures/index.ts'
import { expectNear } from '../plain-measures.ts'

const series = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 6, maxLength: 14 })
const models: BreakModel[] = ['mean', 'trend']

/** Residual sum of squares the long way: deviations from the fitted line. */
function plainRss(y: readonly number[], i: number, j: number, model: BreakModel): number {
  const { middle, level, slope } = fitSegment(y, i, j, model)
  return y.slice(i, j).reduce((sum, value, k) => sum + (value - level - slope * (i + k - middle)) ** 2, 0)
}

/** Every way to place breaks with at least `shortest` values between them. */
function placements(n: number, breaks: number, shortest: number, from = 0): number[][] {
  if (breaks === 0) return n - from >= shortest ? [[]] : []
  const found: number[][] = []
  for (let at = from + shortest; at <= n - shortest; at++)
    for (const rest of placements(n, breaks - 1, shortest, at)) found.push([at, ...rest])
  return found
}

function costOf(y: readonly number[], breaks: readonly number[], cost: (i: number, j: number) => number): number {
  return [...breaks, y.length].reduce((sum, end, k) => sum + cost(k === 0 ? 0 : breaks[k - 1]!, end), 0)
}

const noise = [0.3, -0.2, 0.1, -0.4, 0.2, 0.35, -0.15, 0.05, -0.3, 0.25]
const around = (level: number): number[] => noise.map((value) => level + value)

describe('the sum of squares of a segment', () => {
  test.each(models)('%s: from prefix sums equals the long way', (model) => {
    fc.assert(
      fc.property(series, fc.nat(3), (y, i) => {
        const j = y.length - 1
        expectNear(segmentRss(y, model)(i, j), plainRss(y, i, j, model), `${i} ${j}`)
      }),
    )
  })

  test('a straight line leaves nothing under the trend model, nor does a level under the mean', () => {
    expect(segmentRss([1, 3, 5, 7], 'trend')(0, 4)).toBe(0)
    expect(segmentRss([0.1, 0.1, 0.1, 7], 'mean')(0, 3)).toBe(0)
  })
})

describe('the best partition', () => {
  test.each(models)('%s: no placement of as many breaks leaves less', (model) => {
    fc.assert(
      fc.property(series, (y) => {
        const rss = segmentRss(y, model)
        for (const { breaks, cost } of bestPartitions(y.length, rss, 2, 3)) {
          const all = placements(y.length, breaks.length, 2).map((one) => costOf(y, one, rss))
          expectNear(cost, Math.min(...all), breaks.join())
          expectNear(costOf(y, breaks, rss), cost, breaks.join())
        }
      }),
    )
  })

  test('moving and scaling the series leaves the breaks where they are', () => {
    const y = [...around(0), ...around(2), ...around(-1)]
    const { segmentations, byBic } = changePoints(y)
    const moved = changePoints(y.map((value) => 1000 - 7 * value))
    expect(moved.byBic).toBe(byBic)
    expect(moved.segmentations.map((one) => one.breaks)).toEqual(segmentations.map((one) => one.breaks))
  })
})

describe('the number of breaks', () => {
  test('two clear steps are found where they are, by both criteria', () => {
    const { segmentations, byBic, byLwz } = changePoints([...around(0), ...around(2), ...around(-1)])
    expect([byBic, byLwz]).toEqual([2, 2])
    expect(segmentations[2]!.breaks).toEqual([10, 20])
  })

  test('a constant series, and noise about one level, have none', () => {
    expect(changePoints(new Array(30).fill(0.1)).byBic).toBe(0)
    expect(changePoints([...around(0), ...around(0), ...around(0)]).byBic).toBe(0)
  })

  test('a step without noise has one break, not as many as fit', () => {
    const found = changePoints([...new Array(12).fill(0.2), ...new Array(12).fill(0.7)])
    expect([found.byBic, found.byLwz]).toEqual([1, 1])
    expect(found.segmentations[1]!.breaks).toEqual([12])
  })

  test('a change of slope is a break of the trend, not where the line is straight', () => {
    const bent = Array.from({ length: 30 }, (_, t) => (t < 15 ? t : 15 + 4 * (t - 15)) + noise[t % 10]!)
    const found = changePoints(bent, { model: 'trend' })
    expect(found.byBic).toBe(1)
    expect(Math.abs(found.segmentations[1]!.breaks[0]! - 15)).toBeLessThanOrEqual(1)
    expect(
      changePoints(
        Array.from({ length: 30 }, (_, t) => 3 * t + noise[t % 10]!),
        { model: 'trend' },
      ).byBic,
    ).toBe(0)
  })

  test('of two equal partitions the earlier is taken', () => {
    expect(changePoints([0, 0, 1, 0, 0], { shortest: 2 }).segmentations[1]!.breaks).toEqual([2])
  })

  test('a series with room for one segment only has no break; a missing value is refused', () => {
    expect(changePoints([1, 2, 3], { shortest: 2 }).segmentations.length).toBe(1)
    expect(changePoints([1], {}).segmentations).toEqual([])
    expect(() => changePoints([1, Number.NaN, 3])).toThrow(RangeError)
  })
})

describe('the interval of a break', () => {
  test('holds the break, and is wider where the step is small against the noise', () => {
    const width = (step: number): number => {
      const [interval] = breakIntervals([...around(0), ...around(step)], [10], 'mean')
      expect(interval!.low).toBeLessThanOrEqual(10)
      expect(interval!.high).toBeGreaterThanOrEqual(10)
      return interval!.high - interval!.low
    }
    expect(width(0.3)).toBeGreaterThan(width(2))
  })

  test('read backwards, its ends change places', () => {
    const y = [...around(0), ...around(0.4).map((value, i) => value + 0.1 * noise[9 - i]!)]
    const [forth] = breakIntervals(y, [10], 'mean')
    const [back] = breakIntervals([...y].reverse(), [10], 'mean')
    expect(back).toEqual({ low: 20 - forth!.high, high: 20 - forth!.low })
  })

  test('without noise it is the break itself; with noise on one side only there is none', () => {
    expect(breakIntervals([1, 1, 1, 2, 2, 2], [3], 'mean')).toEqual([{ low: 3, high: 3 }])
    expect(breakIntervals([1, 1, 1, 2, 3, 2], [3], 'mean')).toEqual([undefined])
  })

  test('covers the true break in about nine samples of ten', () => {
    let covered = 0
    for (let k = 0; k < 300; k++) {
      const y = Array.from({ length: 60 }, (_, t) => normalised(k * 60 + t) + (t < 30 ? 0 : 1.5))
      const [interval] = breakIntervals(y, changePoints(y).segmentations[1]!.breaks, 'mean')
      if (interval !== undefined && interval.low <= 30 && interval.high >= 30) covered++
    }
    expect(covered / 300).toBeGreaterThan(0.85)
  })
})

/** A number that looks like noise, the same for the same place: the sum of twelve fractions, less six. */
function normalised(place: number): number {
  let sum = -6
  for (let k = 1; k <= 12; k++) sum += (Math.imul(place * 12 + k, 2654435761) >>> 8) / 2 ** 24
  return sum
}

describe('PELT', () => {
  test('equals the best of all partitions, whatever it prunes', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0, max: 400, noNaN: true }), fc.constantFrom(1, 2, 3), (y, penalty, shortest) => {
        const rss = segmentRss(y, 'mean')
        const priced = (breaks: readonly number[]): number => costOf(y, breaks, rss) + penalty * breaks.length
        const best = Math.min(...bestPartitions(y.length, rss, shortest, y.length).map(({ breaks }) => priced(breaks)))
        expectNear(priced(pelt(y, { penalty, shortest })), best, `${penalty}`)
      }),
    )
  })

  test('a change of the variance alone is a break of mean and variance, not of the mean', () => {
    const y = [...around(0), ...around(0), ...noise.map((value) => 20 * value), ...noise.map((value) => 20 * value)]
    expect(pelt(y, { cost: 'mean-variance', penalty: 10, shortest: 5 })).toEqual([20])
    expect(pelt(y, { cost: 'mean', penalty: 1000 })).toEqual([])
  })

  test('a short series has no break; a missing value or a price below 0 is refused', () => {
    expect(pelt([1, 9], { penalty: 0 })).toEqual([])
    expect(pelt([], { penalty: 1 })).toEqual([])
    expect(() => pelt([1, Number.NaN], { penalty: 1 })).toThrow(RangeError)
    expect(() => pelt([1, 2], { penalty: -1 })).toThrow(RangeError)
  })
})

describe('steps or drift', () => {
  const options = { draws: 199, seed: 1 }

  test('noise about two levels is closer to them than nearly any random walk', () => {
    expect(driftShare([...around(0), ...around(2)], 1, 'mean', 3, options).share).toBeLessThanOrEqual(0.02)
  })

  test('a straight climb is not', () => {
    expect(driftShare([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 1, 'mean', 3, options).share).toBeGreaterThan(0.5)
  })

  test('the same seed gives the same share, a series that does not vary gives 1', () => {
    const y = [...around(0), ...around(0.5)]
    expect(driftShare(y, 1, 'trend', 3, options)).toEqual(driftShare(y, 1, 'trend', 3, options))
    expect(driftShare([2, 2, 2, 2, 2, 2], 1, 'mean', 2, options).share).toBe(1)
  })
})
