import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeError, VisavisError } from '../../src/errors.ts'
import {
  listSnapshots,
  type Manifest,
  manifestId,
  openSnapshot,
  tornSnapshots,
  verifySnapshot,
  writeSnapshot,
} from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { about, observations, voters } from '../store/rows.ts'

interface Place {
  readonly root: string
  readonly directory: string
  readonly manifest: string
  readonly part: string
  readonly content: Manifest
}

async function whole(): Promise<Place> {
  const root = freshRoot()
  const content = await writeSnapshot(root, { observations: { columns: observations(2000) }, voters: { columns: voters } }, about)
  const directory = join(root, 'snapshots', content.id)
  return { root, directory, manifest: join(directory, 'manifest.json'), part: join(root, content.tables.observations![0]!.file), content }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at]! ^= 1
  writeFileSync(file, bytes)
}

function cut(file: string): void {
  truncateSync(file, Math.floor(readFileSync(file).length / 2))
}

function rewrite(place: Place, change: (manifest: Record<string, unknown>) => void): void {
  const manifest = JSON.parse(readFileSync(place.manifest, 'utf8')) as Record<string, unknown>
  change(manifest)
  manifest.id = manifestId(manifest as never)
  const moved = join(place.root, 'snapshots', String(manifest.id))
  renameSync(place.directory, moved)
  writeFileSync(join(moved, 'manifest.json'), JSON.stringify(manifest))
}

type Damage = [string, 'part' | 'manifest', (place: Place) => void, RegExp]

const visible: Damage[] = [
  ['a part cut in the middle', 'part', ({ part }) => cut(part), /has \d+ bytes instead of \d+/],
  ['an empty part', 'part', ({ part }) => truncateSync(part, 0), /has 0 bytes instead of \d+/],
  ['a part with more at its end', 'part', ({ part }) => writeFileSync(part, 'x', { flag: 'a' }), /has \d+ bytes instead of \d+/],
  ['a missing part', 'part', ({ part }) => unlinkSync(part), /is missing/],
  [
    'a directory in place of a part',
    'part',
    ({ part }) => {
      unlinkSync(part)
      mkdirSync(part)
    },
    /is not a file/,
  ],
  ['a manifest cut in the middle', 'manifest', ({ manifest }) => cut(manifest), /is not whole JSON/],
  ['an empty manifest', 'manifest', ({ manifest }) => truncateSync(manifest, 0), /is empty/],
  ['a manifest that is not JSON', 'manifest', ({ manifest }) => writeFileSync(manifest, '\u0000PAR1'), /is not whole JSON/],
  ['a manifest that is other JSON', 'manifest', ({ manifest }) => writeFileSync(manifest, '[]'), /is not a manifest/],
  [
    'a directory in place of the manifest',
    'manifest',
    ({ manifest }) => {
      unlinkSync(manifest)
      mkdirSync(manifest)
    },
    /is a directory/,
  ],
  [
    'a letter changed in the note',
    'manifest',
    ({ manifest }) => writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"test"', '"test2"')),
    /was altered: its content has the id [0-9a-f]{16}/,
  ],
]

test.each(visible)('%s is TornSnapshot, names the file, and is not listed', async (_, which, damage, message) => {
  const place = await whole()
  damage(place)
  for (const directory of [place.directory, place.root]) {
    const error = await openSnapshot(directory).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(VisavisError)
    expect(error).toMatchObject({ code: 'TornSnapshot', exitCode: 3, message: expect.stringMatching(message) })
    const printed = describeError(error as VisavisError)
    expect(printed).toContain(place[which])
    expect(printed).toMatch(/Try: restore that file/)
  }
  expect(await listSnapshots(place.root)).toEqual([])
  expect(await tornSnapshots(place.root)).toEqual([place.directory])
  expect(await verifySnapshot(place.directory)).toEqual([{ file: place[which], what: expect.stringMatching(message) }])
})

test('one flipped bit anywhere in a part is TornSnapshot', async () => {
  const place = await whole()
  const { bytes } = place.content.tables.observations![0]!
  for (const at of [0, 5, Math.floor(bytes / 3), bytes - 9, bytes - 1]) {
    flip(place.part, at)
    await expect(openSnapshot(place.directory)).rejects.toMatchObject({
      code: 'TornSnapshot',
      message: expect.stringMatching(/was altered: its SHA-256/),
    })
    expect(await verifySnapshot(place.directory)).toHaveLength(1)
    flip(place.part, at)
    expect(await verifySnapshot(place.directory)).toEqual([])
  }
})

