import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readTar } from '../../../../src/sources/formats/tar.ts'
import { readGeneralDebate } from '../../../../src/sources/un/speeches/un-general-debate.ts'
import type { Columns } from '../../../../src/store/index.ts'
import { freshRoot } from '../../../store/fresh-root.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../raw-data.ts'

type File = readonly [name: string, text: string | Buffer, type?: string]

function header(name: string, size: number, type: string): Buffer {
  const bytes = Buffer.alloc(512)
  bytes.write(name.slice(0, 100), 0)
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  bytes.write('        ', 148)
  bytes.write(type, 156)
  bytes.write('ustar\0', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

/** A tar archive made here, by the format's own description. */
function tarOf(files: readonly File[]): Buffer {
  const parts = files.flatMap(([name, text, type = '0']) => {
    const content = Buffer.from(text)
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512)
    return [header(name, content.length, type), content, padding]
  })
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}

function archive(bytes: Buffer, name = 'd.tgz'): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, bytes)
  return path
}

const packed = (...files: File[]): string => archive(gzipSync(tarOf(files)))

const read = async (...files: File[]): Promise<Columns> => (await readGeneralDebate([packed(...files)])).speeches

async function workbook(rows: readonly (readonly (string | number | null)[])[], first?: readonly string[]): Promise<string> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  const head = first ?? ['Year', 'Session', 'ISO Code', 'Country', 'Name of Person Speaking', 'Post']
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...head], ...rows.map((row) => [...row])]), 'Sheet1')
  const path = join(freshRoot(), 's.xlsx')
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  return path
}

const speakersOf = async (...rows: (readonly (string | number | null)[])[]): Promise<Columns> =>
  (await readGeneralDebate([await workbook(rows)])).speakers

test('a speech keeps its text and the number of its words, without a byte order mark', async () => {
  expect(await read(['TXT/Session 79 - 2024/RUS_79_2024.txt', '\ufeffMr. President,\r\n  peace\u00a0now. '])).toEqual({
    state: ['RUS'],
    session: [79],
    year: [2024],
    words: [4],
    text: ['Mr. President,\r\n  peace\u00a0now. '],
    source: ['un-general-debate'],
    vintage: ['1946 to 2024 (November 2025)'],
    locator: ['d.tgz!TXT/Session 79 - 2024/RUS_79_2024.txt'],
  })
})

test("China's seat is Taipei's to 1970 and Peking's in the debate of 1971; unions and those who are no members keep their place", async () => {
  const names = ['CHN_24_1969', 'CHN_26_1971', 'YEM_30_1975', 'YDYE_35_1980', 'EU_73_2018', 'VAT_73_2018', 'PSE_73_2018', 'YUG_44_1989']
  const { state, session } = await read(...names.map((name): File => [`${name}.txt`, 'one']))
  expect(state!.map((code, i) => `${code} ${session![i]}`)).toEqual([
    'TWN 24',
    'CHN 26',
    'YAR 30',
    'YMD 35',
    'YUG 44',
    'EU 73',
    'PSE 73',
    'VAT 73',
  ])
})

test('what file systems leave behind is passed over, and the same text twice is one speech', async () => {
  const { state } = await read(['._RUS_79_2024.txt', 'x'], ['README', 'x'], ['RUS_79_2024.txt', 'a b'], ['again/RUS_79_2024.txt', 'a b'])
  expect(state).toEqual(['RUS'])
})

test('long names in the manner of GNU and of POSIX are read, directories passed over', async () => {
  const long = `${'d'.repeat(120)}/RUS_79_2024.txt`
  const record = ` path=${long}\n`
  const length = record.length + String(record.length + 3).length
  const path = packed(
    ['TXT/', '', '5'],
    ['././@LongLink', `${long}\0`, 'L'],
    ['short', 'a'],
    ['pax', `${length}${record}`, 'x'],
    ['short', 'b'],
    ['c', 'c'],
  )
  expect((await readTar(path)).map(({ name }) => name)).toEqual([long, long, 'c'])
})

test.each<readonly [string, File[], string]>([
  ['a file of another name', [['Speech of Russia.txt', 'a']], 'd.tgz!Speech of Russia.txt is not called ISO_SESSION_YEAR.txt'],
  ['a session of another year', [['RUS_78_2024.txt', 'a']], 'is of session 78, but session 1 was in 1946'],
  ["a code that is nobody's", [['XQQ_79_2024.txt', 'a']], 'has the code XQQ'],
  ['an empty text', [['RUS_79_2024.txt', ' \n']], 'is empty'],
  ['a text in another encoding', [['RUS_79_2024.txt', Buffer.from([0x43, 0xf4, 0x74])]], 'is not UTF-8 text'],
  [
    'two texts of one speech',
    [
      ['RUS_79_2024.txt', 'a'],
      ['b/RUS_79_2024.txt', 'b'],
    ],
    'are two texts of one speech',
  ],
  ['an archive without texts', [['a.csv', 'a']], 'd.tgz has no text files'],
])('%s is refused, and the message says which file', async (_, files, message) => {
  await expect(read(...files)).rejects.toThrow(message)
})

