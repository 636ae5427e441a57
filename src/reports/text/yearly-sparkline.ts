import { twoDecimals } from '../../assessments/forms/wording.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** Returns the known yearly figures among the estimates, in their order (the oldest first). */
export function knownYearlyFigures(estimates: readonly Estimate[]): Known[] {
  return estimates.filter((estimate): estimate is Known => estimate.id.endsWith('.series') && isKnown(estimate))
}

/**
 * Draws values between `low` and `high` as a line of block characters; each missing year is a blank.
 *
 * @example sparkline([[2001, 0], [2002, 1], [2004, 0.5]], 0, 1)   // "▁█ ▅"
 */
export function sparkline(points: readonly (readonly [year: number, value: number])[], low: number, high: number): string {
  const byYear = new Map(points)
  const first = points[0]?.[0] ?? 0
  const last = points.at(-1)?.[0] ?? -1
  return Array.from({ length: last - first + 1 }, (_, i) => block(byYear.get(first + i), low, high)).join('')
}

function block(value: number | undefined, low: number, high: number): string {
  if (value === undefined) return ' '
  const place = high === low ? 0 : (value - low) / (high - low)
  return blocks[Math.max(0, Math.min(blocks.length - 1, Math.round(place * (blocks.length - 1))))]!
}

/** Writes a series in two lines: a sparkline between its first and last year, then the first value, the last, and the first of every decade. */
export function seriesLines(series: readonly Known[]): string[] {
  if (series.length < 2) return []
  const points = series.map((known) => [Number(known.period), known.value] as const)
  const values = series.map((known) => known.value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const marks = series.filter((known, i) => i === 0 || i === series.length - 1 || known.period.endsWith('0'))
  return [
    `${series[0]!.period} ${sparkline(points, low, high)} ${series.at(-1)!.period}   (${twoDecimals(low)} to ${twoDecimals(high)})`,
    marks.map((known) => `${known.period}: ${twoDecimals(known.value)}`).join('  '),
  ]
}
