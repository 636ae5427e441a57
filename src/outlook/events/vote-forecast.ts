import { linkRollCalls, type TitledRollCall } from '../../measures/resolution-links/resolution-links.ts'
import { fitLogit, type Logit, logitProbability } from './penalised-logit.ts'
import { TitleSimilarity } from './vote-titles.ts'

/** A roll call with the position of every voter: 1 yes, 2 abstain, 3 no, 0 none. */
export interface RollCallToForecast extends TitledRollCall {
  /** Topics, with a comma between; null where they are not known. */
  readonly issues: string | null
  readonly positions: Uint8Array
}

/** The probabilities of a vote that was cast, and the vote. */
export interface VoteForecast {
  /** Index of the roll call in the list, and of the voter. */
  readonly rollCall: number
  readonly voter: number
  readonly yes: number
  readonly abstain: number
  readonly no: number
  /** 1 yes, 2 abstain, 3 no. */
  readonly vote: number
  /** What the state voted most often on the topic in the sessions before: a simple rule to compare with. */
  readonly usualVote: number
  /** Whether an earlier vote on the same recurring resolution is known. */
  readonly isLinked: boolean
}

/** Sessions before a session whose votes say something of it, and from whose forecasts the weights are learnt. */
const memory = 6
const learning = 5
/** Drafts most alike that count, and states that vote most like the state. */
const mostAlike = 15
const groupSize = 10
/** By how much a draft counts less with each session that passes. */
const fading = 0.8
/** What a state's usual votes on the topic weigh beside those on like drafts. */
const topicWeight = 0.5
const penalty = 1
const columns = 12

/**
 * Forecasts every vote cast in a session from earlier sessions and from the draft's title and topic. For each draft the most like drafts of the six sessions
 * before are found: an earlier vote on the same recurring resolution, or one with like words in its title. From the votes on them of the state, of the ten states
 * that vote most like it and of all, and from the state's votes on the topic, two logistic regressions give the probability of a yes, and of a no where it is not
 * a yes. Their weights are learnt from the five sessions before, forecast in the same way.
 *
 * @param rollCalls   votes on whole resolutions of regular sessions, the session itself among them; its votes are only used to tell which were cast
 * @param session     number of the session
 * @returns           nothing where no weights can be learnt
 */
export function forecastVotes(rollCalls: readonly RollCallToForecast[], session: number): VoteForecast[] {
  const known = rollCalls.filter((one) => Number(one.session) <= session && Number(one.session) >= session - memory - learning)
  const places = new Map(rollCalls.map((one, i) => [one, i]))
  const builder = new VoteRows(known)
  const past = Array.from({ length: learning }, (_, i) => builder.rowsOf(session - learning + i)).flat()
  const model = learnt(past)
  if (model === undefined) return []
  return builder.rowsOf(session).map(({ rollCall, values, ...row }) => {
    const yes = logitProbability(model.yes, values)
    const no = (1 - yes) * logitProbability(model.noIfNotYes, values)
    return { ...row, rollCall: places.get(known[rollCall]!)!, yes, abstain: 1 - yes - no, no }
  })
}

interface VoteRow {
  readonly rollCall: number
  readonly voter: number
  readonly values: Float64Array
  readonly vote: number
  readonly usualVote: number
  readonly isLinked: boolean
}

function learnt(rows: readonly VoteRow[]): { yes: Logit; noIfNotYes: Logit } | undefined {
  const learn = (some: readonly VoteRow[], code: number): Logit | undefined => {
    const values = new Float64Array(some.length * columns)
    some.forEach((row, i) => {
      values.set(row.values, i * columns)
    })
    return fitLogit({ columns, values, came: Uint8Array.from(some, ({ vote }) => Number(vote === code)) }, penalty)
  }
  const [yes, noIfNotYes] = [
    learn(rows, 1),
    learn(
      rows.filter(({ vote }) => vote !== 1),
      3,
    ),
  ]
  return yes === undefined || noIfNotYes === undefined ? undefined : { yes, noIfNotYes }
}

/** Shares of yes, abstentions and no, and what they rest on. */
interface Shares {
  readonly yes: number
  readonly abstain: number
  readonly no: number
  readonly weight: number
}

/** Turns roll calls into rows of covariates, each from the sessions before its own. */
class VoteRows {
  private readonly rollCalls: readonly RollCallToForecast[]
  private readonly sessions: readonly number[]
  private readonly items: Int32Array
  private readonly titles: TitleSimilarity

  constructor(rollCalls: readonly RollCallToForecast[]) {
    this.rollCalls = rollCalls
    this.sessions = rollCalls.map(({ session }) => Number(session))
    this.items = linkRollCalls(rollCalls).items
    this.titles = new TitleSimilarity(rollCalls.map(({ title }) => title ?? ''))
  }

  rowsOf(session: number): VoteRow[] {
    const now = this.indicesOf((one) => one === session)
    const before = this.indicesOf((one) => one < session && one >= session - memory)
    const voters = this.rollCalls[0]?.positions.length ?? 0
    const groups = likeVoters(
      this.rollCalls.filter((_, i) => this.sessions[i]! < session && this.sessions[i]! >= session - 3),
      voters,
    )
    return now.flatMap((rollCall) => this.rowsOfDraft(rollCall, before, groups))
  }

