import type { Known } from '../../store/index.ts'
import type { KeyGap, Signpost } from '../forms/judgement-form.ts'
import { chanceAbove, chanceAboveMedian } from '../forms/likelihood.ts'
import { formatPercentile, inSentence, twoDecimals } from '../forms/wording.ts'
import {
  confidenceOf,
  domainOf,
  estimateOf,
  type FigureSpread,
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
  // the summary says of such a place that it is open
  if (low <= 50 && high >= 50) return { gaps: [openPlace(findings, spread)] }
  const clause = (way: string): string =>
    `in General Debate speeches like those of ${years(known.period)}, ${partyNames(findings)} are ${way} alike in their words than the median pair of states`
  const { yes, ...said } = likelierClause(above, clause('more'), clause('less'))
  const sign = (upward: boolean, at: number): Signpost =>
    thresholdSignpost(
      findings,
      known.id,
      `the percentile of the similarity of speeches ${upward ? 'above' : 'below'} ${formatPercentile(at)} in later sessions`,
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
      how: `place ${placeText(spread)} among all pairs; chance that other sentences of the same speakers would put it on the same side of the middle`,
      confidence: confidenceOf(grounds(findings, known, [])),
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
  if (low <= 0 && high >= 0) return { gaps: [noChange(findings, spread)] }
  const clause = (way: string): string =>
    `the General Debate speeches of ${partyNames(findings)} have become ${way} alike in their words in ten years`
  const { yes, ...said } = likelierClause(above, clause('more'), clause('less'))
  const sign = (upward: boolean, at: number): Signpost =>
    thresholdSignpost(
      findings,
      known.id,
      `a ten-year change of the similarity of speeches ${upward ? 'above' : 'below'} ${twoDecimals(at)} in later sessions`,
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
      confidence: confidenceOf(grounds(findings, known, placeDoubts(findings, yes))),
      raises: sign(yes, value),
      lowers: sign(!yes, 0),
      basis: ['speech_similarity', known.id],
    },
  }
}

function grounds(findings: Findings, known: Known, more: readonly string[]): Grounds {
  const [age, sessions] = [figureAge(known, findings.to), sessionsBehind(findings)]
  return {
    strengths: [`it rests on the speeches of both in ${sessions === 1 ? 'one session' : `${sessions === 2 ? 'two' : 'three'} sessions`}`],
    doubts: [
      'words alike need not mean alike, and no rival measure stands beside this one',
      ...more,
      ...(age > oldYears ? [`the speeches are ${age} years old`] : []),
    ],
  }
}

/** Counts the sessions of the latest figure in which both spoke; the first and last year of its period do not show one that is missing. */
function sessionsBehind(findings: Findings): number {
  const level = estimateOf(findings, 'speech_similarity')
  const [first, last] = (level?.period ?? '').split('/').map(Number)
  const all = domainOf(findings, 'narrative')?.estimates ?? []
  return all.filter(({ id, period }) => id === 'speech_similarity.series' && Number(period) >= first! && Number(period) <= (last ?? first!))
    .length
}

/** Says where the place among the pairs held at both ends did not clearly move the same way: all speeches may have become more or less alike. */
function placeDoubts(findings: Findings, more: boolean): string[] {
  const place = figureSpread(estimateOf(findings, 'speech_similarity_place.change'))
  if (place === undefined || (more ? place.low > 0 : place.high < 0)) return []
  return ['their place among the pairs held at both ends has not clearly moved the same way']
}

function placeText({ value, low, high }: FigureSpread): string {
  return `${formatPercentile(value)} (${formatPercentile(low)} to ${formatPercentile(high)})`
}

/** Returns the gap of a place that may lie on either side of the middle. */
function openPlace(findings: Findings, spread: FigureSpread): KeyGap {
  return {
    ...{ id: 'no-speeches-alike', domains: ['narrative'], judgement: 'speeches-alike', fill: laterSpeeches(findings) },
    missing: 'whether their speeches are more or less alike than those of most pairs',
    why: `their place among all pairs in ${years(spread.known.period)} is ${placeText(spread)}, and may lie on either side of the middle`,
  }
}

/** Returns the gap of a change that may be none. */
function noChange(findings: Findings, { value, low, high }: FigureSpread): KeyGap {
  return {
    ...{ id: 'no-speeches-closer', domains: ['narrative'], judgement: 'speeches-closer', fill: laterSpeeches(findings) },
    missing: 'whether their speeches have become more alike in ten years',
    why: `the change of their similarity ${twoDecimals(value)} (${twoDecimals(low)} to ${twoDecimals(high)}) may be no change at all`,
  }
}

function laterSpeeches({ a, b }: Findings): string {
  return `the speeches of later sessions of ${inSentence(a.name)} and ${inSentence(b.name)}`
}

/** Writes a figure's period as `2022 to 2024`. */
function years(period: string): string {
  const [first, last] = period.split('/').map((part) => part.slice(0, 4))
  return last === undefined || last === first ? first! : `${first} to ${last}`
}
