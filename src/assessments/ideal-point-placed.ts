/**
 * A distance on a footing that all estimates share: in standard deviations of the positions of its session, and as its percentile among the distances of all pairs.
 *
 * @param positions   of all states of the session
 * @example placed([-1, 0, 1], 2).standardised   // 2.449489742783178
 */
export function placed(positions: readonly number[], distance: number): { standardised: number; percentile: number; pairs: number } {
  const mean = positions.reduce((sum, x) => sum + x, 0) / positions.length
  const variance = positions.reduce((sum, x) => sum + (x - mean) ** 2, 0) / positions.length
  let [below, equal] = [0, 0]
  for (let i = 0; i < positions.length; i++) {
    for (let j = 0; j < i; j++) {
      const other = Math.abs(positions[i]! - positions[j]!)
      if (other < distance) below++
      else if (other === distance) equal++
    }
  }
  const pairs = (positions.length * (positions.length - 1)) / 2
  return { standardised: distance / Math.sqrt(variance), percentile: (100 * (below + equal / 2)) / pairs, pairs }
}

/**
 * A session with the year in which it opened.
 *
 * @example sessionName(79, 2024)   // "79 (2024-25)"
 */
export function sessionName(session: number, year: number): string {
  return `${session} (${year}-${String((year + 1) % 100).padStart(2, '0')})`
}
