import { afterAll, describe, expect, test, vi } from 'vitest'
import type { EveryDyadAnswer } from '../../../../src/assessments/pairs/every-dyad.ts'
import { dyadsOperation } from '../../../../src/operations/questions/dyads.ts'
import type { Context, Operation } from '../../../../src/operations/request/operation.ts'
import { WorkerPool } from '../../../../src/operations/workers/worker-pool.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

const module = new URL('../blocking.mjs', import.meta.url).href
const { operations } = (await import(module)) as { operations: readonly Operation[] }
const named = (name: string): Operation => operations.find((one) => one.name === name)!

const pool = new WorkerPool({ size: 1, cache: 'nothing', textTimeout: 240_000 })
afterAll(() => pool.close())

const context = (signal?: AbortSignal): Context => ({
  env: { VISAVIS_HOME: freshRoot() },
  today: '2026-11-29',
  now: '2026-11-29T00:00:00.000Z',
  signal,
})

const whereOf = async (): Promise<number> => ((await pool.result(named('where'), {}, context())) as { process: number }).process

describe('a question', () => {
  test('is answered elsewhere, by the same process as the one before', async () => {
    const first = await whereOf()
    expect(first).not.toBe(process.pid)
    expect(await whereOf()).toBe(first)
  })

  test('that is called off ends, though it hears nothing, and the next is answered', async () => {
    const before = await whereOf()
    const leaving = new AbortController()
    const asking = pool.result(named('block'), {}, context(leaving.signal))
    // whoever waits for the one process there is, and leaves, is not worked for either
    const waiting = pool.result(named('where'), {}, context(leaving.signal))
    setTimeout(() => leaving.abort(), 500)
    const [one, other] = await Promise.allSettled([asking, waiting])
    expect(one).toMatchObject({ reason: { code: 'Interrupted', exitCode: 130 } })
    expect(other).toMatchObject({ reason: { code: 'Interrupted' } })
    expect(await whereOf()).not.toBe(before)
  })

  test('that listens to being called off ends in good order, and its process answers the next', async () => {
    const before = await whereOf()
    const leaving = new AbortController()
    const asking = pool.result(named('patient'), {}, context(leaving.signal))
    setTimeout(() => leaving.abort(), 500)
    expect(await asking).toEqual({ ended: 'well' })
    expect(await whereOf()).toBe(before)
  })

  test('that takes more memory than there is for one is told so, and the next is answered', async () => {
    await expect(pool.result(named('hungry'), {}, context())).rejects.toMatchObject({ code: 'TooLarge' })
    expect(await whereOf()).toBeGreaterThan(0)
  })

  test('keeps the code of what the system refuses', async () => {
    await expect(pool.result(named('wrong'), {}, context())).rejects.toMatchObject({ code: 'ENOSPC', message: 'no space left' })
  })
})

/** Waits until a process has said that it is free, which it does after its answer; then lets so many milliseconds pass. */
async function idleFor(...milliseconds: readonly number[]): Promise<void> {
  while (vi.getTimerCount() === 0) await new Promise(setImmediate)
  for (const each of milliseconds) vi.advanceTimersByTime(each)
}

test('the last one that is free gives way to a fresh one after a minute, where it holds much', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const before = await whereOf()
    await idleFor(10_000, 60_000)
    expect(await whereOf()).toBe(before)
    await pool.result(named('keep'), {}, context())
    await idleFor(10_000, 59_000)
    expect(await pool.result(named('keep'), {}, context())).toMatchObject({ process: before })
    await idleFor(10_000, 60_000)
    const fresh = await whereOf()
    expect(fresh).not.toBe(before)
    await idleFor(10_000, 60_000)
    expect(await whereOf()).toBe(fresh)
  } finally {
    vi.useRealTimers()
  }
})

test('a question asked before all others is answered by the process that then answers the first reader', async () => {
  const warm = new WorkerPool({ size: 2, cache: 'nothing', textTimeout: 240_000 })
  try {
    warm.warm({ operation: named('keep'), input: {}, context: context() })
    // asked at once: it waits for that process instead of starting one that is as slow
    const [first, second] = (await Promise.all([0, 1].map(() => warm.result(named('where'), {}, context())))) as { process: number }[]
    expect(warm.memory).toBeGreaterThan(240 * 2 ** 20)
    expect(await warm.result(named('keep'), {}, context())).toMatchObject({ process: expect.toBeOneOf([first!.process, second!.process]) })
  } finally {
    warm.close()
  }
})

test('a first question that fails does not keep readers from theirs', async () => {
  const warm = new WorkerPool({ size: 1, cache: 'nothing', textTimeout: 240_000 })
  warm.warm({ operation: named('wrong'), input: {}, context: context() })
  expect(await warm.result(named('where'), {}, context())).toMatchObject({ process: expect.any(Number) })
  warm.close()
})

test('rows that are packed are rows again for who asked', async () => {
  const asked = { to: '1950-12-31', state: 'IND', domain: 'institutions', draws: 100, seed: 1 }
  const { rows } = (await pool.result(dyadsOperation, asked, context())) as EveryDyadAnswer
  expect([...rows][0]).toMatchObject({ domain: 'institutions', period: expect.any(String) })
})

test('a reading that stands still at a sentence goes on without it', async () => {
  expect(await pool.result(named('stuck'), {}, context())).toEqual({ read: [0, 1, 3, 4], refused: [2] })
})

test('an operation of the caller’s own, and a way to fetch of his, are worked out here', async () => {
  const own: Operation = { ...named('where'), from: undefined as never }
  expect(await pool.result(own, {}, context())).toEqual({ process: process.pid })
  const fetching = { ...context(), download: () => Promise.reject(new Error('unused')) }
  expect(await pool.result(named('where'), {}, fetching)).toEqual({ process: process.pid })
})
