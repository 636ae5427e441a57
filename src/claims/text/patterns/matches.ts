import { alternativesOf, literalsOf } from './pattern-literals.ts'
import { GramsOfText, gramsOf } from './trigrams.ts'

/**
 * Returns all matches of a global pattern, in order. It is faster than `matchAll`: the pattern is not copied at each call, and not tried if the text lacks a
 * literal that every match contains.
 *
 * @example matchesOf('2014 and 2021', /\d+/g).map(([year]) => year).join()   // '2014,2021'
 */
export function matchesOf(text: string, whole: RegExp): RegExpExecArray[] {
  if (!mayMatch(whole, text)) return []
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

/**
 * Whether a pattern may match a text. False only if the text lacks a literal that every match contains; true does not promise a match. The check is cheap,
 * since a text is scanned once for all patterns.
 */
export function mayMatch(pattern: RegExp, text: string): boolean {
  let sets = needed.get(pattern)
  if (sets === undefined) {
    sets = neededBy(pattern)
    needed.set(pattern, sets)
  }
  if (sets.length === 0) return true
  literalsInText.look(text)
  return sets.every((set) => set.some((grams) => literalsInText.hasAll(grams)))
}

/** The alternatives of a long pattern, the literals that each needs, and the shorter patterns made so far, by their source. */
interface Alternatives {
  readonly sources: readonly string[]
  readonly needed: readonly Needed[]
  readonly made: Map<string, RegExp>
}

/** The length in characters from which a pattern is reduced: a shorter one runs faster than its alternatives can be checked. */
const minimumAlternatives = 300
/** The most reduced patterns made from one pattern, since compiling one takes as long as matching a hundred times. */
const maximumReduced = 24

const alternativesByPattern = new WeakMap<RegExp, Alternatives | null>()

/** Returns the pattern without the alternatives that cannot match the text; the matches are the same. Undefined if no alternative is left. */
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

/** Returns the sets of literals that a pattern needs, as trigrams. Short sets come first, since they are checked fastest. */
const neededBy = (pattern: RegExp): Needed =>
  literalsOf(pattern)
    .map((set) => shortest(set).map(gramsOf))
    .sort((a, b) => a.length - b.length)

/** Drops the strings that contain another string of the set, since a text with the longer one has the shorter one too. A long set is left as it is. */
const shortest = (set: readonly string[]): readonly string[] =>
  set.length > 60 ? set : set.filter((one) => !set.some((other) => other !== one && one.includes(other)))
