import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listSnapshots, tornSnapshots, verifySnapshot, writeSnapshot } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { about, observations, voters } from '../../store/rows.ts'

/** A small file system of its own, or why there cannot be one here. */
function smallDisk(kibibytes: number, options = ''): { path: string } | { why: string } {
  const path = join(freshRoot(), 'disk')
  mkdirSync(path)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k${options}`, 'tmpfs', path], { encoding: 'utf8' })
  if (mounted.status !== 0) return { why: `no file system can be mounted here: ${mounted.error?.message ?? mounted.stderr.trim()}` }
  onTestFinished(() => void spawnSync('umount', [path]))
  return { path }
}

/** Takes up all space but about this much. */
function fill(path: string, left: number): void {
  const block = Buffer.alloc(4096)
  const filler = join(path, 'filler')
  try {
    for (;;) writeFileSync(filler, block, { flag: 'a' })
  } catch {
    const taken = readFileSync(filler).length
    writeFileSync(filler, Buffer.alloc(Math.max(0, taken - left * 1024)))
  }
}

const first = { voters: { columns: voters } }
const second = { observations: { columns: observations(4000) }, voters: { columns: { position: [7], state: ['IND'] } } }

test('a disk that is full at any point of a write is DiskFull; what was there stays whole and nothing half-written is seen or left', async ({
  skip,
}) => {
  const outcomes = new Set<string>()
  for (const left of [0, 4, 8, 12, 16, 24, 32, 48, 64, 72, 76, 80, 84, 88, 92, 96, 100, 104, 108, 112, 128, 192]) {
    const disk = smallDisk(256)
    if ('why' in disk) return skip(disk.why)
    const root = join(disk.path, 'root')
    const old = await writeSnapshot(root, first, about)
    fill(disk.path, left)
    const outcome = await writeSnapshot(root, second, { ...about, created: '2026-11-25' }).catch((error: unknown) => error)
    outcomes.add(outcome instanceof Error ? outcome.name : 'written')
    if (outcome instanceof Error) {
      expect(outcome).toMatchObject({ code: 'DiskFull', exitCode: 1, hint: expect.stringMatching(/free some space/) })
      expect((await listSnapshots(root)).map(({ id }) => id)).toEqual([old.id])
    }
    expect(await tornSnapshots(root)).toEqual([])
    expect(await verifySnapshot(join(root, 'snapshots', old.id))).toEqual([])
    expect(filesIn(root).filter((name) => name.includes('.writing-'))).toEqual([])
    rmSync(join(disk.path, 'filler'))
    const again = await writeSnapshot(root, second, { ...about, created: '2026-11-25' })
    expect((await listSnapshots(root)).map(({ id }) => id)).toEqual([again.id, old.id])
  }
  expect(outcomes).toEqual(new Set(['DiskFull', 'written']))
})

test('a disk with no room for even a directory is DiskFull', async ({ skip }) => {
  const disk = smallDisk(256, ',nr_inodes=3')
  if ('why' in disk) return skip(disk.why)
  await expect(writeSnapshot(join(disk.path, 'a', 'b', 'c'), first, about)).rejects.toMatchObject({ code: 'DiskFull' })
})

test('a read-only disk is CannotWrite', async ({ skip }) => {
  const disk = smallDisk(256, ',ro')
  if ('why' in disk) return skip(disk.why)
  await expect(writeSnapshot(join(disk.path, 'root'), first, about)).rejects.toMatchObject({
    code: 'CannotWrite',
    hint: expect.stringMatching(/VISAVIS_HOME/),
  })
})

test.skipIf(process.platform === 'win32')('a limit on the size of files stops a write as a full disk does', async () => {
  const root = freshRoot()
  const old = await writeSnapshot(root, first, about)
  const code = `const { writeSnapshot } = await import('./src/store/index.ts'); const { about, observations } = await import('./test/store/rows.ts')
    await writeSnapshot(process.argv[1], { observations: { columns: observations(20000) } }, about).catch((error) => console.log(error.code))`
  const run = ['-c', 'ulimit -f 64; exec "$0" --import tsx --input-type=module -e "$1" "$2"', process.execPath, code, root]
  const child = spawnSync('sh', run, { encoding: 'utf8' })
  expect({ said: child.stdout.trim(), errors: child.stderr }).toEqual({ said: 'DiskFull', errors: '' })
  expect((await listSnapshots(root)).map(({ id }) => id)).toEqual([old.id])
  expect(readdirSync(join(root, 'parts'))).toHaveLength(1)
})

test('a file where the root should be is CannotWrite', async () => {
  const file = join(freshRoot(), 'file')
  writeFileSync(file, 'mine')
  for (const root of [file, join(file, 'below')]) {
    await expect(writeSnapshot(root, first, about)).rejects.toMatchObject({ code: 'CannotWrite', message: expect.stringContaining(root) })
  }
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test('a directory where a part should be is CannotWrite', async () => {
  const [root, elsewhere] = [freshRoot(), freshRoot()]
  const { tables } = await writeSnapshot(elsewhere, first, about)
  mkdirSync(join(root, tables.voters![0]!.file), { recursive: true })
  await expect(writeSnapshot(root, first, about)).rejects.toMatchObject({ code: 'CannotWrite' })
  expect(await listSnapshots(root)).toEqual([])
})

function filesIn(root: string): string[] {
  return existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : []
}
