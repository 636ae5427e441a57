import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWorldBank } from '../../../src/sources/finance/world-bank.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

const header = 'Country Name,Country Code,Year,Value\n'

function files(gdp: string): { gdp: string; population: string } {
  const root = freshRoot()
  writeFileSync(join(root, 'gdp.csv'), header + gdp)
  writeFileSync(join(root, 'population.csv'), `${header}World,WLD,2020,7000000000\n`)
  return { gdp: join(root, 'gdp.csv'), population: join(root, 'population.csv') }
}

test('groups and territories are dropped, the world and the EU stay, a blank is no figure', async () => {
  const { observations } = await readWorldBank(
    files('China,CHN,2020,5\nArab World,ARB,2020,6\nEuropean Union,EUU,2020,7\nAruba,ABW,2020,8\nFrance,FRA,2020,\n'),
  )
  expect(rowsOf(observations).map((row) => [row['indicator'], row['from_id'], row['value']])).toEqual([
    ['gdp', 'CHN', 5],
    ['gdp', 'EU', 7],
    ['population', 'WLD', 7e9],
  ])
})

test('a code and name that are neither state, territory nor group are refused with their line', async () => {
  await expect(readWorldBank(files('Ruritania,RUR,2020,5\n'))).rejects.toThrow('gdp.csv:2: "Ruritania" (RUR)')
})

test('a last figure that was cut short is told by the year before it', async () => {
  await expect(readWorldBank(files('China,CHN,2019,14279968506243\nChina,CHN,2020,14'))).rejects.toThrow(
    'gdp.csv:3 ends with 14, the year before has',
  )
  expect((await readWorldBank(files('China,CHN,2019,14279968506243\nChina,CHN,2020,14687744162801'))).observations['value']?.length).toBe(3)
})

describe.skipIf(!haveRaw)(`the published series ${rawNeeded}`, () => {
  test('GDP of 2023: China 17.79, Russia 2.02 trillion USD', async () => {
    const { observations } = await readWorldBank(raw.worldBank)
    expect(figureOf(observations, 'gdp', 'CHN', null, 2023)).toBeCloseTo(17_794_781_986_104.5, 0)
    expect(figureOf(observations, 'gdp', 'RUS', null, 2023) / 1e12).toBeCloseTo(2.02, 2)
    expect(figureOf(observations, 'population', 'RUS', null, 2023)).toBe(143_826_130)
  })

  test('every state of today has its population in 2020 but those the World Bank does not cover', async () => {
    const { observations } = await readWorldBank(raw.worldBank)
    const found = rowsOf(observations).filter((row) => row['indicator'] === 'population' && row['start_date'] === '2020-01-01')
    expect(found.length).toBeGreaterThan(190)
    expect(found.map((row) => row['from_id'])).toContain('PRK')
  })
})
