/** How many characters of keys one function keeps: about 30,000 sentences, more than almost any text has. */
const maximumCharacters = 4_000_000

/**
 * Returns a function that computes each result once and keeps it, since the same sentences are read for their claims, for their context and for each test.
 * The result must depend on the arguments alone, so that keeping it saves time and changes nothing. When the keys exceed four million characters, all results
 * are dropped.
 *
 * @param read    computes a result
 * @param keyOf   returns the key of a result; it must contain every argument that the result depends on
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
