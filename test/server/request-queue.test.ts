import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { RequestQueue } from '../../src/server/request-queue.ts'

const never = new AbortController().signal

/** Work that ends when the test says so. */
function work(): { done: () => void; promise: Promise<void> } {
  let done = (): void => undefined
  const promise = new Promise<void>((resolve) => {
    done = resolve
  })
  return { done, promise }
}

test('so many are worked out at a time, in the order in which they came', async () => {
  const turns = new RequestQueue(2, 60_000)
  const begun: number[] = []
  const all = [work(), work(), work(), work()]
  const taken = all.map((one, n) =>
    turns.take(never, () => {
      begun.push(n)
      return one.promise
    }),
  )
  await pause(5)
  expect(begun).toEqual([0, 1])
  all[1]!.done()
  await taken[1]
  await pause(5)
  expect(begun).toEqual([0, 1, 2])
  for (const one of all) one.done()
  await Promise.all(taken)
  expect(begun).toEqual([0, 1, 2, 3])
})

test('work that takes longer than a turn goes on, and the next begins', async () => {
  const turns = new RequestQueue(1, 20)
  const long = work()
  const first = turns.take(never, () => long.promise)
  expect(await turns.take(never, async () => 'next')).toBe('next')
  long.done()
  await first
  expect(await turns.take(never, async () => 'after')).toBe('after')
})

test('who leaves gives up his turn, or his place among those who wait; work that fails frees its place', async () => {
  const turns = new RequestQueue(1, 60_000)
  const [leaving, waiting] = [new AbortController(), new AbortController()]
  const held = turns.take(leaving.signal, () => work().promise)
  const refused = turns.take(waiting.signal, async () => 'never')
  waiting.abort()
  await expect(refused).rejects.toMatchObject({ name: 'AbortError' })
  const next = turns.take(never, async () => 'next')
  leaving.abort()
  expect(await next).toBe('next')
  await expect(turns.take(never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await turns.take(never, async () => 'still free')).toBe('still free')
  void held
})
