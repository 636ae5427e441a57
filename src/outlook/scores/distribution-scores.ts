import { normalCdf, normalDensity } from '../../numeric/normal.ts'

/**
 * Returns the continuous ranked probability score of draws: their mean distance from the value, less half their mean distance from each other (all pairs, a
 * draw with itself included). Less is better; with one draw it is the absolute error.
 *
 * @param draws   at least one; not modified
 * @see Gneiting & Raftery 2007, JASA 102(477)
 * @example crps(3, Float64Array.of(1, 2, 6))   // 0.8888888888888891
 */
export function crps(actual: number, draws: Float64Array): number {
  const sorted = Float64Array.from(draws).sort()
  const n = sorted.length
  let [distance, spread] = [0, 0]
  sorted.forEach((draw, i) => {
    distance += Math.abs(draw - actual)
    spread += (2 * i - n + 1) * draw
  })
  return distance / n - spread / (n * n)
}

/**
 * Returns the continuous ranked probability score of a normal forecast.
 *
 * @param deviation   standard deviation; 0 gives the absolute error
 * @see Gneiting et al. 2005, Monthly Weather Review 133(5)
 * @example crpsNormal(0, 0, 1).toFixed(6)   // '0.233695'
 */
export function crpsNormal(actual: number, mean: number, deviation: number): number {
  if (deviation === 0) return Math.abs(actual - mean)
  const z = (actual - mean) / deviation
  return deviation * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI))
}

/**
 * The lower edges of the classes by which ViEWS scores numbers of deaths in its forecasting competition.
 */
export const viewsEdges: readonly number[] = [0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5]

/**
 * Returns the ignorance score (IGN) of draws as the forecasting competition of ViEWS defines it: minus the binary logarithm of the share of draws in the class
 * of the value, after one draw was added to each class, so that no class has none.
 *
 * @param actual   what came; not below the first edge
 * @param draws    draws of the forecast; none below the first edge
 * @param edges    ascending lower edges of the classes; the last class has no upper edge
 * @throws RangeError if a value lies below the first edge
 * @see Hegre et al. 2025, Journal of Peace Research: the VIEWS prediction challenge of 2023-24
 * @example ignorance(0, Float64Array.of(0, 0, 0, 7, 7), [0, 0.5, 5.5])   // 1
 */
export function ignorance(actual: number, draws: Float64Array, edges: readonly number[] = viewsEdges): number {
  const outcome = classOf(actual, edges)
  let count = 1
  for (const draw of draws) if (classOf(draw, edges) === outcome) count++
  return -Math.log2(count / (draws.length + edges.length))
}

function classOf(value: number, edges: readonly number[]): number {
  if (!(value >= edges[0]!)) throw new RangeError(`ignorance: ${value} lies below the first class, which begins at ${edges[0]}`)
  let found = 0
  while (found + 1 < edges.length && value >= edges[found + 1]!) found++
  return found
}
