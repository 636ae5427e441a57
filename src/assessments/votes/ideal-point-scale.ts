/**
 * Places a distance on a scale common to all estimates: in standard deviations of the session's positions, and as a mid-rank
 * percentile among all pairs.
 *
 * @param positions   of all states of the session
 * @example distanceOnCommonScale([-1, 0, 1], 2).standardised   // 2.449489742783178
 */
export function distanceOnCommonScale(
  positions: readonly number[],
  distance: number,
): { standardised: number; percentile: number; pairs: number } {
  const { deviation, rising } = fieldOf(positions)
  const pairs = (rising.length * (rising.length - 1)) / 2
  const below = pairsNearer(rising, (apart) => apart >= distance)
  const equal = pairsNearer(rising, (apart) => apart > distance) - below
  return { standardised: distance / deviation, percentile: (100 * (below + equal / 2)) / pairs, pairs }
}

/**
 * Counts pairs of positions that are not too far apart by `isOut`. One pass suffices: as the lower position of a pair rises, so does the first position too far
 * above it. This holds despite rounding, because rounded differences of sorted numbers do not decrease.
 */
function pairsNearer(rising: Float64Array, isOut: (apart: number) => boolean): number {
  let count = 0
  let first = 0
  for (let i = 0; i < rising.length; i++) {
    first = Math.max(first, i + 1)
    while (first < rising.length && !isOut(rising[first]! - rising[i]!)) first++
    count += first - i - 1
  }
  return count
}

/** The distribution of positions in a session. */
interface Field {
  readonly deviation: number
  readonly rising: Float64Array
}

/** Keyed by the positions array itself, since one session is requested once per pair. */
const fields = new WeakMap<readonly number[], Field>()

function fieldOf(positions: readonly number[]): Field {
  const known = fields.get(positions)
  if (known !== undefined) return known
  const mean = positions.reduce((sum, x) => sum + x, 0) / positions.length
  const variance = positions.reduce((sum, x) => sum + (x - mean) ** 2, 0) / positions.length
  const made = { deviation: Math.sqrt(variance), rising: Float64Array.from(positions).sort() }
  fields.set(positions, made)
  return made
}

/**
 * Names a session by its number and its two years.
 *
 * @example sessionName(79, 2024)   // "79 (2024-25)"
 */
export function sessionName(session: number, year: number): string {
  return `${session} (${year}-${String((year + 1) % 100).padStart(2, '0')})`
}
