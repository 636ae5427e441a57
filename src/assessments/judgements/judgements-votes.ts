import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { KeyGap, Signpost } from '../forms/judgement-form.ts'
import { chanceOfPlaceAboveMedian, chanceOfRise } from '../forms/likelihood.ts'
import { formatFigure, formatPercentile, joinedWords, signed } from '../forms/wording.ts'
import { isMoveDisputed, rivalPlaces, rivalsAcross } from '../votes/rival-places.ts'
import { sessionWords } from '../votes/vote-place-figures.ts'
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
  nextWholePercentile,
  partyNames,
  type QuestionResult,
  thresholdOn,
} from './judgement-parts.ts'

const fewVotes = 50
const oldYears = 3
const others = 'on another set of like votes of the same number'

/** Judges whether they vote closer together or further apart than the median pair, by the pair's place among all pairs. */
export function judgeVotingSimilarity(findings: Findings): QuestionResult {
  const id = 'votes-alike'
  const missing = 'whether they vote closer than the median pair'
  const found = estimateOf(findings, 'vote-place.percentile') ?? estimateOf(findings, 'vote-place')
  const place = figureSpread(found)
  const above = place && chanceOfPlaceAboveMedian(place)
  if (place === undefined || above === undefined) return { gaps: noVotes(findings, id, missing, found) }
  const stood = `place ${formatPercentile(place.value)} (${range(place)}) among all pairs`
  // the summary calls such a place the middle
  if (place.low < 50 && place.high > 50) return { gaps: [undecided(findings, id, missing, stood)] }
  const across = rivalsAcross(place.value, rivalPlaces(domainOf(findings, 'diplomacy')?.estimates ?? []))
  if (across.length > 0)
    return {
      gaps: [undecided(findings, id, missing, `${stood}, and on the other side by ${joinedWords(across.map(({ name }) => name))}`)],
    }
  const clause = (way: string): string =>
    `on world issues, in votes like those of ${sessionsOf(place.known)} in the UN General Assembly, ${partyNames(findings)} stand ${way} than the median pair of states`
  const { yes, ...said } = likelierClause(above, clause('closer together'), clause('further apart'))
  return {
    gaps: [],
    judgement: {
      id,
      title: 'votes against those of the median pair',
      domains: ['diplomacy'],
      ...said,
      how: `${stood}; chance that ${others} it falls on the same side of 50`,
      confidence: confidenceOf(votesBehind(findings, estimateOf(findings, 'vote-place') as Known, rivals(findings, yes))),
      raises: signOf(
        findings,
        place.known,
        yes ? { above: nextWholePercentile(place.value, true) } : { below: nextWholePercentile(place.value, false) },
        'their place among all pairs',
      ),
      lowers: signOf(findings, place.known, yes ? { below: 50 } : { above: 50 }, 'their place among all pairs'),
      basis: [place.known.id],
    },
  }
}

/** Judges whether their place among all pairs rose or fell over ten sessions: all pairs vote on the same agenda, so its changes do not matter. */
export function judgeVotingTrend(findings: Findings): QuestionResult {
  const id = 'votes-closer'
  const missing = 'whether votes brought them closer in ten sessions'
  const found = estimateOf(findings, 'vote-place.change')
  const change = figureSpread(found)
  const above = change && chanceOfRise(change)
  if (change === undefined || above === undefined) return { gaps: noVotes(findings, id, missing, found) }
  const moved = `change of their place ${points(change.value)} (${points(change.low)} to ${points(change.high)})`
  // the summary calls such a change unclear
  if (change.low <= 0 && change.high >= 0) return { gaps: [undecided(findings, id, missing, moved)] }
  if (isMoveDisputed(change.value, domainOf(findings, 'diplomacy')?.estimates ?? []))
    return { gaps: [undecided(findings, id, missing, `${moved}, and their ideal points moved the other way`)] }
  const clause = (way: string): string =>
    `among all pairs of states, votes in the UN General Assembly put ${partyNames(findings)} ${way} in ${sessionsOf(change.known)} than ten sessions before`
  const { yes, ...said } = likelierClause(above, clause('closer together'), clause('further apart'))
  return {
    gaps: [],
    judgement: {
      id,
      title: 'votes against those of ten sessions before',
      domains: ['diplomacy'],
      ...said,
      how: `${moved}; chance that ${others} in both windows it moves the same way`,
      confidence: confidenceOf(votesBehind(findings, change.known, { strengths: [], doubts: [] })),
      raises: signOf(findings, change.known, yes ? { above: change.value } : { below: change.value }, 'the change of their place'),
      lowers: signOf(findings, change.known, yes ? { below: 0 } : { above: 0 }, 'the change of their place'),
      basis: [change.known.id],
    },
  }
}

/** Says, as grounds for or against, on which side of the median rival measures have the pair. */
function rivals(findings: Findings, closer: boolean): Grounds {
  const sides = [
    ['kappa_quadratic.percentile', 'kappa', false],
    ['ideal_point_distance.percentile', 'the distance of their ideal points', true],
  ] as const
  const told = sides.flatMap(([id, name, reversed]) => {
    const rank = estimateOf(findings, id)
    return rank !== undefined && isKnown(rank) ? [{ name, same: (rank.value > 50 !== reversed) === closer }] : []
  })
  const [agree, differ] = [told.filter(({ same }) => same), told.filter(({ same }) => !same)]
  return {
    strengths: agree.length === 0 ? [] : [`${joinedWords(agree.map(({ name }) => name))} ${agree.length === 1 ? 'says' : 'say'} the same`],
    doubts:
      differ.length === 0
        ? []
        : [`${joinedWords(differ.map(({ name }) => name))} ${differ.length === 1 ? 'puts' : 'put'} them on the other side`],
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

/** Makes an observation to look for in the next edition of the votes: the figure above or below a threshold. */
function signOf(findings: Findings, { id, unit, value }: Known, bound: { above: number } | { below: number }, name: string): Signpost {
  const [way, at] = 'above' in bound ? ['above', bound.above] : ['below', bound.below]
  const said = (one: number): string => (id === 'vote-place.change' ? points(one) : formatFigure(one, unit))
  return {
    says: `${name} ${way} ${said(at)} in a later session (now ${said(value)})`,
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

function undecided(findings: Findings, judgement: string, missing: string, stood: string): KeyGap {
  return {
    id: `no-${judgement}`,
    domains: ['diplomacy'],
    missing,
    why: `these votes do not decide it: ${stood}`,
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

/** Writes the sessions of a figure, or of the later end of a change: `the sessions of 2023 to 2025`. */
function sessionsOf({ period }: Known): string {
  const [from, to] = period.split('/').slice(-2)
  return `the ${sessionWords({ first: Number(from!.slice(0, 4)) - 1945, last: Number(to!.slice(0, 4)) - 1946 })}`
}
