import { useMemo } from 'preact/hooks'
import { formatFigure } from '../../../../src/server/wording.ts'
import { linePath, type PlainFrame, placeOfYear, plainPicture, plainText, yearRuns } from '../../charts/plain-chart.ts'
import { svgElement } from '../../charts/svg.ts'
import { connectYearCursor, type YearPicture } from '../../charts/year-cursor.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { colour } from '../../theme.ts'
import { type Assessment, downloadSources, fileName } from '../assessment-values.ts'
import { chartHeight, EmptyChart } from './empty-chart.tsx'

const title = 'Same position in UN votes'

interface Point {
  readonly year: number
  readonly value: number
}

/** Shows the agreement of blocs in votes by year, in the place of the standing, which only two states have. */
export function VotesFigure({ assessment }: { readonly assessment: Assessment }) {
  const series = assessment.turningPoints.series.find(({ id }) => id === 'agreement')
  const points = useMemo(() => (series?.points ?? []).map(([year, value]): Point => ({ year, value })), [assessment])
  const data = useMemo(() => dataOf(points, assessment), [points])
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return <EmptyChart title={title} text="No votes in common are on record." />
  const span = [first.year, last.year] as const
  const said = (year: number): string => {
    const found = points.find((point) => point.year === year)
    return found === undefined ? 'unknown' : formatFigure(found.value, 'share')
  }
  return (
    <ChartFigure
      name={fileName(assessment, 'same-position')}
      title={title}
      embed={() => embedOfPair(assessment, 'same-position')}
      alt={`${title}: ${said(first.year)} in ${first.year}, ${said(last.year)} in ${last.year}.`}
      data={data}
      draw={(room) => {
        const svg = chartOf(points, room)
        connectYearCursor(svg, span, said)
        return svg
      }}
      under={
        <>
          The median pair of members: only two states have a standing.{' '}
          <span class="named-sources">Source: United Nations General Assembly Voting Data.</span>
        </>
      }
    />
  )
}

function chartOf(points: readonly Point[], width: number): YearPicture {
  const frame: PlainFrame = {
    ...{ width, height: chartHeight(width), left: 48, right: 56, top: 18, bottom: 22 },
    years: [points[0]!.year, points.at(-1)!.year],
  }
  const base = frame.height - frame.bottom
  const y = (value: number): number => base - value * (base - frame.top)
  const last = points.at(-1)!
  return plainPicture(frame, [
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((tick) => [
      svgElement('line', { x1: frame.left, x2: width - frame.right, y1: y(tick), y2: y(tick), stroke: colour('line') }),
      plainText(formatFigure(tick, 'share'), frame.left - 6, y(tick) + 4, { anchor: 'end', fill: 'soft' }),
    ]),
    ...yearRuns(points).map((run) =>
      svgElement('path', {
        ...{
          d: linePath(run.map(({ year, value }) => [placeOfYear(frame, year), y(value)])),
          fill: 'none',
          stroke: colour('s0'),
          'stroke-width': 2,
        },
      }),
    ),
    svgElement('circle', { cx: placeOfYear(frame, last.year), cy: y(last.value), r: 3, fill: colour('s0') }),
    plainText(formatFigure(last.value, 'share'), width - frame.right + 8, y(last.value) + 4, { fill: 's0', bold: true }),
  ])
}

function dataOf(points: readonly Point[], assessment: Assessment): FigureData {
  return {
    columns: [
      { name: 'year', title: 'year' },
      { name: 'value', title: 'same position, median of pairs', unit: 'share' },
    ],
    rows: points.map(({ year, value }) => [year, value]),
    sources: downloadSources(assessment, ['un-votes', 'un-resolutions']),
    method: 'the median over all pairs of members of the share of votes in common in which both took the same position',
  }
}
