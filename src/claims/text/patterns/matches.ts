import { alternativesOf, literalsOf } from './pattern-literals.ts'
import { GramsOfText, gramsOf } from './trigrams.ts'

/**
 * Every match of a global pattern in a text, in order. `matchAll` makes a new pattern at each call, which costs more than looking: texts are held against hundreds,
 * most of which are not even tried, as what they need does not stand in the text.
 *
 * @example matchesOf('2014 and 2021', /\d+/g).map(([year]) => year).join()   // '2014,2021'
 */
export function matchesOf(text: string, whole: RegExp): RegExpExecArray[] {
  if (!canMatch(whole, text)) return []
  const pattern = reducedPattern(whole, text)
  if (pattern === undefined) return []
  pattern.lastIndex = 0
  const found: RegExpExecArray[] = []
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}

type Needed = readonly (readonly Uint16Array[])[]

const needed = new WeakMap<RegExp, Needed>()
const literalsInText = new GramsOfText()

/** False where a text lacks what a pattern needs; exact, as nothing is lost by it, and cheap: a text is looked through once for all patterns. */
export function canMatch(pattern: RegExp, text: string): boolean {
  let sets = needed.get(pattern)
  if (sets === undefined) {
    sets = neededBy(pattern)
    needed.set(pattern, sets)
  }
  if (sets.length === 0) return true
  literalsInText.look(text)
  return sets.every((set) => set.some((grams) => literalsInText.hasAll(grams)))
}

/** A pattern of many alternatives, and those that were made of some of them. */
interface Alternatives {
  readonly sources: readonly string[]
  readonly needed: readonly Needed[]
  readonly made: Map<string, RegExp>
}

/** Shorter patterns are tried faster than their alternatives are looked up. */
const minimumAlternatives = 300
/** So many patterns are made of the alternatives of one; to make one takes as long as a hundred trials. */
const maximumReduced = 24

const alternativesByPattern = new WeakMap<RegExp, Alternatives | null>()

/** The pattern without those alternatives that need what does not stand in the text, which leaves every match as it is; undefined where none is left. */
function reducedPattern(pattern: RegExp, text: string): RegExp | undefined {
  let parts = alternativesByPattern.get(pattern)
  if (parts === undefined) {
    parts = pattern.source.length < minimumAlternatives ? null : readAlternatives(pattern)
    alternativesByPattern.set(pattern, parts)
  }
  if (parts === null) return pattern
  literalsInText.look(text)
  const left = parts.sources.filter((_, i) => parts.needed[i]!.every((set) => set.some((grams) => literalsInText.hasAll(grams))))
  if (left.length === 0) return undefined
  if (left.length === parts.sources.length) return pattern
  const source = left.join('|')
  const known = parts.made.get(source)
  if (known !== undefined || parts.made.size >= maximumReduced) return known ?? pattern
  const made = new RegExp(source, pattern.flags)
  parts.made.set(source, made)
  return made
}

function readAlternatives(pattern: RegExp): Alternatives | null {
  const sources = alternativesOf(pattern)
  const needed = sources.map((source) => neededBy(new RegExp(source, pattern.flags)))
  return needed.some(({ length }) => length > 0) ? { sources, needed, made: new Map() } : null
}

/** Short sets first: they are looked through soonest. */
const neededBy = (pattern: RegExp): Needed =>
  literalsOf(pattern)
    .map((set) => shortest(set).map(gramsOf))
    .sort((a, b) => a.length - b.length)

/** A string that holds another of its set adds nothing; in a long set it costs more to find than to keep. */
const shortest = (set: readonly string[]): readonly string[] =>
  set.length > 60 ? set : set.filter((one) => !set.some((other) => other !== one && one.includes(other)))

const memories: Map<string, unknown>[] = []

/**
 * A reading that remembers what it found in the text under work: the same sentences are read for their claims, for what stands round them and for each test.
 *
 * @param keyOf   what the reading depends on
 * @example remembered((text) => text.length, (text) => text)('China')   // 5
 */
export function rememberedForText<A extends readonly unknown[], R>(
  read: (...given: A) => R,
  keyOf: (...given: A) => string,
): (...given: A) => R {
  const known = new Map<string, R>()
  memories.push(known)
  return lookUp(known, read, keyOf, Number.POSITIVE_INFINITY)
}

/** So many answers are kept beyond a text, a few megabytes. */
const maximumKept = 20_000

/** The same for what depends on a few words and not on the text: names come again in the next one. */
export const rememberedAcrossTexts = <A extends readonly unknown[], R>(
  read: (...given: A) => R,
  keyOf: (...given: A) => string,
): ((...given: A) => R) => lookUp(new Map<string, R>(), read, keyOf, maximumKept)

function lookUp<A extends readonly unknown[], R>(
  known: Map<string, R>,
  read: (...given: A) => R,
  keyOf: (...given: A) => string,
  most: number,
): (...given: A) => R {
  return (...given) => {
    const key = keyOf(...given)
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as R
    if (known.size >= most) known.clear()
    const made = read(...given)
    known.set(key, made)
    return made
  }
}

/** Another text begins: what was remembered of the one before is let go. */
export function startText(): void {
  for (const known of memories) known.clear()
}
