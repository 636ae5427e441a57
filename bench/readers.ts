import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBaciYear } from '../src/sources/baci/baci-year.ts'
import { readUnvotes } from '../src/sources/un/assembly/un-ga-unvotes.ts'
import { openSession, type Session } from '../src/store/index.ts'

const runs = 3
/** Rows of the generated year; the goal is set for 20 million, which need 700 MB of disk. */
const millions = Number(process.env['VISAVIS_BENCH_MILLIONS'] ?? 5)
/** Codes of BACI; with 5,000 products each pair, they hold 26 million rows. */
const codes =
  '4 8 12 24 32 36 40 56 76 100 124 152 156 170 191 203 208 233 246 251 276 300 344 348 360 364 372 376 381 392 398 410 414 417 428 440 442 458 484 490 528 554 566 579 586 604 608 616 620 634 642 643 682 688 699 702 703 704 705 710 724 752 757 764 784 792 804 818 826 842 858 860 862'

/** Times our readers against DuckDB's own `read_csv` on the same files in the same run: parsing every column, and the same into a table. */
export async function run(): Promise<void> {
  console.log(`readers: best of ${runs} runs in turn, ratio to DuckDB alone (goals: a BACI year at most 2 and 1.5 GB; the votes in 1.5 s)`)
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'))
  try {
    await timeBaci(folder)
    await timeVotes()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function timeBaci(folder: string): Promise<void> {
  const year = join(folder, 'BACI_HS17_Y2022_V202401.csv')
  const countryCodes = join(folder, 'country_codes_V202401.csv')
  writeFileSync(countryCodes, `country_code,country_name\n${codes.replaceAll(' ', ',\n')},\n`)
  await inSession((session) => session.run(generated(year)))
  console.log(`  a generated BACI year of ${millions} million rows, ${(statSync(year).size / 1e6).toFixed(0)} MB`)
  await compare(year, "types = {'k': 'VARCHAR'}", async (session) => void (await readBaciYear({ year, countryCodes }, session)))
  const alone = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), year, countryCodes], { encoding: 'utf8' })
  console.log(`    peak memory of visavis alone in a process: ${alone.stdout.trim()} MB`)
}

/** What a process of its own needs at most to read the year, in MB. */
async function peakOf(year: string, countryCodes: string): Promise<string> {
  await inSession(async (session) => void (await readBaciYear({ year, countryCodes }, session)))
  return (process.resourceUsage().maxRSS / 1024).toFixed(0)
}

/** Every exporter in turn sends each importer 5,000 products, until the rows are up. */
function generated(path: string): string {
  const perExporter = Math.ceil((millions * 1e6) / codes.split(' ').length)
  return `COPY (
    WITH codes AS (SELECT [${codes.replaceAll(' ', ', ')}] AS l), n AS (SELECT r, r // ${perExporter} AS e, (r // 5000) % 72 AS m FROM range(${millions * 1e6}) AS x(r))
    SELECT 2022 AS t, l[1 + e] AS i, l[1 + m + CASE WHEN m >= e THEN 1 ELSE 0 END] AS j, lpad(CAST(10000 + (r % 5000) * 37 AS VARCHAR), 6, '0') AS k,
      (hash(r) % 1000000) / 1000.0 AS v, CASE WHEN hash(r + 1) % 30 > 0 THEN (hash(r * 3) % 100000) / 1000.0 END AS q
    FROM n, codes) TO '${path}' (HEADER)`
}

async function timeVotes(): Promise<void> {
  const folder = fileURLToPath(new URL('../../shared/data/un-ga-votes/unvotes-r/', import.meta.url))
  if (!existsSync(folder)) return console.log('  votes: no published files at hand')
  const at = (name: string): string => join(folder, `${name}.csv.gz`)
  console.log(
    '  votes of the UN General Assembly 1946-2020 (three gzipped files, read into packed roll calls; DuckDB reads the votes alone)',
  )
  const paths = { rollCalls: at('un_roll_calls'), votes: at('un_votes'), issues: at('un_roll_call_issues') }
  await compare(paths.votes, '', async () => void (await readUnvotes(paths)))
}

async function compare(path: string, options: string, ours: (session: Session) => Promise<void>): Promise<void> {
  const table = `read_csv('${path}'${options === '' ? '' : `, ${options}`})`
  const ways: [string, (session: Session) => Promise<void>][] = [
    ['DuckDB read_csv, every column', (session) => session.run(`SELECT max(COLUMNS(*)) FROM ${table}`)],
    ['DuckDB read_csv into a table', (session) => session.run(`CREATE TEMP TABLE x AS SELECT * FROM ${table}`)],
    ['visavis', ours],
  ]
  const best = ways.map(() => Number.POSITIVE_INFINITY)
  for (let i = 0; i < runs; i++) {
    for (const [w, [, way]] of ways.entries()) best[w] = Math.min(best[w]!, await inSession((session) => timed(() => way(session))))
  }
  for (const [w, [name]] of ways.entries()) {
    const ratios = w < 2 ? '' : `  ${(best[2]! / best[0]!).toFixed(2)} and ${(best[2]! / best[1]!).toFixed(2)}`
    console.log(`    ${name.padEnd(32)} ${best[w]!.toFixed(0).padStart(6)} ms${ratios}`)
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession()
  try {
    return await work(session)
  } finally {
    session.close()
  }
}

const [, self, year, countryCodes] = process.argv
if (self === fileURLToPath(import.meta.url)) {
  if (year === undefined || countryCodes === undefined) await run()
  else console.log(await peakOf(year, countryCodes))
}
