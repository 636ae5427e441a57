/**
 * `npx tsx scripts/record/compile-restricted-goods.ts --from FILE`: compiles the bundled panel of goods under EU export sanctions from an extract of Comext with columns
 * `cn8,reporter,partner,month,eur`. Amounts of the members are added up; headings beside their codes are left out.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { VisavisError } from '../../src/errors.ts'
import { packedAmounts, type RestrictedGoodsCard } from '../../src/evasion/panels/restricted-goods.ts'
import { card } from '../../src/sources/trade/comext-products.ts'
import { resolve } from '../../src/states/finding/resolve.ts'
import { packageFile } from '../../src/store/package-files.ts'

const { values } = parseArgs({ options: { from: { type: 'string' } } })
if (values.from === undefined)
  throw new VisavisError('Usage', 'where is the extract?', { hint: 'npx tsx scripts/record/compile-restricted-goods.ts --from FILE' })
const to = packageFile('data/routes/eu-restricted-goods.panel')

const connection = await (await DuckDBInstance.create(':memory:')).connect()
const rows = async (sql: string): Promise<unknown[][]> => (await connection.runAndReadAll(sql)).getRows()
await connection.run(
  `CREATE TABLE flows AS SELECT * FROM read_csv('${values.from.replaceAll("'", "''")}', types = {'cn8': 'VARCHAR', 'month': 'VARCHAR', 'eur': 'DOUBLE'})`,
)
const column = async (sql: string): Promise<string[]> => (await rows(sql)).map(([cell]) => String(cell))
const codes = 'FROM flows WHERE length(cn8) = 8'
const partners = await column(`SELECT DISTINCT partner ${codes} ORDER BY ALL`)
const products = await column(`SELECT DISTINCT cn8 ${codes} ORDER BY ALL`)
const published = await column(`SELECT month ${codes} GROUP BY month HAVING sum(eur) > 0 ORDER BY ALL`)
const names = await column(`SELECT DISTINCT reporter ${codes} ORDER BY ALL`)
const [[headings]] = (await rows('SELECT count(DISTINCT cn8) FROM flows WHERE length(cn8) < 8')) as [[bigint]]
const cells = new Float64Array(partners.length * products.length * published.length)
const [partnerAt, productAt, monthAt] = [partners, products, published].map((all) => new Map(all.map((one, i) => [one, i]))) as [
  Map<string, number>,
  Map<string, number>,
  Map<string, number>,
]
for (const [partner, product, month, sum] of await rows(`SELECT partner, cn8, month, sum(eur) ${codes} GROUP BY ALL`)) {
  const at = monthAt.get(String(month))
  if (at === undefined) continue
  cells[(partnerAt.get(String(partner))! * products.length + productAt.get(String(product))!) * published.length + at] = Number(sum)
}
const header: RestrictedGoodsCard = {
  schema: 'visavis-restricted-goods/1',
  title: 'goods under EU export sanctions of January 2023, by eight-digit code',
  source: card.id,
  vintage: 'extract of 19 January 2023, data to November 2022',
  citation: card.citation,
  licence: card.licence.id,
  reporters: names.map((name) => iso3Of(name)).sort(),
  ...{ partners: partners.map(iso3Of), products, months: published, headings: Number(headings) },
}
const body = gzipSync(packedAmounts(cells), { level: 9 })
const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`)
mkdirSync(dirname(to), { recursive: true })
writeFileSync(to, Buffer.concat([line, body]))
console.log(`${partners.length} partners, ${products.length} products, ${published.length} months: ${line.length + body.length} bytes`)

function iso3Of(name: string): string {
  const found = resolve(name)
  if (found.kind !== 'state') throw new VisavisError('BadInput', `"${name}" is no state`)
  return found.state.iso3
}
