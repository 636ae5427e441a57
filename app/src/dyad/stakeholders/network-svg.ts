import { svgElement } from '../../charts/svg.ts'
import { colour } from '../../theme.ts'
import { type Network, type NodePosition, nodeSide, radiusOf, type Stakeholder, type Tie, visibleTies } from './network-layout.ts'

interface NetworkPicture {
  readonly network: Network
  readonly spots: ReadonlyMap<string, NodePosition>
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

interface At {
  readonly node: Stakeholder
  readonly x: number
  readonly y: number
}

const margin = { x: 26, y: 26 }

/** Draws the network on the day: names at their positions, with links between those named in the same items. */
export function networkPicture({ network, spots, chosen, onChoose }: NetworkPicture, width: number): SVGSVGElement {
  const height = width < 560 ? 520 : 560
  const placed = network.nodes.flatMap((node): At[] => {
    const spot = spots.get(node.id)
    if (spot === undefined) return []
    return [{ node, x: margin.x + spot.x * (width - 2 * margin.x), y: margin.y + spot.y * (height - 2 * margin.y) }]
  })
  const byId = new Map(placed.map((at) => [at.node.id, at]))
  const near = neighboursOf(network, chosen)
  const parts = [
    ...lines(visibleTies(network), byId, chosen),
    ...placed.map((at) => mark(at, network, { chosen: at.node.id === chosen, faint: chosen !== undefined && !near.has(at.node.id) })),
    ...labels(placed, near, width),
  ]
  const svg = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'network' }, parts)
  svg.addEventListener('click', (event) => {
    const id = (event.target as Element).closest('[data-id]')?.getAttribute('data-id')
    if (id !== null && id !== undefined) onChoose(id)
  })
  return svg
}

/** Returns the selected name and its neighbours; empty if no name is selected. */
export function neighboursOf({ links }: Network, chosen: string | undefined): ReadonlySet<string> {
  if (chosen === undefined) return new Set()
  return new Set([chosen, ...links.flatMap(({ from, to }) => (from === chosen ? [to] : to === chosen ? [from] : []))])
}

function lines(ties: readonly Tie[], byId: ReadonlyMap<string, At>, chosen: string | undefined): SVGElement[] {
  return ties.flatMap(({ from, to, items }) => {
    const [x, y] = [byId.get(from), byId.get(to)]
    if (x === undefined || y === undefined) return []
    const own = from === chosen || to === chosen
    const look = own
      ? { stroke: colour('ink'), 'stroke-opacity': 0.8 }
      : { stroke: colour('soft'), 'stroke-opacity': chosen === undefined ? 0.3 : 0.1 }
    return [svgElement('line', { x1: x.x, y1: x.y, x2: y.x, y2: y.y, 'stroke-width': Math.min(4, 0.6 + 0.5 * items.length), ...look })]
  })
}

function mark({ node, x, y }: At, network: Network, { chosen, faint }: { readonly chosen: boolean; readonly faint: boolean }): SVGElement {
  const side = nodeSide(node, network)
  const fill = colour(side < 0 ? 's0' : side > 0 ? 's1' : 's5')
  const title = svgElement('title', {}, [`${node.name}: ${node.items.length} items`])
  return svgElement(
    'path',
    {
      d: shapeOf(node.kind, radiusOf(node)),
      transform: `translate(${x} ${y})`,
      fill: side === 0 ? colour('ground') : fill,
      stroke: chosen ? colour('ink') : fill,
      'stroke-width': chosen ? 3 : 1.5,
      opacity: faint ? 0.35 : 1,
      'data-id': node.id,
    },
    [title],
  )
}

/** Returns the shape of an actor. Square: state, diamond: bloc, triangle: organisation, circle: person. */
function shapeOf(kind: Stakeholder['kind'], r: number): string {
  if (kind === 'state') return `M${-r} ${-r}H${r}V${r}H${-r}Z`
  if (kind === 'bloc') return `M0 ${-1.3 * r}L${1.3 * r} 0L0 ${1.3 * r}L${-1.3 * r} 0Z`
  if (kind === 'organisation') return `M0 ${-1.25 * r}L${1.15 * r} ${0.85 * r}H${-1.15 * r}Z`
  return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`
}

/** Draws labels where they fit: the selected name and its neighbours first, then the most often named. */
function labels(placed: readonly At[], near: ReadonlySet<string>, width: number): SVGElement[] {
  const wanted = [...placed].sort(
    (p, q) => Number(near.has(q.node.id)) - Number(near.has(p.node.id)) || q.node.items.length - p.node.items.length,
  )
  const taken: { x: number; y: number; w: number }[] = []
  return wanted.flatMap(({ node, x, y }): SVGElement[] => {
    const w = 6.1 * node.name.length
    const end = x > width * 0.62
    const left = end ? x - radiusOf(node) - 3 - w : x + radiusOf(node) + 3
    const room =
      left >= 0 && left + w <= width && !taken.some((box) => Math.abs(box.y - y) < 13 && left < box.x + box.w && box.x < left + w)
    if (!room) return []
    taken.push({ x: left, y, w })
    const halo = { stroke: colour('ground'), 'stroke-width': 3, 'paint-order': 'stroke' }
    const anchor = end ? 'end' : 'start'
    const at = end ? x - radiusOf(node) - 3 : x + radiusOf(node) + 3
    const weight = near.has(node.id) ? 600 : 400
    return [
      svgElement('text', { x: at, y: y + 4, 'font-size': 11, 'text-anchor': anchor, 'font-weight': weight, ...halo, 'data-id': node.id }, [
        node.name,
      ]),
    ]
  })
}
