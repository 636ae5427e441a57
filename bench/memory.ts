import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stepsOf } from '../src/memory/catalogue/steps-of-catalogue.ts'
import { catalogue, factsOf, figuresOf, openMemory } from '../src/memory/index.ts'
import { buildMemory } from '../src/memory/steps/build.ts'
import { bundledRecord, type Manifest, openSnapshot, type Snapshot } from '../src/store/index.ts'
import { replaceSources } from '../src/store/writing/replace-sources.ts'

const pairs = 100

/** The memory of the bundled record: worked out whole, one pair looked up, and what one more year of trade costs. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  const snapshot = await openSnapshot(bundledRecord())
  try {
    const { manifest } = snapshot
    const [whole, bytes] = await built(bundledRecord(), manifest, join(folder, 'memory'))
    console.log('the memory of the bundled record, all pairs and years')
    console.log(`  worked out          ${whole.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB (goal: 10 s, 25 MB)`)
    await lookups(snapshot)
    const next = await oneMoreYear(snapshot, folder)
    const [redone] = await built(folder, next, join(folder, 'memory'))
    console.log(`  a year of trade more  ${redone.toFixed(1)} s (goal: 5 s)`)
    const beside = await oneSourceMore(snapshot, folder)
    const [copied] = await built(folder, beside, join(folder, 'memory'))
    console.log(`  a source without goods more  ${copied.toFixed(1)} s`)
  } finally {
    snapshot.close()
    await rm(folder, { recursive: true })
  }
}

async function built(root: string, manifest: Manifest, folder: string): Promise<[seconds: number, bytes: number]> {
  const began = performance.now()
  const parts = await buildMemory({ root, manifest, steps: stepsOf(catalogue), folder })
  const seconds = (performance.now() - began) / 1000
  const sizes = await Promise.all(parts.map(async ({ file }) => (await stat(join(folder, file))).size))
  return [seconds, sizes.reduce((sum, size) => sum + size, 0)]
}

/** Looks pairs up, each for the first time, and asks DuckDB for the observations of the same pairs in turn. */
async function lookups(snapshot: Snapshot): Promise<void> {
  await openMemory(snapshot)
  const rows = await snapshot.rows(`SELECT DISTINCT pair FROM figures_trade USING SAMPLE reservoir(${pairs} ROWS) REPEATABLE (1)`)
  const [first] = rows.map(({ pair }) => String(pair).split(' ') as [string, string])
  await factsOf(snapshot, ...first!)
  const [own, plain]: [number[], number[]] = [[], []]
  for (const { pair } of rows) {
    const [a, b] = String(pair).split(' ') as [string, string]
    own.push(await milliseconds(() => Promise.all([figuresOf(snapshot, a, b), factsOf(snapshot, a, b)])))
    const sql = 'SELECT * FROM observations WHERE (from_id = $a AND to_id = $b) OR (from_id = $b AND to_id = $a)'
    plain.push(await milliseconds(() => snapshot.columns(sql, { a, b })))
  }
  const [mine, theirs] = [median(own), median(plain)]
  console.log(`  a pair looked up    ${mine.toFixed(1)} ms, ratio ${(mine / theirs).toFixed(2)} (goal: 10 ms)`)
  console.log(`  observations of it  ${theirs.toFixed(1)} ms, by a plain question of DuckDB; medians of ${pairs} pairs`)
}

async function milliseconds(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await ask()
  return performance.now() - began
}

/** Writes a snapshot with one more year of the source that has the newest complete list of trade: the year before, a year later. */
async function oneMoreYear(parent: Snapshot, root: string): Promise<Manifest> {
  const id = 'baci-2023'
  const card = parent.manifest.sources.find((one) => one.id === id)!
  const rows = `SELECT * FROM observations WHERE source = '${id}'`
  const later = `SELECT * REPLACE ('2024-01-01' AS start_date, '2024-12-31' AS end_date, value * 1.03 AS value) FROM (${rows}) WHERE start_date = '2023-01-01'`
  const columns = await parent.columns(`${rows} UNION ALL ${later}`)
  return replaceSources(root, parent, {
    cards: [card],
    content: { observations: { columns } },
    created: '2026-12-02T00:00:00Z',
    note: 'one more year',
  })
}

/** Writes a snapshot with one row more, of an indicator that is no part of trade, by a source of its own. */
async function oneSourceMore(parent: Snapshot, root: string): Promise<Manifest> {
  const card = { ...parent.manifest.sources.find((one) => one.id === 'un-migrant-stock')!, id: 'made-up' }
  const columns = await parent.columns("SELECT * REPLACE ('made-up' AS source) FROM observations WHERE source = 'un-migrant-stock' LIMIT 1")
  return replaceSources(root, parent, {
    cards: [card],
    content: { observations: { columns } },
    created: '2026-12-02T00:00:01Z',
    note: 'one source more',
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)]!
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
