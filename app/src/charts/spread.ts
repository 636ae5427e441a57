/** Moves places in ascending order apart by at least `gap`, within bounds. */
export function spread(places: readonly number[], [first, last]: readonly [number, number], gap: number): number[] {
  const found = [...places]
  for (let i = 0; i < found.length; i++) found[i] = Math.max(found[i]!, i === 0 ? first : found[i - 1]! + gap)
  for (let i = found.length - 1; i >= 0; i--) found[i] = Math.min(found[i]!, i === found.length - 1 ? last : found[i + 1]! - gap)
  return found
}
