import { describe, expect, test } from 'vitest'
import { clusteredSkill, type ScoredForecast } from '../../../src/outlook/backtest/skill-interval.ts'

/** Forecasts of every pair at every origin. */
function forecasts(pairs: number, origins: number, score: (pair: number, origin: number) => number): ScoredForecast[] {
  return Array.from({ length: pairs * origins }, (_, i) => ({
    pair: i % pairs,
    origin: Math.floor(i / pairs),
    score: score(i % pairs, Math.floor(i / pairs)),
    baseline: 1,
  }))
}

describe('skill with clusters', () => {
  test('is one less the ratio of the sums', () => {
    expect(
      clusteredSkill(
        forecasts(20, 10, () => 0.75),
        1,
      ),
    ).toEqual({ value: 0.25, low90: 0.25, high90: 0.25 })
  })

  test('where whole years are good or bad, many pairs do not narrow the interval', () => {
    const byYear = (_: number, origin: number): number => (origin % 2 === 0 ? 0.5 : 1.3)
    const [few, many] = [10, 1000].map((pairs) => clusteredSkill(forecasts(pairs, 10, byYear), 1)!)
    expect(many!.high90 - many!.low90).toBeCloseTo(few!.high90 - few!.low90, 6)
    // standard error of ten alternating years, 0.4 / √10, times Student's 1.833 with nine degrees of freedom
    expect((many!.high90 - many!.low90) / 2).toBeCloseTo((1.833 * 0.4) / Math.sqrt(10), 2)
    expect(many!.low90).toBeLessThan(0)
  })

  test('overlap widens the interval where good years follow each other', () => {
    const runs = (_: number, origin: number): number => (origin < 10 ? 0.5 : 1.3)
    const [one, five] = [1, 5].map((horizon) => clusteredSkill(forecasts(50, 20, runs), horizon)!)
    expect(five!.high90 - five!.low90).toBeGreaterThan(1.5 * (one!.high90 - one!.low90))
  })

  test('few origins, or a baseline that never errs, have no skill', () => {
    expect(
      clusteredSkill(
        forecasts(100, 4, () => 0.5),
        1,
      ),
    ).toBeUndefined()
    expect(clusteredSkill([{ pair: 0, origin: 0, score: 1, baseline: 0 }], 1)).toBeUndefined()
  })
})
