/** A part of a pattern with repeats and alternatives as a tree; a `set` is the source of a one-character class. */
export type PatternTree =
  | { readonly kind: 'set'; readonly source: string }
  | { readonly kind: 'cat'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'or'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly body: PatternTree; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly kind: 'look'; readonly ahead: boolean; readonly negative: boolean; readonly body: PatternTree }
  | { readonly kind: 'edge'; readonly sign: '^' | '$' | '\\b' | '\\B' }
  | { readonly kind: 'again' }

/**
 * The tree of a valid pattern.
 *
 * @example treeOf(/a|b+/).kind   // 'or'
 */
export function treeOf({ source, flags }: RegExp): PatternTree {
  const reader = new TreeReader(source, /[uv]/.test(flags))
  const tree = reader.alternatives()
  if (!reader.done) throw new Error(`not understood at ${reader.at}: ${source}`)
  return tree
}

/** A part read from its end to its beginning. */
function reversed(tree: PatternTree): PatternTree {
  if (tree.kind === 'cat') return { kind: 'cat', parts: tree.parts.map(reversed).toReversed() }
  if (tree.kind === 'or') return { kind: 'or', parts: tree.parts.map(reversed) }
  if (tree.kind === 'repeat') return { ...tree, body: reversed(tree.body) }
  if (tree.kind === 'look') return { ...tree, ahead: !tree.ahead, body: reversed(tree.body) }
  if (tree.kind === 'edge' && (tree.sign === '^' || tree.sign === '$')) return { kind: 'edge', sign: tree.sign === '^' ? '$' : '^' }
  return tree
}

/** The lookbehinds of a pattern as separate patterns, read backwards at every position of a text. */
export function* lookedBackAt(tree: PatternTree): Generator<PatternTree> {
  if (tree.kind === 'cat' || tree.kind === 'or') for (const part of tree.parts) yield* lookedBackAt(part)
  if (tree.kind === 'look' && !tree.ahead) yield reversed(tree.body)
  if (tree.kind === 'look' || tree.kind === 'repeat') yield* lookedBackAt(tree.body)
}

const escaped = /\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|c[a-zA-Z]|[\s\S])/uy
const brackets = /\[(?:[^\]\\]|\\[\s\S])*\]/uy
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/uy
const groupHead = /\((?:\?(?::|<?[=!]|<[\w$]+>))?/uy

class TreeReader {
  readonly #source: string
  readonly #unicode: boolean
  at = 0

  constructor(source: string, unicode: boolean) {
    this.#source = source
    this.#unicode = unicode
  }

  get done(): boolean {
    return this.at >= this.#source.length
  }

  alternatives(): PatternTree {
    const parts = [this.#sequence()]
    while (this.#source[this.at] === '|') {
      this.at++
      parts.push(this.#sequence())
    }
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts }
  }

  #taken(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.at
    const found = form.exec(this.#source)
    if (found !== null) this.at += found[0].length
    return found
  }

  #sequence(): PatternTree {
    const parts: PatternTree[] = []
    while (!this.done && !'|)'.includes(this.#source[this.at]!)) parts.push(this.#repeated(this.#part()))
    return parts.length === 1 ? parts[0]! : { kind: 'cat', parts }
  }

  #repeated(body: PatternTree): PatternTree {
    const found = this.#taken(quantifier)
    if (found === null) return body
    const [, sign, least = '', comma, most = '', lazy] = found
    const [min, max] =
      sign !== undefined
        ? [sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY]
        : [Number(least), comma === undefined ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most)]
    return { kind: 'repeat', body, min, max, lazy: lazy === '?' }
  }

  #part(): PatternTree {
    const sign = this.#source[this.at]!
    if (sign === '(') return this.#group(this.#taken(groupHead)![0])
    if (sign === '[') return { kind: 'set', source: this.#taken(brackets)![0] }
    if (sign === '^' || sign === '$') {
      this.at++
      return { kind: 'edge', sign }
    }
    if (sign === '\\') return this.#escaped()
    const one = this.#unicode ? String.fromCodePoint(this.#source.codePointAt(this.at)!) : sign
    this.at += one.length
    return { kind: 'set', source: /[/{}\]]/.test(one) ? `\\${one}` : one }
  }

  #escaped(): PatternTree {
    const next = this.#source[this.at + 1]!
    if (next === 'b' || next === 'B') {
      this.at += 2
      return { kind: 'edge', sign: `\\${next}` }
    }
    if (/[1-9]/.test(next) || (next === 'k' && this.#source[this.at + 2] === '<')) {
      this.#taken(/\\(?:\d+|k<[^>]*>)/uy)
      return { kind: 'again' }
    }
    return { kind: 'set', source: this.#taken(escaped)![0] }
  }

  #group(head: string): PatternTree {
    const body = this.alternatives()
    this.at++
    if (!/[=!]$/.test(head)) return body
    return { kind: 'look', ahead: !head.includes('<'), negative: head.endsWith('!'), body }
  }
}
