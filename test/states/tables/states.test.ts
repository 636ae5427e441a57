import { describe, expect, test } from 'vitest'
import {
  cowOn,
  existedIn,
  existedOn,
  gwOn,
  nameOn,
  stateByCow,
  stateByGw,
  stateOf,
  states,
  unSeatHolder,
} from '../../../src/states/index.ts'

const state = (iso3: string) => {
  const found = stateOf(iso3)
  if (found === undefined) throw new Error(`no state ${iso3}`)
  return found
}
const day = /^\d{4}-\d{2}-\d{2}$/

describe('the table', () => {
  test('has every state once, sorted by ISO3', () => {
    const codes = states.map(({ iso3 }) => iso3)
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(codes.length).toBe(223)
  })

  test('every state in it has lived: real days, none ending before it begins, spans in order and apart', () => {
    for (const { iso3, spans, cow, gw, names } of states) {
      expect(spans.length, iso3).toBeGreaterThan(0)
      for (const { from, to } of [...spans, ...cow, ...gw, ...names]) {
        for (const end of to === null ? [from] : [from, to]) {
          expect(end, iso3).toMatch(day)
          expect(new Date(end).toISOString().slice(0, 10), iso3).toBe(end)
        }
        if (to !== null) expect(from <= to, `${iso3} ${from}`).toBe(true)
      }
      for (const [index, { from }] of spans.slice(1).entries())
        expect(spans[index]?.to ?? '9999', iso3).toSatisfy((to: string) => to < from)
    }
  })

  test('no span begins before 1816', () => {
    for (const { iso3, spans } of states) expect((spans[0]?.from ?? '') >= '1816-01-01', iso3).toBe(true)
  })

  test('no two states hold one number on one day', () => {
    for (const system of ['cow', 'gw'] as const) {
      const held = states.flatMap(({ iso3, ...rest }) => rest[system].map((span) => ({ ...span, iso3 })))
      for (const a of held) {
        for (const b of held) {
          if (a.iso3 >= b.iso3 || a.code !== b.code) continue
          expect(a.from > (b.to ?? '9999') || b.from > (a.to ?? '9999'), `${system} ${a.code}: ${a.iso3} and ${b.iso3}`).toBe(true)
        }
      }
    }
  })

  test('predecessors and successors are states here, each the other way round in the other', () => {
    for (const { iso3, predecessors, successors } of states) {
      for (const code of predecessors) expect(state(code).successors, `${iso3} after ${code}`).toContain(iso3)
      for (const code of successors) expect(state(code).predecessors, `${iso3} before ${code}`).toContain(iso3)
    }
  })

  test('193 members of the United Nations of today, and Kosovo and Taiwan, exist today', () => {
    expect(states.filter((one) => existedOn(one, '2026-11-24')).length).toBe(195)
  })
})

describe('who is the same state', () => {
  test('Russia is one state from 1816, called the Soviet Union from 1922-12-30 to 1991-12-25', () => {
    expect(state('RUS').spans).toEqual([{ from: '1816-01-01', to: null }])
    expect(nameOn(state('RUS'), '1991-12-25')).toBe('Soviet Union')
    expect(nameOn(state('RUS'), '1991-12-26')).toBe('Russia')
    expect(cowOn(state('RUS'), '1985-03-11')).toBe(365)
  })

  test('Germany is 255 to 1945 and from reunification in COW, 260 in between; in Gleditsch-Ward 260 from 1949 on', () => {
    expect(['1900-01-01', '1989-11-09', '1990-10-03'].map((on) => cowOn(state('DEU'), on))).toEqual([255, 260, 255])
    expect(['1900-01-01', '1989-11-09', '1990-10-03'].map((on) => gwOn(state('DEU'), on))).toEqual([255, 260, 260])
    expect(existedOn(state('DEU'), '1947-06-05')).toBe(false)
    expect(stateByCow(265)?.iso3).toBe('DDR')
  })

  test('345 is Serbia, then Yugoslavia, then Serbia again', () => {
    expect(['1900-01-01', '1918-12-01', '1999-03-24', '2006-06-04', '2006-06-05'].map((on) => stateByCow(345, on)?.iso3)).toEqual([
      'SRB',
      'YUG',
      'YUG',
      'YUG',
      'SRB',
    ])
    expect(stateByCow(345)?.iso3).toBe('SRB')
    expect(stateByGw(340)?.iso3).toBe('SRB')
    expect(stateByGw(345)?.iso3).toBe('YUG')
  })

  test('678 is North Yemen, in Gleditsch-Ward the united Yemen too, which is 679 in COW', () => {
    expect(stateByCow(678)?.iso3).toBe('YAR')
    expect(stateByCow(679)?.iso3).toBe('YEM')
    expect([stateByGw(678, '1990-05-21')?.iso3, stateByGw(678, '1990-05-22')?.iso3, stateByGw(678)?.iso3]).toEqual(['YAR', 'YEM', 'YEM'])
    expect(state('YEM').predecessors).toEqual(['YAR', 'YMD'])
  })

  test.each([
    [315, 'CSK'],
    [316, 'CZE'],
    [317, 'SVK'],
    [511, 'ZAN'],
    [510, 'TZA'],
    [530, 'ETH'],
    [531, 'ERI'],
    [625, 'SDN'],
    [626, 'SSD'],
    [680, 'YMD'],
    [710, 'CHN'],
    [713, 'TWN'],
    [730, 'JOS'],
    [732, 'KOR'],
    [816, 'VNM'],
    [817, 'VDR'],
  ])('COW %i is %s', (code, iso3) => {
    expect(stateByCow(code)?.iso3).toBe(iso3)
  })

  test('a number nobody has is nobody', () => {
    expect(stateByCow(999)).toBeUndefined()
    expect(cowOn(state('SSD'), '2011-07-08')).toBeUndefined()
  })
})

describe('when', () => {
  test('South Sudan did not exist in 1990, nor Uruguay in 1800; Czechoslovakia did in 1992, not in 1993', () => {
    expect(existedIn(state('SSD'), 1990)).toBe(false)
    expect(existedIn(state('URY'), 1800)).toBe(false)
    expect([existedIn(state('CSK'), 1992), existedIn(state('CSK'), 1993)]).toEqual([true, false])
  })

  test('a state that joined on the last day of a year existed in that year', () => {
    expect(existedIn(state('COM'), 1975)).toBe(true)
    expect(existedIn(state('MMR'), 1885)).toBe(true)
    expect(existedIn(state('MMR'), 1886)).toBe(false)
  })

  test("China's seat at the United Nations is Taipei's to 1971-10-24", () => {
    expect(unSeatHolder(state('CHN'), '1971-10-24').iso3).toBe('TWN')
    expect(unSeatHolder(state('CHN'), '1971-10-25').iso3).toBe('CHN')
  })

  test('other seats that changed hands: Yemen, Serbia and Yugoslavia; nobody else', () => {
    expect(unSeatHolder(state('YEM'), '1985-01-01').iso3).toBe('YAR')
    expect(unSeatHolder(state('SRB'), '1999-01-01').iso3).toBe('YUG')
    expect(unSeatHolder(state('YUG'), '2015-01-01').iso3).toBe('SRB')
    const moved = states.filter((one) => unSeatHolder(one, '1960-01-01') !== one).map(({ iso3 }) => iso3)
    expect(moved).toEqual(['CHN', 'SRB', 'YEM'])
  })
})
