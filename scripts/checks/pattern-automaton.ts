import { type Alphabet, alphabetOf, type Letters } from './pattern-letters.ts'
import type { PatternTree } from './pattern-tree.ts'

/**
 * A transition from one position of a pattern to the next, with the letters allowed before it and the letters it reads.
 */
export interface Way {
  readonly to: number
  readonly before: Letters
  readonly letters: Letters
  /** It passes through a repeat with an upper bound. */
  readonly counted?: true
}

/**
 * A pattern as positions that each read a letter, and the transitions between them, all of which a backtracking matcher
 * tries. Position 0 stands for everything before a match. A bounded repeat of five or more counts as unbounded unless
 * `exact`, and assertions are checked to one letter only. The automaton therefore never has fewer ways than a matcher.
 */
export interface Automaton {
  readonly alphabet: Alphabet
  /** The letters that each position reads. */
  readonly reads: readonly Letters[]
  readonly ways: readonly (readonly Way[])[]
  /** Positions after which nothing more is required: the match is complete, and there is no backtracking. */
  readonly sure: ReadonlySet<number>
}

/** The two adjacent letters that an empty step requires. */
interface Asked {
  readonly before: Letters
  readonly after: Letters
}

interface Step {
  readonly to: number
  readonly asked: readonly Asked[] | null
  readonly counted: boolean
}

/** Maximum number of transitions from one position. */
const mostWays = 60_000

/**
 * The automaton of a tree.
 *
 * @param exact  whether bounded repeats are expanded in full, for counting
 */
export function automatonOf(tree: PatternTree, flags: string, characters: readonly string[], exact = false): Automaton {
  return new Builder(alphabetOf(tree, flags, characters), flags.includes('m'), exact ? mostCopies : 4).whole(tree, flags.includes('y'))
}

/** Larger repeats are treated as unbounded even in exact mode. */
const mostCopies = 120
/** Beyond this many positions no more copies are made. */
const mostPlaces = 6_000

class Builder {
  readonly #alphabet: Alphabet
  readonly #lines: boolean
  readonly #copies: number
  /** Empty steps from each state. */
  readonly #steps: Step[][] = []
  /** The position that reads on from a state. */
  readonly #readers = new Map<number, number>()
  readonly #reads: Letters[] = []
  readonly #after: number[] = []
  readonly #sure = new Set<number>()

  constructor(alphabet: Alphabet, lines: boolean, copies: number) {
    this.#copies = copies
    this.#alphabet = alphabet
    this.#lines = lines
  }

  whole(tree: PatternTree, sticky: boolean): Automaton {
    const { all, begin } = this.#alphabet
    const start = this.#state()
    this.#reads.push(all | begin)
    this.#after.push(start)
    const end = this.#state()
    this.#join(tree, start, end)
    const ways = this.#after.map((state, place) => this.#waysFrom(state, end, place))
    if (!sticky) ways[0]!.push({ to: 0, before: all | begin, letters: all })
    return { alphabet: this.#alphabet, reads: this.#reads, ways, sure: this.#sure }
  }

  #state(): number {
    this.#steps.push([])
    return this.#steps.length - 1
  }

  #step(from: number, to: number, asked: readonly Asked[] | null = null, counted = false): void {
    this.#steps[from]!.push({ to, asked, counted })
  }

  /** Adds a part of the pattern between two states. */
  #join(tree: PatternTree, from: number, to: number): void {
    switch (tree.kind) {
      case 'set':
        this.#read(this.#alphabet.ofClass(tree.source), from, to)
        break
      case 'cat':
        this.#inTurn(tree.parts, from, to)
        break
      case 'or':
        for (const part of tree.parts) {
          const own = this.#state()
          this.#step(from, own)
          this.#join(part, own, to)
        }
        break
      case 'repeat':
        this.#repeat(tree, from, to)
        break
      case 'look':
        this.#look(tree, from, to)
        break
      case 'edge':
        this.#step(from, to, edgeAsked(tree.sign, this.#alphabet, this.#lines))
        break
      case 'again':
        this.#step(from, to)
    }
  }

  #inTurn(parts: readonly PatternTree[], from: number, to: number): void {
    let at = from
    for (const part of parts) {
      const next = this.#state()
      this.#join(part, at, next)
      at = next
    }
    this.#step(at, to)
  }

  #read(letters: Letters, from: number, to: number): void {
    const own = this.#state()
    this.#step(from, own)
    this.#readers.set(own, this.#reads.length)
    this.#reads.push(letters)
    this.#after.push(to)
  }

  #repeat({ body, min, max }: Extract<PatternTree, { kind: 'repeat' }>, from: number, to: number): void {
    let at = from
    const exact = max <= this.#copies && this.#reads.length < mostPlaces
    for (let i = 0; i < (exact ? min : Math.min(min, 1)); i++) {
      const next = this.#state()
      this.#join(body, at, next)
      at = next
    }
    if (!exact) {
      this.#loop(body, at, to, Number.isFinite(max))
      return
    }
    for (let i = min; i < max; i++) {
      const next = this.#state()
      this.#step(at, to)
      this.#join(body, at, next)
      at = next
    }
    this.#step(at, to)
  }

  #loop(body: PatternTree, from: number, to: number, counted: boolean): void {
    const again = this.#state()
    const end = this.#state()
    this.#step(from, again)
    this.#join(body, again, end)
    this.#step(end, again, null, counted)
    this.#step(again, to)
  }

  /** Lookaheads are tried too, and end there; they restrict the first letter of what follows. */
  #look({ ahead, negative, body }: Extract<PatternTree, { kind: 'look' }>, from: number, to: number): void {
    const { all, begin, end } = this.#alphabet
    const every = all | begin | end
    const { letters, empty, alone } = firstOf(body, this.#alphabet, ahead)
    const next = negative ? every & ~alone : empty ? every : letters
    this.#step(from, to, [ahead ? { before: every, after: next } : { before: next, after: every }])
    if (ahead && hasReads(body, 2)) this.#join(body, from, this.#state())
  }

  #waysFrom(state: number, goal: number, place: number): Way[] {
    const { all, begin, end } = this.#alphabet
    const every = all | begin | end
    const found: Way[] = []
    const onPath = new Set<number>()
    const walk = (at: number, asked: Asked, counted: boolean): void => {
      if (onPath.has(at)) return
      const reader = this.#readers.get(at)
      if (reader !== undefined) {
        const letters = asked.after & this.#reads[reader]!
        if (letters !== 0n) found.push({ to: reader, before: asked.before, letters, ...(counted ? { counted } : {}) })
        if (found.length > mostWays) throw new Error('too many ways')
      }
      if (at === goal && asked.before === every && asked.after === every) this.#sure.add(place)
      onPath.add(at)
      for (const step of this.#steps[at]!)
        for (const one of step.asked ?? [{ before: every, after: every }]) {
          const both = { before: asked.before & one.before, after: asked.after & one.after }
          if (both.before !== 0n && both.after !== 0n) walk(step.to, both, counted || step.counted)
        }
      onPath.delete(at)
    }
    walk(state, { before: every, after: every }, false)
    return found
  }
}

