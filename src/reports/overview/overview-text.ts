import { twoDecimals } from '../../assessments/forms/wording.ts'
import type { Assessment } from '../../assessments/index.ts'
import { textTable, wrap } from '../text/table.ts'
import { sparkline } from '../text/yearly-sparkline.ts'
import { type Overview, overviewOf } from './overview.ts'
import type { OverviewRow } from './overview-row.ts'

const fullWidth = 100

/** Years of the series that fit on a line. */
const shownYears = 38

/** Longest level in the table; less where the other columns of a row leave less of the screen. */
const longest = 42

/** Least width of a screen that the text is fitted to. */
const leastWidth = 40

/** Writes an assessment on one screen: at most 40 lines of 100 columns, or of a narrower terminal, in more lines. */
export function overviewText(assessment: Assessment, columns: number = fullWidth): string {
  const width = Math.max(leastWidth, Math.min(fullWidth, columns))
  const { title, sentences, rows, series, unknown } = overviewOf(assessment)
  const telling = rows.filter(({ nothing }) => nothing === null)
  const found = rows.flatMap(({ nothing }) => nothing ?? [])
  return [
    wrap(title, width),
    '',
    ...sentences.map((sentence) => wrap(sentence, width)),
    '',
    tableOf(telling, width) ?? telling.map((row) => rowLines(row, width)).join('\n'),
    '',
    ...(series === null ? [] : [seriesLine(series, width)]),
    ...(found.length === 0 ? [] : [wrap(`Nothing found: ${found.join('; ')}.`, width)]),
    ...(unknown.length === 0 ? [] : [wrap(`Not known from this record: ${unknown.join(', ').toLowerCase()}.`, width)]),
    wrap(`Snapshot ${assessment.snapshot.id} of ${assessment.snapshot.created}.${legend(sentences, telling)}`, width),
  ].join('\n')
}

/** Explains the terms that this screen has. */
function legend(sentences: readonly string[], rows: readonly OverviewRow[]): string {
  const levels = rows.map(({ level }) => level)
  const ranked = levels.some((level) => /^(?:votes|speeches)\b.*%|\(\d+(?:\.\d)?–/.test(level))
  const parts = [
    ...(ranked ? ['Votes and speeches are ranked among all pairs of states, with 90 % intervals.'] : []),
    ...(levels.some((level) => level.endsWith('the norm')) ? ['The norm is the trade that a gravity model expects.'] : []),
    ...(sentences.some((sentence) => sentence.includes('long-run model')) ? ['Costs have the range over published elasticities.'] : []),
    ...(rows.some(({ trend }) => trend.endsWith('%)')) ? ['Arrows have the probability of the change, where one is computed.'] : []),
  ]
  return parts.map((part) => ` ${part}`).join('')
}

/** Blanks at which no line may end: within an amount, a count with its noun, and before the last word of a list. */
const bound = / (?=(?:bn|m|tn|more|pairs?)\b)|(?<=\b[A-Z]{3}) (?=\d)/g

/** Stands for such a blank while lines are broken. */
const joint = '\u0001'

/** The rows as a table; undefined on a screen too narrow for their levels. */
function tableOf(rows: readonly OverviewRow[], width: number): string | undefined {
  const widest = (of: (row: OverviewRow) => string, title: string): number =>
    Math.max(title.length, ...rows.map((row) => of(row).length)) + 2
  const others =
    widest(({ title: domain }) => domain, '') +
    widest(({ trend }) => trend, 'ten years') +
    widest(({ year }) => year, 'year') +
    widest(({ source }) => source, 'source')
  const room = Math.min(longest, width - others)
  if (width < fullWidth && rows.some(({ level }) => Math.min(level.length, longest) > room)) return undefined
  return textTable(
    [{ title: '' }, { title: 'level' }, { title: 'ten years' }, { title: 'year' }, { title: 'source' }],
    rows.flatMap(({ title, level, trend, year, source }) => {
      const [first = '', ...rest] = wrap(level.replace(bound, joint), room).replaceAll(joint, ' ').split('\n')
      return [[title, first, trend, year, source], ...rest.map((more) => ['', `  ${more}`])]
    }),
  )
}

/** A row in lines of its own: domain and level, then the change, the year and the source. */
function rowLines({ title, level, trend, year, source }: OverviewRow, width: number): string {
  const beside = [...(trend === '' ? [] : [`ten years: ${trend}`]), year, source].filter((part) => part !== '').join('; ')
  return [wrap(`${title}: ${level}`, width), ...(beside === '' ? [] : [wrap(beside, width, '  ')])].join('\n')
}

function seriesLine({ label, points }: NonNullable<Overview['series']>, width: number): string {
  const shown = points.filter(([year]) => year > points.at(-1)![0] - shownYears)
  const values = shown.map(([, value]) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // a blank would be lost on a page that joins them
  const bars = sparkline(shown, low, high).replaceAll(' ', '·')
  return wrap(`${label}: ${shown[0]![0]} ${bars} ${shown.at(-1)![0]}; lowest ${twoDecimals(low)}, highest ${twoDecimals(high)}`, width)
}
