import { normalCdf, normalDensity } from '../../numeric/normal.ts'

/** The bound on latent utilities in the authors' sampler. */
const furthest = 9
/** Up to here the effect of the bound is negligible. */
export const nearBound = 6

/** Result of the last call of `writeBoundCost`: the cost, and its first and second derivative. */
export const boundCost: Float64Array = new Float64Array(3)

/**
 * Writes to `boundCost` the cost, in log probability, of truncating latent utilities at 9, as the authors' sampler does. The cost pulls back steep
 * items and far positions; without it, states that always vote alone would lie farther out.
 *
 * The latent utility of a vote that may exceed the bound is normal around `expected`. The derivative of the cost is its
 * mean excess over the bound.
 *
 * @param expected   mean latent utility in the direction of the vote: slope times position for a no, its negative for a yes
 */
export function writeBoundCost(expected: number): void {
  const u = expected - furthest
  const beyond = normalCdf(u)
  const density = normalDensity(u)
  boundCost[0] = 0.5 * ((u * u + 1) * beyond + u * density)
  boundCost[1] = u * beyond + density
  boundCost[2] = beyond
}

/** Up to here the effect is negligible even where slope and position are uncertain. */
export const nearExpectedBound = 4

/** Averages `writeBoundCost` over the uncertainty of slope and position, by two points at one standard deviation. */
export function writeExpectedBoundCost(expected: number, spread: number): void {
  writeBoundCost(expected - spread)
  const cost = boundCost[0]!
  const first = boundCost[1]!
  const second = boundCost[2]!
  writeBoundCost(expected + spread)
  boundCost[0] = 0.5 * (boundCost[0]! + cost)
  boundCost[1] = 0.5 * (boundCost[1]! + first)
  boundCost[2] = 0.5 * (boundCost[2]! + second)
}
