import { describe, expect, test } from 'vitest'
import { factFile, namesOfStates, stateGroup, stateGroupsFor } from '../../../src/claims/text/fact-files.ts'
import { clubMembers, isPresentMember } from '../../../src/claims/text/names/club-members.ts'
import { stateOf } from '../../../src/states/index.ts'

interface Sourced {
  readonly source: string
  readonly date: string
}

const isKnown = (id: string): boolean => id === 'EUU' || stateOf(id) !== undefined
/** Codes that are not in the table of states: territories with trade of their own, and Palestine. */
const territories = ['BMU', 'CYM', 'HKG', 'MAC', 'PSE']

describe('facts about states come from data/claims', () => {
  test('every group has a source, a month and known states, each once', () => {
    for (const group of factFile<readonly (Sourced & { id: string; states: string })[]>('state-groups')) {
      const states = group.states.split(' ')
      expect(group, group.id).toMatchObject({ source: expect.stringMatching(/\w{4}/), date: expect.stringMatching(/^20\d\d-\d\d$/) })
      expect(
        states.filter((id) => !isKnown(id) && !territories.includes(id)),
        group.id,
      ).toEqual([])
      expect(new Set(states).size, group.id).toBe(states.length)
    }
  })

  test('every list of names has a source and a month, and stands for known states', () => {
    for (const list of ['leaders', 'institutions', 'compoundFirstParts', 'offices', 'currencies'] as const) {
      const names = namesOfStates(list)
      expect(names.length, list).toBeGreaterThan(5)
      expect(
        names.filter(([, id]) => !isKnown(id)),
        list,
      ).toEqual([])
      expect(new Set(names.map(([name]) => name)).size, list).toBe(names.length)
    }
    for (const { source, date } of Object.values(factFile<Record<string, Sourced>>('names-of-states')))
      expect([source, date]).toEqual([expect.stringMatching(/\w{4}/), expect.stringMatching(/^20\d\d-\d\d$/)])
  })

  test('price levels have a source and a licence, and a figure or a gap for each year of a known state', () => {
    const { source, licence, date, years, levels } = factFile<
      Sourced & { licence: string; years: readonly number[]; levels: Readonly<Record<string, readonly (number | null)[]>> }
    >('price-levels')
    expect([source, licence, date]).toEqual([expect.stringContaining('World Bank'), 'CC BY 4.0', expect.stringMatching(/^20\d\d-\d\d$/)])
    expect(years).toEqual([...years].sort())
    const wrong = Object.entries(levels).filter(
      ([state, own]) =>
        !(isKnown(state) || territories.includes(state)) ||
        own.length !== years.length ||
        own.every((level) => level === null) ||
        own.some((level) => level !== null && !(level > 50 && level < 1050)),
    )
    expect(wrong).toEqual([])
    expect(Object.keys(levels).length).toBeGreaterThan(180)
  })

  test('an unknown group is an error, not an empty one', () => {
    expect(() => stateGroup('Atlantis')).toThrow('state-groups.json has no group "Atlantis"')
    expect(stateGroupsFor('Atlantis')).toEqual([])
  })

  test('members of clubs are those of the table of blocs at the end of the year', () => {
    expect(clubMembers('BRICS', '2023')?.join()).toBe('BRA,CHN,IND,RUS,ZAF')
    expect(clubMembers('CSTO', '2000-06-01')).not.toContain('UZB')
    expect(clubMembers('NATO', '2023')).toBeUndefined()
    expect([isPresentMember('EU', 'GBR'), isPresentMember('EU', 'LTU')]).toEqual([false, true])
  })
})
