import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import type { SpecifiedPoint } from '../../measures/ideal-points/ideal-point-multiverse.ts'
import type { Estimate, Evidence, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { formatPercentile, twoDecimals } from '../forms/wording.ts'
import { inList } from '../rows/conditions.ts'
import { normalQuantile95 } from './ideal-point-fit.ts'
import { sessionName } from './ideal-point-scale.ts'
import { acrossSpecifications, type MultiverseAnswer, type MultiverseRow } from './ideal-point-specifications.ts'
import { storedPoints } from './ideal-point-stored.ts'

/** The ideal-point figures in a pair's diplomacy domain. */
export interface IdealPointFigures {
  readonly estimates: readonly Estimate[]
  /** A sentence for the summary; blank where no figure is known. */
  readonly sentence: string
  readonly notes: readonly string[]
}

const source = 'visavis-ideal-points'

/**
 * Returns the pair's ideal-point distance in the last session completed by the day, with its interval, percentile and range
 * over all specifications. It is read from the snapshot if estimated from the same votes; otherwise it is unknown.
 */
export async function idealPointFigures(bench: DomainInputs): Promise<IdealPointFigures> {
  const { a, b, to } = bench.dyad
  const session = lastEnded(to)
  const period = periodOf(session)
  const subject = { id: 'ideal_point_distance', label: `distance of ideal points, session ${session}`, unit: 'index', period }
  const [points, past] = await Promise.all([session, session - 10].map((one) => storedPoints(bench.snapshot, one)))
  if (points === undefined)
    return silent(subject, 'the record holds no ideal points of just these votes', `visavis measure ideal-points ${a.iso3} ${b.iso3}`)
  const across = acrossSpecifications(points, session, a.iso3, b.iso3)
  const [usual] = across.rows
  if (usual === undefined || usual.distance === null)
    return silent(
      subject,
      `${usual?.reason ?? 'nothing was estimated'} (session ${session})`,
      `visavis measure ideal-points ${a.iso3} ${b.iso3}`,
    )
  const both = inList([a.iso3, b.iso3])
  const { usual: usuals, all } = rowCounts(points)
  const ofPair = (rows: RowCount): number => (rows.of.get(a.iso3) ?? 0) + (rows.of.get(b.iso3) ?? 0)
  const own = evidenceOf(bench, `${ofUsual(session)} and state in ${both}`, ofPair(usuals))
  const everyone = evidenceOf(bench, ofUsual(session), usuals.total)
  const ownUnderAll = evidenceOf(bench, `session = ${session} and state in ${both}`, ofPair(all))
  return {
    estimates: [
      ...distanceFigures(subject, usual, own, everyone),
      change(bench, subject, points, past),
      ...spreadFigures(subject, across, usual, ownUnderAll, evidenceOf(bench, `session = ${session}`, all.total)),
    ],
    sentence: sentenceOf(across, usual),
    notes: notesOf(across),
  }
}

/** How many rows there are, and how many of each state. */
interface RowCount {
  readonly total: number
  readonly of: ReadonlyMap<string, number>
}

const counts = new WeakMap<Points, { usual: RowCount; all: RowCount }>()

/** Counts the rows of a session under the default specification and under all, once for all pairs. */
function rowCounts(points: Points): { usual: RowCount; all: RowCount } {
  const known = counts.get(points)
  if (known !== undefined) return known
  const made = { usual: rowCount(points.get('usual')!), all: rowCount([...points.values()].flat()) }
  counts.set(points, made)
  return made
}

function rowCount(points: readonly SpecifiedPoint[]): RowCount {
  const of = new Map<string, number>()
  for (const { state } of points) of.set(state, (of.get(state) ?? 0) + 1)
  return { total: points.length, of }
}

/**
 * Returns the last session completed by a day; a session is taken to end on 14 September.
 *
 * @example lastEnded('2025-12-31')   // 79
 */
export function lastEnded(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) >= '09-14' ? 1946 : 1947)
}

type Subject = Pick<Known, 'id' | 'label' | 'unit' | 'period'>

function distanceFigures(subject: Subject, usual: MultiverseRow, own: readonly Evidence[], everyone: readonly Evidence[]): Known[] {
  const [distance, low, high] = [usual.distance!, usual.low90!, usual.high90!]
  const method =
    'difference of two positions on one dimension (dynamic ordinal probit, 1946 to the end of the record, mean 0 and variance 1 over all states and sessions); interval from two independent normals'
  const level: Known = {
    ...subject,
    state: 'estimated',
    value: distance,
    interval: { level: 0.9, low, high, kind: 'credible' },
    method,
    evidence: own,
  }
  const rank: Known = {
    ...{ ...subject, id: `${subject.id}.percentile`, label: 'percentile among the distances of all pairs', unit: 'percentile' },
    ...{ state: 'estimated', value: usual.percentile!, interval: 'exact' },
    ...{ method: 'mid-rank of the distance among those of all pairs of the session; 100 = furthest apart', evidence: everyone },
  }
  return [level, rank]
}

