import { expect, test } from 'vitest'
import { solveInPlace } from '../../src/numeric/linear-system.ts'
import { nelderMead } from '../../src/numeric/nelder-mead.ts'
import { modulus, polynomialRoots } from '../../src/numeric/polynomial-roots.ts'
import { hessian, variableMetric } from '../../src/numeric/variable-metric.ts'

/** Rosenbrock's valley, whose least value 0 is at (1, 1). */
const valley = ([x, y]: Float64Array): number => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2

test('Nelder-Mead and the variable metric find the end of the curved valley', () => {
  const simplex = nelderMead(valley, Float64Array.of(-1.2, 1), 1e-12, 2000)
  expect(simplex.converged).toBe(true)
  expect([...simplex.point].every((x) => Math.abs(x - 1) < 1e-4)).toBe(true)
  const metric = variableMetric(valley, Float64Array.of(-1.2, 1), Float64Array.of(1, 1))
  expect(metric.value).toBeLessThan(1e-3)
})

test('a point that is not permitted is avoided, and refused as a start', () => {
  const positive = ([x, y]: Float64Array): number => (x! > 0 ? x! - Math.log(x!) + y! * y! : Number.NaN)
  expect(nelderMead(positive, Float64Array.of(5, 3), 1e-12, 2000).point[0]).toBeCloseTo(1, 4)
  expect(() => nelderMead(positive, Float64Array.of(-1, 0), 1e-12, 2000)).toThrow('not permitted')
  expect(() => variableMetric(positive, Float64Array.of(-1, 0), Float64Array.of(1, 1))).toThrow('not finite')
})

test('the search ends when its evaluations are used up, and says so', () => {
  expect(nelderMead(valley, Float64Array.of(-1.2, 1), 1e-12, 20).converged).toBe(false)
})

test('second derivatives of a quadratic function are its coefficients, in any units', () => {
  const found = hessian(([x, y]) => 2 * x! * x! + 3 * x! * y! - y! * y!, Float64Array.of(1, 2), Float64Array.of(1, 10))
  expect(found.map((row) => [...row].map((x) => Math.round(x * 1e4) / 1e4))).toEqual([
    [4, 3],
    [3, -2],
  ])
})

test('roots of a polynomial, real and complex, and a double root', () => {
  expect(
    polynomialRoots([-6, 11, -6, 1])
      .map(({ re }) => Math.round(re * 1e9) / 1e9)
      .sort(),
  ).toEqual([1, 2, 3])
  expect(polynomialRoots([5, -2, 1]).map(modulus)).toEqual([expect.closeTo(Math.sqrt(5), 12), expect.closeTo(Math.sqrt(5), 12)])
  expect(polynomialRoots([4, -4, 1]).map(modulus)).toEqual([expect.closeTo(2, 6), expect.closeTo(2, 6)])
})

test('equations that need their rows exchanged are solved, and singular ones refused', () => {
  const right = Float64Array.of(3, 5, 7)
  expect(solveInPlace([Float64Array.of(0, 1, 0), Float64Array.of(1, 0, 0), Float64Array.of(1, 1, 1)], right)).toBe(true)
  expect([...right]).toEqual([5, 3, -1])
  expect(solveInPlace([Float64Array.of(1, 2), Float64Array.of(2, 4)], Float64Array.of(1, 2))).toBe(false)
})
