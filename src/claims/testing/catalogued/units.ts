/** How many of the figure's unit a claim's unit is; undefined where the two do not measure the same. */
const scales: Readonly<Record<string, number>> = { tn: 1e12, bn: 1e9, mn: 1e6, m: 1e6, th: 1e3, k: 1e3 }

/**
 * Returns the factor by which a value in a claim's unit becomes one in the unit of a figure; undefined if they measure different things.
 *
 * @param given   null where the claim has no unit: it is then in that of the figure
 * @example unitFactor('USD bn', 'USD')   // 1000000000
 * @example unitFactor('percent', 'share')   // 0.01
 */
export function unitFactor(given: string | null, own: string): number | undefined {
  if (given === null || given === own) return 1
  if (own === 'share') return given === 'percent' ? 0.01 : given === 'ratio' ? 1 : undefined
  if (own === 'count') return given === 'years' || given === 'persons' ? 1 : undefined
  if (own === 'year') return given === 'count' ? 1 : undefined
  if (own === 'percentile') return given === 'percent' || given === 'count' ? 1 : undefined
  if (own === 'times') return given === 'ratio' ? 1 : undefined
  const [currency, scale] = given.split(' ')
  return currency === own && scale !== undefined ? scales[scale] : undefined
}
