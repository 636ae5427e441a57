import { svgElement } from '../charts/svg.ts'
import { colour } from '../theme.ts'

export interface ChartRow {
  readonly label: string
}

interface Frame<T extends ChartRow> {
  readonly lines: readonly T[]
  readonly width: number
  readonly ticks: readonly number[]
  readonly low: number
  readonly high: number
  readonly tickText?: (tick: number) => string
}

const [top, narrow, letter] = [22, 640, 6.4]

/**
 * Draws a chart with one labelled line per entry and a shared axis below. Labels are at the left or, if there is no room, above the lines.
 */
export function rowChart<T extends ChartRow>(
  { lines, width, ticks, low, high, tickText = (tick) => String(Number(tick.toPrecision(6))).replace('-', '−') }: Frame<T>,
  marks: (line: T, x: (value: number) => number, y: number) => readonly SVGElement[],
): SVGSVGElement {
  const longest = Math.max(...lines.map(({ label }) => label.length)) * letter
  const above = width < narrow || longest > width * 0.6
  const left = above ? 8 : longest + 16
  const [step, drop] = above ? [38, 27] : [22, 11]
  const x = (value: number): number => left + ((value - low) / (high - low)) * (width - left - 12)
  const height = top + lines.length * step + 4
  const axis = ticks.flatMap((tick) => [
    svgElement('line', { x1: x(tick), x2: x(tick), y1: top - 6, y2: height, stroke: colour('line') }),
    svgElement('text', { x: x(tick), y: 11, 'font-size': 11, 'text-anchor': 'middle', fill: colour('soft') }, [tickText(tick)]),
  ])
  const rows = lines.flatMap((line, i) => {
    const y = top + i * step
    const text = above ? shortenedLabel(line.label, width) : line.label
    return [
      ...marks(line, x, y + drop),
      svgElement(
        'text',
        above ? { x: 0, y: y + 13, 'font-size': 12 } : { x: left - 10, y: y + 15, 'font-size': 12, 'text-anchor': 'end' },
        [text],
      ),
    ]
  })
  return svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [...axis, ...rows])
}

/** Shortens a label for a narrow chart; the table has the full label. */
function shortenedLabel(label: string, width: number): string {
  const room = Math.floor(width / letter)
  return label.length <= room ? label : `${label.slice(0, room - 2)} …`
}
