import { formatFigure } from '../../../../src/server/wording.ts'
import {
  bandPath,
  linePath,
  type PlainFrame,
  placeOfYear,
  plainPicture,
  plainText,
  roundTicks,
  yearRuns,
} from '../../charts/plain-chart.ts'
import { spread } from '../../charts/spread.ts'
import { svgElement } from '../../charts/svg.ts'
import type { YearPicture } from '../../charts/year-cursor.ts'
import { colour } from '../../theme.ts'

/** A value of a year with the range of the reports. */
export interface TradePoint {
  readonly year: number
  readonly value: number
  readonly low: number
  readonly high: number
  readonly estimated: boolean
}

export interface TradeLine {
  /** Written at its end. */
  readonly label: string
  readonly colour: string
  readonly points: readonly TradePoint[]
  /** The sum of the two directions: thin, and without a band. */
  readonly isSum: boolean
}

/** What a gravity equation expects of both directions together in one year. */
export interface Expectation {
  readonly year: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Further than this above all trade, the expectation would flatten the lines: only its direction is drawn. */
const farOff = 2.5

const lineHeight = 13

/** Draws the lines with the range of reports, each with its name and last value at its end, and the expectation with its interval. */
export function tradeChart(
  lines: readonly TradeLine[],
  expected: Expectation | undefined,
  unit: string,
  size: { readonly width: number; readonly height: number },
): YearPicture {
  const all = lines.flatMap(({ points }) => points)
  const years = all.map(({ year }) => year)
  const last = Math.max(...years)
  // a line that ends early has its year at its end
  const endsEarly = lines.some(({ points }) => points.at(-1)!.year < last)
  const frame: PlainFrame = {
    ...size,
    ...{ left: 70, right: size.width < 480 && !endsEarly ? 90 : 108, top: 18, bottom: 22 },
    years: [Math.min(...years), last],
  }
  const most = Math.max(...all.map(({ high }) => high))
  const isOff = expected !== undefined && expected.value > farOff * most
  const ticks = roundTicks(
    Math.max(most, expected === undefined || isOff ? 0 : Math.min(expected.high, farOff * most)),
    size.height < 200 ? 3 : 4,
  )
  const base = size.height - frame.bottom
  const y = (value: number): number => base - (Math.min(value, ticks.at(-1)!) / ticks.at(-1)!) * (base - frame.top)
  const marks = [
    ...ticks.flatMap((tick) => [
      svgElement('line', { x1: frame.left, x2: size.width - frame.right, y1: y(tick), y2: y(tick), stroke: colour('line') }),
      plainText(tick === 0 ? '0' : formatFigure(tick, unit), frame.left - 6, y(tick) + 4, { anchor: 'end', fill: 'soft' }),
    ]),
    ...lines.flatMap((line) => lineMarks(line, frame, y)),
    ...(expected === undefined ? [] : isOff ? offMarks(expected, frame) : expectationMarks(expected, frame, y)),
    ...endLabels(lines, expected, unit, frame, y),
  ]
  return plainPicture(frame, marks)
}

function lineMarks({ points, colour: name, isSum }: TradeLine, frame: PlainFrame, y: (value: number) => number): SVGElement[] {
  const stroke = colour(name)
  const x = ({ year }: TradePoint): number => placeOfYear(frame, year)
  return yearRuns(points).flatMap((run) => {
    const line = svgElement('path', {
      ...{ d: linePath(run.map((point) => [x(point), y(point.value)])), fill: 'none', stroke, 'stroke-width': isSum ? 1.2 : 2 },
      ...(isSum ? { 'stroke-dasharray': '2 3' } : {}),
    })
    if (isSum) return [line]
    const band = bandPath(
      run.map((point) => [x(point), y(point.high)]),
      run.map((point) => [x(point), y(point.low)]),
    )
    return [
      svgElement('path', { d: band, fill: stroke, 'fill-opacity': 0.2, stroke: 'none' }),
      line,
      // a year alone, or one that the source estimates, would not be seen in the line
      ...run
        .filter((point) => run.length === 1 || point.estimated || point === run.at(-1))
        .map((point) =>
          svgElement('circle', { cx: x(point), cy: y(point.value), r: 2.6, stroke, fill: point.estimated ? colour('ground') : stroke }),
        ),
    ]
  })
}

function expectationMarks({ year, value, low, high }: Expectation, frame: PlainFrame, y: (of: number) => number): SVGElement[] {
  const x = placeOfYear(frame, year)
  const stroke = colour('s3')
  return [
    svgElement('line', { x1: x, x2: x, y1: y(low), y2: y(high), stroke, 'stroke-width': 1.5 }),
    ...[low, high].map((end) => svgElement('line', { x1: x - 4, x2: x + 4, y1: y(end), y2: y(end), stroke, 'stroke-width': 1.5 })),
    svgElement('path', { d: diamond(x, y(value)), fill: colour('ground'), stroke, 'stroke-width': 1.8 }),
  ]
}

/** An arrow upwards where the expectation lies far above the chart. */
function offMarks({ year }: Expectation, frame: PlainFrame): SVGElement[] {
  const x = placeOfYear(frame, year)
  return [
    svgElement('path', {
      d: `M${x} ${frame.top + 12}V${frame.top}M${x - 4} ${frame.top + 5}L${x} ${frame.top}L${x + 4} ${frame.top + 5}`,
      fill: 'none',
      stroke: colour('s3'),
      'stroke-width': 1.8,
    }),
  ]
}

const diamond = (x: number, y: number): string => `M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}Z`

interface EndLabel {
  readonly at: number
  readonly fill: string
  readonly name: string
  readonly value: string
}

/** Writes name and last value of each line at its end, moved apart where they would touch. */
function endLabels(
  lines: readonly TradeLine[],
  expected: Expectation | undefined,
  unit: string,
  frame: PlainFrame,
  y: (value: number) => number,
): SVGElement[] {
  const labels: EndLabel[] = [
    ...lines.map(({ label, colour: fill, points }) => {
      const last = points.at(-1)!
      const when = last.year === frame.years[1] ? '' : `, ${last.year}`
      return { at: y(last.value), fill, name: label, value: `${formatFigure(last.value, unit)}${when}` }
    }),
    ...(expected === undefined
      ? []
      : [{ at: y(expected.value), fill: 's3', name: 'gravity, both', value: formatFigure(expected.value, unit) }]),
  ].sort((x, z) => x.at - z.at)
  const places = spread(
    labels.map(({ at }) => at),
    [frame.top - 2, frame.height - frame.bottom - lineHeight],
    2 * lineHeight + 1,
  )
  const x = frame.width - frame.right + 6
  return labels.flatMap(({ fill, name, value }, i) => [
    plainText(name, x, places[i]! + 3, { fill, bold: true }),
    plainText(value, x, places[i]! + 3 + lineHeight, { fill }),
  ])
}
