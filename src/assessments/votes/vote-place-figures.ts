import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import type { Snapshot } from '../../store/index.ts'
import { type Estimate, type Evidence, isKnown, type Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { chanceOfRise, leastChanceTold, likelihoodWord } from '../forms/likelihood.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { formatPercentile, inSentence, joinedWords } from '../forms/wording.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { lastEnded } from './ideal-point-figures.ts'
import { isMiddle, movesAgainst, type RivalMove, rivalClause, rivalMoves, rivalPlaces, rivalsAcross } from './rival-places.ts'
import { rollCallRange, wholeVotes } from './vote-matrix.ts'
import {
  leastCommonVotes,
  type PlaceWithEnds,
  pairIndex,
  placeSessions,
  sessionDays,
  tooFewVotes,
  type VotePlaces,
  votePlaces,
} from './vote-places.ts'

/** Sessions of the General Assembly that a place rests on: docs/measures/diplomacy-headline.md. */
const tenSessions = 10

/** The first and last session of a window. */
export interface Sessions {
  readonly first: number
  readonly last: number
}

/** The pair's place among all pairs, with the sentence that says it. */
export interface VotePlaceFigures {
  readonly estimates: readonly Estimate[]
  /** The first sentences of diplomacy, given the figures of its rivals; blank where the place is unknown. */
  readonly sentence: (rivals: PlaceRivals) => string
}

/** The figures that may contradict the place. */
interface PlaceRivals {
  /** All figures of diplomacy. */
  readonly estimates: readonly Estimate[]
  /** Change over ten years of the share of votes with the same position for the median pair; undefined where it is not known. */
  readonly ofMedian: number | undefined
}

const noSentence = (): string => ''

/**
 * Returns the sessions that a place rests on: those that opened in the requested window and ended by its last day; otherwise the last three that ended by then.
 * Undefined where the record has no votes so early.
 */
export async function placeWindow(snapshot: Snapshot, to: string, from?: string): Promise<Sessions | undefined> {
  const last = Math.min(lastEnded(to), await lastSessionWithVotes(snapshot, to))
  if (last < 1) return undefined
  const first = from === undefined ? Number.POSITIVE_INFINITY : firstSessionFrom(from)
  return { first: first <= last ? first : Math.max(1, last - placeSessions + 1), last }
}

/** Returns the first session that opens on the day or later. */
function firstSessionFrom(day: string): number {
  return Math.max(1, Number(day.slice(0, 4)) - (day.slice(5) <= '09-15' ? 1945 : 1944))
}

const lastSessionWithVotes = cachedBySnapshot(async (snapshot, to: string) => {
  const { dates } = await wholeVotes(snapshot)
  const day = dates.findLast((date) => date <= to)
  if (day === undefined) return 0
  return Number(day.slice(0, 4)) - (day.slice(5) >= '09-15' ? 1945 : 1946)
})

/** Returns the place of a pair among all pairs, as a share and as a percentile, and its change over ten sessions. */
export async function votePlaceFigures(bench: DomainInputs): Promise<VotePlaceFigures> {
  const { from, to } = bench.dyad
  const window = await placeWindow(bench.snapshot, to, from)
  if (window === undefined) return { estimates: [], sentence: noSentence }
  const past = { first: window.first - tenSessions, last: window.last - tenSessions }
  const [now, before] = [await votePlaces(bench.snapshot, window.first, window.last), await placesBefore(bench.snapshot, past)]
  const place = await placeIn(bench, now)
  const subject = { id: 'vote-place', label: 'place in votes on world issues: closer than', unit: 'share', period: sessionPeriod(window) }
  if (typeof place === 'string') return { estimates: [unknown(subject, place)], sentence: noSentence }
  const level: Known = {
    ...{ ...subject, state: now.withIdealPoints ? 'estimated' : 'observed', value: place.value / 100 },
    interval: { level: 0.9, low: place.low / 100, high: place.high / 100, kind: 'jackknife' },
    method: methodOf(now, place.n),
    evidence: await sessionEvidence(bench, window),
  }
  const { low, high } = place
  const rank: Known = {
    ...{ ...level, id: 'vote-place.percentile', label: 'percentile among all pairs', unit: 'percentile', value: place.value },
    interval: { level: 0.9, low, high, kind: 'jackknife' },
  }
  const change = await changeOf(bench, level, place, before, past)
  return { estimates: [level, rank, change], sentence: (rivals) => sentenceOf(bench, level, change, rivals) }
}

async function placesBefore(snapshot: Snapshot, { first, last }: Sessions): Promise<VotePlaces | undefined> {
  return first < 1 ? undefined : votePlaces(snapshot, first, last)
}

type PlaceOfPair = PlaceWithEnds & { readonly n: number }

/** Returns the pair's place, or the reason why it has none. */
async function placeIn({ snapshot, dyad }: DomainInputs, places: VotePlaces): Promise<PlaceOfPair | string> {
  const voters = await votersOf(snapshot)
  const [i, j] = [voters.indexOf(dyad.a.iso3), voters.indexOf(dyad.b.iso3)]
  const n = i < 0 || j < 0 ? 0 : places.n[pairIndex(voters.length, i, j)]!
  const place = n === 0 ? undefined : places.placeOf(i, j)
  if (place !== undefined) return { ...place, n }
  const when = `the ${sessionWords(places)}`
  if (n === 0) return `no vote in common in ${when}`
  if (n >= leastCommonVotes) return `no ideal point of both in ${when}`
  return tooFewVotes(n, when)
}

function methodOf({ pairs, withIdealPoints }: VotePlaces, n: number): string {
  const parts = withIdealPoints
    ? 'mean of the ranks by centred agreement and by distance of ideal points, ranked again'
    : 'rank by centred agreement; the record has no ideal points of exactly its own votes'
  return `${n} votes in common; ${parts} among the ${pairs.toLocaleString('en-US')} pairs with at least ${leastCommonVotes} (docs/measures/diplomacy-headline.md)`
}

/** Returns the roll calls of a window of sessions, by source. */
export async function sessionEvidence(bench: DomainInputs, { first, last }: Sessions): Promise<Evidence[]> {
  const rows = await sessionRows(bench.snapshot, first, last)
  return rows.map((row) => ({ ...row, vintage: vintageOf(bench.cards, row.source) }))
}

const sessionRows = cachedBySnapshot(async (snapshot, first: number, last: number): Promise<Omit<Evidence, 'vintage'>[]> => {
  const votes = await wholeVotes(snapshot)
  const days = sessionDays(first, last)
  const { from, to } = rollCallRange(votes, days.from, days.to)
  const sources = votes.sources.slice(from, to)
  return [...new Set(sources)].sort().map((source) => ({
    source,
    rows: `roll_calls where kind = 'whole' and date between '${days.from}' and '${days.to}' and source = '${source}'`,
    count: sources.filter((one) => one === source).length,
  }))
})

/** Returns the change of the place: both places are among all pairs on the same votes, so the agenda of the years does not matter. */
async function changeOf(
  bench: DomainInputs,
  level: Known,
  now: PlaceOfPair,
  before: VotePlaces | undefined,
  past: Sessions,
): Promise<Estimate> {
  const since = sessionPeriod(past)
  const about = {
    ...{ id: 'vote-place.change', label: `change since the ${sessionWords(past)}`, unit: 'share' },
    period: `${since}/${level.period}`,
  }
  const found = before === undefined ? 'the Assembly had not met ten sessions before' : await placeIn(bench, before)
  if (typeof found === 'string') return unknown(about, found)
  const value = now.value - found.value
  // the two windows share no vote, so their errors are independent
  const low = value - Math.hypot(now.value - now.low, found.high - found.value)
  const high = value + Math.hypot(now.high - now.value, found.value - found.low)
  return {
    ...{ ...level, ...about, value: value / 100 },
    interval: { level: 0.9, low: low / 100, high: high / 100, kind: 'jackknife' },
    method: `place in the ${sessionWords({ first: past.first + tenSessions, last: past.last + tenSessions })} less that in the ${sessionWords(past)} (${formatPercentile(found.value)} %, ${found.n} votes in common)`,
    evidence: [...level.evidence, ...(await sessionEvidence(bench, past))],
  }
}

/** Writes the days of a window of sessions as stored with a figure. */
export function sessionPeriod({ first, last }: Sessions): string {
  const { from, to } = sessionDays(first, last)
  return `${from}/${to}`
}

/**
 * Writes a window of sessions in words.
 *
 * @example sessionWords({ first: 78, last: 80 })   // "sessions of 2023 to 2025"
 */
export function sessionWords({ first, last }: Sessions): string {
  return first === last ? `session of ${openingYear(first)}` : `sessions of ${openingYear(first)} to ${openingYear(last)}`
}

/** Writes the first sentence of diplomacy: the place, never a raw level. */
function sentenceOf({ dyad }: DomainInputs, level: Known, change: Estimate, { estimates, ofMedian }: PlaceRivals): string {
  const [first, last] = level.period.split('/').map((day) => Number(day.slice(0, 4))) as [number, number]
  const when = `UN General Assembly, ${last - 1 === first ? `session of ${first}` : `sessions of ${first} to ${last - 1}`}`
  const pair = `${inSentence(dyad.a.name)} and ${inSentence(dyad.b.name)}`
  const but = rivalClause(percentEnds(level), rivalPlaces(estimates))
  const opening = measuresDisagree(level, estimates)
    ? `Measures disagree on how close ${pair} vote on world issues (${when}): against the average vote ${placeWords(level)}`
    : `On world issues ${pair} vote ${placeWords(level)} (${when})`
  return `${opening}${but}.${changeWords(level, change, estimates, ofMedian)}`
}

/** Whether a rival measure of votes puts a pair clearly on the other side of the middle than its place. */
export function measuresDisagree(level: Known, estimates: readonly Estimate[]): boolean {
  const place = percentEnds(level)
  return rivalsAcross(place, rivalPlaces(estimates)).length > 0 && !isMiddle(place)
}

function percentEnds({ value, interval }: Known): PlaceWithEnds {
  const { low, high } = interval === 'exact' ? { low: value, high: value } : interval
  return { value: 100 * value, low: 100 * low, high: 100 * high }
}

/**
 * Writes a place in words: closer or further apart than a share of all pairs, or about the middle where the interval has it on both sides.
 *
 * @example placeWords({ value: 0.81, interval: { level: 0.9, low: 0.72, high: 0.88, kind: 'jackknife' } })   // "closer than 81 % of all pairs of states"
 */
export function placeWords({ value, interval }: Pick<Known, 'value' | 'interval'>): string {
  const [low, high] = interval === 'exact' ? [value, value] : [interval.low, interval.high]
  if (low < 0.5 && high > 0.5)
    return `about as close as the middle of all pairs of states: closer than ${formatPercentile(100 * value)} % of them`
  return value >= 0.5
    ? `closer than ${formatPercentile(100 * value)} % of all pairs of states`
    : `further apart than ${formatPercentile(100 * (1 - value))} % of all pairs of states`
}

function changeWords(level: Known, change: Estimate, estimates: readonly Estimate[], ofMedian: number | undefined): string {
  const spread = isKnown(change) && change.interval !== 'exact' ? { value: change.value, ...change.interval } : undefined
  const above = spread && chanceOfRise(spread)
  if (spread === undefined || above === undefined) return ''
  const { value, low, high } = spread
  const chance = Math.max(above, 1 - above)
  if ((low <= 0 && high >= 0) || chance <= leastChanceTold)
    return ` Their place has not clearly changed in ten sessions${otherMoves(estimates, ofMedian)}.`
  const then = placeWords({ value: level.value - value, interval: 'exact' }).replace(' of states', '')
  const against = movesAgainst(value, estimates)
  if (against.length > 0) return ` Ten sessions before they stood ${then}, ${againstWords(against, value > 0)}.`
  return ` It is ${likelihoodWord(chance)} that they have moved ${value > 0 ? 'closer' : 'apart'}: ten sessions before they stood ${then}.`
}

function againstWords(against: readonly RivalMove[], closer: boolean): string {
  const names = joinedWords(against.map(({ name }) => name))
  return against.every(({ certain }) => certain)
    ? `but by ${names} they have moved ${closer ? 'apart' : 'closer'} since`
    : `but by ${names} they have not moved ${closer ? 'closer' : 'apart'} since`
}

/** Says which way the rivals moved, where two or more certainly did and all the same way: one alone may follow the agenda of the year. */
function otherMoves(estimates: readonly Estimate[], ofMedian: number | undefined): string {
  const certain = rivalMoves(estimates, ofMedian).filter((move) => move.certain)
  const [first] = certain
  if (first === undefined || certain.length < 2 || certain.some(({ closer }) => closer !== first.closer)) return ''
  return `, but by ${joinedWords(certain.map(({ name }) => name))} they have moved ${first.closer ? 'closer' : 'apart'}`
}
