/**
 * `npx tsx scripts/record/compile-product-names.ts --from FILE`: compiles the bundled names of goods under EU export sanctions from a table `code,product` of Eurostat's
 * names of its eight-digit codes. Of a code whose name changed the newest is kept.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { VisavisError } from '../../src/errors.ts'
import { productNamesFile } from '../../src/evasion/goods/product-names.ts'
import { restrictedGoods } from '../../src/evasion/panels/restricted-goods.ts'
import { csvRows } from '../../src/sources/formats/csv.ts'

const { values } = parseArgs({ options: { from: { type: 'string' } } })
if (values.from === undefined)
  throw new VisavisError('Usage', 'where is the table?', { hint: 'npx tsx scripts/record/compile-product-names.ts --from FILE' })
const names = new Map(
  csvRows(readFileSync(values.from, 'utf8'), values.from, ['code', 'product']).map(({ fields }) => [
    fields['code']!,
    newest(fields['product']!),
  ]),
)
const lines = restrictedGoods().products.flatMap((code) => (names.has(code) ? [`${code}\t${names.get(code)}`] : []))
const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 })
writeFileSync(productNamesFile(), bytes)
console.log(`${lines.length} names: ${bytes.length} bytes`)

/** "a (2007-2500);b (2006-2006)" is a since 2007 and was b before. */
function newest(name: string): string {
  return name
    .split(/\(\d{4}-\d{4}\);?/)[0]!
    .replaceAll(/\s+/g, ' ')
    .trim()
}
