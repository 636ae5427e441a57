/** Accelerates an iteration that converges slowly; see `andersonMixing`. */
export interface AndersonMixing {
  /**
   * Overwrites `sent`, which is the point to which the iteration sends `point`, with a better next point. Returns the root mean square of the step from
   * `point` to the original `sent`.
   */
  mix(point: Float64Array, sent: Float64Array): number
}

/**
 * Returns Anderson acceleration for an iteration x = G(x). The next point is the combination of the last few points that would have the smallest step if G
 * were linear.
 *
 * @param length   how many numbers a point has
 * @param memory   how many previous steps are used
 * @param from     how many steps at the beginning are left unchanged, while G is far from linear
 * @see Anderson 1965, Journal of the ACM 12(4); Walker & Ni 2011, SIAM Journal on Numerical Analysis 49(4)
 */
export function andersonMixing(length: number, memory: number, from: number): AndersonMixing {
  const steps: Float64Array[] = []
  const results: Float64Array[] = []
  let lastStep: Float64Array | undefined
  let lastSent: Float64Array | undefined
  let taken = 0
  return {
    mix(point, sent) {
      const step = new Float64Array(length)
      let square = 0
      for (let i = 0; i < length; i++) {
        step[i] = sent[i]! - point[i]!
        square += step[i]! * step[i]!
      }
      const original = Float64Array.from(sent)
      taken++
      if (lastStep !== undefined && lastSent !== undefined && taken > from) {
        remember(steps, difference(step, lastStep), memory)
        remember(results, difference(original, lastSent), memory)
        const weights = leastSquares(steps, step)
        weights.forEach((weight, k) => {
          const result = results[k]!
          for (let i = 0; i < length; i++) sent[i] = sent[i]! - weight * result[i]!
        })
      }
      lastStep = step
      lastSent = original
      return Math.sqrt(square / length)
    },
  }
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!)
}

function remember(list: Float64Array[], entry: Float64Array, memory: number): void {
  list.push(entry)
  if (list.length > memory) list.shift()
}

/**
 * Returns the weights w that minimise |target - sum w_k columns_k|. It solves the normal equations, with a small ridge against nearly collinear columns.
 */
function leastSquares(columns: readonly Float64Array[], target: Float64Array): number[] {
  const matrix = columns.map(() => new Array<number>(columns.length).fill(0))
  for (let k = 0; k < columns.length; k++)
    for (let l = k; l < columns.length; l++) matrix[k]![l] = matrix[l]![k] = dot(columns[k]!, columns[l]!)
  const right = columns.map((a) => dot(a, target))
  for (const [k, row] of matrix.entries()) row[k] = row[k]! * (1 + 1e-10)
  return solve(matrix, right)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Solves a few linear equations by Gaussian elimination with pivoting; a linearly dependent column gets weight 0. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let k = 0; k < n; k++) {
    const pivot = rows.reduce((best, row, i) => (i >= k && Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? i : best), k)
    ;[rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!]
    if (rows[k]![k] === 0) continue
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!
      for (let j = k; j <= n; j++) rows[i]![j] = rows[i]![j]! - factor * rows[k]![j]!
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let k = n - 1; k >= 0; k--) {
    const rest = rows[k]!.slice(k + 1, n).reduce((sum, value, j) => sum + value * x[k + 1 + j]!, 0)
    x[k] = rows[k]![k] === 0 ? 0 : (rows[k]![n]! - rest) / rows[k]![k]!
  }
  return x
}
