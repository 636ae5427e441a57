import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readComextMonths, readComextYears } from '../../../src/sources/trade/comext.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

async function months(rows: readonly string[], union = false): Promise<Columns> {
  const path = join(freshRoot(), 'm.csv')
  writeFileSync(path, `REPORTER,PARTNER,PRODUCT,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUR\n${rows.join('\n')}\n`)
  return (await readComextMonths(path, union)).observations
}

const year = (reporter: string, of: number, labels = names): string[] =>
  labels.map((month) => `"${reporter}",Kyrgyzstan,Total,EXPORT,Total,${month}. ${of},10`)

test('a member without a row in some month has sold nothing then, but a year that lacks a month for all is left out', async () => {
  const observations = await months([...year('Malta', 2021, ['Jan']), ...year('Poland', 2021), ...year('Poland', 2024, names.slice(0, 8))])
  expect(rowsOf(observations).map((row) => [row['from_id'], row['start_date'], row['value']])).toEqual([
    ['MLT', '2021-01-01', 10],
    ['POL', '2021-01-01', 120],
  ])
})

test('euro area and the union of changing composition are dropped, the union of 27 only where asked for', async () => {
  const rows = [
    ...year('Euro area - 20 countries (AT, BE)', 2021),
    ...year('European Union (AT-01/1995, BE-01/1958)', 2021),
    ...year('European Union - 27 countries (AT, BE)', 2021),
  ]
  expect((await months(rows))['value']).toEqual([])
  expect(rowsOf(await months(rows, true)).map((row) => [row['from_id'], row['value']])).toEqual([['EU', 120]])
})

test('a row that was lost is not taken for a month without trade, where the union shows that it was lost', async () => {
  const millions = (reporter: string, count: number): string[] => year(reporter, 2021).map((row) => row.replace(/10$/, `${count}000000`))
  const union = millions('European Union - 27 countries (AT, BE)', 20)
  const whole = [...millions('Malta', 10), ...millions('Poland', 10), ...union]
  expect((await months(whole))['value']).toEqual([120e6, 120e6])
  await expect(months(whole.filter((row) => !row.includes('"Malta"') || !row.includes('Mar.')))).rejects.toThrow(
    /the EU have 10000000 EUR in exports with Kyrgyzstan in 2021-03, the EU of 27 has 20000000; in 11 other months they add up/,
  )
  // a download of some members beside the union never adds up, and is no error
  expect((await months([...millions('Malta', 10), ...union]))['value']).toEqual([120e6])
})

test('the United Kingdom counts to 2019, not for its last month of 2020', async () => {
  const observations = await months([...year('United Kingdom', 2019), ...year('United Kingdom', 2020, ['Jan']), ...year('Poland', 2020)])
  expect(rowsOf(observations).map((row) => [row['from_id'], row['start_date']])).toEqual([
    ['GBR', '2019-01-01'],
    ['POL', '2020-01-01'],
  ])
})

test('another product, an unknown flow and an odd period are refused with their line', async () => {
  await expect(months(['Poland,Kyrgyzstan,Coal,EXPORT,Total,Jan. 2021,1'])).rejects.toThrow('m.csv:2 is about "Coal"')
  await expect(months(['Poland,Kyrgyzstan,Total,TRANSIT,Total,Jan. 2021,1'])).rejects.toThrow('unknown flow "TRANSIT"')
  await expect(months(['Poland,Kyrgyzstan,Total,EXPORT,Total,Q1 2021,1'])).rejects.toThrow('not a month')
})

describe.skipIf(!haveRaw)(`Comext downloads ${rawNeeded}`, async () => {
  const yearly = haveRaw ? (await readComextYears(raw.comextYears)).observations : {}
  const bn = (partner: string, of: number): number => figureOf(yearly, 'goods-exports', 'EU', partner, of) / 1e9

  test('EU exports to Russia: 89.2, 55.0, 38.2 bn EUR in 2021, 2022, 2023; to Kyrgyzstan 0.26, 1.17, 2.73', () => {
    expect([2021, 2022, 2023].map((of) => Number(bn('RUS', of).toFixed(1)))).toEqual([89.2, 55, 38.2])
    expect([2021, 2022, 2023].map((of) => Number(bn('KGZ', of).toFixed(2)))).toEqual([0.26, 1.17, 2.73])
  })

  test('fourteen years with the French one among them', () => {
    const years = Array.from({ length: 14 }, (_, i) => 2010 + i)
    for (const partner of ['CHN', 'DEU', 'SRB', 'GNB']) expect(yearsOf(yearly, 'goods-exports', 'EU', partner)).toEqual(years)
    expect(bn('CHN', 2016)).toBeCloseTo(153.4, 1)
    expect(yearsOf(yearly, 'goods-exports', 'EU', 'WLD')).toEqual(years.slice(0, 9))
  })

  test('partners outside the union add up to extra-EU exports', () => {
    const members = new Set(
      'AUT BEL BGR CYP CZE DEU DNK EST ESP FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVN SVK SWE WLD'.split(' '),
    )
    const outside = rowsOf(yearly).filter((row) => !members.has(String(row['to_id'])))
    for (const year of [2010, 2016, 2018]) {
      const sum = outside.filter((row) => row['start_date'] === `${year}-01-01`).reduce((total, row) => total + Number(row['value']), 0)
      const share = sum / figureOf(yearly, 'goods-exports', 'EU', 'WLD', year)
      expect(share).toBeGreaterThan(0.96)
      expect(share).toBeLessThanOrEqual(1)
    }
  })

  test('members add up to the union of 27 in the monthly files, and months to the yearly download', async () => {
    const path = raw.comextExports.find((file) => file.includes('russia'))!
    const monthly = (await readComextMonths(path, true)).observations
    const members = rowsOf(monthly).filter((row) => row['start_date'] === '2021-01-01' && row['from_id'] !== 'EU')
    const sum = members.reduce((total, row) => total + Number(row['value']), 0)
    const union = figureOf(monthly, 'goods-exports', 'EU', 'RUS', 2021)
    expect(members.length).toBe(27)
    expect(Math.abs(sum / union - 1)).toBeLessThan(1e-9)
    expect(Math.abs(union / 1e9 / bn('RUS', 2021) - 1)).toBeLessThan(0.001)
  })
})
