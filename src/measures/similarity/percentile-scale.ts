/**
 * The mid-rank percentiles of one population as a scale for any number of values: the figures of `midRankPercentile`,
 * after one sort.
 *
 * The distinct values are sorted, and a table of equal steps between the lowest and the highest gives the start of the
 * search, so that a value needs few comparisons. The steps affect speed, never the result.
 */
export class PercentileScale {
  /** Number of known values in the population. */
  readonly known: number
  private readonly distinct: Float64Array
  /** below[i]: number of values in the population below distinct[i]; one more entry for those above all. */
  private readonly below: Uint32Array
  private readonly first: Uint32Array
  private readonly perUnit: number

  /** @param population   figures; NaN is missing and not counted */
  constructor(population: Float64Array) {
    const sorted = population.filter((value) => !Number.isNaN(value)).sort()
    const starts = Array.from(sorted.keys()).filter((i) => i === 0 || sorted[i] !== sorted[i - 1])
    this.known = sorted.length
    this.distinct = Float64Array.from(starts, (i) => sorted[i]!)
    this.below = Uint32Array.from([...starts, sorted.length])
    const steps = Math.min(65_536, 4 * starts.length + 1)
    const perUnit = (steps - 1) / ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0))
    // all equal, or too close or too far apart for steps: one step, and every search starts at the first value
    this.perUnit = Number.isFinite(perUnit) ? perUnit : 0
    this.first = this.firstOfSteps(steps)
  }

  /**
   * Returns the percentile of a value, 0 to 100; NaN where the value is NaN or the population is empty.
   *
   * @param value   a member of the population or any other value
   */
  at(value: number): number {
    const { distinct, below, known } = this
    if (Number.isNaN(value) || known === 0) return Number.NaN
    let i = this.first[this.stepOf(value)]!
    while (i < distinct.length && distinct[i]! < value) i++
    const equal = i < distinct.length && distinct[i] === value ? below[i + 1]! - below[i]! : 0
    return (100 * (below[i]! + equal / 2)) / known
  }

  private stepOf(value: number): number {
    const step = Math.floor((value - this.distinct[0]!) * this.perUnit)
    return step > 0 ? Math.min(step, this.first.length - 1) : 0
  }

  // For each step, the first value that falls in it or later. Rounding is the same here and in `at`, and is monotonic.
  private firstOfSteps(steps: number): Uint32Array {
    const first = new Uint32Array(steps)
    if (this.known === 0) return first
    let filled = 0
    this.distinct.forEach((value, i) => {
      for (const step = Math.min(Math.max(0, Math.floor((value - this.distinct[0]!) * this.perUnit)), steps - 1); filled <= step; filled++)
        first[filled] = i
    })
    first.fill(this.distinct.length, filled)
    return first
  }
}
