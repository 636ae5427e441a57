import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readers } from '../../../../src/sources/index.ts'
import type { RowsByTable } from '../../../../src/sources/reader/edition.ts'
import { openSession } from '../../../../src/store/index.ts'
import { bytesOf, type Sample, writeFiles } from '../../../faults/sample.ts'
import { samples } from '../../../faults/samples.ts'
import { keyOf, type Verdict, verdictOn } from '../../../faults/verdict.ts'
import { freshRoot } from '../../../store/fresh-root.ts'
import { badFiles } from '../bad-input-cases.ts'

const session = await openSession({ threads: 1 })
afterAll(() => session.close())

async function read(sample: Sample, instead: ReadonlyMap<string, Uint8Array>): Promise<Verdict> {
  const loaded = await readers.find(({ id }) => id === sample.reader)!.load()
  return verdictOn(loaded, writeFiles(freshRoot(), sample.files, instead), session)
}

/** Everything that was brought but where it stood. */
function told(brought: RowsByTable | null): unknown {
  const tables = Object.entries(brought ?? {})
  return tables.map(([table, columns]) => [
    table,
    Object.entries(columns).filter(([name]) => !['locator', 'citation', 'title'].includes(name)),
  ])
}

/** What must be in a refusal: the file by its name, and something to do. */
function expectRefusal({ refusal, brought }: Verdict, file: string): void {
  expect(brought, 'it was read').toBeNull()
  expect(refusal?.message).toContain(file)
  expect(refusal?.hint ?? '').not.toBe('')
}

const cases = samples.flatMap((sample) => sample.files.flatMap((file) => badFiles(sample, file).map((bad) => ({ sample, file, bad }))))

describe.each(samples)('$reader', (sample) => {
  const own = cases.filter((one) => one.sample === sample)

  test.each(own.map((one) => [`${one.file.name}: ${one.bad.name}`, one] as const))('%s', async (_, { file, bad }) => {
    const verdict = await read(sample, new Map([[file.name, bad.bytes]]))
    expect(verdict.fault).toBeNull()
    if (bad.ends === 'refused' || verdict.refusal !== null) {
      expect(bad.ends).not.toBe('same')
      expectRefusal(verdict, file.name)
      return
    }
    const whole = (await read(sample, new Map())).brought!
    if (bad.ends !== 'fewer') return expect(told(verdict.brought)).toEqual(told(whole))
    const figures = (brought: RowsByTable): string[] =>
      (brought.observations?.['value'] ?? []).map((value, row) => `${keyOf(brought.observations!, row)} ${String(value)}`)
    expect(figures(verdict.brought!).filter((figure) => !figures(whole).includes(figure))).toEqual([])
  })

  test('a file that is not there, a directory, and (unless one may read everything) a file without permission', async () => {
    const loaded = await readers.find(({ id }) => id === sample.reader)!.load()
    const root = freshRoot()
    const [first, ...others] = writeFiles(root, sample.files) as [string, ...string[]]
    const missing = join(root, 'nowhere', sample.files[0]!.name)
    expectRefusal(await verdictOn(loaded, [missing, ...others], session), sample.files[0]!.name)
    const directory = join(root, 'directory', sample.files[0]!.name)
    mkdirSync(directory, { recursive: true })
    expectRefusal(await verdictOn(loaded, [directory, ...others], session), 'it is a directory')
    chmodSync(first, 0)
    if (process.getuid?.() !== 0) expectRefusal(await verdictOn(loaded, [first, ...others], session), 'you may not read it')
  })
})

/** A figure that may not be negative, put below zero. */
const negative: readonly (readonly [reader: string, figure: string])[] = [
  ['armenia-customs', '1100.5'],
  ['baci', '53676.3'],
  ['baci-year', '5.5'],
  ['comext-fossil', '1000'],
  ['comext', '1010'],
  ['comtrade', '1234'],
  ['cow-trade', '611.86'],
  ['imf-imts', '37494308017'],
  ['uzbekistan-customs', '1000.5'],
  ['wiod', '51.5'],
  ['crea-tracker', '1001.5'],
  ['eurostat-energy', '4000'],
  ['aiddata-public-diplomacy', '1677'],
  ['china-global-investment-tracker', '120'],
  ['sipri-tiv-table', '552'],
  ['cow-igo', '17'],
  ['gdelt-normalisation', '4321'],
  ['cow-nmc', '3823'],
  ['gdp-estimates', '2668.1'],
  ['geodist', '5795.25'],
  ['world-bank', '14687744162801'],
  ['world-bank', '17881783387000.5'],
  ['crea-tracker', '2006'],
]

test.each(negative)('%s: a negative figure where there can be none is refused with its line', async (reader, figure) => {
  const textOf = (sample: Sample): string => Buffer.from(bytesOf(sample.files[0]!)).toString('latin1')
  const sample = samples.find((one) => one.reader === reader && textOf(one).includes(figure))!
  const file = sample.files[0]!
  const text = textOf(sample)
  const verdict = await read(sample, new Map([[file.name, Buffer.from(text.replaceAll(figure, `-${figure}`), 'latin1')]]))
  expectRefusal(verdict, file.name)
})

const sheets: readonly (readonly [reader: string, figure: number])[] = [
  ['georgia-customs', 3798.4],
  ['imf-dots', 57320.5],
  ['kazakhstan-customs', 2000.25],
  ['kyrgyzstan-customs', 291.4],
  ['russian-customs', 2500],
  ['sipri-milex', 257973.5],
  ['aiddata-china-finance', 2.5e9],
  ['kiel-ukraine-support-workbook', 5e8],
  ['comext-sanctioned', 5100],
]

test.each(sheets)('%s: a negative figure in a cell is refused with the cell', async (reader, figure) => {
  const sample = samples.find((one) => one.reader === reader)!
  const file = sample.files[0]!
  if (file.kind !== 'book') throw new Error('not a workbook')
  const changed = Object.fromEntries(
    Object.entries(file.sheets).map(([name, rows]) => [name, rows.map((row) => row.map((cell) => (cell === figure ? -figure : cell)))]),
  )
  expect(changed).not.toEqual(file.sheets)
  expectRefusal(await read(sample, new Map([[file.name, bytesOf({ ...file, sheets: changed })]])), file.name)
})
