/** Sets of strings: wherever the pattern matches, the text contains at least one string of each set, in upper or lower case. */
export type NeededLiterals = readonly (readonly string[])[]

/** What a text must contain so that a part of a pattern can match. */
interface Requirement {
  /** All strings that the part can match, if they are few; else null. */
  readonly exact: readonly string[] | null
  /** The required sets of strings, if the part can match more than a few strings. */
  readonly sets: NeededLiterals
}

const noRequirement: Requirement = { exact: null, sets: [] }
const emptyMatch: Requirement = { exact: [''], sets: [] }

/** The most strings that may result from joining two lists; if there would be more, the lists stay separate. */
const maximumJoined = 48
const maximumListed = 400

/**
 * Returns the literals that every match of a pattern contains: `the (?:end|start) of \d{4}` needs `the end of 0000` or `the start of 0000`, with 0 for any
 * digit. A text scanned once for all literals shows which patterns need not be tried or compiled. Syntax that the reader does not know adds no literal.
 *
 * @example literalsOf(/\b(?:rise|fall)s? of \p{L}+ in \d\d/u)   // [['rises of ', 'rise of ', 'falls of ', 'fall of '], [' in 00']]
 */
export function literalsOf({ source, flags }: RegExp): NeededLiterals {
  if (flags.includes('v')) return []
  const reader = new PatternReader(source)
  const asked = reader.alternatives()
  return reader.done ? setsOf(asked) : []
}

/**
 * Returns the top-level alternatives of a pattern, as sources; none if there are fewer than two, or if capturing groups would be renumbered.
 *
 * @example alternativesOf(/a|b(?:c|d)/)   // ['a', 'b(?:c|d)']
 * @example alternativesOf(/(a)|b/)   // []
 */
