import { afterAll, expect, test } from 'vitest'
import { recordFlows, recordGravity } from '../../../src/assessments/economy/models/gravity-of-record.ts'
import { pairNorm } from '../../../src/measures/gravity/gravity-norm.ts'
import { greatCircle } from '../../../src/measures/trade/great-circle.ts'
import { mainCityOf } from '../../../src/states/tables/main-cities-table.ts'
import { bundledRecord, openSnapshot } from '../../../src/store/index.ts'

const snapshot = await openSnapshot(bundledRecord())
afterAll(() => snapshot.close())

const flows = (await recordFlows(snapshot))!
const cell = (from: string, to: string): number => flows.states.indexOf(from) * flows.states.length + flows.states.indexOf(to)
const value = (name: string, from: string, to: string): number => flows.regressors.find((one) => one.name === name)!.values[cell(from, to)]!

test('a way that the source lacks is unknown, one without trade in any table is 0', () => {
  expect(flows.flow[cell('KOR', 'VNM')]).toBeNaN()
  expect(flows.flow[cell('RUS', 'BLR')]).toBeNaN()
  expect(flows.flow[cell('TUV', 'BOL')]).toBe(0)
  expect(flows.flow[cell('CHN', 'RUS')]).toBeGreaterThan(1e11)
})

test('memberships, borders and languages are those of 2023', () => {
  expect([value('customs_union', 'DEU', 'FRA'), value('customs_union', 'DEU', 'GBR'), value('customs_union', 'RUS', 'KAZ')]).toEqual([
    1, 0, 1,
  ])
  expect([value('trade_bloc', 'MEX', 'USA'), value('trade_bloc', 'DEU', 'FRA'), value('trade_bloc', 'VNM', 'THA')]).toEqual([1, 0, 1])
  expect([value('border', 'KEN', 'TZA'), value('border', 'KEN', 'PER')]).toEqual([1, 0])
  expect([value('language', 'PER', 'CHL'), value('language', 'PER', 'CHN')]).toEqual([1, 0])
})

test('India and Pakistan trade far less than pairs of that size; the United States and Mexico are within the range', async () => {
  const { norm, states } = (await recordGravity(snapshot))!
  const of = (a: string, b: string) => pairNorm(norm, states.indexOf(a), states.indexOf(b))
  expect(of('IND', 'PAK')!.ratio).toBeLessThan(of('IND', 'PAK')!.usualLow)
  expect(of('USA', 'MEX')!.ratio).toBeGreaterThan(of('USA', 'MEX')!.usualLow)
  expect(of('USA', 'MEX')!.ratio).toBeLessThan(of('USA', 'MEX')!.usualHigh)
  expect(of('KOR', 'VNM')).toBeUndefined()
})

test.each([
  ['ARG', 'URY', 215.07],
  ['FRA', 'GBR', 342.95],
  ['JPN', 'KOR', 1156.67],
  ['AUS', 'NZL', 2333.46],
  ['NGA', 'ZAF', 4764.5],
])('main cities of %s and %s are as far apart as in GeoDist: %d km, to 0.5 %%', (a, b, published) => {
  const [one, other] = [mainCityOf.get(a)!, mainCityOf.get(b)!]
  expect(Math.abs(greatCircle(one.lat, one.lon, other.lat, other.lon) / published - 1)).toBeLessThan(0.005)
})
