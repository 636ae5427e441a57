import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { once } from '../../../src/assessments/rows/snapshot-cache.ts'
import type { Snapshot } from '../../../src/store/index.ts'

const snapshot = (): Snapshot => ({ id: 'made up' }) as unknown as Snapshot

test('an answer is worked out once a snapshot, and not shared with another', async () => {
  const [one, other] = [snapshot(), snapshot()]
  let made = 0
  const make = async (): Promise<number> => ++made
  expect([await once(one, 'x', make), await once(one, 'x', make), await once(other, 'x', make), await once(one, 'y', make)]).toEqual([
    1, 1, 2, 3,
  ])
})

test('what failed is asked again', async () => {
  const one = snapshot()
  await expect(once(one, 'x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await once(one, 'x', async () => 'yes')).toBe('yes')
})

test('no two places keep different things under the same words', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const places = sources.flatMap((name) =>
    [...readFileSync(join('src', name), 'utf8').matchAll(/\bonce\(\s*(?:\w+\.)?snapshot,\s*['`]([^'`$]{4,})/g)].map(([, words]) => words!),
  )
  expect(places.length).toBeGreaterThan(40)
  expect(places.filter((words, index) => places.indexOf(words) !== index)).toEqual([])
})
