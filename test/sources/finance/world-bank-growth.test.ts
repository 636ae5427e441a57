import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { joinEditions } from '../../../src/sources/editions/kept-editions.ts'
import { card, growthEditions, readWorldBankGrowth } from '../../../src/sources/finance/world-bank-growth.ts'
import { openSnapshot, writeSnapshot } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

function file(text: string): string {
  const path = join(freshRoot(), 'growth.csv')
  writeFileSync(path, text)
  return path
}

const told = async (text: string): Promise<unknown[][]> =>
  rowsOf((await readWorldBankGrowth(file(text))).observations).map((row) => [row['from_id'], row['start_date'], row['value'], row['unit']])

test('by names alone: groups and territories are dropped, the world and the EU stay, a blank is no figure', async () => {
  const text =
    'country,date,gdp_growth\nChina,2023-01-01,5.25\nEuro area,2023-01-01,0.4\nOECD members,2023-01-01,1.7\nNot classified,2023-01-01,\nWorld,2023-01-01,2.7\nEuropean Union,2023-01-01,0.5\nAruba,2023-01-01,4\nFrance,2024-01-01,\n'
  expect(await told(text)).toEqual([
    ['CHN', '2023-01-01', 5.25, 'percent'],
    ['WLD', '2023-01-01', 2.7, 'percent'],
    ['EU', '2023-01-01', 0.5, 'percent'],
  ])
})

test('by codes, with growth below zero', async () => {
  expect(await told('Country Name,Country Code,Year,Value\nRussian Federation,RUS,2022,-2.07\n')).toEqual([
    ['RUS', '2022-01-01', -2.07, 'percent'],
  ])
})

test.each([
  ['an unknown name', 'country,date,gdp_growth\nRuritania,2023-01-01,5\n', 'growth.csv:2: "Ruritania" is neither'],
  ['growth that no economy had', 'country,date,gdp_growth\nChina,2023-01-01,525\n', 'growth.csv:2 gives growth of 525 %'],
  ['a day that is no year', 'country,date,gdp_growth\nChina,2023-04-01,5\n', '"2023-04-01" is no year'],
  ['other columns', 'country,year\nChina,2023\n', 'lacks the columns'],
  ['a last line that may be cut short', 'country,date,gdp_growth\nChina,2023-01-01,5', 'does not end in a line break'],
])('%s is refused', async (_, text, said) => {
  await expect(readWorldBankGrowth(file(text))).rejects.toThrow(said)
})

test('a new edition stands beside those that are held, and the same one twice stands once', async () => {
  const root = freshRoot()
  const edition = async (vintage: string, growth: number): Promise<Awaited<ReturnType<typeof readWorldBankGrowth>>['observations']> =>
    (await readWorldBankGrowth(file(`country,date,gdp_growth\nChina,2023-01-01,${growth}\n`), vintage)).observations
  const first = await edition('2024', 5.2)
  const { id } = await writeSnapshot(
    root,
    { observations: { columns: first } },
    { sources: [{ ...card, vintage: '2024' }], created: '2026-01-01', note: '' },
  )
  const held = await openSnapshot(join(root, 'snapshots', id))
  const join2 = async (vintage: string, growth: number): Promise<unknown[]> => {
    const { content } = await joinEditions({ card: { ...card, vintage }, content: { observations: await edition(vintage, growth) } }, held)
    return rowsOf(content.observations!).map((row) => [row['vintage'], row['value']])
  }
  expect(await join2('2025', 5.4)).toEqual([
    ['2025', 5.4],
    ['2024', 5.2],
  ])
  expect(await join2('2024', 5.3)).toEqual([['2024', 5.3]])
  held.close()
})

describe.skipIf(!haveRaw)(`the published editions ${rawNeeded}`, () => {
  test('Russia, Germany and China of 2022 to 2024 in the later, and what the earlier had for 2022', async () => {
    const later = (await readWorldBankGrowth(raw.worldBankGrowth.later, growthEditions.later)).observations
    const rate = (id: string, year: number): number => Number(figureOf(later, 'gdp-growth', id, null, year).toFixed(2))
    expect(['RUS', 'DEU', 'CHN'].map((id) => [2022, 2023, 2024].map((year) => rate(id, year)))).toEqual([
      [-1.44, 4.08, 4.34],
      [1.81, -0.87, -0.5],
      [3.13, 5.41, 4.98],
    ])
    const earlier = (await readWorldBankGrowth(raw.worldBankGrowth.earlier, growthEditions.earlier)).observations
    expect(figureOf(earlier, 'gdp-growth', 'RUS', null, 2022)).toBeCloseTo(-2.07, 2)
  })
})
