import { andersonMixing } from '../../numeric/anderson.ts'

/** How the search for an equilibrium ended. */
export interface Convergence {
  readonly converged: boolean
  /** How often the equations were evaluated. */
  readonly steps: number
  /** Largest excess demand that is left, as a share of what is supplied. */
  readonly residual: number
}

/** How far and how long an equilibrium is searched. */
export interface SearchLimits {
  /** Largest excess demand that counts as none (default 1e-12). */
  readonly tolerance?: number
  /** Most evaluations (default 2000). */
  readonly mostSteps?: number
}

/**
 * Evaluates the equations at `point` and writes the next point into `next`. Returns the largest excess demand at `point` as a share of supply.
 */
type Step = (point: Float64Array, next: Float64Array) => number

/** The excess demand may grow so many times over the least so far, while the accelerated points still find their way. */
const patience = 1e3

/**
 * Repeats a step with Anderson acceleration until the excess demand is below the tolerance. Where acceleration leads astray, it begins again from the best point
 * so far, with steps half as long. `point` ends as the best point found.
 *
 * @throws never: what did not converge is said in the answer
 */
export function solveFixedPoint(point: Float64Array, step: Step, limits: SearchLimits = {}): Convergence {
  const { tolerance = 1e-12, mostSteps = 2000 } = limits
  const best = { point: Float64Array.from(point), residual: Number.POSITIVE_INFINITY }
  const next = new Float64Array(point.length)
  let steps = 0
  for (let length = 1; length > 0.01 && steps < mostSteps; length /= 2) {
    point.set(best.point)
    const mixing = andersonMixing(point.length, 8, 3)
    const allowance = Math.ceil((mostSteps - steps) / 2)
    for (let since = 0; since < allowance && steps < mostSteps; since++) {
      steps++
      const residual = step(point, next)
      if (residual < best.residual) {
        best.residual = residual
        best.point.set(point)
      }
      if (best.residual <= tolerance) return ended(true, steps, best, point)
      if (!(residual <= patience * best.residual)) break
      if (length < 1) shorten(point, next, length)
      mixing.mix(point, next)
      point.set(next)
    }
  }
  return ended(false, steps, best, point)
}

function ended(
  converged: boolean,
  steps: number,
  best: { readonly point: Float64Array; readonly residual: number },
  point: Float64Array,
): Convergence {
  point.set(best.point)
  return { converged, steps, residual: best.residual }
}

function shorten(point: Float64Array, next: Float64Array, length: number): void {
  for (let i = 0; i < point.length; i++) next[i] = point[i]! + length * (next[i]! - point[i]!)
}
