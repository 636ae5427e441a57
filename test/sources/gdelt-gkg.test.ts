import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGdeltGkg } from '../../src/sources/gdelt-gkg.ts'
import { fileOf } from './event-files.ts'
import { haveRaw, rawFolder, rawNeeded, rowsOf } from './raw-data.ts'

const place = (country: string): string => `1#Somewhere#${country}#${country}#60#100#${country}`
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

test.each([
  ['a torn line', [document(0).slice(0, 60)], 'g.csv:1 has'],
  ['another source', [Array.from({ length: 27 }, () => 'x').join('\t')], 'no line of GKG 2.1'],
  ['a document twice', [document(0), document(0)], 'g.csv:2 has document 20150218230000-0 a second time'],
  ['a country that FIPS does not have', [document(0, 'ZZ')], 'is no place of GKG'],
  ['a place with a part too few', [document(0, 'RS').replace('#60', '')], 'is no place of GKG'],
])('%s is refused', async (_, lines, message) => {
  await expect(read(...lines)).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(message) })
})

describe.skipIf(!haveRaw)(`the sample rows ${rawNeeded}`, () => {
  test('thirty documents are read; none of them names places in two states', async () => {
    const { observations } = await readGdeltGkg([join(rawFolder, 'gdelt-samples', 'gdelt2_gkg_30rows.tsv.gz')])
    expect(rowsOf(observations)).toEqual([])
  })
})
