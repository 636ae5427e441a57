import { allDyads, type DyadTable, type Votes } from '../../measures/index.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { voteRecord } from '../forms/vote-map-record.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/**
 * All recorded votes on whole resolutions in date order, as one row of positions per state. Every pair's figures are
 * computed from it.
 */
export interface WholeVotes {
  readonly dates: readonly string[]
  readonly sessions: readonly string[]
  readonly symbols: readonly string[]
  readonly titles: readonly string[]
  readonly sources: readonly string[]
  readonly vintages: readonly string[]
  /** Positions of a state by roll call: 1 yes, 2 abstain, 3 no, 0 none; undefined where it never voted. */
  positions(state: string): Uint8Array | undefined
  /** The state's position in the table `voters`, from 0. */
  column(state: string): number | undefined
  /** Calendar years with the positions of their roll calls. */
  readonly years: readonly VoteYear[]
}

export interface VoteYear {
  readonly year: string
  /** First position, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Source ids, in alphabetical order. */
  readonly sources: readonly string[]
}

/** Reads the votes on whole resolutions of a snapshot. */
export const wholeVotes: SnapshotCache<[], WholeVotes> = cachedBySnapshot(async (snapshot): Promise<WholeVotes> => {
  const { voters, dates, sessions, symbols, titles, sources, rowVintages, positions: byState } = await voteRecord(snapshot)
  const place = new Map(voters.map((state, i) => [state, i]))
  return {
    ...{ dates, sessions, symbols, titles, sources, vintages: rowVintages },
    positions: (state) => {
      const at = place.get(state)
      return at === undefined ? undefined : byState.subarray(at * dates.length, (at + 1) * dates.length)
    },
    column: (state) => place.get(state),
    years: yearsOf(dates, sources),
  }
})

/** Returns the last day with a recorded vote of any kind; undefined where there is none. */
export const lastVote: SnapshotCache<[], string | undefined> = cachedBySnapshot(async (snapshot) => {
  const [row] = await snapshot.rows('SELECT max(date) AS last FROM roll_calls')
  const last = row?.['last']
  return typeof last === 'string' ? last : undefined
})

/** Returns the positions of the roll calls in a period: the first, and the one after the last. */
export function rollCallRange({ dates }: WholeVotes, from: string, to: string): { from: number; to: number } {
  return { from: firstFrom(dates, (date) => date >= from), to: firstFrom(dates, (date) => date > to) }
}

/** Returns all roll calls up to a day as evidence, by source. */
export function wholeVotesEvidence(votes: WholeVotes, to: string): Evidence[] {
  const sources = votes.sources.slice(0, rollCallRange(votes, '', to).to)
  return [...new Set(sources)].sort().map((source) => ({
    source,
    vintage: votes.vintages[votes.sources.indexOf(source)] ?? 'unknown',
    rows: `roll_calls where kind = 'whole' and date <= '${to}' and source = '${source}'`,
    count: sources.filter((one) => one === source).length,
  }))
}

/** Computes every pair's figures over a range of roll calls. */
export const allPairsTable: SnapshotCache<[from: number, to: number], DyadTable> = cachedBySnapshot(async (snapshot, from, to) =>
  allDyads(await stretch(snapshot, from, to)),
)

async function stretch(snapshot: Snapshot, from: number, to: number): Promise<Votes> {
  const votes = await wholeVotes(snapshot)
  const rows = (await votersOf(snapshot)).map((state) => votes.positions(state)!.subarray(from, to))
  const byState = new Uint8Array(rows.length * (to - from))
  rows.forEach((row, i) => {
    byState.set(row, i * (to - from))
  })
  return { states: rows.length, rollCalls: to - from, positions: transposed(byState, rows.length, to - from) }
}

function transposed(positions: Uint8Array, rows: number, columns: number): Uint8Array {
  const turned = new Uint8Array(positions.length)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) turned[j * rows + i] = positions[i * columns + j]!
  return turned
}

function yearsOf(dates: readonly string[], sources: readonly string[]): VoteYear[] {
  const years: { year: string; from: number; to: number }[] = []
  dates.forEach((date, i) => {
    const last = years.at(-1)
    if (last?.year === date.slice(0, 4)) last.to = i + 1
    else years.push({ year: date.slice(0, 4), from: i, to: i + 1 })
  })
  return years.map((one) => ({ ...one, sources: [...new Set(sources.slice(one.from, one.to))].sort() }))
}

function firstFrom(dates: readonly string[], holds: (date: string) => boolean): number {
  let [low, high] = [0, dates.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(dates[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
