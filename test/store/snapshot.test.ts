import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  listSnapshots,
  manifestId,
  openSession,
  openSnapshot,
  type TableName,
  tables,
  verifySnapshot,
  writeSnapshot,
} from '../../src/store/index.ts'
import { freshRoot } from './fresh-root.ts'
import { about, card, observations, reversed, voters } from './rows.ts'

const content = { observations: { columns: observations(5000) }, voters: { columns: voters } }

test('what is written is read back, cell for cell', async () => {
  const root = freshRoot()
  await writeSnapshot(root, content, about)
  const snapshot = await openSnapshot(root)
  const order = 'CAST(split_part(locator, $space, 4) AS INTEGER)'
  expect(await snapshot.columns(`SELECT * FROM observations ORDER BY ${order}`, { space: ' ' })).toEqual(content.observations.columns)
  expect(await snapshot.rows('SELECT state FROM voters WHERE position = $p', { p: 1 })).toEqual([{ state: 'RUS' }])
  expect(snapshot.manifest.sources).toEqual(about.sources)
  snapshot.close()
})

test('tables that a snapshot lacks, or that have no rows, are empty views with the right columns and types', async () => {
  const root = freshRoot()
  await writeSnapshot(root, { voters: { columns: { position: [], state: [] } } }, about)
  const snapshot = await openSnapshot(root)
  for (const table of Object.keys(tables) as TableName[]) {
    expect(await snapshot.rows(`SELECT * FROM ${table}`)).toEqual([])
    const described = await snapshot.columns(`DESCRIBE ${table}`)
    expect(Object.fromEntries(described.column_name!.map((name, i) => [name, described.column_type![i]]))).toEqual(tables[table])
  }
  snapshot.close()
})

test('Parquet parts have the columns and types of tables.ts, in order', async () => {
  const root = freshRoot()
  const manifest = await writeSnapshot(root, content, about)
  const session = await openSession()
  const file = join(root, manifest.tables.observations![0]!.file).replace(/[*[]/g, '[$&]').replaceAll("'", "''")
  const described = await session.columns(`DESCRIBE SELECT * FROM read_parquet('${file}')`)
  session.close()
  expect(described.column_name).toEqual(Object.keys(tables.observations))
  expect(described.column_type).toEqual(Object.values(tables.observations))
})

test('the same rows give the same bytes and the same id: in any order, from columns or from a query, on any number of threads', async () => {
  const [first, second, third] = [freshRoot(), freshRoot(), freshRoot()]
  const session = await openSession({ threads: 4 })
  await session.run('CREATE TABLE mine (position INTEGER, state VARCHAR)')
  await session.append('mine', reversed(voters))
  const a = await writeSnapshot(first, content, about)
  const b = await writeSnapshot(
    second,
    { voters: { sql: 'FROM mine' }, observations: { columns: reversed(content.observations.columns) } },
    { ...about, session },
  )
  const c = await writeSnapshot(third, { ...content, observations: { columns: observations(5000, 2) } }, about)
  session.close()
  expect(b).toEqual(a)
  const bytes = (root: string): string[] =>
    readdirSync(join(root, 'parts')).map((name) =>
      createHash('sha256')
        .update(readFileSync(join(root, 'parts', name)))
        .digest('hex'),
    )
  expect(bytes(second)).toEqual(bytes(first))
  expect(c.id).not.toBe(a.id)
})

test('a part is named after its own hash, and the id after everything the manifest says', async () => {
  const root = freshRoot()
  const manifest = await writeSnapshot(root, content, about)
  for (const part of Object.values(manifest.tables).flat()) {
    const bytes = readFileSync(join(root, part.file))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(part.sha256)
    expect(part.file).toBe(`parts/${part.sha256.slice(0, 32)}.parquet`)
    expect(part.bytes).toBe(bytes.length)
  }
  expect(manifest.tables.observations![0]!.rows).toBe(5000)
  expect(manifest.id).toMatch(/^[0-9a-f]{16}$/)
  expect(manifestId({ ...manifest, note: 'another' })).not.toBe(manifest.id)
  expect(manifestId(JSON.parse(readFileSync(join(root, 'snapshots', manifest.id, 'manifest.json'), 'utf8')))).toBe(manifest.id)
})

test('a table without rows has no part', async () => {
  const root = freshRoot()
  const manifest = await writeSnapshot(
    root,
    {
      voters: { columns: { position: [], state: [] } },
      sanctions: {
        sql: 'FROM (SELECT NULL AS regime, NULL AS name, NULL AS sender, NULL AS target, NULL AS start_date, NULL AS end_date, NULL AS measures, NULL AS source, NULL AS vintage, NULL AS citation, NULL AS note) WHERE false',
      },
    },
    about,
  )
  expect(manifest.tables).toEqual({ voters: [], sanctions: [] })
  expect(readdirSync(join(root, 'parts'))).toEqual([])
})

test('the order in which sources are given does not matter', async () => {
  const root = freshRoot()
  const [a, b] = [
    { ...card, id: 'a' },
    { ...card, id: 'b' },
  ]
  const first = await writeSnapshot(root, {}, { ...about, sources: [a, b] })
  expect(first.sources.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(await writeSnapshot(root, {}, { ...about, sources: [b, a] })).toEqual(first)
})

test('any text comes back as it was written', { timeout: 60_000 }, async () => {
  const root = freshRoot()
  const session = await openSession()
  const kept = (text: string): boolean => !text.includes('\0') && !text.startsWith('\ufeff')
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }).filter(kept),
    fc.constantFrom('', ' ', "'", '"', '\\', '\n', '\r\n', 'x\ufeff', '𝄞', null),
  )
  const property = fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 300 }), async (texts) => {
    const positions = texts.map((_, i) => i)
    const { id } = await writeSnapshot(root, { voters: { columns: { position: positions, state: texts } } }, { ...about, session })
    const snapshot = await openSnapshot(join(root, 'snapshots', id))
    const { state } = await snapshot.columns('SELECT state FROM voters ORDER BY position')
    snapshot.close()
    expect(state).toEqual(texts)
  })
  await fc.assert(property, { numRuns: 15, seed: 7 })
  session.close()
})

