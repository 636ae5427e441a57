import { expect, test } from 'vitest'
import { cachedBySnapshot } from '../../../src/assessments/rows/snapshot-cache.ts'
import type { Snapshot } from '../../../src/store/index.ts'

const snapshot = (): Snapshot => ({ id: 'made up' }) as unknown as Snapshot

/** Counts how often an answer is made. */
function counting(): () => Promise<number> {
  let made = 0
  return async () => ++made
}

test('an answer is worked out once a snapshot, and not shared with another', async () => {
  const [one, other] = [snapshot(), snapshot()]
  const make = counting()
  const cached = cachedBySnapshot((_snapshot, _word: string) => make())
  expect([await cached(one, 'x'), await cached(one, 'x'), await cached(other, 'x'), await cached(one, 'y')]).toEqual([1, 1, 2, 3])
})

test('two caches never share an answer, though they are asked for the same', async () => {
  const one = snapshot()
  const lengths = cachedBySnapshot(async (_snapshot, word: string) => word.length)
  const letters = cachedBySnapshot(async (_snapshot, word: string) => word.split(''))
  expect([await lengths(one, 'xy'), await letters(one, 'xy')]).toEqual([2, ['x', 'y']])
  const [first, second] = [cachedBySnapshot(counting()), cachedBySnapshot(async () => 'another')]
  expect([await first(one), await second(one), await first(one)]).toEqual([1, 'another', 1])
})

test('arguments that read alike when they are joined are different keys', async () => {
  const one = snapshot()
  const cached = cachedBySnapshot(async (_snapshot, ...words: (string | null | readonly string[])[]) => words)
  for (const words of [['a b'], ['a', 'b'], [['a', 'b']], ['null'], [null]]) expect(await cached(one, ...words)).toEqual(words)
})

test('a key of a part of the arguments leaves the others out', async () => {
  const one = snapshot()
  const cached = cachedBySnapshot(
    async (_snapshot, { id, note }: { id: string; note: string }) => `${id} ${note}`,
    ({ id }) => id,
  )
  expect([await cached(one, { id: 'x', note: 'first' }), await cached(one, { id: 'x', note: 'second' })]).toEqual(['x first', 'x first'])
  expect([cached.has(one, { id: 'x', note: 'third' }), cached.has(one, { id: 'y', note: 'first' })]).toEqual([true, false])
})

test('who asks at the same time waits for the same answer', async () => {
  const one = snapshot()
  const cached = cachedBySnapshot(counting())
  const asked = [cached(one), cached(one)]
  expect(asked[0]).toBe(asked[1])
  expect(cached.has(one)).toBe(true)
  expect(await Promise.all(asked)).toEqual([1, 1])
})

test('an answer that was made another way is kept, and one at hand is not made again', async () => {
  const one = snapshot()
  const cached = cachedBySnapshot(async (_snapshot, word: string) => word)
  expect(cached.has(one, 'x')).toBe(false)
  expect(await cached.orMake(one, ['x'], async () => 'read together')).toBe('read together')
  expect(await cached(one, 'x')).toBe('read together')
  expect(await cached.orMake(one, ['x'], async () => 'again')).toBe('read together')
})

test('what failed is asked again', async () => {
  const one = snapshot()
  let fails = true
  const cached = cachedBySnapshot(async () => {
    if (fails) throw new Error('no')
    return 'yes'
  })
  await expect(cached(one)).rejects.toThrow('no')
  expect(cached.has(one)).toBe(false)
  fails = false
  expect(await cached(one)).toBe('yes')
})

test('all caches of a snapshot keep 4096 answers together; the one not asked for longest goes first', async () => {
  const one = snapshot()
  const [numbers, words] = [cachedBySnapshot(async (_snapshot, n: number) => n), cachedBySnapshot(async (_snapshot, word: string) => word)]
  await words(one, 'first')
  await words(one, 'second')
  for (let n = 0; n < 4094; n++) await numbers(one, n)
  await words(one, 'first')
  await numbers(one, 4094)
  expect([words.has(one, 'first'), words.has(one, 'second'), numbers.has(one, 0)]).toEqual([true, false, true])
})
