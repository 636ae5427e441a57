import { describe, expect, test } from 'vitest'
import type { Party } from '../../../../src/assessments/blocs/bloc-parties.ts'
import { type MemberFlow, sumsOf } from '../../../../src/assessments/blocs/bloc-sums.ts'
import { pairsOn } from '../../../../src/assessments/composite/composite-component.ts'
import { tradeComponent } from '../../../../src/assessments/composite/composite-trade.ts'
import { thirdStates } from '../../../../src/assessments/domains/third-state-dependence.ts'
import { assessTrade } from '../../../../src/assessments/domains/trade.ts'
import type { DomainInputs } from '../../../../src/assessments/forms/assessment.ts'
import { mirror } from '../../../../src/assessments/mirror/mirror.ts'
import { memberNotes } from '../../../../src/assessments/mirror/mirror-members.ts'
import { tradeSeries } from '../../../../src/assessments/turning-points/turning-points-flows.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import { existedOn, states } from '../../../../src/states/index.ts'
import type { Estimate } from '../../../../src/store/index.ts'
import { benchOf, yearly } from '../../../assessments/made-snapshot.ts'

const day = '2026-06-30'

/** What a text prints of China's exports to a partner, or of its imports from it. */
function printed(partner: string, value: number, changes: Partial<Observation> = {}, year = 2023): Observation {
  const exports = { indicator: 'goods-exports', from_id: 'CHN', to_id: partner, valuation: 'FOB' } as const
  return yearly({ ...exports, reporter: 'CHN', value, unit: 'USD', source: 'cited-figures', year, ...changes })
}

const received = (partner: string): Partial<Observation> => ({
  indicator: 'goods-imports',
  from_id: partner,
  to_id: 'CHN',
  valuation: 'CIF',
})

const others = states.filter((state) => existedOn(state, day) && state.iso3 !== 'CHN').map(({ iso3 }) => iso3)

/** China's exports to and imports from so many partners, and of the first the reports of the other side. */
function manyPartners(count: number, source: string): Observation[] {
  return others
    .slice(0, count)
    .flatMap((partner, i) => [
      printed(partner, (i + 1) * 1e9, { source }),
      printed(partner, (i + 1) * 1e9, { ...received(partner), source }),
      printed(partner, (i + 1) * 1e9, { indicator: 'goods-imports', reporter: partner, valuation: 'CIF', source }),
    ])
}

async function asked<T>(
  rows: readonly Observation[],
  pair: readonly [string, string],
  ask: (bench: DomainInputs) => Promise<T>,
): Promise<T> {
  const bench = await benchOf(pair, day, rows)
  return ask(bench).finally(() => bench.snapshot.close())
}

const called = (estimates: readonly Estimate[], id: string): Estimate | undefined => estimates.find((one) => one.id === id)

/** A half, the second half, eleven months, two quarters that make no year, and a year that is not the calendar's. */
const spans = [
  ['2024-01-01', '2024-06-30'],
  ['2024-07-01', '2024-12-31'],
  ['2024-01-01', '2024-11-30'],
  ['2024-01-01', '2024-01-31'],
  ['2024-02-01', '2024-12-31'],
  ['2024-04-01', '2025-03-31'],
] as const

const partYears = spans.map(([start_date, end_date], i) => printed('IDN', (i + 1) * 1e9, { start_date, end_date }))
const partTotals = spans.map(([start_date, end_date]) =>
  printed('IDN', 9e9, { indicator: 'goods-trade', valuation: null, start_date, end_date }),
)