/** The letters that a boundary requires on its two sides. */
function edgeAsked(sign: string, { all, begin, end, ofClass }: Alphabet, lines: boolean): Asked[] {
  const every = all | begin | end
  const word = ofClass('\\w')
  const line = lines ? ofClass('[\\n\\r\\u2028\\u2029]') : 0n
  if (sign === '^') return [{ before: begin | line, after: every }]
  if (sign === '$') return [{ before: every, after: end | line }]
  const sides: readonly (readonly [Letters, Letters])[] =
    sign === '\\b'
      ? [
          [word, every & ~word],
          [every & ~word, word],
        ]
      : [
          [word, word],
          [every & ~word, every & ~word],
        ]
  return sides.map(([before, after]) => ({ before, after }))
}

const hasReads = (tree: PatternTree, least: number): boolean => readsIn(tree) >= least

function readsIn(tree: PatternTree): number {
  if (tree.kind === 'set') return 1
  if (tree.kind === 'cat') return tree.parts.reduce((sum, part) => sum + readsIn(part), 0)
  if (tree.kind === 'or') return Math.max(...tree.parts.map(readsIn))
  if (tree.kind === 'repeat') return readsIn(tree.body) * Math.min(tree.max, 9)
  return tree.kind === 'look' ? readsIn(tree.body) : 0
}

/** How a part can begin, or end where it is read backwards. */
interface First {
  readonly letters: Letters
  /** It may match the empty text, or its requirements are unknown. */
  readonly empty: boolean
  /** Letters that suffice on their own. */
  readonly alone: Letters
}

function firstOf(tree: PatternTree, alphabet: Alphabet, ahead: boolean): First {
  const { begin, end, ofClass } = alphabet
  const unknown: First = { letters: 0n, empty: true, alone: 0n }
  if (tree.kind === 'set') return { letters: ofClass(tree.source), empty: false, alone: ofClass(tree.source) }
  if (tree.kind === 'edge') {
    const side = ahead && tree.sign === '$' ? end : !ahead && tree.sign === '^' ? begin : 0n
    return side === 0n ? unknown : { letters: side, empty: false, alone: side }
  }
  if (tree.kind === 'or') {
    const all = tree.parts.map((part) => firstOf(part, alphabet, ahead))
    return {
      letters: all.reduce((sum, one) => sum | one.letters, 0n),
      empty: all.some((one) => one.empty),
      alone: all.reduce((sum, one) => sum | one.alone, 0n),
    }
  }
  if (tree.kind === 'repeat') {
    const body = firstOf(tree.body, alphabet, ahead)
    return tree.min === 0 ? { ...body, empty: true, alone: 0n } : { ...body, alone: tree.min === 1 ? body.alone : 0n }
  }
  if (tree.kind === 'cat') return firstInTurn(ahead ? tree.parts : tree.parts.toReversed(), alphabet, ahead)
  return unknown
}

function firstInTurn(parts: readonly PatternTree[], alphabet: Alphabet, ahead: boolean): First {
  let letters = 0n
  for (const [i, part] of parts.entries()) {
    const own = firstOf(part, alphabet, ahead)
    letters |= own.letters
    if (own.empty) continue
    return { letters, empty: false, alone: i === 0 && parts.slice(1).every(isNothing) ? own.alone : 0n }
  }
  return { letters, empty: true, alone: 0n }
}

/** A part that never prevents what comes before it from matching. */
const isNothing = (tree: PatternTree): boolean =>
  (tree.kind === 'repeat' && tree.min === 0) || ((tree.kind === 'cat' || tree.kind === 'or') && tree.parts.every(isNothing))
