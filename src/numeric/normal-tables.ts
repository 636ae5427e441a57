import { inverseMills, logNormalCdf, millsRatio } from './normal.ts'

/**
 * Tables of the inverse Mills ratio, the Mills ratio and the log distribution function of the standard normal, for sums over many votes: a look-up takes about
 * a tenth of the time of the functions in `normal.ts`, which are more exact. The absolute error of the first and the last is under 1e-9. The relative error of
 * the Mills ratio is under 2e-7 for x of at least -2, and under 4e-6 for x of at least -6.
 */

/** How many nodes a table has per unit of x. */
const density = 32
const low = -40
const high = 9
const ratioLow = -6
const ratioHigh = 40

/** Returns the value and the slope (per node) at each node, interleaved. */
function table(from: number, to: number, value: (x: number) => number, slope: (x: number, value: number) => number): Float64Array {
  const nodes = (to - from) * density + 2
  const cells = new Float64Array(2 * nodes)
  for (let k = 0; k < nodes; k++) {
    const x = from + k / density
    cells[2 * k] = value(x)
    cells[2 * k + 1] = slope(x, cells[2 * k]!) / density
  }
  return cells
}

const inverse = table(low, high, inverseMills, (x, value) => -value * (x + value))
/** The log distribution function and its first and second derivative at each node, interleaved. */
const both = Float64Array.from({ length: 3 * ((high - low) * density + 2) }, (_, i) => {
  const x = low + Math.floor(i / 3) / density
  const ratio = inverseMills(x)
  return i % 3 === 0 ? logNormalCdf(x) : i % 3 === 1 ? ratio : -ratio * (x + ratio)
})
const direct = table(ratioLow, ratioHigh, millsRatio, (x, value) => x * value - 1)

/** Interpolates a table (cubic Hermite) at `place`: the distance from the start of the table, in nodes. */
function interpolated(cells: Float64Array, place: number): number {
  const k = place | 0
  const f = place - k
  const g = 1 - f
  const i = 2 * k
  return g * g * ((1 + 2 * f) * cells[i]! + f * cells[i + 1]!) + f * f * ((3 - 2 * f) * cells[i + 2]! - g * cells[i + 3]!)
}

/**
 * Returns the inverse Mills ratio density(x) / P(Z <= x), from a table.
 *
 * @example Math.abs(inverseMillsFast(0) - Math.sqrt(2 / Math.PI)) < 1e-9   // true
 */
export function inverseMillsFast(x: number): number {
  if (x >= high) return 0
  if (x <= low) return -x - 1 / x // the next term of its series is below 1e-4 here
  return interpolated(inverse, (x - low) * density)
}

/**
 * Returns the Mills ratio P(Z > x) / density(x), from a table; x must be at least -6.
 *
 * @example Math.abs(millsRatioFast(0) - Math.sqrt(Math.PI / 2)) < 1e-7   // true
 */
export function millsRatioFast(x: number): number {
  if (x >= ratioHigh) return x / (x * x + 1)
  return interpolated(direct, (x - ratioLow) * density)
}

/** The result of the last call of `logNormalCdfFast`: log P(Z <= x), and its derivative, which is the inverse Mills ratio. */
export const logNormalCdfResult: Float64Array = new Float64Array(2)

/**
 * Writes log P(Z <= x) and its derivative, both from one table, to `logNormalCdfResult`.
 *
 * @example (logNormalCdfFast(0), Math.abs(logNormalCdfResult[0] - Math.log(0.5)) < 1e-9)   // true
 */
export function logNormalCdfFast(x: number): void {
  if (x >= high) logNormalCdfResult[0] = logNormalCdfResult[1] = 0
  else if (x <= low) {
    // the next terms of the two series are below 1e-3 and 1e-4 here
    logNormalCdfResult[0] = -0.5 * x * x - Math.log(-x) - 0.9189385332046727
    logNormalCdfResult[1] = -x - 1 / x
  } else {
    const place = (x - low) * density
    const k = place | 0
    const f = place - k
    const g = 1 - f
    const i = 3 * k
    const near = g * g * (1 + 2 * f)
    const far = f * f * (3 - 2 * f)
    const nearSlope = (g * g * f) / density
    const farSlope = (f * f * g) / density
    logNormalCdfResult[0] = near * both[i]! + far * both[i + 3]! + nearSlope * both[i + 1]! - farSlope * both[i + 4]!
    logNormalCdfResult[1] = near * both[i + 1]! + far * both[i + 4]! + nearSlope * both[i + 2]! - farSlope * both[i + 5]!
  }
}