describe('a span that is no calendar year stands for none', () => {
  test('with nothing else, trade is unknown, there is no series, and the mirror is blank', async () => {
    const rows = [...partYears, ...partTotals]
    expect((await asked(rows, ['CHN', 'IDN'], assessTrade)).state).toBe('unknown')
    expect(await asked(rows, ['CHN', 'IDN'], tradeSeries)).toEqual([])
    const request = {
      a: { id: 'CHN', name: 'China' },
      b: { id: 'IDN', name: 'Indonesia' },
      from: undefined,
      to: day,
      flow: 'both' as const,
    }
    expect((await asked(rows, ['CHN', 'IDN'], ({ snapshot }) => mirror(request, snapshot))).flows).toEqual([])
  })

  test('beside a whole year, the level is of the whole year, by itself', async () => {
    const found = await asked([printed('IDN', 65e9), ...partYears, ...partTotals], ['CHN', 'IDN'], assessTrade)
    expect(called(found.estimates, 'goods-a-to-b')).toMatchObject({ value: 65e9, period: '2023', interval: 'exact' })
    expect(found.items).toHaveLength(1)
  })

  test('a share of a half year is not printed as one of the year', async () => {
    const half = { source: 'comtrade', start_date: '2024-07-01', end_date: '2024-12-31' }
    const rows = (changes: Partial<Observation>) => [
      printed('IDN', 65e9, { source: 'comtrade' }),
      printed('IDN', 30e9, changes),
      printed('WLD', 300e9, changes),
    ]
    const shareOf = async (changes: Partial<Observation>) =>
      called((await asked(rows(changes), ['CHN', 'IDN'], assessTrade)).estimates, 'export-share-a')
    expect(await shareOf({ ...half, start_date: '2024-01-01' })).toMatchObject({ value: 0.1, period: '2024' })
    expect(await shareOf(half)).toBeUndefined()
  })

  test('no note on members says that the mirror of one has what it does not show', async () => {
    const asean = { id: 'ASEAN', name: 'ASEAN' }
    const parties = { a: { id: 'CHN', name: 'China' }, b: asean }
    const member = { bloc: 'ASEAN', state: 'IDN', role: 'member', start_date: '1967-08-08', end_date: null }
    const notes = (rows: readonly Observation[]) =>
      asked(rows, ['CHN', 'IDN'], async ({ snapshot }) => {
        const withMember: typeof snapshot = Object.create(snapshot, {
          rows: { value: async (sql: string, values: never) => (sql.includes('FROM memberships') ? [member] : snapshot.rows(sql, values)) },
        })
        return memberNotes(withMember, parties, { from: undefined, to: day })
      })
    expect(await notes([...partYears.filter(({ end_date }) => end_date !== '2024-01-31'), ...partTotals.slice(0, 3)])).toEqual([])
    expect((await notes([...partYears, printed('IDN', 65e9)]))[0]).toContain('cited-figures (1 of 1 members)')
  })
})

describe('single figures are a selection', () => {
  test('among them nobody has a rank; among the partners of a list everybody has', async () => {
    const rankIn = async (source: string) =>
      called((await asked(manyPartners(12, source), ['CHN', others[0]!], assessTrade)).estimates, 'goods-trade-rank')
    expect(await rankIn('comtrade')).toMatchObject({ state: 'observed', label: "percentile among CHN's 12 partners in comtrade" })
    expect(await rankIn('cited-figures')).toMatchObject({ state: 'unknown' })
  })

  test('no trade intensity is worked out among them', async () => {
    const component = (source: string) =>
      asked(manyPartners(12, source), ['CHN', others[0]!], (bench) => tradeComponent(bench, pairsOn(day)))
    expect(await component('comtrade')).toMatchObject({ population: 12 })
    expect(await component('cited-figures')).toHaveProperty('reason')
  })

  test('however many partners are quoted, they are not the whole of which a third state has a share', async () => {
    const found = (source: string) => {
      const rows = [...manyPartners(30, source), ...['JPN', 'USA'].map((partner) => printed(partner, 400e9, { source }))]
      return asked(rows, ['JPN', 'USA'], thirdStates)
    }
    expect((await found('comtrade')).map(({ iso3 }) => iso3)).toContain('CHN')
    expect(await found('cited-figures')).toEqual([])
  })

  const party = (id: string, members: readonly string[]): Party => ({ id, name: id, isBloc: members.length > 1, members, left: [] })
  const sides = { a: party('CHN', ['CHN']), b: party('ASEAN', ['IDN', 'VNM']) }
  const flow = (to: string, source: string): MemberFlow => ({
    ...{ indicator: 'goods-exports', from: 'CHN', to, reporter: 'CHN', year: 2023, value: 5e9, unit: 'USD', valuation: 'FOB' },
    ...{ status: 'observed', source, vintage: 'test', rows: 1 as const },
  })
  const sumsBy = (source: string) =>
    sumsOf(
      ['IDN', 'VNM', 'ASEAN'].map((to) => flow(to, source)),
      sides,
      new Set(),
    ).map(({ value, standing }) => [standing.b, value])

  test('a bloc is not their sum over members; what a text prints of the bloc itself stands', () => {
    expect(sumsBy('comtrade')).toEqual([
      ['members', 10e9],
      ['itself', 5e9],
    ])
    expect(sumsBy('cited-figures')).toEqual([['itself', 5e9]])
  })
})
