import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventOutcome, type SettlingFacts } from '../../../src/outlook/events/event-outcome.ts'
import { currentFrom, readEventRecord } from '../../../src/outlook/events/event-record.ts'
import { type EventRule, eventRuleText, readEventRule } from '../../../src/outlook/events/event-rules.ts'
import { eventInputs, eventTargets } from '../../../src/outlook/events/event-targets.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

let snapshot: Snapshot
let known: ReturnType<typeof eventInputs>
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
  known = eventInputs(await readEventRecord(snapshot, currentFrom))
})
afterAll(() => snapshot.close())

const settled = (rule: EventRule, by: SettlingFacts = known): unknown => eventOutcome(by, eventRuleText(rule))

describe('outcomes of events by their rules', () => {
  test.each([
    ['Russia and Ukraine fought in 2022 to 2024', { kind: 'armed-conflict', a: 'RUS', b: 'UKR', from: 2022, to: 2024 }, 1],
    ['Portugal and Spain did not fight in 2015 to 2024', { kind: 'armed-conflict', a: 'ESP', b: 'PRT', from: 2015, to: 2024 }, 0],
    ['order of the two does not matter', { kind: 'armed-conflict', a: 'UKR', b: 'RUS', from: 2024, to: 2024 }, 1],
    ['Finland joined NATO in 2023', { kind: 'bloc-joining', bloc: 'NATO', state: 'FIN', after: '2022-12-31', to: 2023 }, 1],
    ['Sweden did not join it in 2023', { kind: 'bloc-joining', bloc: 'NATO', state: 'SWE', after: '2022-12-31', to: 2023 }, 0],
    [
      'the United Kingdom left the EU in 2020',
      { kind: 'bloc-leaving', states: ['FRA', 'GBR'], blocs: ['EU', 'NATO'], after: '2019-12-31', to: 2020 },
      1,
    ],
    ['neither left NATO', { kind: 'bloc-leaving', states: ['FRA', 'GBR'], blocs: ['NATO'], after: '2019-12-31', to: 2020 }, 0],
    // all members of the Warsaw Pact ended their membership with it
    [
      'the end of a bloc is not leaving',
      { kind: 'bloc-leaving', states: ['POL', 'HUN'], blocs: ['WARSAW-PACT'], after: '1991-01-01', to: 1991 },
      0,
    ],
    [
      'Ukraine began sanctions on no neighbour but Russia and Belarus',
      { kind: 'sanctions-onset', sender: 'UKR', target: 'POL', after: '2013-12-31', to: 2023 },
      0,
    ],
  ] as const)('%s', (_, rule, value) => {
    expect(settled(rule as EventRule)).toMatchObject({ value })
  })

  test('the first regime of the EU on Belarus is found from the day before, and not from the day itself', async () => {
    const [row] = (await snapshot.rows("SELECT min(start_date) AS day FROM sanctions WHERE sender = 'EU' AND target = 'BLR'")) as {
      day: string
    }[]
    const year = Number(row!.day.slice(0, 4))
    const rule = { kind: 'sanctions-onset', sender: 'EU', target: 'BLR', to: year } as const
    expect(settled({ ...rule, after: `${year - 1}-12-31` })).toMatchObject({ value: 1 })
    expect(settled({ ...rule, after: row!.day })).toMatchObject({ value: 0 })
  })

  test('a window that the list does not cover is open, even where the event has come', () => {
    expect(settled({ kind: 'armed-conflict', a: 'RUS', b: 'UKR', from: 2024, to: 2025 })).toEqual({
      waits: 'the list of all armed conflicts (ucdp-acd) ends in 2024',
    })
    expect(settled({ kind: 'sanctions-onset', sender: 'USA', target: 'FRA', after: '2025-12-31', to: 2026 })).toMatchObject({
      waits: expect.stringMatching(/the table sanctions-regimes ends on 2026/),
    })
    expect(settled({ kind: 'bloc-joining', bloc: 'EU', state: 'UKR', after: '2026-11-24', to: 2031 })).toHaveProperty('waits')
    const without = eventInputs({ ...known.facts.record, cards: new Map() })
    expect(settled({ kind: 'armed-conflict', a: 'RUS', b: 'UKR', from: 2022, to: 2022 }, without)).toEqual({
      waits: 'the record has no list of all armed conflicts',
    })
  })

  test('a later edition than the rule names is used and named', () => {
    expect(settled({ kind: 'armed-conflict', a: 'RUS', b: 'UKR', from: 2020, to: 2021 })).toMatchObject({
      note: 'settled by an edition of ucdp-acd that covers 2024, not by the first that covers 2021',
    })
    expect(settled({ kind: 'armed-conflict', a: 'RUS', b: 'UKR', from: 2022, to: 2024 })).not.toHaveProperty('note')
  })

  test('a rule of another form is void, with why', () => {
    expect(eventOutcome(known, 'Yes if it happens.')).toEqual({ isVoid: expect.stringContaining('not written by this program') })
  })

  test('the rule of every forecast of an event is read back as it was written', () => {
    const kinds = new Set<string>()
    for (const [a, b] of [
      ['CHN', 'RUS'],
      ['USA', 'IRN'],
      ['FRA', 'DEU'],
      ['SAU', 'ARE'],
      ['NGA', 'BEN'],
      ['XKX', 'SRB'],
      ['BRA', 'ARG'],
    ] as const)
      for (const { resolution, id, horizon } of eventTargets(known, a, b).targets) {
        const rule = readEventRule(resolution.rule)
        expect(rule?.kind).toBe(id.split(':')[0])
        expect(eventRuleText(rule!)).toBe(resolution.rule)
        expect(resolution.day > `${rule!.to}-12-31`).toBe(true)
        if (rule!.kind !== 'armed-conflict') expect(rule!.to).toBe(2026 + horizon)
        kinds.add(rule!.kind)
      }
    expect([...kinds].sort()).toEqual(['armed-conflict', 'bloc-joining', 'bloc-leaving', 'sanctions-onset'])
  })
})
