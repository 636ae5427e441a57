import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:https'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { splitMix64 } from '../src/numeric/random.ts'
import { ended } from '../test/server/ended.ts'
import { grow, storeWithRecord } from '../test/server/grown-store.ts'
import { freePorts, nginxMissing, startNginx } from '../test/server/nginx.ts'
import { atShare } from './at-share.ts'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    readers: { type: 'string', default: '50' },
    pause: { type: 'string', default: '500' },
    strangers: { type: 'string', default: '2' },
  },
  strict: false,
})
const [seconds, readers, between, strangers] = [given.seconds, given.readers, given.pause, given.strangers].map(Number) as [
  number,
  number,
  number,
  number,
]

/** The states that most questions are about, and others that a question is about now and then. */
const [known, others] = [
  'USA CHN RUS IND JPN DEU FRA GBR BRA TUR SAU IRN PAK UKR KOR'.split(' '),
  'ZAF KEN TZA NGA EGY BGD VNM IDN AUS CAN MEX ARG CHL PER POL KAZ ITA ESP PRK ISR SYR IRQ CUB VEN COL'.split(' '),
]

interface Question {
  readonly kind: string
  readonly path: string
}

const pairs = known.flatMap((a, i) => known.slice(i + 1).map((b) => [a, b].sort() as [string, string]))

/** What a reader asks: pages, assessments and maps of fifteen states that have been asked before, and in so many of a hundred questions one of a pair that has not. */
function questionOf(next: () => bigint): Question {
  const one = <T>(all: readonly T[]): T => all[Number(next() % BigInt(all.length))]!
  if (Number(next() % 1000n) < strangers * 10) return { kind: 'stranger', path: `/api/v1/assess?a=${one(known)}&b=${one(others)}` }
  const [a, b] = one(pairs)
  return one<Question>([
    { kind: 'page', path: `/dyad/${a}/${b}` },
    { kind: 'assess', path: `/api/v1/assess?a=${a}&b=${b}` },
    { kind: 'assess', path: `/api/v1/assess?a=${a}&b=${b}` },
    { kind: 'world', path: `/api/v1/world?of=${a}&measure=kappa` },
    { kind: 'method', path: '/api/v1/methods' },
    { kind: 'asset', path: one(assets) },
  ])
}

let assets: readonly string[] = []

/** Asks each question once, four at a time; returns the milliseconds that this took. */
async function warmUp(site: Site, paths: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true })
  const began = performance.now()
  const left = [...paths]
  const one = async (): Promise<void> => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) await fetched(site, path, agent)
  }
  await Promise.all([one(), one(), one(), one()])
  agent.destroy()
  return performance.now() - began
}

/**
 * Readers at once on `visavis serve --public` behind nginx with TLS, each from an address of its own and with a pause after each answer: how long they wait, and how many
 * requests fail, while a newer snapshot comes into use. Beside it the same mixture of the same sizes as static files of the same nginx.
 */
