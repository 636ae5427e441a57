import { svgElement } from '../charts/svg.ts'
import { colour } from '../theme.ts'
import type { ComparedNumber } from './method-text.ts'
import { rowChart } from './row-chart.ts'

/** Draws shares on a scale from 0 to 1, each on its expected range. */
export function comparedChart(list: readonly ComparedNumber[], width: number): SVGSVGElement {
  const lines = list.map((one) => ({ ...one, label: `${one.what} (${one.of.toLocaleString('en-US')})` }))
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  return rowChart({ lines, width, ticks, low: 0, high: 1, tickText: (tick) => `${100 * tick} %` }, ({ value, least, most }, x, y) => {
    const inside = value >= least! && value <= most!
    const [fill, stroke] = inside ? [colour('s0'), colour('s0')] : [colour('ground'), colour('s1')]
    return [
      svgElement('rect', { x: x(least!), y: y - 7, width: x(most!) - x(least!), height: 14, fill: colour('tint') }),
      svgElement('circle', { cx: x(value), cy: y, r: 4.5, fill, stroke, 'stroke-width': 2 }),
    ]
  })
}
