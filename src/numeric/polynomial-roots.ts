/** A complex number. */
export interface Complex {
  readonly re: number
  readonly im: number
}

/**
 * Returns all roots of a polynomial of low degree, found together by the iteration of Aberth and Ehrlich.
 *
 * @param coefficients   ascending by power: `[6, -5, 1]` is 6 - 5x + x²; the last must not be 0
 * @returns              as many roots as the degree
 * @see Aberth 1973, Mathematics of Computation 27(122)
 * @example polynomialRoots([6, -5, 1]).map(({ re }) => Math.round(re)).sort()   // [2, 3]
 */
export function polynomialRoots(coefficients: readonly number[]): Complex[] {
  const degree = coefficients.length - 1
  const radius = 1 + coefficients.reduce((most, c) => Math.max(most, Math.abs(c)), 0) / Math.abs(coefficients[degree]!)
  // no two starting points are conjugates, so that no pair of roots is approached from a mirror image
  let roots: Complex[] = Array.from({ length: degree }, (_, k) => {
    const angle = (2 * Math.PI * k) / degree + 0.4
    return { re: 0.5 * radius * Math.cos(angle), im: 0.5 * radius * Math.sin(angle) }
  })
  for (let turn = 0; turn < 200; turn++) {
    const steps = roots.map((root, k) => aberthStep(coefficients, roots, root, k))
    roots = roots.map((root, k) => ({ re: root.re - steps[k]!.re, im: root.im - steps[k]!.im }))
    if (steps.every((step, k) => modulus(step) <= 1e-15 * modulus(roots[k]!))) break
  }
  return roots
}

/** Returns the absolute value of a complex number. */
export function modulus({ re, im }: Complex): number {
  return Math.hypot(re, im)
}

/** Newton's step, corrected for the attraction of the other roots. */
function aberthStep(coefficients: readonly number[], roots: readonly Complex[], root: Complex, k: number): Complex {
  const newton = newtonStep(coefficients, root)
  let repulsion: Complex = { re: 0, im: 0 }
  roots.forEach((other, j) => {
    if (j === k) return
    const inverse = divided({ re: 1, im: 0 }, { re: root.re - other.re, im: root.im - other.im })
    repulsion = { re: repulsion.re + inverse.re, im: repulsion.im + inverse.im }
  })
  const product = times(newton, repulsion)
  return divided(newton, { re: 1 - product.re, im: -product.im })
}

function newtonStep(coefficients: readonly number[], at: Complex): Complex {
  let value: Complex = { re: 0, im: 0 }
  let slope: Complex = { re: 0, im: 0 }
  for (let i = coefficients.length - 1; i >= 0; i--) {
    const steeper = times(slope, at)
    slope = { re: steeper.re + value.re, im: steeper.im + value.im }
    const higher = times(value, at)
    value = { re: higher.re + coefficients[i]!, im: higher.im }
  }
  return divided(value, slope)
}

function times(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re }
}

/** The quotient; 0 for division by 0, so that a root which is met exactly stays. */
function divided(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im
  if (size === 0) return { re: 0, im: 0 }
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size }
}
