/** Where a minimisation ended. */
export interface Minimum {
  readonly point: Float64Array
  readonly value: number
  /** Whether it ended within the permitted number of evaluations or iterations. */
  readonly converged: boolean
}

/** Value that replaces an infinite or undefined one, so that the simplex moves away from there. */
const forbidden = 1e35

/**
 * Minimises a function without derivatives: the simplex of Nelder and Mead with reflection 1, contraction 1/2 and expansion 2. The first simplex has the
 * start and one point per coordinate, a tenth of the largest coordinate away from it.
 *
 * It also ends where a simplex that grew before would have to shrink, as published: the results of other programs by the same method rest on it.
 *
 * @param value      the function; an infinite value or NaN marks a point that is not permitted
 * @param start      a permitted point; it is not modified
 * @param tolerance  ends when the values at the corners differ by less than this share of the value at the start
 * @param most       the most evaluations
 * @throws RangeError if the start is not permitted
 * @see Nelder & Mead 1965, The Computer Journal 7(4); Nash 1990, Compact Numerical Methods for Computers, algorithm 19
 * @example nelderMead(([x, y]) => (x - 2) ** 2 + y * y, Float64Array.of(1, 1), 1e-12, 500).point[0].toFixed(3)   // '2.000'
 */
export function nelderMead(value: (point: Float64Array) => number, start: Float64Array, tolerance: number, most: number): Minimum {
  const simplex = new Simplex(value, start)
  const enough = tolerance * (Math.abs(simplex.values[0]!) + tolerance)
  simplex.evaluateAll()
  for (;;) {
    simplex.rank()
    const { best, worst, values } = simplex
    if (values[worst]! <= values[best]! + enough) return simplex.minimum(true)
    if (!simplex.step()) return simplex.minimum(false)
    if (simplex.evaluations > most) return simplex.minimum(false)
  }
}

/** The corners of a simplex with the values there. The number of the best corner is kept between steps, as ties are decided for it. */
class Simplex {
  readonly values: Float64Array
  best = 0
  worst = 0
  evaluations = 1
  private readonly corners: Float64Array[]
  private readonly value: (point: Float64Array) => number
  private readonly centre: Float64Array
  private readonly trial: Float64Array
  private readonly second: Float64Array
  private size = 0

  constructor(value: (point: Float64Array) => number, start: Float64Array) {
    const n = start.length
    this.value = value
    this.values = new Float64Array(n + 1)
    this.values[0] = value(start)
    if (!Number.isFinite(this.values[0])) throw new RangeError('nelderMead: the start is not permitted')
    const reach = start.reduce((most, x) => Math.max(most, 0.1 * Math.abs(x)), 0) || 0.1
    this.corners = [Float64Array.from(start)]
    for (let i = 0; i < n; i++) this.addCorner(start, i, reach)
    this.centre = new Float64Array(n)
    this.trial = new Float64Array(n)
    this.second = new Float64Array(n)
  }

  /** Adds the corner that lies `reach` along coordinate i; farther where rounding would swallow the step. */
  private addCorner(start: Float64Array, i: number, reach: number): void {
    const corner = Float64Array.from(start)
    let step = reach
    for (; corner[i] === start[i]; step *= 10) corner[i] = start[i]! + step
    this.size += step
    this.corners.push(corner)
  }

  evaluateAll(): void {
    this.corners.forEach((corner, j) => {
      if (j !== this.best) this.values[j] = this.at(corner)
    })
  }

  rank(): void {
    let [low, high] = [this.best, this.best]
    for (let j = 0; j < this.values.length; j++) {
      if (this.values[j]! < this.values[low]!) low = j
      if (this.values[j]! > this.values[high]!) high = j
    }
    this.best = low
    this.worst = high
  }

  /** One step of the simplex; false if it should have shrunk but could not. */
  step(): boolean {
    this.findCentre()
    const reflected = this.atBeyond(this.trial, 2, this.corners[this.worst]!)
    if (reflected < this.values[this.best]!) {
      this.expand(reflected)
      return true
    }
    const isBetter = reflected < this.values[this.worst]!
    if (isBetter) this.replaceWorst(this.trial, reflected)
    const contracted = this.atBeyond(this.second, 0.5, this.corners[this.worst]!)
    if (contracted < this.values[this.worst]!) this.replaceWorst(this.second, contracted)
    else if (!isBetter) return this.shrink()
    return true
  }

  minimum(converged: boolean): Minimum {
    return { point: Float64Array.from(this.corners[this.best]!), value: this.values[this.best]!, converged }
  }

  private at(point: Float64Array): number {
    this.evaluations++
    const found = this.value(point)
    return Number.isFinite(found) ? found : forbidden
  }

  /** The mean of all corners but the worst. */
  private findCentre(): void {
    const { centre, corners, worst } = this
    for (let i = 0; i < centre.length; i++) {
      let sum = -corners[worst]![i]!
      for (const corner of corners) sum += corner[i]!
      centre[i] = sum / centre.length
    }
  }

  /** Fills `point` with the point that is `weight` times the centre and the rest of 1 the other point, and returns the value there. */
  private atBeyond(point: Float64Array, weight: number, other: Float64Array): number {
    for (let i = 0; i < point.length; i++) point[i] = weight * this.centre[i]! + (1 - weight) * other[i]!
    return this.at(point)
  }

  private expand(reflected: number): void {
    const { trial, second, centre } = this
    for (let i = 0; i < second.length; i++) second[i] = 2 * trial[i]! - centre[i]!
    const expanded = this.at(second)
    if (expanded < reflected) this.replaceWorst(second, expanded)
    else this.replaceWorst(trial, reflected)
  }

  private replaceWorst(point: Float64Array, value: number): void {
    this.corners[this.worst]!.set(point)
    this.values[this.worst] = value
  }

  private shrink(): boolean {
    const best = this.corners[this.best]!
    let size = 0
    this.corners.forEach((corner, j) => {
      if (j === this.best) return
      for (let i = 0; i < corner.length; i++) {
        corner[i] = 0.5 * (corner[i]! - best[i]!) + best[i]!
        size += Math.abs(corner[i]! - best[i]!)
      }
    })
    if (size >= this.size) return false
    this.size = size
    this.evaluateAll()
    return true
  }
}
