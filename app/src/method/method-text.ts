import type { Answers } from '../../../src/server/answer-types.ts'

export type MethodEntry = Answers['methods']['methods'][number]
export type Reproduced = MethodEntry['reproductions'][number]
export type ComparedNumber = MethodEntry['comparisons'][number]

/** Counts the published numbers that a measure is checked against. */
export const checkCount = ({ reproductions, comparisons }: MethodEntry): number => reproductions.length + comparisons.length

/** Formats a number with its significant digits; a tiny difference as a power of ten. */
export function numberText(value: number): string {
  if (value === 0) return '0'
  if (Math.abs(value) < 1e-4) return powerOfTen(value)
  if (Number.isInteger(value)) return Math.abs(value) < 10_000 ? String(value).replace('-', '−') : value.toLocaleString('en-US')
  return String(Number(value.toPrecision(12))).replace('-', '−')
}

/** Formats a tiny number as a power of ten, such as `3.1 · 10⁻⁹`. */
function powerOfTen(value: number): string {
  const [front, power] = value.toExponential(1).split('e-') as [string, string]
  return `${front.replace('-', '−')} · 10⁻${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`
}

/** Formats a compared number; a share in per cent. */
export const comparedText = ({ figure }: ComparedNumber, value: number): string =>
  figure === 'share' ? `${Number((100 * value).toFixed(1))} %` : numberText(value)

/** Returns the text that all have in common; undefined if they differ or if there is only one. */
export function sharedText(texts: readonly string[]): string | undefined {
  return texts.length > 1 && new Set(texts).size === 1 ? texts[0] : undefined
}

/** Returns the publications of a measure, as sources of a chart. */
export const methodSources = ({ references }: MethodEntry) =>
  references.map(({ authors, year, title, within, doi }) => ({
    id: doi ?? title,
    title,
    citation: `${authors} (${year}). ${title}. ${within}.${doi === null ? '' : ` https://doi.org/${doi}`}`,
    vintage: String(year),
  }))

/** Describes the expected range of a compared number; empty if there is none. */
export function expectedText(one: ComparedNumber): string {
  const { least, most } = one
  if (least !== null && most !== null) return `${comparedText(one, least)} to ${comparedText(one, most)}`
  if (least !== null) return `at least ${comparedText(one, least)}`
  return most === null ? '' : `at most ${comparedText(one, most)}`
}

/** Describes the number of checks in words. */
export function checkedText(count: number): string {
  if (count === 0) return 'nothing published to reproduce'
  return count === 1 ? '1 number checked' : `${count} numbers checked`
}

/** Returns the title of a domain; null stands for measures that apply to every domain. */
export const domainTitle = (domain: string | null): string =>
  domain === null ? 'Beside figures of every domain' : domain.charAt(0).toUpperCase() + domain.slice(1)
