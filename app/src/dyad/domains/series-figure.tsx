import { useMemo } from 'preact/hooks'
import { counted, formatFigure, joinedWords } from '../../../../src/server/wording.ts'
import { seriesCharacters } from '../../charts/series-style.ts'
import { yearChart } from '../../charts/year-chart.ts'
import { connectYearCursor } from '../../charts/year-cursor.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { type Assessment, downloadSources, fileName } from '../assessment-values.ts'
import { type YearChartSeries, yearWords } from '../year-series.ts'

interface SeriesFigureProps {
  readonly assessment: Assessment
  readonly series: YearChartSeries
  readonly span: readonly [number, number]
}

/** Shows one series, or the reports of several reporters on one flow, by year, with the shared cursor. */
export function SeriesFigure({ assessment, series, span }: SeriesFigureProps) {
  const data = useMemo(() => dataOf(series, assessment), [series])
  const { lines } = series
  const key =
    lines.length < 2 ? undefined : lines.map(({ name }, i) => `${seriesCharacters[i % seriesCharacters.length]} ${name}`).join('  ')
  return (
    <ChartFigure
      name={fileName(assessment, series.id)}
      title={series.title}
      embed={() => embedOfPair(assessment, series.id)}
      alt={altOf(series)}
      data={data}
      on={[span[0], span[1]]}
      draw={(width) => {
        const svg = yearChart({ ...series, span }, width)
        connectYearCursor(svg, span, (year) => yearWords(series, year))
        return svg
      }}
      under={key}
    />
  )
}

function dataOf({ lines, unit, sources, method, breaks }: YearChartSeries, assessment: Assessment): FigureData {
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))]
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const everyYear = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const broken = new Set(breaks.map(({ year }) => year))
  return {
    columns: [
      { name: 'series', title: 'series' },
      { name: 'year', title: 'year' },
      { name: 'value', title: 'value', unit },
      { name: 'low', title: 'low' },
      { name: 'high', title: 'high' },
      { name: 'status', title: 'status' },
      { name: 'break', title: 'break' },
    ],
    rows: lines.flatMap(({ name, points }) => {
      const byYear = new Map(points.map((point) => [point.year, point]))
      return everyYear.map((year) => {
        const point = byYear.get(year)
        const status = point === undefined ? 'unknown' : point.estimated === true ? 'estimated' : 'observed'
        return [name, year, point?.value ?? null, point?.low ?? '', point?.high ?? '', status, broken.has(year) ? 'yes' : '']
      })
    }),
    sources: downloadSources(assessment, sources),
    method,
  }
}

function altOf({ title, lines, unit, breaks }: YearChartSeries): string {
  const told = lines.map(({ name, points }) => {
    const [first, last] = [points[0]!, points.at(-1)!]
    const who = lines.length === 1 ? '' : `${name}: `
    return `${who}${formatFigure(first.value, unit)} in ${first.year}, ${formatFigure(last.value, unit)} in ${last.year}${extremes(points, unit)}`
  })
  const turned =
    breaks.length === 0
      ? ''
      : `. ${counted(breaks.length, 'break', 'breaks')}: ${joinedWords(breaks.map(({ year, low, high }) => (low === high ? `${year}` : `${year} (${low} to ${high})`)))}`
  return `${title}. ${told.join('; ')}${turned}.`
}

function extremes(points: YearChartSeries['lines'][number]['points'], unit: string): string {
  if (points.length < 3) return ''
  const ordered = [...points].sort((x, y) => x.value - y.value)
  const [least, most] = [ordered[0]!, ordered.at(-1)!]
  return `; lowest ${formatFigure(least.value, unit)} in ${least.year}, highest ${formatFigure(most.value, unit)} in ${most.year}`
}
