import { colour } from '../theme.ts'
import { svgElement } from './svg.ts'
import type { YearPicture } from './year-cursor.ts'

/** The room of a chart in pixels, and its years. The first screen draws with this alone, before the chart library is there. */
export interface PlainFrame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly years: readonly [first: number, last: number]
}

/** Returns the place of a year; each year has the room of half a year on both sides. */
export function placeOfYear({ width, left, right, years: [first, last] }: PlainFrame, year: number): number {
  return left + ((year - first + 0.5) / (last - first + 1)) * (width - left - right)
}

/** Creates a picture with its axis of years; the marks are drawn between the two. */
export function plainPicture(frame: PlainFrame, marks: readonly SVGElement[]): YearPicture {
  const { width, height, left, right, years } = frame
  const svg = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'plot', 'font-size': 11 }, [
    ...marks,
    ...yearAxis(frame),
  ])
  const perYear = (width - left - right) / (years[1] - years[0] + 1)
  const scale = {
    apply: (year: number) => placeOfYear(frame, year),
    invert: (at: number) => (at - left) / perYear + years[0] - 0.5,
  }
  return Object.assign(svg, { scale: () => scale })
}

const steps = [1, 2, 5, 10, 20, 50] as const
const [yearRoom, axisOffset] = [48, 16]

function yearAxis(frame: PlainFrame): SVGElement[] {
  const { width, height, left, right, bottom, years } = frame
  const [first, last] = years
  const perYear = (width - left - right) / (last - first + 1)
  const step = steps.find((one) => one * perYear >= yearRoom) ?? 50
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => year % step === 0)
  const shown = ticks.length > 0 ? ticks : [first]
  const base = height - bottom
  return [
    svgElement('line', { x1: left, x2: width - right, y1: base, y2: base, stroke: colour('soft') }),
    ...shown.map((year) => plainText(String(year), placeOfYear(frame, year), base + axisOffset, { anchor: 'middle', fill: 'soft' })),
  ]
}

interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly fill?: string
  readonly bold?: boolean
}

/** Creates a text in a colour of the theme. */
export function plainText(
  text: string,
  x: number,
  y: number,
  { anchor = 'start', fill = 'ink', bold = false }: TextStyle = {},
): SVGElement {
  const element = svgElement('text', { x, y, 'text-anchor': anchor, 'font-weight': bold ? 700 : 400 }, [text])
  // the style sheet gives every text the colour of ink, which an attribute does not override
  element.style.fill = colour(fill)
  return element
}

/** Returns round values from 0 to at least `most`, about `count` of them. */
export function roundTicks(most: number, count: number): number[] {
  if (!(most > 0)) return [0, 1]
  const power = 10 ** Math.floor(Math.log10(most / count))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => most / one <= count) ?? 10 * power
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => i * step)
}

/** Returns runs of neighbouring years, so that no line is drawn across a year without a value. */
export function yearRuns<T extends { readonly year: number }>(points: readonly T[]): T[][] {
  const runs: T[][] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run?.at(-1)?.year === point.year - 1) run.push(point)
    else runs.push([point])
  }
  return runs
}

/** Returns the path of the area between two lines, each from left to right. */
export function bandPath(upper: readonly Place[], lower: readonly Place[]): string {
  return `${linePath([...upper, ...[...lower].reverse()])}Z`
}

type Place = readonly [x: number, y: number]

/** Joins points to the path of a line. */
export function linePath(points: readonly Place[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}
