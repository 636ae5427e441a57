import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { describeError, type VisavisError } from '../../src/errors.ts'
import { findSnapshot, listSnapshots, openSnapshot, writeSnapshot } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { about, voters } from '../store/rows.ts'

const nobody = 65534

/** A root in which this test is not the superuser, to whom permissions mean nothing. */
function rootOfNobody(): string {
  const root = join(freshRoot(), 'home')
  if (process.getuid?.() === 0) {
    chmodSync(dirname(root), 0o777)
    process.seteuid!(nobody)
    onTestFinished(() => process.seteuid!(0))
  }
  mkdirSync(root)
  return root
}

function locked(path: string): void {
  chmodSync(path, 0o000)
  onTestFinished(() => chmodSync(path, 0o755))
}

test('VISAVIS_HOME that is a file is UnreadableHome, and says what to do', async () => {
  const file = join(freshRoot(), 'file')
  writeFileSync(file, '')
  for (const asked of [{}, { asOf: '2026-01-01' }, { snapshot: 'abcd' }]) {
    const error = await findSnapshot({ ...asked, env: { VISAVIS_HOME: file } }).catch((thrown: VisavisError) => thrown)
    expect(error).toMatchObject({ code: 'UnreadableHome', exitCode: 1 })
    expect(describeError(error as VisavisError)).toBe(
      `UnreadableHome: cannot read ${file}: it is not a directory\n  Try: set VISAVIS_HOME to a directory you may read, or unset it`,
    )
  }
})

test('VISAVIS_HOME below a file is UnreadableHome', async () => {
  const file = join(freshRoot(), 'file')
  writeFileSync(file, '')
  await expect(findSnapshot({ env: { VISAVIS_HOME: join(file, 'home') } })).rejects.toMatchObject({ code: 'UnreadableHome' })
})

test('a file named snapshots in the home is UnreadableHome', async () => {
  const root = freshRoot()
  writeFileSync(join(root, 'snapshots'), '')
  await expect(listSnapshots(root)).rejects.toMatchObject({ code: 'UnreadableHome' })
})

test.skipIf(process.platform === 'win32')('a home that one may not enter is UnreadableHome, not an empty one', async () => {
  const root = rootOfNobody()
  await writeSnapshot(root, { voters: { columns: voters } }, about)
  locked(root)
  const failing = findSnapshot({ env: { VISAVIS_HOME: root } })
  await expect(failing).rejects.toMatchObject({ code: 'UnreadableHome', message: expect.stringMatching(/permission denied/) })
  await expect(openSnapshot(root)).rejects.toMatchObject({ code: 'UnreadableHome' })
})

test.skipIf(process.platform === 'win32')(
  'a manifest that one may not read is UnreadableHome; a part, TornSnapshot with the reason',
  async () => {
    const root = rootOfNobody()
    const { id, tables } = await writeSnapshot(root, { voters: { columns: voters } }, about)
    const manifest = join(root, 'snapshots', id, 'manifest.json')
    locked(join(root, tables.voters![0]!.file))
    await expect(openSnapshot(root)).rejects.toMatchObject({
      code: 'TornSnapshot',
      message: expect.stringMatching(/cannot be read \(EACCES\)/),
    })
    locked(manifest)
    await expect(openSnapshot(join(root, 'snapshots', id))).rejects.toMatchObject({
      code: 'UnreadableHome',
      message: expect.stringContaining(manifest),
    })
  },
)

test.skipIf(process.platform === 'win32')('a home that one may read but not write is CannotWrite, and still opens', async () => {
  const root = rootOfNobody()
  await writeSnapshot(root, { voters: { columns: voters } }, about)
  for (const path of [join(root, 'parts'), join(root, 'snapshots')]) {
    chmodSync(path, 0o555)
    onTestFinished(() => chmodSync(path, 0o755))
  }
  const writing = writeSnapshot(root, { voters: { columns: { position: [1], state: ['IND'] } } }, about)
  await expect(writing).rejects.toMatchObject({ code: 'CannotWrite', exitCode: 1, hint: expect.stringMatching(/VISAVIS_HOME/) })
  const snapshot = await openSnapshot(root)
  expect(await snapshot.rows('SELECT count(*) AS n FROM voters')).toEqual([{ n: 3 }])
  snapshot.close()
})
