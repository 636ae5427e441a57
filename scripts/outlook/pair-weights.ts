/** Two states in the order of their codes, and a number by which pairs are put in order. */
export interface PairSize {
  readonly a: string
  readonly b: string
  readonly size: number
}

/** A pair with its weight: 1 for the first of any list, and so on. */
export interface WeightedPair {
  readonly a: string
  readonly b: string
  /** The best place of the pair in any list. */
  readonly weight: number
}

/**
 * Orders pairs by how much they matter: a pair's weight is its best place in any of the lists, and of pairs with the same weight the one whose other places are
 * better comes first, then the one of the earlier codes.
 *
 * @param lists   each pair at most once in a list; a larger size is a better place
 * @example weightedPairs([[{ a: 'CHN', b: 'USA', size: 2 }, { a: 'IND', b: 'PAK', size: 1 }], [{ a: 'IND', b: 'PAK', size: 9 }]])   // [{ a: 'IND', b: 'PAK', weight: 1 }, { a: 'CHN', b: 'USA', weight: 1 }]
 */
export function weightedPairs(lists: readonly (readonly PairSize[])[]): WeightedPair[] {
  const places = new Map<string, number[]>()
  for (const list of lists) {
    const sorted = [...list].sort((x, y) => y.size - x.size || (keyOf(x) < keyOf(y) ? -1 : 1))
    for (const [index, pair] of sorted.entries()) {
      const of = places.get(keyOf(pair)) ?? []
      places.set(keyOf(pair), [...of, index + 1])
    }
  }
  const pairs = [...places].map(([key, of]) => ({ key, places: of.sort((x, y) => x - y) }))
  pairs.sort((x, y) => byPlaces(x.places, y.places) || (x.key < y.key ? -1 : 1))
  return pairs.map(({ key, places: [weight] }) => ({ a: key.slice(0, 3), b: key.slice(4), weight: weight! }))
}

function byPlaces(one: readonly number[], other: readonly number[]): number {
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const difference = (one[i] ?? Number.MAX_SAFE_INTEGER) - (other[i] ?? Number.MAX_SAFE_INTEGER)
    if (difference !== 0) return difference
  }
  return 0
}

function keyOf({ a, b }: Pick<PairSize, 'a' | 'b'>): string {
  return `${a} ${b}`
}
