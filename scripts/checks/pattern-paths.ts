import type { Automaton } from './pattern-automaton.ts'
import { type Node, partsOf, Walks } from './pattern-walks.ts'

/** A text that multiplies the ways of a pattern: a prefix, and a run of letters to repeat. */
export interface Pump {
  readonly lead: readonly number[]
  readonly run: readonly number[]
}

/**
 * How the number of ways grows with a text: `degree` 0 is bounded for each letter, 1 grows with the text, and so on;
 * exponential growth doubles with each repeat.
 */
export interface Growth {
  readonly degree: number
  readonly pumps: readonly Pump[]
}

type Loop = ReadonlySet<number>

/**
 * How the ways through an automaton grow: exponentially with two ways through one unbounded loop, otherwise with the
 * number of consecutive loops that read the same. The criteria are those of Weber and Seidl (1991) for the ambiguity of
 * finite automata, computed as in Allauzen, Mohri and Rastogi (2008).
 */
export function growthOf(automaton: Automaton): Growth {
  const walks = new Walks(automaton)
  const loops = loopsIn(automaton)
  for (const loop of loops) {
    const pump = doubled(walks, loop)
    if (pump !== null) return { degree: Number.POSITIVE_INFINITY, pumps: [pump] }
  }
  const endless = loops.filter((loop) => isEndless(automaton, loop))
  return { degree: longestRow(walks, endless).degree, pumps: longestRow(walks, loops).pumps }
}

/** Whether a loop continues without a bounded repeat. */
function isEndless({ ways }: Automaton, loop: Loop): boolean {
  const places = [...loop]
  const edges = places.map((place) =>
    ways[place]!.filter(({ to, counted }) => loop.has(to) && counted !== true).map(({ to }) => places.indexOf(to)),
  )
  return new Set(partsOf(edges)).size < places.length || edges.some((to, i) => to.includes(i))
}

/** The sets of positions that lead back to themselves, in the order in which they can follow each other. */
function loopsIn({ ways }: Automaton): Loop[] {
  const part = partsOf(ways.map((all) => all.map(({ to }) => to)))
  const loops = new Map<number, Set<number>>()
  for (const [place, of] of part.entries())
    if (ways[place]!.some(({ to }) => part[to] === of)) loops.set(of, (loops.get(of) ?? new Set()).add(place))
  return [...loops].sort(([a], [b]) => b - a).map(([, loop]) => loop)
}

/** A run of letters that a loop reads in two ways from a position back to it. */
function doubled(walks: Walks, loop: Loop): Pump | null {
  const { reads } = walks.automaton
  const within = [loop, loop]
  let twice: Node | undefined
  const starts = [...loop].flatMap((place) => [...walks.nodes([place, place], reads[place]!)])
  const { nodes, edges } = walks.reached(starts, function* (node) {
    const [p, q] = node.places
    if (p === q && twice === undefined && isDouble(walks, node, loop)) twice = node
    for (const next of walks.next(node, within)) if (p !== q || next.places[0] !== next.places[1]) yield next
  })
  if (twice !== undefined) return pumpOf(walks, twice.places[0]!, twice.letter, loop)
  const isSame = (node: Node): boolean => node.places[0] === node.places[1]
  const home = leadingTo(edges, new Set(nodes.flatMap((node, i) => (isSame(node) ? [i] : []))))
  for (const [i, node] of nodes.entries()) {
    if (!isSame(node) || !edges[i]!.some((to) => home.has(to))) continue
    const apart = nodes[edges[i]!.find((to) => home.has(to))!]!
    const rest = walks.wayTo(apart, within, isSame)
    if (rest !== null) return pumpBy(walks, node, [apart.letter, ...rest.word], rest.node, loop)
  }
  return null
}

/** Whether a position has two transitions to the same next one. */
function isDouble(walks: Walks, { places, letter }: Node, loop: Loop): boolean {
  const ways = walks.waysAt(places[0]!, letter).filter(({ to }) => loop.has(to))
  return ways.some((one, i) => ways.some((other, j) => j < i && one.to === other.to && (one.letters & other.letters) !== 0n))
}

/**
 * The nodes from which any of the given nodes can be reached; the given nodes themselves only if they are on such a
 * path.
 */
function leadingTo(edges: readonly (readonly number[])[], ends: ReadonlySet<number>): Set<number> {
  const back: number[][] = edges.map(() => [])
  for (const [from, all] of edges.entries()) for (const to of all) back[to]!.push(from)
  const found = new Set(ends)
  for (const one of found) for (const from of back[one]!) found.add(from)
  return found
}

const everywhere = ({ ways }: Automaton): Loop => new Set(ways.keys())

