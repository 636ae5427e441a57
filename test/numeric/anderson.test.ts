import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { andersonMixing } from '../../src/numeric/anderson.ts'

/** Iterates x = G(x) from 0 until the step is short, and says how many steps that took. */
function iterate(send: (x: Float64Array) => Float64Array, length: number, memory: number): { steps: number; point: Float64Array } {
  const mixing = andersonMixing(length, memory, 1)
  let point: Float64Array = new Float64Array(length)
  for (let steps = 1; steps <= 2000; steps++) {
    const sent = send(point)
    const root = mixing.mix(point, sent)
    point = sent
    if (root < 1e-11) return { steps, point }
  }
  return { steps: Number.POSITIVE_INFINITY, point }
}

describe('Anderson mixing', () => {
  test('reaches the fixed point of a linear map of n unknowns in about n steps, where plain iteration takes hundreds', () => {
    const rates = [0.97, 0.9, 0.5, -0.4]
    const send = (x: Float64Array): Float64Array => x.map((value, i) => rates[i]! * value + 1)
    const { steps, point } = iterate(send, 4, 5)
    expect(steps).toBeLessThanOrEqual(12)
    rates.forEach((rate, i) => {
      expect(point[i]!).toBeCloseTo(1 / (1 - rate), 6)
    })
    expect(iterate(send, 4, 0).steps).toBeGreaterThan(700)
  })

  test('never moves a fixed point', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 6 }), (values) => {
        const mixing = andersonMixing(values.length, 3, 0)
        for (let i = 0; i < 4; i++) {
          const sent = Float64Array.from(values)
          expect(mixing.mix(Float64Array.from(values), sent)).toBe(0)
          expect([...sent]).toEqual(values)
        }
      }),
    )
  })

  test('the root mean square is that of the unmixed step', () => {
    const mixing = andersonMixing(2, 2, 0)
    expect(mixing.mix(Float64Array.of(0, 0), Float64Array.of(3, 4))).toBeCloseTo(Math.sqrt(12.5), 14)
  })
})
