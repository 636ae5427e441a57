import type { Stakeholder, StakeholderLink, Stakeholders } from '../../assessments/pairs/stakeholders.ts'

/** A stakeholder at its place. */
export interface PlacedNode {
  readonly node: Stakeholder
  readonly column: 'a' | 'middle' | 'b'
  readonly x: number
  readonly y: number
}

export interface NetworkLayout {
  readonly placed: readonly PlacedNode[]
  /** Links between two columns, but for those of the pair itself, which nearly every item names. */
  readonly links: readonly { readonly link: StakeholderLink; readonly from: PlacedNode; readonly to: PlacedNode }[]
  readonly height: number
  /** Nodes for which there was no room. */
  readonly left: number
}

const columns = { a: 225, middle: 360, b: 495 } as const
const [top, step, rows] = [22, 26, 14]

/**
 * Places for a network of a pair, without chance: what belongs to A at the left under A, to B at the right under B, all others between them; the most often named first.
 *
 * @param network   nodes in their order
 */
export function networkLayout(network: Stakeholders): NetworkLayout {
  const lists = (['a', 'middle', 'b'] as const).map((column) => columnOf(network, column))
  const placed = lists.flat()
  const byId = new Map(placed.map((one) => [one.node.id, one]))
  const links = network.links.flatMap((link) => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)]
    if (link.kind === 'belongs to' || from === undefined || to === undefined || from.column === to.column) return []
    return [from, to].some(({ node }) => node.id === network.a || node.id === network.b) ? [] : [{ link, from, to }]
  })
  const longest = Math.max(...lists.map((list) => list.length), 1)
  return { placed, links, height: top + step * longest, left: network.nodes.length - placed.length }
}

function columnOf({ nodes, a, b }: Stakeholders, column: PlacedNode['column']): PlacedNode[] {
  const own = nodes.filter((node) => (node.of === a ? 'a' : node.of === b ? 'b' : 'middle') === column)
  // the state heads its column
  const ordered = [...own.filter(({ id }) => id === a || id === b), ...own.filter(({ id }) => id !== a && id !== b)]
  return ordered.slice(0, rows).map((node, i) => ({ node, column, x: columns[column], y: top + step * i }))
}
