import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { Judgement, KeyGap, Signpost } from '../forms/judgement-form.ts'
import { chanceOfMajority, type JointChance, jointSideOfMedian, jointTrend, likelihoodWord } from '../forms/likelihood.ts'
import { formatFigure, formatPercentile, formatShare, joinedWords, signed } from '../forms/wording.ts'
import { windowWords } from '../votes/vote-window.ts'
import {
  areStates,
  confidenceOf,
  domainOf,
  estimateOf,
  type FigureSpread,
  type Findings,
  figureAge,
  figureSpread,
  type Grounds,
  likelierClause,
  likelihoodSentence,
  nextWholePercentile,
  partyNames,
  type QuestionResult,
  thresholdOn,
} from './judgement-parts.ts'

const fewVotes = 50
const oldYears = 3
/** With a lower joint probability no statement on both measures is possible, because the change or difference is not statistically distinguishable. */
const leastSaid = 0.45
const others = 'on another set of like votes of the same number'

/** Judges whether they vote more or less similarly than the median pair, but only where kappa and plain agreement fall on the same side. */
export function judgeVotingSimilarity(findings: Findings): QuestionResult {
  const id = 'votes-alike'
  const missing = 'whether they vote more alike than the median pair'
  const [kappaFound, agreementFound] = ['kappa_quadratic.percentile', 'agreement.percentile'].map((one) => estimateOf(findings, one))
  const [kappa, agreement] = [figureSpread(kappaFound), figureSpread(agreementFound)]
  if (kappa === undefined || agreement === undefined) return { gaps: noVotes(findings, id, missing, kappaFound) }
  const found = jointSideOfMedian(kappa, agreement)
  const stood = `percentile of kappa ${formatPercentile(kappa.value)} (${range(kappa)}), of plain agreement ${formatPercentile(agreement.value)} (${range(agreement)})`
  if (found === undefined || found.low < leastSaid) return { gaps: [undecided(findings, id, missing, stood, found === undefined)] }
  const { known } = kappa
  const said = saidOfBoth(
    found,
    `in votes like those ${within(known)} in the UN General Assembly, ${partyNames(findings)} stand ${found.above ? 'closer together' : 'further apart'} than the median pair of states, by kappa and by plain agreement`,
  )
  return {
    gaps: [],
    judgement: {
      id,
      title: 'votes against those of the median pair',
      domains: ['diplomacy'],
      ...said,
      how: `${stood}; chance that ${others} both fall on the same side of 50: the smaller of the two chances`,
      confidence: confidenceOf(
        votesBehind(findings, estimateOf(findings, 'kappa_quadratic') as Known, together(found, idealPointsBeside(findings, found.above))),
      ),
      raises: signOf(
        findings,
        known,
        found.above ? { above: nextWholePercentile(known.value, true) } : { below: nextWholePercentile(known.value, false) },
        'the percentile of kappa',
      ),
      lowers: signOf(findings, known, found.above ? { below: 50 } : { above: 50 }, 'the percentile of kappa'),
      basis: [known.id, agreement.known.id],
    },
  }
}

/** Judges whether they take the same position in more than half of the recorded votes. */
export function judgeVotingMajority(findings: Findings): QuestionResult {
  const spread = figureSpread(estimateOf(findings, 'agreement'))
  const above = spread && chanceOfMajority(spread)
  if (spread === undefined || above === undefined) return { gaps: [] }
  const { known } = spread
  const clause = (share: string): string =>
    `in votes like those ${within(known)}, ${partyNames(findings)} take the same position in ${share} than half of all`
  const { yes, ...said } = likelierClause(above, clause('more'), clause('fewer'))
  return {
    gaps: [],
    judgement: {
      id: 'votes-same-position',
      title: 'same position in most votes',
      domains: ['diplomacy'],
      ...said,
      how: `chance that ${others} the share of same positions, ${formatShare(known.value)} (${range(spread)}), falls on the same side of a half`,
      confidence: confidenceOf(votesBehind(findings, known, { strengths: [], doubts: [] })),
      raises: signOf(findings, known, yes ? { above: known.value } : { below: known.value }, 'the share of same positions'),
      lowers: signOf(findings, known, yes ? { below: 0.5 } : { above: 0.5 }, 'the share of same positions'),
      basis: [known.id],
    },
  }
}

/** Judges whether their votes are closer or further apart than ten years earlier, but only where kappa and agreement changed in the same direction. */
export function judgeVotingTrend(findings: Findings): QuestionResult {
  const id = 'votes-closer'
  const missing = 'whether votes brought them closer in ten years'
  const [kappaFound, agreementFound] = ['kappa_quadratic.change', 'agreement.change'].map((one) => estimateOf(findings, one))
  const [kappa, agreement] = [figureSpread(kappaFound), figureSpread(agreementFound)]
  if (kappa === undefined || agreement === undefined) return { gaps: noVotes(findings, id, missing, kappaFound) }
  const found = jointTrend(kappa, agreement)
  const moved = `kappa ${signed(kappa.value, 'index')} (${range(kappa)}), same positions ${points(agreement.value)} (${points(agreement.low)} to ${points(agreement.high)})`
  if (found === undefined || found.low < leastSaid) return { gaps: [undecided(findings, id, missing, moved, found === undefined)] }
  const { known } = kappa
  const [since, until] = spanOf(known)
  const said = saidOfBoth(
    found,
    `votes in the UN General Assembly put ${partyNames(findings)} ${found.above ? 'closer together' : 'further apart'} in ${until} than in ${since}, by kappa and by plain agreement`,
  )
  return {
    gaps: [],
    judgement: {
      id,
      title: 'votes against those of ten years before',
      domains: ['diplomacy'],
      ...said,
      how: `${moved}; chance that ${others} in both years both move the same way: at least the product of the two chances, at most the smaller`,
      confidence: confidenceOf(votesBehind(findings, known, together(found, { strengths: [], doubts: [] }))),
      raises: signOf(findings, known, found.above ? { above: known.value } : { below: known.value }, 'the ten-year change of kappa'),
      lowers: signOf(findings, known, found.above ? { below: 0 } : { above: 0 }, 'the ten-year change of kappa'),
      basis: [known.id, agreement.known.id],
    },
  }
}

