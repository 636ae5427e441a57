import { readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readers } from '../../src/sources/index.ts'
import type { RowsByTable } from '../../src/sources/reader/edition.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { zipOf } from './event-files.ts'

const pairs = 'ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2\n365,710,2014,50.9,37.5,50.9,37.5\n'
const totals = 'ccode,year,imports,exports\n365,2014,280,490\n'

afterEach(() => {
  vi.unstubAllEnvs()
})

async function read(id: string, ...archives: Buffer[]): Promise<RowsByTable> {
  const root = freshRoot()
  const paths = archives.map((_, i) => join(root, `a${i}.zip`))
  archives.forEach((bytes, i) => void writeFileSync(paths[i]!, bytes))
  const { read } = await readers.find((reader) => reader.id === id)!.load()
  return read(paths, undefined as never, () => undefined)
}

test('the archive as it is served: the files that are wanted are read, the rest is passed over, nothing is left behind', async () => {
  vi.stubEnv('TMPDIR', freshRoot())
  const archive = zipOf([
    ['COW_Trade_4.0/COW_Trade_4.0_Codebook.pdf', '%PDF'],
    ['COW_Trade_4.0/Dyadic_COW_4.0.csv', pairs],
    ['COW_Trade_4.0/National_COW_4.0.csv', totals],
    ['__MACOSX/COW_Trade_4.0/._Dyadic_COW_4.0.csv', 'Mac'],
  ])
  const { observations } = await read('cow-trade', archive)
  expect(observations?.['locator']).toEqual(expect.arrayContaining(['Dyadic_COW_4.0.csv:2', 'National_COW_4.0.csv:2']))
  expect(observations?.['value']).toHaveLength(4)
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('visavis-zip-'))).toEqual([])
})

test('an archive in the archive is opened, one step deep', async () => {
  const head = 'stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n'
  const inner = zipOf([['NMC-70-abridged.csv', `${head}CHN,710,2022,242409000,2535,1018000,4000000,1425887,900000,0.234,2021\n`]])
  const { observations } = await read('cow-nmc', zipOf([['NMCv7/NMC-v7-abridged.zip', inner]]))
  expect(observations?.['indicator']).toContain('cinc')
})

test('what is not there, damaged, locked or given twice is refused with its name, and what to do', async () => {
  await expect(read('atop', zipOf([['readme.txt', 'x']]))).rejects.toThrow('a0.zip holds readme.txt: nothing that this source reads')
  await expect(read('atop', Buffer.from('<html>'))).rejects.toThrow('a0.zip:1 is a web page, not data')
  await expect(read('atop', Buffer.from('no zip'))).rejects.toThrow('a0.zip is not a whole zip file')
  const good = zipOf([['Dyadic_COW_4.0.csv', pairs]])
  await expect(read('cow-trade', good.subarray(0, good.length - 30))).rejects.toThrow('a0.zip is not a whole zip file')
  await expect(read('cow-trade', good, good)).rejects.toThrow('a1.zip holds Dyadic_COW_4.0.csv, which was given already')
  await expect(read('cow-trade', altered(good, 16, 1))).rejects.toThrow('Dyadic_COW_4.0.csv does not match its checksum')
  await expect(read('cow-trade', altered(good, 8, 1))).rejects.toThrow('Dyadic_COW_4.0.csv is under a password')
})

/** The archive with four bytes of the directory's first entry changed. */
function altered(archive: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(archive)
  copy.writeUInt32LE(value, copy.indexOf('PK\x01\x02', 0, 'latin1') + at)
  return copy
}

test('a bomb is refused: one that says its size before it is unpacked, one that lies at the size it says', async () => {
  const zeros = zipOf([['Dyadic_COW_4.0.csv', Buffer.alloc(2 ** 24)]])
  expect(zeros.length).toBeLessThan(2 ** 16)
  await expect(read('cow-trade', altered(zeros, 24, 2 ** 31))).rejects.toThrow('Dyadic_COW_4.0.csv unpacks to more than is read')
  await expect(read('cow-trade', altered(zeros, 24, 100))).rejects.toThrow('Dyadic_COW_4.0.csv is damaged, or unpacks to more')
})
