import { hatch } from '../charts/hatch.ts'
import { drawn } from '../charts/svg.ts'
import { colour } from '../theme.ts'
import type { WorldMap } from './map-file.ts'

/** How a place is painted; of `hatched` it is unknown, of `plain` it is no state. */
export interface Paint {
  readonly fill: string | 'hatched' | 'plain'
  readonly opacity?: number
}

/** A drawn map, whose places are painted anew without being drawn anew. */
export interface DrawnMap {
  readonly svg: SVGSVGElement
  paint(paintOf: (id: string) => Paint): void
  /** Marks places, by class. */
  mark(kind: 'chosen' | 'pointed', ids: ReadonlySet<string>): void
  /** A letter on each place that has room for it. */
  letter(textOf: (id: string) => string | undefined): void
}

/** Smaller places get a dot as well. */
const small = 60

/** Draws the map so wide; `pointed` hears of the place under the pointer, `taken` of one that is clicked. */
export function drawMap(
  map: WorldMap,
  width: number,
  states: ReadonlySet<string>,
  heard: { readonly pointed: (id: string | undefined) => void; readonly taken: (id: string, touch: boolean) => void },
): DrawnMap {
  const unit = map.width / width
  const unknown = hatch()
  const shapes = new Map<string, SVGElement[]>()
  const painted = new Map<SVGElement, string>()
  const svg = drawn('svg', {
    viewBox: `0 0 ${map.width} ${map.height}`,
    width,
    height: (width * map.height) / map.width,
    class: 'map',
    role: 'img',
  })
  svg.append(unknown.mark(), drawn('path', { d: map.sphere, fill: colour('sea') }))
  const pattern = svg.querySelector('pattern')!
  // the lines of the hatching are as wide on the screen whatever the size of the map
  pattern.setAttribute('patternTransform', `scale(${unit})`)
  const add = (id: string, shape: SVGElement): void => {
    shapes.set(id, [...(shapes.get(id) ?? []), shape])
    svg.append(shape)
  }
  const kind = (id: string): string => (states.has(id) ? 'place' : 'place plain')
  for (const { id, d } of map.places) add(id, drawn('path', { d, class: kind(id), 'data-id': id }))
  const dots = map.places.filter(({ id, area }) => area < small && states.has(id))
  for (const { id, x, y } of dots) add(id, drawn('circle', { cx: x, cy: y, r: 3.4 * unit, class: kind(id), 'data-id': id }))
  const letters = drawn('g', {})
  svg.append(letters)
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
  const marked = { chosen: new Set<SVGElement>(), pointed: new Set<SVGElement>() }
  return {
    svg,
    paint: (paintOf) => {
      for (const [id, own] of shapes) {
        const { fill, opacity = 1 } = paintOf(id)
        const key = `${fill} ${opacity}`
        for (const shape of own) {
          if (painted.get(shape) === key) continue
          painted.set(shape, key)
          shape.setAttribute('fill', fill === 'hatched' ? unknown.fill : fill === 'plain' ? colour('none') : fill)
          shape.setAttribute('fill-opacity', String(opacity))
        }
      }
    },
    mark: (name, ids) => {
      for (const shape of marked[name]) shape.classList.remove(name)
      marked[name] = new Set([...ids].flatMap((id) => shapes.get(id) ?? []))
      for (const shape of marked[name]) shape.classList.add(name)
    },
    letter: (textOf) => {
      const size = 11 * unit
      const room = map.places.filter(({ area }) => area > size * size * 1.6)
      letters.replaceChildren(
        ...room.flatMap(({ id, x, y }) => {
          const text = textOf(id)
          if (text === undefined) return []
          return [
            drawn('text', { x, y: y + size / 3, 'font-size': size, 'text-anchor': 'middle', class: 'halo', 'stroke-width': 3 * unit }, [
              text,
            ]),
          ]
        }),
      )
    },
  }
}
