import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { card, readIcews } from '../../../src/sources/politics/icews.ts'
import { eventRows, fileOf, fileWith } from '../event-files.ts'
import { haveRaw, rawFolder, rawNeeded } from '../raw-data.ts'

const read = async (...lines: string[]) => eventRows((await readIcews([fileOf('i.txt', lines)])).events)

test('a bare country is the state, an office with a country in brackets is within it, a person is unknown', async () => {
  const rows = await read(
    'Foreign Affairs (France)\tMake statement\tChina\t2013-04-23',
    'Xi Jinping\tMake a visit\tMalaysia\t2014-11-10',
    'European Union\tImpose embargo, boycott, or sanctions\tCitizen (Hong Kong)\t2014-07-31',
  )
  expect(rows.map((row) => [row['from_id'], row['from_kind'], row['code'], row['to_id'], row['to_kind']])).toEqual([
    ['FRA', 'within', '010', 'CHN', 'state'],
    [null, 'unknown', '042', 'MYS', 'state'],
    ['EU', 'bloc', '163', null, 'territory'],
  ])
  expect(rows[0]).toMatchObject({
    goldstein: null,
    mentions: null,
    from_name: 'Foreign Affairs (France)',
    locator: 'i.txt:1',
    kind: 'cameo',
  })
})

test('events inside one state, and those of two actors without an id, are left out', async () => {
  const rows = await read('Police (India)\tConsult\tIndia\t2014-01-01', 'Xi Jinping\tConsult\tAngela Merkel\t2014-01-01')
  expect(rows).toEqual([])
})

test('South Sudan is no state before its day, and is one on it', async () => {
  const rows = await read('Police (South Sudan)\tConsult\tKenya\t2011-07-08', 'Police (South Sudan)\tConsult\tKenya\t2011-07-09')
  expect(rows.map(({ from_id, from_kind }) => [from_id, from_kind])).toEqual([
    [null, 'territory'],
    ['SSD', 'within'],
  ])
})

test('the four demands that GDELT numbers in another order have the codes of CAMEO 1.1', async () => {
  const names = ['Demand that target yields', 'Demand meeting, negotiation', 'Demand settling of dispute', 'Demand mediation']
  const rows = await read(...names.map((name) => `China\t${name}\tJapan\t2014-01-01`))
  expect(rows.map(({ code }) => code)).toEqual(['105', '106', '107', '108'])
})

test('whoever prints the card reads that the splits are not to be analysed, and that they may not be passed on', () => {
  expect(card.title).toContain('do not analyse')
  expect(card.quirks[0]).toMatch(/^Do not analyse: .* random tenth/)
  expect(card.licence.redistribute).toBe(false)
})

test.each([
  ['a torn line', ['China\tConsult\tJap'], 'i.txt:1 is not four fields'],
  ['a blank actor', ['\tConsult\tJapan\t2014-01-01'], 'i.txt:1 is not four fields'],
  ['an event name that is none', ['China\tTelephone\tJapan\t2014-01-01'], 'i.txt:1: "Telephone" is no event name of ICEWS'],
  ['a day that is none', ['China\tConsult\tJapan\t2014-02-30'], 'i.txt:1 has "20140230", not a day'],
  ['a day in another form', ['China\tConsult\tJapan\t1/2/2014'], 'i.txt:1 has "1/2/2014", not a day'],
])('%s is refused', async (_, lines, message) => {
  await expect(read(...lines)).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(message) })
})

test('a file in Latin-1 is refused with the line, a byte order mark is passed over', async () => {
  const latin = fileWith('i.txt', Buffer.from('China\tConsult\tJapan\t2014-01-01\nAbdullah G\xfcl\tConsult\tChina\t2014-01-01\n', 'latin1'))
  await expect(readIcews([latin])).rejects.toThrow('i.txt:2 is not UTF-8 text')
  const marked = fileWith('i.txt', Buffer.from('\ufeffChina\tConsult\tJapan\t2014-01-01\n'))
  expect((await readIcews([marked])).events['from_id']).toEqual(['CHN'])
})

describe.skipIf(!haveRaw)(`the splits ${rawNeeded}`, () => {
  test('every one of the 110,271 lines is read; 65,369 are events of two actors, and Russia itself is among none', async () => {
    const names = ['icews14_test', 'icews14_valid', 'icews05-15_test', 'icews05-15_valid']
    const { events } = await readIcews(names.map((name) => join(rawFolder, 'icews-samples', `${name}.txt.gz`)))
    const rows = eventRows(events)
    expect(rows).toHaveLength(65_369)
    // the last line of each file is read: 8,963 + 8,941 + 46,092 + 46,275 lines
    const last = new Map(rows.map(({ locator }) => String(locator).split(':') as [string, string]))
    expect([...last.values()].map(Number).reduce((sum, line) => sum + line, 0)).toBeGreaterThan(110_271 - 40)
    const bare = rows.filter(
      (row) => (row['from_id'] === 'RUS' && row['from_kind'] === 'state') || (row['to_id'] === 'RUS' && row['to_kind'] === 'state'),
    )
    expect(bare).toEqual([])
    expect(rows.some((row) => row['from_name'] === 'Military (Russia)' && row['from_id'] === 'RUS')).toBe(true)
  })
})
