import type { CodeSpan, State } from './state.ts'
import { cowOn, gwOn, stateByCow, stateByGw, stateOf } from './states.ts'

/** The numbers of a state in the lists of Correlates of War and of Gleditsch and Ward; null where a list does not have it. */
export interface ListNumbers {
  readonly cow: number | null
  readonly gw: number | null
}

/**
 * Returns the numbers of a state on a day; null for both where there is no such state.
 *
 * @example listNumbersOn('DEU', '1985-01-01').cow   // 260
 */
export function listNumbersOn(iso3: string, day: string): ListNumbers {
  const state = stateOf(iso3)
  return state === undefined ? { cow: null, gw: null } : { cow: cowOn(state, day) ?? null, gw: gwOn(state, day) ?? null }
}

/**
 * Returns the numbers of a state in a year: those that were in force on a day of it, the last ones where they changed. Where one state hands its number to another,
 * the one that has it at the end of the year has it for the year, so that a number and a year stand for one state.
 *
 * `listNumbersIn(stateOf('DEU')!, 1990)` is `{ cow: 255, gw: 260 }`.
 */
export function listNumbersIn(state: State, year: number): ListNumbers {
  return { cow: numberIn(state, state.cow, year, stateByCow), gw: numberIn(state, state.gw, year, stateByGw) }
}

function numberIn(state: State, spans: readonly CodeSpan[], year: number, holder: typeof stateByCow): number | null {
  const end = `${year}-12-31`
  const inYear = spans.filter(({ from, to }) => from <= end && (to === null || to >= `${year}-01-01`))
  const code = inYear.sort((x, y) => (x.from < y.from ? -1 : 1)).at(-1)?.code
  return code !== undefined && holder(code, end) === state ? code : null
}
