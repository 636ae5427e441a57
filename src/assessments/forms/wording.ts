import type { Interval, Known } from '../../store/index.ts'

const scales = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
] as const

/** Size of the cache of printed numbers for each format; the same figures are printed repeatedly. */
const mostKept = 10_000

/** Printed in place of NaN and Infinity. */
const noNumber = 'unknown'

const lazily = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
  let made: Intl.NumberFormat | undefined
  const printed = new Map<number, string>()
  return (value) => {
    if (!Number.isFinite(value)) return noNumber
    const known = printed.get(value)
    if (known !== undefined) return known
    made ??= new Intl.NumberFormat('en-US', options)
    const text = made.format(value).replace(/^-(?=[0.,]*$)/, '')
    if (printed.size >= mostKept) printed.clear()
    printed.set(value, text)
    return text
  }
}

// each formatter is created once: `toLocaleString` with options creates one for every number, at fifty times the cost
const whole = lazily({ maximumFractionDigits: 0 })
const threeFigures = lazily({ maximumSignificantDigits: 3, useGrouping: true })

/**
 * Writes an amount scaled to three significant figures.
 *
 * @example amountWords(95_280_000_000, 'USD')   // "USD 95.3 bn"
 */
export function amountWords(value: number, unit: string): string {
  if (!Number.isFinite(value)) return noNumber
  const size = Math.abs(value)
  return `${value < 0 ? '−' : ''}${unit} ${size >= 1000 && size < 1e6 ? whole(Number(size.toPrecision(3))) : scaled(size)}`
}

function scaled(value: number): string {
  const scale = scales.find(([size]) => Math.abs(value) >= size)
  if (scale === undefined) return whole(value)
  return `${significant(value / scale[0])} ${scale[1]}`
}

/**
 * Writes a number with three significant figures and without an exponent.
 *
 * @example significant(95.28)   // "95.3"
 */
export function significant(value: number): string {
  return threeFigures(value)
}

/**
 * Writes a share as a percentage.
 *
 * @example formatShare(0.7931)   // "79 %"
 */
