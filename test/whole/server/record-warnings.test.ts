import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listSnapshots, type Manifest, openSnapshot, writeSnapshot } from '../../../src/store/index.ts'
import { type Opened, openServer } from '../../server/open-server.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { about, voters } from '../../store/rows.ts'

async function add(server: Opened, source: string, name: string, text: string): Promise<string> {
  const reply = await server.post('/api/v1/add', { source, files: [await server.bring(name, text)], accept: true })
  expect(reply.status, reply.text).toBe(200)
  return reply.json<{ snapshot: { id: string } }>().snapshot.id
}

const baci = (year: number): string => `year,iso_o,iso_d,value_thousand_usd\n${year},CHN,RUS,7\n`

/** A home with a snapshot and one that was made from it. */
async function home(): Promise<{ home: string; made: [Manifest, Manifest] }> {
  const root = freshRoot()
  const old = await writeSnapshot(root, { voters: { columns: voters } }, about)
  const newest = await writeSnapshot(root, { voters: { columns: voters } }, { ...about, note: 'on top', parent: old.id })
  return { home: root, made: [old, newest] }
}

test('of six that add at once through one server each says that it is done, and each goes on top of another', async () => {
  const server = await openServer()
  const ids = await Promise.all(Array.from({ length: 6 }, (_, n) => add(server, 'baci', `baci-${n}.csv`, baci(2000 + n))))
  const all = await listSnapshots(server.home)
  expect(all).toHaveLength(6)
  expect(new Set(all.map(({ parent }) => parent)).size).toBe(6)
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  const snapshot = await openSnapshot(server.home)
  expect(await snapshot.rows("SELECT count(*)::INTEGER AS n FROM observations WHERE source = 'baci'")).toEqual([{ n: 1 }])
  snapshot.close()
})

test('a newest record that is torn is a problem at every question, until it is mended', async () => {
  const { home: VISAVIS_HOME, made } = await home()
  const manifest = join(VISAVIS_HOME, 'snapshots', made[1].id, 'manifest.json')
  writeFileSync(manifest, '{')
  const server = await openServer({ env: { VISAVIS_HOME } })
  for (const path of ['/api/v1/record', '/api/v1/sources', '/api/v1/votes?a=CHN&b=RUS']) {
    const reply = await server.ask(path)
    expect([reply.status, reply.json()['code'], reply.json()['hint']]).toEqual([
      500,
      'TornSnapshot',
      expect.stringContaining(`--snapshot ${made[0].id}`),
    ])
  }
  rmSync(join(VISAVIS_HOME, 'snapshots', made[1].id), { recursive: true })
  expect((await server.ask('/api/v1/record')).json()).toMatchObject({ snapshot: { id: made[0].id }, unexpected: false })
})

test('what is amiss beside the record that is used stands in a header of the answer, of one that was worked out before too', async () => {
  const { home: VISAVIS_HOME, made } = await home()
  const server = await openServer({ env: { VISAVIS_HOME } })
  expect((await server.ask('/api/v1/sources')).headers['visavis-warning']).toBeUndefined()
  writeFileSync(join(VISAVIS_HOME, 'snapshots', made[0].id, 'manifest.json'), '{')
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const replies = [await server.ask('/api/v1/sources'), await server.post('/api/v1/sources', {})]
  for (const { status, headers } of replies)
    expect([status, headers['visavis-warning']]).toEqual([
      200,
      expect.stringMatching(new RegExp(`^This rests on the newest of 1 .*1 torn left out: ${made[0].id}\\.$`)),
    ])
  expect((await server.ask('/api/v1/record')).json()).toMatchObject({ unexpected: true, why: expect.stringContaining(made[0].id) })
})
