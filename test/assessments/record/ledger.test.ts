import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDay, lastDay } from '../../../src/assessments/forms/ledger-check.ts'
import { stageAndLevels } from '../../../src/assessments/forms/stage.ts'
import { bundledLedger, type Ledger, type LedgerItem, ledgerPairs, readLedger, stageOf } from '../../../src/assessments/index.ts'

const item: LedgerItem = {
  id: '2019-07-23-patrol',
  date: '2019-07-23',
  until: null,
  form: 'act',
  sentence: 'Bombers of the two states flew a first joint patrol over the Sea of Japan.',
  kind: 'patrol',
  indicator: 'joint-exercises',
  direction: 'supports',
  level: 2,
  confidence: 'high',
  checked: 'read',
  sources: [{ title: 'A readout', publisher: 'A ministry', date: '2019-07-23', url: 'https://example.org/readout' }],
  actors: [{ name: 'CHN', kind: 'state', of: null, role: 'participant' }],
}

const ledger = (items: readonly Partial<LedgerItem>[], head: Partial<Ledger> = {}): Ledger => ({
  schemaVersion: 1,
  a: 'CHN',
  b: 'RUS',
  from: '1992-01-01',
  to: '2026-06-30',
  reviewed: '2026-11-25',
  items: items.map((one, i) => ({ ...item, id: `item-number-${i}`, ...one })),
  ...head,
})

const written = (value: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'visavis-ledger-')), 'ledger.json')
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value, null, 1))
  return path
}

describe('a ledger', () => {
  test.each(ledgerPairs.map(([a, b]) => [a, b] as const))('of %s and %s is whole', (a, b) => {
    const found = bundledLedger(b, a)!
    expect([found.a, found.b].sort()).toEqual([a, b].sort())
    expect(found.items.length).toBeGreaterThanOrEqual(25)
    expect(found.items.map((one) => one.date)).toEqual(found.items.map((one) => one.date).sort())
    expect(found.items.filter((one) => one.direction === 'contradicts').length / found.items.length).toBeGreaterThan(0.15)
  })

  test('of China and Russia has at least 120 items from 1989 on', () => {
    const found = bundledLedger('CHN', 'RUS')!
    expect(found.items.length).toBeGreaterThanOrEqual(120)
    expect(found.items[0]!.date).toMatch(/^1989/)
  })

  test('is there for every file that is kept, and for no other pair', () => {
    const files = readdirSync(new URL('../../../data/ledgers', import.meta.url)).map((file) => file.replace('.json', ''))
    expect(ledgerPairs.map(([a, b]) => [a, b].sort().join('-').toLowerCase()).sort()).toEqual(
      files.map((file) => file.split('-').sort().join('-')).sort(),
    )
    expect(bundledLedger('FRA', 'DEU')).toBeUndefined()
  })

  test.each([
    ['an item without a source', { sources: [] }, /:\d+: item item-number-0: it has no source/],
    ['an item in the future', { date: '2027-01' }, /after the review/],
    ['an item on a state that did not exist', { date: '1948-05-01' }, /did not exist on 1948-05-01/, { a: 'CHN', b: 'PAK' }],
    ['a level that is none', { level: 4 as never }, /level must be one of 0, 1, 2, 3/],
    ['support for nothing', { level: 0 as const }, /cannot support level 0/],
    ['an end before the begin', { until: '2019-07-22' }, /until 2019-07-22 is before 2019-07-23/],
    ['an address that is none', { sources: [{ ...item.sources[0]!, url: 'example.org' }] }, /address/],
    ['a date that is none', { date: '2019-13' }, /date must be/],
    [
      'a place of what is no exercise',
      { kind: 'summit', place: { name: 'X', lat: 1, lon: 1, within: 50 } },
      /a place is for exercises and patrols/,
    ],
    ['a place beyond the pole', { place: { name: 'X', lat: 91, lon: 1, within: 50 } }, /place X needs lat/],
    ['a place without its extent', { place: { name: 'X', lat: 1, lon: 1 } as never }, /within, 1 to 3000 km/],
    ['a state that is none', { actors: [{ ...item.actors[0]!, name: 'XYZ' }] }, /"XYZ" is no state/],
  ] as const)('with %s is refused with its line', (_, fault, message, head: Partial<Ledger> = {}) => {
    const extra = 'a' in head ? { ...head, from: '1947-08-14' } : head
    const path = written(
      ledger([fault as Partial<LedgerItem>], _ === 'an item on a state that did not exist' ? { ...extra, b: 'ISR' } : extra),
    )
    expect(() => readLedger(path)).toThrow(message)
  })

  test('with a fault names the line on which that item begins', () => {
    const path = written(ledger([{}, {}, { sources: [] }]))
    const line = readFileSync(path, 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('item-number-2'))
    expect(() => readLedger(path)).toThrow(`${path}:${line}:`)
  })

  test.each([
    ['no JSON', '{ "items": [', /not JSON/],
    ['a list', '[]', /a ledger is an object/],
    ['twice the same item', ledger([{ id: 'item-number-1' }, { id: 'item-number-1' }]), /stands twice/],
    ['a head of one state', ledger([], { b: 'CHN' }), /the same state/],
    ['a head of no state', ledger([], { b: 'XX' }), /ISO3/],
    ['days after its review', ledger([], { to: '2026-12-31' }), /after its review/],
  ])('that is %s is refused', (_, value, message) => {
    expect(() => readLedger(written(value))).toThrow(message)
  })

  test('dates stand for all the days they can mean', () => {
    expect([firstDay('1996'), firstDay('1996-04'), firstDay('1996-04-25')]).toEqual(['1996-01-01', '1996-04-01', '1996-04-25'])
    expect([lastDay('1996'), lastDay('1996-04'), lastDay('1996-04-25')]).toEqual(['1996-12-31', '1996-04-31', '1996-04-25'])
  })
})

