import type { Answers } from '../../../src/server/answer-types.ts'
import type { PairAndDay } from '../figures/estimate.ts'
import type { FigureData } from '../figures/figure-files.ts'

export type Assessment = Answers['assess']
export type Domain = Assessment['domains'][number]
export type LedgerItem = Answers['ledger']['items'][number]

/** Whether a domain has no result because it is unknown or not applicable. */
export function hasNoResult({ state }: Domain): boolean {
  return state === 'unknown' || state === 'not-applicable'
}

/** Returns the pair and day of an assessment, as a request. */
export function requestOf({ a, b, to }: Assessment): PairAndDay {
  return { a: a.iso3, b: b.iso3, to }
}

/** Returns the file name of a download about the pair, without extension. */
export function fileName({ a, b }: Assessment, what: string): string {
  return `${a.iso3}-${b.iso3}-${what}`
}

/** Returns the sources with these ids, as listed in downloaded files. */
export function downloadSources({ sources }: Assessment, ids: Iterable<string>): FigureData['sources'] {
  const wanted = new Set(ids)
  return sources
    .filter(({ id }) => wanted.has(id))
    .map(({ id, title, citation, vintage, licence }) => ({ id, title, citation, vintage, licence: licence.id }))
}

/** Formats a period in words, such as `2022 to 2024`. */
export function periodText(period: string): string {
  return period.replace('/', ' to ')
}

/** Capitalises the first letter. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
