import { colour } from '../theme.ts'
import { svgElement } from './svg.ts'

let made = 0

/** A hatch pattern for unknown values: the SVG element that defines it, and the fill that refers to it. */
export interface Hatch {
  readonly mark: () => SVGElement
  readonly fill: string
}

/** Creates a hatch pattern with a unique id, so that charts on one page do not share it. */
export function hatch(): Hatch {
  const id = `hatch-${++made}`
  const mark = (): SVGElement => {
    const line = svgElement('path', { d: 'M0 6L6 0', stroke: colour('soft'), 'stroke-width': 1, 'stroke-opacity': 0.55, fill: 'none' })
    return svgElement('defs', {}, [svgElement('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, [line])])
  }
  return { mark, fill: `url(#${id})` }
}
