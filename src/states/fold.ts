/** Letters that Unicode does not decompose, to plain ones. */
const plain: Readonly<Record<string, string>> = {
  ı: 'i', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ħ: 'h', ŋ: 'n', ə: 'a', '&': ' and ',
} // biome-ignore format: a table

/** Cyrillic letters that look like Latin ones, in either case: both scripts fold to one, so that a mixed spelling folds as its pure one. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', к: 'k', қ: 'k', м: 'm', н: 'h', һ: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', ү: 'y', ұ: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', ѵ: 'v', ԛ: 'q', ԝ: 'w',
} // biome-ignore format: a table

const expansions: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', rep: 'republic', dem: 'democratic' }
const emptyWords: ReadonlySet<string> = new Set(['the', 'of', 'and'])

/**
 * One form for all spellings of a name: lower case, no diacritics, no punctuation, look-alike letters of two scripts made one, `St.`, `Rep.`, `Dem.`
 * written out, a closing possessive and the words *the*, *of*, *and* dropped. Folding what is folded changes nothing.
 *
 * @example fold('The Côte d’Ivoire’s')   // 'cote divoire'
 * @example fold('TÜRKİYE')   // 'turkiye'
 * @example fold('Bosnia & Herzegovina') === fold('BOSNIA-HERZEGOVINA')   // true
 */
export function fold(spelling: string): string {
  const letters = spelling
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼʻ‘`´]s?\s*$/u, '')
    .replace(/['’ʼʻ‘`´]/gu, '')
    .replace(/(?<=(?:^|[^\p{L}])\p{L})\./gu, '')
  let bare = ''
  for (const letter of letters) bare += plain[letter] ?? lookAlikes[letter] ?? letter
  const words = bare
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
  return words
    .map((word) => expansions[word] ?? word)
    .filter((word) => !emptyWords.has(word))
    .join(' ')
}
