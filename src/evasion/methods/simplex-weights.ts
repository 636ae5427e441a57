/**
 * Returns the weights w (from 0, sum 1) that minimise |A w - b|² + ridge |w|²: accelerated projected gradients, restarted where the objective rises.
 *
 * @param columns   the columns of A, all as long as `target`
 * @param ridge     a positive ridge makes the solution unique
 * @throws RangeError without columns
 * @see Beck & Teboulle 2009, SIAM Journal on Imaging Sciences 2(1); O'Donoghue & Candes 2015, Foundations of Computational Mathematics 15
 * @example [...simplexWeights([Float64Array.of(1, 0), Float64Array.of(0, 1)], Float64Array.of(0.3, 0.7), 0)].map((w) => Number(w.toFixed(6)))   // [0.3, 0.7]
 */
export function simplexWeights(columns: readonly Float64Array[], target: Float64Array, ridge: number): Float64Array {
  const size = columns.length
  if (size === 0) throw new RangeError('simplexWeights: no columns')
  const step = 1 / (2 * (largestEigenvalue(columns, target.length) + ridge))
  let weights: Float64Array = new Float64Array(size).fill(1 / size)
  let ahead: Float64Array = weights.slice()
  let momentum = 1
  for (let round = 0; round < mostRounds; round++) {
    const slope = gradient(columns, target, ridge, ahead)
    const next = ontoSimplex(ahead.map((w, i) => w - step * slope[i]!))
    const [moved, turned] = movement(ahead, weights, next)
    const later = turned ? 1 : (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2
    const pull = turned ? 0 : (momentum - 1) / later
    const before = weights
    ahead = next.map((w, i) => w + pull * (w - before[i]!))
    weights = next
    momentum = later
    if (moved < tolerance) break
  }
  return weights
}

const mostRounds = 4000
const tolerance = 1e-11

function gradient(columns: readonly Float64Array[], target: Float64Array, ridge: number, weights: Float64Array): Float64Array {
  const rest = Float64Array.from(target, (value) => -value)
  columns.forEach((column, i) => {
    const weight = weights[i]!
    if (weight !== 0) for (let t = 0; t < rest.length; t++) rest[t]! += weight * column[t]!
  })
  return Float64Array.from(columns, (column, i) => {
    let sum = ridge * weights[i]!
    for (let t = 0; t < rest.length; t++) sum += column[t]! * rest[t]!
    return 2 * sum
  })
}

/** Returns the largest change of a weight, and whether the momentum points uphill, so that it must start anew. */
function movement(ahead: Float64Array, before: Float64Array, next: Float64Array): [moved: number, turned: boolean] {
  let [moved, uphill] = [0, 0]
  for (let i = 0; i < next.length; i++) {
    moved = Math.max(moved, Math.abs(next[i]! - before[i]!))
    uphill += (ahead[i]! - next[i]!) * (next[i]! - before[i]!)
  }
  return [moved, uphill > 0]
}

/** Returns an upper bound of the largest eigenvalue of A'A: the trace of AA', which has the same eigenvalues. */
function largestEigenvalue(columns: readonly Float64Array[], length: number): number {
  let vector: Float64Array = new Float64Array(length).fill(1)
  let value = 0
  for (let round = 0; round < 60; round++) {
    const image = new Float64Array(length)
    for (const column of columns) {
      let product = 0
      for (let t = 0; t < length; t++) product += column[t]! * vector[t]!
      for (let t = 0; t < length; t++) image[t]! += product * column[t]!
    }
    value = Math.hypot(...image)
    if (value === 0) break
    vector = image.map((cell) => cell / value)
  }
  // the power method approaches from below; a step that is a little too short is safe, one that is too long is not
  return value * 1.1 + 1e-12
}

/** Returns the nearest point whose cells are from 0 and add up to 1 (Held, Wolfe & Crowder 1974). */
function ontoSimplex(point: Float64Array): Float64Array {
  const sorted = point.slice().sort().reverse()
  let [sum, shift] = [0, 0]
  for (let i = 0; i < sorted.length; i++) {
    sum += sorted[i]!
    const candidate = (sum - 1) / (i + 1)
    if (sorted[i]! - candidate > 0) shift = candidate
  }
  return point.map((cell) => Math.max(0, cell - shift))
}
