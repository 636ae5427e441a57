import { type MeasureName, wilson } from '../../measures/index.ts'
import type { Estimate, Interval, Known } from '../../store/index.ts'
import { needsVariation } from '../forms/constant-position.ts'
import { unknown } from '../forms/unknown.ts'
import { twoDecimals } from '../forms/wording.ts'
import { bootstrappedDifference } from './vote-draws.ts'
import { leastCommonVotes, tooFewVotes } from './vote-places.ts'
import type { VoteWindow } from './vote-window.ts'

/** The default measure first, then the alternatives. They are not interchangeable, so all are shown. */
const shown: readonly (readonly [MeasureName, string, string])[] = [
  ['kappa_quadratic', "Cohen's kappa, quadratic weights (default)", 'index'],
  ['s_absolute', "Signorino and Ritter's S, absolute", 'index'],
  ['s_squared', "Signorino and Ritter's S, squared", 'index'],
  ['scott_pi', "Scott's pi", 'index'],
  ['tau_b', "Kendall's tau-b", 'index'],
  ['benati_capurri_a', "Benati and Capurri's A", 'index'],
  ['agreement', 'same position', 'share'],
  ['partial_split', 'partial split (one abstains)', 'share'],
  ['opposing', 'opposing votes (yes against no)', 'share'],
]

/** Says why a measure is not meaningful for this pair; undefined if it is. */
function mute(measure: MeasureName, window: VoteWindow): string | undefined {
  if (window.constant !== undefined && needsVariation.has(measure)) {
    return `${window.constant === 'both' ? 'both took' : 'one of the two took'} the same position in all ${window.drawn.point.n} votes, which fixes this measure whatever the other did`
  }
  return Number.isNaN(window.drawn.point[measure]) ? 'the measure is undefined for these votes' : undefined
}

/** Says why a figure has no rank where its votes are too few; undefined if they are enough. */
function tooFew({ drawn, period }: VoteWindow): string | undefined {
  const { n } = drawn.point
  return n < leastCommonVotes ? tooFewVotes(n, period) : undefined
}

/** Returns every measure of the pair in a window; unknown where the votes are insufficient. */
export function voteLevels(now: VoteWindow): Estimate[] {
  const { drawn } = now
  return shown.map(([measure, text, unit]): Estimate => {
    const subject = { id: measure, label: text, unit, period: now.period }
    const reason = mute(measure, now)
    if (reason !== undefined) return unknown(subject, reason)
    return {
      ...subject,
      state: 'observed',
      value: drawn.point[measure],
      interval: intervalOf(now, measure, unit),
      method: `${drawn.point.n} recorded votes in which both had a position; ${unit === 'share' ? "Wilson's interval" : `bootstrap over roll calls, ${drawn.draws} draws, seed ${drawn.seed}`}`,
      evidence: now.common,
    }
  })
}

/** Returns the interval of a measure. Shares get a Wilson interval, which keeps its width at 0 and 100 %. */
function intervalOf(window: VoteWindow, measure: MeasureName, unit: string): Exclude<Interval, 'exact'> {
  const { drawn } = window
  if (unit === 'share') return { level: 0.9, ...wilson(drawn.point[measure], drawn.point.n), kind: 'binomial' }
  return drawn.interval(measure)
}

/**
 * Returns the percentiles of the default measure and of agreement among all pairs with common votes, and the percentiles of the
 * interval ends.
 */
export function votePercentiles(now: VoteWindow): Estimate[] {
  return (['kappa_quadratic', 'agreement'] as const).map((measure): Estimate => {
    const subject = { id: `${measure}.percentile`, label: 'percentile among all pairs', unit: 'percentile', period: now.period }
    const reason = mute(measure, now) ?? tooFew(now)
    if (reason !== undefined) return unknown(subject, reason)
    const { pairs, rankOf } = now.ranks(measure)
    const { low, high } = intervalOf(now, measure, measure === 'agreement' ? 'share' : 'index')
    return {
      ...subject,
      state: 'observed',
      value: rankOf(now.drawn.point[measure]),
      interval: {
        level: 0.9,
        low: rankOf(low),
        high: rankOf(high),
        kind: measure === 'agreement' ? 'binomial' : 'bootstrap',
      },
      method: `mid-rank among the ${pairs.toLocaleString('en-US')} pairs with at least ${leastCommonVotes} votes in common for which it is defined; the ends are where the ends of its interval would stand`,
      evidence: now.rollCalls,
    }
  })
}

/** Returns the change in kappa and agreement since an earlier window. */
export function voteChanges(now: VoteWindow, before: VoteWindow | undefined, since: string): Estimate[] {
  return (['kappa_quadratic', 'agreement'] as const).map((measure): Estimate => {
    const unit = measure === 'agreement' ? 'share' : 'index'
    const subject = { id: `${measure}.change`, label: `change since ${since}`, unit, period: `${since}/${now.period}` }
    if (before === undefined) return unknown(subject, `no votes in common in ${since}`)
    const reason = mute(measure, now) ?? mute(measure, before)
    if (reason !== undefined) return unknown(subject, reason)
    return changeOf(subject, measure, now, before)
  })
}

function changeOf(
  subject: { id: string; label: string; unit: string; period: string },
  measure: MeasureName,
  now: VoteWindow,
  before: VoteWindow,
): Known {
  const [late, early] = [now.drawn.point, before.drawn.point]
  return {
    ...subject,
    state: 'observed',
    value: late[measure] - early[measure],
    interval: bootstrappedDifference(now.drawn, before.drawn, measure),
    method: `${now.period} (${late.n} votes) less ${before.period} (${twoDecimals(early[measure])}, ${early.n} votes); interval from independent draws of both`,
    evidence: [...now.common, ...before.common],
  }
}