export function formatShare(share: number): string {
  const value = share * 100
  if (!Number.isFinite(value)) return noNumber
  if (value !== 0 && Math.abs(value) < 0.01) return '< 0.01 %'
  const digits = Math.abs(value) >= 10 || value === 0 ? 0 : Math.abs(value) >= 1 ? 1 : 2
  return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(digits)} %`
}

/** Writes a value formatted by its unit. */
export function formatFigure(value: number, unit: string): string {
  if (!Number.isFinite(value)) return noNumber
  if (unit === 'share') return formatShare(value)
  if (unit === 'percentile') return formatPercentile(value)
  if (unit === 'year') return String(value)
  if (unit === 'count') return value === 0 ? '0' : value.toLocaleString('en-US')
  if (/^[A-Z]{3}$/.test(unit)) return amountWords(value, unit)
  if (unit === 'points' || unit === 'index') return twoDecimals(value)
  return `${scaled(value)} ${Math.abs(value) === 1 ? (single[unit] ?? unit) : unit}`
}

/** Units that have a singular of their own. */
const single: Readonly<Record<string, string>> = { persons: 'person', days: 'day' }

/**
 * Writes a whole percentile. Near the ends it has one decimal and is never rounded to 0 or 100, which no figure reaches.
 *
 * @example formatPercentile(99.63)   // "99.6"
 */
export function formatPercentile(value: number): string {
  if (!Number.isFinite(value)) return noNumber
  if (value >= 99) return (Math.floor(value * 10) / 10).toFixed(1)
  return value < 1 ? (Math.ceil(value * 10) / 10).toFixed(1) : String(Math.round(value))
}

/**
 * Writes a number with two decimals and a true minus sign.
 *
 * @example twoDecimals(-0.1234)   // "−0.12"
 */
export function twoDecimals(value: number): string {
  if (!Number.isFinite(value)) return noNumber
  const text = Math.abs(value).toFixed(2)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}

/** Writes a change, with its sign. */
export function signed(value: number, unit: string): string {
  const text = formatFigure(Math.abs(value), unit)
  if (!/[1-9]/.test(text)) return text
  return value < 0 ? `−${text}` : `+${text}`
}

/** Whether the interval has no width. Draws or reports that are all equal give no information on the error. */
export function isDegenerate(interval: Interval): boolean {
  return interval !== 'exact' && interval.low === interval.high
}

/** Writes the interval in words: `90 % interval 0.44 to 0.65`, `reports from USD 88.3 bn to USD 95.3 bn`, or an empty text for an exact figure. */
export function intervalWords(interval: Interval, unit: string): string {
  if (interval === 'exact') return ''
  const [low, high] = [formatFigure(interval.low, unit), formatFigure(interval.high, unit)]
  if (interval.kind === 'reports') return low === high ? 'reports agree' : `reports from ${low} to ${high}`
  if (interval.kind === 'specifications') return `specifications from ${low} to ${high}`
  return isDegenerate(interval) ? 'no interval to be had from these votes' : `90 % interval ${low} to ${high}`
}

/** Writes the figure, with its interval in brackets. */
export function withInterval(known: Known): string {
  const words = intervalWords(known.interval, known.unit)
  return words === '' ? formatFigure(known.value, known.unit) : `${formatFigure(known.value, known.unit)} (${words})`
}

/**
 * Writes a ratio.
 *
 * @example [0.028, 0.61, 1.93, 12.4].map(timesWords)   // ['0.03 times', '0.61 times', '1.9 times', '12 times']
 */
export function timesWords(ratio: number): string {
  return `${ratio < 0.995 ? ratio.toFixed(2) : ratio < 9.95 ? ratio.toFixed(1) : String(Math.round(ratio))} times`
}

/**
 * Writes what a figure is of a norm: a share in percent below it, else how many times it is.
 *
 * @example [0.028, 0.61, 1, 12.4].map(normWords)   // ['3 % of', '61 % of', '1.0 times', '12 times']
 */
export function normWords(ratio: number): string {
  return ratio < 0.995 ? `${Math.max(1, Math.round(100 * ratio))} % of` : timesWords(ratio)
}

/**
 * Joins words into a list: `a`, `a and b`, `a, b and c`.
 *
 * @example joinedWords(['BRICS', 'SCO', 'UN'])   // "BRICS, SCO and UN"
 */
export function joinedWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/**
 * Writes a count with its noun.
 *
 * @example counted(1, 'treaty', 'treaties')   // "1 treaty"
 */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}

/** Writes the interval as printed in a table: `0.44 to 0.65`, or `exact`. */
export function intervalText(interval: Interval, unit: string): string {
  if (interval === 'exact') return 'exact'
  return `${formatFigure(interval.low, unit)} to ${formatFigure(interval.high, unit)}`
}

/** Patterns of short names that take an article in English: first words, whole names and last words. */
const articledNames = {
  begin: [
    ...['United ', 'Netherlands', 'Philippines', 'Maldives', 'Bahamas', 'Comoros', 'Seychelles', 'Soviet Union', 'Gambia', 'Holy See'],
    ...['(?:Democratic )?Republic of ', 'European Union', 'Euro area', 'League of', 'Group of', 'Gulf ', 'Non-Aligned'],
    ...['Warsaw Treaty', 'Quadrilateral', 'Permanent members'],
  ],
  whole: ['SCO', 'CIS', 'CSTO', 'EAEU', 'GCC', 'OECD', 'WTO', 'G[78]', 'G20'],
  end: ['Republic', 'Islands', 'Emirates', 'Federation', 'Kingdom', 'Union', 'States'],
}
const articled = new RegExp(
  `^(?:${articledNames.begin.join('|')}|(?:${articledNames.whole.join('|')})$|.* (?:${articledNames.end.join('|')})$)`,
)

/**
 * Writes a name as used in a sentence.
 *
 * @example inSentence('United States')   // "the United States"
 */
export function inSentence(name: string): string {
  return articled.test(name) ? `the ${name}` : name
}

/**
 * Writes the name of a treaty or an agreement as used in a sentence.
 *
 * @example withArticle('North Atlantic Treaty')   // "the North Atlantic Treaty"
 */
export function withArticle(name: string): string {
  return /^the /i.test(name) ? name : `the ${name}`
}

/**
 * Writes a title or a sentence as the rest of one.
 *
 * @example lowerFirst('Crude oil by weight')   // "crude oil by weight"
 */
export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/**
 * Writes the possessive of a name.
 *
 * @example possessive('United States')   // "the United States’"
 */
export function possessive(name: string): string {
  const said = inSentence(name)
  return said !== name && said.endsWith('s') ? `${said}’` : `${said}’s`
}

/**
 * Capitalises the article where a sentence begins with a name.
 *
 * @example capitaliseArticles('the United States voted. the Netherlands did not.')   // "The United States voted. The Netherlands did not."
 */
export function capitaliseArticles(text: string): string {
  return text.replace(/(^|[.;:] )the /g, (found, before: string) => (before.startsWith('.') || before === '' ? `${before}The ` : found))
}