test('one flipped bit anywhere in a manifest is TornSnapshot, or changes nothing that it says', async () => {
  const place = await whole()
  const text = readFileSync(place.manifest, 'utf8')
  let caught = 0
  for (let at = 0; at < text.length; at += 7) {
    flip(place.manifest, at)
    const problems = await verifySnapshot(place.directory)
    caught += problems.length
    // such as a space that became another blank
    if (problems.length === 0) expect(JSON.parse(readFileSync(place.manifest, 'utf8'))).toEqual(JSON.parse(text))
    flip(place.manifest, at)
  }
  expect(caught).toBeGreaterThan(100)
})

test('a size check alone does not read the bytes: a flipped bit passes it, and verifySnapshot finds it', async () => {
  const place = await whole()
  flip(place.part, 40)
  const snapshot = await openSnapshot(place.directory, { check: 'size' })
  snapshot.close()
  expect(await verifySnapshot(place.directory)).toEqual([{ file: place.part, what: expect.stringMatching(/was altered/) }])
})

test('a part that is no Parquet, though its hash is right, is TornSnapshot', async () => {
  const place = await whole()
  const sha256 = createHash('sha256').update('not Parquet').digest('hex')
  const file = `parts/${sha256.slice(0, 32)}.parquet`
  writeFileSync(join(place.root, file), 'not Parquet')
  rewrite(place, (manifest) => {
    manifest.tables = { observations: [{ file, sha256, bytes: 11, rows: 1 }] }
  })
  await expect(openSnapshot(place.root)).rejects.toMatchObject({ code: 'TornSnapshot', message: expect.stringMatching(/cannot be read/) })
})

test.each([
  ['leads out of the root', '../../etc/passwd'],
  ['is not named after its hash', `parts/${'0'.repeat(32)}.parquet`],
])('a manifest with a part that %s is TornSnapshot', async (_, file) => {
  const place = await whole()
  rewrite(place, (manifest) => {
    const tables = manifest.tables as Record<string, { file: string }[]>
    tables.observations![0]!.file = file
  })
  await expect(openSnapshot(place.root)).rejects.toMatchObject({
    code: 'TornSnapshot',
    message: expect.stringMatching(/is not a manifest: tables\.observations\.0/),
  })
})

test('a snapshot of a later schema says so, and a table that this version does not know is let be', async () => {
  const place = await whole()
  rewrite(place, (manifest) => {
    const tables = manifest.tables as Record<string, unknown>
    tables.treaties = tables.voters
  })
  const snapshot = await openSnapshot(place.root)
  expect(await snapshot.rows('SELECT count(*) AS n FROM voters')).toEqual([{ n: 3 }])
  snapshot.close()
  rewrite({ ...place, directory: snapshot.directory, manifest: join(snapshot.directory, 'manifest.json') }, (manifest) => {
    manifest.schemaVersion = 2
  })
  await expect(openSnapshot(place.root)).rejects.toMatchObject({ message: expect.stringMatching(/has schema 2: a later visavis wrote it/) })
})

test('a snapshot under another’s id is TornSnapshot: an id never opens something else', async () => {
  const place = await whole()
  const other = join(place.root, 'snapshots', '0123456789abcdef')
  renameSync(place.directory, other)
  await expect(openSnapshot(other)).rejects.toMatchObject({
    code: 'TornSnapshot',
    message: expect.stringContaining(`is the manifest of snapshot ${place.content.id}`),
  })
})

test('above a snapshot that is whole a torn one is no reason to take the older unasked; by its own name that opens', async () => {
  const place = await whole()
  const next = await writeSnapshot(
    place.root,
    { voters: { columns: { position: [1], state: ['IND'] } } },
    { ...about, created: '2026-11-25' },
  )
  cut(join(place.root, 'snapshots', next.id, 'manifest.json'))
  await expect(openSnapshot(place.root)).rejects.toMatchObject({
    code: 'TornSnapshot',
    hint: expect.stringContaining(place.directory.slice(-16)),
  })
  const snapshot = await openSnapshot(place.directory)
  expect(snapshot.manifest.id).toBe(place.content.id)
  snapshot.close()
})

test('a damaged part is put right by writing the same rows again', async () => {
  const place = await whole()
  flip(place.part, 40)
  await writeSnapshot(place.root, { observations: { columns: observations(2000) } }, { ...about, note: 'again' })
  expect(await verifySnapshot(place.directory)).toEqual([])
})

test('files that are not ours in a root are left alone', async () => {
  const place = await whole()
  writeFileSync(join(place.root, 'snapshots', 'README'), 'mine')
  mkdirSync(join(place.root, 'snapshots', 'old copies'))
  expect((await listSnapshots(place.root)).map(({ id }) => id)).toEqual([place.content.id])
  expect(await tornSnapshots(place.root)).toEqual([])
  expect(readdirSync(join(place.root, 'snapshots')).sort()).toEqual(['README', place.content.id, 'old copies'].sort())
})
