import type { Answers } from '../../../src/server/answer-types.ts'
import { place, setQuery } from '../place.ts'

export type Comparison = Answers['compare']
export type ComparedPair = Comparison['pairs'][number]
export type Row = Comparison['rows'][number]
export type Series = NonNullable<Comparison['years']>[number]

/** Most pairs that the operation accepts. */
export const mostPairs = 12

/** The comparison in the URL: pairs, domain, figure, last year. */
export interface AskedComparison {
  readonly pairs: readonly string[]
  readonly domain: string | undefined
  readonly figure: string | undefined
  readonly to: string | undefined
}

export function askedComparison(): AskedComparison {
  const { pairs = '', domain, figure, to } = place.value.query
  return { pairs: pairs.split(',').filter((pair) => pair !== ''), domain, figure, to }
}

export function setPairs(pairs: readonly string[]): void {
  setQuery({ pairs: pairs.join(',') })
}

/** Adds a pair, unless it is there in either order. */
export function addPair(a: string, b: string): void {
  const { pairs } = askedComparison()
  if (pairs.length >= mostPairs || [`${a}-${b}`, `${b}-${a}`].some((pair) => pairs.includes(pair))) return
  setPairs([...pairs, `${a}-${b}`])
}

/** Such as `China – Russia`, or by codes where there is little room. */
export function pairName({ a, b }: ComparedPair, short = false): string {
  return short ? `${a.iso3}–${b.iso3}` : `${a.name} – ${b.name}`
}

/** Sources as listed in downloaded files. */
export function sourcesNamed({ sources }: Comparison, ids: Iterable<string>) {
  const wanted = new Set(ids)
  return sources
    .filter(({ id }) => wanted.has(id))
    .map(({ id, title, citation, vintage, licence }) => ({ id, title, citation, vintage, licence: licence.id }))
}
