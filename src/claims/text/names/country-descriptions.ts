import { stateGroupsFor } from '../fact-files.ts'
import { statesOfRegionIn } from './country-groups.ts'

/** Regions and kinds of state that texts use for a second mention of a state. The regions are smaller than SIPRI's. */
const rows: readonly (readonly [RegExp, ReadonlySet<string>])[] = stateGroupsFor('description').map(({ words, states }) => [
  new RegExp(`\\b(?:${words})\\b`),
  new Set(states.split(' ')),
])

/**
 * Returns the states that a description can mean (`the Sahel country`, `the landlocked neighbour`, `the archipelago`); undefined if it names neither a region
 * nor a kind.
 *
 * @example statesDescribedBy('the Baltic state')?.has('LVA')   // true
 * @example statesDescribedBy('the country') === undefined   // true
 */
export const statesDescribedBy = (words: string): ReadonlySet<string> | undefined =>
  rows.find(([pattern]) => pattern.test(words))?.[1] ?? statesOfRegionIn(words)

const descriptionShape =
  /^(?:the|this|that) (?:(?:small|tiny|little|large|big|populous|vast|poor|rich|wealthy|former|young|remote|oil-rich) )?(?:\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?|landlocked) (?:country|nation|state|republic|kingdom|monarchy|emirate|sultanate|neighbou?r|giant|island|economy|power|ally)$/u

/** Whether words describe a state by its region or kind: `the East African country`; not `the South African economy`, which names South Africa. */
export const isDescription = (words: string): boolean => {
  const text = words.replace(/^[TA]/, (first) => first.toLowerCase())
  return descriptionShape.test(text) && !/\bSouth African\b/.test(text) && statesDescribedBy(text) !== undefined
}
