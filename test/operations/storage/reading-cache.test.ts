import { expect, test } from 'vitest'
import { openRecordCache } from '../../../src/operations/request/record-cache.ts'
import { cachedReading } from '../../../src/operations/storage/reading-cache.ts'

/** Counts how often it had to read. */
function reader(): { read: () => Promise<number>; times: () => number } {
  let times = 0
  return { read: async () => ++times, times: () => times }
}

test('a text is read once by a door that keeps records, and again where anything that it depends on is other', async () => {
  const records = openRecordCache()
  const { read, times } = reader()
  expect(await cachedReading(records, ['a', '2024'], read)).toBe(1)
  expect(await cachedReading(records, ['a', '2024'], read)).toBe(1)
  expect(await cachedReading(records, ['a', '2025'], read)).toBe(2)
  expect(await cachedReading(openRecordCache(), ['a', '2024'], read)).toBe(3)
  expect(times()).toBe(3)
})

test('only the last few stay at hand; what is asked for again stays longer', async () => {
  const records = openRecordCache()
  const { read } = reader()
  for (const name of ['a', 'b', 'c', 'a', 'd']) await cachedReading(records, [name], read)
  expect(await cachedReading(records, ['a'], read)).toBe(1)
  expect(await cachedReading(records, ['b'], read)).toBe(5)
})

test('the command line reads anew, and what failed is not kept', async () => {
  const { read, times } = reader()
  await cachedReading(undefined, ['a'], read)
  await cachedReading(undefined, ['a'], read)
  expect(times()).toBe(2)
  const records = openRecordCache()
  await expect(cachedReading(records, ['a'], () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
  expect(await cachedReading(records, ['a'], read)).toBe(3)
})
