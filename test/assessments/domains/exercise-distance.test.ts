import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { exerciseDistances, placedItems } from '../../../src/assessments/domains/exercise-distance.ts'
import type { DomainInputs } from '../../../src/assessments/forms/assessment.ts'
import { bundledLedger, type LedgerItem, ledgerPairs } from '../../../src/assessments/index.ts'
import { greatCircle } from '../../../src/measures/trade/great-circle.ts'
import { distanceWords } from '../../../src/reports/text/items.ts'
import { stateOf } from '../../../src/states/index.ts'
import { capitalPlaces } from '../../../src/states/tables/capital-places.ts'
import type { Known } from '../../../src/store/index.ts'

const ledger = bundledLedger('CHN', 'RUS')!
const bench = { dyad: { a: stateOf('CHN')!, b: stateOf('RUS')! }, ledger } as DomainInputs
const [template] = ledger.items
const at = (id: string, place?: LedgerItem['place']): LedgerItem => ({
  ...template!,
  id,
  date: '2021-10-14',
  ...(place === undefined ? {} : { place }),
})

describe('how far from the capitals a pair exercises', () => {
  const beijing = { name: 'Beijing', lat: 39.904, lon: 116.407, within: 50 }
  const bay = { name: 'Peter the Great Bay', lat: 42.7, lon: 132, within: 80 }
  const cape = { name: 'off South Africa', lat: -34.5, lon: 22, within: 1200 }
  const { estimates, sentences } = exerciseDistances(bench, [at('a', beijing), at('b', bay), at('c', cape), at('d')], '2020/2025')
  const figure = (id: string): Known => estimates.find((one): one is Known => one.id === id)!

  test('is the median, with the area of each place as its interval, of those that are placed', () => {
    const away = greatCircle(42.7, 132, 39.904, 116.407)
    expect(figure('exercise-distance-a')).toMatchObject({
      value: away,
      interval: { low: away - 80, high: away + 80, kind: 'specifications' },
    })
    expect(figure('exercise-distance-a').method).toContain('3 of 4 items')
    expect(figure('exercise-distance-a').evidence[0]!.count).toBe(3)
  })

  test('the farthest is the one farthest from the nearer capital', () => {
    expect(figure('exercise-distance-farthest').value).toBeCloseTo(greatCircle(-34.5, 22, 55.752, 37.616), 6)
    expect(sentences[0]).toContain('the farthest, off South Africa (2021-10-14), is')
  })

  test('an area that holds the capital is no nearer than 0', () => {
    const [near] = exerciseDistances(bench, [at('a', beijing)], '2020/2025').estimates
    expect(near).toMatchObject({ value: 0, interval: { low: 0, high: 50 } })
  })

  test('is unknown where more than half have no place', () => {
    const [median] = exerciseDistances(bench, [at('a', beijing), at('d'), at('e')], '2020/2025').estimates
    expect(median).toMatchObject({ state: 'unknown', reason: 'the ledger names a single place of 1 of 3 exercises, fewer than half' })
  })

  test('without a place nothing is said', () =>
    expect(exerciseDistances(bench, [at('d')], '2020/2025')).toEqual({ estimates: [], sentences: [] }))
})

test('an event of the domain carries its place and both distances', () => {
  const one = at('a', { name: 'Beijing', lat: 39.904, lon: 116.407, within: 50 })
  const event = { kind: 'event', date: one.date, text: one.sentence, source: 'ledger' } as const
  const [placed, other] = placedItems(bench, [event, { ...event, text: 'Another.' }], [one])
  expect(placed!.where).toMatchObject({
    name: 'Beijing',
    from: [
      { capital: 'Beijing', km: 0 },
      { capital: 'Moscow', km: 5794 },
    ],
  })
  expect(other).not.toHaveProperty('where')
  expect(distanceWords(placed!)).toBe('; 0 km from Beijing, 5,790 km from Moscow')
})

describe('places of the ledgers', () => {
  const items = ledgerPairs.flatMap(([a, b]) => bundledLedger(a, b)!.items).filter((item) => item.place !== undefined)

  test('are those that the sentence names', () => {
    expect(items.length).toBeGreaterThan(100)
    for (const { id, place, sentence } of items)
      for (const word of place!.name.match(/[A-Z][\w-]+/g)!) expect(sentence.toLowerCase(), id).toContain(word.toLowerCase())
  })

  test('one name is one place, whichever ledger it is in', () => {
    const seen = new Map<string, { lat: number; lon: number; within: number }>()
    for (const { id, place } of items) {
      const before = seen.get(place!.name) ?? place!
      seen.set(place!.name, place!)
      expect(greatCircle(before.lat, before.lon, place!.lat, place!.lon), id).toBeLessThan(Math.max(before.within, place!.within))
    }
  })

  test('every pair with a ledger has both capitals', () => {
    for (const iso3 of ledgerPairs.flat()) expect(capitalPlaces.get(iso3), iso3).toBeDefined()
  })
})

const cepii = join(import.meta.dirname, '../../../../shared/data/distance/dist_cepii.csv.gz')

test.skipIf(!existsSync(cepii))("distances of capitals are CEPII's, within 0.3 %", () => {
  const rows = gunzipSync(readFileSync(cepii)).toString().split('\n')
  for (const [a, b] of ledgerPairs) {
    const theirs = Number(rows.find((row) => row.startsWith(`${a},${b},`))!.split(',')[11])
    const [x, y] = [capitalPlaces.get(a)!, capitalPlaces.get(b)!]
    expect(Math.abs(greatCircle(x.lat, x.lon, y.lat, y.lon) / theirs - 1), `${a} ${b}`).toBeLessThan(0.003)
  }
})
