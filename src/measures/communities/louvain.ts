import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { randomStream } from '../../numeric/random.ts'
import { modularity } from './modularity.ts'

type Louvain = (
  graph: UndirectedGraph,
  options: { readonly rng: () => number; readonly getEdgeWeight: string },
) => Readonly<Record<string, number>>

/** The package exports one function; whether its types reflect that depends on how a compiler reads the export. */
const louvain = louvainModule as unknown as Louvain

/** A partition of a network. Communities are numbered by size; in a tie, the one with the lowest node comes first. */
export interface Partition {
  readonly communities: Int32Array
  readonly count: number
  readonly modularity: number
}

/**
 * Finds communities of a weighted network by Louvain's local moves (graphology's), the best of several runs by modularity.
 * The greedy moves find a good partition, not always the best one. The result depends on the order in which nodes are
 * visited, hence several runs.
 *
 * @param network   symmetric, row-major, zero diagonal
 * @param nodes     number of nodes
 * @param options   runs (default 10), and the seed for the node orders
 * @returns         a node without ties is a community of its own
 * @see Blondel, Guillaume, Lambiotte & Lefebvre 2008, Journal of Statistical Mechanics P10008
 * @example bestPartition(Float64Array.of(0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0), 4, { seed: 1 }).count   // 2
 */
export function bestPartition(network: Float64Array, nodes: number, options: { readonly runs?: number; readonly seed: number }): Partition {
  const graph = graphOf(network, nodes)
  let best: { found: Readonly<Record<string, number>>; q: number } | undefined
  for (let run = 0; run < (options.runs ?? 10); run++) {
    const stream = randomStream(options.seed, 'louvain', run)
    const rng = (): number => stream.uint32() / 2 ** 32
    const found = graph.size === 0 ? alone(nodes) : louvain(graph, { rng, getEdgeWeight: 'weight' })
    const q = modularity(
      network,
      Int32Array.from({ length: nodes }, (_, i) => found[i]!),
    )
    if (best === undefined || q > best.q) best = { found, q }
  }
  const { communities, count } = relabelledBySize(Int32Array.from({ length: nodes }, (_, i) => best!.found[i]!))
  return { communities, count, modularity: best!.q }
}

function alone(nodes: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: nodes }, (_, i) => [String(i), i]))
}

function graphOf(network: Float64Array, nodes: number): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (let i = 0; i < nodes; i++) graph.addNode(String(i))
  for (let i = 0; i < nodes; i++) {
    for (let j = i + 1; j < nodes; j++) {
      const weight = network[i * nodes + j]!
      if (weight > 0) graph.addEdge(String(i), String(j), { weight })
    }
  }
  return graph
}

/**
 * Numbers the communities of a partition by size, the largest 0; in a tie, the one with the lowest node comes first.
 *
 * @example Array.from(relabelledBySize(Int32Array.of(7, 3, 3)).communities)   // [1, 0, 0]
 */
export function relabelledBySize(partition: Int32Array): { communities: Int32Array; count: number } {
  const members = new Map<number, number[]>()
  for (const [node, community] of partition.entries()) members.set(community, [...(members.get(community) ?? []), node])
  const order = [...members].sort(([, a], [, b]) => b.length - a.length || a[0]! - b[0]!)
  const number = new Map(order.map(([community], i) => [community, i]))
  return { communities: partition.map((community) => number.get(community)!), count: order.length }
}
