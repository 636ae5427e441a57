import { nameOn, stateOf } from '../tables/states.ts'
import { demonyms } from './demonyms.ts'
import { fold } from './fold.ts'

/** Words that the names of many states share, so that they identify none. */
const sharedWords = new Set(
  'and the united states state republic democratic people peoples federal islamic union kingdom islands island new south north east west central saint arab emirates'.split(
    ' ',
  ),
)

const peoples = new Map(
  demonyms
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, 3), line.slice(5)] as const),
)

const endings = ['', 's', 'n', 'ns', 'an', 'ans', 'i', 'is']

/**
 * Returns the folded English words that identify a state on a day: the words of its short names and of the names of its people, each alone and with the usual
 * endings.
 *
 * @param iso3   the code of a state; for any other code there are no words
 * @example identifyingWords('CHN', '2024-09-30').has('chinese')   // true
 */
export function identifyingWords(iso3: string, day: string): ReadonlySet<string> {
  const state = stateOf(iso3)
  if (state === undefined) return new Set()
  const text = fold(`${state.name} ${nameOn(state, day)} ${peoples.get(iso3) ?? ''}`)
  const words = (text.match(/[a-z]{3,}/g) ?? []).filter((word) => !sharedWords.has(word))
  return new Set(words.flatMap((word) => endings.map((ending) => word + ending)))
}
