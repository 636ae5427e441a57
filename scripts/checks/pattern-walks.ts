import type { Automaton, Way } from './pattern-automaton.ts'
import type { Letters } from './pattern-letters.ts'

/** Positions read in parallel, all after the same letter. */
export interface Node {
  readonly places: readonly number[]
  readonly letter: number
  /** Equal for nodes from which the same can be read. */
  readonly key: number
}

/** The search stops after this many combined positions. */
const mostNodes = 1_500_000

/** The letters in a set, by number. */
export function* lettersIn(letters: Letters): Generator<number> {
  for (let left = letters, letter = 0; left !== 0n; left >>= 1n, letter++) if ((left & 1n) !== 0n) yield letter
}

/** What can be read from several positions at once. */
export class Walks {
  readonly automaton: Automaton
  /** For each position and preceding letter: the class of that letter for the transitions from there. */
  readonly #kinds: readonly (readonly number[])[]
  /** For each position and class: the transitions. */
  readonly #ways: readonly (readonly (readonly Way[])[])[]
  readonly #mostKinds: number

  constructor(automaton: Automaton) {
    this.automaton = automaton
    const made = automaton.ways.map((ways) => kindsOf(ways, automaton.alphabet.examples.length + 1))
    this.#kinds = made.map(({ kinds }) => kinds)
    this.#ways = made.map(({ waysOf }) => waysOf)
    this.#mostKinds = Math.max(...this.#ways.map(({ length }) => length))
  }

  node(places: readonly number[], letter: number): Node {
    let key = 0
    for (const place of places) key = (key * this.#ways.length + place) * this.#mostKinds + this.#kinds[place]![letter]!
    return { places, letter, key }
  }

  waysAt(place: number, letter: number): readonly Way[] {
    return this.#ways[place]![this.#kinds[place]![letter]!]!
  }

  /** Nodes of these positions, one for all preceding letters after which the same can be read. */
  *nodes(places: readonly number[], letters: Letters): Generator<Node> {
    if (places.every((place) => this.#ways[place]!.length === 1)) {
      const letter = lettersIn(letters).next().value
      if (letter !== undefined) yield this.node(places, letter)
      return
    }
    const known = new Set<number>()
    for (const letter of lettersIn(letters)) {
      const node = this.node(places, letter)
      if (!known.has(node.key)) yield node
      known.add(node.key)
    }
  }

  /** All next nodes, with each side restricted to its own positions. */
  *next({ places, letter }: Node, within: readonly ReadonlySet<number>[]): Generator<Node> {
    const sides = places.map((place, side) => this.waysAt(place, letter).filter(({ to }) => within[side]!.has(to)))
    const [first = [], second = [{ to: -1, letters: -1n }], third = [{ to: -1, letters: -1n }]] = sides
    for (const one of first)
      for (const two of second) {
        const both = one.letters & two.letters
        if (both === 0n) continue
        for (const three of third) {
          const letters = both & three.letters
          if (letters !== 0n) yield* this.nodes([one.to, two.to, three.to].slice(0, sides.length), letters)
        }
      }
  }

  /** The shortest path from a node to one that satisfies a condition, with the letters read. */
  wayTo(
    start: Node,
    within: readonly ReadonlySet<number>[],
    isIt: (node: Node) => boolean,
  ): { node: Node; word: readonly number[] } | null {
    const from = new Map<number, Node | null>([[start.key, null]])
    const open = [start]
    for (const node of open) {
      if (node !== start && isIt(node)) return { node, word: wordTo(node, from) }
      for (const next of this.next(node, within)) {
        if (next.key === start.key && isIt(next)) return { node: next, word: [...wordTo(node, from), next.letter] }
        if (from.has(next.key)) continue
        from.set(next.key, node)
        open.push(next)
        if (open.length > mostNodes) throw new Error('too many places side by side')
      }
    }
    return null
  }

  /** All nodes reachable from the given ones, by number, and the edges between them. */
  reached(starts: Iterable<Node>, next: (node: Node) => Iterable<Node>): { nodes: Node[]; edges: number[][] } {
    const numbers = new Map<number, number>()
    const nodes: Node[] = []
    const edges: number[][] = []
    const numberOf = (node: Node): number => {
      let known = numbers.get(node.key)
      if (known === undefined) {
        known = nodes.push(node) - 1
        if (known > mostNodes) throw new Error('too many places side by side')
        numbers.set(node.key, known)
      }
      return known
    }
    for (const start of starts) numberOf(start)
    for (let i = 0; i < nodes.length; i++) edges.push(Array.from(next(nodes[i]!), numberOf))
    return { nodes, edges }
  }
}

function wordTo(end: Node, from: ReadonlyMap<number, Node | null>): number[] {
  const word: number[] = []
  for (let node = end; ; ) {
    const before = from.get(node.key)
    if (before === null || before === undefined) return word.toReversed()
    word.push(node.letter)
    node = before
  }
}

/** Letters before a position, grouped by the transitions that they allow. */
function kindsOf(ways: readonly Way[], letters: number): { kinds: readonly number[]; waysOf: readonly (readonly Way[])[] } {
  const known = new Map<string, number>()
  const waysOf: (readonly Way[])[] = []
  const kinds = Array.from({ length: letters }, (_, letter) => {
    const open = ways.filter(({ before }) => ((before >> BigInt(letter)) & 1n) !== 0n)
    const key = open.map((way) => ways.indexOf(way)).join()
    if (!known.has(key)) known.set(key, waysOf.push(open) - 1)
    return known.get(key)!
  })
  return { kinds, waysOf }
}

/** The strongly connected components of a graph: the component number of each node, the most distant ones first. */
export function partsOf(edges: readonly (readonly number[])[]): readonly number[] {
  const count = edges.length
  const [index, low, part] = [new Int32Array(count).fill(-1), new Int32Array(count), new Int32Array(count).fill(-1)]
  const next = new Int32Array(count)
  const stack: number[] = []
  let [seen, parts] = [0, 0]
  for (let root = 0; root < count; root++) {
    const open = index[root] === -1 ? [root] : []
    while (open.length > 0) {
      const at = open.at(-1)!
      if (index[at] === -1) {
        index[at] = low[at] = seen++
        stack.push(at)
      }
      const to = edges[at]![next[at]!++]
      if (to !== undefined) {
        if (index[to] === -1) open.push(to)
        else if (part[to] === -1) low[at] = Math.min(low[at]!, index[to]!)
        continue
      }
      open.pop()
      const below = open.at(-1)
      if (below !== undefined) low[below] = Math.min(low[below]!, low[at]!)
      if (low[at] !== index[at]) continue
      for (let one = stack.pop()!; ; one = stack.pop()!) {
        part[one] = parts
        if (one === at) break
      }
      parts++
    }
  }
  return [...part]
}
