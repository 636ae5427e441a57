import { normalCdf } from '../../numeric/normal.ts'

/** Mean threshold for which the weights are best: about that of a false-discovery rate of 10 % with a third of the tests true. */
const meanThreshold = 0.03
/** An effect of more standard errors than this is seen anyway; placebo tails are heavier than normal ones. */
const most = 3

/**
 * Returns the weight of each test that finds most at a given mean threshold, from the effect that is looked for in standard errors: tests that see it easily
 * and tests that never see it leave their share to those between.
 *
 * @param effects   expected effect over its standard error, known before the outcome is
 * @see Roeder & Wasserman 2009, Statistical Science 24(4), equation 8
 * @example [...powerWeights(Float64Array.of(0.01, 1.5, 3))].map((weight) => Number(weight.toFixed(2)))   // [0, 2.04, 0.96]
 */
export function powerWeights(effects: Float64Array): Float64Array {
  const held = effects.map((effect) => Math.max(0.01, Math.min(most, effect)))
  const thresholds = (slope: number): Float64Array => held.map((effect) => 1 - normalCdf(effect / 2 + slope / effect))
  const mean = (of: Float64Array): number => of.reduce((sum, one) => sum + one, 0) / Math.max(1, of.length)
  let [low, high] = [-5, 20]
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2
    if (mean(thresholds(middle)) > meanThreshold) low = middle
    else high = middle
  }
  const found = thresholds(low)
  const all = mean(found)
  return found.map((one) => one / all)
}
