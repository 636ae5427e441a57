import { fold } from '../names/fold.ts'
import { englishSpellings, otherSpellings } from '../names/spellings.ts'
import { blocs } from '../tables/blocs.ts'
import { stateOf, states } from '../tables/states.ts'
import { ambiguousSpellings } from './ambiguous.ts'
import { editDistance } from './nearest.ts'
import { sharedMeanings } from './read-name.ts'

/** A state or bloc that a typed text may mean. */
export interface Suggestion {
  readonly kind: 'state' | 'bloc'
  readonly id: string
  /** The spelling that matched the text. */
  readonly by: string
  /**
   * How well it matches, the lowest best: 0 for a whole name or code, 1 for the beginning of a name, 2 for the beginning of a word in a name, from 3 on for a
   * misspelling (the number of wrong letters plus 2 for a whole name, plus 2.5 for the beginning of one).
   */
  readonly rank: number
}

interface Entry {
  readonly key: string
  readonly spelling: string
  readonly kind: 'state' | 'bloc'
  readonly id: string
}

let built: readonly Entry[] | undefined

/** Returns every spelling of a state or bloc, folded, including codes. English spellings come before those of other languages. */
function entries(): readonly Entry[] {
  built ??= [...codeEntries(), ...nameEntries(), ...blocEntries(), ...sharedEntries()]
  return built
}

const codeEntries = (): Entry[] =>
  states.flatMap(({ iso3, iso2 }) =>
    [iso3, iso2].flatMap((code) => (code === null ? [] : [{ key: code.toLowerCase(), spelling: code, kind: 'state' as const, id: iso3 }])),
  )

const nameEntries = (): Entry[] =>
  [...englishSpellings(), ...otherSpellings()].flatMap(([spelling, meaning]): Entry[] => {
    const key = fold(spelling)
    if (key === '') return []
    if (meaning.kind === 'state') return [{ key, spelling, kind: 'state', id: meaning.state.iso3 }]
    return meaning.kind === 'bloc' ? [{ key, spelling, kind: 'bloc', id: meaning.id }] : []
  })

/** Returns an entry for each state or bloc that an ambiguous name may mean, so that all of them are offered. */
const sharedEntries = (): Entry[] => [
  ...sharedMeanings().flatMap(({ name, candidates }) =>
    candidates.flatMap(({ kind, id }): Entry[] =>
      kind === 'territory' || id === null ? [] : [{ key: fold(name), spelling: name, kind, id }],
    ),
  ),
  ...ambiguousSpellings().map(([spelling, id]): Entry => ({ key: fold(spelling), spelling, kind: 'state', id })),
]

const blocEntries = (): Entry[] =>
  blocs.flatMap(({ id, name, spellings }) =>
    [id, name, ...spellings].map((spelling) => ({ key: fold(spelling), spelling, kind: 'bloc' as const, id })),
  )

/**
 * Returns the states and blocs that a typed text may mean, the best match first. Among equal matches, states that have ended come last; the others are sorted
 * by `weight`, the largest first.
 *
 * The text may begin a name, a code in any case, a former name, a capital, a people, or a name in another language. If nothing begins with the text,
 * misspellings are searched too.
 *
 * @param weight   returns the weight of a state by its ISO3 code, for instance its population; blocs weigh 0
 * @example suggestParties('mosc')[0].id   // 'RUS'
 * @example suggestParties('nato')[0].kind   // 'bloc'
 * @example suggestParties('germny')[0].id   // 'DEU'
 * @example suggestParties('qqqq')   // []
 */
export function suggestParties(typed: string, weight: (id: string) => number = () => 0): Suggestion[] {
  const folded = fold(typed)
  if (folded === '' || folded.length > longest) return []
  const begun = best(folded, beginningRank)
  const found = begun.length > 0 || folded.length < shortestMisspelt ? begun : best(folded, misspellingRank)
  const heavier = (one: Suggestion): number => (one.kind === 'state' ? weight(one.id) : 0)
  const old = ({ kind, id }: Suggestion): number => (kind === 'state' && ended(id) ? 1 : 0)
  return found.sort((x, y) => x.rank - y.rank || old(x) - old(y) || heavier(y) - heavier(x) || (x.id < y.id ? -1 : 1))
}

const longest = 60
const shortestMisspelt = 4

const ended = (iso3: string): boolean => stateOf(iso3)?.spans.at(-1)?.to != null

function best(folded: string, rankOf: (key: string, folded: string) => number | undefined): Suggestion[] {
  const found = new Map<string, Suggestion>()
  for (const { key, spelling, kind, id } of entries()) {
    const rank = rankOf(key, folded)
    if (rank !== undefined && rank < (found.get(id)?.rank ?? Number.POSITIVE_INFINITY)) found.set(id, { kind, id, by: spelling, rank })
  }
  return [...found.values()]
}

function beginningRank(key: string, folded: string): number | undefined {
  if (key === folded) return 0
  if (key.startsWith(folded)) return 1
  return key.includes(` ${folded}`) ? 2 : undefined
}

/**
 * Returns the rank of a misspelling of the whole name or of its beginning; undefined if too many letters are wrong. One wrong letter is allowed, two in a text
 * of eight letters or more. The first letter must be right.
 */
function misspellingRank(key: string, folded: string): number | undefined {
  if (key[0] !== folded[0]) return undefined
  const limit = folded.length < 8 ? 1 : 2
  const whole = editDistance(folded, key, limit)
  if (whole <= limit) return 2 + whole
  if (key.length <= folded.length || folded.length < shortestMisspelt + 1) return undefined
  const beginning = editDistance(folded, key.slice(0, folded.length), limit)
  return beginning <= limit ? 2.5 + beginning : undefined
}
