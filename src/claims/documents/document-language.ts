import { grouped } from '../../assessments/rows/grouped.ts'

const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  English: new Set(
    'the of and to in a is that for was were with on by at from this which has have had its are be as it but not an will than their'.split(
      ' ',
    ),
  ),
  French: new Set(
    'le la les des du est une dans pour que qui sur avec au aux par pas plus ont été cette ces son sont il elle et'.split(' '),
  ),
  German: new Set(
    'der die das und ist nicht mit dem den ein eine zu von auf für im sich auch wurde werden als bei nach hat aus'.split(' '),
  ),
  Spanish: new Set('el la los las del que una por con para es su al como más se ha entre fue sus está y en lo'.split(' ')),
  Italian: new Set('il lo gli della di che una per con non sono nel dei delle alla è anche più ha tra da si e del'.split(' ')),
  Portuguese: new Set('o os as da do das dos que uma para com não em no na se foi são mais pelo pela ao entre e'.split(' ')),
  Dutch: new Set('de het een van en dat niet op te zijn voor met die aan er door ook werd bij naar heeft'.split(' ')),
  Polish: new Set('w z na się i nie do jest że przez oraz od po dla jak roku tym ich był'.split(' ')),
  Turkish: new Set('ve bir bu ile için da de olarak olan daha çok gibi en sonra kadar ise'.split(' ')),
  Indonesian: new Set('yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh telah adalah'.split(' ')),
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/gu, 'a language in Cyrillic letters'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'Japanese'],
  [/\p{Script=Han}/gu, 'Chinese'],
  [/\p{Script=Hangul}/gu, 'Korean'],
  [/\p{Script=Arabic}/gu, 'a language in Arabic letters'],
  [/\p{Script=Hebrew}/gu, 'Hebrew'],
  [/\p{Script=Greek}/gu, 'Greek'],
  [/\p{Script=Devanagari}/gu, 'a language in Devanagari letters'],
  [/\p{Script=Thai}/gu, 'Thai'],
]

/** Number of characters examined to identify the language. */
const looked = 20_000

/**
 * Returns the language of a text, by its letters and most common words. Texts that are short or have no such words count as English.
 *
 * @example languageOf('Les échanges entre la Chine et la Russie ont été multipliés par deux dans les années qui ont suivi.')   // 'French'
 * @example languageOf('Gazprom, Sinopec, Rosneft')   // 'English'
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, looked)
  const foreign = scriptOf(sample)
  if (foreign !== undefined) return foreign
  const words = wordsOf(sample.toLowerCase())
  if (words.length < 8) return 'English'
  const hits = new Map<string, number>()
  for (const word of words) for (const name of languagesWith.get(word) ?? []) hits.set(name, (hits.get(name) ?? 0) + 1)
  const shareOf = (name: string): number => (hits.get(name) ?? 0) / words.length
  const best = Object.keys(functionWords).reduce((a, b) => (shareOf(b) > shareOf(a) ? b : a))
  return shareOf(best) >= 0.15 && shareOf(best) > 2 * shareOf('English') ? best : 'English'
}

const languagesWith: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...grouped(
      Object.entries(functionWords).flatMap(([name, list]) => [...list].map((word) => ({ name, word }))),
      ({ word }) => word,
    ),
  ].map(([word, pairs]) => [word, pairs.map(({ name }) => name)]),
)

/** Returns the characters outside ASCII. Testing letter properties on ASCII text would take most of the time and give no information. */
const beyondAscii = (text: string): string => text.replace(/[\0-\x7f]+/g, '')

/**
 * Returns the language, or group of languages, written in a script other than Latin that has more than a quarter of the letters. Undefined for Latin script.
 */
function scriptOf(sample: string): string | undefined {
  const other = beyondAscii(sample)
  if (other === '') return undefined
  const letters = (other.match(/\p{L}/gu)?.length ?? 0) + (sample.match(/[a-z]/gi)?.length ?? 0)
  return scripts.find(([letter]) => (other.match(letter)?.length ?? 0) > letters / 4)?.[1]
}

const wordsOf = (lower: string): readonly string[] => lower.match(/\p{L}/u.test(beyondAscii(lower)) ? /\p{L}+/gu : /[a-z]+/g) ?? []
