import { describe, expect, test } from 'vitest'
import { solveFixedPoint } from '../../../src/scenarios/models/fixed-point.ts'

describe('fixed points', () => {
  test('cos x = x in a few steps', () => {
    const point = Float64Array.of(0)
    const { converged, steps } = solveFixedPoint(point, (from, next) => {
      next[0] = Math.cos(from[0]!)
      return Math.abs(next[0]! - from[0]!)
    })
    expect(converged).toBe(true)
    expect(point[0]).toBeCloseTo(0.7390851332151607, 11)
    expect(steps).toBeLessThan(15)
  })

  test('a step that overshoots is shortened', () => {
    const point = Float64Array.of(1.3, -0.4)
    const { converged } = solveFixedPoint(point, (from, next) => {
      for (const i of [0, 1]) next[i] = -3 * from[i]! + 0.1 * from[1 - i]! ** 3
      return Math.max(...from.map(Math.abs))
    })
    expect(converged).toBe(true)
  })

  test('what has no fixed point is said not to converge', () => {
    const { converged, steps } = solveFixedPoint(
      Float64Array.of(0),
      (from, next) => {
        next[0] = from[0]! + 1
        return 1
      },
      { mostSteps: 40 },
    )
    expect([converged, steps <= 40]).toEqual([false, true])
  })

  test('a step that becomes not a number does not end as an answer', () => {
    expect(solveFixedPoint(Float64Array.of(1), (_, next) => (next[0] = Number.NaN)).converged).toBe(false)
  })
})
