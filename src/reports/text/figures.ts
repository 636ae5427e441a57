import { formatFigure, intervalText, isDegenerate, signed } from '../../assessments/forms/wording.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { Column } from './table.ts'

/** The columns of a table of figures. */
export const figureTableColumns: readonly Column[] = [
  { title: '' },
  { title: 'value', align: 'right' },
  { title: 'interval (90 %)', align: 'right' },
  { title: 'when' },
  { title: 'percentile', align: 'right' },
  { title: 'change in ten years', align: 'right' },
  { title: 'source' },
]

/** Returns one row per figure, with its percentile and change; the caller drops columns that are blank in every row. */
export function figureRows(estimates: readonly Estimate[]): string[][] {
  const levels = estimates.filter((estimate) => !estimate.id.includes('.'))
  return levels.map((level) => rowOf(level, part(estimates, level, 'percentile'), part(estimates, level, 'change')))
}

function part(estimates: readonly Estimate[], level: Estimate, what: string): Estimate | undefined {
  return estimates.find((estimate) => estimate.id === `${level.id}.${what}`)
}

function rowOf(level: Estimate, percentile: Estimate | undefined, change: Estimate | undefined): string[] {
  if (!isKnown(level)) return [level.label, level.state, '', level.period, '', '', '']
  return [
    level.label,
    valueText(level),
    intervalWords(level),
    level.period,
    percentileWords(percentile),
    changeWords(change, level),
    sourcesOf(level),
  ]
}

function valueText(known: Known): string {
  return `${formatFigure(known.value, known.unit)}${known.state === 'estimated' ? ' (est.)' : ''}`
}

/**
 * Describes the interval of a figure. A figure without an interval gets its reliability (`one report`, `at least`), or `exact` if it is a
 * count. Identical draws give no interval.
 */
function intervalWords(known: Known): string {
  const { interval, certainty: doubt, unit } = known
  if (interval === 'exact') return doubt ?? 'exact'
  return isDegenerate(interval) ? 'none to be had' : intervalText(interval, unit)
}

function percentileWords(percentile: Estimate | undefined): string {
  if (percentile === undefined) return ''
  if (!isKnown(percentile)) return 'unknown'
  const range =
    percentile.interval === 'exact'
      ? ''
      : ` (${formatFigure(percentile.interval.low, 'percentile')}–${formatFigure(percentile.interval.high, 'percentile')})`
  return `${formatFigure(percentile.value, 'percentile')}${range}`
}

/** Describes a change, with its years if it does not end in the period of the figure. */
function changeWords(change: Estimate | undefined, level: Known): string {
  if (change === undefined) return ''
  if (!isKnown(change)) return 'unknown'
  const range = change.interval === 'exact' || isDegenerate(change.interval) ? '' : ` (${intervalText(change.interval, change.unit)})`
  const span = change.period.endsWith(level.period) ? '' : `, ${change.period.replace('/', ' to ')}`
  const text = `${signed(change.value, change.unit)}${range}`
  return `${change.unit === 'share' ? text.replaceAll(' %', ' pp') : text}${span}`
}

function sourcesOf(known: Known): string {
  return [...new Set(known.evidence.map((evidence) => evidence.source))].join(', ')
}

/** Drops the columns that are blank in every row. */
export function dropBlankColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): { columns: Column[]; rows: string[][] } {
  const kept = columns.flatMap((_, i) => (i === 0 || rows.some((row) => row[i] !== '') ? [i] : []))
  return { columns: kept.map((i) => columns[i]!), rows: rows.map((row) => kept.map((i) => row[i] ?? '')) }
}
