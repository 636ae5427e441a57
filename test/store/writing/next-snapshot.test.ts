import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  findSnapshot,
  listSnapshots,
  type Manifest,
  type NextRequest,
  nextSnapshot,
  openSnapshot,
  type SnapshotBuild,
  writeSnapshot,
} from '../../../src/store/index.ts'
import { freshRoot } from '../fresh-root.ts'
import { card, observations, voters } from '../rows.ts'

const now = '2026-11-29T10:00:00.000Z'

/** An edition of a source of its own, three rows. */
function editionOf(source: string): Parameters<SnapshotBuild['write']>[0] {
  const columns = { ...observations(3), source: [source, source, source] }
  return { cards: [{ ...card, id: source }], content: { observations: { columns } }, note: `${source}: 2026-11-01` }
}

function add(home: string, source: string, request: Partial<NextRequest> = {}): Promise<Manifest> {
  return nextSnapshot({ env: { VISAVIS_HOME: home }, now, ...request }, ({ write }) => write(editionOf(source)))
}

async function homeWith(...created: string[]): Promise<string> {
  const home = freshRoot()
  for (const one of created) await writeSnapshot(home, { voters: { columns: voters } }, { sources: [], created: one, note: 'test' })
  return home
}

/** Sources that have rows in the newest snapshot. */
async function sourcesIn(home: string): Promise<string[]> {
  const snapshot = await openSnapshot((await findSnapshot({ env: { VISAVIS_HOME: home } })).directory)
  const rows = await snapshot.rows('SELECT source FROM observations GROUP BY source HAVING count(*) = 3 ORDER BY source')
  snapshot.close()
  return rows.map(({ source }) => source as string)
}

test('of eight writers at once none is lost: each goes on top of the one before', async () => {
  const home = await homeWith('2026-01-01')
  const names = Array.from({ length: 8 }, (_, i) => `source-${i}`)
  const made = await Promise.all(names.map((name) => add(home, name)))
  expect(await sourcesIn(home)).toEqual(names)
  expect(new Set(made.map(({ parent }) => parent)).size).toBe(8)
})

test('a writer that was taken for gone does its work again on top of what came meanwhile', async () => {
  const home = await homeWith('2026-01-01')
  const parents: string[] = []
  const made = await nextSnapshot({ env: { VISAVIS_HOME: home }, now }, async ({ parent, write }) => {
    parents.push(parent.manifest.id)
    if (parents.length === 1) {
      rmSync(join(home, 'writers'), { recursive: true })
      await add(home, 'quick')
    }
    return write(editionOf('slow'))
  })
  expect(parents).toHaveLength(2)
  expect(made.parent).toBe(parents[1])
  expect(await sourcesIn(home)).toEqual(['quick', 'slow'])
  expect(await listSnapshots(home)).toHaveLength(3)
})

test('who is overtaken each time gives up and says so', async () => {
  const home = await homeWith('2026-01-01')
  let n = 0
  const late = nextSnapshot({ env: { VISAVIS_HOME: home }, now }, async ({ write }) => {
    rmSync(join(home, 'writers'), { recursive: true })
    await add(home, `quick-${n++}`)
    return write(editionOf('slow'))
  })
  await expect(late).rejects.toMatchObject({ code: 'CannotWrite', message: expect.stringMatching(/5 times .*nothing was changed/) })
  expect(await sourcesIn(home)).not.toContain('slow')
})

test.each([
  ['two days back', '2026-11-27T10:00:00.000Z', /clock of this machine says 2026-11-27/],
  ['years back', '1999-01-01T00:00:00.000Z', /clock of this machine says 1999/],
  ['two years ahead', '2028-11-29T10:00:00.000Z', /nothing at hand was made later than/],
])('with the clock %s what is added is used, what is added after it too, and the clock is told of', async (_, clock, words) => {
  const home = await homeWith(now)
  const told: string[] = []
  await add(home, 'one', { now: clock, warn: (text) => told.push(text) })
  expect(told).toEqual([expect.stringMatching(words)])
  expect(await sourcesIn(home)).toEqual(['one'])
  await add(home, 'two', { now: '2026-11-29T11:00:00.000Z' })
  expect(await sourcesIn(home)).toEqual(['one', 'two'])
  const stamps = (await listSnapshots(home)).map(({ created }) => Date.parse(created))
  expect(stamps).toEqual([...stamps].sort((a, b) => b - a))
})

test('a clock that is right is not told of', async () => {
  const home = await homeWith('2026-11-28')
  const told: string[] = []
  const made = await add(home, 'one', { now: '2026-12-24T10:00:00.000Z', warn: (text) => told.push(text) })
  expect([made.created, told]).toEqual(['2026-12-24T10:00:00.000Z', []])
})

test('what goes into an older snapshot becomes the newest, and what it does not have is told from then on', async () => {
  const home = await homeWith('2026-01-01')
  const below = (await listSnapshots(home))[0]!
  const beside = await add(home, 'one')
  const made = await add(home, 'two', { into: below.id, now: '2020-01-01T00:00:00.000Z' })
  const found = await findSnapshot({ env: { VISAVIS_HOME: home } })
  expect(found).toMatchObject({
    directory: expect.stringContaining(made.id),
    unexpected: true,
    why: expect.stringContaining(`what ${beside.id} brought of one is not in it`),
  })
  await add(home, 'one')
  expect((await findSnapshot({ env: { VISAVIS_HOME: home } })).unexpected).toBe(false)
  expect(await sourcesIn(home)).toEqual(['one', 'two'])
})

test('called off before the manifest is written, nothing is made', async () => {
  const home = await homeWith('2026-01-01')
  const stop = new AbortController()
  const made = nextSnapshot({ env: { VISAVIS_HOME: home }, now, signal: stop.signal }, ({ write }) => {
    stop.abort()
    return write(editionOf('one'))
  })
  await expect(made).rejects.toMatchObject({ code: 'Interrupted' })
  expect(await listSnapshots(home)).toHaveLength(1)
})
