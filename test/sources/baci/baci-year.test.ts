import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { baciProducts, card, readBaciYear } from '../../../src/sources/baci/baci-year.ts'
import { type Columns, openSession, writeSnapshot } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { rowsOf } from '../raw-data.ts'

const session = await openSession({ threads: 2 })
afterAll(() => session.close())

const codes = [
  'country_code,country_name,country_iso2,country_iso3',
  '58,Belgium-Luxembourg (...1998),,BLX',
  '156,China,CN,CHN',
  '490,"Other Asia, nes",,S19',
  '643,Russian Federation,RU,RUS',
  '736,Sudan (...2011),SD,SDN',
  '729,Sudan,SD,SDN',
  '842,USA,US,USA',
].join('\n')

const good = ['2022,643,156,010121,5.5,1.25', '2022,643,156,9999AA,1.501,', '2022,156,490,010121,0.001,NA', '2022,842,58,010121,7,1']

function files(rows: readonly string[], name = 'BACI_HS17_Y2022_V202401.csv', text = `t,i,j,k,v,q\n${rows.join('\n')}\n`) {
  const root = freshRoot()
  writeFileSync(join(root, 'country_codes_V202401.csv'), `${codes}\n`)
  writeFileSync(join(root, name), name.endsWith('.gz') ? gzipSync(text) : text)
  return { year: join(root, name), countryCodes: join(root, 'country_codes_V202401.csv') }
}

const read = async (...from: Parameters<typeof files>): Promise<Columns> => (await readBaciYear(files(...from), session)).observations

test('products add up to pairs in USD, to the last thousandth; Other Asia is Taiwan, Belgium-Luxembourg is neither, and counts in the total alone', async () => {
  const rows = rowsOf(await read(good))
  expect(rows.map((row) => [row['from_id'], row['to_id'], row['value'], row['start_date'], row['vintage'], row['status']])).toEqual([
    ['CHN', 'TWN', 1, '2022-01-01', 'HS17 V202401', 'estimated'],
    ['RUS', 'CHN', 7001, '2022-01-01', 'HS17 V202401', 'estimated'],
    ['CHN', 'WLD', 1, '2022-01-01', 'HS17 V202401', 'estimated'],
    ['WLD', 'TWN', 1, '2022-01-01', 'HS17 V202401', 'estimated'],
    ['RUS', 'WLD', 7001, '2022-01-01', 'HS17 V202401', 'estimated'],
    ['WLD', 'CHN', 7001, '2022-01-01', 'HS17 V202401', 'estimated'],
    ['USA', 'WLD', 7000, '2022-01-01', 'HS17 V202401', 'estimated'],
  ])
})

test('a gzipped file and a byte-order mark change nothing; padded figures are figures', async () => {
  const plain = rowsOf(await read(good)).map((row) => row['value'])
  expect((await read(good, 'BACI_HS17_Y2022_V202401.csv.gz'))['value']).toEqual(plain)
  expect((await read([], 'BACI_HS17_Y2022_V202401.csv', `\ufefft,i,j,k,v,q\n${good.join('\n')}\n`))['value']).toEqual(plain)
  expect((await read(good.map((row) => row.replace(/,([\d.]+),/, ',    $1,'))))['value']).toBeDefined()
})

test('both codes of Sudan are one state, and what they sold each other is no foreign trade', async () => {
  const rows = rowsOf(await read(['2022,736,156,010121,1,1', '2022,729,156,010121,2,1', '2022,729,736,010121,9,1']))
  expect(rows.map((row) => [row['from_id'], row['to_id'], row['value']])).toEqual([
    ['SDN', 'CHN', 3000],
    ['SDN', 'WLD', 3000],
    ['WLD', 'CHN', 3000],
  ])
})

test('by product: code with its leading zero, a blank or NA weight stays unknown', async () => {
  const { product_flows } = await baciProducts(files([...good, '2022,842,156,10121,2,3.5']), session)
  const rows = await session.rows(`${'sql' in product_flows ? product_flows.sql : ''} ORDER BY from_id, product`)
  expect(
    rows.map((row) => [
      row['nomenclature'],
      row['product'],
      row['from_id'],
      row['to_id'],
      row['value'],
      Number(row['tonnes'] ?? Number.NaN),
    ]),
  ).toEqual([
    ['HS17', '010121', 'CHN', 'TWN', 1, Number.NaN],
    ['HS17', '010121', 'RUS', 'CHN', 5500, 1.25],
    ['HS17', '9999AA', 'RUS', 'CHN', 1501, Number.NaN],
    ['HS17', '010121', 'USA', 'CHN', 2000, 3.5],
  ])
})

test('a snapshot takes the products as they are', async () => {
  const content = await baciProducts(files(good), session)
  const about = { sources: [card], created: '2026-11-24T00:00:00Z', note: 'a year of BACI', session }
  const manifest = await writeSnapshot(freshRoot(), content, about)
  expect(manifest.tables['product_flows']?.map(({ rows }) => rows)).toEqual([3])
})

test('a torn line, text for a number, another layout, a cut-off end and an empty file are refused with their line', async () => {
  await expect(read([...good, '2022,643,842', good[0]!])).rejects.toThrow('V202401.csv:6 is "2022,643,842"')
  await expect(read([...good, '2022,643,842,010121,abc,1'])).rejects.toThrow('V202401.csv:6 is "2022,643,842,010121,abc,1"')
  await expect(read([], undefined, `year,exp,imp,hs6,v,q\n${good[0]}\n`)).rejects.toThrow(':1 has the header "year,exp,imp,hs6,v,q"')
  await expect(read([], undefined, `t,i,j,k,v,q\n${good[0]}\n2022,643,156,01`)).rejects.toThrow('cut off')
  await expect(read([], undefined, '')).rejects.toThrow('is empty')
})

test('doubled rows, negative and blank trade, another year and an unknown code are refused', async () => {
  await expect(read([...good, ...good])).rejects.toThrow('156 to 490 has every product twice')
  await expect(readBaciYear(files([...good, good[0]!]), session, { everyRow: true })).rejects.toThrow('643 to 156 has product 010121 twice')
  await expect(read([...good, '2022,643,842,010121,-1,1'])).rejects.toThrow('643 to 842 has a blank or negative value v (-1)')
  await expect(read([...good, '2022,643,842,010121,,1'])).rejects.toThrow('643 to 842 has a blank or negative value')
  await expect(read(['2021,643,156,010121,1,1'])).rejects.toThrow('has the year 2021, the name of the file says 2022')
  await expect(read(['2022,643,4,010121,1,1'])).rejects.toThrow('has the code 4, which its country_codes file has not')
  await expect(read(['2022,643,156,010121,1.12345678,1'])).rejects.toThrow('more than six decimals')
  await expect(read(good, 'trade.csv')).rejects.toThrow('not named like BACI_HS17_Y2022_V202401.csv')
})
