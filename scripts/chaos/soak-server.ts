import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { splitMix64 } from '../../src/numeric/random.ts'

// A soak test of the built server (run `npm run build` first): `npx tsx scripts/chaos/soak-server.ts --minutes 20`. Light
// requests are timed during each heavy one and each hostile file. Then mixed requests are sent while the server's
// memory is sampled, and finally the server is stopped during work. The report goes to stdout.
// `--requests N` ends the mixed part after N requests; `--hostile FOLDER` imports every file of a folder; `--seconds N`
// is how long each heavy request is observed; one in `--heavy N` mixed requests takes seconds.

const { values: given } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    requests: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '30' },
    hostile: { type: 'string' },
    heavy: { type: 'string', default: '20' },
  },
})

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const next = splitMix64(1n)
const drawn = (below: number): number => Number(next() % BigInt(below))
const one = <T>(all: readonly T[]): T => all[drawn(all.length)]!

const states =
  'CHN RUS USA IND DEU FRA GBR JPN BRA TUR KAZ PAK IRN ISR EGY ZAF NGA MEX CAN AUS POL UKR ITA ESP KOR IDN VNM SAU ARG CHL'.split(' ')
const blocs = ['EU', 'NATO', 'BRICS', 'SCO', 'ASEAN']
const figures = ['kappa_quadratic', 'ideal_point_distance', 'goods-trade', 'agreement']
const pair = (): string => {
  const a = one(states)
  return `a=${a}&b=${one(states.filter((state) => state !== a))}`
}
const year = (): number => 1990 + drawn(35)

/** Frequent requests from pages and programs: an API path, generated anew each time. */
const often: readonly (() => string)[] = [
  () => `assess?${pair()}`,
  () => `assess?${pair()}&to=${year()}`,
  () => `evidence?${pair()}&figure=${one(figures)}`,
  () => `measure/similarity?${pair()}&year=${year()}`,
  () => `mirror?${pair()}`,
  () => `votes?${pair()}&from=${year()}&limit=50`,
  () => `ledger?a=CHN&b=RUS&from=${year()}`,
  () => 'stakeholders?a=CHN&b=RUS',
  () => `find?text=${one(['chi', 'rus', 'ger', 'uni', 'kor'])}${one(['', 'n', 's'])}`,
  () => `states?name=${one(states)}&on=${year()}`,
  () => `sources?id=${one(['baci-pairs', 'un-ga-votes', 'world-bank'])}`,
  () => 'indicators',
  () => `methods?id=${one(['kappa', 's', 'ideal-points'])}`,
  () => 'cite?style=bibtex',
  () => 'claims/due',
]

/** Requests that process all states or run a bootstrap: one in `heavy` of the mixed requests. */
const seldom: readonly (() => string)[] = [
  () => `assess?a=${one(states)}&b=${one(blocs)}`,
  () => `compare?pairs=${one(states.slice(0, 10))}-${one(states.slice(10, 20))}&pairs=${one(states.slice(20))}-CHN`,
  () => `dyads?state=${one(states)}&to=${year()}`,
  () => `measure/similarity?a=${one(states)}&year=${year()}&format=csv`,
  () => `measure/ideal-points?${pair()}&from=2015`,
  () => `composite?${pair()}&weights=votes%3D2%2Cblocs%3D1%2Ctrade%3D1`,
  () => `world?of=${one(states)}&measure=${one(['kappa', 'ideal-point', 'agreement'])}&year=${year()}`,
  () => `communities?year=${year()}&resamples=20`,
]

const mixed = (): string => one(drawn(Number(given.heavy)) === 0 ? seldom : often)()

/** Light requests that an open page repeats. */
const light = [
  '/',
  '/dyad/CHN/RUS',
  '/api/v1/record',
  '/api/v1/assess?a=CHN&b=RUS',
  '/api/v1/states?name=Moscow',
  '/api/v1/sources',
  '/api/v1/find?text=',
]

