import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { bundledRecord, findSnapshot, listSnapshots, type Manifest, storeHome, writeSnapshot } from '../../src/store/index.ts'
import { freshRoot } from './fresh-root.ts'
import { about, voters } from './rows.ts'

const posix = process.platform === 'linux'
const record = existsSync(join(bundledRecord(), 'snapshots'))

async function homeOf(...days: string[]): Promise<{ env: { VISAVIS_HOME: string }; made: Manifest[] }> {
  const root = freshRoot()
  const made: Manifest[] = []
  for (const created of days) made.push(await writeSnapshot(root, { voters: { columns: voters } }, { ...about, created }))
  return { env: { VISAVIS_HOME: root }, made }
}

test('VISAVIS_HOME wins over XDG_DATA_HOME, which wins over the home directory', () => {
  expect(storeHome({ VISAVIS_HOME: '/a', XDG_DATA_HOME: '/b', HOME: '/c' })).toBe(resolve('/a'))
  expect(storeHome({ VISAVIS_HOME: 'relative' })).toBe(resolve('relative'))
  expect(storeHome({ VISAVIS_HOME: '', XDG_DATA_HOME: '/b', HOME: '/c' })).toBe(join('/b', 'visavis'))
})

test.runIf(posix)('without them it is ~/.local/share/visavis, also where XDG_DATA_HOME is relative', () => {
  expect(storeHome({ HOME: '/c' })).toBe('/c/.local/share/visavis')
  expect(storeHome({ HOME: '/c', XDG_DATA_HOME: 'data' })).toBe('/c/.local/share/visavis')
  expect(storeHome({})).toBe(join(homedir(), '.local/share/visavis'))
})

test('the bundled record lies in the package', () => {
  expect(bundledRecord()).toBe(resolve('data/record'))
})

test.skipIf(!existsSync('dist/store/index.js'))('and is found from the built files too', async () => {
  const built = (await import(resolve('dist/store/index.js'))) as { bundledRecord(): string }
  expect(built.bundledRecord()).toBe(bundledRecord())
})

test('nothing asked: the newest of the home', async () => {
  const { env, made } = await homeOf('2024-01-01', '2026-01-01', '2025-01-01')
  const found = await findSnapshot({ env })
  expect(found.directory).toBe(join(env.VISAVIS_HOME, 'snapshots', made[1]!.id))
  expect(found.why).toMatch(/newest of 3 .* created 2026-01-01/)
})

test('as of a day: the newest created on that day or before', async () => {
  const { env, made } = await homeOf('2024-01-01', '2025-06-30T23:00:00Z', '2026-01-01')
  const at = async (asOf: string): Promise<string> => (await findSnapshot({ env, asOf })).directory.slice(-16)
  expect(await at('2025-06-30')).toBe(made[1]!.id)
  expect(await at('2025-06-29')).toBe(made[0]!.id)
  expect(await at('2030-01-01')).toBe(made[2]!.id)
})

test.each(['2025-02-29', '2025', 'yesterday', '2025-06-30T00:00:00Z', ''])('as of %j is BadDate', async (asOf) => {
  await expect(findSnapshot({ asOf, env: { VISAVIS_HOME: '/nowhere' } })).rejects.toMatchObject({ code: 'BadDate', exitCode: 2 })
})

test('an id or its beginning finds the snapshot; an unknown one is NoSnapshot and names those that exist', async () => {
  const { env, made } = await homeOf('2024-01-01', '2025-01-01')
  const [a, b] = made as [Manifest, Manifest]
  for (const snapshot of [a.id, a.id.slice(0, 8)]) {
    expect((await findSnapshot({ snapshot, env })).directory).toBe(join(env.VISAVIS_HOME, 'snapshots', a.id))
  }
  const missing = findSnapshot({ snapshot: 'ffffffffffffffff', env })
  await expect(missing).rejects.toMatchObject({ code: 'NoSnapshot', exitCode: 3, hint: expect.stringContaining(a.id) })
  await expect(missing).rejects.toMatchObject({ hint: expect.stringContaining(b.id) })
  await expect(findSnapshot({ snapshot: '', env })).rejects.toMatchObject({ code: 'NoSnapshot' })
  await expect(findSnapshot({ snapshot: a.id.slice(0, 3), env })).rejects.toMatchObject({ code: 'NoSnapshot' })
})

