import type { Stakeholder, StakeholderLink, Stakeholders } from '../../assessments/pairs/stakeholder-network.ts'

/** A stakeholder with its position in the drawing. */
export interface PlacedNode {
  readonly node: Stakeholder
  readonly column: 'a' | 'middle' | 'b'
  readonly x: number
  readonly y: number
}

export interface NetworkLayout {
  readonly placed: readonly PlacedNode[]
  /** Links between columns, without those of the two states themselves, which nearly every item names. */
  readonly links: readonly { readonly link: StakeholderLink; readonly from: PlacedNode; readonly to: PlacedNode }[]
  readonly height: number
  /** Number of nodes left out for lack of room. */
  readonly left: number
}

const columns = { a: 225, middle: 360, b: 495 } as const
const [top, step, rows] = [22, 26, 14]

/**
 * Places the network without randomness: actors of A at the left, of B at the right, all others between.
 *
 * @param network   its first nodes are placed at the top; nodes beyond the room of a column are left out
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
  // the state itself is at the top of its column
  const ordered = [...own.filter(({ id }) => id === a || id === b), ...own.filter(({ id }) => id !== a && id !== b)]
  return ordered.slice(0, rows).map((node, i) => ({ node, column, x: columns[column], y: top + step * i }))
}
