import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import type { Snapshot } from '../../../../src/store/index.ts'
import { yearly } from '../../../assessments/made-snapshot.ts'
import { recordOf } from '../../own-record.ts'
import { verdictsOn } from '../../tested-text.ts'

const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020]

/** What one counted in a year, in billions of dollars. */
function counted(reporter: string, from: string, to: string, year: number, value: number, more: Partial<Observation> = {}): Observation {
  const indicator = reporter === from ? 'goods-exports' : 'goods-imports'
  return yearly({
    indicator,
    from_id: from,
    to_id: to,
    reporter,
    year,
    value: value * 1e9,
    unit: 'USD',
    source: 'imf-dots-world',
    ...more,
  })
}

/** What the sender counted each year, and so many times of it by the receiver. */
const mirrored = (from: string, to: string, times: readonly number[], value = 100): Observation[] =>
  years.flatMap((year, i) => [counted(from, from, to, year, value), counted(to, from, to, year, value * times[i]!)])

const near = [1.05, 1.1, 1, 1.08, 1.12, 1.1, 1.05]
const apart = [3, 3.4, 2.8, 3.1, 3.6, 3.3, 3]
const late = { source: 'cited-figures' }
const first: Partial<Observation> = { source: 'cited-figures', status: 'estimated' }

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await recordOf([
    ...mirrored('VNM', 'KOR', near),
    counted('KOR', 'VNM', 'KOR', 2022, 100, late),
    ...mirrored('IDN', 'JPN', apart),
    counted('JPN', 'IDN', 'JPN', 2022, 100, late),
    ...mirrored('TJK', 'MNG', near),
    counted('MNG', 'TJK', 'MNG', 2023, 100, late),
    // the Brazilian imports of the table are raised, and marked as estimates for it
    ...years.flatMap((year) => [counted('CHN', 'CHN', 'BRA', year, 100), counted('BRA', 'CHN', 'BRA', year, 106, { status: 'estimated' })]),
    counted('CHN', 'CHN', 'BRA', 2022, 100, first),
    // an estimate for a side that never reported shows nothing of its count
    ...years.flatMap((year) => [counted('CHN', 'CHN', 'IRQ', year, 100), counted('IRQ', 'CHN', 'IRQ', year, 100, { status: 'estimated' })]),
    counted('CHN', 'CHN', 'IRQ', 2022, 100, late),
    // the receiver counts a third more in every other year
    ...mirrored('PER', 'KOR', [1, 1.35, 1, 1.35, 1, 1.35, 1]),
    counted('KOR', 'PER', 'KOR', 2022, 80, late),
    counted('KOR', 'PER', 'KOR', 2021, 100, late),
    counted('KOR', 'VNM', 'KOR', 2021, 125, late),
    // two years of both
    ...[2020, 2021].flatMap((year) => [counted('THA', 'THA', 'KOR', year, 100, late), counted('KOR', 'THA', 'KOR', year, 104, late)]),
    counted('KOR', 'THA', 'KOR', 2022, 100, late),
    counted('CHN', 'IRN', 'CHN', 2022, 100, late),
    counted('EGY', 'EGY', 'SDN', 2019, 100),
    counted('SDN', 'EGY', 'SDN', 2019, 180),
    counted('SEN', 'SEN', 'MAR', 2019, 1),
    counted('MAR', 'SEN', 'MAR', 2019, 1.05),
    counted('GBR', 'GBR', 'NZL', 2019, 10, late),
    counted('NZL', 'GBR', 'NZL', 2019, 11, late),
    counted('CHE', 'CHE', 'IDN', 2019, 20, late),
    counted('IDN', 'CHE', 'IDN', 2019, 21, late),
  ])
})
afterAll(() => snapshot.close())

const verdicts = (text: string) => verdictsOn(text, '2024-02-01', { snapshot, today: '2026-07-31' })

