/**
 * Returns part of a pattern (with the flag u) for any word but the given ones. It means the same as `(?!and\\b|or\\b)\\p{L}+`, but is spelled out letter by
 * letter, so that it can be proved that a repetition of it matches a text in only one way.
 *
 * @param words  the words to exclude, in lower case
 * @example new RegExp(`^${wordExcept(['and', 'or'])}$`, 'u').test('andes')   // true
 */
export function wordExcept(words: readonly string[], start = ''): string {
  const longer = words.filter((word) => word.startsWith(start) && word !== start)
  const letters = [...new Set(longer.map((word) => word[start.length]!))]
  const others = letters.length === 0 ? String.raw`\p{L}+` : String.raw`(?![${letters.join('')}])\p{L}+`
  const goesOn = [...letters.map((letter) => letter + wordExcept(words, start + letter)), others].join('|')
  return start === '' || words.includes(start) ? `(?:${goesOn})` : `(?:${goesOn})?`
}
