import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { VisavisError } from '../../../src/errors.ts'
import { cardId, PlanQueues } from '../../../src/work/queue/plan-queues.ts'
import { queueAddress } from '../../../src/work/queue/queue-address.ts'
import { queueExecutor } from '../../../src/work/queue/queue-executor.ts'
import { queueStatus, statusMetrics, statusText } from '../../../src/work/queue/queue-status.ts'
import { type WorkerSettings, workOnQueue } from '../../../src/work/queue/queue-worker.ts'
import { reachQueue } from '../../../src/work/queue/reach-queue.ts'
import { type PlanResult, runPlan } from '../../../src/work/run-plan.ts'
import { freePorts } from '../../server/nginx.ts'
import { type Service, serviceMissing, startPostgres, startValkey } from '../../work/services.ts'
import { joiningSmall, smallPlan, smallStart, squares } from '../../work/small-work.ts'

/** A worker in this process; its cells are in others, as always. */
interface TestWorker {
  readonly told: string[]
  readonly ended: Promise<void>
  stop(): Promise<void>
}

describe.each([
  { name: 'Valkey', which: 'valkey', start: startValkey },
  { name: 'PostgreSQL', which: 'postgres', start: startPostgres },
] as const)('a queue on $name', ({ which, start }) => {
  const missing = serviceMissing(which)
  // where all tests must run, a service that is missing is a failure
  const run = missing === undefined || process.env['VISAVIS_ALL_TESTS'] !== undefined ? test : test.skip
  let service: Service
  beforeAll(async () => {
    if (missing !== undefined) return
    const [port] = await freePorts(1)
    service = await start({ port: port!, password: 'secret' })
  })
  afterAll(() => service?.stop())

  const workers: TestWorker[] = []
  function startWorker(settings: Partial<WorkerSettings> = {}): TestWorker {
    const stopping = new AbortController()
    const told: string[] = []
    const ended = workOnQueue(queueAddress(service.url), {
      ...{ start: smallStart, processes: 1, lock: 4, version: 'test', needRecord: async () => undefined },
      ...{ signal: stopping.signal, tell: (text: string) => void told.push(text), ...settings },
    })
    ended.catch(() => undefined)
    const stop = async (): Promise<void> => {
      stopping.abort()
      await ended.catch(() => undefined)
    }
    const worker = { told, ended, stop }
    workers.push(worker)
    return worker
  }
  const stopWorkers = async (): Promise<void> => void (await Promise.all(workers.splice(0).map((worker) => worker.stop())))

  function runQueued(
    file: string,
    folder: string,
    { signal = new AbortController().signal, tell = (_: string): void => undefined } = {},
  ): Promise<PlanResult> {
    return runPlan(file, join(folder, 'result'), joiningSmall, { executor: queueExecutor(queueAddress(service.url)), signal, tell })
  }
  const log = (): string => join(mkdtempSync(join(tmpdir(), 'visavis-log-')), 'log')
  const executionsIn = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length

  run('gives the result of one machine with three workers, each cell once, and tells how far it is', async () => {
    const file = log()
    const plan = await smallPlan(24, 2, { sleep: 200, log: file })
    for (let i = 0; i < 3; i++) startWorker()
    const running = runQueued(plan.file, plan.folder)
    await expect.poll(async () => (await queueStatus(queueAddress(service.url))).done, { timeout: 30_000 }).toBeGreaterThan(2)
    const status = await queueStatus(queueAddress(service.url))
    expect(status).toMatchObject({ of: 12, failed: 0, plans: [{ operation: 'small', finished: null, hash: plan.plan.hash }] })
    expect(status.plans[0]!.workers.length).toBe(3)
    expect(status.queue).not.toContain('secret')
    const { file: result } = await running
    expect(readFileSync(result, 'utf8')).toBe(squares(24))
    const end = await queueStatus(queueAddress(service.url))
    expect(end).toMatchObject({ done: 12, of: 12, failed: 0, executions: 12 })
    expect(executionsIn(file)).toBe(12)
    expect(statusText(end)).toMatch(/12 of 12 cells \(100\.0 %\), [\d.]+ a minute, finished\n {2}12 executions, 0 repeated; 0 cells failed/)
    expect(statusMetrics(end)).toMatch(/^visavis_work_cells_done\{plan="\w{12}",operation="small"\} 12$/m)
    await stopWorkers()
  })

  run('leaves a card that is no plan aside, names it, and goes on with the others', async () => {
    const queues = await PlanQueues.connect(queueAddress(service.url), () => undefined)
    await queues.cards.add('plan', null as never, { jobId: 'bad-null' })
    await queues.cards.add('plan', { hash: 7 } as never, { jobId: 'bad-hash' })
    onTestFinished(async () => {
      for (const id of ['bad-null', 'bad-hash']) await (await queues.cards.getJob(id))?.remove()
      await queues.close()
    })
    const worker = startWorker()
    const plan = await smallPlan(4, 2, {})
    const { file: result } = await runQueued(plan.file, plan.folder)
    expect(readFileSync(result, 'utf8')).toBe(squares(4))
    const status = await queueStatus(queueAddress(service.url))
    expect([...status.badCards].sort()).toEqual(['bad-hash', 'bad-null'])
    expect(statusText(status)).toMatch(/2 in the queue are no plans and left aside: bad-/)
    expect(worker.told.filter((text) => text.includes('leaves aside the card'))).toHaveLength(2)
    await stopWorkers()
  })

  run('lets a plan be started twice at once: each cell is run once, and both have the result', async () => {
    const file = log()
    const plan = await smallPlan(20, 2, { sleep: 100, log: file })
    startWorker({ processes: 2 })
    const [one, two] = await Promise.all([runQueued(plan.file, plan.folder), runQueued(plan.file, plan.folder)])
    expect(one.sha256).toBe(two.sha256)
    expect(readFileSync(one.file, 'utf8')).toBe(squares(20))
    expect(executionsIn(file)).toBe(10)
    await stopWorkers()
  })

  run('parks a cell that fails at every try with its error, one that ends its process too, and keeps the others', async () => {
    const file = log()
    const plan = await smallPlan(8, 1, { bad: [2], deadly: [5], log: file })
    startWorker()
    await expect(runQueued(plan.file, plan.folder)).rejects.toThrow(
      /2 of 8 cells failed; the others are kept\n {2}items 3 to 3, tried 3 times: [\s\S]*item 2 cannot be squared[\s\S]*items 6 to 6, tried 3 times: its process ended with SIGKILL/,
    )
    expect(executionsIn(file)).toBe(6 + 3 + 3)
    const status = await queueStatus(queueAddress(service.url))
    expect(status).toMatchObject({ done: 6, of: 8, failed: 2, executions: 12 })
    expect(status.plans[0]!.failures.map(({ cell }) => cell).sort()).toEqual([2, 5])
    // run again, only these are tried
    await expect(runQueued(plan.file, plan.folder)).rejects.toThrow('2 of 8 cells failed')
    expect(executionsIn(file)).toBeLessThanOrEqual(12 + 6)
    await stopWorkers()
  })

  run('has the cells of a worker that is stopped taken by another at once', async () => {
    const plan = await smallPlan(6, 1, { sleep: 1500 })
    const first = startWorker({ processes: 2, lock: 60 })
    const running = runQueued(plan.file, plan.folder)
    await expect.poll(async () => (await queueStatus(queueAddress(service.url))).plans[0]!.active.length, { timeout: 30_000 }).toBe(2)
    await first.stop()
    startWorker({ processes: 3, lock: 60 })
    expect(readFileSync((await running).file, 'utf8')).toBe(squares(6))
    await stopWorkers()
  })

  run('keeps its cells when the planner is stopped, and the next planner joins what was done meanwhile', async () => {
    const file = log()
    const plan = await smallPlan(8, 1, { sleep: 300, log: file })
    const stopping = new AbortController()
    const told: string[] = []
    const running = runQueued(plan.file, plan.folder, { signal: stopping.signal, tell: (text) => void told.push(text) })
    startWorker()
    await expect.poll(async () => (await queueStatus(queueAddress(service.url))).done, { timeout: 30_000 }).toBeGreaterThan(1)
    stopping.abort()
    await expect(running).rejects.toMatchObject({ code: 'Interrupted' })
    expect(told).toContain('the cells stay in the queue; its workers go on with them')
    await expect.poll(async () => (await queueStatus(queueAddress(service.url))).done, { timeout: 30_000 }).toBe(8)
    expect(readFileSync((await runQueued(plan.file, plan.folder)).file, 'utf8')).toBe(squares(8))
    expect(executionsIn(file)).toBe(8)
    await stopWorkers()
  })

  run('gives no cell to a worker of another version or without the record, which says so', async () => {
    const file = log()
    const plan = await smallPlan(4, 1, { log: file })
    const old = startWorker({ version: '0.0.1' })
    const without = startWorker({
      needRecord: async () => {
        throw new VisavisError('NoSnapshot', 'there is no record none here')
      },
    })
    const told: string[] = []
    const running = runQueued(plan.file, plan.folder, { tell: (text) => void told.push(text) })
    await expect.poll(() => told.filter((text) => text.includes('refuses the plan')).length, { timeout: 30_000 }).toBe(2)
    expect(old.told.at(-1)).toMatch(/^refuses plan \w{12}: it was made by version test, this is 0\.0\.1$/)
    expect(without.told.at(-1)).toContain('there is no record none here')
    expect((await queueStatus(queueAddress(service.url))).executions).toBe(0)
    startWorker()
    expect(readFileSync((await running).file, 'utf8')).toBe(squares(4))
    expect(executionsIn(file)).toBe(4)
    await stopWorkers()
  })

  run('keeps every line that workers say of a plan at the same moment', async () => {
    const plan = await smallPlan(5, 1)
    const stopping = new AbortController()
    const running = runQueued(plan.file, plan.folder, { signal: stopping.signal }).catch(() => undefined)
    const newest = async () => (await queueStatus(queueAddress(service.url))).plans[0]
    await expect.poll(async () => (await newest())?.of, { timeout: 30_000 }).toBe(5)
    const { hash } = (await newest())!
    const many = await Promise.all(Array.from({ length: 3 }, () => PlanQueues.connect(queueAddress(service.url), () => undefined)))
    try {
      const lines = Array.from({ length: 21 }, (_, i) => `line ${i}`)
      await Promise.all(lines.map((line, i) => many[i % 3]!.note(hash, line)))
      const { logs } = await many[0]!.cards.getJobLogs(cardId(hash))
      expect(logs.filter((line) => line.startsWith('line ')).sort()).toEqual([...lines].sort())
    } finally {
      await Promise.all(many.map((one) => one.close()))
      stopping.abort()
      await running
    }
  })

  run('that is started anew in the middle loses nothing', async () => {
    const plan = await smallPlan(16, 1, { sleep: 400 })
    startWorker({ processes: 2 })
    const running = runQueued(plan.file, plan.folder)
    await expect.poll(async () => (await queueStatus(queueAddress(service.url))).done, { timeout: 30_000 }).toBeGreaterThan(2)
    await service.restart()
    expect(readFileSync((await running).file, 'utf8')).toBe(squares(16))
    await stopWorkers()
  })

  run('gets cells again that it has forgotten: what is done is what is in the folder', async () => {
    const plan = await smallPlan(6, 1, { sleep: 300 })
    const running = runQueued(plan.file, plan.folder)
    await expect.poll(async () => (await queueStatus(queueAddress(service.url))).plans[0]!.waiting, { timeout: 30_000 }).toBe(6)
    const { PlanQueues } = await import('../../../src/work/queue/plan-queues.ts')
    const queues = await PlanQueues.connect(queueAddress(service.url), () => undefined)
    await (await queues.cellsOf(plan.plan.hash)).obliterate({ force: true })
    await queues.close()
    startWorker()
    expect(readFileSync((await running).file, 'utf8')).toBe(squares(6))
    await stopWorkers()
  })

  run('a worker whose disk is full ends with an error and takes no more cells; another finishes', async () => {
    const plan = await smallPlan(6, 1, { sleep: 200 })
    const running = runQueued(plan.file, plan.folder)
    mkdirSync(join(plan.folder, 'result'), { recursive: true })
    const parts = join(plan.folder, 'result/parts')
    await expect.poll(async () => (await queueStatus(queueAddress(service.url))).plans[0]!.waiting, { timeout: 30_000 }).toBe(6)
    const { renameSync, rmSync } = await import('node:fs')
    renameSync(parts, `${parts}-away`)
    writeFileSync(parts, 'not a folder')
    const broken = startWorker()
    await expect(broken.ended).rejects.toMatchObject({ code: 'CannotWrite' })
    rmSync(parts)
    renameSync(`${parts}-away`, parts)
    startWorker()
    expect(readFileSync((await running).file, 'utf8')).toBe(squares(6))
    await stopWorkers()
  })

  run('refuses a wrong password without showing it, and a clock that is an hour off', async () => {
    const wrong = queueAddress(service.url.replace('secret', 'hunter2'))
    const refusal = await reachQueue(wrong).catch((cause: unknown) => cause as VisavisError)
    expect(refusal).toMatchObject({ code: 'Unreachable', message: expect.stringContaining('refuses the user or the password') })
    expect(`${(refusal as VisavisError).message} ${(refusal as VisavisError).hint}`).not.toContain('hunter2')
    const now = Date.now()
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + 3_600_000)
    await expect(reachQueue(queueAddress(service.url))).rejects.toThrow(
      /the clock of this machine is 3,(?:59\d|600|60\d) seconds ahead of that of the queue/,
    )
    clock.mockRestore()
    await pause(0)
  })
})

describe('an address of a queue', () => {
  test('that nothing answers at is told with what to do', async () => {
    const [port] = await freePorts(1)
    await expect(reachQueue(queueAddress(`redis://127.0.0.1:${port}`))).rejects.toMatchObject({
      code: 'Unreachable',
      message: expect.stringContaining(`redis://127.0.0.1:${port} does not answer`),
    })
    await expect(reachQueue(queueAddress(`postgres://u:p@127.0.0.1:${port}/x`))).rejects.toMatchObject({ code: 'Unreachable' })
  })

  test.each(['127.0.0.1:6379', 'http://a.org', '', 'amqp://a.org'])('%j is no address', (text) => {
    expect(() => queueAddress(text)).toThrow('begins with redis://')
  })
})
