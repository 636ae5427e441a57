import type { Estimate, Known } from '../../store/index.ts'
import type { KeyGap, Signpost } from '../forms/judgement-form.ts'
import { chanceOfPlaceAboveMedian, chanceOfRise } from '../forms/likelihood.ts'
import { formatFigure, formatPercentile, joinedWords, signed } from '../forms/wording.ts'
import {
  isMiddle,
  movesAgainst,
  type RivalMove,
  type RivalPlace,
  rivalMoves,
  rivalPlaces,
  rivalPlaceWords,
  rivalsAcross,
} from '../votes/rival-places.ts'
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

/** Judges whether they vote closer together or further apart than the median pair, by the pair's place among all pairs; none where its rivals contradict it. */
export function judgeVotingSimilarity(findings: Findings): QuestionResult {
  const id = 'votes-alike'
  const missing = 'whether they vote closer than the median pair'
  const found = estimateOf(findings, 'vote-place.percentile') ?? estimateOf(findings, 'vote-place')
  const place = figureSpread(found)
  const above = place && chanceOfPlaceAboveMedian(place)
  if (place === undefined || above === undefined) return { gaps: noVotes(findings, id, missing, found) }
  const stood = `place ${formatPercentile(place.value)} (${range(place)}) among all pairs`
  // the summary calls such a place the middle
  if (isMiddle(place)) return { gaps: [undecided(findings, id, missing, `their ${stood} may lie on either side of the middle`)] }
  const all = rivalPlaces(diplomacyOf(findings))
  const across = rivalsAcross(place, all)
  if (across.length > 0) {
    const against = `the measures disagree: ${stood}, but ${joinedWords(across.map(rivalPlaceWords))}`
    return { gaps: [undecided(findings, id, missing, against)] }
  }
  const clause = (way: string): string =>
    `${partyNames(findings)} vote ${way} in the UN General Assembly than the median pair of states, on issues like those of ${sessionsOf(place.known)}`
  const { yes, ...said } = likelierClause(above, clause('closer together'), clause('further apart'))
  return {
    gaps: [],
    judgement: {
      id,
      title: 'votes against those of the median pair',
      domains: ['diplomacy'],
      ...said,
      how: `${stood}; chance that ${others} it falls on the same side of 50`,
      confidence: confidenceOf(votesBehind(findings, estimateOf(findings, 'vote-place') as Known, groundsOfPlaces(all, yes))),
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
  // without votes the question on the place says so
  if (found === undefined) return { gaps: [] }
  const change = figureSpread(found)
  const above = change && chanceOfRise(change)
  if (change === undefined || above === undefined) return { gaps: noVotes(findings, id, missing, found) }
  const moved = `change of their place ${points(change.value)} (${points(change.low)} to ${points(change.high)})`
  // the summary calls such a change unclear
  if (change.low <= 0 && change.high >= 0) return { gaps: [undecided(findings, id, missing, `the ${moved} may be no change at all`)] }
  const against = movesAgainst(change.value, diplomacyOf(findings))
  if (against.length > 0) {
    const ways = `by ${joinedWords(against.map(({ name }) => name))} they did not move ${change.value > 0 ? 'closer' : 'apart'}`
    return { gaps: [undecided(findings, id, missing, `the measures disagree: ${moved}, but ${ways}`)] }
  }
  const clause = (way: string): string =>
    `${partyNames(findings)} rank ${way} among all pairs of states by votes in the UN General Assembly in ${sessionsOf(change.known)} than ten sessions before`
  const { yes, ...said } = likelierClause(above, clause('closer together'), clause('further apart'))
  return {
    gaps: [],
    judgement: {
      id,
      title: 'votes against those of ten sessions before',
      domains: ['diplomacy'],
      ...said,
      how: `${moved}; chance that ${others} in both windows it moves the same way`,
      confidence: confidenceOf(votesBehind(findings, change.known, groundsOfMoves(rivalMoves(diplomacyOf(findings), undefined)))),
      raises: signOf(findings, change.known, yes ? { above: change.value } : { below: change.value }, 'the change of their place'),
      lowers: signOf(findings, change.known, yes ? { below: 0 } : { above: 0 }, 'the change of their place'),
      basis: [change.known.id],
    },
  }
}

function diplomacyOf(findings: Findings): readonly Estimate[] {
  return domainOf(findings, 'diplomacy')?.estimates ?? []
}

/** Says which rivals are certainly on the same side of the median, and which leave it open. */
function groundsOfPlaces(rivals: readonly RivalPlace[], closer: boolean): Grounds {
  const agree = rivals.filter((rival) => !isMiddle(rival) && rival.value > 50 === closer)
  const open = rivals.filter((rival) => !agree.includes(rival))
  return {
    strengths: sayTheSame(agree),
    doubts: open.length === 0 ? [] : [`their place is ${joinedWords(open.map(rivalPlaceWords))}, which leaves it open`],
  }
}

/** Says which rivals certainly moved the same way, and which did not clearly move; those against make it no judgement. */
function groundsOfMoves(moves: readonly RivalMove[]): Grounds {
  const open = moves.filter(({ certain }) => !certain)
  return {
    strengths: sayTheSame(moves.filter(({ certain }) => certain)),
    doubts: open.map(({ name }) => `by ${name} it is not clear`),
  }
}

function sayTheSame(agree: readonly { readonly name: string }[]): string[] {
  return agree.length === 0 ? [] : [`${joinedWords(agree.map(({ name }) => name))} ${agree.length === 1 ? 'says' : 'say'} the same`]
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
function signOf(findings: Findings, { id, unit }: Known, bound: { above: number } | { below: number }, name: string): Signpost {
  const [way, at] = 'above' in bound ? ['above', bound.above] : ['below', bound.below]
  const said = (one: number): string => (id === 'vote-place.change' ? points(one) : formatFigure(one, unit))
  return {
    says: `${name} ${way} ${said(at)} in a later session`,
    watch: thresholdOn(findings, `${id} ${way} ${said(at)}`, id, bound),
  }
}

/** Returns the gap of a figure without votes or interval; none for a state that has no vote in the Assembly, since nothing would fill it. */
function noVotes(findings: Findings, judgement: string, missing: string, found: Estimate | undefined): KeyGap[] {
  const votes = found ?? estimateOf(findings, 'diplomacy')
  if (votes === undefined || votes.state === 'not-applicable') return []
  if (found === undefined && domainOf(findings, 'diplomacy')?.state !== 'observed') return []
  return [
    undecided(
      findings,
      judgement,
      missing,
      'reason' in votes ? votes.reason.replace(/\.$/, '') : 'no interval can be computed from these votes',
    ),
  ]
}

function undecided(findings: Findings, judgement: string, missing: string, why: string): KeyGap {
  return { id: `no-${judgement}`, domains: ['diplomacy'], missing, why, fill: yearByYear(findings), judgement }
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
