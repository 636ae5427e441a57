import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundledRecord, type Columns, openSnapshot, type SourceCard, tables, verifySnapshot } from '../../../src/store/index.ts'
import { replaceSources } from '../../../src/store/writing/replace-sources.ts'

let home = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-'))
})
afterAll(() => rm(home, { recursive: true }))

const card = (id: string): SourceCard => ({
  id,
  title: id,
  provider: 'test',
  url: 'none',
  licence: { id: 'CC0-1.0', redistribute: true, terms: 'none' },
  citation: id,
  vintage: '2026-12-01',
  coverage: [{ indicator: 'gdp', from: '2024-01-01', to: '2024-12-31', whom: 'one state', absence: 'unknown' }],
  quirks: [],
})

function observation(source: string, value: number): Columns {
  const row: Record<string, string | number | null> = {
    indicator: 'gdp',
    from_id: 'FRA',
    to_id: null,
    reporter: null,
    start_date: '2024-01-01',
    end_date: '2024-12-31',
    value,
    unit: 'USD',
    valuation: null,
    status: 'observed',
    source,
    vintage: '2026-12-01',
    locator: 'test',
  }
  return Object.fromEntries(Object.keys(tables.observations).map((name) => [name, [row[name]!]]))
}

test('a new edition replaces the rows of its source and leaves every other row as it was', async () => {
  const parent = await openSnapshot(bundledRecord())
  const manifest = await replaceSources(home, parent, {
    cards: [card('baci')],
    content: { observations: { columns: observation('baci', 1) } },
    created: '2026-12-01T00:00:00Z',
    note: 'test',
  })
  const child = await openSnapshot(join(home, 'snapshots', manifest.id))
  expect(await verifySnapshot(child.directory)).toEqual([])
  const counts = "SELECT source, count(*) AS n FROM observations WHERE source <> 'baci' GROUP BY source ORDER BY source"
  expect(await child.rows(counts)).toEqual(await parent.rows(counts))
  expect(await child.rows("SELECT value FROM observations WHERE source = 'baci'")).toEqual([{ value: 1 }])
  expect(manifest.parent).toBe(parent.manifest.id)
  expect(manifest.tables['roll_calls']).toEqual(parent.manifest.tables['roll_calls'])
  expect(manifest.sources.find((source) => source.id === 'baci')?.vintage).toBe('2026-12-01')
  expect(manifest.sources.length).toBe(parent.manifest.sources.length)
  child.close()
  parent.close()
})

test('a source added to that writes only its own part: all others are taken over', async () => {
  const parent = await openSnapshot(home)
  const before = new Set(await readdir(join(home, 'parts')))
  const manifest = await replaceSources(home, parent, {
    cards: [card('mine')],
    content: { observations: { columns: observation('mine', 2) } },
    created: '2026-12-02T00:00:00Z',
    note: 'test',
  })
  const written = (await readdir(join(home, 'parts'))).filter((part) => !before.has(part))
  expect(written.length).toBe(1)
  expect(manifest.tables['observations']?.length).toBe((parent.manifest.tables['observations']?.length ?? 0) + 1)
  parent.close()
})

test('a damaged part of the parent is not taken over', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'visavis-'))
  await cp(bundledRecord(), broken, { recursive: true })
  const parent = await openSnapshot(broken)
  await rm(join(broken, parent.manifest.tables['roll_calls']![0]!.file))
  const target = join(broken, 'target')
  const made = replaceSources(target, parent, { cards: [], content: {}, created: '2026-12-03T00:00:00Z', note: 'test' })
  await expect(made).rejects.toThrow()
  expect(await readdir(join(target, 'snapshots')).catch(() => [])).toEqual([])
  parent.close()
  await rm(broken, { recursive: true })
})
