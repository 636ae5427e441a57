import type { Answers } from '../../../src/server/answer-types.ts'
import { inSentence } from '../../../src/server/wording.ts'
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

/** The largest number of pairs that a title names. */
const namedPairs = 3

/** The question that a comparison answers, as the title of its page. */
export function comparisonTitle({ pairs }: PairComparison): string {
  const [first, second] = pairs
  if (second === undefined) return pairName(first!)
  const shared = [first!.a, first!.b].find(({ iso3 }) => pairs.every(({ a, b }) => [a.iso3, b.iso3].includes(iso3)))
  if (shared === undefined)
    return pairs.length > namedPairs ? `${pairs.length} pairs side by side` : pairs.map((pair) => pairName(pair)).join(', ')
  const others = pairs.map(({ a, b }) => inSentence((a.iso3 === shared.iso3 ? b : a).name))
  if (others.length === 2) return `${shared.name}: closer to ${others[0]} or to ${others[1]}?`
  return others.length > namedPairs
    ? `${shared.name} and ${others.length} others`
    : `${shared.name} and ${others.slice(0, -1).join(', ')} and ${others.at(-1)}`
}

/** Returns the sources with these ids, as listed in downloaded files. */
export function downloadSourcesOf({ sources }: PairComparison, ids: Iterable<string>) {
  const wanted = new Set(ids)
  return sources
    .filter(({ id }) => wanted.has(id))
    .map(({ id, title, citation, vintage, licence }) => ({ id, title, citation, vintage, licence: licence.id }))
}
