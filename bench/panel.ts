import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSession } from '../src/store/index.ts'
import { pythonWithPandas } from '../test/reports/panel/python-with-pandas.ts'

const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/**
 * All pairs since 1946 with thirteen indicators, from the record to the file, by the built command. The peers do the last step only, from our own figures: DuckDB
 * joins a table for each figure to the pairs and years and writes CSV; pandas reads that CSV and writes Stata.
 */
export async function run(): Promise<void> {
  if (!existsSync(program)) return console.log('panel: skipped, nothing is built (npm run build)')
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-panel-'))
  try {
    console.log('panel of all pairs since 1946, thirteen indicators, by command; the peers join and write figures that we computed')
    const took: Record<string, number> = {}
    for (const format of ['csv', 'dta', 'parquet']) took[format] = await timed(folder, format)
    const csv = await duckdbJoin(folder)
    show('DuckDB, join and CSV', csv, `ours takes ${(took['csv']! / csv).toFixed(2)} times as long, figures computed`)
    const stata = pandasStata(folder)
    if (stata === undefined) console.log('  pandas: not at hand')
    else show('pandas, CSV to Stata', stata, `ours takes ${(took['dta']! / stata).toFixed(2)} times as long, figures computed`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function timed(folder: string, format: string): Promise<number> {
  const file = join(folder, `panel.${format}`)
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'panel', '-o', file, '--quiet'], {
    env: { ...process.env, VISAVIS_HOME: join(folder, 'none') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid!))), 100)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`the panel ended with ${code}`)
  const took = performance.now() - began
  show(
    `visavis panel, ${format}`,
    took,
    `${(statSync(file).size / 2 ** 20).toFixed(0)} MB, ${(peak / 1024).toFixed(0)} MB of memory at most`,
  )
  return took
}

/** Resident memory of a process and its children, in KB; 0 where the system has no /proc. */
function memoryOf(parent: number): number {
  if (!existsSync('/proc/self/status')) return 0
  let sum = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const isOurs = pid === String(parent) || status.includes(`\nPPid:\t${parent}\n`)
      if (isOurs) sum += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
    } catch {
      // it has ended meanwhile
    }
  }
  return sum
}

async function duckdbJoin(folder: string): Promise<number> {
  const session = await openSession()
  const whole = `read_parquet('${join(folder, 'panel.parquet')}')`
  const names = (await session.rows(`DESCRIBE SELECT * FROM ${whole}`)).map((row) => String(row['column_name']))
  const values = names.filter((name) => names.includes(`${name}_flag`))
  const keys = 'iso3_a, iso3_b, year'
  await session.run(`CREATE TABLE pairs AS SELECT ${keys}, cow_a, cow_b, gw_a, gw_b FROM ${whole}`)
  for (const name of values) await session.run(`CREATE TABLE t_${name} AS SELECT ${keys}, ${name}, ${name}_flag FROM ${whole}`)
  const began = performance.now()
  const joins = values.map((name) => `LEFT JOIN t_${name} USING (${keys})`).join(' ')
  await session.run(`COPY (SELECT * FROM pairs ${joins} ORDER BY year, iso3_a, iso3_b) TO '${join(folder, 'peer.csv')}' (HEADER)`)
  const took = performance.now() - began
  session.close()
  return took
}

function pandasStata(folder: string): number | undefined {
  if (pythonWithPandas === undefined) return undefined
  const script = `
import pandas
table = pandas.read_csv("${join(folder, 'panel.csv')}", keep_default_na=False, na_values=[""])
for name in table.columns:
    if name.endswith("_flag") or name.endswith("_source"):
        table[name] = table[name].astype("category")
table.rename(columns=lambda name: name[:32]).to_stata("${join(folder, 'peer.dta')}", version=118, write_index=False)
`
  const began = performance.now()
  const { status } = spawnSync(pythonWithPandas, ['-c', script], { stdio: 'inherit' })
  return status === 0 ? performance.now() - began : undefined
}

function show(what: string, milliseconds: number, remark: string): void {
  console.log(`  ${what.padEnd(28)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s   ${remark}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
