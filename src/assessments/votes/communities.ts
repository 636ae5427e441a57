import { setImmediate as turn } from 'node:timers/promises'
import { VisavisError } from '../../errors.ts'
import { partitionOfResample, type StableCommunities, stabilityOf } from '../../measures/communities/community-stability.ts'
import { nameOn, type State, stateOf } from '../../states/index.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { type FigureSource, figureSources } from '../forms/figure-sources.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { rollCallRange, type WholeVotes, wholeVotes } from './vote-matrix.ts'

export interface CommunitiesRequest {
  /** First and last year of the votes. */
  readonly from: number
  readonly until: number
  /** No votes after this day are used. */
  readonly to: string
  readonly resamples: number
  readonly seed: number
}

export interface CommunityMember {
  readonly iso3: string
  readonly name: string
  /** Mean share of resamples in which the state is in the same community as each other member; null where it is the only member. */
  readonly stays: number | null
  /** Number of roll calls on which the state took a position. */
  readonly votes: number
  /** Population in the last year of the votes, or the nearest available year; null where there is none. */
  readonly population: number | null
  /**
   * The other community whose members the state is grouped with most often in the resamples, and the mean share; null where there is no other community.
   */
  readonly other: { readonly community: string; readonly share: number } | null
}

export interface Community {
  /** A, B, C … by size; the letter has no meaning beyond this answer. */
  readonly letter: string
  /** Its three largest members by population. */
  readonly name: string
  /** Mean of its members' `stays`. */
  readonly stability: number | null
  /** Most stable first. */
  readonly members: readonly CommunityMember[]
}

export interface CommunitiesAnswer {
  readonly schemaVersion: 1
  readonly from: number
  readonly until: number
  readonly rollCalls: number
  readonly resamples: number
  readonly seed: number
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly communities: readonly Community[]
  /** Modularity of this partition (the consensus), and the highest found on the same network. */
  readonly modularity: { readonly consensus: number; readonly best: number }
  /** Adjusted Rand index of the consensus against that best partition. */
  readonly agreement: number
  /** Adjusted Rand index between the partitions of any two resamples: the mean, and the range of the middle 90 %. */
  readonly resampled: StableCommunities['rand']
  /** States that took a position on fewer than half of the roll calls; they are in no community. */
  readonly leftOut: readonly { readonly iso3: string; readonly name: string; readonly votes: number }[]
  readonly evidence: readonly Evidence[]
  readonly sources: readonly FigureSource[]
}