type Points = NonNullable<Awaited<ReturnType<typeof storedPoints>>>

/** Returns the change in the distance over ten sessions, under the default specification. */
function change(bench: DomainInputs, subject: Subject, now: Points, before: Points | undefined): Estimate {
  const { a, b, to } = bench.dyad
  const session = lastEnded(to) - 10
  const since = periodOf(session)
  const about = { ...subject, id: `${subject.id}.change`, label: `change since session ${session}`, period: `${since}/${subject.period}` }
  const [late, early] = [now, before].map((points) => usualDistance(points?.get('usual') ?? [], a.iso3, b.iso3))
  if (late === undefined || early === undefined)
    return unknown(about, session < 1 ? 'the Assembly had not met ten sessions before' : `no votes of both in session ${session}`)
  const value = late.distance - early.distance
  const spread = normalQuantile95 * Math.hypot(late.sd, early.sd)
  return {
    ...about,
    ...{ state: 'estimated', value, interval: { level: 0.9, low: value - spread, high: value + spread, kind: 'credible' } },
    method: `distance less that of session ${session} (${twoDecimals(early.distance)}); interval from four independent normals`,
    evidence: [session, session + 10].flatMap((one) => evidenceOf(bench, `${ofUsual(one)} and state in ${inList([a.iso3, b.iso3])}`, 2)),
  }
}

function usualDistance(points: readonly SpecifiedPoint[], a: string, b: string): { distance: number; sd: number } | undefined {
  const [x, y] = [a, b].map((state) => points.find((one) => one.state === state))
  return x === undefined || y === undefined ? undefined : { distance: Math.abs(x.point - y.point), sd: Math.hypot(x.sd, y.sd) }
}

/** Returns the days of a session: 15 September to the next 14 September. */
function periodOf(session: number): string {
  return `${openingYear(session)}-09-15/${openingYear(session + 1)}-09-14`
}

/** Returns the standardised distance; its interval is the range over all specifications. */
function spreadFigures(
  subject: Subject,
  { standardised, percentile: ranks }: MultiverseAnswer,
  usual: MultiverseRow,
  own: readonly Evidence[],
  everyone: readonly Evidence[],
): Known[] {
  if (standardised === null || ranks === null) return []
  const count = standardised.specifications
  const about = { ...subject, id: 'ideal_point_spread', label: `the same in sd, over ${count} specifications`, state: 'estimated' as const }
  return [
    {
      ...about,
      value: usual.standardised!,
      interval: { low: standardised.low, high: standardised.high, kind: 'specifications' },
      method: `distance in standard deviations of all positions of the session; ends: ${standardised.lowest} and ${standardised.highest}`,
      evidence: own,
    },
    {
      ...{ ...about, id: 'ideal_point_spread.percentile', label: 'percentile among the distances of all pairs', unit: 'percentile' },
      value: usual.percentile!,
      interval: { low: ranks.low, high: ranks.high, kind: 'specifications' },
      method: `percentile of the distance under each specification; ends: ${ranks.lowest} and ${ranks.highest}`,
      evidence: everyone,
    },
  ]
}

function sentenceOf({ session, year, percentile: ranks }: MultiverseAnswer, usual: MultiverseRow): string {
  const distance = `${twoDecimals(usual.distance!)} (90 % interval ${twoDecimals(usual.low90!)} to ${twoDecimals(usual.high90!)})`
  const place = `further apart than ${formatPercentile(usual.percentile!)} % of all pairs`
  const first = ` Their ideal points in session ${sessionName(session, year)} are ${distance} apart: ${place}.`
  if (ranks === null) return first
  const span = `from ${formatPercentile(ranks.low)} (${ranks.lowest}) to ${formatPercentile(ranks.high)} (${ranks.highest})`
  return `${first} Over ${ranks.specifications} ways to estimate them that percentage runs ${span}.`
}

function notesOf({ rows, session }: MultiverseAnswer): string[] {
  const silentOnes = rows.filter(({ distance }) => distance === null).map(({ specification }) => specification)
  const left = silentOnes.length === 0 ? '' : ` Without votes in session ${session}: ${silentOnes.join(', ')}.`
  return [
    `Ideal points of one session rest on the votes of all sessions on record, later ones included; what each specification is: visavis measure ideal-points --multiverse.${left}`,
  ]
}

function ofUsual(session: number): string {
  return `session = ${session} and specification = 'usual'`
}

function evidenceOf(bench: DomainInputs, where: string, count: number): Evidence[] {
  return [{ source, vintage: vintageOf(bench.cards, source), rows: `estimated_points where ${where}`, count }]
}

function silent(subject: Subject, reason: string, wouldTell: string): IdealPointFigures {
  return { estimates: [unknown(subject, reason, wouldTell)], sentence: '', notes: [] }
}
