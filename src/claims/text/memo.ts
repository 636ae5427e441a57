/** Characters of the keys that one function keeps: those of 30,000 sentences, more than all but the longest texts have. */
const maximumCharacters = 4_000_000

/**
 * A function that keeps its results, since the same sentences are read for their claims, for their context and for each test. The function must depend on its arguments alone, so
 * that keeping results saves time and changes nothing. After 20,000 results it starts again with none.
 *
 * @param keyOf   the key of a result: everything that it depends on
 * @example memoized((text) => text.length, (text) => text)('China')   // 5
 */
export function memoized<A extends readonly unknown[], R>(read: (...given: A) => R, keyOf: (...given: A) => string): (...given: A) => R {
  const known = new Map<string, R>()
  let characters = 0
  return (...given) => {
    const key = keyOf(...given)
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as R
    if (characters > maximumCharacters) {
      known.clear()
      characters = 0
    }
    const made = read(...given)
    known.set(key, made)
    characters += key.length
    return made
  }
}
