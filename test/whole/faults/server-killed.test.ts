import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { listSnapshots, openSnapshot, tornSnapshots, verifySnapshot } from '../../../src/store/index.ts'
import { asked } from '../../server/open-server.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const main = join(import.meta.dirname, '../../../dist/cli/main.js')

/** A table that takes long enough to write for a kill to fall into it. */
function baci(year: number): string {
  const states = 'BEL CAN CHE CHN DEU ESP FRA GBR IND ITA JPN KOR MEX NLD RUS SGP USA'.split(' ')
  const rows = states.flatMap((from) => states.filter((to) => to !== from).map((to, i) => `${from},${to},${(i + 1) * 1000 + year}`))
  const years = Array.from({ length: 20 }, (_, i) => 1995 + i)
  return `year,iso_o,iso_d,value_thousand_usd\n${years.flatMap((one) => rows.map((row) => `${one},${row}\n`)).join('')}`
}

async function started(home: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [main, 'serve', '--quiet'], {
    env: { ...process.env, VISAVIS_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [first] = (await once(child.stdout!, 'data')) as [Buffer]
  return { child, url: String(first).trim() }
}

async function add(url: string, year: number): Promise<{ status: number; id: string }> {
  const file = (await asked(url, '/api/v1/files?name=baci.csv', { method: 'POST', body: baci(year) })).json<{ file: string }>().file
  // one row in place of thousands is stored only for who says so
  const body = JSON.stringify({ source: 'baci', files: [file], accept: true })
  const reply = await asked(url, '/api/v1/add', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(reply.status, reply.text).toBe(200)
  return { status: reply.status, id: reply.json<{ snapshot: { id: string } }>().snapshot.id }
}

/** Whether a part is being written. */
function writing(home: string): boolean {
  const parts = join(home, 'parts')
  return existsSync(parts) && readdirSync(parts).some((name) => name.startsWith('.writing-'))
}

test('a server killed during a write: the former snapshot opens whole, nothing is half, and the next server adds again', {
  timeout: 900_000,
}, async () => {
  const home = freshRoot()
  const first = await started(home)
  const { status, id } = await add(first.url, 1)
  expect(status).toBe(200)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  let fellIntoWrite = 0
  for (let n = 2; n < 8; n++) {
    const { child, url } = await started(home)
    let isAdding = true
    const adding = add(url, n)
      .catch((cause: Error) => cause)
      .finally(() => {
        isAdding = false
      })
    // every third kill falls when a part is seen on its way, the others a little later; a busy machine may take long to begin one
    while (isAdding && !writing(home)) await pause(1)
    await pause((n % 3) * 4)
    if (writing(home)) fellIntoWrite++
    child.kill('SIGKILL')
    await once(child, 'exit')
    await adding
    expect(await tornSnapshots(home)).toEqual([])
    const listed = await listSnapshots(home)
    expect(listed.map((one) => one.id)).toContain(id)
    for (const one of listed) expect(await verifySnapshot(join(home, 'snapshots', one.id))).toEqual([])
    const snapshot = await openSnapshot(home)
    expect(await snapshot.rows("SELECT count(*) AS n FROM observations WHERE source = 'baci'")).toEqual([{ n: 17 * 16 * 20 }])
    snapshot.close()
  }
  expect(fellIntoWrite).toBeGreaterThan(0)
  const { url } = await started(home)
  const again = await add(url, 99)
  expect(again.status).toBe(200)
  expect((await asked(url, '/api/v1/record')).json<{ snapshot: { id: string } }>().snapshot.id).toBe(again.id)
})
