import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VisavisError } from '../../../src/errors.ts'
import { checkInput } from '../../../src/operations/index.ts'
import { addOperation } from '../../../src/operations/record-questions/add.ts'
import { bytesOf, type Sample, writeFiles } from '../../faults/sample.ts'
import { samples } from '../../faults/samples.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { badFiles } from './bad-input-cases.ts'

let home = ''
let before: string[] = []

const held = async (): Promise<string[]> => (await readdir(home, { recursive: true })).sort()

async function add(sample: Sample, instead: ReadonlyMap<string, Uint8Array>, accept = false): Promise<unknown> {
  const files = writeFiles(freshRoot(), sample.files, instead)
  const { run } = await addOperation.load()
  const context = { env: { VISAVIS_HOME: home }, today: '2027-01-01', now: '2027-01-01T00:00:00Z' }
  return run(checkInput(addOperation, { source: sample.reader, files, accept }), context)
}

const baci = samples.find(({ reader }) => reader === 'baci')!

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-'))
})
afterAll(() => rm(home, { recursive: true }))

test('a good file is stored', async () => {
  await add(baci, new Map(), true)
  before = await held()
  expect(before.filter((path) => path.endsWith('manifest.json')).length).toBe(1)
})

test.each(samples)('$reader: a bad file is refused by add, and the store is as it was', async (sample) => {
  for (const file of sample.files) {
    const wanted = ['a file of another source', 'an empty file', 'a web page that says that there is nothing', 'a file that is cut off']
    const bad = badFiles(sample, file).filter(({ name, ends }) => ends === 'refused' && wanted.includes(name))
    expect(bad.length).toBeGreaterThan(2)
    for (const { name, bytes } of bad) {
      const error = await add(sample, new Map([[file.name, bytes]])).catch((cause: unknown) => cause)
      expect(error, name).toBeInstanceOf(VisavisError)
      expect((error as VisavisError).code, name).toBe('BadInput')
    }
  }
  expect(await held()).toEqual(before)
})

/** Forms that carry totals: what to change, and to what, so that they no longer add up. */
const totals: readonly (readonly [reader: string, file: string, figure: string, other: string])[] = [
  ['sipri-tiv-table', 'import-values.csv', '1669,100%,1669', '2669,100%,2669'],
  ['sipri-tiv-table', 'import-values.csv', 'India,1000,', 'India,3000,'],
  ['kiel-ukraine-support-tables', 'country_summary.csv', '0.5,0.75,', '0.5,0.8,'],
]

test.each(totals)(
  '%s: totals in %s that do not add up (%s, %s) are refused, and the store is as it was',
  async (reader, name, figure, other) => {
    const sample = samples.find((one) => one.reader === reader)!
    const text = Buffer.from(bytesOf(sample.files.find((file) => file.name === name)!)).toString('latin1')
    expect(text).toContain(figure)
    await expect(add(sample, new Map([[name, Buffer.from(text.replace(figure, other), 'latin1')]]))).rejects.toMatchObject({
      code: 'BadInput',
    })
    expect(await held()).toEqual(before)
  },
)
