import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readImfWeo } from '../../../src/sources/finance/imf-weo.ts'
import { readWorldBankGdp } from '../../../src/sources/finance/world-bank.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

const comments = [
  '# source: IMF WEO, indicator NGDPD; World Economic Outlook (April 2026)',
  '# units: billions of current US dollars; projections',
]

async function told(lines: readonly string[], above: readonly string[] = comments): Promise<unknown[][]> {
  const path = join(freshRoot(), 'weo.csv')
  writeFileSync(path, `${[...above, 'economy_code,year,ngdpd_bn_usd', ...lines].join('\n')}\n`)
  return rowsOf((await readImfWeo(path)).observations).map((row) => ['from_id', 'start_date', 'value', 'status'].map((name) => row[name]))
}

test('billions become dollars, every figure is an estimate; groups and territories are left out', async () => {
  expect(await told(['USA,2026,32383.92', 'UVK,2024,11.2', 'ADVEC,2024,65382', 'HKG,2024,400', 'WEOWORLD,2024,111598.554'])).toEqual([
    ['USA', '2026-01-01', 32_383_920_000_000, 'estimated'],
    ['XKX', '2024-01-01', 11_200_000_000, 'estimated'],
    ['WLD', '2024-01-01', 111_598_554_000_000, 'estimated'],
  ])
})

test.each([
  ['another edition', ['# source: IMF WEO, NGDPD (October 2025)', comments[1]!], 'USA,2024,5', 'edition of April 2026'],
  ['millions', [comments[0]!, '# units: millions'], 'USA,2024,5', 'billions of dollars'],
  ['an unknown code', comments, 'XYZ,2024,5', 'names "XYZ"'],
  ['a GDP of nothing', comments, 'USA,2024,0', 'a GDP of 0'],
  ['no year', comments, 'USA,24,5', 'of the year "24"'],
])('%s is refused', async (_, above, line, said) => {
  await expect(told([line], above)).rejects.toThrow(said)
})

test.skipIf(!haveRaw)(`2024 and 2026 as the IMF prints them, and 2024 by the World Bank ${rawNeeded}`, async () => {
  const { observations } = await readImfWeo(raw.imfWeo)
  expect([2024, 2026].map((year) => Math.round(figureOf(observations, 'gdp-imf', 'CHN', null, year) / 1e9))).toEqual([18_945, 20_852])
  const { observations: bank } = await readWorldBankGdp(raw.worldBankLater, 2024)
  expect(Math.round(figureOf(bank, 'gdp', 'USA', null, 2024) / 1e9)).toBe(29_298)
})
