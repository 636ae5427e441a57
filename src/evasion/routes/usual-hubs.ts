/**
 * States that studies and authorities have named as places through which goods go round export bans on a target. Being on the list is the reason for looking, and
 * no finding; a state that is not on it can be asked for.
 */
const named: Readonly<Record<string, readonly string[]>> = {
  RUS: ['ARE', 'ARM', 'AZE', 'BLR', 'GEO', 'KAZ', 'KGZ', 'TJK', 'TUR', 'UZB'],
  BLR: ['ARM', 'GEO', 'KAZ', 'KGZ', 'RUS', 'TUR', 'UZB'],
  IRN: ['ARE', 'ARM', 'AZE', 'IRQ', 'OMN', 'TKM', 'TUR'],
  PRK: ['CHN', 'RUS'],
}

/** States outside the sanctions' reach that no study names as hubs for Russia, from seven regions; the growth of exports to them is the yardstick. */
export const usualControls: readonly string[] = ['USA', 'BRA', 'IND', 'ZAF', 'EGY', 'MAR', 'SRB']

/**
 * Returns the hubs that are looked at unless others are named; undefined if none are known for the target.
 *
 * @example usualHubs('PRK')   // ['CHN', 'RUS']
 */
export function usualHubs(target: string): readonly string[] | undefined {
  return named[target]
}
