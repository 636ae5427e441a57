import { daysFrom, isInSpan } from './span.ts'
import type { CodeSpan, State } from './state.ts'
import { statesOfTable } from './state-row.ts'
import { africa } from './table-africa.ts'
import { americas } from './table-americas.ts'
import { asia } from './table-asia.ts'
import { europe } from './table-europe.ts'
import { oceania } from './table-oceania.ts'

/** Every member of the interstate system from 1816 to the present, sorted by ISO3. */
export const states: readonly State[] = statesOfTable([americas, europe, africa, asia, oceania].join('\n')).sort((a, b) =>
  a.iso3 < b.iso3 ? -1 : 1,
)

const byIso3: ReadonlyMap<string, State> = new Map(states.map((state) => [state.iso3, state]))

/**
 * Returns the state with this ISO3 code in capitals (our own code for some states that have ended); undefined if there is none. For other spellings see
 * `resolve`.
 *
 * @example stateOf('VNM').name   // 'Vietnam'
 */
export function stateOf(iso3: string): State | undefined {
  return byIso3.get(iso3)
}

/**
 * Whether the state was a member of the interstate system on that day (ISO text).
 *
 * @example existedOn(stateOf('SSD'), '2011-07-08')   // false
 */
export function existedOn(state: State, date: string): boolean {
  return state.spans.some((span) => isInSpan(span, date))
}

/**
 * Whether the state was a member of the interstate system on any day of that year.
 *
 * @example existedIn(stateOf('CSK'), 1992)   // true
 */
export function existedIn(state: State, year: number): boolean {
  const label = String(year).padStart(4, '0')
  return state.spans.some(({ from, to }) => from <= `${label}-12-31` && (to === null || to >= `${label}-01-01`))
}

/**
 * Returns the state's short name that was in force on that day.
 *
 * @example nameOn(stateOf('RUS'), '1985-03-11')   // 'Soviet Union'
 */
export function nameOn(state: State, date: string): string {
  return state.names.find((span) => isInSpan(span, date))?.name ?? state.name
}

const codeOn = (spans: readonly CodeSpan[], date: string): number | undefined => spans.find((span) => isInSpan(span, date))?.code

/**
 * Returns the state's Correlates of War number on that day; undefined if COW does not count the state as a member then.
 *
 * @example cowOn(stateOf('DEU'), '1985-01-01')   // 260
 */
export function cowOn(state: State, date: string): number | undefined {
  return codeOn(state.cow, date)
}

/**
 * Returns the state's Gleditsch-Ward number on that day; undefined if the list does not count the state as independent then.
 *
 * @example gwOn(stateOf('DEU'), '2020-01-01')   // 260
 */
export function gwOn(state: State, date: string): number | undefined {
  return codeOn(state.gw, date)
}

function holderOf(system: 'cow' | 'gw', code: number, date: string | undefined): State | undefined {
  const day = date ?? '9999-12-31'
  let best: State | undefined
  let least = Number.POSITIVE_INFINITY
  for (const state of states) {
    for (const span of state[system]) {
      if (span.code !== code) continue
      const days = daysFrom(span, day)
      if (days < least) {
        least = days
        best = state
      }
    }
  }
  return best
}

/**
 * Returns the state with a Correlates of War number on that day, else the state that has this number nearest to that day. Without a date: the present or
 * last holder of the number. Undefined if no state has the number.
 *
 * @example stateByCow(345, '1999-03-24').iso3   // 'YUG'
 */
export function stateByCow(code: number, date?: string): State | undefined {
  return holderOf('cow', code, date)
}

/**
 * Returns the state with a Gleditsch-Ward number on that day, else the state that has this number nearest to that day. Without a date: the present or last
 * holder of the number. Undefined if no state has the number.
 *
 * @example stateByGw(678, '1985-01-01').iso3   // 'YAR'
 */
export function stateByGw(code: number, date?: string): State | undefined {
  return holderOf('gw', code, date)
}

/** UN seats that the records list under one state (`named`) while another state held them (`holder`), with the first and the last day. */
const seats: readonly (readonly [named: string, from: string, to: string, holder: string])[] = [
  ['CHN', '1945-10-24', '1971-10-24', 'TWN'], // A/RES/2758 of 25 October 1971
  ['YEM', '1947-09-30', '1990-05-21', 'YAR'], // "Yemen" at the UN; Aden's seat was "Democratic Yemen"
  ['SRB', '1945-10-24', '2006-06-02', 'YUG'],
  ['YUG', '2006-06-03', '9999-12-31', 'SRB'],
]

/**
 * Returns the state that held, on that day, the UN seat listed under a state; normally the state itself. The exceptions: Taiwan held China's seat until
 * 1971-10-24, North Yemen the seat of Yemen before unification, and Yugoslavia that of Serbia. Files that keep "Yugoslavia" after 2006 mean Serbia.
 *
 * @example unSeatHolder(stateOf('CHN'), '1971-10-24').iso3   // 'TWN'
 */
export function unSeatHolder(state: State, date: string): State {
  const seat = seats.find(([named, from, to]) => named === state.iso3 && from <= date && date <= to)
  return seat === undefined ? state : (stateOf(seat[3]) ?? state)
}
