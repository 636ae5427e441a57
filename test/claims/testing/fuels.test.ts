import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCitedFigures } from '../../../src/sources/reviewed-tables/cited-figures.ts'
import { openSnapshot, type Snapshot, writeSnapshot } from '../../../src/store/index.ts'
import { openSession } from '../../../src/store/session.ts'
import { testedText } from '../tested-text.ts'

let snapshot: Snapshot
beforeAll(async () => {
  const session = await openSession()
  const columns = await readCitedFigures('data/tables/cited-figures.csv', session)
  session.close()
  const root = mkdtempSync(join(tmpdir(), 'visavis-fuels-'))
  const { id } = await writeSnapshot(root, { observations: { columns } }, { sources: [], created: '2026-06-30', note: 'test' })
  snapshot = await openSnapshot(join(root, 'snapshots', id))
})

/** What is found of the numbers of a text: `108.5 mn tonnes: supported`. */
async function told(text: string, date = '2025-08-10', title = 'Energy'): Promise<(string | undefined)[]> {
  const tested = await testedText(text, date, { title, snapshot })
  return tested.filter(({ claim }) => claim.value !== null).map(({ claim, finding }) => `${claim.value} ${claim.unit}: ${finding?.verdict}`)
}

describe('amounts', () => {
  test.each([
    ['In 2024 China imported 108.5 million tonnes of crude oil from Russia.', '108.5 mn tonnes: supported'],
    ['In 2024 China imported 95 million tonnes of crude oil from Russia.', '95 mn tonnes: partly'],
    ['In 2024 China imported 2.17 million barrels per day of crude oil from Russia.', '2.17 mn b/d: supported'],
    ['In 2024 Russia delivered 31 billion cubic metres of gas to China through the Power of Siberia pipeline.', '31 bcm: supported'],
    ['In 2020 South Korea imported 9.1 million tonnes of LNG from Qatar.', '9.1 mn tonnes: supported'],
    ['In 2023 Türkiye imported 10.3 billion cubic metres of natural gas from Azerbaijan.', '10.3 bcm: supported'],
    ['In the 2018-19 fiscal year India imported 40.3 million tonnes of crude oil from Saudi Arabia.', '40.3 mn tonnes: supported'],
    ['In 2023 Brazil imported 6.1 million tonnes of diesel from Russia.', '6.1 mn tonnes: supported'],
  ])('%s', async (text, what) => {
    expect(await told(text)).toEqual([what])
  })
  test.each([
    ['a year without a figure', 'In 2012 China imported 60 million tonnes of crude oil from Russia.', '60 mn tonnes: unverifiable'],
    ['a part of the way', 'In 2024 China imported 60 million tonnes of seaborne crude oil from Russia.', '60 mn tonnes: unverifiable'],
    [
      'the capacity of a pipeline',
      'In 2024 the capacity of the gas pipeline from Russia to China was 68 billion cubic metres.',
      '68 bcm: unverifiable',
    ],
  ])('%s is left open, and the amount of the year contradicted', async (_what, text, open) => {
    const ofYear = open.startsWith('60')
      ? 'In 2024 China imported 60 million tonnes of crude oil from Russia.'
      : 'In 2024 Russia delivered 68 billion cubic metres of gas to China through the Power of Siberia pipeline.'
    expect(await told(text)).toEqual([open])
    expect(await told(ofYear)).toEqual([open.replace('unverifiable', 'contradicted')])
  })
  test('a sentence that names one side may be about all imports, one that names both is not', async () => {
    const text = 'In 2024 Russia delivered more gas to China.\nImports of gas by pipeline rose by 13.1 percent in 2024.'
    expect(await told(text)).toEqual(['13.1 percent_change: unverifiable'])
    expect(await told('China’s imports of gas from Russia by pipeline rose by 13.1 percent in 2024.')).toEqual([
      '13.1 percent_change: contradicted',
    ])
  })
  test('what is used or made is not what is traded', async () => {
    expect(await told('In 2023 Türkiye consumed 50.2 billion cubic metres of natural gas.')).toEqual(['50.2 bcm: unverifiable'])
    expect(await told('In 2021 Germany got 56 percent of its gas from Russia.')).toEqual(['56 percent: unverifiable'])
    expect(await told('In 2021 Russia had 56 percent of Germany’s gas imports.')).toEqual(['56 percent: partly'])
  })
  test('barrels a day of two months are not added up', async () => {
    const of = (month: string, amount: string) =>
      told(`In ${month} 2023 India imported ${amount} million barrels per day of crude oil from Russia.`)
    expect(await of('February and March', '3.24')).toEqual(['3.24 mn b/d: unverifiable'])
    expect(await of('February', '1.6')).toEqual(['1.6 mn b/d: supported'])
    expect(await of('March', '1.64')).toEqual(['1.64 mn b/d: supported'])
  })
  test('what nobody of the two counted speaks against nobody', async () => {
    expect(await told('In 2024 the EU imported 20 billion cubic metres of natural gas from Russia.')).toEqual(['20 bcm: unverifiable'])
    expect(await told('In 2024 the EU imported 54 billion cubic metres of natural gas from Russia.')).toEqual(['54 bcm: supported'])
  })
})

