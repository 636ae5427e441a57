import { svgElement } from '../charts/svg.ts'
import { colour } from '../theme.ts'
import type { Reproduced } from './method-text.ts'
import { type ChartRow, rowChart } from './row-chart.ts'

/** Draws each difference as a share of its tolerance: a dot on a band from −1 to 1. */
export function toleranceChart(list: readonly Reproduced[], width: number): SVGSVGElement {
  const lines = list.map(({ what, difference, tolerance }) => ({
    label: what,
    value: tolerance === 0 ? 0 : difference / tolerance!,
  }))
  return rowChart({ lines, width, ticks: [-1, 0, 1], low: -1.1, high: 1.1 }, ({ value }, x, y) => [
    svgElement('rect', { x: x(-1), y: y - 7, width: x(1) - x(-1), height: 14, fill: colour('wash') }),
    svgElement('line', { x1: x(0), x2: x(0), y1: y - 7, y2: y + 7, stroke: colour('soft') }),
    svgElement('circle', { cx: x(value), cy: y, r: 4, fill: colour('s0') }),
  ])
}

/** Draws the published value and ours on one scale, connected by a line. */
export function pairedChart(list: readonly Reproduced[], width: number): SVGSVGElement {
  const values = list.flatMap(({ published, ours }) => [published, ours])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = (high - low) * 0.06 || 1
  const lines: (ChartRow & Reproduced)[] = list.map((one) => ({ ...one, label: one.what }))
  const step = [0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50].find((size) => (high - low) / size <= 6) ?? (high - low) / 4
  const ticks = Array.from({ length: Math.floor(high / step) - Math.ceil(low / step) + 1 }, (_, i) => (Math.ceil(low / step) + i) * step)
  return rowChart({ lines, width, ticks, low: low - room, high: high + room }, ({ published, ours }, x, y) => [
    svgElement('line', { x1: x(published), x2: x(ours), y1: y, y2: y, stroke: colour('soft'), 'stroke-width': 2 }),
    svgElement('circle', { cx: x(published), cy: y, r: 5, fill: colour('ground'), stroke: colour('s1'), 'stroke-width': 2 }),
    svgElement('circle', { cx: x(ours), cy: y, r: 4, fill: colour('s0') }),
  ])
}
