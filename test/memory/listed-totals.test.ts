import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMemory } from '../../src/memory/index.ts'
import { openSnapshot, type Snapshot } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { bundled, type Flow, writeSmallRecord } from './small-record.ts'

// Kenya tells all economies 1,000: more than its two partners that are states
const withTotal: Flow[] = [
  ['KEN', 'TZA', 2020, 300],
  ['KEN', 'UGA', 2020, 100],
  ['TZA', 'KEN', 2020, 100],
  ['KEN', 'WLD', 2020, 1000, 'goods-listed-total'],
]
let whole: Snapshot
beforeAll(async () => {
  whole = await bundled()
  await openMemory(whole)
}, 120_000)
afterAll(() => whole.close())

const share = async (of: Snapshot, id: string, a: string, b: string, year: number): Promise<unknown> =>
  (await of.rows(`SELECT value, n FROM figures WHERE figure = '${id}' AND a = '${a}' AND b = '${b}' AND year = ${year}`))[0]

test('a share is of the total that the list tells, where it tells one, else of the sum over the partners', async () => {
  const root = freshRoot()
  await writeSmallRecord(root, withTotal)
  const small = await openSnapshot(root)
  await openMemory(small)
  expect(await share(small, 'export-share', 'KEN', 'TZA', 2020)).toEqual({ value: 0.3, n: null })
  expect(await share(small, 'import-share', 'KEN', 'TZA', 2020)).toEqual({ value: 1, n: 1 })
  await small.close()
})

test.each([
  ['CHN', 'USA', 0.129],
  ['VNM', 'CHN', 0.207],
  ['PHL', 'JPN', 0.105],
])('%s to %s in 2023 by the provider’s own rows, Hong Kong in the whole', async (from, to, told) => {
  const row = (await share(whole, 'export-share', from, to, 2023)) as { value: number }
  expect(row.value).toBeCloseTo(told, 3)
})
