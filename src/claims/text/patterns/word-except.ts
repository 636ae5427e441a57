/**
 * A pattern part for a word other than the given ones, with the flag u. It spells out letter by letter what `(?!and\\b|or\\b)\\p{L}+` says with a lookahead,
 * so that repeats of it are provably unambiguous.
 *
 * @param words  in lower case
 * @example new RegExp(`^${wordExcept(['and', 'or'])}$`, 'u').test('andes')   // true
 */
export function wordExcept(words: readonly string[], start = ''): string {
  const longer = words.filter((word) => word.startsWith(start) && word !== start)
  const letters = [...new Set(longer.map((word) => word[start.length]!))]
  const others = letters.length === 0 ? String.raw`\p{L}+` : String.raw`(?![${letters.join('')}])\p{L}+`
  const goesOn = [...letters.map((letter) => letter + wordExcept(words, start + letter)), others].join('|')
  return start === '' || words.includes(start) ? `(?:${goesOn})` : `(?:${goesOn})?`
}
