import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { splitMix64 } from '../src/numeric/random.ts'
import { ended } from '../test/server/ended.ts'
import { atShare } from './at-share.ts'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const readers = 50
const seconds = Number(process.env['BENCH_SECONDS'] ?? 60)

const states = ['CHN', 'RUS', 'USA', 'IND', 'DEU', 'FRA', 'GBR', 'JPN', 'BRA', 'TUR']

/** 45 pairs, of which forty are assessed. */
const pairs = states.flatMap((a, i) => states.slice(i + 1).map((b) => `a=${a}&b=${b}`)).slice(0, 40)

/** What the readers ask, each kind as often as any other: what an open page asks, and the page itself. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  assess: pairs.map((pair) => `/api/v1/assess?${pair}`),
  world: states.map((of) => `/api/v1/world?of=${of}&measure=kappa`),
  votes: pairs.slice(0, 10).map((pair) => `/api/v1/votes?${pair}&limit=100`),
  ledger: ['a=CHN&b=RUS', 'a=USA&b=IND'].map((pair) => `/api/v1/ledger?${pair}`),
  record: ['/api/v1/record'],
  page: ['/', '/dyad/CHN/RUS', '/world?of=CHN'],
}

/**
 * Fifty readers at once on one server, each asking its next question when the last is answered, for a minute: how many a second, how long they wait, and how many fail.
 * The server begins cold. Beside it the same bytes from a bare `node:http` server that only hands them out, under the same readers: what HTTP and this machine take.
 */
export async function run(): Promise<void> {
  if (!existsSync(main)) throw new Error('build first: npm run build')
  const home = await mkdtemp(join(tmpdir(), 'visavis-bench-serve-'))
  const child = spawn(process.execPath, [main, 'serve', '--quiet'], {
    env: { ...process.env, VISAVIS_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [first] = (await once(child.stdout!, 'data')) as [Buffer]
    const url = String(first).trim()
    const own = await underLoad(url)
    const { worker, address } = await bare(url)
    const peer = await underLoad(address)
    await worker.terminate()
    report(own, peer)
  } finally {
    await ended(child)
    await rm(home, { recursive: true })
  }
}

interface Taken {
  readonly kind: string
  readonly milliseconds: number
}

interface Load {
  readonly taken: readonly Taken[]
  readonly errors: readonly string[]
  readonly bytes: number
}

/** Every reader with a connection of its own, as a browser has. */
async function underLoad(url: string): Promise<Load> {
  const taken: Taken[] = []
  const errors: string[] = []
  let bytes = 0
  const end = performance.now() + seconds * 1000
  const reader = async (seed: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const next = splitMix64(BigInt(seed))
    const pick = <T>(all: readonly T[]): T => all[Number(next() % BigInt(all.length))]!
    while (performance.now() < end) {
      const kind = pick(Object.keys(kinds))
      const path = pick(kinds[kind]!)
      const began = performance.now()
      try {
        const { status, body } = await fetched(url + path, agent)
        if (status !== 200) errors.push(`${status} ${path}`)
        bytes += body.length
        taken.push({ kind, milliseconds: performance.now() - began })
      } catch (cause) {
        errors.push(`${String(cause)} ${path}`)
      }
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: readers }, (_, i) => reader(i + 1)))
  return { taken, errors, bytes }
}

interface Fetched {
  readonly status: number
  readonly type: string
  readonly coding: string | undefined
  readonly body: Buffer
}

function fetched(address: string, agent: Agent): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const asked = get(address, { agent, headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () => {
        const { 'content-type': type = '', 'content-encoding': coding } = response.headers
        resolve({ status: response.statusCode!, type, coding, body: Buffer.concat(pieces) })
      })
    })
    asked.on('error', reject)
  })
}

/** The same answers, handed out by a server that does nothing else, in a thread of its own as the other is a process of its own. */
async function bare(url: string): Promise<{ worker: Worker; address: string }> {
  const agent = new Agent({ keepAlive: true })
  const answers = new Map<string, Fetched>()
  for (const path of Object.values(kinds).flat()) answers.set(path, await fetched(url + path, agent))
  agent.destroy()
  const worker = new Worker(handingOut, { eval: true, workerData: answers })
  const [port] = (await once(worker, 'message')) as [number]
  return { worker, address: `http://127.0.0.1:${port}` }
}

// What runs in the thread is text, so that no loader of TypeScript stands between.
const handingOut = `
  const { createServer } = require('node:http')
  const { parentPort, workerData } = require('node:worker_threads')
  const server = createServer((request, response) => {
    const { type, coding, body } = workerData.get(request.url)
    const packed = coding === undefined ? {} : { 'content-encoding': coding }
    response.writeHead(200, { 'content-type': type, 'content-length': body.length, ...packed }).end(body)
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))`

function report(own: Load, peer: Load): void {
  const rate = ({ taken }: Load): number => taken.length / seconds
  console.log(
    `${readers} readers at once for ${seconds} s from a cold server: ${Object.keys(kinds).join(', ')} in turn by chance; the same bytes from bare node:http beside it`,
  )
  for (const [name, load] of [
    ['visavis serve', own],
    ['bare node:http', peer],
  ] as const) {
    const times = load.taken.map(({ milliseconds }) => milliseconds)
    const shown = [0.5, 0.95, 0.99, 1].map((share) => atShare(times, share).toFixed(0)).join(', ')
    console.log(
      `  ${name.padEnd(14)} ${rate(load).toFixed(0)} answers a second, ${(load.bytes / seconds / 1e6).toFixed(1)} MB/s; ms p50, p95, p99, most: ${shown}; ${load.errors.length} errors`,
    )
  }
  console.log(`  ratio of answers a second ${(rate(own) / rate(peer)).toFixed(2)}   goals p95 < 300 ms, no error`)
  for (const kind of Object.keys(kinds)) {
    const times = own.taken.filter((one) => one.kind === kind).map(({ milliseconds }) => milliseconds)
    console.log(
      `    ${kind.padEnd(8)} p50 ${atShare(times, 0.5).toFixed(0)}, p95 ${atShare(times, 0.95).toFixed(0)}, most ${atShare(times, 1).toFixed(0)}`,
    )
  }
  for (const error of [...new Set(own.errors)].slice(0, 5)) console.log(`    ${error}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