export function alternativesOf({ source }: RegExp): readonly string[] {
  const found: string[] = []
  let [depth, start] = [0, 0]
  for (const { 0: part, index } of source.matchAll(/\\.|\[(?:[^\]\\]|\\.)*\]|\((?!\?(?:[:=!]|<[=!]))|[()|]/gsu)) {
    if (part === '(' && source[index + 1] !== '?') return []
    if (part === '(' && /^\(\?<\w/.test(source.slice(index, index + 4))) return []
    if (part === '(') depth++
    else if (part === ')') depth--
    else if (part === '|' && depth === 0) {
      found.push(source.slice(start, index))
      start = index + 1
    }
  }
  return found.length === 0 ? [] : [...found, source.slice(start)]
}

const setsOf = ({ exact, sets }: Requirement): NeededLiterals => (exact === null || exact.includes('') ? sets : [...sets, exact])

/** Returns the set that probably excludes the most texts: one with few strings, all of them long. Undefined if there is no set. */
export const mostSelective = (sets: NeededLiterals): readonly string[] | undefined =>
  sets.reduce<readonly string[] | undefined>(
    (best, one) => (best === undefined || selectivity(one) > selectivity(best) ? one : best),
    undefined,
  )

const selectivity = (set: readonly string[]): number => Math.min(4, ...set.map((one) => one.length)) - Math.log2(set.length) / 3

const distinct = (strings: readonly string[]): string[] => [...new Set(strings)]

/** Combines the requirements of alternatives. */
function requirementOfAny(all: readonly Requirement[]): Requirement {
  if (all.length === 1) return all[0]!
  const exact = all.every((one) => one.exact !== null) ? distinct(all.flatMap((one) => one.exact!)) : null
  if (exact !== null && exact.length <= maximumListed) return { exact, sets: [] }
  const sets = all.map((one) => mostSelective(setsOf(one)))
  return sets.some((set) => set === undefined) ? noRequirement : { exact: null, sets: [distinct(sets.flatMap((set) => set!))] }
}

/** Combines the requirements of parts in sequence. Neighbouring short lists are joined into longer strings. */
function requirementInSequence(parts: readonly Requirement[]): Requirement {
  const sets: (readonly string[])[] = []
  let run: readonly string[] = ['']
  const end = (next: readonly string[]): void => {
    if (!run.includes('')) sets.push(run)
    run = next
  }
  let isExact = true
  for (const { exact, sets: own } of parts) {
    if (exact === null) {
      isExact = false
      end([''])
      sets.push(...own)
    } else if (run.length === 1 && exact.length === 1) run = [run[0]! + exact[0]!]
    else if (run.length * exact.length <= maximumJoined) run = distinct(run.flatMap((head) => exact.map((tail) => head + tail)))
    else {
      isExact = false
      end(exact)
    }
  }
  if (isExact) return { exact: run, sets: [] }
  end([''])
  return { exact: null, sets }
}

function requirementRepeated(asked: Requirement, [least, most]: readonly [number, number]): Requirement {
  const { exact } = asked
  if (least === 0) return most === 1 && exact !== null ? { exact: distinct([...exact, '']), sets: [] } : noRequirement
  if (least === most && exact?.length === 1 && exact[0]!.length * least <= 8) return { exact: [exact[0]!.repeat(least)], sets: [] }
  return { exact: null, sets: setsOf(asked) }
}

/** Reads the source of a valid pattern and finds what a match requires. */
class PatternReader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  get done(): boolean {
    return this.#at >= this.#source.length
  }

  alternatives(): Requirement {
    const all = [this.#sequence()]
    while (this.#taken(/\|/y) !== null) all.push(this.#sequence())
    return requirementOfAny(all)
  }

  #taken(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at
    const found = form.exec(this.#source)
    if (found !== null) this.#at += found[0].length
    return found
  }

  #sequence(): Requirement {
    const parts: Requirement[] = []
    while (!this.done && !'|)'.includes(this.#source[this.#at]!)) parts.push(this.#repeated(this.#part()))
    return requirementInSequence(parts)
  }

  #repeated(asked: Requirement): Requirement {
    if (this.done || !'*+?{'.includes(this.#source[this.#at]!)) return asked
    const found = this.#taken(/(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y)
    if (found === null) return asked
    const [, sign, least = '', comma, most = ''] = found
    if (sign !== undefined) return requirementRepeated(asked, [sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY])
    return requirementRepeated(asked, [Number(least), comma === '' ? Number(least) : Number(most || Number.POSITIVE_INFINITY)])
  }

  #part(): Requirement {
    // plain letters are read together, except the last one if a quantifier follows
    const plain = this.#taken(plainRun)
    if (plain !== null) return { exact: [plain[0].toLowerCase()], sets: [] }
    switch (this.#source[this.#at]) {
      case '(':
        return this.#group(this.#taken(/\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y)![0])
      case '[': {
        const set = this.#taken(/\[((?:[^\]\\]|\\.)*)\]/sy)
        if (set !== null) return charactersListed(set[1]!)
        break
      }
      case '^':
      case '$':
        this.#at++
        return emptyMatch
      case '.':
        this.#at++
        return noRequirement
      case '\\':
        return this.#escaped()
    }
    return { exact: [character(this.#taken(/./sy)![0])], sets: [] }
  }

  /** Reads an escape sequence. */
  #escaped(): Requirement {
    if (this.#taken(/\\[bB]/y) !== null) return emptyMatch
    if (this.#taken(/\\d/y) !== null) return digit
    const code = this.#taken(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/iy)
    if (code !== null) return { exact: [character(String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3]!, 16)))], sets: [] }
    if (this.#taken(/\\(?:[pP]\{[^}]*\}|k<[^>]*>|c[a-zA-Z]|\d+|[a-zA-Z])/y) !== null) return noRequirement
    return { exact: [character(this.#taken(/\\?(.)/sy)![1]!)], sets: [] }
  }

  #group(head: string): Requirement {
    const inner = this.alternatives()
    this.#at++
    if (head.endsWith('!')) return emptyMatch
    return head.endsWith('=') ? { exact: null, sets: setsOf(inner) } : inner
  }
}

const plainRun = /[a-z ]+(?=[^a-z *+?{]|$)|[a-z ]+(?=[a-z ])|[a-z ]/iy

const digit: Requirement = { exact: ['0'], sets: [] }

const character = (one: string): string => (/\d/.test(one) ? '0' : one.toLowerCase())

/** Returns the requirement of a character class; none unless it lists only a few characters, or digits. */
function charactersListed(body: string): Requirement {
  if (body === '\\d' || /^\d(?:-\d|\d*)$/.test(body)) return digit
  return /^[\p{L}\d .,'’/$€£¥-]{1,6}$/u.test(body) && !/.-./u.test(body)
    ? { exact: distinct([...body].map(character)), sets: [] }
    : noRequirement
}