/** How the work is run; none of these options changes the answer. */
export interface CommunitiesOptions {
  readonly onDone?: ((done: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Fewer roll calls are not enough to identify groups. */
const fewest = 10

/**
 * Finds groups of states that vote alike: communities in the network of above-chance agreement on whole resolutions, with
 * their stability when roll calls are resampled.
 *
 * @throws VisavisError NoCoverage where the window has fewer than ten roll calls
 */
export async function findCommunities(
  snapshot: Snapshot,
  request: CommunitiesRequest,
  options: CommunitiesOptions = {},
): Promise<CommunitiesAnswer> {
  const { from, until, resamples, seed } = request
  const [drawnVotes, populations] = await Promise.all([communityResamples(snapshot, request, options), populationsIn(snapshot, until)])
  const { positions, taken, turnout, rollCalls, end, evidence, partitions } = drawnVotes
  const found = stabilityOf(positions, taken.length, partitions, seed)
  const about = taken.map(({ iso3, votes: cast }) => ({
    iso3,
    name: named(iso3, end),
    votes: cast,
    population: populations.get(iso3) ?? null,
  }))
  const leftOut = turnout
    .filter((one) => !taken.includes(one))
    .map(({ iso3, votes: cast }) => ({ iso3, name: named(iso3, end), votes: cast }))
  return {
    schemaVersion: 1,
    ...{ from, until, rollCalls, resamples, seed },
    snapshot: { id: snapshot.manifest.id, created: snapshot.manifest.created },
    communities: communitiesOf(found, about),
    modularity: { consensus: found.consensus.modularity, best: found.best.modularity },
    agreement: found.bestAndConsensus,
    resampled: found.rand,
    leftOut,
    evidence,
    sources: figureSources(evidence, new Map(snapshot.manifest.sources.map((card) => [card.id, card]))),
  }
}

/** The communities of each resample of the roll calls of a window, with the votes behind them. */
export interface CommunityResamples {
  /** States that took a position on at least half of the roll calls. */
  readonly taken: readonly Turnout[]
  /** All that took a position on one. */
  readonly turnout: readonly Turnout[]
  /** Positions of those taken, row-major by state. */
  readonly positions: Uint8Array
  readonly rollCalls: number
  /** Last day of the votes. */
  readonly end: string
  /** For each resample the number of the community of each state taken; 0 is the largest. */
  readonly partitions: readonly Int32Array[]
  readonly evidence: readonly Evidence[]
}

interface Turnout extends Ballots {
  readonly iso3: string
}

/**
 * Finds the communities of each resample of the roll calls, as `findCommunities` does before it takes their consensus.
 *
 * @throws VisavisError NoCoverage where the window has fewer than ten roll calls
 */
export async function communityResamples(
  snapshot: Snapshot,
  request: CommunitiesRequest,
  options: CommunitiesOptions = {},
): Promise<CommunityResamples> {
  const { from, until, to } = request
  const [votes, voters] = await Promise.all([wholeVotes(snapshot), votersOf(snapshot)])
  const end = `${until}-12-31` < to ? `${until}-12-31` : to
  const span = rollCallRange(votes, `${from}-01-01`, end)
  const rollCalls = span.to - span.from
  if (rollCalls < fewest) throw tooFew(votes, request, rollCalls)
  const turnout = voters.map((iso3) => ({ iso3, ...ballotsOf(votes, iso3, span) })).filter(({ votes: cast }) => cast > 0)
  const taken = turnout.filter(({ votes: cast }) => cast >= rollCalls / 2)
  const positions = new Uint8Array(taken.length * rollCalls)
  taken.forEach(({ ballots }, i) => {
    positions.set(ballots, i * rollCalls)
  })
  const partitions = await drawn(positions, taken.length, request, options)
  return { taken, turnout, positions, rollCalls, end, partitions, evidence: evidenceOf(votes, span, `${from}-01-01`, end) }
}

/** Computes the partition of each bootstrap replicate. Yields between replicates so that other requests can run. */
async function drawn(
  positions: Uint8Array,
  states: number,
  { resamples, seed }: CommunitiesRequest,
  { onDone, signal }: CommunitiesOptions,
): Promise<Int32Array[]> {
  const partitions: Int32Array[] = []
  for (let draw = 0; draw < resamples; draw++) {
    if (signal?.aborted) throw new VisavisError('Interrupted', `stopped after ${draw} of ${resamples} resamples`)
    partitions.push(partitionOfResample(positions, states, draw, seed))
    onDone?.(draw + 1)
    await turn()
  }
  return partitions
}

interface Ballots {
  readonly ballots: Uint8Array
  readonly votes: number
}

function ballotsOf(votes: WholeVotes, iso3: string, { from, to }: { readonly from: number; readonly to: number }): Ballots {
  const ballots = votes.positions(iso3)!.subarray(from, to)
  return { ballots, votes: ballots.reduce((cast, position) => cast + (position === 0 ? 0 : 1), 0) }
}

function named(iso3: string, day: string): string {
  const state: State | undefined = stateOf(iso3)
  return state === undefined ? iso3 : nameOn(state, day)
}

type About = Omit<CommunityMember, 'stays' | 'other'>

function communitiesOf(found: StableCommunities, about: readonly About[]): Community[] {
  const { communities, count } = found.consensus
  return Array.from({ length: count }, (_, community) => {
    const places = about.flatMap((_, i) => (communities[i] === community ? [i] : []))
    const members = places.map((i) => ({ ...about[i]!, stays: known(found.stays[i]!), other: otherOf(found, i, community) }))
    const stays = members.flatMap(({ stays: share }) => (share === null ? [] : [share]))
    return {
      letter: communityLetter(community),
      name: nameOf(members),
      stability: stays.length === 0 ? null : stays.reduce((sum, share) => sum + share, 0) / stays.length,
      members: members.sort((x, y) => (y.stays ?? 0) - (x.stays ?? 0) || (x.iso3 < y.iso3 ? -1 : 1)),
    }
  })
}

/**
 * Names a community by letter: A to Z, then AA.
 *
 * @example communityLetter(27)   // "AB"
 */
export function communityLetter(community: number): string {
  const last = String.fromCharCode(65 + (community % 26))
  return community < 26 ? last : `${communityLetter(Math.floor(community / 26) - 1)}${last}`
}

/** Names a community after its three most populous members; no label is invented. */
function nameOf(members: readonly About[]): string {
  const largest = [...members].sort((x, y) => (y.population ?? -1) - (x.population ?? -1) || (x.iso3 < y.iso3 ? -1 : 1))
  const rest = members.length - 3
  const first = largest.slice(0, 3).map(({ name }) => name)
  return rest > 0 ? `${first.join(', ')} and ${rest} more` : first.join(', ')
}

function known(share: number): number | null {
  return Number.isNaN(share) ? null : share
}

/** Returns the other community whose members a state is grouped with most often in the resamples. */
function otherOf({ consensus, together }: StableCommunities, node: number, own: number): CommunityMember['other'] {
  const nodes = consensus.communities.length
  let best: { community: string; share: number } | null = null
  for (let community = 0; community < consensus.count; community++) {
    if (community === own) continue
    let [sum, n] = [0, 0]
    for (let j = 0; j < nodes; j++) {
      if (consensus.communities[j] !== community) continue
      sum += together[node * nodes + j]!
      n++
    }
    if (best === null || sum / n > best.share) best = { community: communityLetter(community), share: sum / n }
  }
  return best
}

/** Reads the populations of the year, or of the nearest available year. */
async function populationsIn(snapshot: Snapshot, year: number): Promise<ReadonlyMap<string, number>> {
  const rows = await snapshot.rows(
    `SELECT from_id, arg_min(value, abs(start_date[:4]::INTEGER - $year)) AS value FROM observations
     WHERE indicator = 'population' AND to_id IS NULL AND value IS NOT NULL GROUP BY from_id ORDER BY from_id`,
    { year },
  )
  return new Map(rows.map((row) => [String(row['from_id']), Number(row['value'])]))
}

function tooFew(votes: WholeVotes, { from, until }: CommunitiesRequest, rollCalls: number): VisavisError {
  const when = from === until ? String(from) : `${from} to ${until}`
  const some =
    votes.years.find(({ year, from: first, to: end }) => Number(year) > until && end - first >= fewest)?.year ?? votes.years.at(-2)?.year
  return new VisavisError(
    'NoCoverage',
    `the record has ${rollCalls} votes on whole resolutions in ${when}; fewer than ${fewest} tell nothing of groups`,
    { hint: `visavis communities --year ${some ?? 2024}` },
  )
}

function evidenceOf(votes: WholeVotes, span: { readonly from: number; readonly to: number }, first: string, last: string): Evidence[] {
  const sources = votes.sources.slice(span.from, span.to)
  return [...new Set(sources)].sort().map((source) => ({
    source,
    vintage: votes.vintages[span.from + sources.indexOf(source)] ?? 'unknown',
    rows: `roll_calls where kind = 'whole' and date between '${first}' and '${last}' and source = '${source}'`,
    count: sources.filter((one) => one === source).length,
  }))
}
