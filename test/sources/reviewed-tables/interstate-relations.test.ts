import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { card, readInterstateRelations } from '../../../src/sources/reviewed-tables/interstate-relations.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { ownTable } from '../own-table.ts'

const header = 'kind,state_a,state_b,start_date,end_date,actor,form,name,ended_by,publisher,title,address,published,checked,note'
const page = readFileSync('docs/sources/interstate-relations.md', 'utf8')

const { asItStands, read } = ownTable('data/tables/interstate-relations.csv', header, readInterstateRelations)
let table: Columns
beforeAll(async () => {
  table = await asItStands()
})
const text = 'P,T,https://example.org,2020,named,'
const good = `no-relations,IRN,SAU,2016-01-03,2023-03-09,SAU,broken,Embassy,restored,${text}`

/** The kinds of spells that hold between two states on a day, sorted. */
const heldOn = (a: string, b: string, day: string): string[] =>
  (table.kind ?? [])
    .flatMap((kind, i) => {
      const [start, end] = [String(table.start_date?.[i]), table.end_date?.[i] ?? '9999']
      const holds = table.state_a?.[i] === a && table.state_b?.[i] === b && start <= day && day <= String(end)
      return holds ? [`${kind} ${table.form?.[i]}`] : []
    })
    .sort()

test('the columns are those of the table, every row names us as its source, and the page counts the rows', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tables.interstate_relations).sort())
  expect(new Set(table.source)).toEqual(new Set([card.id]))
  const counts = new Map<unknown, number>()
  for (const kind of table.kind ?? []) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const [kind, count] of counts) expect(page).toMatch(new RegExp(`\\| \`${kind}\` \\|.+\\| ${count} \\|`))
  expect(page).toContain(`${(table.kind?.length ?? 0).toLocaleString('en')} rows`)
  for (const check of ['read', 'matched', 'named']) {
    const count = (table.checked ?? []).filter((one) => one === check).length
    expect(page, check).toMatch(new RegExp(`\\b${count.toLocaleString('en')}( rows are)? \`${check}\``))
  }
})

test('wars, and what followed them', () => {
  expect(heldOn('CHN', 'IND', '1962-11-01')).toContain('hostilities war')
  expect(heldOn('ARG', 'GBR', '1982-05-21')).toEqual(['enmity declared', 'hostilities war', 'no-relations broken'])
  expect(heldOn('ARG', 'GBR', '1995-01-01')).toEqual(['peace declaration'])
  expect(heldOn('KOR', 'PRK', '2020-01-01')).toContain('armistice armistice')
  expect(heldOn('EGY', 'ISR', '1970-01-01')).toContain('state-of-war asserted')
  expect(heldOn('EGY', 'ISR', '2015-01-01')).toEqual(['peace treaty'])
  expect(heldOn('RUS', 'UKR', '2024-01-01')).toEqual(expect.arrayContaining(['enmity declared', 'hostilities war', 'no-relations broken']))
  expect(heldOn('IRQ', 'USA', '1991-02-20')).toContain('hostilities war')
  expect(heldOn('ERI', 'ETH', '2010-01-01')).toContain('armistice ceasefire')
})

test('relations that were missing, and days on which they came', () => {
  expect(heldOn('CUB', 'USA', '2015-07-19')).toContain('no-relations broken')
  expect(heldOn('CUB', 'USA', '2015-07-20')).toEqual([])
  expect(heldOn('CHN', 'USA', '1978-12-31')).toContain('no-relations never')
  expect(heldOn('CHN', 'USA', '1979-01-01')).toEqual([])
  expect(heldOn('TWN', 'USA', '1985-01-01')).toEqual(['no-relations moved'])
  expect(heldOn('IRN', 'SAU', '2020-01-01')).toEqual(['no-relations broken'])
  expect(heldOn('DZA', 'MAR', '2000-01-01')).toEqual(['closed-border closed', 'peace treaty'])
  expect(heldOn('DZA', 'MAR', '2024-01-01')).toEqual([
    'closed-airspace airspace',
    'closed-border closed',
    'no-relations broken',
    'peace treaty',
  ])
  expect(heldOn('GHA', 'ISR', '1980-01-01')).toEqual(['no-relations broken'])
  expect(heldOn('DEU', 'POL', '1965-01-01')).toContain('no-relations never')
  expect(heldOn('IND', 'PAK', '2024-01-01')).toContain('lower-relations no ambassador')
  expect(heldOn('SRB', 'XKX', '2024-01-01')).toEqual(['no-relations never', 'non-recognition statehood'])
})

test('closed borders and airspace, lists, and treaties not applied between two parties', () => {
  expect(heldOn('KOR', 'PRK', '2020-01-01')).toContain('closed-border closed')
  expect(heldOn('ARM', 'TUR', '1993-04-02')).not.toContain('closed-border closed')
  expect(heldOn('ARM', 'TUR', '2020-01-01')).toEqual(expect.arrayContaining(['closed-border closed', 'not-applied refused']))
  expect(heldOn('IND', 'PAK', '2026-01-01').filter((one) => one === 'closed-airspace airspace')).toHaveLength(2)
  expect(heldOn('KEN', 'TZA', '1980-01-01')).toContain('closed-border closed')
  expect(heldOn('CUB', 'USA', '2018-01-01')).not.toContain('designation sponsor of terrorism')
  expect(heldOn('CUB', 'USA', '2022-01-01')).toContain('designation sponsor of terrorism')
  expect(heldOn('JPN', 'RUS', '2022-03-04')).not.toContain('designation unfriendly state')
  expect(heldOn('JPN', 'RUS', '2026-01-01')).toContain('designation unfriendly state')
  expect(
    [heldOn('RUS', 'UKR', '2015-12-31'), heldOn('RUS', 'UKR', '2016-01-01')].map((held) => held.includes('not-applied suspended')),
  ).toEqual([false, true])
})