/** The letters that lead to a position, then a run from it back to itself. */
function pumpOf(walks: Walks, place: number, letter: number, loop: Loop): Pump {
  const node = walks.node([place], letter)
  return pumpBy(walks, node, [], node, loop)
}

/** The letters that lead to a position, then a run that begins with the given letters and returns to it. */
function pumpBy(walks: Walks, start: Node, word: readonly number[], end: Node, loop: Loop): Pump {
  const home = walks.node([start.places[0]!], start.letter)
  const isHome = ({ key }: Node): boolean => key === home.key
  const back = walks.wayTo(walks.node([end.places[0]!], end.letter), [loop], isHome)?.word ?? []
  return { lead: leadTo(walks, home), run: word.length > 0 && end.places[0] === home.places[0] ? word : [...word, ...back] }
}

function leadTo(walks: Walks, home: Node): readonly number[] {
  const begin = walks.node([0], walks.automaton.alphabet.examples.length)
  return walks.wayTo(begin, [everywhere(walks.automaton)], ({ key }) => key === home.key)?.word ?? []
}

/** The longest sequence of loops in which each can also read what the previous one reads. */
function longestRow(walks: Walks, loops: readonly Loop[]): Growth {
  const best: Growth[] = loops.map(() => ({ degree: 0, pumps: [] }))
  const onwards = loops.map((loop) => onFrom(walks.automaton, loop))
  for (const [j, target] of loops.entries())
    for (let i = 0; i < j; i++) {
      const before = best[i]!
      if ([...target].every((place) => walks.automaton.sure.has(place))) continue
      if (before.degree + 1 <= best[j]!.degree) continue
      const pump = overlap(walks, loops[i]!, onwards[i]!, target)
      if (pump !== null) best[j] = { degree: before.degree + 1, pumps: [...before.pumps, pump] }
    }
  return best.reduce((most, one) => (one.degree > most.degree ? one : most), { degree: 0, pumps: [] })
}

/** A run of letters that one loop reads, that leads from it to another loop, and that the other loop also reads. */
function overlap(walks: Walks, first: Loop, onward: Loop, second: Loop): Pump | null {
  const between = leadingBack(walks.automaton, onward, second)
  if (between.size === 0) return null
  const within = [first, between, second]
  const starts = [...first].flatMap((p) =>
    [...second].flatMap((q) => [...walks.nodes([p, p, q], walks.automaton.reads[p]! & walks.automaton.reads[q]!)]),
  )
  const { nodes, edges } = walks.reached(starts, function* (node) {
    const [x, y, z] = node.places as [number, number, number]
    yield* walks.next(node, within)
    if (y === z) yield walks.node([x, x, z], node.letter)
  })
  const part = partsOf(edges)
  for (const [i, node] of nodes.entries()) {
    const [p, y, q] = node.places as [number, number, number]
    if (y !== q || p === q || !edges[i]!.some((to) => part[to] === part[i] && nodes[to]!.places[1] === p)) continue
    const start = walks.node([p, p, q], node.letter)
    const found = walks.wayTo(start, within, ({ key }) => key === node.key)
    if (found !== null) return { lead: leadTo(walks, walks.node([p], node.letter)), run: found.word }
  }
  return null
}

/** All positions reachable from a loop. */
function onFrom({ ways }: Automaton, loop: Loop): Loop {
  const found = new Set(loop)
  for (const place of found) for (const { to } of ways[place]!) found.add(to)
  return found
}

/** Those of the positions that lead to a loop. */
function leadingBack({ ways }: Automaton, places: Loop, loop: Loop): Loop {
  const back = new Map<number, number[]>()
  for (const place of places)
    for (const { to } of ways[place]!) {
      const known = back.get(to)
      if (known === undefined) back.set(to, [place])
      else known.push(place)
    }
  const found = new Set([...loop].filter((place) => places.has(place)))
  for (const place of found) for (const from of back.get(place) ?? []) found.add(from)
  return found
}

/** The maximum number of ways that a backtracking matcher follows in a text, over all starting positions. */
export function waysThrough(automaton: Automaton, text: readonly number[]): number {
  const walks = new Walks(automaton)
  let counts = new Map<number, number>([[0, 1]])
  let last = automaton.alphabet.examples.length
  let sum = 0
  for (const letter of text) {
    const after = new Map<number, number>()
    for (const [place, count] of counts)
      for (const { to, letters } of walks.waysAt(place, last))
        if (((letters >> BigInt(letter)) & 1n) !== 0n) after.set(to, (after.get(to) ?? 0) + count)
    for (const count of after.values()) sum += count
    counts = after
    last = letter
  }
  return sum
}

export const wordOf = ({ alphabet }: Automaton, letters: readonly number[]): string =>
  letters.map((letter) => alphabet.examples[letter] ?? '').join('')
