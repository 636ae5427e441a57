import { randomStream } from '../../src/numeric/random.ts'
import type { EventRecord } from '../../src/outlook/events/event-record.ts'
import type { PairReason } from '../../src/outlook/ledger/issued-ledger.ts'
import { existedOn, stateOf, states } from '../../src/states/index.ts'

/** The parts of the hundred pairs: see docs/outlook/ledgers.md. */
const [largest, troubled, all] = [10, 25, 100] as const
/** Years up to the last of the data in which a conflict or a new regime counts. */
const recentYears = 5
/** Wars of coalitions would otherwise fill the list. */
const mostOfState = 3

export interface ChosenPair {
  readonly a: string
  readonly b: string
  readonly reason: PairReason
}

interface Choice {
  /** The day of issue, on which both must be states, and the last year of the data. */
  readonly day: string
  readonly year: number
  readonly seed: number
  readonly gdp: readonly { readonly state: string; readonly year: number; readonly value: number }[]
}

/**
 * Chooses the pairs of a ledger by its rule: all pairs of the ten largest economies; the 25 pairs with an armed conflict or a new sanctions regime of one on the
 * other in five years that come first by years of conflict, then by the GDP of the smaller, with no state in more than three of them; and others drawn until there are a hundred.
 */
export function chosenPairs(record: EventRecord, { day, year, seed, gdp }: Choice): ChosenPair[] {
  const sizes = latestGdp(gdp, year)
  const alive = states
    .filter((state) => existedOn(state, day))
    .map(({ iso3 }) => iso3)
    .sort()
  const size = (iso3: string): number => sizes.get(iso3) ?? 0
  const top = [...alive].sort((x, y) => size(y) - size(x)).slice(0, largest)
  const chosen = new Map<string, ChosenPair>()
  const add = (one: string, other: string, reason: PairReason): void => {
    const [a, b] = [one, other].sort() as [string, string]
    if (!chosen.has(`${a} ${b}`)) chosen.set(`${a} ${b}`, { a, b, reason })
  }
  for (const [i, one] of top.entries()) for (const other of top.slice(i + 1)) add(one, other, 'largest economies')
  const smaller = (key: string): number => Math.min(...key.split(' ').map(size))
  const years = conflictYears(record, year)
  const keys = [...new Set([...years.keys(), ...newRegimes(record, year)])].filter(
    (key) => key.split(' ').every((iso3) => alive.includes(iso3)) && !chosen.has(key),
  )
  keys.sort((x, y) => (years.get(y) ?? 0) - (years.get(x) ?? 0) || smaller(y) - smaller(x) || (x < y ? -1 : 1))
  for (const [a, b] of fewOfEach(keys.map((key) => key.split(' ') as [string, string]))) add(a, b, 'conflict or sanctions')
  const stream = randomStream(seed, 'pairs of the yearly ledger')
  while (chosen.size < all) {
    const [one, other] = [alive[stream.below(alive.length)]!, alive[stream.below(alive.length)]!]
    if (one !== other) add(one, other, 'drawn')
  }
  return [...chosen.values()]
}

/** The first pairs in which no state occurs more than three times. */
function fewOfEach(pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  const counts = new Map<string, number>()
  const found: (readonly [string, string])[] = []
  for (const pair of pairs) {
    if (found.length === troubled) break
    if (pair.some((iso3) => (counts.get(iso3) ?? 0) >= mostOfState)) continue
    for (const iso3 of pair) counts.set(iso3, (counts.get(iso3) ?? 0) + 1)
    found.push(pair)
  }
  return found
}

/** The last known GDP of each state in the three years up to the last of the data. */
function latestGdp(gdp: Choice['gdp'], year: number): Map<string, number> {
  const recent = gdp.filter((row) => row.year <= year && row.year > year - 3).sort((x, y) => x.year - y.year)
  return new Map(recent.map(({ state, value }) => [state, value]))
}

/** In how many of the last years the two of each pair stood on opposing sides. */
function conflictYears({ conflicts }: EventRecord, year: number): Map<string, number> {
  const found = new Map<string, Set<number>>()
  for (const row of conflicts)
    if (row.year > year - recentYears && row.year <= year) {
      const key = `${row.state_a} ${row.state_b}`
      found.set(key, (found.get(key) ?? new Set()).add(row.year))
    }
  return new Map([...found].map(([key, years]) => [key, years.size]))
}

/** Pairs of which one state, not a body, began a regime on the other. */
function newRegimes({ sanctions }: EventRecord, year: number): string[] {
  return sanctions
    .filter(({ sender, start_date }) => {
      const began = Number(start_date.slice(0, 4))
      return stateOf(sender) !== undefined && began > year - recentYears && began <= year
    })
    .map(({ sender, target }) => [sender, target].sort().join(' '))
}