  private rowsOfDraft(rollCall: number, before: readonly number[], groups: readonly (readonly number[])[]): VoteRow[] {
    const like = this.likeDrafts(rollCall, before)
    const topic = before.filter((one) => this.rollCalls[one]!.issues === this.rollCalls[rollCall]!.issues).map((at) => ({ at, weight: 1 }))
    const isLinked = like.some(({ at }) => this.items[at] === this.items[rollCall])
    const linked = Number(isLinked)
    const { positions } = this.rollCalls[rollCall]!
    const [near, usual] = [this.tallies(like), this.tallies(topic)]
    const shares = (voters: readonly number[]): Shares => sharesOf(meanTally(near, voters), meanTally(usual, voters))
    const all = shares([...positions.keys()])
    return [...positions.keys()].flatMap((voter) => {
      const vote = positions[voter]!
      if (vote === 0) return []
      const [own, group] = [shares([voter]), shares(groups[voter]!)]
      const sure = Math.min(1, own.weight)
      const values = Float64Array.of(
        ...[oddsOf(own.yes, own.no), oddsOf(own.abstain, own.no), oddsOf(group.yes, group.no), oddsOf(group.abstain, group.no)],
        ...[oddsOf(all.yes, all.no), oddsOf(all.abstain, all.no), sure, linked],
        ...[sure * oddsOf(own.yes, own.no), sure * oddsOf(own.abstain, own.no), linked * oddsOf(own.yes, own.no), linked * own.abstain],
      )
      return [{ rollCall, voter, values, vote, isLinked, usualVote: mostFrequent(meanTally(usual, [voter])) }]
    })
  }

  /** The drafts most like a draft, the same recurring resolution before all others. */
  private likeDrafts(rollCall: number, before: readonly number[]): Weighted[] {
    return before
      .map((at) => {
        const likeness = this.items[at] === this.items[rollCall] ? 2 : this.titles.of(at, rollCall) ** 2
        return { at, weight: likeness * fading ** (this.sessions[rollCall]! - this.sessions[at]! - 1) }
      })
      .filter(({ weight }) => weight > 0.01)
      .sort((x, y) => y.weight - x.weight)
      .slice(0, mostAlike)
  }

  /** What each voter voted on some drafts: weights by vote, four for each voter. */
  private tallies(drafts: readonly Weighted[]): Float64Array {
    const sums = new Float64Array(4 * this.rollCalls[0]!.positions.length)
    for (const { at, weight } of drafts) {
      const { positions } = this.rollCalls[at]!
      for (let voter = 0; voter < positions.length; voter++) sums[4 * voter + positions[voter]!]! += weight
    }
    return sums
  }

  private indicesOf(holds: (session: number) => boolean): number[] {
    return this.sessions.flatMap((session, i) => (holds(session) ? [i] : []))
  }
}

function meanTally(tallies: Float64Array, voters: readonly number[]): Float64Array {
  const mean = new Float64Array(4)
  for (const voter of voters) for (let code = 1; code < 4; code++) mean[code]! += tallies[4 * voter + code]! / voters.length
  return mean
}

/** Shares on like drafts, with the usual votes on the topic as a little weight. */
function sharesOf(near: Float64Array, usual: Float64Array): Shares {
  const usualSum = usual[1]! + usual[2]! + usual[3]! + 3
  const weight = near[1]! + near[2]! + near[3]!
  const share = (code: number): number => (near[code]! + (topicWeight * (usual[code]! + 1)) / usualSum) / (weight + topicWeight)
  return { yes: share(1), abstain: share(2), no: share(3), weight }
}

/** The code with the largest weight; yes where there is none. */
function mostFrequent(tally: Float64Array): number {
  const most = Math.max(tally[1]!, tally[2]!, tally[3]!)
  return [1, 2, 3].find((code) => tally[code] === most)!
}

interface Weighted {
  readonly at: number
  readonly weight: number
}

function oddsOf(one: number, other: number): number {
  return Math.log((one + 0.01) / (other + 0.01))
}

/** For each voter, those that agreed with it in the largest share of their common votes. */
function likeVoters(rollCalls: readonly RollCallToForecast[], voters: number): number[][] {
  const same = new Float64Array(voters * voters)
  const common = new Float64Array(voters * voters)
  for (const { positions } of rollCalls) {
    for (let a = 0; a < voters; a++) {
      if (positions[a] === 0) continue
      for (let b = 0; b < voters; b++) {
        if (positions[b] === 0) continue
        common[a * voters + b]! += 1
        if (positions[a] === positions[b]) same[a * voters + b]! += 1
      }
    }
  }
  const agreement = (a: number, b: number): number => same[a * voters + b]! / (common[a * voters + b]! + 10)
  return Array.from({ length: voters }, (_, a) =>
    Array.from({ length: voters }, (_unused, b) => b)
      .filter((b) => b !== a)
      .sort((x, y) => agreement(a, y) - agreement(a, x))
      .slice(0, groupSize),
  )
}
