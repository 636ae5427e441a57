import type { Answers } from '../../../src/server/answer-types.ts'
import { route, setQuery } from '../route.ts'

export type PairComparison = Answers['compare']
export type ComparedPair = PairComparison['pairs'][number]
export type ComparisonRow = PairComparison['rows'][number]
export type ComparisonSeries = NonNullable<PairComparison['years']>[number]

/** The largest number of pairs that the server compares. */
export const maxPairs = 12

/** The comparison in the URL: pairs, domain, figure and last year. */
export interface ComparisonRoute {
  readonly pairs: readonly string[]
  readonly domain: string | undefined
  readonly figure: string | undefined
  readonly to: string | undefined
}

export function comparisonRoute(): ComparisonRoute {
  const { pairs = '', domain, figure, to } = route.value.query
  return { pairs: pairs.split(',').filter((pair) => pair !== ''), domain, figure, to }
}

export function setPairs(pairs: readonly string[]): void {
  setQuery({ pairs: pairs.join(',') })
}

/** Adds a pair to the comparison, unless the comparison is full or has the pair already, in either order. */
export function addPair(a: string, b: string): void {
  const { pairs } = comparisonRoute()
  if (pairs.length >= maxPairs || [`${a}-${b}`, `${b}-${a}`].some((pair) => pairs.includes(pair))) return
  setPairs([...pairs, `${a}-${b}`])
}

/** Names a pair, such as `China – Russia`; if `short`, by its codes. */
export function pairName({ a, b }: ComparedPair, short = false): string {
  return short ? `${a.iso3}–${b.iso3}` : `${a.name} – ${b.name}`
}

/** Returns the sources with these ids, as listed in downloaded files. */
export function downloadSourcesOf({ sources }: PairComparison, ids: Iterable<string>) {
  const wanted = new Set(ids)
  return sources
    .filter(({ id }) => wanted.has(id))
    .map(({ id, title, citation, vintage, licence }) => ({ id, title, citation, vintage, licence: licence.id }))
}
