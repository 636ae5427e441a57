const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )

const tenths = tens.map((ten) => ten.replace(/y$/, 'ieth'))

const scales: Readonly<Record<string, number>> = {
  trillion: 1e12, trn: 1e12, tn: 1e12, billion: 1e9, bln: 1e9, bil: 1e9, mil: 1e6, bn: 1e9, b: 1e9, million: 1e6, mln: 1e6, mn: 1e6, m: 1e6,
  thousand: 1e3, k: 1e3, hundred: 1e2, crore: 1e7, lakh: 1e5, dozen: 12,
} // biome-ignore format: a table

const parts: Readonly<Record<string, number>> = {
  half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, hundredth: 100,
} // biome-ignore format: a table

const unitWords = `(?:${[...small.slice(1), ...tens].join('|')})`

/** Numbers above a hundred in words: `one hundred and forty-one`. */
const hundreds = `(?:an?|${small.slice(1, 10).join('|')}) hundred(?: and)?[ -]${unitWords}(?:[- ]${unitWords})?`

/** A number in digits or words, as a pattern without groups: `1,234.5`, `1 234`, `4,2` (in translated texts), `240`, `twenty-five`, `a hundred`, `half a`. */
export const numberPattern: string = String.raw`(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?: \d{3})+(?!\d)|\d{1,3},\d{1,2}(?![\d,])|\d+(?:\.\d+)?|\.\d+|half an?|${hundreds}|an? (?=hundred|thousand|million|billion|trillion|dozen)|${unitWords}(?:[- ]${unitWords})?)`

/** A scale after a number, as a pattern without groups: `billion`, `mn`. A single letter counts only directly after a digit (`5m`). */
export const scalePattern: string = String.raw`(?:[\s-]*(?:hundred )?(?:trillion|trn|tn|billion|bln|bil|bn|million|mln|mil|mn|thousand|hundred|crore|lakh|dozen)\b|(?<=\d)\s?[bmk]\b)`

/** A fraction in words, as a pattern without groups: `half`, `a third`, `two-thirds`, `three quarters`. */
export const fractionPattern: string = String.raw`(?:(?<!\bother )(?:one[- ]|an? )?half\b(?! an? |-(?:years?|hours?|time|brother|way|hearted|finished)\b)|(?:an?|one|two|three|four|five|six|seven|eight|nine)[- ](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)s?\b)`

/** An ordinal in digits or words, as a pattern without groups: `25th`, `second`. */
export const ordinalPattern: string = String.raw`(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:one |a )?hundred (?:and )?)?(?:(?:${tens.join('|')})(?:- ?| )?(?:${ordinalWords.slice(0, 9).join('|')})|${ordinalWords.join('|')}|${tenths.join('|')}))`

/**
 * Returns the value of a written number; NaN for other words.
 *
 * @example numberOf('1,234.5')   // 1234.5
 * @example numberOf('4,2')   // 4.2
 * @example numberOf('twenty-five')   // 25
 * @example numberOf('half a')   // 0.5
 * @example numberOf('one hundred and forty-one')   // 141
 */
export function numberOf(spelling: string): number {
  const bare = spelling.trim().toLowerCase()
  if (/^\d{1,3},\d{1,2}$/.test(bare)) return Number(bare.replace(',', '.'))
  if (/^[\d.]/.test(bare)) return Number(bare.replace(/[, \u00a0\u202f]/g, ''))
  if (/^an?$/.test(bare)) return 1
  if (/^half an?$/.test(bare)) return 0.5
  const [whole, rest] = bare.split(/ hundred(?: and)?[ -]/)
  if (rest !== undefined) return 100 * numberOf(whole!) + numberOf(rest)
  return bare.split(/[\s-]+/).reduce((sum, word) => sum + wordValue(word), 0)
}

function wordValue(word: string): number {
  const unit = small.indexOf(word)
  if (unit >= 0) return unit
  const ten = tens.indexOf(word)
  return ten >= 0 ? (ten + 2) * 10 : Number.NaN
}

/**
 * Returns the multiplier of a scale; 1 if there is no scale.
 *
 * @example scaleOf(' billion')   // 1000000000
 */
export function scaleOf(spelling: string | undefined): number {
  const words = (spelling ?? '').toLowerCase().match(/[a-z]+/g) ?? []
  return words.reduce((product, word) => product * (scales[word] ?? 1), 1)
}

/**
 * Returns a fraction in words as a percentage.
 *
 * @example fractionOf('three quarters')   // 75
 */
export function fractionOf(spelling: string): number {
  const words = spelling.toLowerCase().split(/[\s-]+/)
  const part = parts[words.at(-1)!.replace(/s$/, '')] ?? Number.NaN
  const first = words.length === 1 || /^an?$/.test(words[0]!) ? 1 : numberOf(words[0]!)
  return (100 * first) / part
}

/**
 * Returns the value of an ordinal.
 *
 * @example ordinalOf('25th')   // 25
 * @example ordinalOf('second')   // 2
 * @example ordinalOf('one hundred and ninety-second')   // 192
 */
export function ordinalOf(spelling: string): number {
  const digits = /^\d+/.exec(spelling)
  if (digits !== null) return Number(digits[0])
  const word = spelling.toLowerCase()
  const over = /hundred /.test(word) ? 100 : 0
  const bare = word.replace(/^(?:one |a )?hundred (?:and )?/, '')
  const ten = tens.findIndex((one) => bare.startsWith(one))
  const unit = ordinalWords.indexOf(ten < 0 ? bare : bare.slice(tens[ten]!.length).replace(/^[- ]+/, '')) + 1
  return over + (tenths.includes(bare) ? (tenths.indexOf(bare) + 2) * 10 : (ten < 0 ? 0 : (ten + 2) * 10) + unit)
}
