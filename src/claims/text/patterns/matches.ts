import { alternativesOf, literalsOf } from './pattern-literals.ts'
import { GramsOfText, gramsOf } from './trigrams.ts'

/**
 * All matches of a global pattern in order. Unlike `matchAll`, which copies the pattern at each call, it skips patterns whose required literals do not occur
 * in the text.
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

/** False where a text lacks a literal that the pattern requires; exact, and cheap, as a text is scanned once for all patterns. */
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

/** A pattern of many alternatives, and the reduced patterns made from it. */
interface Alternatives {
  readonly sources: readonly string[]
  readonly needed: readonly Needed[]
  readonly made: Map<string, RegExp>
}

/** Shorter patterns run faster than their alternatives can be checked. */
const minimumAlternatives = 300
/** The number of reduced patterns per pattern; compiling one takes as long as a hundred trials. */
const maximumReduced = 24

const alternativesByPattern = new WeakMap<RegExp, Alternatives | null>()

/** The pattern without alternatives that cannot match the text, with the same matches; undefined where none is left. */
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

/** Short sets first, as they are checked fastest. */
const neededBy = (pattern: RegExp): Needed =>
  literalsOf(pattern)
    .map((set) => shortest(set).map(gramsOf))
    .sort((a, b) => a.length - b.length)

/** A string that contains another of its set adds nothing; in a long set finding it costs more than keeping it. */
const shortest = (set: readonly string[]): readonly string[] =>
  set.length > 60 ? set : set.filter((one) => !set.some((other) => other !== one && one.includes(other)))
