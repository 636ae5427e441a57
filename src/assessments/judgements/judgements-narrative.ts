import type { Signpost } from '../forms/judgement-form.ts'
import { chanceAbove, chanceAboveMedian } from '../forms/likelihood.ts'
import { formatPercentile, twoDecimals } from '../forms/wording.ts'
import {
  confidenceOf,
  estimateOf,
  type Findings,
  figureAge,
  figureSpread,
  type Grounds,
  likelierClause,
  nextWholePercentile,
  partyNames,
  type QuestionResult,
  thresholdSignpost,
} from './judgement-parts.ts'

const oldYears = 3
/** Speeches that are older say nothing of today. */
const tooOld = 10

/** Judges whether their speeches are more or less similar than those of the median pair. */
export function judgeSpeechSimilarity(findings: Findings): QuestionResult {
  const spread = figureSpread(estimateOf(findings, 'speech_similarity.percentile'))
  const above = spread && chanceAboveMedian(spread)
  if (spread === undefined || above === undefined || figureAge(spread.known, findings.to) > tooOld) return { gaps: [] }
  const { known, value, low, high } = spread
  const clause = (way: string): string =>
    `in General Debate speeches like those of ${years(known.period)}, ${partyNames(findings)} are ${way} alike in their words than the median pair of states`
  const { yes, ...said } = likelierClause(above, clause('more'), clause('less'))
  const sign = (upward: boolean, at: number): Signpost =>
    thresholdSignpost(
      findings,
      known.id,
      `the percentile of the similarity of speeches ${upward ? 'above' : 'below'} ${formatPercentile(at)} in later sessions (now ${formatPercentile(value)})`,
      upward,
      at,
      formatPercentile(at),
    )
  return {
    gaps: [],
    judgement: {
      id: 'speeches-alike',
      title: 'speeches against those of the median pair',
      domains: ['narrative'],
      ...said,
      how: `chance that with other sentences of like speeches the percentile, ${formatPercentile(value)} (${formatPercentile(low)} to ${formatPercentile(high)}), falls on the same side of 50`,
      confidence: confidenceOf(grounds(figureAge(known, findings.to))),
      raises: sign(yes, nextWholePercentile(value, yes)),
      lowers: sign(!yes, 50),
      basis: ['speech_similarity', known.id],
    },
  }
}

/** Judges whether their speeches have become more or less similar in ten years. */
export function judgeSpeechTrend(findings: Findings): QuestionResult {
  const spread = figureSpread(estimateOf(findings, 'speech_similarity.change'))
  const above = spread && chanceAbove(spread, 0, { widen: 1, tails: 'heavy' })
  if (spread === undefined || above === undefined || figureAge(spread.known, findings.to) > tooOld) return { gaps: [] }
  const { known, value, low, high } = spread
  const clause = (way: string): string =>
    `the General Debate speeches of ${partyNames(findings)} have become ${way} alike in their words in ten years`
  const { yes, ...said } = likelierClause(above, clause('more'), clause('less'))
  const sign = (upward: boolean, at: number): Signpost =>
    thresholdSignpost(
      findings,
      known.id,
      `a ten-year change of the similarity of speeches ${upward ? 'above' : 'below'} ${twoDecimals(at)} in later sessions (now ${twoDecimals(value)})`,
      upward,
      at,
      twoDecimals(at),
    )
  return {
    gaps: [],
    judgement: {
      id: 'speeches-closer',
      title: 'speeches against those of ten years before',
      domains: ['narrative'],
      ...said,
      how: `from the change of their similarity, ${twoDecimals(value)} (${twoDecimals(low)} to ${twoDecimals(high)}), its error taken with heavy tails`,
      confidence: confidenceOf(grounds(figureAge(known, findings.to))),
      raises: sign(yes, value),
      lowers: sign(!yes, 0),
      basis: ['speech_similarity', known.id],
    },
  }
}

function grounds(age: number): Grounds {
  return {
    strengths: ['it rests on the speeches of both in three sessions'],
    doubts: [
      'words alike need not mean alike, and no rival measure stands beside this one',
      ...(age > oldYears ? [`the speeches are ${age} years old`] : []),
    ],
  }
}

/** Writes a figure's period as `2022 to 2024`. */
function years(period: string): string {
  const [first, last] = period.split('/').map((part) => part.slice(0, 4))
  return last === undefined || last === first ? first! : `${first} to ${last}`
}
