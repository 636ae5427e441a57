import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { planWork, runCells, runWork, type WorkContext, workFor } from '../../../src/operations/work/run-work.ts'
import { findSnapshot } from '../../../src/store/index.ts'
import { ended } from '../../server/ended.ts'
import { grow, storeWithRecord } from '../../server/grown-store.ts'
import { freePorts } from '../../server/nginx.ts'
import { openServer } from '../../server/open-server.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const server = '/usr/bin/valkey-server'

interface Machine {
  readonly told: string[]
  readonly context: WorkContext
  has(id: string): Promise<boolean>
}

/** A machine with a store of its own. */
function machine(home = freshRoot(), signal = new AbortController().signal): Machine {
  const told: string[] = []
  const env = { ...process.env, VISAVIS_HOME: home }
  return {
    told,
    context: { env, signal, tell: (text) => void told.push(text) },
    has: (id) =>
      findSnapshot({ snapshot: id, env }).then(
        () => true,
        () => false,
      ),
  }
}

/** A plan to read two texts with a record that only one machine has, which offers it. */
async function planned(): Promise<{ plan: string; snapshot: string; folder: string; url: string; owner: Machine }> {
  const [home, folder] = [freshRoot(), freshRoot()]
  const { id } = grow(home, storeWithRecord(home), 'another note')
  const texts = join(folder, 'texts')
  mkdirSync(texts)
  writeFileSync(join(texts, 'a.txt'), 'Both China and Russia belong to BRICS.')
  writeFileSync(join(texts, 'b.txt'), 'India and China fought a war in 1962.')
  const plan = join(folder, 'plan.json')
  const owner = machine(home)
  const asked = { paths: [texts], date: '2024-05-01' }
  await planWork(
    'read-all',
    asked,
    { env: owner.context.env, today: '2026-12-01', now: '2026-12-01T00:00:00.000Z' },
    { file: plan, cell: 1 },
  )
  const { url } = await openServer({ env: { VISAVIS_HOME: home }, open: { offerRecords: true } })
  return { plan, snapshot: id, folder, url, owner }
}

test('a task of a cluster and a run fetch the record of their plan; without a place they say what is missing', async () => {
  const { plan, snapshot, folder, url, owner } = await planned()
  const { sha256 } = await runWork(plan, join(folder, 'own'), { processes: 1 }, owner.context)
  const task = machine()
  const cells = { index: 0, of: 2, processes: 1 }
  await expect(runCells(plan, join(folder, 'result'), cells, task.context)).rejects.toMatchObject({
    code: 'NoSnapshot',
    message: `the record ${snapshot} is not on this machine`,
  })
  expect(await runCells(plan, join(folder, 'result'), { ...cells, records: url }, task.context)).toBe(0)
  expect(await task.has(snapshot)).toBe(true)
  const other = machine()
  await expect(runWork(plan, join(folder, 'result'), { processes: 1 }, other.context)).rejects.toMatchObject({ code: 'NoSnapshot' })
  const joined = await runWork(plan, join(folder, 'result'), { processes: 1, records: url }, other.context)
  expect(joined.sha256).toBe(sha256)
  expect(other.told).toContain('1 of 2 cells were done before')
})

test('a worker of a queue without the record refuses the plan, and one with a place fetches it', async ({ skip }) => {
  if (!existsSync(server)) return skip('valkey-server is needed: apt-get install valkey-server')
  const [port] = await freePorts(1)
  const valkey = spawn(server, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', freshRoot()], {
    stdio: 'ignore',
  })
  onTestFinished(() => ended(valkey))
  const queue = `redis://127.0.0.1:${port}`
  const { plan, snapshot, folder, url, owner } = await planned()
  const stop = new AbortController()
  const [without, helped] = [machine(freshRoot(), stop.signal), machine(freshRoot(), stop.signal)]
  await pause(500)
  const poor = workFor(queue, { lock: 30, processes: 1 }, without.context)
  const running = runWork(plan, join(folder, 'result'), { queue }, owner.context)
  while (!without.told.some((text) => text.includes('refuses plan'))) await pause(50)
  expect(without.told.join('\n')).toContain(`the record ${snapshot} is not on this machine`)
  const working = workFor(queue, { lock: 30, processes: 1, records: url }, helped.context)
  const { sha256 } = await running
  stop.abort()
  await Promise.all([poor, working])
  expect(sha256).toBe((await runWork(plan, join(folder, 'own'), { processes: 1 }, owner.context)).sha256)
  expect([await without.has(snapshot), await helped.has(snapshot)]).toEqual([false, true])
  expect(owner.told.join('\n')).toContain('refuses the plan')
})
