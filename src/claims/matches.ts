/**
 * Every match of a global pattern in a text, in order. `matchAll` makes a new pattern at each call, which costs more than looking: texts are held against hundreds.
 *
 * @example matchesOf('2014 and 2021', /\d+/g).map(([year]) => year).join()   // '2014,2021'
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  pattern.lastIndex = 0
  const found: RegExpExecArray[] = []
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}

const memories: Map<string, unknown>[] = []

/**
 * A reading that remembers what it found in the text under work: the same sentences are read for their claims, for what stands round them and for each test.
 *
 * @param keyOf   what the reading depends on
 * @example remembered((text) => text.length, (text) => text)('China')   // 5
 */
export function remembered<A extends readonly unknown[], R>(read: (...given: A) => R, keyOf: (...given: A) => string): (...given: A) => R {
  const known = new Map<string, R>()
  memories.push(known)
  return (...given) => {
    const key = keyOf(...given)
    const found = known.get(key)
    if (found !== undefined) return found
    const made = read(...given)
    known.set(key, made)
    return made
  }
}

/** Another text begins: what was remembered of the one before is let go. */
export function forgetText(): void {
  for (const known of memories) known.clear()
}