test('two snapshots of one root share the parts they have in common', async () => {
  const root = freshRoot()
  const a = await writeSnapshot(root, content, about)
  const b = await writeSnapshot(root, { ...content, voters: { columns: { position: [9], state: ['IND'] } } }, { ...about, parent: a.id })
  expect(b.tables.observations).toEqual(a.tables.observations)
  expect(readdirSync(join(root, 'parts'))).toHaveLength(3)
  expect(b.parent).toBe(a.id)
  for (const { id } of [a, b]) expect(await verifySnapshot(join(root, 'snapshots', id))).toEqual([])
})

test('snapshots are listed newest first, and a root opens as its newest', async () => {
  const root = freshRoot()
  const days = ['2026-03-01', '2026-11-24T09:00:00.5Z', '2026-11-24T09:00:00Z', '2025-12-31T23:59:59.999Z']
  for (const created of days) await writeSnapshot(root, { voters: { columns: voters } }, { ...about, created })
  const listed = await listSnapshots(root)
  expect(listed.map((manifest) => manifest.created)).toEqual([days[1], days[2], days[0], days[3]])
  const snapshot = await openSnapshot(root)
  expect(snapshot.manifest).toEqual(listed[0])
  expect(snapshot.directory).toBe(join(root, 'snapshots', listed[0]!.id))
  snapshot.close()
})

test('an older snapshot opens by its own directory', async () => {
  const root = freshRoot()
  const old = await writeSnapshot(root, { voters: { columns: voters } }, { ...about, created: '2020-01-01' })
  await writeSnapshot(root, { voters: { columns: { position: [1], state: ['IND'] } } }, about)
  const snapshot = await openSnapshot(join(root, 'snapshots', old.id))
  expect(await snapshot.rows('SELECT count(*) AS n FROM voters')).toEqual([{ n: 3 }])
  snapshot.close()
})

test('a directory without a snapshot is NoSnapshot, and a root that does not exist has none', async () => {
  const root = freshRoot()
  await expect(openSnapshot(root)).rejects.toMatchObject({ code: 'NoSnapshot', exitCode: 3 })
  await expect(openSnapshot(join(root, 'nowhere'))).rejects.toMatchObject({ code: 'NoSnapshot' })
  expect(await listSnapshots(join(root, 'nowhere'))).toEqual([])
})
