import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force'
import type { Answers } from '../../../../src/server/answer-types.ts'

export type Network = Answers['stakeholders']
export type Stakeholder = Network['nodes'][number]
export type Tie = Network['links'][number]

/** Position of a node: across and down, each from 0 to 1. */
export interface NodePosition {
  readonly x: number
  readonly y: number
}

interface Body extends SimulationNodeDatum {
  readonly id: string
  readonly side: -1 | 0 | 1
  readonly size: number
}

const [width, height, steps] = [900, 560, 200]

/**
 * Computes a force-directed layout: actors of A at the left, of B at the right, the rest between; names that occur together are close. The
 * same network gives the same layout, because it starts from a fixed arrangement.
 */
export function forceLayout(network: Network): ReadonlyMap<string, NodePosition> {
  const bodies = network.nodes.map((node): Body => {
    const side = nodeSide(node, network)
    const base = { id: node.id, side, size: radiusOf(node) }
    // the two states are fixed at the ends
    return node.id === network.a || node.id === network.b ? { ...base, fx: width * (0.5 + 0.42 * side), fy: height / 2 } : base
  })
  const ties = visibleTies(network).map(({ from, to, items }) => ({ source: from, target: to, weight: items.length }))
  forceSimulation(bodies)
    .force('side', forceX<Body>(({ side }) => width * (0.5 + 0.3 * side)).strength(0.22))
    .force('level', forceY<Body>(height / 2).strength(0.1))
    .force('apart', forceManyBody<Body>().strength(-90).distanceMax(260))
    .force(
      'collide',
      forceCollide<Body>(({ size }) => size + 7),
    )
    .force(
      'ties',
      forceLink<Body, (typeof ties)[number] & { source: string | Body; target: string | Body }>(ties)
        .id(({ id }) => id)
        .distance(60)
        .strength(({ weight }) => 0.02 * Math.min(4, weight)),
    )
    .stop()
    .tick(steps)
  return normalised(bodies)
}

/** Returns the links between actors named together, without those of the two states themselves, which nearly every item names. */
export function visibleTies({ links, a, b }: Network): Tie[] {
  return links.filter(({ kind, from, to }) => kind === 'named together' && ![from, to].some((id) => id === a || id === b))
}

/** Returns the side that an actor belongs to: −1 for A, 1 for B, 0 for neither. */
export function nodeSide({ of }: Stakeholder, { a, b }: Network): -1 | 0 | 1 {
  return of === a ? -1 : of === b ? 1 : 0
}

/** Returns the radius of a node, which grows with the number of its items. */
export function radiusOf({ items }: Stakeholder): number {
  return 3 + 1.1 * Math.sqrt(items.length)
}

function normalised(bodies: readonly Body[]): ReadonlyMap<string, NodePosition> {
  const [xs, ys] = [bodies.map(({ x }) => x ?? 0), bodies.map(({ y }) => y ?? 0)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return new Map(bodies.map(({ id }, i) => [id, { x: (xs[i]! - left) / (right - left || 1), y: (ys[i]! - top) / (bottom - top || 1) }]))
}
