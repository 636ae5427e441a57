import { hatch } from '../charts/hatch.ts'
import { svgElement } from '../charts/svg.ts'
import { colour } from '../theme.ts'
import type { Source } from './source.ts'

const [line, top, side, narrow] = [22, 20, 300, 680]

/** Letters of a label that fit beside the bars. */
const letters = 46

type Span = readonly [from: number, to: number]

interface Line {
  readonly label: string
  readonly spans: readonly Span[]
}

/** Draws covered years as bars and hatches uncovered ones: one line per source, or per indicator of a single source. */
export function coveragePicture(sources: readonly Source[], width: number): SVGSVGElement {
  const lines =
    sources.length === 1 ? byIndicator(sources[0]!) : sources.map(({ title, coverage }) => ({ label: title, spans: joined(coverage) }))
  const years = lines.flatMap(({ spans }) => spans.flat())
  const [first, last] = [Math.min(...years), Math.max(...years) + 1]
  const left = width < narrow ? 0 : side
  const step = left === 0 ? line * 2 : line
  const x = (year: number): number => left + ((year - first) / (last - first)) * (width - left - 2)
  const height = top + lines.length * step + 4
  const unknown = hatch()
  const rows = lines.flatMap(({ label, spans }, i) => {
    const y = top + i * step + (left === 0 ? line : 0)
    const bar = ([from, to]: Span, fill: string, title?: string): SVGElement =>
      svgElement(
        'rect',
        { x: x(from), y: y + 3, width: Math.max(2, x(to + 1) - x(from)), height: line - 8, fill },
        title === undefined ? [] : [svgElement('title', {}, [title])],
      )
    return [
      svgElement('text', { x: 0, y: left === 0 ? y - 2 : y + 14, 'font-size': 12 }, [
        label.length <= letters ? label : `${label.slice(0, letters - 1)}…`,
      ]),
      bar([first, last - 1], unknown.fill),
      ...spans.map((span) => bar(span, colour('s0'), `${label}: ${span[0]} to ${span[1]}`)),
    ]
  })
  return svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [unknown.mark(), ...axis(first, last, x, height), ...rows])
}

function byIndicator({ coverage }: Source): Line[] {
  const names = [...new Set(coverage.map(({ indicator }) => indicator))]
  return names.map((label) => ({ label, spans: joined(coverage.filter(({ indicator }) => indicator === label)) }))
}

/** Draws a year axis with a tick every 10, 20, 50 or 100 years, as space allows. */
function axis(first: number, last: number, x: (year: number) => number, height: number): SVGElement[] {
  const every = [10, 20, 50, 100].find((years) => x(first + years) - x(first) > 40) ?? 100
  const years = Array.from({ length: Math.ceil((last - first) / every) + 1 }, (_, i) => (Math.ceil(first / every) + i) * every)
  return years
    .filter((year) => year <= last)
    .flatMap((year) => [
      svgElement('line', { x1: x(year), x2: x(year), y1: top - 4, y2: height, stroke: colour('line') }),
      svgElement(
        'text',
        {
          x: x(year),
          y: 11,
          'font-size': 11,
          'text-anchor': x(last) - x(year) < 20 ? 'end' : x(year) - x(first) < 20 ? 'start' : 'middle',
          fill: colour('soft'),
        },
        [String(year)],
      ),
    ])
}

/** Returns the covered ranges of years, with adjacent and overlapping ones merged. */
function joined(coverage: Source['coverage']): Span[] {
  const spans = coverage.map(({ from, to }): Span => [Number(from.slice(0, 4)), Number(to.slice(0, 4))])
  const found: Span[] = []
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const before = found.at(-1)
    if (before !== undefined && from <= before[1] + 1) found[found.length - 1] = [before[0], Math.max(before[1], to)]
    else found.push([from, to])
  }
  return found
}
