import type { PatternTree } from './pattern-tree.ts'

/** A set of letters of one pattern, as bits; letters that no part of the pattern distinguishes count as one. */
export type Letters = bigint

/**
 * The letters of one pattern, with an example of each and the letters in each class. Two more stand for the beginning
 * and the end of a text.
 */
export interface Alphabet {
  readonly examples: readonly string[]
  readonly begin: Letters
  readonly end: Letters
  /** All readable letters, without the beginning and the end. */
  readonly all: Letters
  readonly ofClass: (source: string) => Letters
  readonly letterOf: (character: string) => number
}

const ranges: readonly (readonly [number, number])[] = [
  [0, 0x17f],
  [0x300, 0x304],
  [0x391, 0x395],
  [0x3b1, 0x3b5],
  [0x410, 0x415],
  [0x430, 0x435],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
]
const others = 'ǅʰͅאشابव中文カ가ⅧⅷⒶⓐ٣३²³⁴₂ªº∞≤≥→−×÷√◌҈⃝﷼＄１Ａａſ\u212A\u1E9E\u2028\u2029\u3000\uFEFF\uFFFD\uE000\uD800\uDC00🙂𝒜𐐀🇪⁰⁹‐'

/**
 * One character of every kind that patterns distinguish: all of ASCII and Latin, samples of each property, and the
 * characters that the patterns name.
 */
export function charactersOf(sources: Iterable<string>): readonly string[] {
  const found = new Set<string>(others)
  for (const [from, to] of ranges) for (let code = from; code <= to; code++) found.add(String.fromCodePoint(code))
  for (const source of sources) {
    for (const one of source) for (const near of [-1, 0, 1]) found.add(String.fromCodePoint(Math.max(0, one.codePointAt(0)! + near)))
    for (const [, code] of source.matchAll(/\\u\{?([\da-fA-F]{4,6})/g))
      for (const near of [-1, 0, 1]) found.add(String.fromCodePoint(Number.parseInt(code!, 16) + near))
  }
  return [...found]
}

const classes = new Map<string, Uint8Array>()

/** The characters in a class, under the flags of its pattern. */
function heldBy(source: string, flags: string, characters: readonly string[]): Uint8Array {
  const key = `${flags} ${source}`
  const known = classes.get(key)
  if (known !== undefined) return known
  const form = new RegExp(`^(?:${source})$`, flags)
  const held = Uint8Array.from(characters, (one) => (form.test(one) ? 1 : 0))
  classes.set(key, held)
  return held
}

/** The classes in a tree. */
export function* classesIn(tree: PatternTree): Generator<string> {
  if (tree.kind === 'set') yield tree.source
  else if (tree.kind === 'cat' || tree.kind === 'or') for (const part of tree.parts) yield* classesIn(part)
  else if (tree.kind === 'repeat' || tree.kind === 'look') yield* classesIn(tree.body)
}

/**
 * The letters that a pattern distinguishes.
 *
 * @param characters  `charactersOf` all patterns examined in one run
 */
export function alphabetOf(tree: PatternTree, flags: string, characters: readonly string[]): Alphabet {
  const kept = flags.replaceAll(/[gymd]/g, '')
  const held = new Map(
    [...new Set([...classesIn(tree), '\\w', '[\\n\\r\\u2028\\u2029]'])].map((one) => [one, heldBy(one, kept, characters)]),
  )
  const groups = new Map<string, number>()
  const letters = characters.map((_, i) => {
    let key = ''
    for (const set of held.values()) key += set[i]
    if (!groups.has(key)) groups.set(key, groups.size)
    return groups.get(key)!
  })
  const examples: string[] = []
  for (const [i, one] of characters.entries()) examples[letters[i]!] ??= one
  const masks = new Map(
    [...held].map(([source, set]) => {
      let mask = 0n
      for (const [i, letter] of letters.entries()) if (set[i] === 1) mask |= 1n << BigInt(letter)
      return [source, mask]
    }),
  )
  const size = BigInt(examples.length)
  const indices = new Map(characters.map((one, i) => [one, letters[i]!]))
  return {
    examples,
    begin: 1n << size,
    end: 1n << (size + 1n),
    all: (1n << size) - 1n,
    ofClass: (source) => masks.get(source)!,
    letterOf: (character) => indices.get(character) ?? 0,
  }
}