/** Words a judgement on both measures; its word follows the lower, more cautious end of the range. */
function saidOfBoth({ low, high }: JointChance, clause: string): Pick<Judgement, 'statement' | 'word' | 'probability'> {
  const word = likelihoodWord(low)
  return { statement: likelihoodSentence(word, clause), word, probability: { value: low, low, high } }
}

function together({ low, high }: JointChance, more: Grounds): Grounds {
  const apart = likelihoodWord(low) !== likelihoodWord(high)
  return {
    strengths: ['kappa and plain agreement point the same way', ...more.strengths],
    doubts: [...(apart ? ['how closely the two measures hang together decides between two words'] : []), ...more.doubts],
  }
}

/** Returns the strengths and doubts that follow from the number and age of the votes behind a figure, with further grounds. */
function votesBehind({ to }: Findings, known: Known, more: Grounds): Grounds {
  const counts = known.method.match(/(?<![\d,])[\d,]+(?= (?:recorded )?votes)/g)?.map((text) => Number(text.replace(/,/g, ''))) ?? []
  const least = Math.min(...counts)
  const age = figureAge(known, to)
  return {
    strengths: [
      `it rests on the UN’s own record${counts.length === 0 ? '' : `, ${joinedWords(counts.map(String))} votes in which both took part`}`,
      ...more.strengths,
    ],
    doubts: [
      ...(least < fewVotes ? [`${least} votes are few`] : []),
      ...(beforeTested(known) ? ['before 1980 such judgements came true less often than their word says'] : []),
      ...(age > oldYears ? [`the votes are ${age} years old`] : []),
      ...more.doubts,
    ],
  }
}

/** Whether the figure predates 1980, the first year for which docs/measures/likelihood-words.md confirms the words of likelihood. */
const beforeTested = ({ period }: Known): boolean => Number(period.split('/').at(-1)!.slice(0, 4)) < 1980

/** Says, as a ground for or against a judgement, whether the ideal-point distance puts the pair on the same side of the median. */
function idealPointsBeside(findings: Findings, closerThanMost: boolean): Grounds {
  const ideal = estimateOf(findings, 'ideal_point_distance.percentile')
  if (ideal === undefined || !isKnown(ideal)) return { strengths: [], doubts: [] }
  return ideal.value < 50 === closerThanMost
    ? { strengths: ['so does the distance of their ideal points'], doubts: [] }
    : { strengths: [], doubts: [`their ideal points lie further apart than those of ${formatPercentile(ideal.value)} % of pairs`] }
}

/** Makes an observation to look for in the next edition of the votes: the figure above or below a threshold. */
function signOf(findings: Findings, { id, unit, value }: Known, bound: { above: number } | { below: number }, name: string): Signpost {
  const [way, at] = 'above' in bound ? ['above', bound.above] : ['below', bound.below]
  const said = (one: number): string => (id === 'agreement.change' ? points(one) : formatFigure(one, unit))
  return {
    says: `${name} ${way} ${said(at)} in a later year (now ${said(value)})`,
    watch: thresholdOn(findings, `${id} ${way} ${said(at)}`, id, bound),
  }
}

function noVotes(findings: Findings, judgement: string, missing: string, found: Estimate | undefined): KeyGap[] {
  if (found === undefined && domainOf(findings, 'diplomacy')?.state !== 'observed') return []
  const why = found !== undefined && 'reason' in found ? found.reason : 'these votes give no interval'
  return [
    {
      id: `no-${judgement}`,
      domains: ['diplomacy'],
      missing,
      why,
      fill: yearByYear(findings),
      judgement,
    },
  ]
}

function undecided(findings: Findings, judgement: string, missing: string, stood: string, apart: boolean): KeyGap {
  return {
    id: `no-${judgement}`,
    domains: ['diplomacy'],
    missing,
    why: `these votes cannot tell: ${stood}${apart ? ', which point different ways' : ''}`,
    fill: yearByYear(findings),
    judgement,
  }
}

/** Returns the command that shows more votes: every year for a pair of states, a longer window for a bloc. */
function yearByYear(findings: Findings): string {
  const { a, b, to } = findings
  return areStates(findings)
    ? `visavis measure similarity ${a.iso3} ${b.iso3} --by year`
    : `visavis assess ${a.iso3} ${b.iso3} --from ${Number(to.slice(0, 4)) - 4}`
}

const range = ({ low, high, known: { unit } }: FigureSpread): string => `${formatFigure(low, unit)} to ${formatFigure(high, unit)}`
const points = (share: number): string => signed(share, 'share').replaceAll(' %', ' pp')

/** Writes a figure's period in a sentence: `in 2025`, `from 2016 to 2020`. */
function within({ period }: Known): string {
  const text = windowWords(period)
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Returns the first and last period of a change: two years (`2015/2025`) or two windows. */
function spanOf({ period }: Known): [string, string] {
  const parts = period.split('/')
  const half = parts.length / 2
  return [parts.slice(0, half).join(' to '), parts.slice(half).join(' to ')]
}
