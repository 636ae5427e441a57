import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openSession } from '../src/store/index.ts'

/**
 * Dependence by product of all pairs from generated files in the form of BACI HS6: by the command in one go, by a plan in cells of a year, and by one plain query of DuckDB
 * over the first year. `npm run build` first.
 *
 *   npx tsx bench/product-trade.ts --rows 20000000 --folder /tmp
 *
 * The amounts are made up; the form (t, i, j, k, v, q; one file a year; thousand USD with three decimals), the eleven million rows of a year, and few large traders among
 * many small ones are BACI's. It prints times, processor times, the largest memory of each process tree, and whether command and plan gave the same bytes.
 */
const { values: given } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    processes: { type: 'string', default: '2' },
    folder: { type: 'string', default: '/tmp' },
    peer: { type: 'string' },
  },
})
if (given.peer !== undefined) {
  await plainQuery(given.peer)
  process.exit()
}
const rowsOfYear = 11_000_000
const [economies, products] = [226, 5000]
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
if (!existsSync(main)) throw new Error('build first: npm run build')

const folder = mkdtempSync(join(given.folder, 'visavis-products-'))
const files = join(folder, 'BACI_HS17')
const fileOf = (year: number): string => join(files, `BACI_HS17_Y${year}_V202401.csv`)
const years = Array.from({ length: Math.ceil(Number(given.rows) / rowsOfYear) }, (_, t) => 2005 + t)
const out = (name: string): string => join(folder, name)

try {
  mkdirSync(files)
  writeFileSync(
    join(files, 'country_codes_V202401.csv'),
    `country_code,country_iso3\n${Array.from({ length: economies }, (_, i) => `${i + 1},\n`).join('')}`,
  )
  const began = performance.now()
  const rows = await generate()
  const size = readdirSync(files).reduce((all, name) => all + statSync(join(files, name)).size, 0)
  console.log(
    `${rows.toLocaleString('en-US')} rows in ${years.length} files, ${(size / 1e9).toFixed(1)} GB, made up in ${seconds(performance.now() - began)}`,
  )

  await visavis('all years, by the command', '--format', 'csv', '-o', out('whole.csv'))
  await visavis('the plan', '--plan', out('plan.json'))
  const run = await measured(`the plan, ${years.length} cells on ${given.processes} processes`, [
    ...[process.execPath, main, 'work', 'run', out('plan.json'), '-o', out('result'), '--processes', given.processes, '--quiet'],
  ])
  console.log(`  a cell: ${seconds(run / years.length)} of processor time`)
  const [whole, cells] = [out('whole.csv'), out('result/result.csv')].map((path) =>
    createHash('sha256').update(readFileSync(path)).digest('hex'),
  )
  console.log(
    `  ${(readFileSync(out('whole.csv'), 'utf8').split('\n').length - 2).toLocaleString('en-US')} pairs and years; ${whole === cells ? 'the same bytes' : 'THE BYTES DIFFER'}: ${whole}`,
  )
  await visavis(
    'products of all pairs, the last year',
    '--products',
    '--from',
    String(years.at(-1)),
    '--format',
    'csv',
    '-o',
    out('products.csv'),
  )
  const one = await measured('the first year, one plain query of DuckDB', [
    process.execPath,
    ...process.execArgv,
    fileURLToPath(import.meta.url),
    '--peer',
    fileOf(2005),
  ])
  const first = await visavis('the first year, by the command', '--to', '2005', '--format', 'csv', '-o', out('first.csv'))
  console.log(`  ratio of processor time to the plain query: ${(first / one).toFixed(2)}`)
  process.exitCode = whole === cells ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}

