import { counted } from '../../assessments/forms/wording.ts'
import type { ForecastAnswer, PeriodForecast, SeriesForecast } from '../../outlook/series/forecast-answer.ts'
import { csv } from '../text/csv.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'

const width = 110
/** Series shown in text; the other formats have all. */
const mostShown = 20
const mostInBrief = 5

const columns: readonly Column[] = [
  { title: 'period' },
  { title: 'median', align: 'right' },
  { title: '50 %', align: 'right' },
  { title: '80 %', align: 'right' },
  { title: '90 %', align: 'right' },
  { title: '95 %', align: 'right' },
]

/** Writes the forecasts as text, series by series. */
export function forecastText(answer: ForecastAnswer): string {
  return textOf(answer, mostShown)
}

/** Writes the first series only. */
export function forecastBrief(answer: ForecastAnswer): string {
  return textOf(answer, mostInBrief)
}

function textOf(answer: ForecastAnswer, most: number): string {
  const tables = answer.series
    .slice(0, most)
    .map((one) => [
      `${one.name}: ${titleOf(one)}`,
      ...one.notes.map((note) => wrap(note, width, '  ')),
      textTable(columns, one.forecasts.map(cellsOf)),
      '',
    ])
  return [wrap(introduction(answer), width), '', ...tables.flat(), ...endOf(answer, most).map((line) => wrap(line, width))]
    .join('\n')
    .trimEnd()
}

/** Writes the forecasts as Markdown. */
export function forecastMarkdown(answer: ForecastAnswer): string {
  const tables = answer.series
    .slice(0, mostShown)
    .map((one) => [
      `## ${one.name}`,
      '',
      `${titleOf(one)}. ${one.notes.join(' ')}`.trimEnd(),
      '',
      markdownTable(columns, one.forecasts.map(cellsOf)),
      '',
    ])
  return ['# Forecasts', '', introduction(answer), '', ...tables.flat(), ...endOf(answer, mostShown)].join('\n').trimEnd()
}

/** One row for each period of each series; series without a forecast have none. */
export function forecastCsv(answer: ForecastAnswer): string {
  const ends = ['50', '80', '90', '95'].flatMap((level) => [`low${level}`, `high${level}`])
  return csv(['series', 'period', 'horizon', 'model', 'median', ...ends, 'bands'], csvRows(answer))
}

function* csvRows({ series }: ForecastAnswer): Iterable<(string | number)[]> {
  for (const { name, model, bandsFrom, forecasts } of series)
    for (const { period, horizon, median, bands } of forecasts)
      yield [name, period, horizon, model, median, ...bands.flatMap(({ low, high }) => [low, high]), bandsFrom]
}

function introduction({ horizon, series, pool }: ForecastAnswer): string {
  const ahead = `${counted(horizon, 'period', 'periods')} ahead, ${counted(series.length, 'series', 'series')}.`
  if (pool !== null)
    return `${ahead} Bands come from errors at ${counted(pool.origins, 'held-out point', 'held-out points')} in the past of ${counted(pool.series, 'series', 'series')}.`
  return `${ahead} Bands are the model’s own and usually too narrow: of 645 yearly series, those of 95 % held 78 to 84 %.`
}

function titleOf({ model, values, first, last }: SeriesForecast): string {
  return `${model}, from ${values} values, ${first} to ${last}`
}

function cellsOf({ period, median, bands }: PeriodForecast): string[] {
  const ends = bands.flatMap(({ low, high }) => [low, high])
  const written = writer([median, ...ends])
  return [period, written(median), ...bands.map(({ low, high }) => `${written(low)} to ${written(high)}`)]
}

/** Writes numbers of one row with the same decimals: four digits of the widest band’s width. */
function writer(numbers: readonly number[]): (value: number) => string {
  const spread = Math.max(...numbers) - Math.min(...numbers) || Math.abs(numbers[0]!) || 1
  const decimals = Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(spread))))
  return (value) => (Math.abs(value) >= 1e15 ? value.toExponential(4) : value.toFixed(decimals))
}

function endOf({ series, refused }: ForecastAnswer, most: number): string[] {
  const more = series.length - most
  return [
    ...(more > 0 ? [`${counted(more, 'more series', 'more series')} with --format csv or json.`] : []),
    ...refused.slice(0, most).map(({ name, why }) => `No forecast of ${name}: ${why}.`),
    ...(refused.length > most ? [`No forecast of ${refused.length - most} more.`] : []),
  ]
}
