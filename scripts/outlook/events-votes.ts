import { forecastVotes, type RollCallToForecast } from '../../src/outlook/events/vote-forecast.ts'
import { readRollCallsToForecast, usualShares } from '../../src/outlook/events/vote-record.ts'
import { scoreOfVotes, type VoteScore } from '../../src/outlook/events/vote-scores.ts'
import type { Snapshot } from '../../src/store/index.ts'

/** Scores of a session, of all its votes or of a part of them. */
export interface VoteResult {
  readonly session: string
  readonly part: 'all' | 'recurring resolutions' | 'other drafts'
  readonly rollCalls: number
  readonly score: VoteScore
}

const sessions = [74, 75, 76, 77, 78, 79, 80]
/** The sessions of which the goal speaks. */
const goal = [78, 79, 80]

/** Forecasts the votes of sessions 74 to 80, each from the sessions before. */
export async function backtestVotes(snapshot: Snapshot): Promise<readonly VoteResult[]> {
  const rollCalls = await readRollCallsToForecast(snapshot, sessions[0]! - 11)
  const made = sessions.map((session) => ({ session, forecasts: forecastVotes(rollCalls, session) }))
  const last = made.filter(({ session }) => goal.includes(session)).flatMap(({ forecasts }) => forecasts)
  return [
    ...made.map(({ session, forecasts }) => resultOf(rollCalls, String(session), 'all', forecasts, session)),
    resultOf(rollCalls, '78-80', 'all', last, goal[0]!),
    resultOf(
      rollCalls,
      '78-80',
      'recurring resolutions',
      last.filter(({ isLinked }) => isLinked),
      goal[0]!,
    ),
    resultOf(
      rollCalls,
      '78-80',
      'other drafts',
      last.filter(({ isLinked }) => !isLinked),
      goal[0]!,
    ),
  ]
}

function resultOf(
  rollCalls: readonly RollCallToForecast[],
  session: string,
  part: VoteResult['part'],
  forecasts: ReturnType<typeof forecastVotes>,
  first: number,
): VoteResult {
  const count = new Set(forecasts.map(({ rollCall }) => rollCall)).size
  return { session, part, rollCalls: count, score: scoreOfVotes(forecasts, usualShares(rollCalls, first)) }
}

/** The scores as CSV. */
export function votesCsv(results: readonly VoteResult[]): string {
  const header =
    'session,part,roll_calls,n,accuracy,share_yes,usual_accuracy,not_yes_found,brier,logscore,brier_skill,brier_skill_low90,brier_skill_high90,log_skill,log_skill_low90,log_skill_high90'
  const rows = results.map(({ session, part, rollCalls, score }) => {
    const { brierSkill, logSkill, n, ...rest } = score
    const numbers = [rest.accuracy, rest.shareYes, rest.usualAccuracy, rest.notYesFound, rest.brier, rest.logScore]
    const gains = [brierSkill, logSkill].flatMap((gain) => [gain?.value, gain?.low90, gain?.high90])
    return [
      session,
      part,
      rollCalls,
      n,
      ...[...numbers, ...gains].map((value) => (value === undefined ? '' : Number(value.toPrecision(5)))),
    ].join(',')
  })
  return `${header}\n${rows.join('\n')}\n`
}
