import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCreaTracker } from '../../../src/sources/energy/crea-tracker.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

async function readDays(rows: readonly string[]): Promise<Columns> {
  const path = join(freshRoot(), 'd.csv')
  const header = 'date,variable,EU,China,Others,India,Turkey,South Korea,United States,United Kingdom'
  writeFileSync(path, `${header}\n${rows.join('\n')}\n`)
  return (await readCreaTracker(path)).observations
}

test('a period runs from its first to its last day, and a blank makes a destination and the world unknown', async () => {
  const observations = await readDays(['2022-12-30,value_eur,1,2,3,4,5,6,7,8', '2022-12-31,value_eur,1,,3,4,5,6,7,8'])
  const rows = rowsOf(observations)
  expect(rows.map((row) => row['to_id'])).toEqual(['EU', 'IND', 'TUR', 'KOR', 'USA', 'GBR'])
  expect(rows[0]).toMatchObject({ start_date: '2022-12-30', end_date: '2022-12-31', value: 2, unit: 'EUR', status: 'estimated' })
})

test('a day missing in between is refused', async () => {
  await expect(readDays(['2023-01-01,value_eur,1,2,3,4,5,6,7,8', '2023-01-03,value_eur,1,2,3,4,5,6,7,8'])).rejects.toThrow(
    '2 days from 2023-01-01 to 2023-01-03',
  )
})

describe.skipIf(!haveRaw)(`the tracker's daily flows ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readCreaTracker(raw.creaTracker)).observations : {}

  test('2023: China 79.3, India 45.4, EU 33.4, Turkey 31.4 bn EUR', () => {
    const bn = ['CHN', 'IND', 'EU', 'TUR'].map((to) => Number((figureOf(observations, 'fossil-imports', 'RUS', to, 2023) / 1e9).toFixed(1)))
    expect(bn).toEqual([79.3, 45.4, 33.4, 31.4])
  })

  test('2022 begins on 14 January, 2024 ends on 6 September, 2023 is whole', () => {
    const periods = new Set(rowsOf(observations).map((row) => `${row['start_date']}/${row['end_date']}`))
    expect([...periods].sort()).toEqual(['2022-01-14/2022-12-31', '2023-01-01/2023-12-31', '2024-01-01/2024-09-06'])
  })
})
