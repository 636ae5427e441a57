import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { VisavisError } from '../../../src/errors.ts'
import { queueAddress } from '../../../src/work/queue/queue-address.ts'
import { queueExecutor } from '../../../src/work/queue/queue-executor.ts'
import { queueStatus } from '../../../src/work/queue/queue-status.ts'
import { workOnQueue } from '../../../src/work/queue/queue-worker.ts'
import { reachQueue } from '../../../src/work/queue/reach-queue.ts'
import { type PlanResult, runPlan } from '../../../src/work/run-plan.ts'
import { freePorts } from '../../server/nginx.ts'
import { type Certificate, makeCertificate, type Service, serviceMissing, startPostgres, startValkey } from '../../work/services.ts'
import { joiningSmall, smallPlan, smallStart, squares } from '../../work/small-work.ts'

/** A connection of another program; rejects if the service has no more. */
async function someoneElse({ url }: Service): Promise<{ close(): Promise<unknown>; count(): Promise<number> }> {
  if (url.startsWith('redis')) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => undefined)
    await client.connect()
    await client.ping()
    return {
      close: async () => client.disconnect(),
      count: async () => ((await client.client('LIST')) as string).trim().split('\n').length - 1,
    }
  }
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const others = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
  return { close: () => client.end(), count: async () => (await client.query<{ n: number }>(others)).rows[0]!.n }
}

/** Takes all connections that are left, and gives them back. */
async function takeAll(service: Service): Promise<() => Promise<void>> {
  const taken: Awaited<ReturnType<typeof someoneElse>>[] = []
  for (;;) {
    const one = await someoneElse(service).catch(() => undefined)
    if (one === undefined) break
    taken.push(one)
  }
  return async () => void (await Promise.all(taken.map((one) => one.close())))
}

