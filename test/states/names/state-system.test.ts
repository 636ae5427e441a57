import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { columns } from '../../../scripts/record/list-source-names.ts'
import { type CodeSpan, resolve, stateByCow, stateByGw, stateOf, states } from '../../../src/states/index.ts'
import { territories } from '../../../src/states/names/spellings.ts'
import { haveShared, sharedData } from '../shared.ts'

/** Rows of `headings.length` cells from the flat list of cells that a reader gives. */
function rows(path: string, headings: readonly string[]): string[][] {
  const cells = [...columns(join('country-codes', path), headings)(sharedData)]
  return Array.from({ length: cells.length / headings.length }, (_, row) => cells.slice(row * headings.length, (row + 1) * headings.length))
}

const text = (code: number | string, from: string, to: string | null): string => `${code} ${from}/${to ?? ''}`
const ours = (system: 'cow' | 'gw'): string[] =>
  states.flatMap((state) => state[system].map(({ code, from, to }: CodeSpan) => text(code, from, to))).sort()

/** Where one number passes from one state of ours to another, their one span is two or more of ours. */
const splits: Readonly<Record<string, readonly string[]>> = {
  // Serbia to Yugoslavia to Serbia, documented in docs/states.md
  '345 1878-07-13/1941-04-20': ['345 1878-07-13/1918-11-30', '345 1918-12-01/1941-04-20'],
  '345 1944-10-20/': ['345 1944-10-20/2006-06-04', '345 2006-06-05/'],
  // North Yemen to Yemen
  '678 1918-10-30/': ['678 1918-10-30/1990-05-21', '678 1990-05-22/'],
}

const expected = (theirs: readonly string[]): string[] => theirs.flatMap((span) => splits[span] ?? [span]).sort()

describe.skipIf(!haveShared)('against the published lists (needs ../shared)', () => {
  test('every number and every day of the COW list of state-system members is ours, and no other', () => {
    const list = rows('cow_states.csv', ['ccode', 'styear', 'stmonth', 'stday', 'endyear', 'endmonth', 'endday'])
    const date = (year = '', month = '', on = ''): string => `${year}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`
    const theirs = list.map(([code = '', ...cells]) => {
      const end = date(cells[3], cells[4], cells[5])
      return text(code, date(cells[0], cells[1], cells[2]), end === '2016-12-31' ? null : end) // the list was closed then
    })
    expect(theirs.length).toBe(243)
    expect(ours('cow')).toEqual(expected(theirs))
  })

  test('every number and every day of the Gleditsch-Ward list is ours, and no other', () => {
    const theirs = rows('gw_states.csv', ['gwcode', 'startdate', 'enddate']).map(([code = '', from = '', end = '']) =>
      text(code, from, end === '2017-12-31' ? null : end),
    )
    expect(theirs.length).toBe(216)
    // the list's one span of Germany before 1945 and the one after are ours as they are
    expect(ours('gw')).toEqual(expected(theirs))
  })

  test('ISO3, ISO2 and M49 codes of every state and territory are those of the ISO table', () => {
    const table = rows('datasets_country-codes.csv', ['ISO3166-1-Alpha-3', 'ISO3166-1-Alpha-2', 'M49'])
    const dependent = new Map(territories().map(({ iso3, iso2 }) => [iso3, iso2]))
    for (const [iso3 = '', iso2 = '', m49 = ''] of table) {
      const state = stateOf(iso3)
      if (state === undefined) expect(dependent.get(iso3), iso3).toBe(iso2)
      else expect([state.iso2, state.m49], iso3).toEqual([iso2, m49 === '' ? state.m49 : Number(m49)])
    }
    const listed = new Set(table.map(([iso3]) => iso3))
    const today = states.filter(({ spans }) => spans.at(-1)?.to === null).map(({ iso3 }) => iso3)
    expect(today.filter((iso3) => !listed.has(iso3))).toEqual(['XKX']) // ISO has no code for Kosovo
  })

  test('the name that either list has for a number in a year is read as the state that held the number at the end of that year', () => {
    const wrong = new Set<string>()
    let read = 0
    for (const [year = '', gw = '', cow = '', gwName = '', cowName = ''] of rows('cw_gw_panel.csv.gz', [
      ...['year', 'gwcode', 'ccode', 'gw_name', 'cw_name'],
    ])) {
      const date = `${year}-12-31`
      for (const [state, name] of [
        [stateByCow(Number(cow), date), cowName],
        [stateByGw(Number(gw), date), gwName],
      ] as const) {
        if (state === undefined || name === '') continue // Gleditsch and Ward's supplement of microstates, which is not in our table
        const found = resolve(name, date)
        read++
        if (found.kind !== 'state' || found.state !== state) wrong.add(`${year} ${name} is ${state.iso3}`)
      }
    }
    expect(read).toBeGreaterThan(30_000)
    expect([...wrong]).toEqual([])
  })
})
