/**
 * Returns points spread evenly over the unit simplex: all non-negative weights of `parts` components that add up to 1.
 *
 * A Kronecker sequence in the unit cube: point n has the coordinates frac(shift + n · α), where α are the powers of 1/φ
 * with φ^parts = φ + 1. The sorted parts - 1 coordinates divide the unit interval into `parts` spacings, which are the
 * weights. Uniform coordinates give uniform weights (a Dirichlet distribution with all parameters 1). Another shift
 * gives another equally even set of points, so the differences between sets measure the error.
 *
 * @param count   number of points
 * @param parts   number of weights per point, 2 or more
 * @param shift   parts - 1 numbers from 0 to 1: the start of the sequence
 * @returns       row-major by point; each row adds up to 1
 * @see Niederreiter 1992, Random Number Generation and Quasi-Monte Carlo Methods (Kronecker sequences); Cranley & Patterson 1976, SIAM Journal on Numerical Analysis 13(6) (random shifts)
 * @example simplexPoints(2, 2, [0.25]).map((weight) => Math.round(100 * weight))   // [87, 13, 49, 51]
 */
export function simplexPoints(count: number, parts: number, shift: ArrayLike<number>): Float64Array {
  const steps = stepsOf(parts - 1)
  const points = new Float64Array(count * parts)
  const cuts = new Float64Array(parts - 1)
  for (let n = 0; n < count; n++) {
    for (let j = 0; j < cuts.length; j++) cuts[j] = (shift[j]! + (n + 1) * steps[j]!) % 1
    cuts.sort()
    for (let j = 0; j < parts; j++) points[n * parts + j] = (cuts[j] ?? 1) - (cuts[j - 1] ?? 0)
  }
  return points
}

/** Returns the steps of the sequence in each coordinate: 1/φ, 1/φ², … where φ is the root of φ^(dimensions + 1) = φ + 1. */
function stepsOf(dimensions: number): Float64Array {
  let phi = 2
  for (let i = 0; i < 60; i++) phi = (1 + phi) ** (1 / (dimensions + 1))
  return Float64Array.from({ length: dimensions }, (_, j) => phi ** -(j + 1) % 1)
}
