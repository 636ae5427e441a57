import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { card, readEurostatEnergy } from '../../../src/sources/energy/eurostat-energy.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, rawFolder, rawNeeded, rowsOf } from '../raw-data.ts'

const header = 'country,unit,partner,date,commodity,value,source'

async function read(rows: readonly string[], head = header): Promise<Columns> {
  const path = join(freshRoot(), 'e.csv')
  writeFileSync(path, `${[head, ...rows].join('\n')}\n`)
  return (await readEurostatEnergy(path)).observations
}

const months = (importer: string, partner: string, value: string, of = 2021, count = 12): string[] =>
  Array.from({ length: count }, (_, i) => `${importer},m3,${partner},${of}-${String(i + 1).padStart(2, '0')}-01,gas_all,${value},Eurostat`)

test('a partner absent in some month sold nothing then, a year that lacks a month for all is left out', async () => {
  const rows = rowsOf(
    await read([
      ...months('Germany', 'Russia', '1e+06'),
      ...months('Germany', 'Norway', '5', 2021, 2),
      ...months('Poland', 'Russia', '1', 2022, 9),
    ]),
  )
  expect(
    rows.map((row) => [row['indicator'], row['from_id'], row['to_id'], row['reporter'], row['value'], row['unit'], row['start_date']]),
  ).toEqual([
    ['fossil-imports-all-gas-m3', 'RUS', 'DEU', 'DEU', 12e6, 'm3', '2021-01-01'],
    ['fossil-imports-all-gas-m3', 'NOR', 'DEU', 'DEU', 10, 'm3', '2021-01-01'],
  ])
})

test('partners not specified are left out but show that the importer reported; a blank value does not', async () => {
  expect(
    rowsOf(await read([...months('Germany', '', '3'), ...months('Germany', 'Russia', '7', 2021, 1)])).map((row) => row['value']),
  ).toEqual([7])
  expect(rowsOf(await read([...months('Germany', 'Russia', '7', 2021, 11), 'Germany,m3,Russia,2021-12-01,gas_all,,Eurostat']))).toEqual([])
})

test('an unknown fuel, unit, date or partner, a negative or doubled row and a renamed column are refused with their line', async () => {
  const row = 'Germany,m3,Russia,2021-01-01,gas_all,5,Eurostat'
  await expect(read([row.replace('gas_all', 'peat')])).rejects.toThrow('e.csv:2 is about peat in m3')
  await expect(read([row.replace('2021-01-01', '01/01/2021')])).rejects.toThrow('e.csv:2 has the date "01/01/2021"')
  await expect(read([row.replace('Russia', 'Ruritania')])).rejects.toThrow('e.csv:2: partner "Ruritania"')
  await expect(read([row.replace(',5,', ',-5,')])).rejects.toThrow('e.csv:2 has the negative value -5')
  await expect(read([row.replace(',5,', ',five,')])).rejects.toThrow('e.csv:2 has "five"')
  await expect(read([row, row])).rejects.toThrow('e.csv:3 and e.csv:2 both tell of Germany')
  await expect(read([row], header.replace('value', 'amount'))).rejects.toThrow('lacks the columns value')
  await expect(read([row.slice(0, 20)])).rejects.toThrow('e.csv:2 has')
})

describe.skipIf(!haveRaw)(`2008 to 2022 ${rawNeeded}`, async () => {
  const path = join(rawFolder, 'energy-trade', 'eurostat_energy_imports_by_partner.csv.gz')
  const observations: Columns = haveRaw ? (await readEurostatEnergy(path)).observations : {}

  test('Germany took 58 bn m3 of gas from Russia in 2021, none of it liquefied; Spain only liquefied from the United States', () => {
    expect(figureOf(observations, 'fossil-imports-all-gas-m3', 'RUS', 'DEU', 2021)).toBe(57_963_018_000)
    expect(() => figureOf(observations, 'fossil-imports-lng-m3', 'RUS', 'DEU', 2021)).toThrow('0 rows')
    const spain = ['all-gas', 'lng'].map((gas) => figureOf(observations, `fossil-imports-${gas}-m3`, 'USA', 'ESP', 2021))
    expect(spain[0]).toBe(spain[1])
  })

  test('every indicator has its first and last year on the card, and none beyond', () => {
    for (const { indicator, from, to } of card.coverage) {
      const years = rowsOf(observations).flatMap((row) => (row['indicator'] === indicator ? [String(row['start_date'])] : []))
      expect([indicator, years.reduce((a, b) => (a < b ? a : b)), years.reduce((a, b) => (a > b ? a : b))]).toEqual([
        indicator,
        from,
        `${to.slice(0, 4)}-01-01`,
      ])
    }
  })
})
