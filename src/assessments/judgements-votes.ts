import { type Estimate, isKnown, type Known } from '../store/index.ts'
import {
  ageOf,
  areStates,
  confidenceOf,
  domainOf,
  eitherWay,
  estimateOf,
  type Findings,
  type Grounds,
  type Judged,
  namesOf,
  type SpreadOf,
  spreadOf,
  thresholdOn,
  withWord,
} from './judgement.ts'
import type { KeyGap, Sign } from './judgement-form.ts'
import { chanceAboveMedian, chanceOfMost, closer, likelihoodWord } from './likelihood.ts'
import { figure, listed, percent, percentile, signed } from './phrases.ts'
import { spoken } from './vote-window.ts'

const fewVotes = 50
const oldYears = 3
const others = 'on another set of like votes of the same number'

/** Whether they vote more or less alike than the median pair, by kappa. */
export function alikeOrNot(findings: Findings): Judged {
  const id = 'votes-alike'
  const found = estimateOf(findings, 'kappa_quadratic.percentile')
  const spread = spreadOf(found)
  const above = spread && chanceAboveMedian(spread)
  if (spread === undefined || above === undefined)
    return { gaps: noVotes(findings, id, 'whether they vote more alike than most pairs', found) }
  const { known } = spread
  const clause = (way: string): string =>
    `in votes like those ${within(known)} in the UN General Assembly, ${namesOf(findings)} stand ${way} than the median pair of states, the voting habits of each allowed for`
  const { yes, ...said } = eitherWay(above, clause('closer together'), clause('further apart'))
  const further = yes ? { above: Math.ceil(known.value) } : { below: Math.floor(known.value) }
  return {
    gaps: [],
    judgement: {
      id,
      title: 'votes against those of the median pair',
      domains: ['diplomacy'],
      ...said,
      how: `chance that ${others} the percentile of kappa, ${percentile(known.value)} (${range(spread)}), falls on the same side of 50`,
      confidence: confidenceOf(votesBehind(findings, estimateOf(findings, 'kappa_quadratic') as Known, rivalsOf(findings, yes))),
      raises: signOf(findings, known, further, 'the percentile of kappa'),
      lowers: signOf(findings, known, yes ? { below: 50 } : { above: 50 }, 'the percentile of kappa'),
      basis: ['kappa_quadratic', known.id],
    },
  }
}

/** Whether they take the same position in most recorded votes. */
export function samePositionOrNot(findings: Findings): Judged {
  const spread = spreadOf(estimateOf(findings, 'agreement'))
  const above = spread && chanceOfMost(spread)
  if (spread === undefined || above === undefined) return { gaps: [] }
  const { known } = spread
  const clause = (share: string): string =>
    `in votes like those ${within(known)}, ${namesOf(findings)} take the same position in ${share} than half of all`
  const { yes, ...said } = eitherWay(above, clause('more'), clause('fewer'))
  return {
    gaps: [],
    judgement: {
      id: 'votes-same-position',
      title: 'same position in most votes',
      domains: ['diplomacy'],
      ...said,
      how: `chance that ${others} the share of same positions, ${percent(known.value)} (${range(spread)}), falls on the same side of a half`,
      confidence: confidenceOf(votesBehind(findings, known, { strengths: [], doubts: [] })),
      raises: signOf(findings, known, yes ? { above: known.value } : { below: known.value }, 'the share of same positions'),
      lowers: signOf(findings, known, yes ? { below: 0.5 } : { above: 0.5 }, 'the share of same positions'),
      basis: [known.id],
    },
  }
}

/** Whether votes show them closer or further apart than ten years before: only where kappa and agreement point the same way. */
export function closerOrNot(findings: Findings): Judged {
  const id = 'votes-closer'
  const [kappaFound, agreementFound] = ['kappa_quadratic.change', 'agreement.change'].map((one) => estimateOf(findings, one))
  const [kappa, agreement] = [spreadOf(kappaFound), spreadOf(agreementFound)]
  if (kappa === undefined || agreement === undefined)
    return { gaps: noVotes(findings, id, 'whether votes brought them closer in ten years', kappaFound) }
  const found = closer(kappa, agreement)
  const moved = `kappa ${signed(kappa.value, 'index')} (${range(kappa)}), same positions ${points(agreement.value)} (${points(agreement.low)} to ${points(agreement.high)})`
  if (found === undefined || found.low < 0.45) return { gaps: [undecided(findings, id, moved, found === undefined)] }
  const { known } = kappa
  const [since, until] = spanOf(known)
  const word = likelihoodWord(found.low)
  return {
    gaps: [],
    judgement: {
      id,
      title: 'votes against those of ten years before',
      domains: ['diplomacy'],
      statement: withWord(
        word,
        `votes in the UN General Assembly put ${namesOf(findings)} ${found.rose ? 'closer together' : 'further apart'} in ${until} than in ${since}, by kappa and by plain agreement`,
      ),
      word,
      probability: { value: found.low, low: found.low, high: found.high },
      how: `${moved}; chance that ${others} in both years both move the same way: at least the product of the two chances, at most the smaller`,
      confidence: confidenceOf(votesBehind(findings, known, { strengths: ['kappa and plain agreement point the same way'], doubts: [] })),
      raises: signOf(findings, known, found.rose ? { above: known.value } : { below: known.value }, 'the ten-year change of kappa'),
      lowers: signOf(findings, known, found.rose ? { below: 0 } : { above: 0 }, 'the ten-year change of kappa'),
      basis: [known.id, agreement.known.id],
    },
  }
}

