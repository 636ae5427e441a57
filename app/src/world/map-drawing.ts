import { hatch } from '../charts/hatch.ts'
import { svgElement } from '../charts/svg.ts'
import { colour } from '../theme.ts'
import type { WorldMap } from './map-file.ts'

/** The fill of an area: a colour, `hatched` if unknown, or `plain` if not a state. */
export interface Paint {
  readonly fill: string | 'hatched' | 'plain'
  readonly opacity?: number
}

/** A drawn map whose areas can be recoloured without redrawing. */
export interface DrawnMap {
  readonly svg: SVGSVGElement
  paint(paintOf: (id: string) => Paint): void
  /** Highlights exactly these areas with the class `kind`. */
  mark(kind: 'chosen' | 'marked' | 'pointed', ids: ReadonlySet<string>): void
  /** Writes a letter on each area with room for it. */
  letter(textOf: (id: string) => string | undefined): void
}

/** States with a smaller area than this, in square map units, also get a dot. */
const small = 60

/** What is called when a state is pointed at, or chosen. */
export interface MapEvents {
  /** Called with the area under the pointer, or with undefined if there is none. */
  readonly pointed: (id: string | undefined) => void
  readonly taken: (id: string, touch: boolean) => void
}

/** Draws the map at this width: each area once, with a dot on small states. Only `states` react to the pointer. */
export function drawMap(map: WorldMap, width: number, states: ReadonlySet<string>, heard: MapEvents): DrawnMap {
  const unit = map.width / width
  const unknown = hatch()
  const height = (width * map.height) / map.width
  const svg = svgElement('svg', { viewBox: `0 0 ${map.width} ${map.height}`, width, height, class: 'map', role: 'img' })
  svg.append(unknown.mark(), svgElement('path', { d: map.sphere, fill: colour('sea') }))
  // hatch lines keep their width on screen at any map size
  svg.querySelector('pattern')!.setAttribute('patternTransform', `scale(${unit})`)
  const shapes = shapesOf(map, unit, states)
  const letters = svgElement('g', {})
  // dots are drawn above all neighbours
  const drawings = [...shapes.values()]
  svg.append(...drawings.map(([shape]) => shape!), ...drawings.flatMap(([, ...dots]) => dots), letters)
  listen(svg, states, heard)
  const marked = { chosen: [] as SVGElement[], marked: [] as SVGElement[], pointed: [] as SVGElement[] }
  return {
    svg,
    paint: painting(shapes, (fill) => (fill === 'hatched' ? unknown.fill : fill === 'plain' ? colour('none') : fill)),
    mark: (kind, ids) => {
      for (const shape of marked[kind]) shape.classList.remove(kind)
      marked[kind] = [...ids].flatMap((id) => shapes.get(id) ?? [])
      for (const shape of marked[kind]) shape.classList.add(kind)
    },
    letter: (textOf) => letters.replaceChildren(...lettersOf(map, unit, textOf)),
  }
}

function shapesOf({ places }: WorldMap, unit: number, states: ReadonlySet<string>): ReadonlyMap<string, SVGElement[]> {
  return new Map(
    places.map(({ id, d, x, y, area }) => {
      const about = { class: states.has(id) ? 'place' : 'place plain', 'data-id': id, 'vector-effect': 'non-scaling-stroke' }
      const dot = area < small && states.has(id) ? [svgElement('circle', { cx: x, cy: y, r: 3.4 * unit, ...about })] : []
      return [id, [svgElement('path', { d, ...about }), ...dot]]
    }),
  )
}

/** Returns a function that repaints only the areas whose fill changed. */
function painting(shapes: ReadonlyMap<string, SVGElement[]>, fillOf: (fill: Paint['fill']) => string): DrawnMap['paint'] {
  const painted = new Map<string, string>()
  return (paintOf) => {
    for (const [id, own] of shapes) {
      const { fill, opacity = 1 } = paintOf(id)
      const key = `${fill} ${opacity}`
      if (painted.get(id) === key) continue
      painted.set(id, key)
      for (const shape of own) {
        shape.setAttribute('fill', fillOf(fill))
        shape.setAttribute('fill-opacity', String(opacity))
      }
    }
  }
}

function lettersOf({ places }: WorldMap, unit: number, textOf: (id: string) => string | undefined): SVGTextElement[] {
  const size = 11 * unit
  const room = places.filter(({ area }) => area > size * size * 1.6)
  return room.flatMap(({ id, x, y }) => {
    const text = textOf(id)
    const about = { x, y: y + size / 3, 'font-size': size, 'text-anchor': 'middle', class: 'halo', 'stroke-width': 3 * unit }
    return text === undefined ? [] : [svgElement('text', about, [text])]
  })
}

function listen(svg: SVGSVGElement, states: ReadonlySet<string>, heard: MapEvents): void {
  const idAt = (event: Event): string | undefined => {
    const id = (event.target as Element).getAttribute('data-id')
    return id !== null && states.has(id) ? id : undefined
  }
  svg.addEventListener('pointerover', (event) => heard.pointed(idAt(event)))
  svg.addEventListener('pointerleave', () => heard.pointed(undefined))
  svg.addEventListener('click', (event) => {
    const id = idAt(event)
    if (id !== undefined) heard.taken(id, (event as PointerEvent).pointerType === 'touch')
  })
}
