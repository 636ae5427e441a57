import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGdeltGkg } from '../../../src/sources/politics/gdelt-gkg.ts'
import { fileOf } from '../event-files.ts'
import { haveRaw, rawFolder, rawNeeded, rowsOf } from '../raw-data.ts'

const place = (country: string): string => `1#Somewhere#${country}#${country}#60#100#${country}`
/** As in the first files of 2.0: the country is the document's, the region the place's own. */
const placed = (country: string, region: string): string => `4#Somewhere#${country}#${region}#60#100#1`
const document = (number: number, ...countries: string[]): string =>
  [`20150218230000-${number}`, '20150218230000', '1', 'a.org', 'http://a.org', '', '', '', '', countries.map(place).join(';')]
    .concat(Array.from({ length: 17 }, () => ''))
    .join('\t')
const read = async (...lines: string[]) => rowsOf((await readGdeltGkg([fileOf('g.csv', lines)])).observations)

test('a document counts once for each pair of states whose places it names, territories and repeats aside', async () => {
  const rows = await read(document(0, 'RS', 'CH', 'RS', 'US'), document(1, 'CH', 'RS'), document(2, 'RS', 'HK'), document(3))
  expect(rows.map(({ from_id, to_id, value }) => `${from_id} ${to_id} ${value}`)).toEqual(['CHN RUS 2', 'CHN USA 1', 'RUS USA 1'])
  expect(rows[0]).toMatchObject({ start_date: '2015-02-18', end_date: '2015-02-18', unit: 'documents' })
})

test('the state of a place is that of its region: the country code is the same for all places of a document in the first files', async () => {
  const line = document(0).split('\t')
  line[9] = [placed('RS', 'HU05'), placed('RS', 'RS25'), placed('RS', 'OS00'), placed('UP', '')].join(';')
  expect((await read(line.join('\t'))).map(({ from_id, to_id }) => `${from_id} ${to_id}`)).toEqual(['HUN RUS', 'HUN UKR', 'RUS UKR'])
})

test('a place in no country of FIPS is passed over and told', async () => {
  const told: string[] = []
  const path = fileOf('g.csv', [document(0, 'ZZ', 'RS', 'CH')])
  const { observations } = await readGdeltGkg([path], (quirk) => void told.push(quirk))
  expect(rowsOf(observations).map(({ from_id, to_id }) => `${from_id} ${to_id}`)).toEqual(['CHN RUS'])
  expect(told).toEqual(['1 are no country codes of FIPS 10-4 among the places (ZZ): these places are passed over.'])
})

test.each([
  ['a torn line', [document(0).slice(0, 60)], 'g.csv:1 has'],
  ['another source', [Array.from({ length: 27 }, () => 'x').join('\t')], 'no line of GKG 2.1'],
  ['a document twice', [document(0), document(0)], 'g.csv:2 has document 20150218230000-0 a second time'],
  [
    'a file whose places are mostly in no country of FIPS',
    [document(0, 'ZZ', 'RS', 'ZZ')],
    'g.csv: 2 of 3 are no country codes of FIPS 10-4',
  ],
  ['a place with a part too few', [document(0, 'RS').replace('#60', '')], 'is no place of GKG'],
])('%s is refused', async (_, lines, message) => {
  await expect(read(...lines)).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(message) })
})

describe.skipIf(!haveRaw)(`the sample rows ${rawNeeded}`, () => {
  test('of thirty documents ten name places in two states or more: 130 pairs, Hungary and Russia one of them', async () => {
    const rows = rowsOf((await readGdeltGkg([join(rawFolder, 'gdelt-samples', 'gdelt2_gkg_30rows.tsv.gz')])).observations)
    expect(rows).toHaveLength(130)
    const value = (a: string, b: string) => rows.find(({ from_id, to_id }) => from_id === a && to_id === b)?.['value']
    expect([value('HUN', 'RUS'), value('GBR', 'USA'), value('CHN', 'RUS')]).toEqual([1, 3, undefined])
  })
})
