import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { card, readDatedRelations } from '../../../src/sources/reviewed-tables/dated-relations.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'kind,state_a,state_b,name,date,date_kind,publisher,title,address,published,accessed_via,note'
const page = readFileSync('docs/sources/dated-relations.md', 'utf8')

const { asItStands, read } = ownTable('data/tables/dated-relations.csv', header, readDatedRelations)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})
const text = 'P,T,https://example.org,2020,,'
const good = `trade-agreement,AUS,CHN,ChAFTA,2015-06-17,signed,${text}`

const datesOf = (kind: string, a: string, b: string): string[] =>
  (table.kind ?? []).flatMap((one, i) =>
    one === kind && table.state_a?.[i] === a && table.state_b?.[i] === b ? [`${table.date_kind?.[i]} ${table.told?.[i]}`] : [],
  )

test('the columns are those of the table, every row names us as its source, and the page counts the rows', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.dated_relations).sort())
  expect(new Set(table.source)).toEqual(new Set([card.id]))
  const counts = new Map<unknown, number>()
  for (const kind of table.kind ?? []) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const [kind, count] of counts) expect(page).toMatch(new RegExp(`\\| \`${kind}\` \\|[^|]+\\| ${count} \\|`))
  expect(page).toContain(`${(table.kind?.length ?? 0).toLocaleString('en')} rows`)
})

test('days that are public knowledge', () => {
  expect(datesOf('diplomatic-relations', 'ARE', 'CHN')).toEqual(['established 1984-11-01'])
  expect(datesOf('diplomatic-relations', 'CHN', 'FRA')).toEqual(['established 1964-01-27'])
  expect(datesOf('diplomatic-relations', 'KOR', 'VNM')).toEqual(['established 1992-12-22'])
  expect(datesOf('diplomatic-relations', 'IRN', 'SAU')).toEqual(['broken 1988-04', 'broken 2016-01-03', 'restored 2023-03-10'])
  expect(datesOf('trade-agreement', 'AUS', 'CHN')).toEqual(
    ['in-force 2015-12-20', 'signed 2015-06-17'].sort((a, b) => a.slice(-10).localeCompare(b.slice(-10))),
  )
  expect(datesOf('accession-application', 'FIN', 'NATO')).toEqual(['applied 2022-05-18'])
  expect(datesOf('defence-treaty', 'RUS', 'USA')).toContain('signed 2010-04-08')
})

test('partnerships by their declared level, allies by law, and turns of 2025 and 2026', () => {
  const levels = (a: string, b: string): string[] =>
    (table.kind ?? []).flatMap((kind, i) =>
      kind === 'strategic-partnership' && table.state_a?.[i] === a && table.state_b?.[i] === b
        ? [`${table.told?.[i]} ${table.name?.[i]}`]
        : [],
    )
  expect(levels('CHN', 'KAZ').sort()).toEqual([
    '2005-07-04 strategic partnership',
    '2011-06-13 comprehensive strategic partnership',
    '2019-09-11 permanent comprehensive strategic partnership',
  ])
  expect(levels('IND', 'RUS')).toContain('2010-12-21 special and privileged strategic partnership')
  expect((table.kind ?? []).filter((kind) => kind === 'strategic-partnership').length).toBeGreaterThanOrEqual(300)
  expect(datesOf('ally-designation', 'AFG', 'USA')).toEqual(['designated 2012-07-06', 'ended 2022-09-23'])
  expect(datesOf('security-law', 'TWN', 'USA')).toContain('enacted 1979-04-10')
  expect(datesOf('accord', 'IRN', 'USA')).toContain('signed 2026-06-17')
  expect(datesOf('accord', 'IND', 'PAK')).toContain('suspended 2025-04-23')
  expect(datesOf('tariff', 'IND', 'USA')).toContain('lowered 2026-02-07')
  expect(datesOf('diplomatic-relations', 'USA', 'VEN')).toContain('restored 2026-03-05')
})

test('a row whose text was not opened says so in its note, so that it contradicts no claim', () => {
  const named = (table.note ?? []).filter((note) => String(note).includes('the text was not opened')).length
  expect(page).toContain(`The note of ${named.toLocaleString('en')} rows`)
})

test('a date stands with its first and last day, a February of a leap year too', async () => {
  const columns = await read([good, `trade-agreement,AUS,CHN,,2016-02,in-force,${text}`, `trade-agreement,AUS,CHN,,2017,ended,${text}`])
  expect(columns.told).toEqual(['2015-06-17', '2016-02', '2017'])
  expect(columns.start_date).toEqual(['2015-06-17', '2016-02-01', '2017-01-01'])
  expect(columns.end_date).toEqual(['2015-06-17', '2016-02-29', '2017-12-31'])
})

test.each([
  ['an unknown kind', good.replace('trade-agreement', 'marriage'), 'has the kind "marriage"'],
  ['a deed of another kind', good.replace('signed', 'broken'), 'has the deed "broken"'],
  ['a date that is none', good.replace('2015-06-17', '2015-06-31'), 'has the date "2015-06-31"'],
  ['a stranger', good.replace('AUS', 'XXX'), 'names "XXX"'],
  ['a state with itself', good.replace('AUS', 'CHN'), 'has CHN with itself'],
  ['sides in another order', good.replace('AUS,CHN', 'CHN,AUS'), 'has its sides in another order'],
  ['an application to a state', `accession-application,AUS,CHN,,2015,applied,${text}`, 'is no application'],
  ['no address', good.replace('https://example.org', 'example'), 'has the address "example"'],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(read([good.replace('2015-06-17', '2014'), line])).rejects.toThrow(`relations.csv:3 ${message}`)
})

test('the same deed told twice is refused', async () => {
  await expect(read([good, good])).rejects.toThrow('relations.csv:3 tells the same deed a second time')
})
