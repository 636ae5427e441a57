import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSipriRegister } from '../../../src/sources/arms/sipri-register.ts'
import type { Columns } from '../../../src/store/index.ts'
import { figureOf, haveRaw, rawFolder, rawNeeded, rowsOf } from '../raw-data.ts'
import { ownFile } from '../sipri-own-files.ts'

const indicator = 'arms-deliveries-tiv'

const header =
  'Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons'

function preamble(
  asked = "from All countries  to All countries . Deals with deliveries made for the year range '1950' to '2025' ",
): string[] {
  return [
    `Transfers of major conventional arms ${asked}`,
    ...Array.from({ length: 7 }, (_, i) => `line ${i}, of explanations`),
    '',
    'Source: SIPRI Arms Transfers Database (c) SIPRI.',
    'Data generated: 3 Oct 2025 5:22:49 PM',
  ]
}

interface Parts {
  readonly supplier?: string
  readonly recipient?: string
  readonly number?: string
  readonly mark?: string
  readonly years?: string
  readonly condition?: string
  readonly comment?: string
  readonly volume?: string
}

function deal(parts: Parts = {}): string {
  const {
    supplier = 'Russia',
    recipient = 'China',
    number = '4',
    mark = '',
    years = '2004',
    condition = 'New',
    comment = '',
    volume = '30',
  } = parts
  return `${recipient},${supplier},2001,?,4,,Own-1,own kind,${number},${mark},${years},${condition},${comment},7.5,30,${volume}`
}

const fileOf = (lines: readonly string[], above = preamble(), columns = header): string =>
  ownFile('register.csv', [...above, columns, ...lines, ''].join('\n'))

const read = async (...lines: string[]): Promise<Columns> => (await readSipriRegister(fileOf(lines))).observations

const only = (observations: Columns, from: string, to: string): readonly unknown[][] =>
  rowsOf(observations)
    .filter((row) => row['from_id'] === from && row['to_id'] === to)
    .map((row) => [row['start_date'], row['value'], row['status']])

describe.skipIf(!haveRaw)(`SIPRI trade register ${rawNeeded}`, async () => {
  const editions = ['trade-register_2025-10-23.csv', 'trade-register_2025-03-13.csv.gz']
  const [newer, older] = haveRaw
    ? await Promise.all(editions.map(async (name) => (await readSipriRegister(`${rawFolder}/sipri-arms-transfers/${name}`)).observations))
    : [{}, {}]

  test.each([
    [2000, 2928],
    [2002, 2450],
    [2004, 3097],
    [2006, 2377],
    [2014, 517],
    [2024, 207],
  ])('Russia delivered to China in %i arms of %i million TIV, in both editions', (year, volume) => {
    for (const edition of [newer!, older!]) expect(Math.round(figureOf(edition, indicator, 'RUS', 'CHN', year))).toBe(volume)
  })

  test('Russia to China is 38,156 million TIV from 1992 on, most in 2004 since the Soviet Union', () => {
    for (const edition of [newer!, older!]) {
      const rows = rowsOf(edition).filter(
        (row) => row['from_id'] === 'RUS' && row['to_id'] === 'CHN' && String(row['start_date']) >= '1992-01-01',
      )
      expect(Math.round(rows.reduce((sum, row) => sum + Number(row['value']), 0))).toBe(38_156)
      expect(rows.reduce((most, row) => (Number(row['value']) > Number(most['value']) ? row : most))['start_date']).toBe('2004-01-01')
    }
  })

  test('spreading loses nothing: the world by year sums to the volume of all 28,348 and 29,515 deals', () => {
    const world = (edition: Columns): number =>
      rowsOf(edition)
        .filter((row) => row['from_id'] === 'WLD' && row['to_id'] === 'WLD')
        .reduce((sum, row) => sum + Number(row['value']), 0)
    expect(world(newer!)).toBeCloseTo(2_092_177.35, 2)
    expect(world(older!)).toBeCloseTo(2_092_211.45, 2)
  })

  test('deals stand behind a figure by line, and the deals torn over two lines are read', () => {
    const row = rowsOf(newer!).find((one) => one['from_id'] === 'RUS' && one['to_id'] === 'CHN' && one['start_date'] === '2024-01-01')
    expect(row).toMatchObject({ locator: 'trade-register_2025-10-23.csv:4573', vintage: 'exported 2025-10-23', unit: 'million TIV' })
    expect(figureOf(newer!, indicator, 'UKR', 'THA', 2010)).toBeGreaterThan(1.6)
  })

  test('the Soviet Union is Russia, North and South Yemen are not Yemen, no armed group is a state', () => {
    expect(figureOf(newer!, indicator, 'RUS', 'CHN', 1955)).toBeGreaterThan(1000)
    expect(figureOf(newer!, indicator, 'RUS', 'YMD', 1980)).toBeGreaterThan(0)
    expect(rowsOf(newer!).every((row) => /^[A-Z]{3}$/.test(String(row['from_id'])) && /^[A-Z]{3}$/.test(String(row['to_id'])))).toBe(true)
  })
})

