import { colour } from '../theme.ts'
import { drawn } from './svg.ts'

let made = 0

/** How what is unknown is drawn: a mark that defines the pattern, for a list of Plot's marks or any drawing, and the fill that uses it. */
export interface Hatch {
  readonly mark: () => SVGElement
  readonly fill: string
}

/** A hatching of its own name, so that drawings of one page do not borrow from each other. */
export function hatch(): Hatch {
  const id = `hatch-${++made}`
  const mark = (): SVGElement => {
    const line = drawn('path', { d: 'M0 6L6 0', stroke: colour('soft'), 'stroke-width': 1, 'stroke-opacity': 0.55, fill: 'none' })
    return drawn('defs', {}, [drawn('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, [line])])
  }
  return { mark, fill: `url(#${id})` }
}
