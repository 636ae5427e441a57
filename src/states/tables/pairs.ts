import type { State } from './state.ts'
import { existedOn, states } from './states.ts'

/**
 * Lists the pairs of states that existed on a day, in order of their codes; within a pair the first code precedes the second.
 *
 * @param day     ISO date
 * @param state   ISO3 code: only pairs that include this state
 * @example statePairsOn('2020-01-01', 'CHN').length   // 194
 */
export function statePairsOn(day: string, state?: string): [State, State][] {
  const alive = states.filter((one) => existedOn(one, day)).sort((x, y) => (x.iso3 < y.iso3 ? -1 : 1))
  const all = alive.flatMap((a, i) => alive.slice(i + 1).map((b): [State, State] => [a, b]))
  return state === undefined ? all : all.filter(([a, b]) => a.iso3 === state || b.iso3 === state)
}
