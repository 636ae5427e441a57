/**
 * Returns a quantile of `values[from .. to-1]` by linear interpolation between the sorted numbers: R's type 7, position (m - 1) · p among m numbers.
 *
 * @param values     the numbers, which must not include NaN; they are not modified
 * @param p          from 0 to 1
 * @returns          the quantile; NaN if there are no numbers
 * @see Hyndman & Fan 1996, The American Statistician 50(4), definition 7
 * @example quantile(Float64Array.of(4, 1, 3, 2), 0.5)   // 2.5
 */
export function quantile(values: Float64Array, p: number, from = 0, to: number = values.length): number {
  const last = to - from - 1
  if (last < 0) return Number.NaN
  const depth = p <= 0.5 ? last * p : last - last * p
  const heap = new Float64Array(Math.floor(depth) + 2)
  return p <= 0.5 ? fromBelow(values, from, to, depth, heap) : fromAbove(values, from, to, depth, heap)
}

/**
 * Computes the quantiles `tail` and 1 - `tail` of many sets of numbers, one set after another, without an allocation per set.
 *
 * Mean and standard deviation suggest which numbers lie beyond the quantiles. If these numbers are enough, only they are searched; otherwise all are.
 * The suggestion affects the speed, never the result.
 */
export class TailQuantiles {
  /** Quantile `tail` of the last set; NaN if the set was empty. */
  low: number = Number.NaN
  /** Quantile 1 - `tail` of the last set; NaN if the set was empty. */
  high: number = Number.NaN
  private readonly tail: number
  private readonly below: Float64Array
  private readonly above: Float64Array
  private readonly heap: Float64Array

  /** Prepares for sets of at most `capacity` numbers; `tail` is from 0 to 0.5. */
  constructor(tail: number, capacity: number) {
    this.tail = tail
    this.below = new Float64Array(capacity + 1)
    this.above = new Float64Array(capacity + 1)
    this.heap = new Float64Array(capacity + 1)
  }

  /** Computes both quantiles of `values[from .. to-1]`, which must not contain NaN and are not modified. */
  find(values: Float64Array, from: number, to: number): void {
    const { below, above, heap } = this
    const depth = (to - from - 1) * this.tail
    const needed = Math.floor(depth) + 2
    const { middle, reach } = spread(values, from, to)
    let [under, over] = [0, 0]
    for (let i = from; i < to; i++) {
      // no branch: the processor would often guess wrong which way it goes, which costs more than a needless write
      const value = values[i]!
      below[under] = value
      under += Number(value < middle - reach)
      above[over] = value
      over += Number(value > middle + reach)
    }
    if (to <= from) this.low = this.high = Number.NaN
    else {
      this.low = under >= needed ? fromBelow(below, 0, under, depth, heap) : fromBelow(values, from, to, depth, heap)
      this.high = over >= needed ? fromAbove(above, 0, over, depth, heap) : fromAbove(values, from, to, depth, heap)
    }
  }
}

// Returns the mean, and 1.1 standard deviations. In a normal distribution 14 % of the numbers lie farther from the mean on each side, enough for tails of up to
// 10 %.
function spread(values: Float64Array, from: number, to: number): { middle: number; reach: number } {
  const origin = values[from]!
  let sum = 0
  let squares = 0
  for (let i = from; i < to; i++) {
    const d = values[i]! - origin
    sum += d
    squares += d * d
  }
  const mean = sum / (to - from)
  return { middle: origin + mean, reach: 1.1 * Math.sqrt(Math.max(0, squares / (to - from) - mean * mean)) }
}

// Returns the value `depth` positions above the smallest, with linear interpolation.
function fromBelow(values: Float64Array, from: number, to: number, depth: number, heap: Float64Array): number {
  return atDepth(values, 1, from, to, depth, heap)
}

// Returns the value `depth` positions below the largest, by negating all values. `0 - x` is used and not `-x`, to avoid negative zero.
function fromAbove(values: Float64Array, from: number, to: number, depth: number, heap: Float64Array): number {
  return 0 - atDepth(values, -1, from, to, depth, heap)
}

function atDepth(values: Float64Array, sign: number, from: number, to: number, depth: number, heap: Float64Array): number {
  const rank = Math.floor(depth)
  const size = Math.min(rank + 2, to - from)
  keepSmallest(values, sign, from, to, heap, size)
  const outer = heap[0]!
  if (size < rank + 2) return outer
  const inner = size === 2 ? heap[1]! : Math.max(heap[1]!, heap[2]!)
  return inner + (depth - rank) * (outer - inner)
}

// Fills `heap` with the `size` smallest values as a max-heap: the root is the largest of them, the second largest one of the root's two children.
function keepSmallest(values: Float64Array, sign: number, from: number, to: number, heap: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) heap[i] = sign * values[from + i]!
  for (let i = (size >>> 1) - 1; i >= 0; i--) sink(heap, i, size, heap[i]!)
  for (let i = from + size; i < to; i++) {
    const value = sign * values[i]!
    if (value < heap[0]!) sink(heap, 0, size, value)
  }
}

function sink(heap: Float64Array, from: number, size: number, value: number): void {
  let at = from
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && heap[child + 1]! > heap[child]!) child++
    if (heap[child]! <= value) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = value
}
