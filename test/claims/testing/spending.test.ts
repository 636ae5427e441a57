import { beforeAll, describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/sources/rows/observation.ts'
import type { Snapshot } from '../../../src/store/index.ts'
import { yearly } from '../../assessments/made-snapshot.ts'
import { recordOf } from '../own-record.ts'
import { testedText } from '../tested-text.ts'

const row = (indicator: string, from: string, year: number, value: number, unit: string, source = 'cited-figures'): Observation =>
  yearly({ indicator, from_id: from, to_id: null, value, unit, source, year })
const spent = (from: string, year: number, billions: number): Observation => row('military-expenditure', from, year, billions * 1e9, 'USD')
const grown = (from: string, year: number, percent: number): Observation =>
  row('military-expenditure-real-growth', from, year, percent, 'percent')
const real = (from: string, year: number, billions: number): Observation =>
  row('military-expenditure-constant', from, year, billions * 1e9, 'USD of 2022', 'sipri-milex')

const smaller = 'KOR ISR ITA AUS CAN TUR ESP NLD DZA BRA MEX TWN COL SGP SWE IDN NOR PAK DNK ROU BEL GRC'.split(' ')
let snapshot: Snapshot
beforeAll(async () => {
  const years = Array.from({ length: 10 }, (_, i) => 2014 + i)
  const rows = [
    ...[spent('WLD', 2024, 2718), spent('USA', 2024, 997), spent('CHN', 2024, 314), spent('RUS', 2024, 149), spent('DEU', 2024, 88.5)],
    ...[
      spent('IND', 2024, 86.1),
      spent('GBR', 2024, 81.8),
      spent('FRA', 2024, 64.7),
      spent('POL', 2024, 38),
      ...smaller.map((id, i) => spent(id, 2024, 30 - i)),
    ],
    ...[grown('WLD', 2024, 9.4), grown('CHN', 2024, 7), grown('JPN', 2024, 21)],
    ...years.map((year) => real('CHN', year, 200 * 1.05 ** (year - 2014))),
    row('military-expenditure-gdp-share', 'POL', 2024, 0.042, 'share of GDP'),
    row('defence-expenditure-nato-gdp-share', 'POL', 2024, 0.0412, 'share of GDP'),
  ]
  snapshot = await recordOf(rows)
})

async function told(text: string, date = '2025-05-10'): Promise<(string | undefined)[]> {
  const tested = await testedText(text, date, { title: 'Military spending', snapshot })
  return tested.filter(({ claim }) => claim.value !== null).map(({ claim, finding }) => `${claim.value}: ${finding?.verdict}`)
}

describe('what fact sheets print of military spending', () => {
  test('the amount of a state, of the world, and of several together', async () => {
    expect(await told('In 2024 China spent $314 billion on its military.')).toEqual(['314: supported'])
    expect(await told('In 2024 China spent $514 billion on its military.')).toEqual(['514: contradicted'])
    expect(await told('World military spending reached $2.72 trillion in 2024.')).toEqual(['2720: supported'])
    expect((await told('In 2024 the United States, China and Russia together spent $1460 billion on their military.')).at(-1)).toBe(
      '1460: supported',
    )
  })

  test('growth in real terms, carried on behind the table', async () => {
    expect(await told('Military spending of China rose by 7% in 2024.')).toEqual(['7: supported'])
    expect(await told('World military spending rose by 9.4% in 2024.')).toEqual(['9.4: supported'])
    expect(await told('World military spending rose by 29.4% in 2024.')).toEqual(['29.4: contradicted'])
  })

  test('a place among the largest, of whom nobody is missing', async () => {
    expect(await told('In 2024 Germany was the fourth-largest military spender in the world.')).toEqual(['4: supported'])
    expect(await told('In 2024 France was the second-largest military spender in the world.')).toEqual(['2: contradicted'])
  })

  test('the steepest rise of years is no first place in the world', async () => {
    const text = 'Military spending of China rose by 7% in 2024, its biggest increase since 2015.'
    expect(await told(text)).toEqual(['7: supported', '1: supported'])
    expect((await told(text.replace('China', 'Japan').replace('7%', '21%')))[1]).toBe('1: unverifiable')
  })

  test('a share of GDP by either count; half a point is no rounding of it', async () => {
    expect(await told('In 2024 Poland spent 4.1% of its GDP on defence.')).toEqual(['4.1: supported'])
    expect(await told('In 2024 Poland spent 4.7% of its GDP on defence.')).toEqual(['4.7: partly'])
  })

  test('a text of the year itself speaks of plans, a later one of what was spent', async () => {
    const both = 'In 2024 Poland spent 4.7% of its GDP on defence.\nIn 2024 China spent $514 billion on its military.'
    expect(await told(both, '2024-09-01')).toEqual(['4.7: unverifiable', '514: unverifiable'])
    expect(await told(both, '2025-09-01')).toEqual(['4.7: partly', '514: contradicted'])
  })
})
