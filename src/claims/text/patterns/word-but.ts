/**
 * A word that is none of some, as a part of a pattern with the flag u. It says letter by letter what `(?!and\\b|or\\b)\\p{L}+` says by looking ahead, so that it can be proved that
 * a repeat of it reads no text in two ways.
 *
 * @param words  in small letters
 * @example new RegExp(`^${wordBut(['and', 'or'])}$`, 'u').test('andes')   // true
 */
export function wordExcept(words: readonly string[], start = ''): string {
  const longer = words.filter((word) => word.startsWith(start) && word !== start)
  const letters = [...new Set(longer.map((word) => word[start.length]!))]
  const others = letters.length === 0 ? String.raw`\p{L}+` : String.raw`(?![${letters.join('')}])\p{L}+`
  const goesOn = [...letters.map((letter) => letter + wordExcept(words, start + letter)), others].join('|')
  return start === '' || words.includes(start) ? `(?:${goesOn})` : `(?:${goesOn})?`
}
