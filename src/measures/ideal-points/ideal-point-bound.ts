import { normalCdf, normalDensity } from '../../numeric/normal.ts'

/** In the authors' sampler no latent utility is beyond this. */
const furthest = 9
/** Up to here the bound is not felt. */
export const nearBound = 6

/** What the last call of `overBound` found: the cost, and its first and second derivative. */
export const bound: Float64Array = new Float64Array(3)

/**
 * What it costs, in log probability, that the authors' sampler takes a latent utility beyond 9 for 9: it is a pull back on steep items and far positions, without
 * which those who always vote alone would lie further out.
 *
 * The latent utility of a vote that leaves it free to go there is normal around `expected`; the derivative of the cost is its mean excess over the bound.
 *
 * @param expected   slope times position, away from the cut point
 */
export function overBound(expected: number): void {
  const u = expected - furthest
  const beyond = normalCdf(u)
  const density = normalDensity(u)
  bound[0] = 0.5 * ((u * u + 1) * beyond + u * density)
  bound[1] = u * beyond + density
  bound[2] = beyond
}

/** The same where slope and position are not exact. */
export const nearExpectedBound = 4

/** `overBound` expected over how sure slope and position are, by two points at one standard deviation. */
export function expectOverBound(expected: number, spread: number): void {
  overBound(expected - spread)
  const cost = bound[0]!
  const first = bound[1]!
  const second = bound[2]!
  overBound(expected + spread)
  bound[0] = 0.5 * (bound[0]! + cost)
  bound[1] = 0.5 * (bound[1]! + first)
  bound[2] = 0.5 * (bound[2]! + second)
}
