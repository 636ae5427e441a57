import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runThreads } from '../src/numeric/threads.ts'
import { localExecutor } from '../src/work/local-executor.ts'
import { writePlan } from '../src/work/plan.ts'
import type { CellProcessStart } from '../src/work/processes/cell-process.ts'
import { cellsLeft, PlanQueues } from '../src/work/queue/plan-queues.ts'
import { queueAddress } from '../src/work/queue/queue-address.ts'
import { queueExecutor } from '../src/work/queue/queue-executor.ts'
import { queueStatus } from '../src/work/queue/queue-status.ts'
import { workOnQueue } from '../src/work/queue/queue-worker.ts'
import { ResultFolder } from '../src/work/result-folder.ts'
import { type Executor, runPlan } from '../src/work/run-plan.ts'
import { freePorts } from '../test/server/nginx.ts'
import { type Service, serviceMissing, startPostgres, startValkey } from '../test/work/services.ts'
import { busyRounds, busySpec, busyWork } from './busy-work.ts'

const { values: given } = parseArgs({ options: { only: { type: 'string' } }, strict: false })
const threads = availableParallelism()
const signal = new AbortController().signal
const quiet = { signal, tell: (): void => undefined }
const start: CellProcessStart = {
  module: { url: new URL('./busy-worker.ts', import.meta.url), isTypeScript: true },
  env: process.env,
  memory: undefined,
}
const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-work-'))
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** The price of plans and queues against bare threads, planning a million texts, and a queue with a hundred workers (alone: `--only workers`). */
export async function run(): Promise<void> {
  try {
    if (given.only !== 'workers') {
      await overhead()
      await planning()
    }
    for (const [name, which, starting] of [
      ['Valkey', 'valkey', startValkey],
      ['PostgreSQL', 'postgres', startPostgres],
    ] as const) {
      const missing = serviceMissing(which)
      if (missing === undefined) await withService(starting, (service) => hundredWorkers(name, service), connectionsNeeded[name])
      else console.log(`  ${name}: left out, ${missing}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withService(starting: typeof startValkey, use: (service: Service) => Promise<void>, connections?: number): Promise<void> {
  const [port] = await freePorts(1)
  const service = await starting({ port: port!, ...(connections === undefined ? {} : { connections }) })
  try {
    await use(service)
  } finally {
    await service.stop()
  }
}

async function overhead(): Promise<void> {
  const cells = 6 * threads
  console.log(`${cells} cells of arithmetic on ${threads} processors`)
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const bare = await seconds(() =>
    runThreads(import.meta.url, './busy-worker', new Array(threads).fill({ taken, cells, rounds: busyRounds }), () => undefined),
  )
  console.log(`  bare threads          ${bare.toFixed(1)} s, ${((bare * threads) / cells).toFixed(1)} s a cell`)
  await timed('processes of a plan', cells, bare, localExecutor(start, threads))
  await withService(startValkey, async ({ url }) => {
    const stop = new AbortController()
    const worker = workOnQueue(queueAddress(url), {
      ...{
        start,
        processes: threads,
        lock: 30,
        version: 'bench',
        needRecord: async () => undefined,
        tell: () => undefined,
        signal: stop.signal,
      },
    })
    await timed('workers of a queue', cells, bare, queueExecutor(queueAddress(url)))
    stop.abort()
    await worker
  })
}

async function timed(name: string, cells: number, bare: number, executor: Executor): Promise<void> {
  const file = join(folder, `${name}.json`)
  await writePlan(file, busySpec(cells, busyRounds))
  const took = await seconds(() => runPlan(file, join(folder, name), busyWork, { executor, ...quiet }))
  console.log(`  ${name.padEnd(20)}  ${took.toFixed(1)} s   ratio ${(took / bare).toFixed(3)}   goal <= 1.05`)
}

async function planning(): Promise<void> {
  const texts = join(folder, 'texts')
  mkdirSync(texts)
  const million = 1_000_000
  for (let i = 0; i < million; i++) writeFileSync(join(texts, `text-${i}.txt`), '')
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
  const plan = join(folder, 'million.json')
  let peak = 0
  const took = await seconds(async () => {
    const child = spawn(process.execPath, [main, 'read-all', texts, '--plan', plan], { stdio: 'ignore' })
    const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid!))), 50)
    await once(child, 'exit')
    clearInterval(watch)
  })
  const { items } = JSON.parse(readFileSync(plan, 'utf8')) as { items: number }
  console.log(
    `A plan of ${items.toLocaleString('en-US')} texts: ${took.toFixed(1)} s, ${peak.toFixed(0)} MB of memory at most   goals <= 10 s, <= 300 MB`,
  )
}

/** Most memory that a process has had, in MB; 0 once it has ended. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Workers of the last case. */
const sleepers = 100
/** The least that suffices for them on PostgreSQL: two for each, and two for the planner and for the status; Valkey is given twice as many. */
const connectionsNeeded = { PostgreSQL: 2 * sleepers + 4, Valkey: 4 * sleepers + 4 }

/** Workers that sleep: whether a queue can keep so many busy does not depend on what they do. Each has connections of its own, as a program has. */
async function hundredWorkers(name: string, { url }: Service): Promise<void> {
  const [rounds, sleep] = [6, 10_000]
  const cells = sleepers * rounds
  const file = join(folder, `${name}-sleep.json`)
  const plan = await writePlan(file, busySpec(cells, 0))
  const result = join(folder, `${name}-sleep`)
  const kept = await ResultFolder.create(result, file)
  const all: { queues: PlanQueues; worker: ReturnType<PlanQueues['worker']>; look: NodeJS.Timeout }[] = []
  for (let i = 0; i < sleepers; i++) {
    const queues = await PlanQueues.connect(queueAddress(url), (cause) => console.log(`  ${cause.message}`))
    const worker = queues.worker(
      plan.hash,
      async (job) => {
        await pause(sleep)
        await kept.keep(job.data.cell, { part: Buffer.from(`${job.data.cell}\n`) })
      },
      { name: `sleeper-${i}`, concurrency: 1, lockDuration: 30_000 },
    )
    await worker.waitUntilReady()
    // a worker looks every second whether there is more to do
    const look = setInterval(() => void queues.cellsOf(plan.hash).then(cellsLeft), 1000)
    all.push({ queues, worker, look })
  }
  const took = await seconds(() => runPlan(file, result, busyWork, { executor: queueExecutor(queueAddress(url)), ...quiet }))
  const { executions } = await queueStatus(queueAddress(url))
  const busy = (cells * sleep) / 1000 / (sleepers * took)
  console.log(
    `${sleepers} workers on ${name}, ${cells} cells that sleep ${sleep / 1000} s: ${took.toFixed(1)} s, ${(100 * busy).toFixed(1)} % busy, ${executions} executions   goal >= 90 %`,
  )
  await Promise.all(
    all.map(async ({ queues, worker, look }) => {
      clearInterval(look)
      await worker.close()
      await queues.close()
    }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
