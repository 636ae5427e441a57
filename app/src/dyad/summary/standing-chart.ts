import { standingLabels } from '../../../../src/server/wording.ts'
import { type PlainFrame, placeOfYear, plainPicture, plainText } from '../../charts/plain-chart.ts'
import { svgElement } from '../../charts/svg.ts'
import type { YearPicture } from '../../charts/year-cursor.ts'
import { colour } from '../../theme.ts'
import type { Assessment } from '../assessment-values.ts'

export type Stretch = Assessment['overTime']['standing'][number]

/** At least so many classes are drawn, so that a pair that never changed has a scale. */
const fewestRows = 4

/** The room of the chart; a phone has less. */
export function standingFrame(stretches: readonly Stretch[], width: number, height: number): PlainFrame {
  return { width, height, left: 128, right: 14, top: 18, bottom: 22, years: [stretches[0]!.from, stretches.at(-1)!.to] }
}

/** Draws the class of each year as a stepped band, with its name on the axis; a pale band where nothing places the pair. */
export function standingChart(stretches: readonly Stretch[], width: number, height: number): YearPicture {
  const frame = standingFrame(stretches, width, height)
  const rows = rowsOf(stretches)
  const row = (order: number): number => placeOfRow(frame, rows, order)
  const half = (placeOfYear(frame, frame.years[0] + 1) - placeOfYear(frame, frame.years[0])) / 2
  const thick = Math.min(14, (frame.height - frame.top - frame.bottom) / rows.length / 2)
  const marks = [
    ...rows.flatMap((order) => [
      svgElement('line', { x1: frame.left, x2: width - frame.right, y1: row(order), y2: row(order), stroke: colour('line') }),
      plainText(standingLabels[order]!, frame.left - 8, row(order) + 4, { anchor: 'end', fill: 'soft' }),
    ]),
    ...stretches.slice(1).flatMap((stretch, i) => {
      const before = stretches[i]!
      if (before.to !== stretch.from - 1 || before.order === stretch.order) return []
      const x = placeOfYear(frame, stretch.from) - half
      return [
        svgElement('line', { x1: x, x2: x, y1: row(before.order), y2: row(stretch.order), stroke: colour('soft'), 'stroke-width': 1.5 }),
      ]
    }),
    ...stretches.map((stretch) =>
      svgElement('rect', {
        x: placeOfYear(frame, stretch.from) - half,
        width: Math.max(2, placeOfYear(frame, stretch.to) - placeOfYear(frame, stretch.from) + 2 * half),
        y: row(stretch.order) - thick / 2,
        height: thick,
        fill: colour(stretch.order < 3 ? 's1' : 's0'),
        'fill-opacity': stretch.certainty === 'placed' ? 1 : 0.35,
      }),
    ),
    ...markedChanges(stretches, frame).flatMap(({ stretch, x }) => [
      svgElement('circle', {
        ...{ cx: x, cy: row(stretch.order), r: 4.5, fill: colour('ground'), stroke: colour('ink'), 'stroke-width': 1.5 },
      }),
      plainText(String(stretch.from), x, row(stretch.order) - thick / 2 - 5, { anchor: 'middle', bold: true }),
    ]),
  ]
  return plainPicture(frame, marks)
}

function rowsOf(stretches: readonly Stretch[]): number[] {
  const orders = stretches.map(({ order }) => order)
  let [low, high] = [Math.min(...orders), Math.max(...orders)]
  while (high - low + 1 < fewestRows) {
    if (high < 5) high += 1
    if (high - low + 1 < fewestRows && low > 0) low -= 1
  }
  return Array.from({ length: high - low + 1 }, (_, i) => high - i)
}

function placeOfRow({ height, top, bottom }: PlainFrame, rows: readonly number[], order: number): number {
  return top + ((rows.indexOf(order) + 0.5) / rows.length) * (height - top - bottom)
}

/** A change of class that has a mark. */
interface MarkedChange {
  readonly stretch: Stretch
  readonly x: number
  readonly y: number
}

/** Marks nearer than this would cover each other. */
const nearest = 34

/** The changes that are marked: the largest first, none too near to another, in the order of years. */
export function markedChanges(stretches: readonly Stretch[], frame: PlainFrame): MarkedChange[] {
  const rows = rowsOf(stretches)
  const size = (stretch: Stretch): number => Math.abs(stretch.order - stretches[stretches.indexOf(stretch) - 1]!.order)
  const kept: MarkedChange[] = []
  for (const stretch of stretches
    .slice(1)
    .filter((one) => size(one) > 0)
    .sort((x, y) => size(y) - size(x) || y.from - x.from)) {
    const x = placeOfYear(frame, stretch.from)
    if (kept.every((other) => Math.abs(other.x - x) >= nearest)) kept.push({ stretch, x, y: placeOfRow(frame, rows, stretch.order) })
  }
  return kept.sort((x, y) => x.x - y.x)
}

/** Describes years in one class: `at peace and close, since 2008: the Treaty of …`. */
export function stretchWords({ from, to, order, certainty, because }: Stretch, until: number): string {
  const years = to >= until ? `since ${from}` : from === to ? String(from) : `${from} to ${to}`
  if (certainty === 'at-least') return `at peace, ${years}: no rivalry, defence treaty or close common body is on record`
  return `${standingLabels[order]}, ${years}${because === null ? '' : `: ${because}`}`
}
