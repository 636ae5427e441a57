import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSession, type Session } from '../src/store/index.ts'

/**
 * Dependence by product of all pairs from generated files in the form of BACI HS6, in one go and by cells of importers, with DuckDB in a limit of memory:
 *
 *   npx tsx bench/product-trade.ts --rows 20000000 --memory 3GB --cells 8 --folder /tmp
 *
 * The amounts are made up; the form (t, i, j, k, v, q; one file a year; value in thousand USD with three decimals) and the number of rows a year are BACI's.
 * It prints times, the largest memory of the process, and whether both results are the same bytes.
 */
const { values: given } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    memory: { type: 'string', default: '3GB' },
    cells: { type: 'string', default: '8' },
    folder: { type: 'string', default: '/tmp' },
    threads: { type: 'string', default: '1' },
  },
})
const [rows, cells] = [Number(given.rows), Number(given.cells)]
const options = { memoryLimit: given.memory, threads: Number(given.threads) }

/** BACI has some ten million rows a year, 5,000 products and 226 economies. */
const rowsOfYear = 10_000_000
const [economies, products] = [226, 5000]

const sha256 = (parts: readonly Uint8Array[]): string => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

const folder = mkdtempSync(join(given.folder, 'visavis-products-'))
const raw = (year: number): string => join(folder, `BACI_HS22_Y${year}.csv`)
const years = Array.from({ length: Math.ceil(rows / rowsOfYear) }, (_, t) => 2000 + t)

try {
  console.log(`${rows.toLocaleString('en-US')} rows in ${years.length} files, ${given.memory} for DuckDB, ${given.threads} threads`)
  await timed('made up as CSV', generate)
  await timed('read, sorted by importer, kept as Parquet', ingest)
  const whole = await timed('dependence of all pairs, in one go', () => dependence(0, economies + 1, 'whole'))
  const parts: string[] = []
  const each: number[] = []
  for (let cell = 0; cell < cells; cell++) {
    const [from, to] = [Math.floor((cell * (economies + 1)) / cells), Math.floor(((cell + 1) * (economies + 1)) / cells)]
    const began = performance.now()
    parts.push(await dependence(from, to, `cell-${cell}`))
    each.push(performance.now() - began)
  }
  const sum = each.reduce((all, one) => all + one, 0)
  console.log(`  ${cells} cells one after the other: ${(sum / 1000).toFixed(1)} s, the longest ${(Math.max(...each) / 1000).toFixed(1)} s`)
  const joined = parts.map((part) => readFileSync(part))
  const [one, other] = [sha256([readFileSync(whole)]), sha256(joined)]
  console.log(
    `  ${readFileSync(whole, 'utf8').split('\n').length - 1} pairs and years; the cells ${one === other ? 'have the same bytes' : 'DIFFER'}: sha256 ${one}`,
  )
  console.log(`  largest memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
  process.exitCode = one === other ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  const size = readdirSync(folder).reduce((all, name) => all + statSync(join(folder, name), { throwIfNoEntry: false })!.size, 0)
  console.log(
    `  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time), ${(size / 2 ** 30).toFixed(2)} GB on disk`,
  )
  return result
}

async function withSession<T>(use: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession(options)
  try {
    return await use(session)
  } finally {
    session.close()
  }
}

/** Importers, exporters and products as often as in the world: few are large. The number of a row decides all of it, so that the files are always the same. */
async function generate(): Promise<void> {
  for (const [t, year] of years.entries()) {
    const size = Math.min(rowsOfYear, rows - t * rowsOfYear)
    const part = (salt: number): string => `((hash(row, ${salt}, ${year}) % 1000003) / 1000003.0)`
    await withSession((session) =>
      session.run(
        `COPY (
           SELECT ${year} AS t, i, j, k, printf('%.3f', v) AS v, printf('%.3f', v / 3) AS q FROM (
             SELECT floor(${economies} * ${part(1)} ** 2.2)::INTEGER AS i, floor(${economies} * ${part(2)} ** 1.6)::INTEGER AS j,
                    printf('%06d', floor(${products} * ${part(3)} ** 1.3)::INTEGER * 190 + 10101) AS k, exp(14 * ${part(4)} - 4) AS v
             FROM range(${size}) AS rows(row))
           WHERE i <> j)
         TO '${raw(year)}' (HEADER)`,
      ),
    )
  }
}

async function ingest(): Promise<void> {
  for (const year of years) {
    await withSession((session) =>
      session.run(
        `COPY (
           SELECT t, i, j, k, CAST(v AS DECIMAL(18, 3)) AS v FROM read_csv('${raw(year)}', header = true,
             columns = {'t': 'SMALLINT', 'i': 'SMALLINT', 'j': 'SMALLINT', 'k': 'VARCHAR', 'v': 'DECIMAL(18,3)', 'q': 'VARCHAR'})
           ORDER BY j, k, i)
         TO '${join(folder, `${year}.parquet`)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
      ),
    )
    rmSync(raw(year))
  }
}

/**
 * For each importer and product: the share of the largest supplier and the Herfindahl index of suppliers; then for each pair and year, in how many products and in
 * what part of its imports of goods the importer buys more than half from this supplier. Amounts are whole thousandths, so that sums do not depend on their order.
 */
async function dependence(from: number, to: number, name: string): Promise<string> {
  const file = join(folder, `${name}.csv`)
  await withSession((session) =>
    session.run(
      `COPY (
         WITH flows AS (
           SELECT t, i, j, k, sum((v * 1000)::HUGEINT) AS v FROM read_parquet('${folder}/*.parquet') WHERE j >= ${from} AND j < ${to} GROUP BY t, i, j, k),
         bought AS (SELECT t, j, k, sum(v) AS total, sum(v * v) AS squares, max(v) AS most FROM flows GROUP BY t, j, k),
         imports AS (SELECT t, j, sum(total) AS total, count(*) AS products FROM bought GROUP BY t, j)
         SELECT f.t, f.j, f.i, count(*) AS products, count(*) FILTER (2 * f.v > b.total) AS dependent,
                round(100 * coalesce(sum(f.v) FILTER (2 * f.v > b.total), 0)::DOUBLE / any_value(m.total)::DOUBLE, 6) AS dependent_share,
                round(sum((b.squares::DOUBLE / (b.total::DOUBLE * b.total::DOUBLE) * 1e9)::BIGINT)::DOUBLE / count(*) / 1e9, 6) AS mean_hhi
         FROM flows f JOIN bought b USING (t, j, k) JOIN imports m USING (t, j)
         WHERE b.total > 0 GROUP BY f.t, f.j, f.i ORDER BY f.j, f.i, f.t)
       TO '${file}' (HEADER false)`,
    ),
  )
  return file
}