/** What votes a figure rests on, how many and how old, and what else bears on it. */
function votesBehind({ to }: Findings, known: Known, more: Grounds): Grounds {
  const counts = known.method.match(/[\d,]+(?= (?:recorded )?votes)/g)?.map((text) => Number(text.replace(/,/g, ''))) ?? []
  const least = Math.min(...counts)
  const age = ageOf(known, to)
  return {
    strengths: [
      `it rests on the UN’s own record${counts.length === 0 ? '' : `, ${listed(counts.map(String))} votes in which both took part`}`,
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

/** Before the years for which docs/measures/likelihood-words.md finds that the words hold. */
const beforeTested = ({ period }: Known): boolean => Number(period.split('/').at(-1)!.slice(0, 4)) < 1980

/** Whether plain agreement and ideal points put the pair on the same side of the median. */
function rivalsOf(findings: Findings, closerThanMost: boolean): Grounds {
  const agreement = estimateOf(findings, 'agreement.percentile')
  const ideal = estimateOf(findings, 'ideal_point_distance.percentile')
  const sides: [string, boolean][] = [
    ...(known(agreement) ? [['plain agreement', agreement.value > 50] as [string, boolean]] : []),
    ...(known(ideal) ? [['the distance of ideal points', ideal.value < 50] as [string, boolean]] : []),
  ]
  const against = sides.filter(([, side]) => side !== closerThanMost).map(([name]) => name)
  if (sides.length === 0) return { strengths: [], doubts: [] }
  if (against.length === 0)
    return { strengths: [`${listed(sides.map(([name]) => name))} put${sides.length === 1 ? 's' : ''} them on the same side`], doubts: [] }
  return { strengths: [], doubts: [`${listed(against)} put${against.length === 1 ? 's' : ''} them on the other side of the median`] }
}

const known = (estimate: Estimate | undefined): estimate is Known => estimate !== undefined && isKnown(estimate)

/** A figure beyond a bound: what to look for in the next edition of the votes. */
function signOf(findings: Findings, { id, unit, value }: Known, bound: { above: number } | { below: number }, name: string): Sign {
  const [way, at] = 'above' in bound ? ['above', bound.above] : ['below', bound.below]
  const said = (one: number): string => (id === 'agreement.change' ? points(one) : figure(one, unit))
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

function undecided(findings: Findings, judgement: string, moved: string, apart: boolean): KeyGap {
  return {
    id: `no-${judgement}`,
    domains: ['diplomacy'],
    missing: 'whether votes brought them closer in ten years',
    why: `these votes cannot tell: ${moved}${apart ? ', which point different ways' : ''}`,
    fill: yearByYear(findings),
    judgement,
  }
}

/** Where more votes are: every year of a pair; of a bloc, a longer window. */
function yearByYear(findings: Findings): string {
  const { a, b, to } = findings
  return areStates(findings)
    ? `visavis measure similarity ${a.iso3} ${b.iso3} --by year`
    : `visavis assess ${a.iso3} ${b.iso3} --from ${Number(to.slice(0, 4)) - 4}`
}

const range = ({ low, high, known: { unit } }: SpreadOf): string => `${figure(low, unit)} to ${figure(high, unit)}`
const points = (share: number): string => signed(share, 'share').replaceAll(' %', ' pp')

/** `in 2025`, `from 2016 to 2020`. */
function within({ period }: Known): string {
  const text = spoken(period)
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** First and last period of a change between years: `2015/2025`; of windows: as they stand. */
function spanOf({ period }: Known): [string, string] {
  const parts = period.split('/')
  const half = parts.length / 2
  return [parts.slice(0, half).join(' to '), parts.slice(half).join(' to ')]
}
