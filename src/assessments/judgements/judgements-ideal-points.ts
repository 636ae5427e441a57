import { isKnown } from '../../store/index.ts'
import type { Signpost } from '../forms/judgement-form.ts'
import { chanceAbove } from '../forms/likelihood.ts'
import { formatPercentile, twoDecimals } from '../forms/wording.ts'
import {
  confidenceOf,
  estimateOf,
  type Findings,
  figureAge,
  figureSpread,
  type Grounds,
  likelierClause,
  partyNames,
  type QuestionResult,
  thresholdSignpost,
} from './judgement-parts.ts'

/** Judges whether their ideal points are closer or further apart than ten sessions earlier, given the model that estimated them. */
export function judgeIdealPointTrend(findings: Findings): QuestionResult {
  const spread = figureSpread(estimateOf(findings, 'ideal_point_distance.change'))
  const above = spread && chanceAbove(spread, 0, { widen: 1, tails: 'normal' })
  if (spread === undefined || above === undefined || isUnconfirmedByPlace(findings, spread.value)) return { gaps: [] }
  const { known, value, low, high } = spread
  const sessions = known.label.match(/session (\d+)/)?.[1]
  const since = sessions === undefined ? 'ten sessions before' : `in session ${sessions}`
  const until = sessions === undefined ? '' : ` in session ${Number(sessions) + 10}`
  const clause = (way: string): string =>
    `the ideal points of ${partyNames(findings)} in the UN General Assembly lie ${way}${until} than ${since}`
  const { yes, ...said } = likelierClause(above, clause('further apart'), clause('closer together'))
  const sign = (upward: boolean, at: number): Signpost =>
    thresholdSignpost(
      findings,
      known.id,
      `a ten-session change of the distance ${upward ? 'above' : 'below'} ${twoDecimals(at)} in a later session (now ${twoDecimals(value)})`,
      upward,
      at,
      twoDecimals(at),
    )
  return {
    gaps: [],
    judgement: {
      id: 'ideal-points-closer',
      title: 'ideal points against those of ten sessions before',
      domains: ['diplomacy'],
      ...said,
      how: `from the change of their distance, ${twoDecimals(value)} (${twoDecimals(low)} to ${twoDecimals(high)}), its error taken as normal; given the model of one dimension`,
      confidence: confidenceOf(grounds(findings, figureAge(known, findings.to))),
      raises: sign(yes, value),
      lowers: sign(!yes, 0),
      basis: ['ideal_point_distance', known.id],
    },
  }
}

/**
 * Whether the place among all pairs, the headline of the page, moved the other way or did not clearly move: a pair can come closer on this one dimension only,
 * and a page must not say both.
 */
function isUnconfirmedByPlace(findings: Findings, change: number): boolean {
  const place = figureSpread(estimateOf(findings, 'vote-place.change'))
  return place !== undefined && (Math.sign(place.value) === Math.sign(change) || place.low * place.high < 0)
}

function grounds(findings: Findings, age: number): Grounds {
  const spread = estimateOf(findings, 'ideal_point_spread.percentile')
  const span = spread !== undefined && isKnown(spread) && spread.interval !== 'exact' ? spread.interval : undefined
  const wide = span !== undefined && span.low < 50 && span.high > 50
  return {
    strengths: ['it rests on the votes of all sessions on record'],
    doubts: [
      'a model of one dimension stands between the votes and the figure',
      ...(wide
        ? [
            `the ways to estimate it put their distance above that of ${formatPercentile(span.low)} to ${formatPercentile(span.high)} % of pairs`,
          ]
        : []),
      ...(age > 3 ? [`the session is ${age} years back`] : []),
    ],
  }
}