describe('shares', () => {
  test.each([
    ['In 2023 Russia accounted for 42 percent of Türkiye’s natural gas imports.', '42 percent: supported'],
    ['In 2023 Russia accounted for 12 percent of Türkiye’s natural gas imports.', '12 percent: contradicted'],
    ['In 2020 China took 71 percent of Angola’s crude oil exports.', '71 percent: supported'],
    // Eurostat's gas in gaseous state by value, where the claim is of all gas
    ['In 2024 Norway accounted for 45.6 percent of the EU’s natural gas imports.', '45.6 percent: partly'],
  ])('%s', async (text, what) => {
    expect(await told(text)).toEqual([what])
  })
  test('a figure that a third party counted can support but not contradict', async () => {
    expect(await told('In 2024 Russia accounted for 17.5 percent of the EU’s LNG imports.')).toEqual(['17.5 percent: supported'])
    expect(await told('In 2024 Russia accounted for 60 percent of the EU’s LNG imports.')).toEqual(['60 percent: unverifiable'])
  })
  test('enriched uranium is not natural uranium', async () => {
    expect(await told('In 2022 Kazakhstan accounted for 27 percent of the EU’s uranium imports.')).toEqual(['27 percent: supported'])
    expect(await told('In 2022 Kazakhstan accounted for 27 percent of the EU’s imports of enriched uranium.')).toEqual([
      '27 percent: unverifiable',
    ])
  })
  test('a share of a printed whole is worked out where one office counted both', async () => {
    expect(await told('In 2024 Australia accounted for 38 percent of Japan’s LNG imports.')).toEqual(['38 percent: supported'])
  })
})

describe('changes', () => {
  test('between two years on record, of the amount unless money is spoken of', async () => {
    expect(await told('China’s LNG imports from Russia rose by 10 percent in 2022.')).toEqual(['10 percent_change: unverifiable'])
    expect(await told('China’s crude oil imports from Malaysia rose by 28 percent in 2024.')).toEqual(['28 percent_change: supported'])
    expect(await told('China’s crude oil imports from Saudi Arabia fell by 8.5 percent in 2024 compared with 2023.')).toEqual([
      '-8.5 percent_change: supported',
    ])
  })
})

describe('places', () => {
  test.each([
    ['In 2024 Russia was China’s largest supplier of crude oil.', '1 rank: supported'],
    ['In 2024 the United States was Japan’s third largest supplier of LNG.', '3 rank: supported'],
    ['In 2024 Canada was the largest supplier of crude oil to the United States.', '1 rank: supported'],
    ['In 2020 China was the largest buyer of crude oil from Angola.', '1 rank: supported'],
    ['In 2023 Türkiye was the largest buyer of Russian diesel.', '1 rank: supported'],
    ['In 2024 Germany got its gas from Norway, its largest supplier.', '1 rank: supported'],
  ])('%s', async (text, what) => {
    expect(await told(text)).toEqual([what])
  })
  test('a printed rank can support but not contradict, and a rank among some is none among all', async () => {
    const of = (who: string) => told(`In ${who} supplier of crude oil.`)
    expect(await of('2022 Saudi Arabia was China’s largest')).toEqual(['1 rank: supported'])
    expect(await of('2022 Russia was China’s largest')).toEqual(['1 rank: unverifiable'])
    expect(await of('2024 Saudi Arabia was China’s second largest')).toEqual(['2 rank: supported'])
    expect(await told('In 2024 Saudi Arabia was China’s second largest supplier of crude oil in the Middle East.')).toEqual([
      '2 rank: unverifiable',
    ])
  })
})
