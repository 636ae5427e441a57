import { states } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { standingOfYear } from '../standing/standing-of-pairs.ts'

/** The class of every pair by year, from 0 (at war) to 5 (security community); -1 where they were not states together. */
export interface StandingPanel {
  readonly pairs: number
  readonly first: number
  readonly last: number
  /** By year, then pair. */
  readonly orders: readonly Int8Array[]
}

/** Reads the standing of every pair in a range of years. */
export async function standingPanel(snapshot: Snapshot, first: number, last: number, lastDay: string): Promise<StandingPanel> {
  const place = new Map(states.map(({ iso3 }, i) => [iso3, i]))
  const n = states.length
  const orders: Int8Array[] = []
  for (let year = first; year <= last; year++) {
    const own = new Int8Array(n * n).fill(-1)
    for (const { iso3_a, iso3_b, order } of (await standingOfYear(snapshot, year, lastDay, undefined)) ?? [])
      own[place.get(iso3_a)! * n + place.get(iso3_b)!] = order
    orders.push(own)
  }
  return { pairs: n * n, first, last, orders }
}