describe('the count of one side, and a history of both', () => {
  test('contradict what is as far off as both never were from each other', async () => {
    expect(await verdicts('South Korea’s imports of goods from Vietnam were 50 billion dollars in 2022.')).toEqual(['contradicted'])
    expect(await verdicts('South Korea’s imports of goods from Thailand were 160 billion dollars in 2022.')).toEqual(['contradicted'])
  })

  test.each([
    ['the other side’s own', 'Vietnam’s exports of goods to South Korea were 80 billion dollars in 2022.', '165 billion'],
    ['a third of it where that is how they count', 'Indonesia’s exports of goods to Japan were 31 billion dollars in 2022.', '910 billion'],
    ['what two years show little of', 'Thailand’s exports of goods to South Korea were 135 billion dollars in 2022.', '165 billion'],
    ['what is near a first figure', 'Brazil’s imports of goods from China were 130 billion dollars in 2022.', '160 billion'],
  ])('leave open %s, and contradict what is beyond', async (_what, text, beyond) => {
    expect(await verdicts(text)).toEqual(['unverifiable'])
    expect(await verdicts(text.replace(/\d+ billion/, beyond))).toEqual(['contradicted'])
  })

  test.each([
    ['goods pass through, and the known years are long past', 'Tajikistan’s exports of goods to Mongolia were 50 billion dollars in 2023.'],
    ['oil is counted as that of others', 'Iran’s exports of goods to China were 300 billion dollars in 2022.'],
    ['nothing shows how the other counts', 'Iraq’s imports of goods from China were 160 billion dollars in 2022.'],
  ])('leave open any amount where %s, but support the count itself', async (_what, text) => {
    expect(await verdicts(text)).toEqual(['unverifiable'])
    expect(await verdicts(text.replace(/\d+ billion/, '100 billion'))).toEqual(['supported'])
  })
})

test('a growth by one side’s count contradicts another sign where both sides’ moved alike, not where one jumped in other years', async () => {
  expect(await verdicts('Vietnam’s exports of goods to South Korea rose by 20 percent in 2022.')).toEqual(['contradicted'])
  expect(await verdicts('Peru’s exports of goods to South Korea rose by 8 percent in 2022.')).toEqual(['unverifiable'])
})

describe('the counts of both sides', () => {
  test('however far apart, contradict what is more than either, and leave open what is between them', async () => {
    expect(await verdicts('Egypt’s exports of goods to Sudan were 280 billion dollars in 2019.')).toEqual(['contradicted'])
    expect(await verdicts('Egypt’s exports of goods to Sudan were 135 billion dollars in 2019.')).toEqual(['unverifiable'])
  })
  test('by way of one table contradict half as much again, not less', async () => {
    expect(await verdicts('Senegal’s exports of goods to Morocco were 1.7 billion dollars in 2019.')).toEqual(['contradicted'])
    expect(await verdicts('Senegal’s exports of goods to Morocco were 1.45 billion dollars in 2019.')).toEqual(['unverifiable'])
  })
})

describe('another whole than goods', () => {
  const british = (of: string, billions: number) =>
    verdicts(`Britain’s exports${of} to New Zealand were ${billions} billion dollars in 2019.`)
  const swiss = (billions: number) => verdicts(`Swiss exports to Indonesia were ${billions} billion dollars in 2019.`)

  test('may be meant where services may be counted with goods, not where goods are named, or the amount is less than the goods', async () => {
    expect(await british('', 24)).toEqual(['unverifiable'])
    expect(await british('', 13)).toEqual(['unverifiable'])
    expect(await british(' of goods', 24)).toEqual(['contradicted'])
    expect(await british('', 5)).toEqual(['contradicted'])
  })
  test('may be meant by Swiss trade without gold, but not where the amount is above all trade with gold', async () => {
    expect(await swiss(9)).toEqual(['unverifiable'])
    expect(await swiss(70)).toEqual(['contradicted'])
  })
})
