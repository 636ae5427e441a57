import type { State } from '../tables/state.ts'

/**
 * Counts the edits between two texts: insertions, deletions, substitutions, and swaps of neighbours (optimal string alignment distance). Returns `limit + 1`
 * if there are more than `limit`.
 *
 * @example editDistance('chna', 'china', 3)   // 1
 * @example editDistance('rusisa', 'russia', 3)   // 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row, ...previous) > limit) return limit + 1 // a swap refers to the row before the previous one
    before = previous
    previous = row
  }
  return Math.min(previous[b.length]!, limit + 1)
}

/**
 * Returns the number of edits allowed for a spelling of this length: 0 below three letters, 1 from three, 2 from six, 3 from ten, 4 from fourteen.
 */
const editsAllowed = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : Math.min(4, Math.floor((length + 2) / 4)))

/**
 * Returns at most five states whose folded spellings are closest to a folded spelling, best first. States beyond the edits allowed for its length are left
 * out. Of equally close states, those with the same first letter come first; the rest is sorted by name.
 */
export function nearestStates(folded: string, spellings: Iterable<readonly [key: string, state: State]>): State[] {
  const limit = editsAllowed(folded.length)
  const best = new Map<State, number>()
  if (limit === 0) return []
  for (const [key, state] of spellings) {
    const distance = editDistance(folded, key, limit)
    if (distance > limit || distance >= key.length - 1) continue
    const rank = distance + (key[0] === folded[0] ? 0 : 0.5)
    if (rank < (best.get(state) ?? Number.POSITIVE_INFINITY)) best.set(state, rank)
  }
  return [...best]
    .sort(([a, x], [b, y]) => x - y || (a.name < b.name ? -1 : 1))
    .slice(0, 5)
    .map(([state]) => state)
}
