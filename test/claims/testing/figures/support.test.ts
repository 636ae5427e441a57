import { beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testUkraineSupport } from '../../../../src/claims/testing/figures/test-ukraine-support.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import type { Snapshot } from '../../../../src/store/index.ts'
import { yearly } from '../../../assessments/made-snapshot.ts'
import { claimOf, found } from '../../deed-claims.ts'
import { recordOf } from '../../own-record.ts'

type Kind = 'financial' | 'humanitarian' | 'military'
const [first, early, late] = ['2022-01-24', '2022-10-03', '2026-02-28']

function given(
  from: string,
  billions: number,
  days: readonly [string, string],
  kind: Kind = 'military',
  measure = 'commitments',
): Observation {
  return {
    ...yearly({
      indicator: `support-${measure}-${kind}`,
      from_id: from,
      to_id: 'UKR',
      value: billions * 1e9,
      unit: 'EUR',
      source: '',
      year: 2022,
    }),
    source: days[1] === late || measure === 'allocations' ? 'kiel-ukraine-support-tables' : 'kiel-ukraine-support-workbook',
    start_date: days[0],
    end_date: days[1],
    status: 'estimated',
  }
}
const whole = (from: string, billions: number, kind?: Kind): Observation => given(from, billions, [first, early], kind)
const onDay = (from: string, billions: number, day: string): Observation => given(from, billions, [day, day])
const inMonth = (from: string, billions: number, month: string): Observation =>
  given(from, billions, [`${month}-01`, `${month}-28`], 'military', 'allocations')
const gdp = (from: string, billions: number): Observation =>
  yearly({ indicator: 'gdp', from_id: from, to_id: null, value: billions * 1e9, unit: 'USD', source: 'world-bank', year: 2021 })

let snapshot: Snapshot
beforeAll(async () => {
  const rows = [
    ...[whole('USA', 27.6), whole('USA', 15.2, 'financial'), whole('USA', 9.5, 'humanitarian')],
    ...[onDay('USA', 0.463, '2022-09-26'), onDay('USA', 11.328, '2022-09-30'), onDay('USA', 20, '2022-05-21')],
    ...[
      whole('GBR', 6.65),
      whole('DEU', 1.2),
      whole('DEU', 2.1, 'financial'),
      whole('FRA', 1.15),
      whole('DNK', 0.6),
      onDay('NOR', 1, '2022-07-01'),
    ],
    ...[whole('NOR', 1.39), whole('EU', 11.74, 'financial'), whole('EPF', 2.5), whole('EIB', 2, 'financial')],
    ...[
      given('USA', 119, [first, late]),
      given('EU', 190.7, [first, late], 'financial'),
      given('DEU', 47.2, [first, late]),
      given('FRA', 10.3, [first, late]),
    ],
    ...[inMonth('USA', 2.3, '2023-02'), inMonth('USA', 2.7, '2023-04'), inMonth('DEU', 1.5, '2023-05')],
    ...[gdp('USA', 23_000), gdp('DEU', 4_200), gdp('GBR', 3_100), gdp('FRA', 2_900), gdp('DNK', 400), gdp('NOR', 490)],
  ]
  snapshot = await recordOf(rows)
})

const autumn = { from: '2022-08-04', to: '2022-10-03' }
const aid = (sentence: string, words: string, donor: string, more: Partial<Claim>): Claim =>
  claimOf(sentence, words, {
    kind: 'quantity',
    measured: { topic: 'aid', form: 'level' },
    actors: [donor, 'UKR'],
    direction: `${donor}->UKR`,
    period: autumn,
    unit: 'EUR bn',
    ...more,
  })
const verdict = async (claim: Claim, date = '2022-10-11', before: string[] = []): Promise<string | undefined> =>
  (await found(testUkraineSupport, claim, { date, before, snapshot }))?.verdict

