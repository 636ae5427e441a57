import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { rawFiles } from '../../bench/every-source.ts'
import { VisavisError } from '../../src/errors.ts'
import { judgeEdition } from '../../src/sources/editions/edition-doubts.ts'
import { importEdition } from '../../src/sources/fetching/import-edition.ts'
import { readers } from '../../src/sources/index.ts'
import type { RowsByTable } from '../../src/sources/reader/edition.ts'
import type { LoadedReader } from '../../src/sources/reader/reader.ts'
import { bundledRecord, openSession, openSnapshot, replaceSources, type Snapshot } from '../../src/store/index.ts'
import { mutated, mutations } from './mutations.ts'

/**
 * What happens to figures when their file is damaged. It damages the first file of a source in each of the ways of
 * `mutations.ts`, and reads and checks it as `visavis add` does. It reports whether the file was refused, partly
 * excluded, noted, harmless (the same rows), or stored differently without notice.
 *
 *     npx tsx scripts/chaos/mutate-sources.ts [--held] [--only=zero,digits] [SOURCE...]
 *
 * Imports into the bundled record; with `--held` also over the whole file's own edition. Requires the raw data. Without
 * named sources it uses the nineteen of the first list.
 */
const nineteen = [
  ...[
    'world-bank',
    'sipri-register',
    'sipri-tiv-table',
    'gsdb',
    'china-global-investment-tracker',
    'russia-exercises',
    'comext',
    'eurostat-energy',
  ],
  ...[
    'crea-tracker',
    'uzbekistan-customs',
    'armenia-customs',
    'baci',
    'cow-nmc',
    'cow-trade',
    'kiel-ukraine-support-tables',
    'un-resolutions',
  ],
  ...['un-sc-vetoes', 'regimes', 'gdp-estimates', 'surplus-product'],
]

interface Bench {
  readonly id: string
  readonly loaded: LoadedReader
  readonly files: readonly string[]
  readonly held: Snapshot
  readonly directory: string
}

interface Outcome {
  readonly rows: ReadonlyMap<string, number>
  readonly notes: readonly string[]
}

async function outcomeOf({ id, loaded, held }: Bench, paths: readonly string[]): Promise<Outcome & { readonly content: RowsByTable }> {
  const session = await openSession()
  try {
    const edition = await importEdition(loaded, paths, { held, session, day: '2026-11-29' })
    const ids = [...edition.cards.map((card) => card.id), ...edition.gone]
    const judged = await judgeEdition({ id, ids, content: edition.content, held, session, accept: false })
    return { rows: rowsIn(judged.content), notes: [...edition.notes, ...judged.notes], content: judged.content }
  } finally {
    session.close()
  }
}

const passing = new Set(['vintage', 'locator', 'citation'])

/** Every row as text, and how often it occurs. */
function rowsIn(content: RowsByTable): Map<string, number> {
  const rows = new Map<string, number>()
  for (const [table, columns] of Object.entries(content)) {
    const cells = Object.entries(columns).flatMap(([name, column]) => (passing.has(name) ? [] : [column]))
    for (let row = 0; row < (cells[0]?.length ?? 0); row++) {
      const text = `${table}|${cells.map((column) => column[row]).join('|')}`
      rows.set(text, (rows.get(text) ?? 0) + 1)
    }
  }
  return rows
}

const missingFrom = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number =>
  [...one].reduce((sum, [row, times]) => sum + Math.max(0, times - (other.get(row) ?? 0)), 0)

async function verdictOn(bench: Bench, whole: Outcome, name: string): Promise<string> {
  const [first, ...rest] = bench.files as [string, ...string[]]
  const packed = first.endsWith('.gz')
  const bytes = readFileSync(first)
  const damaged = mutated(name, (packed ? gunzipSync(bytes) : bytes).toString('latin1'))
  if (damaged === undefined) return 'not done'
  const path = join(bench.directory, basename(first))
  // read as bytes, one per character; inserted characters beyond that range are written as UTF-8
  const text = Buffer.concat(damaged.split(/([^\0-\u00ff]+)/).map((part, i) => Buffer.from(part, i % 2 === 1 ? 'utf8' : 'latin1')))
  writeFileSync(path, packed ? gzipSync(text) : text)
  try {
    const { rows, notes } = await outcomeOf(bench, [path, ...rest])
    const [gone, fresh] = [missingFrom(whole.rows, rows), missingFrom(rows, whole.rows)]
    const said = notes.filter((note) => !whole.notes.includes(note))
    const what = `gone ${gone} new ${fresh}`
    if (said.some((note) => note.startsWith('Kept out'))) return `kept out, ${what}\t${said.join(' ')}`
    if (gone + fresh === 0) return 'same rows'
    return said.length > 0 ? `told, ${what}\t${said.join(' ')}` : `CHANGED IN SILENCE, ${what}`
  } catch (error) {
    if (!(error instanceof VisavisError) || error.code === 'Internal') throw error
    return `refused\t${error.message}`
  }
}

async function benchOf(id: string, held: Snapshot, directory: string): Promise<Bench> {
  const loaded = await readers.find((one) => one.id === id)!.load()
  // the pairs of cow-trade are a million rows; the first list used its national file
  const files = rawFiles[id]!.filter((path) => !path.includes('cow_trade_ndy'))
  return { id, loaded, files, held, directory }
}

/** A snapshot that contains the whole edition. */
async function withEdition(bench: Bench, content: RowsByTable): Promise<Snapshot> {
  const root = join(bench.directory, 'home')
  const columns = Object.fromEntries(Object.entries(content).map(([table, one]) => [table, { columns: one }]))
  const about = { cards: [bench.loaded.card], content: columns, created: '2026-11-29T00:00:00Z', note: 'the whole edition' }
  await replaceSources(root, bench.held, about)
  return await openSnapshot(root)
}

async function run(flags: readonly string[], ids: readonly string[]): Promise<void> {
  const only = flags
    .find((flag) => flag.startsWith('--only='))
    ?.slice(7)
    .split(',')
  const bundled = await openSnapshot(bundledRecord())
  const counts = new Map<string, number>()
  for (const id of ids) {
    const directory = mkdtempSync(join(tmpdir(), 'visavis-mutate-'))
    mkdirSync(join(directory, 'home'), { recursive: true })
    const bare = await benchOf(id, bundled, directory)
    const first = await outcomeOf(bare, bare.files).catch((error: Error) => console.log(`${id}\twhole\tREFUSED WHOLE ${error.message}`))
    if (first !== undefined && first !== null) {
      const bench = flags.includes('--held') ? { ...bare, held: await withEdition(bare, first.content) } : bare
      const whole = bench === bare ? first : await outcomeOf(bench, bench.files)
      console.log(`${id}\twhole\t${whole.rows.size} rows\t${whole.notes.join(' ')}`)
      for (const name of only ?? Object.keys(mutations)) {
        const verdict = await verdictOn(bench, whole, name)
        const kind = verdict.split(/[,\t]/)[0]!
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
        console.log(`${id}\t${name}\t${verdict.slice(0, 400)}`)
      }
      if (bench.held !== bundled) bench.held.close()
    }
    rmSync(directory, { recursive: true, force: true })
  }
  bundled.close()
  console.log([...counts].map(([kind, count]) => `${kind}: ${count}`).join(', '))
}

const given = process.argv.slice(2)
const named = given.filter((one) => !one.startsWith('--'))
await run(
  given.filter((one) => one.startsWith('--')),
  named.length > 0 ? named : nineteen,
)