test('a deal is spread over its delivery years in equal parts and then is an estimate; one year alone is observed', async () => {
  const observations = await read(
    deal({ years: '2004; 2006; 2007' }),
    deal({ years: '2006', volume: '1.5' }),
    deal({ years: '2008', volume: '2' }),
  )
  expect(only(observations, 'RUS', 'CHN')).toEqual([
    ['2004-01-01', 10, 'estimated'],
    ['2006-01-01', 11.5, 'estimated'],
    ['2007-01-01', 10, 'estimated'],
    ['2008-01-01', 2, 'observed'],
  ])
})

test('a deal is an order in words, with "about" where SIPRI doubts and its years from first to last delivery', async () => {
  const path = fileOf([deal({ years: '2006; 2004', mark: '?' }), deal({ years: '', number: '0', volume: '' })])
  const { events } = await readSipriRegister(path)
  const cells = (name: string): unknown[] => events[name]!.map((cell) => cell)
  expect(cells('kind')).toEqual(['order', 'order'])
  expect([cells('from_id'), cells('to_id')]).toEqual([
    ['RUS', 'RUS'],
    ['CHN', 'CHN'],
  ])
  expect(cells('date')).toEqual(['2001-01-01', '2001-01-01'])
  expect(cells('end_date')).toEqual(['2006-12-31', '2001-12-31'])
  expect(cells('code')).toEqual([
    'Own-1 (own kind): 4 ordered in about 2001, about 4 delivered from 2004 to 2006',
    'Own-1 (own kind): 4 ordered in about 2001, 0 delivered',
  ])
})

test('a year listed twice counts twice', async () => {
  expect(only(await read(deal({ years: '2003; 2004; 2004' })), 'RUS', 'CHN')).toEqual([
    ['2003-01-01', 10, 'estimated'],
    ['2004-01-01', 20, 'estimated'],
  ])
})

test('a number delivered that SIPRI marks with "?" makes the figure an estimate', async () => {
  expect(only(await read(deal({ mark: '?' })), 'RUS', 'CHN')).toEqual([['2004-01-01', 30, 'estimated']])
})

test('a comment with a raw line break is one deal, and lines are still counted as they stand', async () => {
  const observations = await read(deal({ comment: 'Licensed production\r\n\nunder way' }), deal({ years: '2010' }))
  expect(rowsOf(observations).filter((row) => row['from_id'] === 'RUS' && row['to_id'] === 'CHN')).toMatchObject([
    { value: 30, locator: 'register.csv:13' },
    { value: 30, locator: 'register.csv:16' },
  ])
})

test('the header of 2026, "Deliveries in the Year Range", is read like that of 2025, and a preamble one line shorter', async () => {
  const path = fileOf(
    [deal()],
    preamble().slice(0, 4).concat(preamble().slice(5)),
    header.replace('Number delivered', 'Deliveries in the Year Range'),
  )
  expect(figureOf((await readSipriRegister(path)).observations, indicator, 'RUS', 'CHN', 2004)).toBe(30)
})

