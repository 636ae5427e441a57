import type { Coverage } from '../../store/source-card.ts'

/**
 * Returns the coverage of several indicators that a source has for the same states and period.
 *
 * @param from      the first day, or a year for its first day; `to` the last day, or a year for its last
 * @param more      the states as a list, a threshold, or what a missing row means within the coverage where that is not unknown
 * @example coverageOf(['distance'], 2004, 2004, 'countries of 2004')   // [{ indicator: 'distance', from: '2004-01-01', to: '2004-12-31', whom: 'countries of 2004', absence: 'unknown' }]
 */
export function coverageOf(
  indicators: readonly string[],
  from: number | string,
  to: number | string,
  whom: string,
  more: Partial<Omit<Coverage, 'indicator' | 'from' | 'to' | 'whom'>> = {},
): Coverage[] {
  const period = {
    from: typeof from === 'number' ? `${from}-01-01` : from,
    to: typeof to === 'number' ? `${to}-12-31` : to,
  }
  return indicators.map((indicator) => ({ indicator, ...period, whom, absence: 'unknown', ...more }))
}
