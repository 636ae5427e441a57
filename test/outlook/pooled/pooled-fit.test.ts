import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../../../src/numeric/normal.ts'
import { backtestQuantity } from '../../../src/outlook/backtest/quantity-backtest.ts'
import { PooledExamples, PooledLearner, type PooledSeries } from '../../../src/outlook/pooled/pooled-fit.ts'
import { yearly } from '../../../src/outlook/pooled/series-features.ts'

const [series, periods] = [300, 56]

/** Random walks with a step of 1, simulated from a fixed sequence of even numbers. */
function walks(pull = 0): Float64Array {
  let state = 12345
  const uniform = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648
    return (state + 0.5) / 2147483648
  }
  const values = new Float64Array(series * periods)
  for (let s = 0; s < series; s++)
    for (let t = 1; t < periods; t++) values[s * periods + t] = (1 - pull) * values[s * periods + t - 1]! + normalQuantile(uniform())
  return values
}

const panelOf = (values: Float64Array): PooledSeries => ({
  series,
  first: 0,
  last: periods - 1,
  shape: yearly,
  correction: 0.5,
  at: (s, t) => values[s * periods + t] ?? Number.NaN,
})

const anything = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

describe('forecasts learnt over many series', () => {
  test('nothing later than the origin is used', () => {
    const values = walks()
    const later = values.map((value, i) => (i % periods > 40 ? 1000 - value : value))
    const [one, other] = [values, later].map((all) => new PooledLearner(new PooledExamples(panelOf(all)), 3).fitAt(40))
    expect(one).toBeDefined()
    expect(other).toEqual(one)
  })

  test('of random walks the last value is the forecast, and bands hold what they should', () => {
    const learner = new PooledLearner(new PooledExamples(panelOf(walks())), 2)
    const { all, fit, skill } = backtestQuantity(learner, { from: 35, range: anything, pairOf: (s) => s })!
    expect(fit.weights.slice(0, 3).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 1)
    expect(all.cover80).toBeGreaterThan(0.78)
    expect(all.cover80).toBeLessThan(0.82)
    expect(all.cover95).toBeGreaterThan(0.935)
    expect(all.cover95).toBeLessThan(0.965)
    // two steps of a random walk have a standard deviation of √2, whose CRPS is 0.5642 of it
    expect(all.crps).toBeCloseTo(0.5642 * Math.SQRT2, 1)
    expect(Math.abs(skill!.value)).toBeLessThan(0.01)
  })

  test('series that return to their mean are forecast better than no change', () => {
    const learner = new PooledLearner(new PooledExamples(panelOf(walks(0.5))), 5)
    const { all, skill } = backtestQuantity(learner, { from: 35, range: anything, pairOf: (s) => s })!
    expect(all.mae).toBeLessThan(0.8 * all.maeNoChange)
    expect(skill!.low90).toBeGreaterThan(0.1)
  })

  test('without past outcomes there is no forecast', () => {
    expect(new PooledLearner(new PooledExamples(panelOf(walks())), 10).fitAt(11)).toBeUndefined()
  })

  test('what was known later does not enter earlier forecasts', () => {
    const values = walks()
    const revised: PooledSeries = {
      ...panelOf(values),
      at: (s, t, knownIn) => (values[s * periods + t] ?? Number.NaN) + (knownIn > 45 ? 100 : 0),
    }
    const [fit, plain] = [revised, panelOf(values)].map((data) => new PooledLearner(new PooledExamples(data), 1).fitAt(45))
    expect(fit).toEqual(plain)
  })
})