test('armed groups, organisations and unknown parties are in no pair, but in the totals', async () => {
  const observations = await read(
    deal({ recipient: 'Hezbollah (Lebanon)*', volume: '1' }),
    deal({ recipient: 'NATO**', volume: '2' }),
    deal({ recipient: 'China', supplier: 'unknown supplier(s)', volume: '4' }),
  )
  expect(rowsOf(observations).map((row) => [row['from_id'], row['to_id'], row['value']])).toEqual([
    ['RUS', 'WLD', 3],
    ['WLD', 'WLD', 7],
    ['WLD', 'CHN', 4],
  ])
})

test('an export of one supplier says nothing of what recipients got from all', async () => {
  const asked = "from Russia   to All countries . Deals with deliveries made for the year range 'Not specified' to 'Not specified' "
  const { observations } = await readSipriRegister(fileOf([deal()], preamble(asked)))
  expect(rowsOf(observations).map((row) => [row['from_id'], row['to_id']])).toEqual([
    ['RUS', 'CHN'],
    ['RUS', 'WLD'],
  ])
})

test('a deal without deliveries gives no row, not a zero', async () => {
  const observations = await read(deal({ years: '', number: '0', volume: '0' }), deal({ years: '', number: '0', volume: '' }))
  expect(rowsOf(observations)).toEqual([])
})

test('a gzipped register and one saved again as UTF-8 with a byte order mark give the same figures', async () => {
  const text = [...preamble(), header, deal({ comment: 'Wärtsilä' }), ''].join('\n')
  const packed = ownFile('register.csv.gz', gzipSync(Buffer.from(text, 'latin1')))
  const marked = ownFile('register.csv', Buffer.from(`\u{feff}${text}`, 'utf8'))
  for (const path of [packed, marked])
    expect(figureOf((await readSipriRegister(path)).observations, indicator, 'RUS', 'CHN', 2004)).toBe(30)
})

test('two deals in the same words may stand there; a register pasted twice may not', async () => {
  expect(only(await read(deal(), deal(), deal({ years: '2009' })), 'RUS', 'CHN')[0]).toEqual(['2004-01-01', 60, 'observed'])
  const once = [deal(), deal({ years: '2005' })]
  await expect(read(...once, ...once)).rejects.toThrow('2 of 4 deals stand there twice, the first in lines 13 and 15')
})

test.each<[string, Parts, string]>([
  ['a negative volume', { volume: '-3' }, 'register.csv:13 has "-3" for SIPRI TIV of delivered weapons, not a number of zero or more'],
  ['a volume in words', { volume: 'n.a.' }, 'has "n.a." for SIPRI TIV of delivered weapons'],
  ['a volume without a year', { years: '' }, 'has "30" for SIPRI TIV of delivered weapons, although no year of delivery is listed'],
  ['deliveries without a volume', { volume: '' }, 'has "" for SIPRI TIV of delivered weapons, although deliveries are listed'],
  ['years as a range', { years: '2004-2006' }, 'has "2004-2006" for Year(s) of delivery, not a list of years'],
  ['a year after the export', { years: '2026' }, 'has "2026" for Year(s) of delivery, outside 1950 to 2025'],
  ['a year before the database', { years: '1949' }, 'outside 1950 to 2025'],
  ['a mark that is none', { mark: '!' }, 'has "!" for column 10, not "?"'],
  ['a condition that is none', { condition: 'Used' }, 'has "Used" for status, not one of New, Second hand'],
  ['a blank recipient', { recipient: '' }, 'has "" for Recipient, a blank'],
  ['a name that nobody knows', { recipient: 'Chinna' }, 'register.csv:13: "Chinna" is no party that SIPRI has; it is near China'],
  [
    'a state that had ended',
    { recipient: 'East Germany (GDR)' },
    '"East Germany (GDR)" is no party that SIPRI has; it had ceased to exist by 2004',
  ],
  ['a state to itself', { recipient: 'Soviet Union' }, '"Russia" and "Soviet Union" are one state in 2004'],
  ['a comma in a comment', { comment: 'one, two' }, 'register.csv:13 has 17 cells, a deal has 16'],
])('%s is refused with its place', async (_, parts, message) => {
  await expect(read(deal({ years: '2010', supplier: 'France' }), deal(parts))).rejects.toThrow(message.replace(':13', ':14'))
})

