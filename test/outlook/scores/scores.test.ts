import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../../../src/numeric/normal.ts'
import { choiceBaselineScore, rangeBaselineScore } from '../../../src/outlook/scores/baseline-score.ts'
import { crps, crpsNormal, ignorance, viewsEdges } from '../../../src/outlook/scores/distribution-scores.ts'
import { brierParts, brierScore } from '../../../src/outlook/scores/event-scores.ts'
import { coverage, intervalScore, meanIntervalScore, msis } from '../../../src/outlook/scores/interval-scores.ts'
import { mase, smape } from '../../../src/outlook/scores/point-scores.ts'

describe('scores of draws, by hand, as ViEWS defines them', () => {
  test('CRPS: mean distance from the value less half the mean distance between draws', () => {
    // |1-3|+|2-3|+|6-3| = 6, over 3; distances of the pairs 1, 5, 4, twice over 9
    expect(crps(3, Float64Array.of(6, 1, 2))).toBeCloseTo(2 - 10 / 9, 14)
    expect(crps(3, Float64Array.of(7))).toBe(4)
    expect(crps(2, Float64Array.of(2, 2, 2))).toBe(0)
    expect(crps(0, Float64Array.of(0, 0, 0, 8))).toBeCloseTo(2 - 0.5 * ((2 * 3 * 8) / 16), 14)
  })

  test('CRPS does not depend on the order of the draws and leaves them as they are', () => {
    const draws = Float64Array.of(5, 3, 9)
    expect(crps(4, draws)).toBe(crps(4, Float64Array.of(9, 5, 3)))
    expect([...draws]).toEqual([5, 3, 9])
  })

  test('CRPS of a normal is that of many of its quantiles', () => {
    const draws = Float64Array.from({ length: 20_000 }, (_, i) => 1 + 2 * normalQuantile((i + 0.5) / 20_000))
    for (const y of [-3, 0, 1, 4]) expect(crpsNormal(y, 1, 2)).toBeCloseTo(crps(y, draws), 3)
    expect(crpsNormal(3, 1, 0)).toBe(2)
  })

  test('IGN: one draw is added to each class, the last class has no upper edge', () => {
    expect(viewsEdges.length).toBe(11)
    // of 5 draws and 11 added ones, 3 + 1 are in the class of 0
    expect(ignorance(0, Float64Array.of(0, 0, 0.4, 1, 9))).toBe(2)
    // none of the draws is above 1000.5: 1 of 16
    expect(ignorance(4000, Float64Array.of(0, 0, 0.4, 1, 9))).toBe(4)
    // a value on an edge belongs to the class that begins there
    expect(ignorance(0.5, Float64Array.of(2, 2, 2, 3, 3))).toBe(2)
  })

  test('IGN refuses what lies below the first class', () => {
    expect(() => ignorance(-1, Float64Array.of(0))).toThrow('lies below the first class')
    expect(() => ignorance(0, Float64Array.of(-2))).toThrow('lies below the first class')
  })

  test('MIS: quantiles of the draws by linear interpolation, level 0.9', () => {
    const draws = Float64Array.from({ length: 21 }, (_, i) => i)
    // the band is 1 to 19: width 18, and 2 / 0.1 for each unit outside
    expect(meanIntervalScore([10], [draws], 0.9)).toBeCloseTo(18, 12)
    expect(meanIntervalScore([22], [draws], 0.9)).toBeCloseTo(18 + 20 * 3, 10)
    expect(meanIntervalScore([10, 0], [draws, draws], 0.9)).toBeCloseTo((18 + 18 + 20) / 2, 10)
  })
})

describe('scores of bands and points', () => {
  test('interval score: the width, and 2 / (1 - level) times the distance outside', () => {
    expect(intervalScore(5, 4, 10, 0.5)).toBe(6)
    expect(intervalScore(3, 4, 10, 0.5)).toBe(10)
  })

  test('MSIS and MASE are in units of the mean absolute change of the past', () => {
    const past = [1, 3, 2]
    expect(mase(past, [4, 4], [1, 1])).toBe(2)
    expect(msis(past, [4, 20], { low: [3, 3], high: [6, 6] }, 0.5)).toBeCloseTo((3 + 3 + 4 * 14) / 2 / 1.5, 12)
  })

  test('sMAPE of nothing forecast as nothing is 0, of the opposite sign 200', () => {
    expect(smape([0], [0])).toBe(0)
    expect(smape([2], [-2])).toBe(200)
    expect(smape([100, 50], [100, 150])).toBe(50)
  })

  test('the ends of a band belong to it', () => {
    expect(coverage([1, 2, 3], { low: [1, 0, 0], high: [4, 2, 2.9] })).toBeCloseTo(2 / 3, 14)
  })
})

describe('scores of events', () => {
  test('Brier score and its parts add up: reliability - resolution + uncertainty', () => {
    const probabilities = [0.1, 0.1, 0.1, 0.1, 0.7, 0.7, 0.7, 1]
    const came = [false, false, true, false, true, true, false, true]
    const parts = brierParts(probabilities, came)
    // by hand: 0.1 four times, one came; 0.7 three times, two came; 1 once, came
    expect(parts.score).toBeCloseTo((3 * 0.01 + 0.81 + 2 * 0.09 + 0.49 + 0) / 8, 14)
    expect(parts.reliability).toBeCloseTo((4 * 0.15 ** 2 + 3 * (0.7 - 2 / 3) ** 2) / 8, 14)
    expect(parts.resolution).toBeCloseTo((4 * 0.25 ** 2 + 3 * (2 / 3 - 0.5) ** 2 + 0.25) / 8, 14)
    expect(parts.uncertainty).toBe(0.25)
    expect(parts.reliability - parts.resolution + parts.uncertainty).toBeCloseTo(parts.score, 14)
    expect(parts.groups.map(({ probability, count }) => [probability, count])).toEqual([
      [0.1, 4],
      [0.7, 3],
      [1, 1],
    ])
    expect(brierScore([1, 0], [true, false])).toBe(0)
  })

  test('Metaculus: 0 for no knowledge, 100 for certainty', () => {
    expect(choiceBaselineScore(1, 2)).toBe(100)
    expect(choiceBaselineScore(0.8, 2)).toBeCloseTo(100 * (Math.log2(0.8) + 1), 12)
    expect(choiceBaselineScore(0.25, 4)).toBe(0)
    expect(choiceBaselineScore(0.01, 2)).toBeCloseTo(-564.3856, 4)
  })

  test('Metaculus, numbers: uniform inside, 5 % beyond each open end', () => {
    expect(rangeBaselineScore(0.9 / 200, { bins: 200, openEnds: 2 }, true)).toBeCloseTo(0, 12)
    expect(rangeBaselineScore(0.05, { bins: 200, openEnds: 1 }, false)).toBe(0)
    expect(rangeBaselineScore(0.05, { bins: 200, openEnds: 0 }, true)).toBeCloseTo(50 * Math.log(10), 12)
  })
})