test('a path is taken as it is; one that leads nowhere is NoSnapshot', async () => {
  const { env, made } = await homeOf('2024-01-01')
  const path = join(env.VISAVIS_HOME, 'snapshots', made[0]!.id)
  expect((await findSnapshot({ snapshot: path })).directory).toBe(path)
  expect((await findSnapshot({ snapshot: join(path, 'manifest.json') })).directory).toBe(path)
  expect((await findSnapshot({ snapshot: env.VISAVIS_HOME })).directory).toBe(env.VISAVIS_HOME)
  await expect(findSnapshot({ snapshot: './no/such/place' })).rejects.toMatchObject({ code: 'NoSnapshot' })
})

test('asking by id and by day at once is Usage', async () => {
  await expect(findSnapshot({ snapshot: 'a', asOf: '2020-01-01' })).rejects.toMatchObject({ code: 'Usage', exitCode: 2 })
})

test.each([
  ['cut', (directory: string) => writeFileSync(join(directory, 'manifest.json'), '{')],
  ['without one of its parts', (directory: string) => rmSync(join(directory, '../../parts'), { recursive: true })],
])(
  'a newest snapshot that is %s is an error that says how to go on, with any way of asking that would have chosen it',
  async (_, damage) => {
    const { env, made } = await homeOf('2024-01-01', '2025-01-01')
    const [older, newest] = made as [Manifest, Manifest]
    damage(join(env.VISAVIS_HOME, 'snapshots', newest.id))
    for (const request of [{ env }, { env, asOf: '2025-06-30' }])
      await expect(findSnapshot(request)).rejects.toMatchObject({
        code: 'TornSnapshot',
        exitCode: 3,
        hint: expect.stringContaining(
          `mv '${join(env.VISAVIS_HOME, 'snapshots', newest.id)}' '${join(env.VISAVIS_HOME, `torn-${newest.id}`)}'`,
        ),
      })
    expect((await findSnapshot({ env, snapshot: newest.id })).directory.slice(-16)).toBe(newest.id)
    expect((await findSnapshot({ env, snapshot: older.id })).directory.slice(-16)).toBe(older.id)
  },
)

test('an older one that is torn is told of, and the newest is used', async () => {
  const root = freshRoot()
  const old = await writeSnapshot(root, { voters: { columns: voters } }, about)
  const newest = await writeSnapshot(root, { voters: { columns: voters } }, { ...about, note: 'on top', parent: old.id })
  writeFileSync(join(root, 'snapshots', old.id, 'manifest.json'), '{')
  const found = await findSnapshot({ env: { VISAVIS_HOME: root } })
  expect(found).toMatchObject({ directory: expect.stringContaining(newest.id), unexpected: true })
  expect(found.why).toContain(`1 torn left out: ${old.id}`)
})

test('the end of the chain is the newest, whatever its stamp; as of a day, of those that were stamped by then', async () => {
  const root = freshRoot()
  const env = { VISAVIS_HOME: root }
  const add = (created: string, parent: string | null): Promise<Manifest> =>
    writeSnapshot(root, { voters: { columns: voters } }, { ...about, created, parent })
  const first = await add('2026-11-29', null)
  const back = await add('2026-11-27', first.id)
  const ahead = await add('2028-01-01', back.id)
  const right = await add('2026-11-30', ahead.id)
  expect((await listSnapshots(root)).map(({ id }) => id)).toEqual([right, ahead, back, first].map(({ id }) => id))
  const at = async (asOf?: string): Promise<string> => (await findSnapshot({ env, asOf })).directory.slice(-16)
  expect([await at(), await at('2026-12-31'), await at('2026-11-29')]).toEqual([right.id, right.id, back.id])
})

// the record is compiled by `npm run record`; where the whole project is tested it has to be there
test.skipIf(!record && process.env.CI !== 'true')(
  'an empty home, or a day before its first snapshot, falls back to the bundled record',
  async () => {
    const [bundled] = await listSnapshots(bundledRecord())
    const empty = await findSnapshot({ env: { VISAVIS_HOME: join(freshRoot(), 'not there') } })
    expect(empty.directory).toBe(join(bundledRecord(), 'snapshots', bundled!.id))
    const { env } = await homeOf('2024-01-01')
    const before = await findSnapshot({ env, asOf: '1999-12-31' })
    expect(before.directory).toBe(empty.directory)
    expect(before.why).toMatch(/no snapshot created by 1999-12-31; it was made after 1999-12-31/)
    expect((await findSnapshot({ env, snapshot: bundled!.id })).directory).toBe(empty.directory)
  },
)
