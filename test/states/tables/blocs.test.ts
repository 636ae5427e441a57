import { describe, expect, test } from 'vitest'
import { blocOf, blocs, type Membership, membershipsOf, membersOn, nonStateMembers, sharedBlocs } from '../../../src/states/tables/blocs.ts'
import { stateOf } from '../../../src/states/tables/states.ts'

const row = (bloc: string, state: string, start_date: string, end_date: string | null = null, role = 'member'): Membership => ({
  bloc,
  state,
  role,
  start_date,
  end_date,
  citation: 'test',
  note: null,
})

describe('blocOf', () => {
  test.each([
    ['the EU', 'EU'],
    ['The E.U.', 'EU'],
    ['European Economic Community', 'EU'],
    ['nato', 'NATO'],
    ['OTAN', 'NATO'],
    ['Warsaw Pact', 'WARSAW-PACT'],
    ['warsaw-pact', 'WARSAW-PACT'],
    ['Shanghai Co-operation Organisation', 'SCO'],
    ['G-20', 'G20'],
    ['G 7', 'G7'],
    ['OPEC', 'OPEC'],
    ['OPEC+', 'OPEC+'],
    ['OPEC-plus', 'OPEC+'],
    ['non-aligned movement', 'NON-ALIGNED'],
    ['the Quad', 'QUAD'],
    ['permanent members of the Security Council', 'P5'],
    ['Entente', undefined],
    ['', undefined],
  ])('%j is %s', (spelling, id) => {
    expect(blocOf(spelling)?.id).toBe(id)
  })

  test('NAM is Namibia, not the Non-Aligned Movement', () => {
    expect(blocOf('NAM')).toBeUndefined()
  })

  test('no id is also the code of a state, so both may stand in one column', () => {
    expect(blocs.map((bloc) => bloc.id).filter((id) => stateOf(id) !== undefined || nonStateMembers.includes(id))).toEqual([])
  })

  test('no spelling names two blocs', () => {
    for (const bloc of blocs) {
      for (const spelling of [bloc.id, bloc.name, ...bloc.spellings]) expect(blocOf(spelling)?.id, spelling).toBe(bloc.id)
    }
  })

  test('blocs are sorted by id, each id once', () => {
    const ids = blocs.map((bloc) => bloc.id)
    expect(ids).toEqual([...new Set(ids)].sort())
  })
})

describe('members on a day', () => {
  const rows = [
    row('EU', 'GBR', '1973-01-01', '2020-01-31'),
    row('EU', 'FRA', '1958-01-01'),
    row('NATO', 'GBR', '1949-04-04'),
    row('NATO', 'FRA', '1949-04-04'),
    row('SCO', 'LAO', '2025-09-01', null, 'partner'),
  ]

  test('first and last day count, the days around them do not', () => {
    expect(membersOn(rows, 'EU', '1972-12-31')).toEqual(['FRA'])
    expect(membersOn(rows, 'EU', '1973-01-01')).toEqual(['FRA', 'GBR'])
    expect(membersOn(rows, 'EU', '2020-01-31')).toEqual(['FRA', 'GBR'])
    expect(membersOn(rows, 'EU', '2020-02-01')).toEqual(['FRA'])
  })

  test('a partner is no member', () => {
    expect(membersOn(rows, 'SCO', '2026-01-01')).toEqual([])
    expect(membersOn(rows, 'SCO', '2026-01-01', 'partner')).toEqual(['LAO'])
  })

  test('shared blocs are those of which both were members that day, whichever way round', () => {
    expect(sharedBlocs(rows, 'GBR', 'FRA', '2019-01-01')).toEqual(['EU', 'NATO'])
    expect(sharedBlocs(rows, 'FRA', 'GBR', '2021-01-01')).toEqual(['NATO'])
    expect(sharedBlocs(rows, 'FRA', 'LAO', '2026-01-01')).toEqual([])
  })

  test('an observer in a bloc of the other does not share it', () => {
    const sco = [row('SCO', 'CHN', '2001-06-15'), row('SCO', 'MNG', '2004-01-01', null, 'observer')]
    expect(sharedBlocs(sco, 'CHN', 'MNG', '2010-01-01')).toEqual([])
  })

  test('memberships of a state are all its roles in force', () => {
    expect(membershipsOf(rows, 'GBR', '2021-01-01').map((one) => one.bloc)).toEqual(['NATO'])
    expect(membershipsOf(rows, 'LAO', '2026-01-01').map((one) => one.role)).toEqual(['partner'])
  })
})
