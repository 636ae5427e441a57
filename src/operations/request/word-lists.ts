import { registeredSources } from '../../sources/registered-sources.ts'
import { blocs, existedOn, states } from '../../states/index.ts'

/** The words that a shell offers for a state or bloc, and for a source. */
export interface WordLists {
  readonly party: readonly string[]
  readonly source: readonly string[]
}

/** ISO3 codes of the states of a day with the ids of all blocs, and the ids of all sources, each in alphabetical order. */
export function wordLists(day: string): WordLists {
  const present = states.filter((state) => existedOn(state, day)).map((state) => state.iso3)
  return {
    party: [...present, ...blocs.map((bloc) => bloc.id)].sort(),
    source: registeredSources.map((source) => source.id).sort(),
  }
}
