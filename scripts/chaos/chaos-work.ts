/**
 * A plan of many texts on a queue with three workers, while workers, planner and queue are killed at random moments and started again. At the end the result
 * must be the one of this machine alone, byte for byte; otherwise, or if a worker ends by itself, the exit code is 1.
 *
 *     npm run build && npx tsx scripts/chaos/chaos-work.ts --kills 20 --minutes 10 [--queue valkey,postgres] [--texts 1500] [--seed 1]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { splitMix64 } from '../../src/numeric/random.ts'
import { queueAddress } from '../../src/work/queue/queue-address.ts'
import { queueStatus } from '../../src/work/queue/queue-status.ts'
import { passageLines, randomText } from '../../test/claims/random-texts.ts'
import { freePorts } from '../../test/server/nginx.ts'
import { serviceMissing, startPostgres, startValkey } from '../../test/work/services.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '10' },
    queue: { type: 'string', default: 'valkey' },
    seed: { type: 'string', default: '1' },
    texts: { type: 'string', default: '1500' },
  },
})
const [kills, minutes, texts] = [Number(values.kills), Number(values.minutes), Number(values.texts)]
const queues = values.queue.split(',').map((name) => (name === 'postgres' ? 'postgres' : 'valkey'))
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const next = splitMix64(BigInt(values.seed))
/** A number from 0 to below 1. */
const random = (): number => Number(next() >> 11n) / 2 ** 53
for (const which of queues) {
  const missing = serviceMissing(which)
  if (missing !== undefined) throw new Error(missing)
}

const folder = mkdtempSync(join(tmpdir(), 'visavis-chaos-work-'))
const running = new Set<ChildProcess>()
function start(words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'ignore'] })
  running.add(child)
  child.on('exit', () => running.delete(child))
  return child
}
async function outputOf(child: ChildProcess): Promise<{ readonly code: number | null; readonly out: string }> {
  let out = ''
  child.stdout!.on('data', (piece) => (out += piece))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out }
}

/** Writes texts of annotated passages into a folder. */
async function writeTexts(): Promise<string> {
  const into = join(folder, 'texts')
  mkdirSync(into)
  const passages = await passageLines()
  for (let i = 0; i < texts; i++) writeFileSync(join(into, `${String(i).padStart(5, '0')}.txt`), randomText(passages, BigInt(i)))
  return into
}

/** Runs the plan once on a queue while everything is killed, and checks its result. */
async function runOn(which: 'valkey' | 'postgres', plan: string, expected: string): Promise<boolean> {
  const [port] = await freePorts(1)
  const service = await (which === 'postgres' ? startPostgres : startValkey)({ port: port! })
  try {
    let isDone = false
    const ended: (number | null)[] = []
    const worker = (): ChildProcess =>
      start(['work', 'worker', '--queue', service.url, '--processes', '1', '--lock', '10', '--quiet']).on('exit', (code, signal) => {
        if (!isDone && signal !== 'SIGKILL') ended.push(code)
      })
    const workers = [worker(), worker(), worker()]
    const planner = { child: undefined as ChildProcess | undefined }
    const folderOfResult = join(folder, `result-${which}`)
    const result = (async () => {
      for (;;) {
        planner.child = start(['work', 'run', plan, '--executor', 'queue', '--queue', service.url, '-o', folderOfResult, '--quiet'])
        const { code, out } = await outputOf(planner.child)
        if (code !== null) return { code, out }
      }
    })().finally(() => (isDone = true))
    const counts = { worker: 0, planner: 0, queue: 0 }
    const since = Date.now()
    for (let kill = 0; kill < kills && !isDone; kill++) {
      await Promise.race([pause((minutes * 60_000 * (0.5 + random())) / (kills + 1)), result])
      if (isDone) break
      const place = Math.floor(random() * 5)
      if (place < 3) {
        workers[place]!.kill('SIGKILL')
        workers[place] = worker()
        counts.worker++
      } else if (place === 3) {
        planner.child?.kill('SIGKILL')
        counts.planner++
      } else {
        await service.restart()
        counts.queue++
      }
    }
    const killing = Math.round((Date.now() - since) / 1000)
    const { code, out } = await result
    const seconds = Math.round((Date.now() - since) / 1000)
    const { done, of, failed, executions, plans } = await queueStatus(queueAddress(service.url))
    console.log(
      JSON.stringify({ queue: which, seconds, killing, kills: counts, done, of, failed, executions, repeated: plans[0]?.repeated }),
    )
    if (ended.length > 0) console.log(`WRONG: workers ended by themselves, with codes ${ended.join(', ')}`)
    const isSame = code === 0 && out.trim() === `result sha256:${expected}`
    console.log(isSame ? 'Nothing lost, nothing twice: the bytes are those of one machine.' : `WRONG: exit code ${code}, ${out.trim()}`)
    return isSame && ended.length === 0
  } finally {
    for (const child of running) child.kill('SIGKILL')
    await service.stop()
  }
}

try {
  const plan = join(folder, 'plan.json')
  await outputOf(start(['read-all', await writeTexts(), '--date', '2024-05-01', '--plan', plan, '--cell', '5']))
  const alone = join(folder, 'alone.csv')
  const began = Date.now()
  await outputOf(start(['read-all', join(folder, 'texts'), '--date', '2024-05-01', '-o', alone, '--quiet']))
  const expected = createHash('sha256').update(readFileSync(alone)).digest('hex')
  console.log(`${texts} texts on this machine alone: ${((Date.now() - began) / 1000).toFixed(0)} s, sha256:${expected.slice(0, 16)}…`)
  for (const which of queues) if (!(await runOn(which, plan, expected))) process.exitCode = 1
} finally {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
