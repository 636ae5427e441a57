import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listSnapshots, tornSnapshots, verifySnapshot } from '../../../src/store/index.ts'
import { type Opened, openServer, type Reply } from '../../server/open-server.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const question = '/api/v1/mirror?a=CHN&b=RUS&from=2021&to=2021'

async function add({ bring, post }: Opened, value: number): Promise<Reply> {
  const file = await bring('baci.csv', `year,iso_o,iso_d,value_thousand_usd\n2021,CHN,RUS,${value}\n`)
  // one row in place of thousands is stored only for who says so
  return post('/api/v1/add', { source: 'baci', files: [file], accept: true })
}

const idOf = (reply: Reply): string => reply.json<{ snapshot: { id: string } }>().snapshot.id

test('a snapshot removed under a server is a clear problem for who names it, and answered again when it is back', async () => {
  const server = await openServer()
  const [old, newest] = [idOf(await add(server, 7)), idOf(await add(server, 14))]
  const named = `${question}&snapshot=${newest}`
  const before = await server.ask(named)
  expect([before.status, before.text.includes('14000')]).toEqual([200, true])
  const [here, away] = [join(server.home, 'snapshots', newest), join(server.home, 'away')]
  renameSync(here, away)
  const gone = await server.ask(named, { headers: { 'if-none-match': before.headers.etag! } })
  expect([gone.status, gone.json()['code'], gone.json()['detail']]).toEqual([404, 'NoSnapshot', expect.stringContaining(newest)])
  const unnamed = await server.ask(question)
  expect([unnamed.status, unnamed.text.includes('"value":7000')]).toEqual([200, true])
  expect((await server.ask('/api/v1/record')).json<{ snapshot: { id: string } }>().snapshot.id).toBe(old)
  renameSync(away, here)
  for (const path of [named, question]) expect((await server.ask(path)).text).toContain('14000')
})

test('parts that are lost or cut are said to be torn, not a fault of ours, and answered again when they are back', async () => {
  const server = await openServer()
  const id = idOf(await add(server, 7))
  const parts = join(server.home, 'parts')
  const whole = new Map(readdirSync(parts).map((name) => [name, readFileSync(join(parts, name))]))
  const named = (draw: number): string => `/api/v1/measure/similarity?a=CHN&b=RUS&year=2018&draws=${draw}&snapshot=${id}`
  rmSync(parts, { recursive: true })
  mkdirSync(parts)
  await passed()
  const lost = await server.ask(named(100))
  expect([lost.status, lost.json()['code'], lost.json()['detail']]).toEqual([
    500,
    'TornSnapshot',
    expect.stringMatching(/parquet is missing/),
  ])
  for (const [name, bytes] of whole) writeFileSync(join(parts, name), bytes.subarray(0, bytes.length / 2))
  await passed()
  expect((await server.ask(named(101))).json()['code']).toBe('TornSnapshot')
  for (const [name, bytes] of whole) writeFileSync(join(parts, name), bytes)
  await passed()
  expect((await server.ask(named(102))).status).toBe(200)
})

test('a record that is held open answers on, or is said to be torn, while its parts are away', async () => {
  const server = await openServer()
  const id = idOf(await add(server, 7))
  const named = (year: number): string => `/api/v1/measure/similarity?a=CHN&b=RUS&year=${year}&draws=100&snapshot=${id}`
  expect((await server.ask(named(2015))).status).toBe(200)
  const parts = join(server.home, 'parts')
  renameSync(parts, `${parts}-away`)
  const replies = [await server.ask(named(2016)), await server.ask('/api/v1/record')]
  for (const reply of replies) expect([200, 500]).toContain(reply.status)
  if (replies[0]!.status === 500) expect(replies[0]!.json()['code']).toBe('TornSnapshot')
  renameSync(`${parts}-away`, parts)
  expect((await server.ask(named(2017))).status).toBe(200)
})

test('a full disk is said as such by the server; the store stays whole, and takes the same when there is room', async ({ skip }) => {
  const disk = join(freshRoot(), 'disk')
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk], { encoding: 'utf8' })
  if (mounted.status !== 0) return skip(`no file system can be mounted here: ${mounted.stderr.trim()}`)
  onTestFinished(() => void spawnSync('umount', [disk]))
  const home = join(disk, 'home')
  const server = await openServer({ env: { VISAVIS_HOME: home } })
  const id = idOf(await add(server, 7))
  const filler = join(disk, 'filler')
  try {
    for (;;) writeFileSync(filler, Buffer.alloc(4096), { flag: 'a' })
  } catch {
    // it is full
  }
  const full = await add(server, 14)
  expect([full.status, full.headers['content-type'], full.json()['code']]).toEqual([507, 'application/problem+json', 'DiskFull'])
  expect((await listSnapshots(home)).map((one) => one.id)).toEqual([id])
  expect([await tornSnapshots(home), await verifySnapshot(join(home, 'snapshots', id))]).toEqual([[], []])
  expect((await server.ask(question)).text).toContain('7000')
  rmSync(filler)
  const again = await add(server, 14)
  expect(again.status).toBe(200)
  expect((await server.ask(question)).text).toContain('14000')
})

/** What changes inside a file of the store is noticed after a second. */
function passed(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1100))
}