test('a deal torn before its comment is refused, and so is a file that is cut off', async () => {
  await expect(read('China,Russia,2001,?,4,,Own-1', deal())).rejects.toThrow('register.csv:13 has 7 cells, a deal has 16')
  await expect(read(deal(), deal().slice(0, -6))).rejects.toThrow('register.csv:14 has')
  const cut = ownFile('register.csv', [...preamble(), header, deal(), deal({ years: '2006' }).slice(0, -1)].join('\n'))
  await expect(readSipriRegister(cut)).rejects.toThrow('register.csv:14 is the last line and does not end: the file is cut off')
})

test('a renamed, missing or added column is refused by its name', async () => {
  const withHeader = (columns: string): Promise<unknown> => readSipriRegister(fileOf([deal()], preamble(), columns))
  await expect(withHeader(header.replace('status', 'condition'))).rejects.toThrow('register.csv:12 column 12 is "condition", not "status"')
  await expect(withHeader(header.replace('Comments,', ''))).rejects.toThrow('column 13 is "SIPRI TIV per unit", not "Comments"')
  await expect(withHeader(`${header},more`)).rejects.toThrow('column 17 is "more", not no more columns')
})

test('an empty file, a file of another source, a register without its preamble, UTF-16 and a torn gzip are refused', async () => {
  const refused = (name: string, content: string | Uint8Array): Promise<unknown> => readSipriRegister(ownFile(name, content))
  await expect(refused('a.csv', '')).rejects.toThrow('a.csv is empty')
  await expect(refused('a.csv', 'year,iso_o,iso_d\n2004,CHN,RUS\n')).rejects.toThrow('a.csv:1 begins "year,iso_o,iso_d"')
  await expect(refused('a.csv', `${header}\n${deal()}\n`)).rejects.toThrow('not this export of SIPRI')
  await expect(refused('a.csv', Buffer.from(preamble().join('\n'), 'utf16le'))).rejects.toThrow('UTF-16')
  await expect(refused('a.csv.gz', gzipSync('x').subarray(0, 12))).rejects.toThrow('is not a whole gzip file')
  await expect(refused('a.csv', `${preamble().join('\n')}\n`)).rejects.toThrow('a.csv has no header in its first 30 lines')
  await expect(refused('a.csv', `${preamble()[0]}\n${header}\n${deal()}\n`)).rejects.toThrow('do not name SIPRI as the source')
})

test('a register that is cut off, or has a byte changed, is refused as BadInput or read: nothing else is thrown', async () => {
  const whole = [...preamble(), header, deal(), deal({ years: '2005; 2006', comment: 'a\r\nb' }), deal({ supplier: 'France' }), ''].join(
    '\n',
  )
  const start = whole.indexOf('\nChina')
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.option(fc.integer({ min: 1, max: 255 })), async (at, byte) => {
      const text = byte === null ? whole.slice(0, at) : whole.slice(0, at) + String.fromCharCode(byte) + whole.slice(at + 1)
      const ending = await readSipriRegister(ownFile('register.csv', text)).then(
        ({ observations }) => rowsOf(observations).length,
        (error: unknown) => (error as { code?: string }).code,
      )
      if (byte === null && at > start + 1) expect([ending, whole[at - 1]]).toSatisfy(([what, last]) => what === 'BadInput' || last === '\n')
      else expect(ending === 'BadInput' || typeof ending === 'number').toBe(true)
    }),
    { numRuns: 200, seed: 3 },
  )
})
