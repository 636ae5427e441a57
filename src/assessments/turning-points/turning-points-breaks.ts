import {
  type BreakInterval,
  breakIntervals,
  type ChangePoints,
  changePoints,
  driftShare,
  fitSegment,
  pelt,
  type SegmentFit,
} from '../../measures/index.ts'
import type { Break, Run, TurningSeries, YearSeries } from '../forms/turning-points-form.ts'

/** Shorter uninterrupted series cannot distinguish a break from noise. */
const leastYears = 15
/** Minimum length of a segment in years, for a level and for a trend. */
const leastSegment = { mean: 3, trend: 5 }
const draws = 199

/** Finds the breaks of a series in each uninterrupted run separately. No break is inferred across missing years. */
export function turningSeries(series: YearSeries, seed: number): TurningSeries {
  const { id, label, domain, unit, model, method, points, evidence } = series
  return { id, label, domain, unit, model, method, points, evidence, runs: runsOf(points).map((run) => runOf(series, run, seed)) }
}

type Points = YearSeries['points']

/**
 * Splits a series into uninterrupted runs of years.
 *
 * @example runsOf([[2001, 5], [2003, 7], [2004, 8]]).length   // 2
 */
export function runsOf(points: Points): Points[] {
  const runs: (readonly [number, number])[][] = []
  for (const point of [...points].sort((x, y) => x[0] - y[0])) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1)![0] === point[0] - 1) run.push(point)
    else runs.push([point])
  }
  return runs
}

function runOf(series: YearSeries, points: Points, seed: number): Run {
  const [from, to] = [points[0]![0], points.at(-1)![0]]
  const unable = (reason: string): Run => ({ from, to, state: 'unknown', reason, breaks: [], drift: null })
  if (points.length < leastYears) return unable(`fewer than ${leastYears} years without a gap`)
  if (series.logarithm && points.some(([, value]) => value <= 0)) return unable('a year of zero has no logarithm')
  const y = points.map(([, value]) => (series.logarithm ? Math.log(value) : value))
  const { model } = series
  const found = changePoints(y, { model, shortest: leastSegment[model] })
  const { breaks } = found.segmentations[found.byBic]!
  const drift = breaks.length === 0 ? null : driftShare(y, breaks.length, model, found.shortest, { draws, seed })
  return { from, to, state: 'observed', shortest: found.shortest, breaks: breaksOf(series, from, y, found), drift }
}

function breaksOf(series: YearSeries, from: number, y: readonly number[], found: ChangePoints): Break[] {
  const { model } = series
  const { breaks } = found.segmentations[found.byBic]!
  const intervals = breakIntervals(y, breaks, model)
  const stricter = found.segmentations[found.byLwz]!.breaks
  const pruned = model === 'mean' ? pelt(y, { penalty: peltPenalty(y), shortest: found.shortest }) : null
  const ends = [0, ...breaks, y.length]
  const fits = ends.slice(1).map((end, i) => fitSegment(y, ends[i]!, end, model))
  return breaks.map((at, i) => {
    const interval = cut(intervals[i], y.length)
    return {
      year: from + at,
      interval: interval === undefined ? null : { level: 0.9, low: from + interval.low, high: from + interval.high },
      ...change(series, fits[i]!, fits[i + 1]!, at),
      byLwz: stricter.some((other) => isWithin(other, at, interval)),
      byPelt: pruned?.some((other) => isWithin(other, at, interval)) ?? null,
      events: null,
    }
  })
}

/** Computes the penalty of PELT: 2·ln n times the variance of the differences. Year-to-year differences estimate the noise whatever the levels are. */
function peltPenalty(y: readonly number[]): number {
  const differences = y.slice(1).map((value, t) => value - y[t]!)
  const { variance } = fitSegment(differences, 0, differences.length, 'mean')
  return 2 * Math.log(y.length) * variance
}

function cut(interval: BreakInterval | undefined, n: number): BreakInterval | undefined {
  return interval && { low: Math.max(1, interval.low), high: Math.min(n - 1, interval.high) }
}

/** Whether a break lies within the interval of another; without an interval, within one year of the other. */
function isWithin(other: number, at: number, interval: BreakInterval | undefined): boolean {
  return other >= (interval?.low ?? at - 1) && other <= (interval?.high ?? at + 1)
}

function change(series: YearSeries, old: SegmentFit, next: SegmentFit, at: number): Pick<Break, 'before' | 'after' | 'shift'> {
  if (series.model === 'mean') return { before: old.level, after: next.level, shift: null }
  const gap = lineAt(next, at) - lineAt(old, at)
  return { before: Math.expm1(old.slope), after: Math.expm1(next.slope), shift: Math.expm1(gap) }
}

function lineAt(fit: SegmentFit, t: number): number {
  return fit.level + fit.slope * (t - fit.middle)
}
