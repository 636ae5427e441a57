import type { OutlookSkill } from '../targets/outlook-target.ts'
import { skillOf } from './event-skill.ts'
import type { VoteForecast } from './vote-forecast.ts'

/** How forecasts of votes came out. */
export interface VoteScore {
  readonly n: number
  /** Share of votes for which the most probable of yes, abstain and no was cast. */
  readonly accuracy: number
  /** Share of yes: what always saying yes gets right. */
  readonly shareYes: number
  /** What the state's most frequent vote on the topic in the sessions before gets right. */
  readonly usualAccuracy: number
  /** Of the votes that were not a yes, the share for which it was said whether no or abstain, and not yes. */
  readonly notYesFound: number
  /** Sum of squares over the three answers, and minus the logarithm of the probability of the vote cast, each as a mean. */
  readonly brier: number
  readonly logScore: number
  /** Against shares that are the same for all: those of the votes given as `usual`. Intervals clustered by state and by roll call. */
  readonly brierSkill: OutlookSkill | null
  readonly logSkill: OutlookSkill | null
}

/** Shares of yes, abstentions and no. */
export interface UsualShares {
  readonly yes: number
  readonly abstain: number
  readonly no: number
}

/**
 * Scores forecasts of votes.
 *
 * @param forecasts   at least one
 * @param usual       shares among earlier votes, as the baseline
 */
export function scoreOfVotes(forecasts: readonly VoteForecast[], usual: UsualShares): VoteScore {
  const n = forecasts.length
  const mean = (of: (one: VoteForecast) => number): number => forecasts.reduce((sum, one) => sum + of(one), 0) / n
  const at = forecasts.map(({ voter, rollCall }) => ({ unit: voter, origin: rollCall, share: 1 }))
  const gain = (score: (given: UsualShares, vote: number) => number): OutlookSkill | null =>
    skillOf(
      at,
      forecasts.map((one) => score(one, one.vote)),
      forecasts.map(({ vote }) => score(usual, vote)),
      1,
    )
  const notYes = forecasts.filter(({ vote }) => vote !== 1)
  return {
    n,
    accuracy: mean((one) => Number(mostProbable(one) === one.vote)),
    shareYes: mean(({ vote }) => Number(vote === 1)),
    usualAccuracy: mean((one) => Number(one.usualVote === one.vote)),
    notYesFound: notYes.filter((one) => mostProbable(one) === one.vote).length / notYes.length,
    brier: mean((one) => squares(one, one.vote)),
    logScore: mean((one) => surprise(one, one.vote)),
    brierSkill: gain(squares),
    logSkill: gain(surprise),
  }
}

/** Returns the most probable vote: 1 yes, 2 abstain, 3 no; of equal ones the first. */
function mostProbable({ yes, abstain, no }: UsualShares): number {
  if (yes >= abstain && yes >= no) return 1
  return abstain >= no ? 2 : 3
}

function squares({ yes, abstain, no }: UsualShares, vote: number): number {
  return (yes - Number(vote === 1)) ** 2 + (abstain - Number(vote === 2)) ** 2 + (no - Number(vote === 3)) ** 2
}

function surprise({ yes, abstain, no }: UsualShares, vote: number): number {
  return -Math.log(Math.max(1e-6, [yes, abstain, no][vote - 1]!))
}
