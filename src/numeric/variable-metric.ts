import type { Minimum } from './nelder-mead.ts'

/** Differences of this size, in scaled units, give the derivatives. */
const difference = 1e-3
/** A step is acceptable if the function falls by this share of what the slope promises. */
const promised = 1e-4
const relativeTolerance = 1e-8
const mostIterations = 100

/**
 * Minimises a smooth function by the variable metric method of Broyden, Fletcher, Goldfarb and Shanno, with derivatives by central differences.
 *
 * @param value   the function; it must be finite at the start
 * @param start   the start; it is not modified
 * @param scale   the typical size of each coordinate: differences and steps are taken in these units
 * @throws RangeError if the function is not finite at the start
 * @see Nash 1990, Compact Numerical Methods for Computers, algorithm 21
 * @example variableMetric(([x]) => (x - 2) ** 2, Float64Array.of(1), Float64Array.of(1)).point[0].toFixed(4)   // '2.0000'
 */
export function variableMetric(value: (point: Float64Array) => number, start: Float64Array, scale: Float64Array): Minimum {
  const search = new MetricSearch(value, start, scale)
  const converged = search.run()
  return { point: search.unscaled(), value: search.best, converged }
}

/**
 * Returns the matrix of second derivatives by central differences of central differences.
 *
 * @returns   n rows of n, in the units of the point, symmetric
 * @example hessian(([x]) => 3 * x * x, Float64Array.of(1), Float64Array.of(1))[0][0].toFixed(4)   // '6.0000'
 */
export function hessian(value: (point: Float64Array) => number, point: Float64Array, scale: Float64Array): Float64Array[] {
  const n = point.length
  const at = point.map((x, i) => x / scale[i]!)
  const rows = Array.from({ length: n }, (_, i) => {
    const reach = difference / scale[i]!
    const original = at[i]!
    at[i] = original + reach
    const above = gradientAt(value, at, scale)
    at[i] = original + reach - 2 * reach
    const below = gradientAt(value, at, scale)
    at[i] = original
    return above.map((slope, j) => (slope - below[j]!) / (2 * reach * scale[i]! * scale[j]!))
  })
  return rows.map((row, i) => row.map((_, j) => 0.5 * (rows[i]![j]! + rows[j]![i]!)))
}

function gradientAt(value: (point: Float64Array) => number, at: Float64Array, scale: Float64Array): Float64Array {
  const point = at.map((x, i) => x * scale[i]!)
  return at.map((x, i) => {
    const kept = point[i]!
    point[i] = (x + difference) * scale[i]!
    const above = value(point)
    point[i] = (x - difference) * scale[i]!
    const below = value(point)
    point[i] = kept
    return (above - below) / (2 * difference)
  })
}

/** What a line search came to. */
interface Step {
  readonly length: number
  readonly value: number
  /** Whether the point moved at all. */
  readonly moved: boolean
}

class MetricSearch {
  best: number
  private readonly value: (point: Float64Array) => number
  private readonly scale: Float64Array
  private readonly at: Float64Array
  private readonly metric: Float64Array[]
  private readonly direction: Float64Array

  constructor(value: (point: Float64Array) => number, start: Float64Array, scale: Float64Array) {
    this.value = value
    this.scale = scale
    this.at = start.map((x, i) => x / scale[i]!)
    this.best = value(start)
    if (!Number.isFinite(this.best)) throw new RangeError('variableMetric: the function is not finite at the start')
    this.metric = Array.from(start, () => new Float64Array(start.length))
    this.direction = new Float64Array(start.length)
  }

  unscaled(): Float64Array {
    return this.at.map((x, i) => x * this.scale[i]!)
  }

  /** Runs to the end; false if the iterations were used up. The metric starts anew where it no longer points downhill, and from time to time. */
  run(): boolean {
    const n = this.at.length
    let gradient = this.gradient()
    let [age, iterations] = [0, 1]
    for (;;) {
      if (age === 0) this.resetMetric()
      const from = Float64Array.from(this.at)
      const slope = this.pointDownhill(gradient)
      const step = slope < 0 ? this.walk(from, slope) : undefined
      if (step?.moved === true) {
        const before = gradient
        gradient = this.gradient()
        iterations++
        age = this.updateMetric(step.length, gradient, before) ? age + 1 : 0
      } else if (age === 0) return iterations < mostIterations
      else age = 0
      if (iterations >= mostIterations) return false
      if (age > 2 * n) age = 0
    }
  }

  private gradient(): Float64Array {
    return gradientAt(this.value, this.at, this.scale)
  }

  private resetMetric(): void {
    this.metric.forEach((row, i) => {
      row.fill(0)
      row[i] = 1
    })
  }

  /** Sets the direction of the step, and returns the slope along it. */
  private pointDownhill(gradient: Float64Array): number {
    let slope = 0
    this.metric.forEach((row, i) => {
      let sum = 0
      for (let j = 0; j < row.length; j++) sum -= row[j]! * gradient[j]!
      this.direction[i] = sum
      slope += sum * gradient[i]!
    })
    return slope
  }

  /** Shortens the step to a fifth until the function falls enough. A step that gains next to nothing is taken, but counts as none. */
  private walk(from: Float64Array, slope: number): Step {
    for (let length = 1; ; length *= 0.2) {
      if (this.moveTo(from, length)) return { length, value: this.best, moved: false }
      const value = this.value(this.unscaled())
      if (!(Number.isFinite(value) && value <= this.best + slope * length * promised)) continue
      const moved = Math.abs(value - this.best) > relativeTolerance * (Math.abs(this.best) + relativeTolerance)
      this.best = value
      return { length, value, moved }
    }
  }

  /** Moves along the direction; true if no coordinate changes noticeably. */
  private moveTo(from: Float64Array, length: number): boolean {
    let same = true
    for (let i = 0; i < from.length; i++) {
      this.at[i] = from[i]! + length * this.direction[i]!
      if (10 + from[i]! !== 10 + this.at[i]!) same = false
    }
    return same
  }

  /** Updates the inverse of the second derivatives; false where the step shows no positive curvature. */
  private updateMetric(length: number, gradient: Float64Array, before: Float64Array): boolean {
    const { metric, direction } = this
    const n = direction.length
    const step = direction.map((x) => x * length)
    const change = gradient.map((x, i) => x - before[i]!)
    let curvature = 0
    for (let i = 0; i < n; i++) curvature += step[i]! * change[i]!
    if (!(curvature > 0)) return false
    const image = metric.map((row) => row.reduce((sum, x, j) => sum + x * change[j]!, 0))
    const stretch = 1 + image.reduce((sum, x, i) => sum + x * change[i]!, 0) / curvature
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        metric[i]![j] = metric[i]![j]! + (stretch * step[i]! * step[j]! - step[i]! * image[j]! - image[i]! * step[j]!) / curvature
    return true
  }
}
