/** Plain equivalents of letters that Unicode does not decompose. */
const plain: Readonly<Record<string, string>> = {
  ı: 'i', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ħ: 'h', ŋ: 'n', ə: 'a', '&': ' ',
} // biome-ignore format: a table

/**
 * Cyrillic letters that look like Latin ones, in either case. Both are folded to the Latin letter, so that a spelling in mixed alphabets folds like a
 * correct one.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', к: 'k', қ: 'k', м: 'm', н: 'h', һ: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', ү: 'y', ұ: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', ѵ: 'v', ԛ: 'q', ԝ: 'w',
} // biome-ignore format: a table

const expansions: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', rep: 'republic', dem: 'democratic', fed: 'federal' }
const emptyWords: ReadonlySet<string> = new Set(['the', 'of', 'and'])
const leadingArticles: ReadonlySet<string> = new Set(['la', 'le', 'les', 'el', 'los', 'las', 'il', 'gli', 'die'])

/** An article in parentheses after the name, as in some lists: `Gambie (la)`, `Allemagne (l')`. */
const trailingArticle = /(?<!\s)\s*\((?:l['’]|la|le|les|el|los|las)\)(?=[\s*]*$)/iu

const apostrophes = "'’ʼʻ‘`´ʹ"

function classify(letter: string): string {
  const same = plain[letter] ?? lookAlikes[letter]
  if (same !== undefined) return same
  if (apostrophes.includes(letter)) return "'"
  if (letter === '.' || /[\p{L}\p{N}]/u.test(letter)) return letter
  return /[\p{M}\p{Cf}]/u.test(letter) ? '' : ' '
}

const classes = new Map<string, string>()

/** Returns the folded form of a character: one or two letters, nothing, `'`, `.`, or a blank that separates words. */
function classOf(letter: string): string {
  let found = classes.get(letter)
  if (found === undefined) {
    found = classify(letter)
    classes.set(letter, found)
  }
  return found
}

/**
 * Splits a text into words. The full stops of initials (`U.S.`) do not separate words; `'s` or `'` at the end of a word and `l'` at the beginning are
 * dropped.
 */
function wordsOf(text: string): string[] {
  const words: string[] = []
  let word = ''
  let sinceStop = 0
  let apostrophe = -1
  const close = (): void => {
    if (word !== '') words.push(word)
    word = ''
    sinceStop = 0
    apostrophe = -1
  }
  for (const letter of text) {
    const kind = classOf(letter)
    if (kind === "'") {
      if (word === 'l' && words.length === 0) word = ''
      apostrophe = word.length
    } else if (kind === '.' && sinceStop === 1) sinceStop = 0
    else if (kind === ' ' || kind === '.') {
      if (word !== '') close()
    } else {
      word += kind
      sinceStop += kind.length
    }
  }
  if (apostrophe >= 0 && apostrophe === word.length - 1 && word.endsWith('s')) word = word.slice(0, -1)
  close()
  return words
}

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)

/**
 * Returns one form for all spellings of a name. It is in lower case, without diacritics and punctuation; look-alike letters of two scripts are made the same;
 * `St.`, `Rep.`, `Dem.` and the like are written out; a possessive ending, a leading article and the words *the*, *of*, *and* are dropped. Folding a folded
 * name changes nothing.
 *
 * @example fold('The Côte d’Ivoire’s')   // 'cote divoire'
 * @example fold('TÜRKİYE')   // 'turkiye'
 * @example fold('Bosnia & Herzegovina') === fold('BOSNIA-HERZEGOVINA')   // true
 */
export function fold(spelling: string): string {
  const decomposed = isAscii(spelling) ? spelling.toLowerCase() : spelling.normalize('NFKD').toLowerCase().normalize('NFKD')
  const words: string[] = []
  for (const word of wordsOf(decomposed.includes('(') ? decomposed.replace(trailingArticle, '') : decomposed)) {
    const whole = Object.hasOwn(expansions, word) ? expansions[word]! : word
    if (emptyWords.has(whole) || (words.length === 0 && leadingArticles.has(whole))) continue
    words.push(whole)
  }
  return words.join(' ')
}
