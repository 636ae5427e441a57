import { ballotsOf, regularSession, type Specification } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { millsRatio, normalCdf, normalDensity } from '../../numeric/normal.ts'
import type { FittedPoints } from './ideal-point-fit.ts'
import type { RecordedVotes } from './ideal-point-votes.ts'

/** A roll call and how strongly it divides the states. */
export interface DividingRollCall {
  readonly id: number
  readonly date: string
  readonly session: string
  readonly symbol: string | null
  readonly title: string | null
  readonly kind: string | null
  readonly yes: number
  readonly abstain: number
  readonly no: number
  /** How steeply positions translate into votes. If positive, states high on the scale vote no. */
  readonly slope: number
  /** Mean Fisher information of a vote about a position, over the states that voted. */
  readonly information: number
  /**
   * Expected vote of each state, from its position in that session: 1 yes, 0 no, 0.5 abstention. Null where it has no
   * position.
   */
  readonly expectedA: number | null
  readonly expectedB: number | null
  readonly difference: number | null
  /** The actual vote: yes, abstain, no, or null. */
  readonly voteA: string | null
  readonly voteB: string | null
}

const words: Readonly<Record<string, string>> = { 1: 'yes', 2: 'abstain', 3: 'no' }

/**
 * Returns the most divisive roll calls: for all states by information, for a pair by the difference in expected votes. Of roll
 * calls on one recurring text, only the most divisive is listed.
 *
 * @param most   maximum number of roll calls
 */
export function dividingRollCalls(
  recorded: RecordedVotes,
  fit: FittedPoints,
  asked: Specification,
  most: number,
  pair?: readonly [a: string, b: string],
): DividingRollCall[] {
  const { ballots, rows } = ballotsOf(recorded.votes, recorded.items, asked)
  const cells = new Map(Array.from(fit.theta.keys(), (cell) => [`${fit.states[fit.cellState[cell]!]} ${fit.cellSession[cell]}`, cell]))
  const items = new Map(fit.items.map((item, i) => [item, i]))
  const best = new Map<string, DividingRollCall>()
  for (const [i, ballot] of ballots.entries()) {
    const item = items.get(ballot.item)
    if (item === undefined) continue
    const cellOf = (state: string): number | undefined => cells.get(`${state} ${ballot.session}`)
    const found = rollCallOf(recorded, rows[i]!, fit, item, cellOf, pair)
    const before = best.get(ballot.item)
    if (weight(found, pair) > (before === undefined ? 0 : weight(before, pair))) best.set(ballot.item, found)
  }
  return [...best.values()].sort((x, y) => weight(y, pair) - weight(x, pair) || x.id - y.id).slice(0, most)
}

function weight(one: DividingRollCall, pair: unknown): number {
  return pair === undefined ? one.information : Math.abs(one.difference ?? 0)
}

function rollCallOf(
  { votes, voters }: RecordedVotes,
  row: number,
  fit: FittedPoints,
  item: number,
  cellOf: (state: string) => number | undefined,
  pair: readonly [string, string] | undefined,
): DividingRollCall {
  const vote = votes[row]!
  const [slope, first, second] = fit.itemParameters.subarray(3 * item, 3 * item + 3) as unknown as [number, number, number]
  const counts = ['1', '2', '3'].map((category) => vote.votes.split(category).length - 1) as [number, number, number]
  const voted = voters.flatMap((state, i) => (words[vote.votes[i]!] === undefined ? [] : (cellOf(state) ?? [])))
  const information = voted.reduce((sum, cell) => sum + itemInformation(fit.theta[cell]!, slope, first, second), 0) / voted.length
  const expected = (state: string | undefined): number | null => {
    const cell = state === undefined ? undefined : cellOf(state)
    return cell === undefined ? null : expectedVote(fit.theta[cell]!, slope, first, second)
  }
  const did = (state: string | undefined): string | null =>
    state === undefined ? null : (words[vote.votes[voters.indexOf(state)] ?? '.'] ?? null)
  const [expectedA, expectedB] = [expected(pair?.[0]), expected(pair?.[1])]
  return {
    id: vote.id,
    date: vote.source === 'un-votes' && regularSession(vote.session, vote.date) <= 57 ? vote.date.slice(0, 7) : vote.date,
    session: vote.session,
    symbol: vote.symbol,
    title: vote.title,
    kind: vote.kind,
    yes: counts[0],
    abstain: counts[1],
    no: counts[2],
    slope,
    information,
    expectedA,
    expectedB,
    difference: expectedA === null || expectedB === null ? null : expectedA - expectedB,
    voteA: did(pair?.[0]),
    voteB: did(pair?.[1]),
  }
}

/**
 * Returns the vote that the model expects: 1 yes, 0 no, 0.5 abstention.
 *
 * @example expectedVote(0, 1, -1, 1)   // 0.5
 */
export function expectedVote(position: number, slope: number, first: number, second: number): number {
  return 0.5 * (normalCdf(first - slope * position) + normalCdf(second - slope * position))
}

/**
 * Computes the Fisher information of one vote about a position. It is the squared slope times the sum, over yes, abstention and no,
 * of (change of its probability)^2 / probability.
 *
 * @example itemInformation(0, 1, 0, 0)   // 2 / Math.PI
 */
export function itemInformation(position: number, slope: number, first: number, second: number): number {
  const [a, b] = [first - slope * position, second - slope * position]
  const yes = normalDensity(a) / millsRatio(-a)
  const no = normalDensity(b) / millsRatio(b)
  const inside = normalCdf(b) - normalCdf(a)
  const between = inside < 1e-12 ? 0 : (normalDensity(b) - normalDensity(a)) ** 2 / inside
  return slope * slope * (yes + no + between)
}
