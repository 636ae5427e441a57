import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { type StartedWorker, startWorker, startWorkerEarly } from '../../../src/operations/workers/worker-start.ts'

const started: StartedWorker[] = []
const kept = (one: StartedWorker): StartedWorker => {
  started.push(one)
  return one
}
afterEach(() => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL')
})

test('the process started early is given once, and only where no records are kept', () => {
  const early = kept(startWorkerEarly())
  expect(kept(startWorker({ cache: 'disk' })).child.pid).not.toBe(early.child.pid)
  expect(startWorker({ cache: 'nothing' })).toBe(early)
  expect(kept(startWorker({ cache: 'nothing' })).child.pid).not.toBe(early.child.pid)
})

test('a process started early that has ended is replaced', async () => {
  const { child } = kept(startWorkerEarly())
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = kept(startWorker({ cache: 'nothing' }))
  expect(next.child.pid).not.toBe(child.pid)
  expect(next.child.connected).toBe(true)
})
