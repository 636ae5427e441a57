import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { votersOf } from '../../../src/assessments/forms/roll-calls.ts'
import { GoodsRecord, goodsRecord } from '../../../src/assessments/outlook/goods-series.ts'
import { agreementInSession, agreementOfPair, placeInSession } from '../../../src/assessments/outlook/vote-series.ts'
import { placeOfRank, storedPlaces } from '../../../src/assessments/votes/stored-places.ts'
import { pairIndex, votePlaces } from '../../../src/assessments/votes/vote-places.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

describe('stored places', () => {
  test('the bundled record has them, and they are the computed ones to the last bit', async () => {
    const stored = await storedPlaces(snapshot)
    expect(stored, 'npx tsx scripts/outlook/outlook-places.ts writes them for a new record').toBeDefined()
    for (const session of [51, 64, 77, 80]) {
      const { places } = await votePlaces(snapshot, session - 2, session)
      const found = Float64Array.from(places, (_, pair) => stored!.at(session, pair)!)
      expect(Buffer.from(found.buffer).equals(Buffer.from(places.buffer, places.byteOffset, places.byteLength))).toBe(true)
    }
  })

  test('a session that is not stored is computed', async () => {
    const voters = await votersOf(snapshot)
    const [a, b] = [voters.indexOf('FRA'), voters.indexOf('GBR')]
    const pair = pairIndex(voters.length, a, b)
    expect((await storedPlaces(snapshot))!.at(30, pair)).toBeUndefined()
    expect(await placeInSession(snapshot, 30, a, b)).toBe((await votePlaces(snapshot, 28, 30)).places[pair])
  })

  test('they are not used for a record with other votes', async () => {
    const rows = async (sql: string): Promise<Record<string, unknown>[]> => [...(await snapshot.rows(sql))]
    const other = {
      manifest: snapshot.manifest,
      rows: async (sql: string) => (sql.includes('AS digest') ? [{ digest: 'another' }] : rows(sql)),
      columns: snapshot.columns.bind(snapshot),
    } as unknown as Snapshot
    expect(await storedPlaces(other)).toBeUndefined()
  })

  test('placeOfRank is the arithmetic of mid-ranks', () => {
    expect(placeOfRank(3, 4)).toBe(37.5)
  })
})

describe('the series of one pair', () => {
  test('agreement rates read for one pair are those of the votes of all states', async () => {
    const voters = await votersOf(snapshot)
    for (const [x, y] of [
      ['CHN', 'RUS'],
      ['KEN', 'TZA'],
      ['USA', 'PLW'],
      ['SSD', 'TUV'],
    ] as const) {
      const [a, b] = [voters.indexOf(x), voters.indexOf(y)]
      const own = await agreementOfPair(snapshot, a, b, 60, 80)
      for (let session = 60; session <= 80; session++)
        expect(own.get(session) ?? Number.NaN, `${x} ${y} ${session}`).toBe((await agreementInSession(snapshot, session))(a, b))
    }
  })

  test('goods trade read for two states is that of all states', async () => {
    const [all, two] = [await goodsRecord(snapshot, null), await goodsRecord(snapshot, ['CHN', 'RUS'])]
    expect(two.states).toEqual(['CHN', 'RUS'])
    for (let year = all.first; year <= all.last; year++)
      for (const measure of ['flow', 'gdpShare', 'dependence'] as const)
        expect(two[measure](0, 1, year)).toBe(all[measure](all.indexOf('CHN')!, all.indexOf('RUS')!, year))
  })

  test('flows with other partners count towards totals only', () => {
    const flows = [
      { from: 'A', to: 'B', year: 2020, value: 1 },
      { from: 'B', to: 'A', year: 2020, value: 1 },
      { from: 'A', to: 'C', year: 2020, value: 6 },
    ]
    const record = new GoodsRecord(flows, [], ['A', 'B'])
    expect(record.indexOf('C')).toBeUndefined()
    expect(record.dependence(0, 1, 2020)).toBe(25)
  })
})