/** Makes up one year, of which every other one is a copy: how likely a flow is falls with the rank of exporter, importer and product. Returns the number of rows. */
async function generate(): Promise<number> {
  const session = await openSession({ memoryLimit: '2GB' })
  const random = (salt: number): string => `(hash(flow, ${salt}) % 1000003 / 1000003.0)`
  try {
    await session.run(`
      COPY (
        SELECT ${years[0]} AS t, i + 1 AS i, j + 1 AS j, printf('%06d', k * 190 + 10101) AS k, v::DECIMAL(18, 3) AS v, (v / 3)::DECIMAL(18, 3) AS q
        FROM (
          SELECT flow // ${economies * products} AS i, flow // ${products} % ${economies} AS j, flow % ${products} AS k, exp(14 * ${random(2)} - 4) AS v, flow
          FROM range(${economies * economies * products}) AS flows(flow))
        WHERE i <> j AND ${random(1)} < 1.95 * exp(-i / 45.0 - j / 60.0 - k / 2500.0))
      TO '${fileOf(years[0]!)}' (HEADER)`)
  } finally {
    session.close()
  }
  const text = readFileSync(fileOf(years[0]!))
  let rows = 0
  for (const year of years) {
    rows = 0
    for (let at = text.indexOf(10) + 1; at < text.length; at = text.indexOf(10, at) + 1, rows++) text.write(String(year), at, 'latin1')
    writeFileSync(fileOf(year), text)
  }
  return rows * years.length
}

/** The same figures of pairs as one would ask DuckDB for them, without any check of the file. */
async function plainQuery(file: string): Promise<void> {
  const session = await openSession({ memoryLimit: '4GB' })
  await session.run(`CREATE TABLE f AS SELECT i, j, k, v FROM read_csv('${file}')`)
  await session.run(`
    COPY (
      WITH bought AS (SELECT j, k, sum(v) AS total, sum(v * v) AS squares, max(v) AS most FROM f GROUP BY ALL),
        sold AS (SELECT i, k, sum(v) AS total FROM f GROUP BY ALL),
        world AS (SELECT k, sum(total) AS total, sum(total * total) AS squares FROM sold GROUP BY ALL),
        imports AS (SELECT j, sum(v) AS total FROM f GROUP BY ALL),
        exports AS (SELECT i, sum(v) AS total FROM f GROUP BY ALL),
        flows AS (
          SELECT f.*, f.v / b.total AS share, b.total > coalesce(own.total, 0) AS net, b.squares / b.total ^ 2 > 0.4 AND w.squares / w.total ^ 2 > 0.4 AND v = b.most AS few, s.total / w.total AS of_world
          FROM f LEFT JOIN bought b USING (j, k) LEFT JOIN sold s USING (i, k) LEFT JOIN world w USING (k) LEFT JOIN sold own ON own.i = f.j AND own.k = f.k)
      SELECT j, i, count(*), sum(v), sum(v) / any_value(m.total), sum(v) / any_value(x.total), count(*) FILTER (share > 0.5), sum(v) FILTER (share > 0.5) / any_value(m.total),
        count(*) FILTER (few AND net), sum(v) FILTER (few AND net) / any_value(m.total),
        count(*) FILTER (share > 0.5 AND net AND of_world > 0.3), sum(v) FILTER (share > 0.5 AND net AND of_world > 0.3) / any_value(m.total)
      FROM flows LEFT JOIN imports m USING (j) LEFT JOIN exports x USING (i) GROUP BY ALL ORDER BY j, i)
    TO '${join(file, '../../peer.csv')}'`)
  session.close()
}

function visavis(what: string, ...words: string[]): Promise<number> {
  return measured(what, [process.execPath, main, 'measure', 'product-dependence', files, '--quiet', ...words])
}

/** Runs a program and prints its time, its processor time, and the largest memory of it and its children together; returns the milliseconds of processor time. */
async function measured(what: string, [program, ...words]: string[]): Promise<number> {
  const began = performance.now()
  const child = spawn(program!, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  let [memory, processor] = [0, 0]
  const look = setInterval(() => {
    const now = useOf(child.pid!)
    memory = Math.max(memory, now.memory)
    processor = Math.max(processor, now.processor)
  }, 100)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`${what}: exit code ${code}`)
  console.log(
    `  ${what}: ${seconds(performance.now() - began)}, ${seconds(processor)} of processor time, at most ${(memory / 1e6).toFixed(0)} MB`,
  )
  return processor
}

/** Resident bytes, and milliseconds of processor time so far, of a process and all its children. */
function useOf(pid: number): { memory: number; processor: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    const all = children.map((child) => useOf(Number(child)))
    const own = {
      memory: 4096 * Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]),
      processor: ticks.reduce((sum, one) => sum + 10 * Number(one), 0),
    }
    return all.reduce((sum, one) => ({ memory: sum.memory + one.memory, processor: sum.processor + one.processor }), own)
  } catch {
    return { memory: 0, processor: 0 }
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
