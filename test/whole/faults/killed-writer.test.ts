import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after, setImmediate as immediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listSnapshots, openSnapshot, tornSnapshots, verifySnapshot, writeSnapshot } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { about, observations, voters } from '../../store/rows.ts'

const script = fileURLToPath(new URL('./writing-in-a-loop.ts', import.meta.url))

/** Numbers in [0, 1) that are the same in every run (a linear congruential generator; quality does not matter here). */
function* fractions(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

function startWriter(root: string, start: number): { child: ChildProcess; done: string[] } {
  const child = spawn(process.execPath, ['--import', 'tsx', script, root, String(start)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const done: string[] = []
  let text = ''
  child.stdout!.setEncoding('utf8').on('data', (piece: string) => {
    const lines = (text + piece).split('\n')
    text = lines.pop()!
    done.push(...lines)
  })
  return { child, done }
}

const halfWritten = (root: string): string[] => readdirSync(join(root, 'parts')).filter((name) => name.startsWith('.writing-'))

/** Waits, for ten seconds at most, until a file is being written that was not there before. */
async function nextWrite(root: string): Promise<void> {
  const [before, end] = [new Set(halfWritten(root)), Date.now() + 10_000]
  while (halfWritten(root).every((name) => before.has(name)) && Date.now() < end) await immediate()
}

/**
 * Runs a writer until it has written one snapshot and `milliseconds` more, and kills it there.
 *
 * @param isMidway   goes on to its next write, and kills it in the midst of that: on a busy machine random points may all fall between two writes
 */
async function killedWriter(root: string, start: number, milliseconds: number, isMidway: boolean): Promise<string[]> {
  const { child, done } = startWriter(root, start)
  await once(child.stdout!, 'data')
  await after(milliseconds)
  if (isMidway) await nextWrite(root)
  child.kill('SIGKILL')
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return done
}

test('a writer killed at twenty points leaves every finished snapshot whole and none torn', { timeout: 900_000 }, async () => {
  const root = freshRoot()
  const finished: string[] = []
  const random = fractions(20261124)
  // evidence that kills fell into the middle of writes is a file left behind
  for (let kill = 0; kill < 20 || (kill < 60 && halfWritten(root).length === 0); kill++) {
    finished.push(...(await killedWriter(root, kill * 1000, random.next().value * 120, kill % 2 === 1)))
    const listed = (await listSnapshots(root)).map((manifest) => manifest.id)
    expect(listed).toEqual(expect.arrayContaining(finished))
    expect(await tornSnapshots(root)).toEqual([])
    for (const id of listed) expect(await verifySnapshot(join(root, 'snapshots', id))).toEqual([])
    const snapshot = await openSnapshot(join(root, 'snapshots', finished.at(-1)!))
    expect(await snapshot.rows('SELECT count(*) AS n FROM observations')).toEqual([{ n: 3000 }])
    snapshot.close()
  }
  expect(finished.length).toBeGreaterThanOrEqual(20)
  expect(halfWritten(root).length).toBeGreaterThan(0)
})

const stages: [string, (root: string, id: string) => void][] = [
  ['half a part', (root) => writeFileSync(join(root, 'parts', '.writing-1-aaaa'), 'PAR1half')],
  ['a part that no manifest names', (root) => writeFileSync(join(root, 'parts', `${'0'.repeat(32)}.parquet`), 'PAR1')],
  ['a directory without manifest', (root, id) => mkdirSync(join(root, 'snapshots', id))],
  [
    'half a manifest',
    (root, id) => {
      mkdirSync(join(root, 'snapshots', id))
      writeFileSync(join(root, 'snapshots', id, '.writing-1-aaaa'), '{"schemaVersion":')
    },
  ],
]

test.each(stages)('a writer that stopped after %s: nothing is listed as torn, and the same write succeeds afterwards', async (_, leave) => {
  const [elsewhere, root] = [freshRoot(), freshRoot()]
  const content = { voters: { columns: voters } }
  const old = await writeSnapshot(root, { observations: { columns: observations(10) } }, about)
  const { id } = await writeSnapshot(elsewhere, content, { ...about, created: '2026-11-25' })
  leave(root, id)
  expect((await listSnapshots(root)).map((manifest) => manifest.id)).toEqual([old.id])
  expect(await tornSnapshots(root)).toEqual([])
  const again = await writeSnapshot(root, content, { ...about, created: '2026-11-25' })
  expect(again.id).toBe(id)
  expect(await verifySnapshot(join(root, 'snapshots', id))).toEqual([])
})

test('what a killed writer left is swept away by a later one once it is a day old, and not before', async () => {
  const root = freshRoot()
  await writeSnapshot(root, {}, about)
  const [old, young] = ['.writing-1-old', '.writing-2-young'].map((name) => join(root, 'parts', name)) as [string, string]
  for (const file of [old, young]) writeFileSync(file, 'PAR1half')
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600
  utimesSync(old, twoDaysAgo, twoDaysAgo)
  await writeSnapshot(root, { voters: { columns: voters } }, about)
  expect(readdirSync(join(root, 'parts')).filter((name) => name.startsWith('.'))).toEqual(['.writing-2-young'])
})

test('two writers and a reader at once: no snapshot is lost, none is torn, and the reader never sees half of one', {
  timeout: 300_000,
}, async () => {
  const root = freshRoot()
  const writers = [startWriter(root, 0), startWriter(root, 0)]
  const running = (): boolean => writers.some(({ done }) => done.length < 8)
  let seen = 0
  while (running()) {
    const { whole, torn } = { whole: await listSnapshots(root), torn: await tornSnapshots(root) }
    expect(torn).toEqual([])
    if (whole[0] === undefined) await after(20)
    else {
      const snapshot = await openSnapshot(root)
      expect(await snapshot.rows('SELECT count(*) AS n FROM observations')).toEqual([{ n: 3000 }])
      snapshot.close()
      seen++
    }
  }
  for (const { child } of writers) child.kill('SIGKILL')
  await Promise.all(writers.map(({ child }) => once(child, 'close')))
  const listed = (await listSnapshots(root)).map((manifest) => manifest.id)
  expect(seen).toBeGreaterThan(3)
  // both write the same series, so each wrote snapshots that the other wrote too
  const [a, b] = writers.map(({ done }) => new Set(done)) as [Set<string>, Set<string>]
  expect([...a].filter((id) => b.has(id)).length).toBeGreaterThanOrEqual(8)
  expect(listed).toEqual(expect.arrayContaining([...a, ...b]))
  for (const id of listed) expect(await verifySnapshot(join(root, 'snapshots', id))).toEqual([])
})