test('last known fighting is told as such, and fighting that a later text tells of has no end', () => {
  const ends = (table.kind ?? []).flatMap((kind, i) => {
    const recent = kind === 'hostilities' && table.form?.[i] !== 'clash' && String(table.end_told?.[i] ?? '') >= '2024'
    return recent && table.ended_by?.[i] === null ? [String(table.note?.[i])] : []
  })
  expect(ends.length).toBeGreaterThan(1)
  for (const note of ends) expect(note).toMatch(/^last fighting known/)
  expect((table.end_told ?? []).filter((end, i) => table.kind?.[i] === 'hostilities' && /^202[4-9]$/.test(String(end)))).toEqual([])
  expect(heldOn('COD', 'RWA', '2026-06-01')).toContain('hostilities war')
})

test('what hangs on a government ends with it: Maduro, Saddam Hussein, Amin', () => {
  expect([heldOn('USA', 'VEN', '2026-01-03'), heldOn('USA', 'VEN', '2026-01-04')].map((held) => held.includes('enmity declared'))).toEqual([
    true,
    false,
  ])
  expect(heldOn('IRQ', 'USA', '2003-04-09')).not.toContain('enmity declared')
  expect(heldOn('TZA', 'UGA', '1980-01-01')).not.toContain('enmity declared')
})

test('a suspended accord is no peace in force', () => {
  expect(heldOn('KHM', 'THA', '2025-11-01')).toContain('peace declaration')
  expect(heldOn('KHM', 'THA', '2025-12-01')).not.toContain('peace declaration')
})

test('friends of every year have no row but a peace of old', () => {
  for (const [a, b] of [
    ['CAN', 'USA'],
    ['NOR', 'SWE'],
    ['AUS', 'NZL'],
    ['BEL', 'NLD'],
    ['ESP', 'PRT'],
    ['DEU', 'FRA'],
  ] as const)
    expect(
      heldOn(a, b, '2024-01-01').filter((one) => !one.startsWith('peace')),
      `${a} ${b}`,
    ).toEqual([])
})

test('a spell stands with the first day its start and the last day its end can mean', async () => {
  const columns = await read([`hostilities,CHN,IND,1967-09,1967,,clash,Nathu La,,${text}`])
  expect([columns.start_told, columns.end_told, columns.start_date, columns.end_date]).toEqual([
    ['1967-09'],
    ['1967'],
    ['1967-09-01'],
    ['1967-12-31'],
  ])
})

test.each([
  ['an unknown kind', good.replace('no-relations', 'quarrel'), 'has the kind "quarrel"'],
  ['a form of another kind', good.replace('broken', 'war'), 'has the form "war"'],
  ['a start that is none', good.replace('2016-01-03', '2016-02-30'), 'has the start "2016-02-30"'],
  ['an end before the start', good.replace('2023-03-09', '2015'), 'ends on 2015, before it starts on 2016-01-03'],
  ['a stranger', good.replace('SAU', 'XXX'), 'names "XXX"'],
  ['a state that had ended', good.replace('IRN,SAU', 'CSK,SAU'), 'has CSK from 2016-01-03 to 2023-03-09, when it did not exist'],
  ['a state with itself', good.replace('IRN,SAU', 'SAU,SAU'), 'has SAU with itself'],
  ['sides in another order', good.replace('IRN,SAU', 'SAU,IRN'), 'has its sides in another order'],
  ['a third side', good.replace('09,SAU', '09,USA'), 'is by "USA"'],
  [
    'a closed border that nobody closed',
    good.replace('no-relations', 'closed-border').replace(',SAU,broken', ',,closed'),
    'names no actor',
  ],
  [
    'a treaty without a name',
    good.replace('no-relations', 'not-applied').replace('broken,Embassy', 'suspended,'),
    'names no treaty or body',
  ],
  ['no check', good.replace('named', 'seen'), 'has the check "seen"'],
  ['no address', good.replace('https://example.org', 'example'), 'has the address "example"'],
  ['the same spell twice', good, 'overlaps a row of the same kind, from 2016-01-03'],
  ['a spell within another', good.replace('2016-01-03', '2020'), 'overlaps a row of the same kind'],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(read([good, line])).rejects.toThrow(`interstate-relations.csv:3 ${message}`)
})

test('two wars at once under two names, and spells of a year that touch, are no overlap', async () => {
  const war = `hostilities,CHN,IND,1962,1962,CHN,war,One,,${text}`
  await expect(
    read([war, war.replace('One', 'Other'), good.replace('2023-03-09', '2020'), good.replace('2016-01-03', '2020')]),
  ).resolves.toBeDefined()
})
