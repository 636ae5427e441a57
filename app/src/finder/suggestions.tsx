import type { Answers } from '../../../src/server/answer-types.ts'
import { useAnswer } from '../api/client.ts'

export type FoundParty = Answers['find']['parties'][number]
export type FoundPair = Answers['find']['pairs'][number]
export type FoundComparison = Answers['find']['comparisons'][number]

/** Largest number of suggestions. */
const maxSuggestions = 8

/** Requests suggestions for the input; undefined until the answer to exactly this input arrives. */
export function useSuggestions(text: string): Answers['find'] | undefined {
  const typed = text.trim().slice(0, 200)
  const { answer, state } = useAnswer('find', typed === '' ? undefined : { text: typed, limit: maxSuggestions }).value
  return state === 'answered' && answer?.asked === typed ? answer : undefined
}

/** Shows a party with its code, and the other name that matched, if any. */
export function PartyLabel({ party: { id, name, by, exact, until } }: { readonly party: FoundParty }) {
  const other = exact && by !== id && !same(by, name) ? by : undefined
  return (
    <>
      {name}
      {until !== null && ` (until ${until.slice(0, 4)})`} <span class="code">{other === undefined ? id : `${id}, ${other}`}</span>
    </>
  )
}

const same = (x: string, y: string): boolean => x.localeCompare(y, 'en', { sensitivity: 'base' }) === 0

/** Returns the last year in which all parties existed; undefined if all still exist. A link to the pair opens that year. */
export function lastYearOf(parties: readonly FoundParty[]): string | undefined {
  return parties.flatMap(({ until }) => (until === null ? [] : [until.slice(0, 4)])).sort()[0]
}
