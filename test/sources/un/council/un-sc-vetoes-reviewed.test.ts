import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { relevanceTo } from '../../../../src/claims/testing/record/veto-rows.ts'
import { tableRows } from '../../../../src/sources/rows/table-columns.ts'
import { card, readSecurityCouncilVetoes } from '../../../../src/sources/un/council/un-sc-vetoes-reviewed.ts'
import { type Columns, tables } from '../../../../src/store/index.ts'
import { ownTable } from '../../own-table.ts'

const path = 'data/tables/security-council-vetoes.csv'
const page = readFileSync('docs/sources/security-council-vetoes.md', 'utf8')
const header = readFileSync(path, 'utf8').split('\n')[0]!

const { asItStands, read, session } = ownTable(path, header, readSecurityCouncilVetoes)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})

test('the columns are those of the table, every row names us as its source, and the page counts drafts and vetoes', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.vetoes).sort())
  expect(new Set(table['source'])).toEqual(new Set([card.id]))
  expect(page).toContain(`: ${new Set(table['draft']).size} vetoed drafts and amendments`)
  expect(page).toContain(`with ${table['draft']!.length} vetoes.`)
})

test('vetoes of a year as the UN counts them', () => {
  const of = (year: string): number => table['start_date']!.filter((day) => String(day).startsWith(year)).length
  expect(['2022', '2023', '2024', '2025'].map(of)).toEqual([2, 7, 8, 4])
  const by = (state: string): number => table['state']!.filter((one) => one === state).length
  expect(['USA', 'RUS', 'CHN', 'FRA', 'GBR'].map(by)).toEqual([8, 11, 2, 0, 0])
})

test('the subject names every state concerned, as claims are held against it', async () => {
  const rows = await session().rows('SELECT date, symbol, subject, concerned FROM read_csv($path, all_varchar = true)', { path })
  for (const row of rows) {
    const [symbol, date, topic] = ['symbol', 'date', 'subject'].map((name) => String(row[name])) as [string, string, string]
    for (const state of String(row['concerned'] ?? '')
      .split(',')
      .filter(Boolean))
      expect(relevanceTo({ symbol, date, topic, by: [], source: card.id }, state), `${symbol} ${state}`).toBe('named')
  }
})

test('the locator has the votes, as far as told, and the text', () => {
  const rows = tableRows(table)
  expect(rows.find((row) => row['symbol'] === 'S/2022/720')?.['locator']).toMatch(
    /^security-council-vetoes\.csv:3, 10 in favour, 1 against, 4 abstained; United Nations, .*sc15046\.doc\.htm$/,
  )
  expect(rows.find((row) => row['symbol'] === 'S/2025/115')?.['locator']).toMatch(/:17, 9 in favour; United Nations, /)
})

const good = '2023-08-30,S/2023/638,S/PV.9408,Mali: sanctions,MLI,RUS,13,1,1,P,T,https://example.org,2023-08-31'

test.each([
  ['a day that is none', good.replace('2023-08-30', '2023-08-32'), 'has the start "2023-08-32"'],
  ['a day after the window', good.replace('2023-08-30', '2026-01-02'), 'is of 2026-01-02, outside'],
  ['a symbol of another year', good.replace('S/2023/638', 'S/2022/638'), 'has the symbol "S/2022/638"'],
  ['no record', good.replace('S/PV.9408', ''), 'has the meeting record ""'],
  ['no subject', good.replace('Mali: sanctions', ''), 'has no subject'],
  ['a state that is none', good.replace('MLI', 'XXX'), 'concerns "XXX"'],
  ['a veto of somebody who has none', good.replace('RUS', 'IND'), 'has "IND" as who cast the veto'],
  ['vetoers out of order', good.replace('RUS', '"RUS,CHN"'), 'has "RUS,CHN" as who cast the veto'],
  ['too few in favour', good.replace('13,1,1', '8,1,6'), 'has 8 votes in favour'],
  ['fewer against than vetoed', good.replace('RUS,13,1,1', '"CHN,RUS",13,1,1'), 'has 1 against, fewer'],
  ['votes of sixteen', good.replace('13,1,1', '13,1,2'), 'has 16 votes'],
  ['votes that are none', good.replace('13,1,1', 'many,1,1'), 'has "many" as a number of votes'],
  ['no address', good.replace('https://example.org', 'example'), 'has the address "example"'],
  ['no day of the text', good.replace('2023-08-31', 'yesterday'), 'was published on "yesterday"'],
  ['a draft told twice', good.replace('638', '637'), 'tells S/2023/637 a second time'],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(read([good.replace('638', '637').replace('30,S', '29,S'), line])).rejects.toThrow(`vetoes.csv:3 ${message}`)
})

test('rows out of order, and a table without rows, are refused', async () => {
  await expect(read([good, good.replace('638', '637').replace('30,S', '29,S')])).rejects.toThrow('out of the order of the list')
  await expect(read([])).rejects.toThrow('has no row under its header')
})
