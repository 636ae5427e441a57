import { fixed } from '../../assessments/forms/phrases.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** The yearly series among the estimates, oldest first. */
export function seriesText(estimates: readonly Estimate[]): Known[] {
  return estimates.filter((estimate): estimate is Known => estimate.id.endsWith('.series') && isKnown(estimate))
}

/**
 * A sparkline of block characters for values between `low` and `high`; a gap of years is a blank.
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

/** `first year: line :last year`, and the value at the first year of every decade. */
export function seriesLines(series: readonly Known[]): string[] {
  if (series.length < 2) return []
  const points = series.map((known) => [Number(known.period), known.value] as const)
  const values = series.map((known) => known.value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const marks = series.filter((known, i) => i === 0 || i === series.length - 1 || known.period.endsWith('0'))
  return [
    `${series[0]!.period} ${sparkline(points, low, high)} ${series.at(-1)!.period}   (${fixed(low)} to ${fixed(high)})`,
    marks.map((known) => `${known.period}: ${fixed(known.value)}`).join('  '),
  ]
}