describe.each([
  { name: 'Valkey', which: 'valkey', start: startValkey, perWorker: 4, perPlanner: 2, setting: 'maxclients' },
  { name: 'PostgreSQL', which: 'postgres', start: startPostgres, perWorker: 2, perPlanner: 1, setting: 'max_connections' },
] as const)('the connections of $name', ({ which, start, perWorker, perPlanner, setting }) => {
  const missing = serviceMissing(which)
  const run = missing === undefined || process.env['VISAVIS_ALL_TESTS'] !== undefined ? test : test.skip
  let service: Service
  beforeAll(async () => {
    if (missing === undefined) service = await start({ port: (await freePorts(1))[0]!, connections: 14 })
  })
  afterAll(() => service?.stop())

  function startWorker(told: string[] = []): { stop(): Promise<void> } {
    const stopping = new AbortController()
    const ended = workOnQueue(queueAddress(service.url), {
      ...{ start: smallStart, processes: 1, lock: 4, version: 'test', needRecord: async () => undefined },
      ...{ signal: stopping.signal, tell: (text: string) => void told.push(text) },
    })
    ended.catch((cause: Error) => told.push(`ended: ${cause.message}`))
    const stop = async (): Promise<void> => {
      stopping.abort()
      await ended.catch(() => undefined)
    }
    onTestFinished(stop)
    return { stop }
  }
  function runQueued({ file, folder }: { file: string; folder: string }, signal = new AbortController().signal): Promise<PlanResult> {
    const executor = queueExecutor(queueAddress(service.url))
    return runPlan(file, join(folder, 'result'), joiningSmall, { executor, signal, tell: () => undefined })
  }
  const status = () => queueStatus(queueAddress(service.url))
  const planCount = async (): Promise<number> => (await status()).plans.length
  /** Cells that are done of a plan that came after so many others. */
  const doneAfter = async (others: number): Promise<number> => {
    const { plans, done } = await status()
    return plans.length > others ? done : 0
  }
  const bytesOf = (items: number): string => createHash('sha256').update(squares(items)).digest('hex')

  run(`are ${perWorker} for a worker and ${perPlanner} for the planner`, async () => {
    const watcher = await someoneElse(service)
    const plan = await smallPlan(12, 1, { sleep: 300 })
    for (let i = 0; i < 2; i++) startWorker()
    const result = runQueued(plan)
    await expect.poll(() => watcher.count(), { timeout: 20_000 }).toBe(2 * perWorker + perPlanner)
    const counts: number[] = []
    let isDone = false
    void result.finally(() => (isDone = true))
    while (!isDone) {
      counts.push(await watcher.count())
      await pause(50)
    }
    expect((await result).sha256).toBe(bytesOf(12))
    expect(Math.max(...counts)).toBe(2 * perWorker + perPlanner)
    await watcher.close()
  })

  run('that are all taken: a planner says so, a worker waits for one, and goes on when it has it', async () => {
    const giveBack = await takeAll(service)
    const told: string[] = []
    startWorker(told)
    const plan = await smallPlan(4, 1)
    const says = { code: 'Unreachable', message: expect.stringContaining('has no free connection'), hint: expect.stringContaining(setting) }
    await expect(runQueued(plan)).rejects.toMatchObject(says)
    await expect(queueStatus(queueAddress(service.url))).rejects.toMatchObject(says)
    await expect.poll(() => told, { timeout: 10_000 }).toEqual([expect.stringMatching(/has no free connection; tries again \(raise max/)])
    await giveBack()
    expect((await runQueued(plan)).sha256).toBe(bytesOf(4))
    expect(told.filter((text) => text.includes('no free connection')).length).toBe(1)
  })

  run('that are lost, and then taken by others, are had again later: nothing is lost', async () => {
    const told: string[] = []
    startWorker(told)
    const plan = await smallPlan(8, 1, { sleep: 300 })
    const plans = await planCount()
    const result = runQueued(plan)
    await expect.poll(() => doneAfter(plans), { timeout: 20_000 }).toBeGreaterThan(0)
    await service.restart()
    const giveBack = await takeAll(service)
    await pause(3000)
    await giveBack()
    expect((await result).sha256).toBe(bytesOf(8))
    expect(told.filter((text) => text.startsWith('ended'))).toEqual([])
  })

  run('that are all gone hold up neither a worker nor a planner that is told to stop', async () => {
    const worker = startWorker()
    const stopping = new AbortController()
    const plans = await planCount()
    const result = runQueued(await smallPlan(9, 1, { sleep: 300 }), stopping.signal)
    await expect.poll(() => doneAfter(plans), { timeout: 20_000 }).toBeGreaterThan(0)
    await service.kill()
    await pause(1500)
    stopping.abort()
    await expect(result).rejects.toMatchObject({ code: 'Interrupted' })
    await worker.stop()
  })
})

describe.each([
  { name: 'Valkey', which: 'valkey', start: startValkey },
  { name: 'PostgreSQL', which: 'postgres', start: startPostgres },
] as const)('TLS to $name', ({ which, start }) => {
  const missing = serviceMissing(which)
  const run = missing === undefined || process.env['VISAVIS_ALL_TESTS'] !== undefined ? test : test.skip
  const isRedis = which === 'valkey'
  let [service, tls]: [Service?, Certificate?] = []
  beforeAll(async () => {
    if (missing !== undefined) return
    tls = makeCertificate()
    service = await start({ port: (await freePorts(1))[0]!, password: 'secret', tls })
  })
  afterAll(() => service?.stop())
  const encrypted = (): string => (isRedis ? service!.url : `${service!.url}?sslmode=verify-full`)
  const refusal = (url: string): Promise<VisavisError> =>
    reachQueue(queueAddress(url)).then(
      () => expect.fail(`${url} answers`),
      (cause: unknown) => cause as VisavisError,
    )

  run('runs a plan where the authority of its certificate is trusted', async () => {
    const { file, folder } = await smallPlan(6, 2)
    const script = fileURLToPath(new URL('./queue-over-tls.ts', import.meta.url))
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, encrypted(), file, join(folder, 'result')], {
      encoding: 'utf8',
      env: { ...process.env, NODE_EXTRA_CA_CERTS: tls!.authority },
    })
    expect(stdout, stderr).toBe(createHash('sha256').update(squares(6)).digest('hex'))
    if (!isRedis) await reachQueue(queueAddress(`${encrypted()}&sslrootcert=${tls!.authority}`))
  })

  run('is refused where the authority is another, or the name, with what to do', async () => {
    const [untrusted, elsewhere] = [await refusal(encrypted()), await refusal(encrypted().replace('127.0.0.1', 'localhost'))]
    for (const error of [untrusted, elsewhere]) {
      expect(error).toMatchObject({ code: 'Unreachable', hint: expect.stringContaining('NODE_EXTRA_CA_CERTS=ca.pem') })
      expect(error.message).toMatch(/^the queue \S+ has a certificate that is not accepted here: /)
      expect(`${error.message} ${error.hint}`).not.toContain('secret')
    }
    if (isRedis) return
    const other = await refusal(`${encrypted()}&sslrootcert=${makeCertificate().authority}`)
    expect(other.message).toContain('has a certificate that is not accepted here')
    const nothing = await refusal(`${encrypted()}&sslrootcert=/nonexistent/ca.pem`)
    expect(nothing.message).toContain('/nonexistent/ca.pem')
  })

  run('that only one end speaks is named', async () => {
    const plain = await refusal(isRedis ? service!.url.replace('rediss:', 'redis:') : service!.url)
    expect(plain).toMatchObject({ code: 'Unreachable', hint: expect.stringMatching(isRedis ? /rediss:/ : /sslmode=verify-full/) })
    const without = await start({ port: (await freePorts(1))[0]! })
    onTestFinished(() => without.stop())
    const error = await refusal(isRedis ? without.url.replace('redis:', 'rediss:') : `${without.url}?sslmode=verify-full`)
    expect(`${error.message}; ${error.hint}`).toMatch(
      isRedis ? /does not answer: .*; does it speak TLS there\?/ : /does not speak TLS; leave out sslmode/,
    )
  })
})
