import { describe, expect, test } from 'vitest'
import { normalDensity, normalQuantile } from '../../../src/numeric/normal.ts'
import { bandOf, cdfOf, logScore, medianAt, quantileCrps, quantileLevels } from '../../../src/outlook/pooled/quantile-forecast.ts'
import { crpsNormal } from '../../../src/outlook/scores/distribution-scores.ts'

const normal = quantileLevels.map((level) => normalQuantile(level))

describe('a distribution given by its quantiles', () => {
  test('the CRPS is near that of the normal distribution behind the quantiles', () => {
    for (const actual of [-2.5, -0.4, 0, 1, 3]) expect(quantileCrps(actual, normal)).toBeCloseTo(crpsNormal(actual, 0, 1), 1)
    expect(quantileCrps(0.3, normal)).toBeCloseTo(crpsNormal(0.3, 0, 1), 2)
  })

  test('the log score is near that of the normal distribution', () => {
    for (const actual of [-1, 0.05, 1.5]) expect(Math.abs(logScore(actual, normal) + Math.log(normalDensity(actual)))).toBeLessThan(0.08)
  })

  test('probabilities rise from 0 to 1 and meet the levels', () => {
    normal.forEach((value, i) => {
      expect(cdfOf(value, normal)).toBeCloseTo(quantileLevels[i]!, 10)
    })
    const along = Array.from({ length: 200 }, (_, k) => cdfOf(-10 + k / 10, normal))
    expect(along.every((one, k) => k === 0 || one >= along[k - 1]!)).toBe(true)
    expect(along[0]).toBeLessThan(1e-4)
    expect(along.at(-1)).toBeGreaterThan(1 - 1e-4)
  })

  test('bands are central', () => {
    expect(normal[medianAt]).toBeCloseTo(0, 12)
    for (const level of [50, 80, 90, 95] as const) {
      const { low, high } = bandOf(normal, level)
      expect(high).toBeCloseTo(normalQuantile(0.5 + level / 200), 10)
      expect(low).toBeCloseTo(-high, 10)
    }
  })

  test('ties at a limit are no unlimited gain', () => {
    const clipped = normal.map((value) => Math.max(0, value))
    expect(Number.isFinite(logScore(0, clipped))).toBe(true)
  })
})
