import { midRankPercentile, rankAmongSorted } from '../measures/index.ts'

/**
 * A distance on a footing that all estimates share: in standard deviations of the positions of its session, and as its percentile among the distances of all pairs.
 *
 * @param positions   of all states of the session
 * @example placed([-1, 0, 1], 2).standardised   // 2.449489742783178
 */
export function placed(positions: readonly number[], distance: number): { standardised: number; percentile: number; pairs: number } {
  const field = fieldOf(positions)
  const { deviation, distances } = field
  // one look is cheaper through all of them than to put them in order
  if (field.looks++ === 1) distances.sort()
  const percentile = field.looks === 1 ? midRankPercentile(distances, distance) : rankAmongSorted(distances, distance)
  return { standardised: distance / deviation, percentile, pairs: distances.length }
}

/** How the positions of a session spread. */
interface Field {
  readonly deviation: number
  /** Of all pairs, rising from the second look on. */
  readonly distances: Float64Array
  looks: number
}

/** By the very list of positions: one session's is asked for once a pair. */
const fields = new WeakMap<readonly number[], Field>()

function fieldOf(positions: readonly number[]): Field {
  const known = fields.get(positions)
  if (known !== undefined) return known
  const mean = positions.reduce((sum, x) => sum + x, 0) / positions.length
  const variance = positions.reduce((sum, x) => sum + (x - mean) ** 2, 0) / positions.length
  const distances = new Float64Array((positions.length * (positions.length - 1)) / 2)
  let at = 0
  for (let i = 0; i < positions.length; i++) for (let j = 0; j < i; j++) distances[at++] = Math.abs(positions[i]! - positions[j]!)
  const made = { deviation: Math.sqrt(variance), distances, looks: 0 }
  fields.set(positions, made)
  return made
}

/**
 * A session with the year in which it opened.
 *
 * @example sessionName(79, 2024)   // "79 (2024-25)"
 */
export function sessionName(session: number, year: number): string {
  return `${session} (${year}-${String((year + 1) % 100).padStart(2, '0')})`
}
