import type { Suggestion } from './suggest.ts'
import { suggestParties } from './suggest.ts'
import { divisionsOf, suggestPairs } from './suggest-pairs.ts'

/** Three parties that a typed text may mean: one, and two others beside which it is to be compared. */
export interface SuggestedTrio {
  readonly of: Suggestion
  readonly beside: readonly [Suggestion, Suggestion]
}

/** Ranks from here on are misspellings, which three names at once would make a guess. */
const misspelt = 3

/**
 * Returns the three parties that a text of three names may mean, with each of them once as the one that the other two are compared for: first the first named.
 * Empty where the text is not three names, where it may be two, and where one of them is misspelt.
 *
 * @example suggestTrios('vietnam china usa').map(({ of, beside }) => [of, ...beside].map(({ id }) => id).join(' '))[0]   // 'VNM CHN USA'
 * @example suggestTrios('vietnam: china or usa').length   // 3
 * @example suggestTrios('united states india')   // []
 */
export function suggestTrios(typed: string, weight: (id: string) => number = () => 0): SuggestedTrio[] {
  // two names of several words, such as `united states india`, are no three
  if (suggestPairs(typed, weight).some(({ a, b }) => Math.max(a.rank, b.rank) < misspelt)) return []
  const found = divisionsOf(typed).flatMap(([left, right]) => {
    const first = suggestParties(left, weight)[0]
    if (first === undefined || first.rank >= misspelt) return []
    const two = suggestPairs(right, weight).find(
      ({ a, b }) => Math.max(a.rank, b.rank) < misspelt && a.id !== first.id && b.id !== first.id,
    )
    return two === undefined ? [] : [{ names: [first, two.a, two.b] as const, score: first.rank + two.a.rank + two.b.rank }]
  })
  const best = found.sort((x, y) => x.score - y.score)[0]
  if (best === undefined) return []
  const [first, second, third] = best.names
  return [
    { of: first, beside: [second, third] },
    { of: third, beside: [first, second] },
    { of: second, beside: [first, third] },
  ]
}
