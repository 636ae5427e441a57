/** Pixels of a chart that its axis and labels take. */
interface Room {
  /** Pixels between the margins. */
  readonly width: number
  /** Pixels for the labels beside bars that go down, and beside those that go up; none where no bar goes there. */
  readonly left: number
  readonly right: number
}

/**
 * Returns the domain of an axis from `low` to `high` with room for labels beyond the longest bars, in pixels, so that no label leaves the chart at any width.
 *
 * @param low   at most 0
 * @param high   at least 0
 */
export function domainWithRoom(low: number, high: number, { width, left, right }: Room): [number, number] {
  const [before, after] = [low < 0 ? left : 0, high > 0 ? right : 0]
  const perPixel = (high - low || 1) / Math.max(40, width - before - after)
  return [low - before * perPixel, high + after * perPixel]
}

/** Shortens a name to what fits in a margin. */
export function nameWithin(name: string, margin: number): string {
  const letters = Math.floor((margin - 12) / 6.1)
  return name.length <= letters ? name : `${name.slice(0, Math.max(3, letters - 1))}…`
}

/** Pixels that names need left of a chart, at most this share of its width. */
export function marginForNames(names: readonly string[], width: number, share = 0.4): number {
  return Math.min(width * share, 14 + 6.3 * Math.max(0, ...names.map(({ length }) => length)))
}
