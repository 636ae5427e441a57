import { twoDecimals } from '../../assessments/forms/wording.ts'
import type { Assessment } from '../../assessments/index.ts'
import { textTable, wrap } from '../text/table.ts'
import { sparkline } from '../text/yearly-sparkline.ts'
import { type Overview, overviewOf } from './overview.ts'
import type { OverviewRow } from './overview-row.ts'

const width = 100

/** Years of the series that fit on a line. */
const shownYears = 38

/** Longest level in the table; less where the other columns of a row leave less of the screen. */
const longest = 42

/** Writes an assessment on one screen: at most 40 lines of 100 columns. */
export function overviewText(assessment: Assessment): string {
  const { title, sentences, rows, series, unknown } = overviewOf(assessment)
  const widest = (of: (row: OverviewRow) => string, title: string): number =>
    Math.max(title.length, ...rows.map((row) => of(row).length)) + 2
  const others =
    widest(({ title: domain }) => domain, '') +
    widest(({ trend }) => trend, 'ten years') +
    widest(({ year }) => year, 'year') +
    widest(({ source }) => source, 'source')
  const room = Math.min(longest, width - others)
  const table = textTable(
    [{ title: '' }, { title: 'level' }, { title: 'ten years' }, { title: 'year' }, { title: 'source' }],
    rows.map((row) => [row.title, shortened(row.level, room), row.trend, row.year, row.source]),
  )
  return [
    title,
    '',
    ...sentences.map((sentence) => wrap(sentence, width)),
    '',
    table,
    '',
    ...(series === null ? [] : [seriesLine(series)]),
    ...(unknown.length === 0 ? [] : [wrap(`Not known from this record: ${unknown.join(', ').toLowerCase()}.`, width)]),
    wrap(
      `Snapshot ${assessment.snapshot.id} of ${assessment.snapshot.created}. Votes and speeches are ranked among all pairs of states; the norm is the trade that a gravity model expects; in brackets: 90 % intervals, ranges of specifications, probabilities.`,
      width,
    ),
  ].join('\n')
}

function seriesLine({ label, points }: NonNullable<Overview['series']>): string {
  const shown = points.filter(([year]) => year > points.at(-1)![0] - shownYears)
  const values = shown.map(([, value]) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // a blank would be lost on a page that joins them
  const bars = sparkline(shown, low, high).replaceAll(' ', '·')
  return `${label}: ${shown[0]![0]} ${bars} ${shown.at(-1)![0]}; lowest ${twoDecimals(low)}, highest ${twoDecimals(high)}`
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[ ,;]+$/, '')}…`
}