describe('the rule', () => {
  const level = (items: readonly Partial<LedgerItem>[], day = '2026-06-30'): number | undefined =>
    stageOf(ledger(items), day).indicators.find(({ id }) => id === 'joint-exercises')!.level

  test('one act is ad hoc, acts in three of five years are regular, no item is absent', () => {
    expect(level([])).toBe(0)
    expect(level([{ date: '2025', level: 3 }])).toBe(1)
    expect(level([{ date: '2023' }, { date: '2024' }])).toBe(1)
    expect(level([{ date: '2023' }, { date: '2024' }, { date: '2025' }])).toBe(2)
    expect(level(['2023', '2024', '2025'].map((date) => ({ date, level: 3 as const })))).toBe(3)
    expect(level(['2023', '2024', '2025'].map((date) => ({ date, level: 1 as const })))).toBe(2)
  })

  test('acts older than five years do not weigh; standing arrangements do while in force', () => {
    expect(level([{ date: '2018' }, { date: '2019' }, { date: '2020' }])).toBe(0)
    expect(level([{ date: '2001', form: 'standing', level: 3 }])).toBe(3)
    expect(level([{ date: '2001', until: '2024-01-01', form: 'standing', level: 3 }])).toBe(0)
    expect(level([{ date: '2001', until: '2024-01-01', form: 'standing', level: 3 }], '2023-12-31')).toBe(3)
  })

  test('one dispute undoes no habit; two years of them, or a standing one, cap it', () => {
    const habit = [{ date: '2001', form: 'standing', level: 3 }] as const
    const dispute = { direction: 'contradicts', level: 1 } as const
    expect(level([...habit, { ...dispute, date: '2024' }])).toBe(3)
    expect(level([...habit, { ...dispute, date: '2024-01' }, { ...dispute, date: '2024-07' }])).toBe(3)
    expect(level([...habit, { ...dispute, date: '2024' }, { ...dispute, date: '2025' }])).toBe(1)
    expect(level([...habit, { ...dispute, date: '2010', form: 'standing' }])).toBe(1)
  })

  test('items of low confidence weigh nothing', () => {
    expect(level([{ date: '2001', form: 'standing', level: 3, confidence: 'low' }])).toBe(0)
  })

  test('outside the ledger’s days the level is unknown, after them it stands for the last one', () => {
    expect(stageOf(ledger([]), '1991-12-31').complete).toBe('unknown')
    expect(level([], '1991-12-31')).toBeUndefined()
    expect(stageOf(ledger([]), '2026-11-25').asOf).toBe('2026-06-30')
  })

  test('the order of items does not matter', () => {
    const found = bundledLedger('CHN', 'RUS')!
    const expected = stageAndLevels(found, '2026-06-30')
    fc.assert(
      fc.property(fc.shuffledSubarray([...found.items], { minLength: found.items.length }), (items) => {
        expect(stageAndLevels({ ...found, items }, '2026-06-30')).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  test.each(ledgerPairs.map(([a, b]) => [a, b] as const))('%s and %s: only items that the page names move a level or the stage', (a, b) => {
    const found = bundledLedger(a, b)!
    const whole = stageOf(found, found.to)
    for (const item of found.items) {
      const less = stageAndLevels({ ...found, items: found.items.filter((other) => other.id !== item.id) }, found.to)
      expect([item.id, less.complete !== whole.complete]).toEqual([item.id, whole.hangsOn.includes(item.id)])
      for (const [i, indicator] of whole.indicators.entries()) {
        expect([item.id, indicator.id, less.levels[i] !== indicator.level]).toEqual([
          item.id,
          indicator.id,
          indicator.hangsOn.includes(item.id),
        ])
      }
    }
  })
})

describe('placements agree with the published ones', () => {
  const stage = (a: string, b: string, day: string): ReturnType<typeof stageOf> => stageOf(bundledLedger(a, b)!, day)

  // Korolev 2019 and 2022: China-Russia has the early and the moderate stage, and of the advanced one only beginnings.
  test.each(['2013-12-31', '2019-12-31', '2022-12-31', '2026-06-30'])(
    'China and Russia on %s: moderate complete, advanced only begun',
    (day) => {
      const found = stage('CHN', 'RUS', day)
      expect(found.complete).toBe('moderate')
      expect(found.next!.reached).toBe(0)
    },
  )

  test('China and Russia in 2000: early complete, moderate not', () => {
    expect(stage('CHN', 'RUS', '2000-12-31').complete).toBe('early')
  })

  // Korolev 2025 (Journal of Asian Security and International Affairs 12(4)): "by most measurements" China-Russia is ahead of US-India.
  test('China and Russia are not behind the United States and India on most of the five early and moderate indicators and common defence', () => {
    const [one, other] = [stage('CHN', 'RUS', '2026-03-31'), stage('USA', 'IND', '2026-03-31')]
    const ids = ['confidence-building', 'consultation', 'joint-exercises', 'defence-policy']
    const ahead = ids.filter((id) => one.indicators.find((i) => i.id === id)!.level! >= other.indicators.find((i) => i.id === id)!.level!)
    expect(ahead.length).toBeGreaterThanOrEqual(3)
  })
})