test('an archive that is cut off, packed or not, or is none, is refused', async () => {
  const whole = tarOf([['RUS_79_2024.txt', 'a'.repeat(3000)]])
  const of = (bytes: Buffer): Promise<unknown> => readGeneralDebate([archive(bytes)])
  await expect(of(gzipSync(whole).subarray(0, -9))).rejects.toThrow('d.tgz is not a whole gzip file')
  await expect(of(whole.subarray(0, 2000))).rejects.toThrow('d.tgz is cut off at byte 512')
  await expect(of(whole.subarray(0, -1024))).rejects.toThrow('d.tgz is cut off')
  await expect(of(Buffer.alloc(0))).rejects.toThrow('d.tgz is cut off at byte 0')
  await expect(of(Buffer.from('<html>'.padEnd(600)))).rejects.toThrow('d.tgz is no tar archive')
})

test('where name and code are of two states the person who spoke decides, and where one is unknown the other', async () => {
  const rows = [
    [1966, 21, 'NER', 'Nigeria', 'Mr. SIDIKOU', null],
    [1960, 15, 'AUS', 'Austria', 'Mr. MENZIES', null],
    [2001, 56, 'SWE', 'Swaziland', 'B', 'King'],
    [1991, 46, 'WSM', 'Western Sahara', 'C', null],
    [2013, 68, 'EC', 'European Council', 'D', 'President'],
    [1969, 24, 'CHN', 'China', 'E', null],
    [1947, 2, 'CZK', 'Czechoslovakia', 'F', null],
    [1987, 42, null, 'Leage of Arab States ', 'G', null],
  ] as const
  const { state, post, locator } = await speakersOf(...rows)
  expect(state).toEqual(['NER', 'AUS', 'SWZ', 'WSM', 'EU', 'TWN', 'CSK'])
  expect(post).toEqual([null, null, 'King', null, 'President', null, null])
  expect(locator![0]).toBe('s.xlsx!Sheet1!D2')
})

test('two speakers of one state are two rows, the same row twice is one, a nameless speaker is NULL', async () => {
  const rows = [
    [1960, 15, 'IND', 'India', 'Mr. NEHRU', 'Prime Minister'],
    [1960, 15, 'IND', 'India', 'Mr. Krishna MENON ', null],
    [1951, 6, 'RUS', 'Union of Soviet Socialist Republics', 'Mr. VYSHINSKY', null],
    [1951, 6, 'RUS', 'Union of Soviet Socialist Republics', 'Mr. Vyshinsky ', null],
    [1973, 28, 'CIV', "Cote d'Ivoire", null, null],
  ] as const
  expect((await speakersOf(...rows)).speaker).toEqual(['Mr. NEHRU', 'Mr. Krishna MENON', 'Mr. VYSHINSKY', null])
})

test('a workbook with other headings, another session or an unknown state is refused with the cell', async () => {
  await expect(readGeneralDebate([await workbook([], ['Year', 'Session', 'Code'])])).rejects.toThrow('s.xlsx!Sheet1!C1 is headed "Code"')
  await expect(speakersOf([1960, 14, 'IND', 'India', 'A', null])).rejects.toThrow('s.xlsx!Sheet1!A2 has year 1960 and session 14')
  await expect(speakersOf([1961, 16, 'CHE', 'Sweden', 'A', null])).rejects.toThrow(
    's.xlsx!Sheet1!D2 has "Sweden", which is SWE, with the code CHE',
  )
  await expect(speakersOf([1960, 15, 'XQQ', 'Ruritania', 'A', null])).rejects.toThrow(
    's.xlsx!Sheet1!D2 has "Ruritania" with the code "XQQ"',
  )
})

describe.skipIf(!haveRaw)(`the corpus of 25 states and of all states from 2018 ${rawNeeded}`, async () => {
  const files = ['UNGDC_core25_1946-2024.tgz', 'UNGDC_other_countries_2018-2024.tgz', 'Speakers_by_session.xlsx']
  const { speeches, speakers } = haveRaw
    ? await readGeneralDebate(files.map((name) => join(rawFolder, 'ungdc', name)))
    : { speeches: {}, speakers: {} }
  const years = (state: string): number[] => (speeches['year'] as number[]).filter((_, i) => speeches['state']![i] === state)

  test('2,829 speeches, 192 of them in 2024, and no text is empty', () => {
    expect(speeches['state']).toHaveLength(2829)
    expect((speeches['year'] as number[]).filter((year) => year === 2024)).toHaveLength(192)
    expect(Math.min(...(speeches['words'] as number[]))).toBe(423)
  })

  test('Russia and the seat of China have every year from 1946 to 2024 except 1970', () => {
    const all = Array.from({ length: 79 }, (_, i) => 1946 + i).filter((year) => year !== 1970)
    expect(years('RUS')).toEqual(all)
    expect([...years('TWN'), ...years('CHN')]).toEqual(all)
    expect(years('TWN').at(-1)).toBe(1969)
  })

  test('10,936 speakers: 10,944 rows less the League of Arab States and seven that stand twice', () => {
    expect(speakers['state']).toHaveLength(10936)
    const of = (state: string, year: number): unknown[] =>
      speakers['speaker']!.filter((_, i) => speakers['state']![i] === state && speakers['year']![i] === year)
    expect(of('NGA', 1966)).toEqual(['Mr. ADEBO'])
    expect(of('NER', 1966)).toEqual(['Mr. SIDIKOU'])
    expect(of('AUS', 1960)).toEqual(['Mr. MENZIES'])
    expect(of('DDR', 1986)).toEqual(['Mr. FISCHER'])
    expect(of('DDR', 1990)).toEqual([])
    expect(of('IND', 1960)).toEqual(['Mr. NEHRU', 'Mr. Krishna MENON'])
  })
})
