import { formatFigure } from '../../assessments/forms/wording.ts'
import type { PastSeries } from '../../assessments/outlook/pair-history.ts'
import { csv } from '../text/csv.ts'
import { type Column, textTable } from '../text/table.ts'
import type { OutlookHistoryAnswer } from './history-answer.ts'

/** One row for each value, those that are unknown included. */
export function historyCsv({ series }: OutlookHistoryAnswer): string {
  return csv(
    ['id', 'unit', 'year', 'period', 'value'],
    series.flatMap(({ id, unit, points }) => points.map(({ year, period, value }) => [id, unit, year, period, value])),
  )
}

/** One line for each series: its first and last value, and how many it has. */
export function historyText({ a, b, asOf, series }: OutlookHistoryAnswer): string {
  const right = (title: string): Column => ({ title, align: 'right' })
  return [
    `The past of what is forecast of ${a.name} and ${b.name}, to ${asOf}`,
    '',
    textTable([{ title: 'quantity' }, right('values'), right('first'), right('last')], series.map(lineOf)),
    '',
    'Every value: --format csv. Forecasts: visavis outlook.',
  ].join('\n')
}

function lineOf({ title, unit, points }: PastSeries): string[] {
  const known = points.filter((point): point is typeof point & { value: number } => point.value !== null)
  const ends = [known[0], known.at(-1)].map((point) => (point === undefined ? '' : `${formatFigure(point.value, unit)}, ${point.year}`))
  return [title, known.length === 0 ? 'none known' : String(known.length), ...ends]
}
