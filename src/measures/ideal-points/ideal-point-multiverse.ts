import { ballotsOf, type RecordedVote, regularSession, type Specification, usualSpecification } from './ideal-point-ballots.ts'
import { makeSample, votesOfCell } from './ideal-point-sample.ts'
import { idealPoints } from './ideal-points.ts'

/** One defensible way to estimate ideal points. */
export interface NamedSpecification {
  readonly name: string
  /** How it differs from the default specification. */
  readonly what: string
  readonly specification: Specification
  /** Whether every session is estimated separately; absent where all sessions are estimated together. */
  readonly eachSession?: true
}

/** A position under one specification. */
export interface SpecifiedPoint {
  readonly state: string
  readonly session: number
  readonly votes: number
  readonly point: number
  readonly sd: number
}

const usual = usualSpecification

/**
 * The specifications run side by side: the default, then those with one choice changed, then two with several changed.
 * Each has been used in print or is a reasonable alternative. See docs/measures/multiverse.md for why each is included,
 * and what is not.
 */
export const multiverse: readonly NamedSpecification[] = [
  { name: 'usual', what: 'ordinal, linked, prior of the published estimates, 1946 on', specification: usual },
  { name: 'binary', what: 'abstention counted as a no', specification: { ...usual, votes: 'binary' } },
  { name: 'yes-no', what: 'abstentions left out', specification: { ...usual, votes: 'yes-no' } },
  { name: 'random walk', what: 'symmetric random walk', specification: { ...usual, prior: 'random walk' } },
  { name: 'whole', what: 'votes on whole resolutions only', specification: { ...usual, paragraphs: 'whole' } },
  { name: 'all votes', what: 'votes on parts of a text in all years', specification: { ...usual, paragraphs: 'all' } },
  { name: 'unlinked', what: 'each roll call an item of its own', specification: { ...usual, link: 'none' } },
  { name: 'important', what: 'important votes only (1983-2020)', specification: { ...usual, important: true } },
  { name: 'contested', what: 'a minority of 5 % at least', specification: { ...usual, leastMinority: 0.05 } },
  { name: 'since 1992', what: 'sessions from 47 on', specification: { ...usual, fromSession: 47 } },
  { name: 'since 2006', what: 'sessions from 61 on', specification: { ...usual, fromSession: 61 } },
  { name: 'session alone', what: 'each session by itself', specification: { ...usual, prior: 'static' }, eachSession: true },
  {
    name: 'as emIRT',
    what: 'binary, unlinked, random walk, all votes',
    specification: { paragraphs: 'all', votes: 'binary', link: 'none', prior: 'random walk' },
  },
  {
    name: 'lean',
    what: 'yes-no, whole, contested, session alone',
    specification: { ...usual, votes: 'yes-no', paragraphs: 'whole', leastMinority: 0.05, prior: 'static' },
    eachSession: true,
  },
]

/** The input of the estimates: roll calls, the item of each, and the voters. */
export interface MultiverseVotes {
  readonly voters: readonly string[]
  readonly votes: readonly RecordedVote[]
  readonly items: ArrayLike<number>
}

/**
 * Estimates positions under one specification, in all sessions or in one. None where nothing can be estimated (no vote passes the
 * filter, or none divides).
 *
 * @param only   one session: with per-session estimation, only that session is estimated; otherwise only that session
 * is returned
 */
export async function pointsUnder(
  { voters, votes, items }: MultiverseVotes,
  { specification, eachSession }: NamedSpecification,
  options: { readonly only?: number | undefined; readonly threads?: number | undefined } = {},
): Promise<SpecifiedPoint[]> {
  const { only, threads } = options
  if (!eachSession) {
    const points = await estimate(voters, ballotsOf(votes, items, specification).ballots, specification, threads)
    return only === undefined ? points : points.filter(({ session }) => session === only)
  }
  const sessions = only === undefined ? [...new Set(votes.map(({ session, date }) => regularSession(session, date)))] : [only]
  const found: SpecifiedPoint[] = []
  for (const session of sessions.sort((a, b) => a - b)) {
    const own = ballotsOf(votes, items, { ...specification, fromSession: session, toSession: session }).ballots
    found.push(...(await estimate(voters, own, specification, threads)))
  }
  return found
}

type Ballots = ReturnType<typeof ballotsOf>['ballots']

async function estimate(
  voters: readonly string[],
  ballots: Ballots,
  { prior }: Specification,
  threads: number | undefined,
): Promise<SpecifiedPoint[]> {
  if (!ballots.some(({ votes }) => dividing(votes))) return []
  const sample = makeSample(voters, ballots)
  const fit = await idealPoints(sample, { prior, ...(threads === undefined ? {} : { threads }) })
  return Array.from(fit.theta, (point, cell) => ({
    state: voters[sample.cellState[cell]!]!,
    session: sample.cellSession[cell]!,
    votes: votesOfCell(sample, cell),
    point,
    sd: fit.sd[cell]!,
  }))
}

function dividing(votes: string): boolean {
  return votes.includes('1') && votes.includes('3')
}
