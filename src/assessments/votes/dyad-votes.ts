import type { Evidence, Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import { votesCondition } from '../rows/conditions.ts'
import { type DrawnKappa, kappaDrawer } from './vote-draws.ts'
import { rollCallRange, type VoteYear, type WholeVotes, wholeVotes } from './vote-matrix.ts'

const words: Readonly<Record<number, string>> = { 1: 'yes', 2: 'abstained', 3: 'no' }

/** The votes on whole resolutions, and the pair's positions on them. */
export interface PairVotes {
  readonly votes: WholeVotes
  readonly a: Uint8Array
  readonly b: Uint8Array
  /** The SQL condition that both took a position. */
  readonly both: string
}

/** Reads the votes of the pair; undefined where either state never voted. */
export async function pairVotes(bench: DomainInputs): Promise<PairVotes | undefined> {
  const votes = await wholeVotes(bench.snapshot)
  const [a, b] = [votes.positions(bench.dyad.a.iso3), votes.positions(bench.dyad.b.iso3)]
  if (a === undefined || b === undefined) return undefined
  return { votes, a, b, both: votesCondition([bench.dyad.a, bench.dyad.b].map(({ iso3 }) => votes.column(iso3)!)) }
}

/**
 * Returns the roll calls in a range on which both took a position, by source. Sources without any are left out.
 *
 * @param where   the SQL condition of the range
 */
export function commonVotes(bench: DomainInputs, { votes, a, b, both }: PairVotes, from: number, to: number, where: string): Evidence[] {
  const counts = new Map<string, number>()
  for (let r = from; r < to; r++) if (a[r] !== 0 && b[r] !== 0) counts.set(votes.sources[r]!, (counts.get(votes.sources[r]!) ?? 0) + 1)
  return [...counts].sort(bySource).map(([source, count]) => ({
    source,
    vintage: vintageOf(bench.cards, source),
    rows: `roll_calls where kind = 'whole' and ${where} and source = '${source}' and ${both}`,
    count,
  }))
}

function bySource([x]: readonly [string, number], [y]: readonly [string, number]): number {
  return x < y ? -1 : 1
}

/** Returns the calendar years with votes up to a day; the last one is truncated at that day. */
export function yearsUntil(votes: WholeVotes, until: string): VoteYear[] {
  const { to } = rollCallRange(votes, '', until)
  return votes.years
    .filter(({ from }) => from < to)
    .map((year) => (year.to <= to ? year : { ...year, to, sources: [...new Set(votes.sources.slice(year.from, to))].sort() }))
}

/**
 * Computes kappa of the pair on whole resolutions in every calendar year with common votes up to a day, with an interval for
 * each year.
 */
export async function votesByYear(bench: DomainInputs, until: string): Promise<Known[]> {
  const pair = await pairVotes(bench)
  if (pair === undefined) return []
  const { draws, seed } = bench.dyad
  const kappaOf = kappaDrawer({ draws, seed })
  return yearsUntil(pair.votes, until).flatMap((year) => {
    const drawn = kappaOf(pair.a.subarray(year.from, year.to), pair.b.subarray(year.from, year.to))
    return drawn === undefined ? [] : [kappaOfYear(bench, pair, year, until, drawn)]
  })
}

function kappaOfYear(
  bench: DomainInputs,
  pair: PairVotes,
  { year, from, to }: VoteYear,
  until: string,
  { n, value, interval }: DrawnKappa,
): Known {
  const { draws, seed } = bench.dyad
  return {
    state: 'observed',
    id: 'kappa_quadratic.series',
    label: `kappa in ${year}`,
    unit: 'index',
    period: year,
    value,
    interval,
    method: `${n} votes in common; bootstrap over roll calls, ${draws} draws, seed ${seed}`,
    evidence: commonVotes(bench, pair, from, to, `date between '${year}-01-01' and '${until < `${year}-12-31` ? until : `${year}-12-31`}'`),
  }
}

/** Returns the latest votes in the period on which one state voted yes and the other no, with titles. */
export async function opposingVotes(bench: DomainInputs, period: { from: string; to: string }, most: number): Promise<Item[]> {
  const pair = await pairVotes(bench)
  if (pair === undefined) return []
  const { from, to } = rollCallRange(pair.votes, period.from, period.to)
  const items: Item[] = []
  for (let r = to - 1; r >= from && items.length < most; r--) {
    // yes against no, in either direction
    if (pair.a[r]! * pair.b[r]! === 3) items.push(opposingVote(bench, pair, r))
  }
  return items
}

function opposingVote(bench: DomainInputs, { votes, a, b }: PairVotes, r: number): Item {
  const [one, other] = [bench.dyad.a.name, bench.dyad.b.name]
  return {
    kind: 'vote',
    date: dayOf(votes, r),
    text: `${votes.symbols[r]}, ${votes.titles[r]}: ${one} ${words[a[r]!]}, ${other} ${words[b[r]!]}`,
    source: votes.sources[r]!,
    citation: String(votes.symbols[r]),
  }
}

/**
 * Returns the day of a roll call as far as it is reliable. For sessions up to 57, Voeten's file is correct to the year and month but not the day
 * (docs/sources/un-ga-votes.md). Only the month is returned for them.
 */
function dayOf({ dates, sources, sessions }: WholeVotes, r: number): string {
  return sources[r] === 'un-votes' && Number(sessions[r]) <= 57 ? dates[r]!.slice(0, 7) : dates[r]!
}