interface Heavy {
  readonly name: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

interface Reply {
  readonly status: number
  readonly text: string
}

const agents = {
  light: new Agent({ keepAlive: true, maxSockets: 4 }),
  heavy: new Agent({ maxSockets: 8 }),
  mixed: new Agent({ keepAlive: true, maxSockets: 4 }),
}

function ask(url: string, path: string, agent: Agent, body?: string | Buffer, signal?: AbortSignal): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined || Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' }
    const sent = request(`${url}${path}`, { method: body === undefined ? 'GET' : 'POST', agent, headers, signal }, (response) => {
      let text = ''
      response.on('data', (piece: Buffer) => {
        if (text.length < 2000) text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode!, text }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Memory of the server in MB: the main process, and including its worker processes. */
function memory(child: ChildProcess): string {
  const own = held(child.pid!)
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(/\s+/)
  const others = children.filter((pid) => pid !== '').map((pid) => held(Number(pid)))
  return `${own} (${own + others.reduce((sum, one) => sum + one, 0)} with ${others.length})`
}

function held(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch {
    // it has ended in the meantime
    return 0
  }
}

/** A news-like text of claims with this many characters. */
function news(length: number): string {
  const lines: string[] = []
  for (let size = 0; size < length; ) {
    const [a, b, c] = [one(states), one(states), one(states)]
    const line = one([
      `In ${year()} ${a} and ${b} traded goods worth $${1 + drawn(300)} billion, up ${drawn(40)} percent on the year before.`,
      `${a} voted with ${b} in ${drawn(100)} percent of the roll calls of the General Assembly in ${year()}, officials in ${c} said.`,
      `The minister told reporters that exports to ${a} rose by ${drawn(30)} percent while imports from ${b} fell to ${drawn(90)} billion dollars.`,
      `${a} is the largest buyer of crude oil from ${b}, ahead of ${c}, and talks on a new agreement will go on next year.`,
    ])
    lines.push(line)
    size += line.length + 1
  }
  return lines.join('\n')
}

async function started(home: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [main, 'serve', '--quiet'], {
    env: { ...process.env, VISAVIS_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [first] = (await once(child.stdout!, 'data')) as [Buffer]
  return { child, url: String(first).trim() }
}

async function broughtFile(url: string, name: string, content: Buffer): Promise<string> {
  const { text } = await ask(url, `/api/v1/files?${new URLSearchParams({ name })}`, agents.mixed, content)
  return (JSON.parse(text) as { file: string }).file
}

async function heavies(url: string): Promise<Heavy[]> {
  const hostile = given.hostile === undefined ? [] : (await readdir(given.hostile)).sort()
  const files = [
    ['news of 2 MB', await broughtFile(url, 'news.txt', Buffer.from(news(2e6)))] as const,
    ...(await Promise.all(
      hostile.map(async (name) => [name, await broughtFile(url, name, await readFile(join(given.hostile!, name)))] as const),
    )),
  ]
  return [
    ...files.map(([name, file]) => ({ name, path: 'read', body: { file } })),
    { name: 'posterior of ideal points', path: 'measure/ideal-points', body: { a: 'CHN', b: 'RUS', posterior: true, from: '2015' } },
    { name: 'composite', path: 'composite', body: { a: 'CHN', b: 'RUS', weights: 'votes=2,blocs=1,trade=1', draws: 2000 } },
    { name: 'all dyads', path: 'dyads', body: { format: 'csv' } },
    { name: 'world, all years', path: 'world', body: { of: 'CHN', draws: 2000 } },
    { name: 'communities of 20 years', path: 'communities', body: { years: 20, resamples: 1000 } },
  ]
}

interface Waited {
  readonly p50: number
  readonly p95: number
  readonly most: number
  readonly count: number
}

function waitedOf(times: number[]): Waited {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (p: number): number => Math.round(sorted[Math.floor(p * (sorted.length - 1))]!)
  return { p50: at(0.5), p95: at(0.95), most: Math.round(sorted.at(-1)!), count: sorted.length }
}

/** Sends light requests, one after another, until stopped. */
async function lightly(url: string, until: AbortSignal): Promise<Waited> {
  const times: number[] = []
  for (let n = 0; !until.aborted; n++) {
    const path = light[n % light.length]!
    const began = performance.now()
    await ask(url, path.endsWith('=') ? `${path}${one(['chi', 'rus', 'ger'])}${n}` : path, agents.light)
    times.push(performance.now() - began)
    await pause(20)
  }
  return waitedOf(times)
}

const cells = (...all: readonly unknown[]): string => `| ${all.join(' | ')} |`

async function underHeavy(child: ChildProcess, url: string): Promise<void> {
  const idle = await lightly(url, AbortSignal.timeout(3000))
  console.log(cells('while', 'light p50 ms', 'p95', 'most', 'questions', 'outcome', 'seconds', 'RSS MB after'))
  console.log(cells(...Array(8).fill('---')))
  console.log(cells('nothing else', idle.p50, idle.p95, idle.most, idle.count, '', '', memory(child)))
  for (const { name, path, body } of await heavies(url)) {
    const began = performance.now()
    const leaving = new AbortController()
    const late = setTimeout(() => leaving.abort(), Number(given.seconds) * 1000)
    const stop = new AbortController()
    const asking = ask(url, `/api/v1/${path}`, agents.heavy, JSON.stringify(body), leaving.signal)
      .then(({ status, text }) => (status === 200 ? '200' : `${status} ${/"code":"(\w+)"/.exec(text)?.[1]}`))
      .catch(() => 'left')
      .finally(() => stop.abort())
    const { p50, p95, most, count } = await lightly(url, stop.signal)
    clearTimeout(late)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(cells(name, p50, p95, most, count, await asking, seconds, memory(child)))
  }
}

async function soaked(child: ChildProcess, url: string): Promise<void> {
  const end = performance.now() + Number(given.minutes) * 60_000
  const most = Number(given.requests)
  const outcomes = new Map<string, number>()
  const stop = new AbortController()
  const lighter = lightly(url, stop.signal)
  console.log('\nrequests: RSS MB')
  let asked = 0
  const reader = async (): Promise<void> => {
    while (performance.now() < end && asked < most) {
      const path = mixed()
      if (++asked % Math.max(100, Math.round(most / 20)) === 0) console.log(`${asked}: ${memory(child)}`)
      const { status, text } = await ask(url, `/api/v1/${path}`, agents.mixed)
      const what = status < 400 ? String(status) : `${status} ${path.split('?')[0]} ${/"code":"(\w+)"/.exec(text)?.[1]}`
      outcomes.set(what, (outcomes.get(what) ?? 0) + 1)
    }
  }
  await Promise.all([reader(), reader(), reader(), reader()])
  stop.abort()
  const { p50, p95, most: longest, count } = await lighter
  console.log(`${asked}: ${memory(child)} at the end`)
  for (const seconds of [15, 75]) {
    await pause(seconds * 1000)
    console.log(`${asked}: ${memory(child)} after ${seconds} s more without a question`)
  }
  console.log(`light meanwhile: p50 ${p50} ms, p95 ${p95} ms, most ${longest} ms of ${count}`)
  for (const [what, times] of [...outcomes].sort((a, b) => b[1] - a[1])) console.log(`${times} x ${what}`)
}

async function toldToEnd(child: ChildProcess, url: string): Promise<void> {
  const file = await broughtFile(url, 'news.txt', Buffer.from(news(2e6)))
  const under = ask(url, '/api/v1/read', agents.heavy, JSON.stringify({ file })).catch(() => undefined)
  await pause(2000)
  const began = performance.now()
  child.kill('SIGTERM')
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  await under
  console.log(`\nSIGTERM while a text of 2 MB is read: ended after ${Math.round(performance.now() - began)} ms with ${code ?? signal}`)
}

if (!existsSync(main)) throw new Error('build first: npm run build')
const home = await mkdtemp(join(tmpdir(), 'visavis-soak-'))
const { child, url } = await started(home)
try {
  console.log(`${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)} at the beginning, Node ${process.version}\n`)
  await underHeavy(child, url)
  await soaked(child, url)
  await toldToEnd(child, url)
  console.log(`load ${loadavg()[0]!.toFixed(1)} at the end`)
} finally {
  child.kill('SIGKILL')
  await rm(home, { recursive: true, force: true })
}