export async function run(): Promise<void> {
  if (!existsSync(main)) throw new Error('build first: npm run build')
  const missing = nginxMissing()
  if (missing !== undefined) return console.log(`behind nginx: not measured, ${missing}`)
  const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-public-'))
  const home = join(folder, 'home')
  const record = storeWithRecord(home)
  const [port, plain, own] = (await freePorts(3)) as [number, number, number]
  const words = ['serve', '--public', '--port', String(own), '--url', `https://localhost:${port}`, '--trust-proxy', 'loopback', '--quiet']
  const program = spawn(process.execPath, [main, ...words, '--rate', '1000', '--burst', '1000'], {
    env: { ...process.env, VISAVIS_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(program.stdout, 'data')
  await mkdir(join(folder, 'static'))
  const nginx = await startNginx(folder, { port, plain, program: own }, `location /static/ { root "${folder}"; }`)
  const site: Site = { address: `https://127.0.0.1:${port}`, host: `localhost:${port}`, certificate: nginx.certificate }
  try {
    const agent = new Agent({ keepAlive: true })
    while ((await fetched(site, '/healthz', agent)).status !== 200) await pause(100)
    const page = (await fetched(site, '/', agent, 'identity')).body.toString()
    assets = [...page.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([path]) => path)
    agent.destroy()
    const asked = [
      ...pairs.map(([a, b]) => `/api/v1/assess?a=${a}&b=${b}`),
      ...known.map((of) => `/api/v1/world?of=${of}&measure=kappa`),
      '/api/v1/methods',
    ]
    const took = await warmUp(site, asked)
    console.log(`${asked.length} answers for the first time: ${(took / asked.length).toFixed(0)} ms each, four at a time`)
    const before = Number(await metric(own, 'process_cpu_seconds_total'))
    const halfway = setTimeout(() => {
      grow(home, record, 'a newer one')
      program.kill('SIGHUP')
    }, seconds * 300)
    let isSwitched = false
    const looking = setInterval(async () => {
      isSwitched = (await metric(own, 'visavis_record_switches_total')) === '1'
    }, 1000)
    const ours = await underLoad(
      site,
      (path) => path,
      () => isSwitched,
    )
    clearInterval(looking)
    const cpu = Number(await metric(own, 'process_cpu_seconds_total')) - before
    clearTimeout(halfway)
    const sizes = sizesOf(ours)
    for (const [kind, bytes] of sizes) await writeFile(join(folder, 'static', kind), Buffer.alloc(bytes, 'x'))
    const peer = await underLoad(site, (_, kind) => `/static/${kind}`)
    report(ours, peer)
    console.log(`    processor time of the server itself: ${((cpu * 1000) / ours.taken.length).toFixed(2)} ms an answer`)
    for (const name of [
      'visavis_cache_hits_total',
      'visavis_cache_misses_total',
      'visavis_record_switches_total',
      'process_resident_memory_bytes',
    ])
      console.log(`    ${name} ${await metric(own, name)}`)
  } finally {
    await nginx.stop()
    await ended(program)
    await rm(folder, { recursive: true })
  }
}

async function metric(port: number, name: string): Promise<string> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return text
    .split('\n')
    .find((line) => line.startsWith(`${name} `))!
    .split(' ')[1]!
}

interface Site {
  readonly address: string
  readonly host: string
  readonly certificate: Buffer
}

interface Taken {
  readonly kind: string
  readonly milliseconds: number
  readonly bytes: number
}

interface Load {
  readonly taken: readonly Taken[]
  readonly errors: readonly string[]
  readonly seconds: number
}

async function underLoad(site: Site, pathOf: (path: string, kind: string) => string, isOver = () => true): Promise<Load> {
  const taken: Taken[] = []
  const errors: string[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  // a newer snapshot waits for up to ten minutes until the questions asked most are answered from it
  const mustEnd = end + 600_000
  const reader = async (n: number): Promise<void> => {
    const random = splitMix64(BigInt(n + 1))
    const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress: `127.0.1.${n + 1}` })
    await pause(Number(random() % BigInt(between + 1)))
    while (performance.now() < end || (!isOver() && performance.now() < mustEnd)) {
      const { kind, path } = questionOf(random)
      const sent = performance.now()
      try {
        const { status, body } = await fetched(site, pathOf(path, kind), agent)
        if (status === 200) taken.push({ kind, milliseconds: performance.now() - sent, bytes: body.length })
        else errors.push(`${status} ${path} ${body.toString().slice(0, 100)}`)
      } catch (cause) {
        errors.push(`${String(cause)} ${path}`)
      }
      if (between > 0) await pause(between / 2 + Number(random() % BigInt(between)))
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: readers }, (_, n) => reader(n)))
  return { taken, errors, seconds: (performance.now() - began) / 1000 }
}

interface Fetched {
  readonly status: number
  readonly body: Buffer
}

function fetched({ address, host, certificate }: Site, path: string, agent: Agent, accepted = 'gzip, deflate, br'): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'accept-encoding': accepted }
    const asked = request(`${address}${path}`, { agent, ca: certificate, servername: 'localhost', headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode!, body: Buffer.concat(pieces) }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

function sizesOf({ taken }: Load): Map<string, number> {
  const kinds = [...new Set(taken.map(({ kind }) => kind))]
  return new Map(kinds.map((kind) => [kind, Math.round(mean(taken.filter((one) => one.kind === kind).map(({ bytes }) => bytes)))]))
}

function report(ours: Load, peer: Load): void {
  console.log(
    `${readers} readers for ${seconds} s behind nginx with TLS on ${availableParallelism()} cores, ${between} ms between an answer and the next question, a newer snapshot meanwhile, ${strangers} % of pairs never asked before`,
  )
  for (const [name, { taken, errors, seconds: took }] of [
    ['visavis serve --public', ours],
    ['static files of nginx', peer],
  ] as const) {
    const times = taken.map(({ milliseconds }) => milliseconds)
    const shown = [0.5, 0.95, 0.99, 1].map((share) => atShare(times, share).toFixed(1)).join(', ')
    console.log(
      `  ${name.padEnd(22)} ${(taken.length / took).toFixed(0)} answers a second for ${took.toFixed(0)} s; ms p50, p95, p99, most: ${shown}; ${errors.length} errors`,
    )
  }
  const p95 = ({ taken }: Load): number =>
    atShare(
      taken.map(({ milliseconds }) => milliseconds),
      0.95,
    )
  console.log(`  ratio of p95 ${(p95(ours) / p95(peer)).toFixed(1)}   goals p95 <= 100 ms, no error`)
  for (const kind of sizesOf(ours).keys()) {
    const times = ours.taken.filter((one) => one.kind === kind).map(({ milliseconds }) => milliseconds)
    console.log(
      `    ${kind.padEnd(8)} ${times.length}: p50 ${atShare(times, 0.5).toFixed(1)}, p95 ${atShare(times, 0.95).toFixed(1)}, most ${atShare(times, 1).toFixed(0)}`,
    )
  }
  for (const error of [...new Set([...ours.errors, ...peer.errors])].slice(0, 5)) console.log(`    ${error}`)
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