describe('amounts promised to Ukraine', () => {
  test('between two days, by the day of announcement', async () => {
    const text = 'The United States promised Ukraine just under 12 billion euros more.'
    const claim = aid(text, '12 billion', 'USA', { value: 12, qualifier: 'just under', kind: 'attribution', measured: null })
    expect(await verdict(claim)).toBe('supported')
    expect(await verdict({ ...claim, value: 20 })).toBe('unverifiable')
  })

  test('from the first day on where the words say that it is all', async () => {
    const text = 'Its commitments to Ukraine have grown to somewhat more than 52 billion.'
    expect(await verdict(aid(text, '52 billion', 'USA', { value: 52, qualifier: 'more than' }))).toBe('supported')
    expect(await verdict(aid(text, '52 billion', 'USA', { value: 35 }))).toBe('unverifiable')
  })

  test('of one kind where one is named', async () => {
    const text = "For months Berlin's arms pledges have stayed at 1.2 billion euros."
    expect(
      await verdict(aid(text, '1.2 billion', 'DEU', { value: 1.2, period: { at: '2022' }, measured: { topic: 'arms', form: 'level' } })),
    ).toBe('supported')
    const all = text.replace('arms pledges', 'pledges to Kyiv')
    expect(await verdict(aid(all, '1.2 billion', 'DEU', { value: 1.2, period: { at: '2022' } }))).toBe('unverifiable')
  })

  test('what is more than a donor promised in all by the tracker is wrong, and only in a text of its time', async () => {
    const text = "In July 1 billion of new commitments was Denmark's, by the Kiel tracker."
    const claim = aid(text, '1 billion', 'DNK', { value: 1, period: { at: '2022-07' } })
    expect(await verdict(claim)).toBe('contradicted')
    expect(await verdict(claim, '2023-06-01')).toBeUndefined()
    expect(await verdict({ ...claim, sentence: text.replace('by the Kiel tracker', 'by its own count') })).toBeUndefined()
    expect(await verdict({ ...claim, actors: ['NOR', 'UKR'], direction: 'NOR->UKR' })).toBe('supported')
  })

  test('refugees, damage and reconstruction are other ledgers', async () => {
    const text = 'Since the war began the United States has spent 52 billion euros in aid on refugees.'
    expect(await verdict(aid(text, '52 billion', 'USA', { value: 52 }))).toBeUndefined()
  })
})

describe('places among donors', () => {
  const place = (text: string, donor: string, value: number, period: Claim['period']): Claim =>
    aid(text, text.slice(0, 12), donor, { kind: 'ranking', value, unit: 'rank', period })

  test('by amount: the early order, and the late one that has the EU first', async () => {
    const text = 'The United States is the largest donor of aid to Ukraine.'
    expect(await verdict(place(text, 'USA', 1, autumn))).toBe('supported')
    expect(await verdict(place(text.replace('largest', 'second'), 'USA', 2, { at: '2024-01-15' }), '2024-02-20')).toBe('supported')
  })

  test('wrong only where a whole release of the time says so', async () => {
    const text = 'France is the second largest donor of aid to Ukraine.'
    expect(await verdict(place(text, 'FRA', 2, autumn))).toBe('contradicted')
    expect(await verdict(place(text, 'FRA', 2, { at: '2024-01-15' }), '2024-02-20')).toBe('unverifiable')
  })

  test('by output', async () => {
    const text = 'Measured by economic output Norway is first among donors of aid to Ukraine.'
    expect(await verdict(place(text, 'NOR', 1, autumn))).toBe('supported')
  })
})

describe('shares', () => {
  test('of output, in tenths of a small share', async () => {
    const text = 'American commitments to Ukraine added up to 0.27% of GDP.'
    const claim = aid(text, '0.27%', 'USA', { kind: 'share', value: 0.27, unit: 'percent' })
    expect(await verdict(claim)).toBe('supported')
    expect(await verdict({ ...claim, value: 0.4 })).toBe('unverifiable')
  })

  test('one donor against another, of all that both promised', async () => {
    const text = 'In aid to Ukraine Washington has promised nearly eight times as much as London.'
    const claim = aid(text, 'nearly eight times', 'USA', {
      kind: 'comparison',
      value: 8,
      unit: 'times',
      qualifier: 'nearly',
      actors: ['USA', 'UKR', 'GBR'],
    })
    expect(await verdict(claim)).toBe('supported')
    expect(await verdict({ ...claim, value: 4 })).toBe('unverifiable')
  })
})
