import { type Complex, modulus, polynomialRoots } from '../../numeric/polynomial-roots.ts'

/**
 * Turns any real numbers into the coefficients of a stationary autoregression: their hyperbolic tangents are its partial autocorrelations.
 *
 * @see Jones 1980, Technometrics 22(3)
 * @example stationaryCoefficients([0.5])[0] === Math.tanh(0.5)   // true
 */
export function stationaryCoefficients(free: ArrayLike<number>): Float64Array {
  const phi = Float64Array.from(free, Math.tanh)
  const before = new Float64Array(phi.length)
  for (let k = 1; k < phi.length; k++) {
    before.set(phi.subarray(0, k))
    for (let i = 0; i < k; i++) phi[i] = before[i]! - phi[k]! * before[k - 1 - i]!
  }
  return phi
}

/**
 * Turns the coefficients of a stationary autoregression into free numbers: the inverse of `stationaryCoefficients`.
 *
 * @example freeParameters([Math.tanh(0.5)])[0].toFixed(6)   // '0.500000'
 */
export function freeParameters(phi: ArrayLike<number>): Float64Array {
  const partial = Float64Array.from(phi)
  const before = new Float64Array(partial.length)
  for (let k = partial.length - 1; k > 0; k--) {
    const last = partial[k]!
    before.set(partial.subarray(0, k))
    for (let i = 0; i < k; i++) partial[i] = (before[i]! + last * before[k - 1 - i]!) / (1 - last * last)
  }
  return partial.map(Math.atanh)
}

/**
 * Returns the least modulus of the roots of 1 + c_1 x + c_2 x² + ...; Infinity where all coefficients are (nearly) 0.
 *
 * @example leastRoot([-0.5])   // 2
 */
export function leastRoot(coefficients: ArrayLike<number>, negligible = 0): number {
  let degree = coefficients.length
  while (degree > 0 && Math.abs(coefficients[degree - 1]!) <= negligible) degree--
  if (degree === 0) return Number.POSITIVE_INFINITY
  if (degree === 1) return Math.abs(1 / coefficients[0]!)
  return Math.min(...polynomialRoots([1, ...Array.from(coefficients).slice(0, degree)]).map(modulus))
}

/**
 * Returns the invertible moving average with the same autocovariances: roots of 1 + c_1 x + c_2 x² + ... inside the unit circle are replaced by their inverses.
 *
 * @example invertibleCoefficients([2])   // [0.5]
 */
export function invertibleCoefficients(theta: ArrayLike<number>): Float64Array {
  const original = Float64Array.from(theta)
  let degree = original.length
  while (degree > 0 && original[degree - 1] === 0) degree--
  if (degree === 0 || leastRoot(original) >= 1) return original
  const inverted = new Float64Array(original.length)
  if (degree === 1) inverted[0] = 1 / original[0]!
  else inverted.set(productOf(polynomialRoots([1, ...original.slice(0, degree)]).map(outside)).slice(1))
  return inverted
}

function outside(root: Complex): Complex {
  const square = root.re * root.re + root.im * root.im
  return square < 1 ? { re: root.re / square, im: -root.im / square } : root
}

/** Real parts of the coefficients of the product of (1 - x / root). */
function productOf(roots: readonly Complex[]): number[] {
  let product: Complex[] = [{ re: 1, im: 0 }]
  for (const { re, im } of roots) {
    const square = re * re + im * im
    const inverse = { re: re / square, im: -im / square }
    product = [...product, { re: 0, im: 0 }].map((c, k) => {
      const lower = product[k - 1] ?? { re: 0, im: 0 }
      return {
        re: c.re - (lower.re * inverse.re - lower.im * inverse.im),
        im: c.im - (lower.re * inverse.im + lower.im * inverse.re),
      }
    })
  }
  return product.map(({ re }) => re)
}
