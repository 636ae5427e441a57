import type { CodeSpan, State } from './state.ts'
import { cowOn, gwOn, stateOf } from './states.ts'

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
 * Returns the numbers of a state in a year: those that were in force on a day of it, the last ones where they changed.
 *
 * @example listNumbersIn({ cow: [{ code: 255, from: '1990-10-03', to: null }, { code: 260, from: '1955-05-05', to: '1990-10-02' }], gw: [] }, 1990)   // { cow: 255, gw: null }
 */
export function listNumbersIn(state: Pick<State, 'cow' | 'gw'>, year: number): ListNumbers {
  return { cow: numberIn(state.cow, year), gw: numberIn(state.gw, year) }
}

function numberIn(spans: readonly CodeSpan[], year: number): number | null {
  const inYear = spans.filter(({ from, to }) => from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`))
  return inYear.sort((x, y) => (x.from < y.from ? -1 : 1)).at(-1)?.code ?? null
}
