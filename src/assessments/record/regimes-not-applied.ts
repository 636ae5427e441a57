/** Members that have left a sanctions regime of their bloc, and since when; the reasons are in the note of the regime's row. */
const leftRegimes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'arab-league-israel': {
    EGY: '1979-03-26',
    JOR: '1994-10-26',
    ARE: '2020-08-29',
    BHR: '2020-09-15',
    SDN: '2020-10-23',
    MAR: '2020-12-22',
  },
}

/**
 * Returns the day since which a state no longer applies a regime of its bloc; undefined if it never left it.
 *
 * @example leftRegime('arab-league-israel', 'JOR')   // "1994-10-26"
 */
export function leftRegime(regime: string, state: string): string | undefined {
  return leftRegimes[regime]?.[state]
}
