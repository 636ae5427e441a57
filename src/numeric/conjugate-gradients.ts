/** A symmetric, positive semidefinite system A x = b that is known only by what A does to a vector. */
export interface LinearSystem {
  readonly size: number
  /** Writes A x into `out`. */
  apply(x: Float64Array, out: Float64Array): void
  /** Writes an approximation of the inverse of A times `r` into `out`. */
  precondition(r: Float64Array, out: Float64Array): void
}

/** How a solution by conjugate gradients ended. */
export interface ConjugateGradientEnd {
  readonly iterations: number
  /** Whether the residual fell below the tolerance. */
  readonly converged: boolean
}

/**
 * Solves A x = b by preconditioned conjugate gradients. A singular A is allowed if b is consistent with it.
 *
 * @param x           the first guess, overwritten with the solution
 * @param tolerance   the iteration ends when the residual is this share of b, both in the norm of the preconditioner
 * @param most        the most iterations
 * @see Hestenes & Stiefel 1952, Journal of Research of the National Bureau of Standards 49(6)
 */
export function conjugateGradients(
  system: LinearSystem,
  b: Float64Array,
  x: Float64Array,
  tolerance: number,
  most: number,
): ConjugateGradientEnd {
  const { size } = system
  const [r, z, p, image] = [new Float64Array(size), new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  system.precondition(b, z)
  const enough = tolerance * tolerance * inner(b, z)
  if (isZero(x)) r.set(b)
  else {
    system.apply(x, image)
    for (let i = 0; i < size; i++) r[i] = b[i]! - image[i]!
  }
  system.precondition(r, z)
  p.set(z)
  let square = inner(r, z)
  let iterations = 0
  for (; square > enough && iterations < most; iterations++) {
    system.apply(p, image)
    const curvature = inner(p, image)
    if (!(curvature > 0)) break
    const step = square / curvature
    for (let i = 0; i < size; i++) {
      x[i]! += step * p[i]!
      r[i]! -= step * image[i]!
    }
    system.precondition(r, z)
    const next = inner(r, z)
    const share = next / square
    for (let i = 0; i < size; i++) p[i] = z[i]! + share * p[i]!
    square = next
  }
  return { iterations, converged: square <= enough }
}

function isZero(x: Float64Array): boolean {
  for (let i = 0; i < x.length; i++) if (x[i] !== 0) return false
  return true
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
