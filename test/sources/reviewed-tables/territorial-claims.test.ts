import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { card, readTerritorialClaims } from '../../../src/sources/reviewed-tables/territorial-claims.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'state_a,state_b,start_date,end_date,claimant,territory,element,size,ended_by,publisher,title,address,published,checked,note'
const page = readFileSync('docs/sources/territorial-claims.md', 'utf8')

const { asItStands, read } = ownTable('data/tables/territorial-claims.csv', header, readTerritorialClaims)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})
const text = 'P,T,https://example.org,2020,named,'
const good = `KHM,THA,1953-11-09,1962-06-15,both,Temple of Preah Vihear,land,sector,judgment,${text}`

const claimsOn = (a: string, b: string, day: string): string[] =>
  (table.territory ?? []).flatMap((_, i) => {
    const [start, end] = [String(table.start_date?.[i]), table.end_date?.[i] ?? '9999']
    const stands = table.state_a?.[i] === a && table.state_b?.[i] === b && start <= day && day <= String(end)
    return stands ? [`${table.claimant?.[i]} ${table.size?.[i]}`] : []
  })

test('the columns are those of the table, every row names us as its source, and the page counts the rows', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.territorial_claims).sort())
  expect(new Set(table.source)).toEqual(new Set([card.id]))
  const counts = new Map<unknown, number>()
  for (const size of table.size ?? []) counts.set(size, (counts.get(size) ?? 0) + 1)
  for (const [size, count] of counts) expect(page).toMatch(new RegExp(`\\| \`${size}\` \\|.+\\| ${count} \\|`))
  expect(page).toContain(`${table.size?.length} rows`)
})

test('claims that everyone knows, and the years in which they ended', () => {
  expect(claimsOn('ARG', 'GBR', '2024-01-01')).toContain('ARG province')
  expect(claimsOn('CHN', 'TWN', '2024-01-01')).toEqual(['CHN whole-state'])
  expect(claimsOn('GUY', 'VEN', '2024-01-01')).toEqual(['VEN province'])
  expect(claimsOn('IRQ', 'KWT', '1990-09-01')).toEqual(['IRQ whole-state'])
  expect(claimsOn('ECU', 'PER', '1990-01-01')).toEqual(['ECU province'])
  expect(claimsOn('ECU', 'PER', '2024-01-01')).toEqual([])
  expect(claimsOn('CMR', 'NGA', '2000-01-01')).toEqual(['NGA province'])
  expect(claimsOn('CMR', 'NGA', '2010-01-01')).toEqual([])
  expect(claimsOn('JPN', 'RUS', '1960-01-01')).toEqual(['JPN province'])
  expect(claimsOn('CRI', 'NIC', '2012-01-01')).toEqual(['both sea', 'both sector'])
  expect(claimsOn('CRI', 'NIC', '2024-01-01')).toEqual([])
  expect(claimsOn('DEU', 'POL', '1960-01-01')).toEqual(['DEU province'])
  expect(claimsOn('DEU', 'POL', '1980-01-01')).toEqual([])
  for (const [a, b] of [
    ['DEU', 'FRA'],
    ['NOR', 'SWE'],
    ['AUS', 'NZL'],
    ['BRA', 'PRT'],
  ] as const)
    expect(claimsOn(a, b, '2024-01-01'), `${a} ${b}`).toEqual([])
})

test.each([
  ['no claimant', good.replace('both', ''), 'names no claimant or no territory'],
  ['an unknown element', good.replace('land', 'air'), 'has the element "air"'],
  ['an unknown size', good.replace('sector', 'large'), 'has the size "large"'],
  ['an end without what ended it', good.replace('judgment', ''), 'has an end without what ended it'],
  ['what ended it without an end', good.replace('1962-06-15', ''), 'has an end without what ended it'],
  ['a claimant from outside', good.replace('both', 'VNM'), 'is by "VNM"'],
  ['a state that did not exist', good.replace('KHM', 'BGD'), 'has BGD from 1953-11-09 to 1962-06-15, when it did not exist'],
  ['the same claim twice', good, 'overlaps a row of the same kind'],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(read([good, line])).rejects.toThrow(`territorial-claims.csv:3 ${message}`)
})
